"""Tables of values parted by commas or semicolons, read row by row and by the names in their first row."""

from __future__ import annotations

import csv
import io
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.importers.sources import HEAD, Source
from viewer.importers.words import encoding_of, one_line
from viewer.model import ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LONGEST_FIELD = 64 * 1024 * 1024
MOST_FAULTS = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A row: ``item`` names it for the report ("part_000000.csv, row 12"; row 1 holds the names of the columns)."""

    item: str
    fields: Mapping[str, str]

    def get(self, name: str) -> str:
        """The value under a column's lower-case name, "" where the column or the cell is missing."""
        return self.fields.get(name, "")


def rows(source: Source, delimiter: str = ",") -> Iterator[Row | ImportProblem]:
    """The rows of a table, one at a time. A row with an open quotation mark does not take the next."""
    # The default limit of 128 kB is less than an article, and wallabag puts articles into cells.
    csv.field_size_limit(LONGEST_FIELD)
    encoding, mark = encoding_of(source.head())
    with source.open() as stream:
        stream.read(mark)
        text = io.TextIOWrapper(stream, encoding, "replace", newline="")
        lines = _Lines(text)
        header = [_column(name) for name in next(csv.reader(lines, delimiter=delimiter), [])]
        yield from _each(lines, delimiter, header, source.name)
        text.detach()


def columns(head: str, delimiter: str = ",") -> frozenset[str]:
    """The lower-case names in the first row of a text; empty where that is no row of a table."""
    first = head[:HEAD].lstrip("\ufeff").partition("\n")[0][:4000]
    try:
        return frozenset(_column(name) for name in next(csv.reader([first], delimiter=delimiter), []))
    except csv.Error:
        return frozenset()


def _column(name: str) -> str:
    return one_line(name.lstrip("\ufeff")).lower()


class _Lines:
    """The lines of a stream. Those of the row at hand can be put back, to be read another way."""

    def __init__(self, stream: Iterable[str]) -> None:
        self._stream = iter(stream)
        self._waiting: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._stream)
        self.taken.append(line)
        return line

    def put_back_all_but_first(self) -> None:
        self._waiting.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]


def _each(lines: _Lines, delimiter: str, header: list[str], name: str) -> Iterator[Row | ImportProblem]:
    reader = csv.reader(lines, delimiter=delimiter)
    number, faults = 1, 0
    while faults < MOST_FAULTS:
        number += 1
        lines.taken.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cells = []
            if len(lines.taken) == 1:
                yield ImportProblem(f"{name}, row {number}", f"The row cannot be read ({error}).")
        if len(lines.taken) > 1 and len(cells) < len(header) - 1:
            # A quotation mark that was never closed took the next rows with it.
            faults += 1
            lines.put_back_all_but_first()
            cells = next(csv.reader(lines.taken, delimiter=delimiter, quoting=csv.QUOTE_NONE), [])
        yield from _row(cells, header, f"{name}, row {number}")
    yield ImportProblem(
        f"{name}, row {number}", "Too many rows have quotation marks that are not closed; the rest is left."
    )


def _row(cells: list[str], header: list[str], item: str) -> Iterator[Row | ImportProblem]:
    if any(cells):
        yield Row(item, dict(zip(reversed(header), reversed(_fitted(cells, len(header))), strict=True)))


def _fitted(cells: list[str], width: int) -> list[str]:
    return cells[:width] + [""] * (width - len(cells))
