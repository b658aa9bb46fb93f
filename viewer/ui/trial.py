"""What an import would bring: the report of a dry run as rows to read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from viewer.model import ImportProblem
from viewer.ui.words import plural, sentence_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NOTHING = "There is nothing in it that could be added."


class Fate(Enum):
    """What would become of an item, in the order in which a reader wants to know."""

    REFUSED = "Would not come"
    ADDED = "Would be added"
    COMPLETED = "Would get its text"
    VERSION = "Would be kept as a version"
    ALREADY = "Already there"


@dataclass(frozen=True, slots=True)
class TrialRow:
    """One item: the title or name of it, and its file or the reason why it would not come."""

    fate: Fate
    name: str
    about: str
    highlights: int = 0
    tags: int = 0
    is_marked: bool = False


@dataclass(frozen=True)
class Trial:
    """What would come of ``paths``. ``stopped`` is empty, or why the rest was not looked at."""

    paths: tuple[str, ...]
    rows: tuple[TrialRow, ...]
    stopped: str = ""

    @cached_property
    def counts(self) -> Mapping[Fate, int]:
        """How many items there are of each fate."""
        return Counter(row.fate for row in self.rows)

    @property
    def is_worth_adding(self) -> bool:
        """Whether an import would find anything; what is there already may still get its marks from it."""
        return len(self.rows) > self.counts[Fate.REFUSED]

    @property
    def problems(self) -> tuple[ImportProblem, ...]:
        """What would not come, as the import itself will report it."""
        return tuple(ImportProblem(row.name, row.about) for row in self.rows if row.fate is Fate.REFUSED)


def trial_of(paths: tuple[str, ...], found: Mapping[str, Any]) -> Trial:
    """The report of ``dateline add --dry-run --json`` on ``paths``."""
    rows = sorted(_rows(found), key=lambda row: _ORDER[row.fate])
    return Trial(paths, tuple(rows), str(found["stopped"]))


_ORDER = {fate: number for number, fate in enumerate(Fate)}
_SAID = (Fate.ADDED, Fate.COMPLETED, Fate.VERSION, Fate.ALREADY, Fate.REFUSED)


def _rows(found: Mapping[str, Any]) -> Iterator[TrialRow]:
    for one in found["problems"]:
        yield TrialRow(Fate.REFUSED, str(one["item"]), str(one["reason"]))
    for one in found["added"]:
        fate = Fate.COMPLETED if one["completed"] else Fate.ADDED
        yield _row(fate, one, one["path"])
    for one in found["versions"]:
        yield _row(Fate.VERSION, one, one["version"])
    for one in found["already"]:
        yield _row(Fate.ALREADY, one, one["path"])


def _row(fate: Fate, one: Mapping[str, Any], path: str) -> TrialRow:
    """A row of the report, with what would come along: highlights and notes, tags, marks."""
    highlights, tags, marks = int(one["highlights"]), int(one["tags"]), [str(mark) for mark in one["marks"]]
    along = ", ".join([*_counts(highlights, tags), *marks])
    about = f"{path} · {along}" if along else str(path)
    return TrialRow(fate, str(one["title"]), about, highlights, tags, bool(marks))


def _counts(highlights: int, tags: int) -> list[str]:
    """Highlights and tags in words, where there are any."""
    notes = f"{highlights:,} highlight{'' if highlights == 1 else 's'} or note{'' if highlights == 1 else 's'}"
    return [words for number, words in ((highlights, notes), (tags, plural(tags, "tag"))) if number]


def trial_words(trial: Trial) -> str:
    """What would come, in a sentence or two."""
    said = sentence_list([_counted(fate, trial.counts[fate]) for fate in _SAID if trial.counts[fate]])
    return " ".join(filter(None, (f"{said}." if said else _NOTHING, _along(trial), trial.stopped)))


def _along(trial: Trial) -> str:
    """What would come besides texts, in a sentence; "" for nothing."""
    marked = sum(row.is_marked for row in trial.rows)
    counts = _counts(sum(row.highlights for row in trial.rows), sum(row.tags for row in trial.rows))
    words = sentence_list([*counts, *([f"the marks of {plural(marked, 'article')}"] if marked else [])])
    return f"Along would come {words}." if words else ""


def _counted(fate: Fate, count: int) -> str:
    match fate:
        case Fate.ADDED:
            return f"{plural(count, 'article')} would be added"
        case Fate.COMPLETED:
            return f"{plural(count, 'article')} would get {'its' if count == 1 else 'their'} text"
        case Fate.VERSION:
            return f"{plural(count, 'newer or other version')} would be kept"
        case Fate.ALREADY:
            return f"{count:,} {'is' if count == 1 else 'are'} already there"
        case Fate.REFUSED:
            return f"{plural(count, 'item')} would not come"
