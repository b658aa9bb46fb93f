"""Small steps that the readers of exports share."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from viewer.importers.moments import read_moment
from viewer.importers.turns import in_turn
from viewer.importers.words import address, clean, one_line
from viewer.model import ImportedArticle, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

Found: TypeAlias = ImportedArticle | ImportProblem

_YES = frozenset(["1", "true", "yes", "y", "t", "on"])
LONGEST_NOTE = 1_000_000


class Named(Protocol):
    """A row or an object of an export, with its name for the report."""

    @property
    def item(self) -> str:
        """Where it stands, such as "part_000000.csv, row 12"."""


Entry = TypeVar("Entry", bound=Named)


def each(found: Iterable[Entry | ImportProblem], make: Callable[[Entry], Iterator[Found]]) -> Iterator[Found]:
    """What ``make`` gives for every entry. Where it fails the entry becomes a problem, and the next one follows."""
    for entry in in_turn(found, lambda entry: entry.item):
        if isinstance(entry, ImportProblem):
            yield entry
            continue
        try:
            yield from make(entry)
        except MemoryError:
            yield ImportProblem(entry.item, "It needs more memory than there is.")
        except Exception as error:  # whatever a stranger's value led to, it is the fault of this entry alone
            yield ImportProblem(
                entry.item, f"It could not be read ({type(error).__name__}: {one_line(str(error))[:200]})."
            )


@dataclass(slots=True)
class Doubts:
    """What of one item could not be understood. Ask ``problems`` once the item is made."""

    item: str
    reasons: list[str] = field(default_factory=list)

    def moment(self, text: str, name: str, read: Callable[[str], datetime | None] = read_moment) -> datetime | None:
        """The moment under a field's name; where it is stated but cannot be read, None and a doubt."""
        moment = read(text)
        if moment is None and text.strip() not in ("", "0"):
            self.reasons.append(f"It came without its date: “{one_line(text)[:60]}” ({name}) names no moment.")
        return moment

    def progress(self, text: str, whole: float) -> float:
        """How far the reader came, 0.0 to 1.0, where ``whole`` is written for the end; else 0.0 and a doubt."""
        written = text.strip()
        if not written:
            return 0.0
        try:
            share = float(written.rstrip("%")) / (100 if written.endswith("%") else whole)
        except ValueError:
            share = math.nan
        if math.isnan(share) or share < 0:
            self.reasons.append(f"It came without its place: “{one_line(text)[:60]}” is no share of an article.")
            return 0.0
        return min(share, 1.0)

    def problems(self) -> Iterator[ImportProblem]:
        """One problem for each doubt."""
        return (ImportProblem(self.item, reason) for reason in self.reasons)


def yes(text: str) -> bool:
    """Whether a switch is on: 1, true, yes."""
    return text.strip().lower() in _YES


def no_address(item: str, written: str) -> ImportProblem:
    """The problem of an item whose address is missing or leads nowhere on the web."""
    shown = one_line(written)[:80]
    reason = (
        f"“{shown}” is no web address (http or https)."
        if shown
        else "It has no address, so there is nothing to bring in."
    )
    return ImportProblem(item, reason)


def web_address(*texts: str) -> str:
    """The first of the texts that is a web address, or ""."""
    return next((found for text in texts if (found := address(text))), "")


def extras(origin: str, pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """What has no field of its own, as (origin_name, value), without the empty ones."""
    return tuple((f"{origin}_{name}", text) for name, value in pairs if (text := one_line(value)))


def long_text(text: str) -> str:
    """A note or an excerpt of several lines: cleaned, its line breaks kept, at most a million characters."""
    return clean(text[:LONGEST_NOTE].replace("\r\n", "\n").replace("\r", "\n")).strip()


def quoted(text: str) -> str:
    """A text as a Markdown quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
