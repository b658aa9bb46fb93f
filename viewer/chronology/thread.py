"""Which year a history is in: the thread of dates that bare months and days continue."""

from __future__ import annotations

import re

from viewer.chronology.days import Place
from viewer.chronology.tense import tells_back

_OPENING = re.compile(r"(?:[.!?\n(]\s*|^)(?:In|At|By|During|Since|Of|From|After)?\s*(?:the\s+|early |late |mid-)?$")
_PARAGRAPH = re.compile(r"\n\s*\n|[.!?:;)\]\"”’]\s*\n")
_LIMIT = re.compile(r"\b(?:until|till|by|through|before|after)(?: the)?(?: (?:end|beginning|start|middle) of)? $", re.I)
_ENDED = re.compile(r"\b(?:until|till)\b[^.;!?\n]*\b(?:in|of) $", re.I)
_CLAUSE = 80  # characters
_ONWARD = 25  # years that a story goes on in one sentence; what lies further ahead is said of it in our time
_TELLING = re.compile(r"\b(?:in|of|during|from|by|early|late|mid)[ -]$|[.!?\n]\s*The $", re.I)  # not "its 1969 goal"
_EVENT_OPENING = re.compile(r"[.!?\n]\s*(?:In|At|During|After) the (?:[\w-]+ ){1,3}of $")  # "In the plague of 1349"
_SENTENCE_END = re.compile(r"[.!?;][”\")]?\s")
_ENDS_IN_YEAR = re.compile(r"[\w ]{0,12}\d{4}[.!?]\s")
_OPENS_WITH = re.compile(r"(?:In|On|By|During|From|Early in|Late in)?(?: the)? ?")
_LONGEST_SENTENCE = 1000  # characters
_APPOSED = re.compile(r"\d{4},? (?:when,? |where,? |and )?(?:on |in |by |from |during )?(?:the )?")
_LATE = 11  # the month of "late 1996"
_TURN = 8  # so many months back, and a history has gone over the turn of the year
_TURN_BY = 5  # the same where a sentence opens with "By", which goes on
_LONGEST_PARAGRAPH = 5000  # characters that are looked through
_BRACKETS = 60  # characters back to an opening bracket
_TO = re.compile(
    r"[\w ,.]{3,24}(?:\s(?:to|until|till|through)\s(?:(?:early|mid|late) )?|\s?[–—-]\s?"
    r"|,?\s(?:and|but)\s(?:was )?(?:ended|over|finished|concluded|lasted|lifted|raised)\b[^.;!?\n]{0,60}\s)"
)
_BACK = 3  # a step back in time is as unlikely as one ahead of so many times its length


class Thread:
    """Follows the dates of a narrative in the order of the text.

    A paragraph's first date usually comes after the first date of the paragraph before, whatever asides that one made;
    a year that stands alone inside a sentence ("planned for 1976") or a date in brackets is an aside and moves nothing.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._last: Place | None = None
        self._last_month: Place | None = None
        self._first: Place | None = None
        self._told: Place | None = None
        self._opened: Place | None = None
        self._range: tuple[tuple[int, int], tuple[int, int]] | None = None
        self._range_told = False
        self._told_at = 0
        self._read_to = 0
        self._year_at = 0
        self._counts_on = False

    def note(self, place: Place, begin: int, *, late: bool = False, counted: bool = False) -> None:
        """Take a date into account that stands at ``begin``.

        ``late`` says that the end of a year is meant, ``counted`` that it counts from another ("two years later").
        """
        if self._last is not None and self._in_brackets(begin):
            return
        place = Place(place.year, place.first_month)
        self._note_range(place, begin)
        if self._first is None or self._new_paragraph(begin):
            self._first = place
        again = self._last is not None and place.year == self._last.year >= (self._opened or place).year
        self._last, self._read_to = place, begin
        if place.month:
            self._last_month = place
        else:
            self._year_at = begin
            self._counts_on = counted and (self._opened is None or place.year >= self._opened.year)
        if place.month or again or not self._is_aside():
            self._opened = place._replace(month=_LATE) if late and not place.month else place
        near = self._told is not None and abs(place.year - self._told.year) <= 1
        if place.month or near or not self._is_aside():
            self._told, self._told_at = place, begin

    def story_year(self) -> int | None:
        """The year that the story has come to, None where the text has no date yet."""
        return self._reference()[0] if self._last else None

    def running_year(self, begin: int) -> int | None:
        """The year that "the following year" at ``begin`` counts from: no aside of the paragraph before."""
        if self._last is None:
            return None
        told = self._told
        if told is None or not ((self._new_paragraph(begin) and self._leads_away(told)) or self._is_end(told)):
            return self._last.year
        near = self._read_to - self._told_at <= _LONGEST_PARAGRAPH
        same_paragraph = near and not _PARAGRAPH.search(self._text, self._told_at, self._read_to)
        return told.year if same_paragraph else self._last.year

    def _leads_away(self, told: Place) -> bool:
        """Whether the year mentioned last goes back behind the date told before, or is only a limit ahead of it."""
        assert self._last
        if self._last.year >= told.year:
            return _LIMIT.search(self._text, max(0, self._year_at - 20), self._year_at) is not None
        return self._last.year < told.year - 1

    def _is_end(self, told: Place) -> bool:
        """Whether the year mentioned last only says how long something was to last: "until he broke it in 2005"."""
        assert self._last
        if self._last.month or self._last.year <= told.year:
            return False
        return _ENDED.search(self._text, max(0, self._year_at - _CLAUSE), self._year_at) is not None

    def year_for(self, month: int, begin: int) -> int | None:
        """The year of a bare month that stands at ``begin``, None where the text has no date yet."""
        if self._last is None:
            return None
        if self._range_told and (inside := self._year_inside(month)) is not None:
            return inside
        year, last_month = self._reference()
        if year != self._last.year and _APPOSED.fullmatch(self._text, self._year_at, begin):
            return self._last.year
        if (self._goes_on(year) or self._is_told_ahead(year)) and self._is_said_just_before(begin):
            return self._last.year  # "She was sold in 1863, and broken up in February."
        turn = _TURN_BY if self._text.endswith("By ", 0, begin) else _TURN
        turns = last_month and last_month - month >= turn and not tells_back(self._text, begin)
        turned = year + 1 if turns else year
        if self._first and self._first.month and {year, turned} != {self._first.year} and self._new_paragraph(begin):
            return min((turned, self._first.year), key=lambda each: self._distance(each, month))
        if self._first and not self._first.month and year < self._first.year and self._new_paragraph(begin):
            return self._first.year  # what the paragraph before ended with was a comparison
        before = self._range is not None and (turned, month) < self._range[0]
        return (self._year_inside(month) or turned) if before else turned

    def _note_range(self, place: Place, begin: int) -> None:
        """Keep the first and last month of a range such as "from September 1854 until September 1855"."""
        self._range_told = self._last is not None and _TO.fullmatch(self._text, self._read_to, begin) is not None
        if self._range_told and self._last and self._last.month and place.month:
            self._range = (self._last.year, self._last.month), (place.year, place.month)
        elif self._range and not self._range[0] <= (place.year, place.month or 1) <= self._range[1]:
            self._range = None

    def _year_inside(self, month: int) -> int | None:
        """The first year in which a month lies in the range that was told, None where it lies in none."""
        if self._range is None:
            return None
        begin, end = self._range
        return next((year for year in range(begin[0], end[0] + 1) if begin <= (year, month) <= end), None)

    def _is_told_ahead(self, year: int) -> bool:
        """Whether a sentence ends with a later year, as "It was sold in 1930."."""
        assert self._last
        ends = _ENDS_IN_YEAR.match(self._text, self._year_at) is not None
        return year < self._last.year and ends and self._text.endswith(" in ", 0, self._year_at)

    def _is_said_just_before(self, begin: int) -> bool:
        """Whether the year mentioned last stands in the same sentence, or ends the one before this opening."""
        if begin - self._year_at > _LONGEST_SENTENCE:
            return False
        ends = [match.end() for match in _SENTENCE_END.finditer(self._text, self._year_at, begin)]
        opens = len(ends) == 1 and _OPENS_WITH.fullmatch(self._text, ends[0], begin) is not None
        return not ends or (opens and _ENDS_IN_YEAR.match(self._text, self._year_at) is not None)

    def _goes_on(self, year: int) -> bool:
        """Whether the year mentioned last lies so near ahead that the story may have gone on to it."""
        assert self._last
        if year < self._last.year <= year + _ONWARD:
            return _TELLING.search(self._text, max(0, self._year_at - 20), self._year_at) is not None
        opening = _EVENT_OPENING.search(self._text, max(0, self._year_at - _CLAUSE), self._year_at)
        return year < self._last.year and opening is not None

    def winter_for(self, begin: int) -> int | None:
        """The year in which a bare winter at ``begin`` ends: the one told of, or the next to come."""
        year = self.year_for(12, begin)
        if year is None:
            return None
        _, month = self._reference()
        return year if month is not None and month <= 3 else year + 1

    def _in_brackets(self, begin: int) -> bool:
        opened = self._text.rfind("(", max(0, begin - _BRACKETS), begin)
        return opened >= 0 and ")" not in self._text[opened:begin]

    def _new_paragraph(self, begin: int) -> bool:
        return _PARAGRAPH.search(self._text, max(self._read_to, begin - _LONGEST_PARAGRAPH), begin) is not None

    def _reference(self) -> tuple[int, int | None]:
        """Year and month that the story has come to: no year that was an aside."""
        assert self._last
        if self._last_month and self._last.year == self._last_month.year:
            return self._last_month.year, self._last_month.month
        told = self._opened or self._last
        return told.year, told.month

    def _is_aside(self) -> bool:
        return not self._counts_on and not _OPENING.search(self._text, max(0, self._year_at - 20), self._year_at)

    def _distance(self, year: int, month: int) -> int:
        assert self._first
        months = (year - self._first.year) * 12 + month - (self._first.month or 1)
        return months if months >= 0 else -_BACK * months
