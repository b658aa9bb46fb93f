"""A table in the making: cells with spans, laid out on a grid without holes."""

from __future__ import annotations

from dataclasses import dataclass, field

from viewer.model import Cell, Run

MAX_CELLS = 2_000
MAX_COLUMNS = 60


@dataclass(slots=True)
class RawCell:
    """A cell as the HTML gives it."""

    text: str = ""
    runs: tuple[Run, ...] = ()
    header: bool = False
    align: str = "left"
    column_span: int = 1
    row_span: int = 1


@dataclass(slots=True)
class Table:
    """Rows of cells. ``cut`` says whether rows or columns were left out."""

    rows: list[list[RawCell]] = field(default_factory=list)
    cut: bool = False
    _count: int = 0

    def start_row(self) -> None:
        """The cells that follow stand in a new row."""
        if self._count < MAX_CELLS:
            self.rows.append([])
        else:
            self.cut = True

    def add(self, cell: RawCell) -> None:
        """Appends a cell to the current row; beyond the limits it is left out."""
        if self._count >= MAX_CELLS or not self.rows or len(self.rows[-1]) >= MAX_COLUMNS:
            self.cut = True
            return
        self.rows[-1].append(cell)
        self._count += 1

    def grid(self, number: int) -> list[tuple[RawCell, Cell]]:
        """Every cell with its place, row by row; gaps are filled with empty cells, spans end with the table."""
        rows = [row for row in self.rows if row]
        self._tame_spans(rows)
        columns = _columns(rows)
        if columns and len(rows) * columns > MAX_CELLS:
            rows = rows[: max(1, MAX_CELLS // columns)]
            self.cut = True
        free_from = [0] * columns
        placed: list[tuple[RawCell, Cell]] = []
        for y, row in enumerate(rows):
            placed += self._place_row(number, y, row, len(rows), free_from)
        return placed

    def _tame_spans(self, rows: list[list[RawCell]]) -> None:
        """Where a row claims more columns than a table may have, its cells span one each."""
        for row in rows:
            if sum(cell.column_span for cell in row) > MAX_COLUMNS:
                for cell in row:
                    cell.column_span = 1

    def _place_row(
        self, number: int, y: int, row: list[RawCell], height: int, free_from: list[int]
    ) -> list[tuple[RawCell, Cell]]:
        """The cells of row ``y``; ``free_from`` holds for each column the first row that no cell above covers."""
        placed = []
        waiting = iter(row)
        for x in range(len(free_from)):
            if free_from[x] > y:
                continue
            raw = next(waiting, None) or RawCell()
            wide = _free_width(free_from, y, x, raw.column_span)
            high = min(raw.row_span, height - y)
            free_from[x : x + wide] = [y + high] * wide
            placed.append((raw, Cell(number, y, x, raw.header, raw.align, high, wide)))
        if next(waiting, None) is not None:
            self.cut = True
        return placed


def _columns(rows: list[list[RawCell]]) -> int:
    """How many columns the rows need, cells that reach down from above included."""
    free_from = [0] * MAX_COLUMNS
    columns = 0
    for y, row in enumerate(rows):
        x = 0
        for raw in row:
            while x < MAX_COLUMNS and free_from[x] > y:
                x += 1
            wide = _free_width(free_from, y, x, raw.column_span)
            free_from[x : x + wide] = [y + raw.row_span] * wide
            x += wide
        columns = max(columns, x)
    return min(columns, MAX_COLUMNS)


def _free_width(free_from: list[int], y: int, x: int, wanted: int) -> int:
    """How many of the ``wanted`` columns from ``x`` on are free in row ``y``; 0 beyond the last column."""
    width = 0
    while width < wanted and x + width < len(free_from) and free_from[x + width] <= y:
        width += 1
    return width
