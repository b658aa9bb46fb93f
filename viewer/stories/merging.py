"""The reports of several articles as one row of events: the same event once, with everyone who reports it.

Two reports are of one event where their days overlap and their words agree; what they say is then compared. Another
number for the same thing, or a yes against a no, is a contradiction: both stay, as one event that says so. So do two
days close together under nearly the same words. All else stays apart: it is better to show an event twice than to lose
one in another. Reports of one article are never merged; it has told them apart itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from viewer.model import Factuality, Precision, Report, StoryEvent
from viewer.model.date_words import event_words
from viewer.stories.terms import normal_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from viewer.model import Event, Interval

_ALIKE, _CONTAINED, _NEARLY_THE_SAME = 0.5, 0.6, 0.8
_LEAST_SHARED, _LEAST_CONTAINED, _LEAST_SHARED_OF_ANOTHER_DAY = 3, 2, 4
_LONGEST_SPAN, _DAYS_APART = 31, 3
_DAYS = (Precision.DAY, Precision.TIME)

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_COUNTED = re.compile(r"(?<![\w.,-])(\d[\d,]*(?:\.\d+)?)(?![\w-]|[.,]\d)((?:\s+[^\W\d_]+){1,3})")
_SMALL = {
    word: str(number)
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 2
    )
}
_HAPPENED = (Factuality.REPORTED, Factuality.ATTRIBUTED)


@dataclass(frozen=True, slots=True)
class _Told:
    """A report, ready to be compared: its terms, and the numbers of what it counts by their nouns."""

    report: Report
    terms: frozenset[str]
    numbers: dict[str, frozenset[str]]

    @property
    def event(self) -> Event:
        return self.report.event


def merge(reports: Iterable[Report]) -> tuple[StoryEvent, ...]:
    """The events of a story in the order of time, the undated ones last, in the order of publication and text."""
    told = sorted((_told(report) for report in reports), key=_time_of)
    groups: list[list[_Told]] = []
    for one in told:
        group = next((group for group in _near(one, groups) if _belongs(one, group)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return tuple(_event(order, group) for order, group in enumerate(groups))


def _near(one: _Told, groups: Sequence[list[_Told]]) -> Iterator[list[_Told]]:
    """The groups, the last first, that are not too long ago to be of the same event; none for an undated report."""
    middle = _middle(one.event.interval)
    for group in reversed(groups) if middle is not None else ():
        before = _middle(group[0].event.interval)
        if before is None or (middle or 0) - before > 2 * (_LONGEST_SPAN + _DAYS_APART):
            return
        yield group


def _time_of(told: _Told) -> tuple[bool, int, int, str, int]:
    interval, report = told.event.interval, told.report
    day = _middle(interval)
    published = report.published.isoformat() if report.published else "9999"
    return day is None, day or 0, -_span(interval), published, told.event.order


def _middle(interval: Interval | None) -> int | None:
    """Twice the day in the middle of an interval, or of what is known of it."""
    if interval is None:
        return None
    first = interval.first if interval.first is not None else interval.last
    last = interval.last if interval.last is not None else interval.first
    return None if first is None or last is None else first + last


def _span(interval: Interval | None) -> int:
    if interval is None or interval.first is None or interval.last is None:
        return 0
    return interval.last - interval.first


def _told(report: Report) -> _Told:
    label = report.event.label
    terms = frozenset(term for word in _WORD.findall(label) if (term := normal_form(word)) and not word.isdecimal())
    return _Told(report, terms, _counts(label))


def _counts(text: str) -> dict[str, frozenset[str]]:
    """The numbers in a text by the terms that follow them: "12 people were killed" counts people and the killed."""
    digits = re.sub(r"[^\W\d_]+", lambda found: _SMALL.get(found[0].casefold(), found[0]), text)
    found: dict[str, set[str]] = {}
    for number, words in _COUNTED.findall(digits):
        for word in words.split():
            if term := normal_form(word):
                found.setdefault(term, set()).add(number.replace(",", ""))
    return {term: frozenset(numbers) for term, numbers in found.items()}


# --- comparing


def _belongs(one: _Told, group: Sequence[_Told]) -> bool:
    """Whether a report is of the event that every report of a group is of, and comes from another article."""
    return all(
        one.report.article != other.report.article and (_agree(one, other) or _differ_in_the_day(one, other))
        for other in group
    )


def _agree(one: _Told, other: _Told) -> bool:
    """Whether days and words agree, and neither is planned where the other has happened."""
    return (
        _overlap(one.event.interval, other.event.interval)
        and _is_future(one.event) == _is_future(other.event)
        and _words_agree(one, other)
    )


def _words_agree(one: _Told, other: _Told) -> bool:
    """Whether two reports have half of their words in common; a very short one has to have all of its own so."""
    shared, likeness = one.terms & other.terms, _likeness(one, other)
    if len(shared) >= _LEAST_SHARED:
        return likeness >= _ALIKE
    is_contained = shared in (one.terms, other.terms)
    return is_contained and len(shared) >= _LEAST_CONTAINED and likeness >= _CONTAINED


def _differ_in_the_day(one: _Told, other: _Told) -> bool:
    """Whether two articles give different days, close together, to what they tell in nearly the same words."""
    first, second = one.event.interval, other.event.interval
    if first is None or second is None or first.first is None or second.first is None:
        return False
    return (
        one.event.precision in _DAYS
        and other.event.precision in _DAYS
        and 0 < abs(first.first - second.first) <= _DAYS_APART
        and _is_future(one.event) == _is_future(other.event)
        and _likeness(one, other) >= _NEARLY_THE_SAME
        and len(one.terms & other.terms) >= _LEAST_SHARED_OF_ANOTHER_DAY
        and not _number_conflict(one, other)
    )


def _likeness(one: _Told, other: _Told) -> float:
    """The shares of their terms that the two have in common, 0.0 to 1.0: the mean of both."""
    shorter, longer = sorted((one.terms, other.terms), key=len)
    if not shorter:
        return 0.0
    shared = len(shorter & longer)
    return (shared / len(shorter) + shared / len(longer)) / 2


def _overlap(one: Interval | None, other: Interval | None) -> bool:
    if one is None or other is None or None in (one.first, one.last, other.first, other.last):
        return False
    if max(_span(one), _span(other)) > _LONGEST_SPAN and one != other:
        return False
    return max(one.first or 0, other.first or 0) <= min(one.last or 0, other.last or 0)


def _is_future(event: Event) -> bool:
    return event.factuality in (Factuality.PLANNED, Factuality.CONDITIONAL)


def _number_conflict(one: _Told, other: _Told) -> bool:
    """Whether the two count the same thing differently."""
    return any(not one.numbers[noun] & other.numbers[noun] for noun in one.numbers.keys() & other.numbers.keys())


def _polarity_conflict(one: Event, other: Event) -> bool:
    """Whether one says that it happened and the other that it did not."""
    kinds = {one.factuality is Factuality.NEGATED, other.factuality is Factuality.NEGATED}
    return len(kinds) == 2 and any(event.factuality in _HAPPENED for event in (one, other))


# --- the merged event


def _event(order: int, group: Sequence[_Told]) -> StoryEvent:
    """The event of a group, as its most precise report tells it."""
    best = min(group, key=lambda told: (_span(told.event.interval), told.event.factuality is Factuality.NEGATED))
    reports = tuple(told.report for told in sorted(group, key=_publication))
    event = replace(best.event, order=order, sources=_sources(reports))
    return StoryEvent(_with_conflict(event, group), reports)


def _publication(told: _Told) -> tuple[str, int]:
    return (told.report.published.isoformat() if told.report.published else "9999"), told.report.article


def _sources(reports: Sequence[Report]) -> tuple[str, ...]:
    """Who says so: the articles, each with whom it quotes."""
    named = (
        f"{', '.join(report.event.sources)} in “{report.title}”" if report.event.sources else f"“{report.title}”"
        for report in reports
    )
    return tuple(dict.fromkeys(named))


def _with_conflict(event: Event, group: Sequence[_Told]) -> Event:
    """The event with what the reports do not agree on, where they do not: a day, else a number, else whether."""
    pairs = [(one, other) for number, one in enumerate(group) for other in group[number + 1 :]]
    for one, other in pairs:
        if not _overlap(one.event.interval, other.event.interval):
            readings = tuple(dict.fromkeys(told.event.when for told in group))
            return replace(event, conflict=_days_in_words(one, other), readings=event.readings or readings)
    for one, other in pairs:
        if _number_conflict(one, other):
            return replace(event, conflict=_in_words("numbers", one, other))
        if _polarity_conflict(one.event, other.event):
            return replace(event, conflict=_in_words("whether it happened", one, other))
    return event


def _days_in_words(one: _Told, other: _Told) -> str:
    first, second = sorted((one, other), key=_publication)
    return (
        f"“{first.report.title}” gives {event_words(first.event)}, “{second.report.title}” gives "
        f"{event_words(second.event)}."
    )


def _in_words(what: str, one: _Told, other: _Told) -> str:
    first, second = sorted((one, other), key=_publication)
    return (
        f"The articles differ about {what}: “{first.report.title}” has “{first.event.label}”, “{second.report.title}” "
        f"has “{second.event.label}”."
    )
