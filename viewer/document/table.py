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
        columns = min(MAX_COLUMNS, max((sum(cell.column_span for cell in row) for row in rows), default=0))
        if columns and len(rows) * columns > MAX_CELLS:
            rows = rows[: max(1, MAX_CELLS // columns)]
            self.cut = True
        taken: set[tuple[int, int]] = set()
        placed = []
        for y, row in enumerate(rows):
            placed += self._place_row(number, y, row, (len(rows), columns), taken)
        return placed

    def _place_row(
        self, number: int, y: int, row: list[RawCell], size: tuple[int, int], taken: set[tuple[int, int]]
    ) -> list[tuple[RawCell, Cell]]:
        placed = []
        waiting = iter(row)
        for x in range(size[1]):
            if (y, x) in taken:
                continue
            raw = next(waiting, None) or RawCell()
            wide = _free_width(taken, y, x, min(raw.column_span, size[1] - x))
            high = max(1, min(raw.row_span, size[0] - y))
            taken.update((y + down, x + right) for down in range(high) for right in range(wide))
            placed.append((raw, Cell(number, y, x, raw.header, raw.align, high, wide)))
        if next(waiting, None) is not None:
            self.cut = True
        return placed


def _free_width(taken: set[tuple[int, int]], y: int, x: int, wanted: int) -> int:
    width = 1
    while width < wanted and (y, x + width) not in taken:
        width += 1
    return width
