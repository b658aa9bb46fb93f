"""Sentences with their dates marked by hand, so that these tests do not depend on the tagger.

``On [Monday|2018-10-29] it rained`` stands for the plain sentence and one Timex over "Monday" with that EDTF value.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from viewer.chronology.attribution import Attribution, find_attributions
from viewer.chronology.clauses import Clause, split_clauses
from viewer.chronology.events import Speaker, find_events
from viewer.chronology.events_tokens import Sentence, read_sentence
from viewer.model import Basis, Interval, Precision, Timex, TimexType

if TYPE_CHECKING:
    from viewer.chronology.events_drafts import Draft

_MARK = re.compile(r"\[([^]|]+)\|([^]]*)\]")


def timex(begin: int, words: str, edtf: str) -> Timex:
    """A Timex; "P3D" is a mere duration, "SET" a set, "" an expression without a place in time."""
    kind = {"P": TimexType.DURATION, ".": TimexType.DURATION, "S": TimexType.SET}.get(edtf[:1], TimexType.DATE)
    interval = _interval(edtf) if edtf[:1].isdigit() or edtf.startswith("..") else None
    value = edtf if interval else ""
    return Timex(begin, begin + len(words), words, kind, edtf, Basis.EXPLICIT, "by hand", interval=interval, edtf=value)


def _interval(edtf: str) -> Interval:
    first, _, last = edtf.partition("/")
    if first == "..":
        return Interval(None, _day(last, last=True).toordinal(), Precision.DAY, approximate=True)
    precision = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(first)]
    begin, end = _day(first, last=False), _day(last or first, last=True)
    return Interval(begin.toordinal(), end.toordinal(), precision)


def _day(text: str, *, last: bool) -> date:
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 3:
        return date(*numbers)
    if not last:
        return date(numbers[0], ([*numbers, 1])[1], 1)
    month = numbers[1] if len(numbers) == 2 else 12
    return date(numbers[0] + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def unmark(marked: str) -> tuple[str, list[Timex]]:
    """The plain text and its expressions."""
    text, timexes, position = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        timexes.append(timex(len(text), match[1], match[2]))
        text += match[1]
        position = match.end()
    return text + marked[position:], timexes


def sentence(marked: str) -> Sentence:
    text, timexes = unmark(marked)
    return read_sentence(text, 0, len(text), timexes)


def clauses(marked: str) -> tuple[Sentence, list[Clause]]:
    read = sentence(marked)
    return read, split_clauses(read)


def clause_texts(marked: str) -> list[str]:
    read, found = clauses(marked)
    return [read.span(clause.begin, clause.end) for clause in found]


def attributions(marked: str) -> tuple[Sentence, list[Attribution]]:
    read, found = clauses(marked)
    return read, find_attributions(read, found)


def events(marked: str, speaker: Speaker | None = None) -> list[Draft]:
    text, timexes = unmark(marked)
    return find_events(text, 0, len(text), timexes, speaker or Speaker())


def told(marked: str) -> list[tuple[str, str, str]]:
    """(when, factuality, label) of each event, in text order; when is "-" for an undated one."""
    return [
        (draft.dating.edtf if draft.dating else "-", str(draft.factuality), draft.label) for draft in events(marked)
    ]
