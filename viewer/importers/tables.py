"""Tables of values parted by commas or semicolons, read row by row and by the names in their first row."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.importers.sources import HEAD, Source
from viewer.importers.words import encoding_of, one_line
from viewer.model import ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST_FIELD = 64 * 1024 * 1024
MOST_FAULTS = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """A row: ``item`` names it for the report ("part_000000.csv, row 12"; row 1 holds the names of the columns)."""

    item: str
    fields: Mapping[str, str]

    def get(self, name: str) -> str:
        """The value under a column's lower-case name, "" where the column or the cell is missing."""
        return self.fields.get(name, "")


def rows(source: Source, delimiter: str = ",") -> Iterator[Row | ImportProblem]:
    """The rows of a table, one at a time. A row that cannot be read is a problem, and the next is tried."""
    # The default limit of 128 kB is less than an article, and wallabag puts articles into cells.
    csv.field_size_limit(LONGEST_FIELD)
    encoding, mark = encoding_of(source.head())
    with source.open() as stream:
        stream.read(mark)
        text = io.TextIOWrapper(stream, encoding, "replace", newline="")
        reader = csv.reader(text, delimiter=delimiter)
        header = [_column(name) for name in next(reader, [])]
        yield from _each(reader, header, source.name)
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


def _each(reader: Iterator[list[str]], header: list[str], name: str) -> Iterator[Row | ImportProblem]:
    number, faults = 1, 0
    while faults < MOST_FAULTS:
        number += 1
        item = f"{name}, row {number}"
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            faults += 1
            yield ImportProblem(item, f"The row cannot be read ({error}).")
            continue
        if any(cells):
            yield Row(item, dict(zip(reversed(header), reversed(_fitted(cells, len(header))), strict=True)))


def _fitted(cells: list[str], width: int) -> list[str]:
    return cells[:width] + [""] * (width - len(cells))
