"""The cells of a table on a grid of rows and columns, which Markdown cannot join."""

from __future__ import annotations

from dataclasses import dataclass, field

LONGEST_REPEATED = 80
MAX_REPEATED = 1_000
MAX_REPEATED_SHARE = 2


@dataclass(slots=True)
class TableGrid:
    """A table in the making, of at most so many rows and columns. ``lines`` are the texts of its cells.

    A cell that spans others says the same of all of them: a short text is repeated there, within bounds, so that every
    row can be read by itself; else they are empty.
    """

    max_rows: int
    max_columns: int
    lines: list[list[str]] = field(default_factory=list)
    row: int = -1
    _group: object = None
    _covered: dict[int, tuple[int, str]] = field(default_factory=dict)
    _columns_cut: bool = False
    _written: int = 0
    _repeated: int = 0

    def start_row(self, group: object) -> bool:
        """Whether there is room for another row, which then begins. No cell reaches out of its ``group`` of rows."""
        self.row += 1
        if self.row >= self.max_rows:
            return False
        if group is not self._group:
            self._group = group
            self._covered.clear()
        self.lines.append([])
        self._take_covered()
        return True

    def has_room(self) -> bool:
        """Whether another cell fits into the row; the notice will say so where none does."""
        fits = len(self.lines[-1]) < self.max_columns
        self._columns_cut = self._columns_cut or not fits
        return fits

    def add(self, text: str, wide: int, high: int, *, in_columns: bool, in_rows: bool) -> None:
        """Takes a cell of ``wide`` columns and ``high`` rows, and whether its text may stand in each of those."""
        line = self.lines[-1]
        self._written += len(text)
        begin = len(line)
        line.append(text)
        while len(line) < min(begin + wide, self.max_columns) and not self._is_covered(len(line)):
            line.append(self._again(text) if in_columns else "")
        if high > 1:
            below = (self.row + high, text if in_rows else "")
            self._covered.update(dict.fromkeys(range(begin + 1, len(line)), (below[0], "")))
            self._covered[begin] = below
        self._take_covered()

    def notice(self) -> str:
        """A sentence in Markdown that says what was left out, "" where all is there."""
        rows = f"{self.max_rows:,} of its {self.row + 1:,} rows" if self.row >= self.max_rows else ""
        columns = f"{self.max_columns} of its columns" if self._columns_cut else ""
        kept = " and ".join(filter(None, (rows, columns)))
        return f"*The table is larger and stands here in part: {kept}.*" if kept else ""

    def _is_covered(self, column: int) -> bool:
        return column in self._covered and self._covered[column][0] > self.row

    def _take_covered(self) -> None:
        """Fills the columns that cells above reach down to, as far as they follow."""
        line = self.lines[-1]
        while self._is_covered(len(line)):
            line.append(self._again(self._covered[len(line)][1]))

    def _again(self, text: str) -> str:
        """``text`` where it is short and not too much was repeated: a small page must not become a large one."""
        allowed = MAX_REPEATED + MAX_REPEATED_SHARE * self._written
        if len(text) > LONGEST_REPEATED or "<br>" in text or self._repeated + len(text) > allowed:
            return ""
        self._repeated += len(text)
        return text
