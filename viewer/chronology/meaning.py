"""What the words of an expression say, before anyone asks when they were written.

A production makes one of these; only ``resolve`` turns it into a date. Units are the letters of ISO 8601 (Y, M, W, D)
with those of TIMEX3: "Q" quarter, "E" decade, "C" century, "L" millennium, "WE" weekend, "H", "TM", "TS" for hour,
minute and second.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias


class Anchor(StrEnum):
    """What a relative expression counts from."""

    PUBLICATION = "publication"
    TEXT = "text"
    NEAREST = "nearest"
    REPORT = "quarter under report"


class Direction(StrEnum):
    """Which of the days, months or years of that name is meant."""

    OPEN = ""
    LAST = "last"
    THIS = "this"
    NEXT = "next"
    SAME = "same"
    ANY = "any"


UNNAMED_PERIOD = "P"


class Calendar(NamedTuple):
    """A place in the calendar, as far as the words go. ``part`` is SP, SU, FA, WI, Q1 to Q4, H1, H2 or W01 to W53.

    It is QX in "the 1988 quarter", and ``UNNAMED_PERIOD`` in "the 1988 period": the context knows which.

    ``year`` counts as astronomers do: 0 is 1 BC, -263 is 264 BC.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str = ""
    direction: Direction = Direction.OPEN
    other_reading: tuple[int, int] | None = None
    fiscal: bool = False


class Period(NamedTuple):
    """A decade or century: ``digits`` is its TIMEX3 prefix ("199", "19"); "XX9" for a decade of unknown century."""

    digits: str
    before_common_era: bool = False


class Shift(NamedTuple):
    """So many units before (negative) or after the anchor. ``amount`` None means an unknown number of units.

    ``grain`` is the unit of the answer; the unit counted where empty.
    """

    unit: str
    amount: int | None
    anchor: Anchor
    grain: str = ""
    back: bool = False
    same_time: bool = False


class Holiday(NamedTuple):
    """A named day; ``key`` is its name in ``holidays.DAYS``."""

    key: str
    year: int | None = None
    direction: Direction = Direction.OPEN


class Duration(NamedTuple):
    """A length of time, TIMEX3 value. ``reach`` -1 ends it at publication, 1 begins it there, 0 leaves it loose.

    2 and 3 look ahead only under a future tense: "within five days" begins at publication, "in five days" is a date.
    """

    value: str
    reach: int = 0


class Recurrence(NamedTuple):
    """A set: TIMEX3 value, with the quantifier and the frequency in words where stated."""

    value: str


class Reference(NamedTuple):
    """A vague one: PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


class Clock(NamedTuple):
    """A time of day: "T22:00", "TMO"; ``zone`` is the offset of a named zone ("-05:00", "Z") where it is stated."""

    value: str
    direction: Direction = Direction.OPEN
    zone: str = ""


class Timed(NamedTuple):
    """A time of a day."""

    day: Meaning
    clock: str
    zone: str = ""


class Within(NamedTuple):
    """A part of a whole: "July of that year", "the third quarter of last year", "Easter of the next year"."""

    part: Calendar | Holiday
    whole: Meaning


class Nth(NamedTuple):
    """The first, second, ... (-1: last) weekday, or week where ``weekday`` is 0, of a month or year."""

    number: int
    weekday: int
    whole: Meaning


class WeekOf(NamedTuple):
    """The week that a day lies in, or its weekend."""

    day: Meaning
    weekend: bool = False


class NextTo(NamedTuple):
    """The day so many days and months before (negative) or after another: "the day before last Tuesday".

    With a ``weekday``, 1 to 7, so many of that name are counted: "the second Monday after Easter".
    """

    day: Meaning
    days: int
    months: int = 0
    weekday: int = 0


class Following(NamedTuple):
    """The month, season or weekday of a name that comes next after (1) or before (-1) the date mentioned last.

    A weekday may be the second or third such (2, -3), and be counted from publication.
    """

    name: Calendar
    step: int
    anchor: Anchor = Anchor.TEXT


class ShiftBy(NamedTuple):
    """A length (TIMEX3 value) before (-1) or after (1) the anchor."""

    length: str
    direction: int
    anchor: Anchor


class Lasting(NamedTuple):
    """A length (TIMEX3 value) that begins on a day."""

    length: str
    start: Meaning


class EdgeOf(NamedTuple):
    """The first (1) or last (-1) so-and-so long of a period: "the last three days of March".

    Of the length LAST_DAY it is no length but the day itself: "the last day of March".
    """

    length: str
    whole: Meaning
    side: int


LAST_DAY = "last day"


class DayInYear(NamedTuple):
    """The day of publication in another year: "on this day in 1981"."""

    year: int


class Clipped(NamedTuple):
    """The part of a period before (-1) or after (1) publication: "earlier this year", "the rest of the week"."""

    whole: Meaning
    side: int


class Modified(NamedTuple):
    """Another meaning with a TIMEX3 ``mod``."""

    inner: Meaning
    mod: str


Meaning: TypeAlias = (
    Calendar
    | Period
    | Shift
    | Holiday
    | Duration
    | Recurrence
    | Reference
    | Clock
    | Timed
    | Within
    | Nth
    | NextTo
    | Following
    | WeekOf
    | ShiftBy
    | Clipped
    | Lasting
    | EdgeOf
    | DayInYear
    | Modified
)
