"""What resolving may look at: the text, its publication, and the dates mentioned so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.chronology.days import (
    SEASON_MONTHS,
    Place,
    quarter_of,
)
from viewer.chronology.other_tenses import has_future_word
from viewer.chronology.schedules import is_reported, is_traded, side_told
from viewer.chronology.tense import (
    clause_tells,
    continues,
    ends_sentence,
    is_bound,
    is_over,
    is_planned,
    is_still_planned,
    lasted,
    lasts_on,
    leads_on,
    looked_back,
    opens_told,
    says_will,
    sentence_ends,
    tells_habit,
    tells_of_old,
    tense_of,
    told_before,
    was_meant,
    was_to_have,
    will_follows,
    year_said,
)
from viewer.chronology.thread import Thread
from viewer.chronology.vocabulary import MONTHS
from viewer.model import Basis, TimexType

if TYPE_CHECKING:
    from collections.abc import Set
    from datetime import date

    from viewer.chronology.answer import Answer

_SENTENCE_REACH = 200
_WORDS_BEFORE = 30
_ASIDE = 3  # sentences; the end of a paragraph counts twice
_NEAR = 800  # characters of two sentences, at most
_WHO = re.compile(r"\b(?:who|which|whose|where)\b[^,.;]*$")
_APPOSED = re.compile(r"(?:,| -| –| —|—|–) ?(?:just |only |exactly |about )?$")
_ATTRIBUTE = re.compile(r"(?:\b(?:his|her|its|their|the|an?)|['’]s) \d{4}$", re.I)
_PUTS_ON = re.compile(r"\b(?:on|by|at|until|till|since|from|before|after|over|for|near|around|about) (?:the )?$", re.I)
_LISTED = re.compile(r",?\s?(?:(?:and|or|to|through|until|till)\s(?:on\s)?(?:the\s)?)?|\s?[-–—]\s?")
_TO_LAST = re.compile(r" ?(?:and|to|until|till|through|-|–|—) ?(?:the )?")
_COMPARING = re.compile(r"\b(?:than|since|versus|against|as) (?:[^.;!?]|\.(?! [A-Z])){0,50}$")
_PAST_YEARS, _CLAUSE = 2, 60  # years, characters
_LONGEST_LINK, _HALF_A_YEAR, _JUST_BEFORE = 12, 6, 2  # characters, months, months
_ENTRY = re.compile(r"\s*(?:[-–—:|]|\n)")
_OPENING = re.compile(r"(?:[.!?]\W*\s|\n\s*|^)(?:In|During|Throughout|Through)\s+$")
_NEVER = re.compile(r"\b(?:not|never|no)\b|n['’]t\b", re.I)
_COMPARED = re.compile(r"\b(?:after|against|from|than|with|following|since|versus)(?:\s+[\w’'-]+){0,2}\s+$", re.I)
_WHOLE_YEAR = re.compile(r"(?:the|its)(?: (?:full|fiscal|financial))* year", re.I)
_LONGER_PERIODS = frozenset(("P6M", "P9M", "P1Y"))

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def say(day: date) -> str:
    """As in "Friday 2 November 2018"."""
    return f"{DAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _era(value: str) -> Place | None:
    """The first year of a decade or century ("198", "19"), None for any other value."""
    if not value.isdigit() or len(value) not in (2, 3):
        return None
    return Place(int(value) * (10 if len(value) == 3 else 100) or 1)


def _year_behind(last: Place, month: int, day: int) -> int | None:
    """The year of a day that a list names behind another; None where it lies before that one."""
    if (month, day) > (last.month or 0, last.day or 0):
        return last.year
    return last.year + 1 if (last.month or 0) - month >= _HALF_A_YEAR else None


class Context:
    """What resolving may look at: the text, its publication, and the dates mentioned so far.

    ``ahead`` are the words of a language that put what is told into the future; None for English, whose
    tenses are known.
    """

    def __init__(self, text: str, published: date | None, *, narrative: bool, ahead: Set[str] | None = None) -> None:
        self.english, self._ahead = ahead is None, ahead or frozenset()
        self.text, self.published, self.narrative = text, published, narrative
        self.begin = self.end = 0
        self.thread = Thread(text)
        self.last: Place | None = None
        self.last_day: Place | None = None
        self.last_day_at = 0
        self.day_before: Place | None = None
        self.day_before_at = 0
        self.reports_yesterday = False
        self.last_time, self.last_time_at, self.last_time_written = "", 0, ""
        self.last_month: Place | None = None
        self.led_from: Place | None = None
        self.led_to: Place | None = None
        self.last_part = ""
        self.last_quarter_year = 0
        self.reports_quarter = self.reports_longer = False
        self.day_first: bool | None = None
        self.last_at = 0
        self.stated: Place | None = None
        self.stated_at = 0
        self.given: Place | None = None
        self.given_at = 0
        self._is_given_by_text = True
        self.era: Place | None = None
        self.era_is_century = False
        self.other_year: Place | None = None
        self.years_of_days: dict[tuple[int, int], int] = {}
        self.anchor = published.isoformat() if published else ""

    @property
    def words(self) -> str:
        """The expression itself."""
        return self.text[self.begin : self.end]

    def tense(self) -> str:
        """As in "past", "future" or ""."""
        if self.english:
            return tense_of(self.text, self.begin, self.end)
        return "future" if has_future_word(self.text, self.begin, self.end, self._ahead) else ""

    def month_told(self, day: int) -> Place | None:
        """The month with its year that this sentence or the one before names, for "on the 3rd"."""
        if self.given is None or self.begin - self.given_at > _SENTENCE_REACH:
            return None
        if sentence_ends(self.text[self.given_at : self.begin]) > 1:
            return None
        if self._is_given_by_text or self.published is None:
            return self.given
        if self.given.day is None and sentence_ends(self.text[self.given_at : self.begin]):
            return None  # "Exports fell in August. The bank cut rates on the 1st."
        then = (self.given.year, self.given.month or 1, day)
        over = then <= (self.published.year, self.published.month, self.published.day)
        return self.given if over and self.tense() == "past" else None

    def _names_month(self) -> bool:
        return any(word.istitle() and word.strip(".,").lower() in MONTHS for word in self.words.split())

    def just_told(self) -> bool:
        """Whether a verb in the past stands right before the expression ("was held on"), which cannot be ahead."""
        return self.english and (told_before(self.text, self.begin) or opens_told(self.text, self.begin, self.end))

    def was_to_have(self) -> bool:
        """Whether something was to have happened then: "work was to have begun in"."""
        return self.english and was_to_have(self.text, self.begin)

    def was_meant(self) -> bool:
        """Whether something was meant for then, which is the nearest such day: "were supposed to vote on"."""
        return self.english and was_meant(self.text, self.begin)

    def clause_tells(self) -> bool:
        """Whether the clause tells in the past what is dated here, however far its verb stands."""
        return self.english and clause_tells(self.text, self.begin)

    def planned(self) -> bool:
        """Whether the words before plan something for this date; surer than the tense."""
        if not self.english or self.tense() != "future":
            return False
        return is_planned(self.text, self.begin) or says_will(self.text, self.begin)

    def plans_for_our_time(self) -> bool:
        """Whether a history comes to what is still planned: "will be published next spring", "is planned for"."""
        return self.published is not None and self.english and is_still_planned(self.text, self.begin)

    def will_follows(self) -> bool:
        """Whether a "will" stands behind the expression in its sentence, and none but it tells when."""
        return self.english and self.tense() == "future" and will_follows(self.text, self.end)

    def tells_no_day_near(self) -> bool:
        """Whether no day stands near that "tomorrow" may count from, as it does in a letter or diary."""
        return self.last_day is None or not self._is_near(self.last_day_at)

    def tells_day_here(self) -> bool:
        """Whether the date mentioned last is a day near by that is not to come, for "later in the day"."""
        day = self.last_day.as_date if self.last_day else None
        here = day is not None and self.last is self.last_day and self._is_near(self.last_day_at)
        return here and (self.published is None or (day is not None and day <= self.published))

    def lasted_from_then(self) -> bool:
        """Whether a length that goes on counts from what is told: "He held the seat for the next 26 years"."""
        old = self.last is not None and self.published is not None and self.published.year - self.last.year > 1
        return old and self.english and self.tense() == "past" and lasted(self.text, self.begin)

    def lasts_on(self) -> bool:
        """Whether it is told to go on until the expression: "would stay until June"."""
        return self.english and lasts_on(self.text, self.begin)

    def is_bound(self) -> bool:
        """Whether "by", "until" and the like lead here."""
        return self.english and is_bound(self.text, self.begin)

    def stands_behind_preposition(self) -> bool:
        """Whether a preposition puts something on this day: "on Christmas Eve", not "the Christmas holiday"."""
        return _PUTS_ON.search(self.text, max(0, self.begin - 20), self.begin) is not None

    def tells_habit(self) -> bool:
        """Whether the sentence says what comes again each year."""
        return self.english and tells_habit(self.text, self.begin, self.end)

    def looks_ahead(self) -> bool:
        """Whether a weekday here is one to come; "Wednesday's ruling" needs a "will" for it."""
        if side := self.side_told():
            return side == "future"
        attribute = self.text[self.end : self.end + 2] in ("'s", "’s")
        return self.tense() == "future" and (not attribute or says_will(self.text, self.begin))

    def side_told(self) -> str:
        """As in "future" or "past" where the words tell it more surely than the nearest verb, else ""."""
        return side_told(self.text, self.begin, self.end) if self.english else ""

    def is_reported(self) -> bool:
        """Whether the figures of this month are told of, so that it is over."""
        return self.english and is_reported(self.text, self.begin, self.end)

    def is_traded(self) -> bool:
        """Whether something is bought for this month, so that it is to come."""
        return self.english and is_traded(self.text, self.begin, self.end)

    def looks_back(self) -> bool:
        """Whether the clause before speaks of a time well past: "had warned twice, in", "last year, ending in"."""
        return self.english and tells_of_old(self.text, self.begin)

    def year_said(self) -> int | None:
        """The year that the words before name from publication: 0 for "this year through", -1 for "last year in"."""
        return year_said(self.text, self.begin) if self.english else None

    def is_told_as_over(self) -> bool:
        """Whether the words tell of this date as of one that is past: "Christmas was quiet", "died on Boxing Day"."""
        if not self.english or self.words.endswith("week"):
            return False
        return is_over(self.text, self.begin, self.end) and self.tense() == "past"

    def year_of_range(self, month: int) -> int | None:
        """The year of a bare month that ends a range: "from April 8 to late May" ends after it begins."""
        last = self.last_month
        if last is None or self.last is not last or self.text.endswith("day", 0, self.last_at):
            return None
        if not leads_on(self.text, self.last_at, self.begin):
            return None
        return last.year + (1 if month < (last.month or 1) else 0)

    def day_led_on_from(self) -> Place | None:
        """The day mentioned last where only a "to" or a dash stands behind it: "from the 14th until the 22nd"."""
        led = self.last_day is not None and self.last is self.last_day
        return self.last_day if led and leads_on(self.text, self.last_day_at, self.begin) else None

    def leads_on_from_day(self) -> bool:
        """Whether only a "to" or a dash stands between the weekday mentioned last and this one."""
        last = self.last is self.last_day and self.text.endswith("day", 0, self.last_day_at)
        return last and leads_on(self.text, self.last_day_at, self.begin)

    def stated_year(self, month: int, day: int | None) -> int | None:
        """The year of a bare month or day after one with its year in the same sentence, None where there is none.

        "In July 2017, in October and in February": 2017, 2017, 2018. "Payable June 14, 2024, to holders of record on
        May 31": 2024.
        """
        if self.stated is None or self.begin - self.stated_at > _SENTENCE_REACH or self._follows_aside():
            return None
        between = self.text[self.stated_at : self.begin]
        aside = not self.narrative and looked_back(self.text, self.stated_at, self.end)
        if ends_sentence(between) and (aside or not (self._lies_years_back(self.stated) and self._is_told_on(between))):
            return None
        back = (self.stated.month or 1) - month
        return self.stated.year + (back > (_JUST_BEFORE if day and self.stated.day else 0))

    def _follows_aside(self) -> bool:
        """Whether the date stated last closed a clause of its own: "who flew in July 1969, died on Feb. 18"."""
        if self.narrative or self.text[self.stated_at : self.stated_at + 1] != ",":
            return False
        return _WHO.search(self.text, max(0, self.stated_at - _SENTENCE_REACH), self.stated_at) is not None

    def year_of_day(self, month: int, day: int) -> int | None:
        """The year that the text gave to this day before, or that of the list which the day goes on with."""
        if (known := self.years_of_days.get((month, day))) is not None:
            return known
        last = self.last_day
        if last is None or not last.month or self.begin - self.last_day_at > _SENTENCE_REACH:
            return None
        if self._is_listed():
            return _year_behind(last, month, day)
        if self.tense():
            return None
        entry = self.text[self.last_day_at : self.begin]
        if sentence_ends(entry.rstrip()) or tense_of(entry, 0, 0) or not _ENTRY.match(entry):
            return None
        return last.year + (month < last.month)

    def _is_listed(self) -> bool:
        """Whether only what joins the days of a list stands between the day mentioned last and this one."""
        near = 0 < self.begin - self.last_day_at <= _LONGEST_LINK
        return near and _LISTED.fullmatch(self.text, self.last_day_at, self.begin) is not None

    def _is_told_on(self, between: str) -> bool:
        """Whether a story goes on here: right in the next words, or as "By May, it had" with no date in between."""
        if continues(between):
            return True
        return (
            self.last is self.stated
            and sentence_ends(between) <= _ASIDE
            and opens_told(self.text, self.begin, self.end)
        )

    def _lies_years_back(self, place: Place) -> bool:
        return place.month is not None and self.published is not None and self.published.year - place.year >= 2

    def day_to_count_from(self, days: int) -> Place | None:
        """The day mentioned last; in "Friday, two days earlier" the one before that, where this comes to Friday."""
        last = self.last_day.as_date if self.last_day else None
        before = self.day_before.as_date if self.day_before else None
        if last and before and (last - before).days == days and _APPOSED.match(self.text, self.last_day_at, self.begin):
            return self.day_before
        return None if self._tells_of_another_time() else self.last_day

    def has_left_last_day(self) -> bool:
        """Whether news only compared with the day mentioned last, which lies years back, and that sentence is over."""
        day = self.last_day
        if self.narrative or day is None or self.published is None or abs(self.published.year - day.year) < _PAST_YEARS:
            return False
        compared = _COMPARING.search(self.text, max(0, self.last_day_at - _CLAUSE), self.last_day_at) is not None
        return compared and sentence_ends(self.text[self.last_day_at : self.begin]) > 0

    def month_to_count_from(self) -> Place | None:
        """The month mentioned last; none where the story has come to another year since."""
        last, month = self.last, self.last_month
        if last is None or month is None or last.month or last.year == month.year or not self._is_near(self.last_at):
            return month
        return None

    def _tells_of_another_time(self) -> bool:
        """Whether this sentence or the one before names a month or year that the last day does not lie in."""
        last, day = self.last, self.last_day
        if last is None or day is None or last.day or last.year == day.year:
            return False
        if not last.month and _ATTRIBUTE.search(self.text, max(0, self.last_at - 20), self.last_at):
            return False  # "before his 1927 flight"
        return self._is_near(self.last_at) and not self._is_near(self.last_day_at)

    def _is_near(self, at: int) -> bool:
        """Whether at most one sentence ends between a place before and here."""
        return self.begin - at <= _NEAR and sentence_ends(self.text[at : self.begin]) <= 1

    def begin_of_range(self) -> Place | None:
        """The first date of a range whose last one is the date mentioned last: "bought from March 2008 to May 2009"."""
        return self.led_from if self.last is not None and self.last is self.led_to else None

    def running_year(self) -> Place | None:
        """The date that "the following year" counts from: the last one, in a history none that was an aside."""
        year = self.thread.running_year(self.begin) if self.narrative else None
        return self.last if year is None or (self.last and self.last.year == year) else Place(year)

    def year_meant(self, told: Place | None) -> Place | None:
        """The year that "that year" is in news: none that would be "this year"."""
        current = self.published is not None and told is not None and told.year == self.published.year
        return self.other_year or told if current else told

    def is_to_come(self, told: Place) -> bool:
        """Whether news names a date to come, from which no "a year earlier" counts that compares figures."""
        return self.published is not None and not self.narrative and told.year > self.published.year

    def season_meant(self, part: str) -> Place | None:
        """The season that "that fall" is in news where it would be this one or one to come: that of another year."""
        begins = SEASON_MONTHS.get(part)
        if begins is None or self.narrative or not self.published or not self.last or not self.other_year:
            return None
        current = self.last.year == self.published.year and begins + 2 >= self.published.month
        return Place(self.other_year.year, part=part) if current else None

    def tells_past_night(self) -> bool:
        """Whether something happened "overnight": not "snow will fall overnight", "it did not come overnight"."""
        left = self.text[max(0, self.begin - _WORDS_BEFORE) : self.begin]
        return self.tense() == "past" and _NEVER.search(left) is None

    def lasts_through_night(self) -> bool:
        """Whether something went on in the night before: "they worked through the night"."""
        left = self.text[max(0, self.begin - _WORDS_BEFORE) : self.begin]
        return left.endswith(("through ", "throughout ", "during ")) and self.tells_past_night()

    def remember(self, answer: Answer) -> None:
        """Let later expressions count from this one."""
        if answer.value in _LONGER_PERIODS or _WHOLE_YEAR.fullmatch(self.words):
            self.reports_quarter, self.reports_longer = False, True
        place = answer.place
        if answer.type is TimexType.TIME:
            self.last_time, self.last_time_at = answer.value.partition("T")[2], self.end
            self.last_time_written = self.words
        if place is None:
            if era := _era(answer.value):
                self.era, self.era_is_century = era, len(answer.value) < len("199")
            return
        self.era = None
        if place.part[:1] == "Q":
            self.reports_quarter, self.reports_longer = True, False
        if self.last and _TO_LAST.fullmatch(self.text, self.last_at, self.begin):
            self.led_from, self.led_to = self.last, place
        self.last, self.last_at = place, self.end
        if self.published and place.year != self.published.year:
            self.other_year = place
        if place.month and (answer.basis in (Basis.EXPLICIT, Basis.TEXT) or self._names_month()):
            self.given, self.given_at = place, self.end
            self._is_given_by_text = answer.basis is not Basis.PUBLICATION
        if self._states_year(answer, place):
            self.stated, self.stated_at = place, self.end
        if self.narrative:
            counted = answer.basis is Basis.TEXT and not place.month and not place.part
            self.thread.note(place, self.begin, late=answer.mod == "END", counted=counted)
        if place.month:
            self.last_month = place
        if place.day:
            if place.month and (answer.basis is Basis.EXPLICIT or self._lies_ahead(place)):
                self.years_of_days[place.month, place.day] = place.year
            self.day_before, self.day_before_at = self.last_day, self.last_day_at
            self.last_day, self.last_day_at = place, self.end
            if self.published and place.as_date == self.published:
                self.reports_yesterday = False
            elif self.words.lower() == "yesterday":
                self.reports_yesterday = True
        if place.part[:1] == "Q" and place.part[1].isdigit() and (not self.last_part or self._is_reported(place)):
            self.last_part, self.last_quarter_year = place.part, place.year

    def _lies_ahead(self, place: Place) -> bool:
        day, published = place.as_date, self.published
        return day is not None and published is not None and day > published

    def _states_year(self, answer: Answer, place: Place) -> bool:
        """Whether a bare month behind this date takes its year."""
        if answer.states_year:
            return True
        if answer.basis is Basis.EXPLICIT:
            return place.month is not None or self._opens_sentence(place)
        return bool(
            place.month and answer.basis is Basis.TEXT and self.stated_year(place.month, place.day) == place.year
        )

    def _opens_sentence(self, place: Place) -> bool:
        """Whether a year is what a sentence speaks of: "In 2021 ...", "During 2021, ..."."""
        return (
            self.english
            and not place.part
            and _OPENING.search(self.text, max(0, self.begin - 20), self.begin) is not None
        )

    def _is_reported(self, quarter: Place) -> bool:
        """Whether a quarter is over at publication, and none that the one reported is only compared with."""
        day, number = self.published, int(quarter.part[1])
        if day is not None and (quarter.year, number) >= (day.year, quarter_of(day.month)):
            return False
        if (quarter.year, quarter.part) >= (self.last_quarter_year, self.last_part):
            return True
        return _COMPARED.search(self.text, max(0, self.begin - _WORDS_BEFORE), self.begin) is None
