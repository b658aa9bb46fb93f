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
        yield TrialRow(fate, str(one["title"]), str(one["path"]))
    for one in found["versions"]:
        yield TrialRow(Fate.VERSION, str(one["title"]), str(one["version"]))
    for one in found["already"]:
        yield TrialRow(Fate.ALREADY, str(one["title"]), str(one["path"]))


def trial_words(trial: Trial) -> str:
    """What would come, in a sentence or two."""
    said = sentence_list([_counted(fate, trial.counts[fate]) for fate in _SAID if trial.counts[fate]])
    return " ".join(filter(None, (f"{said}." if said else _NOTHING, trial.stopped)))


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
