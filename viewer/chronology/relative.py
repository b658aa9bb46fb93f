"""Dates that count from publication or from a date mentioned before."""

from __future__ import annotations

from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import (
    Anchor,
    Calendar,
    DayInYear,
    Direction,
    Duration,
    Following,
    Meaning,
    Shift,
    Timed,
)
from viewer.chronology.shifts import OF_DAY
from viewer.chronology.vocabulary import (
    DAY_PARTS,
    MONTHS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)

BOOK = RuleBook()

_DIRECTIONS = {
    "last": Direction.LAST, "past": Direction.LAST, "next": Direction.NEXT, "coming": Direction.NEXT,
    "this": Direction.THIS, "current": Direction.THIS, "upcoming": Direction.NEXT,
}  # fmt: skip
_STEPS = {Direction.LAST: -1, Direction.THIS: 0, Direction.NEXT: 1}


@BOOK.rule(
    "yesterday, today, tomorrow",
    "day:('yesterday'|'today'|'tomorrow'|'tmrw') | (?<!DASH) 'to' DASH old:('day'|'morrow')",
    kind="REL_DAY",
    examples={
        "yesterday": "2018-11-01",
        "today": "2018-11-02",
        "tomorrow": "2018-11-03",
        "to-day": "2018-11-02",
        "to-morrow": "2018-11-03",
    },
)
def near_day(part: Parts) -> Shift | None:
    """The day of publication and its neighbours; "USA Today" and "the BBC's Today" are names."""
    if "old" in part:
        return Shift("D", int(part.word("old") == "morrow"), Anchor.PUBLICATION)
    if part.node("day").word[0].isupper() and (part.written_before().isalpha() or part.before() in ("'s", "’s")):
        return None
    return Shift("D", {"yesterday": -1, "today": 0}.get(part.word("day"), 1), Anchor.PUBLICATION)


@BOOK.rule(
    "the day before yesterday",
    "'the'? 'day' side:('before'|'after') day:('yesterday'|'tomorrow'|'tmrw')",
    kind="REL_DAY",
    examples={"the day before yesterday": "2018-10-31", "the day after tomorrow": "2018-11-04"},
)
def two_days_off(part: Parts) -> Shift:
    """Two days from publication."""
    return Shift("D", -2 if part.word("side") == "before" else 2, Anchor.PUBLICATION)


@BOOK.rule(
    "this day in a year",
    "'this' ('very'|'same')? ('day'|'date') COMMA? 'in' year:YEAR_NUMBER",
    kind="DAY_DATE",
    examples={"On this day in 1981 he was shot.": "1981-11-02", "On this date, in 1914": "1914-11-02"},
)
def this_day_in_year(part: Parts) -> DayInYear:
    """As in "on this day in 1981"."""
    return DayInYear(part.number("year"))


@BOOK.rule(
    "tonight",
    "'tonight' | (?<!DASH) 'to' DASH 'night'",
    kind="REL_TIME",
    examples={"tonight": "2018-11-02TNI", "to-night": "2018-11-02TNI"},
)
def tonight(part: Parts) -> Timed | None:
    """The night of publication; "The Tonight Show" is a programme."""
    if part.all_written()[0] == "Tonight" and (part.written_before().isalpha() or part.after() == "Show"):
        return None
    return Timed(Shift("D", 0, Anchor.PUBLICATION), "TNI")


@BOOK.rule(
    "last, this, next unit",
    "('the' (?='past'|'last'|'current'|'coming'|'next'|'upcoming') | 'sometime')? "
    "direction:('last'|'past'|'this'|'current'|'next'|'coming'|'upcoming') ('fiscal'|'calendar')? "
    "unit:CALENDAR_UNIT (?!DASH 'old'|"
    "'of' 'the'? ('the'|'this'|'that'|'last'|'next'|'each'|'following'|'same'|'previous') UNIT|'of' "
    "(MONTH|MONTH_LOWER|MONTH_SHORT|ANY_YEAR))",
    kind="REL_UNIT",
    examples={
        "last year": "2017", "this week": "2018-W44", "next month": "2018-12", "last week": "2018-W43",
        "last quarter": "2018-Q3", "the last decade": "P10Y", "this weekend": "2018-W44-WE",
    },
)  # fmt: skip
def neighbouring_unit(part: Parts) -> Meaning | None:
    """The unit before, around or after publication. "The past year" is a stretch, "last year" a year."""
    unit, direction = UNITS[part.word("unit")], _DIRECTIONS[part.word("direction")]
    with_article = part.all_words()[0] == "the"
    if unit == "D" and direction is Direction.LAST and part.after() == "of":
        return None  # "the last day of the siege"
    if direction is Direction.LAST and (with_article or part.word("direction") == "past"):
        return _stretch_behind(unit, part)
    if unit == "D":
        return Shift("D", _STEPS[direction], Anchor.TEXT if direction is not Direction.THIS else Anchor.PUBLICATION)
    if direction is Direction.NEXT and with_article and part.before() in ("over", "within") and part.after() != "or":
        return Duration(_LENGTHS[unit], 1)
    if direction is Direction.NEXT and with_article:
        if part.node("direction").word == "next" and part.after() == "," and _opens_sentence(part):
            return Shift(unit, 1, Anchor.TEXT)  # "The next year, they were freed."
        return Shift(unit, 1, Anchor.NEAREST) if unit not in "E" else Duration("P10Y", 1)
    return Shift(unit, _STEPS[direction], Anchor.PUBLICATION)


def _opens_sentence(part: Parts) -> bool:
    """Whether a sentence begins with these words, or with "Early", "Late" or "Later" before them."""
    steps = 2 if part.before() in ("early", "late", "later") else 1
    return part.before(steps).strip() in (".", "")


def _stretch_behind(unit: str, part: Parts) -> Meaning:
    if unit == "Y" and part.word("direction") == "past":
        return Shift("Y", -1, Anchor.PUBLICATION)
    if part.word("direction") == "last" and unit in ("D", "Q", "WE"):
        return Shift(unit, -1, Anchor.NEAREST)
    return Duration(_LENGTHS[unit], -1)


_LENGTHS = {
    "D": "P1D",
    "W": "P1W",
    "M": "P1M",
    "Q": "P1Q",
    "Y": "P1Y",
    "E": "P10Y",
    "C": "P100Y",
    "L": "P1000Y",
    "WE": "P2D",
    "FN": "P2W",
}


@BOOK.rule(
    "last, this, next month by name",
    "('this' (?='past'|'coming'))? direction:('last'|'this'|'next'|'past'|'coming') ((month:MONTH_SHORT "
    "DOT | month:MONTH | month:MONTH_LOWER) (day:DAY_OF_MONTH)?| weekday:WEEKDAY_FULL "
    "(?!('of'|'in') (MONTH|MONTH_SHORT|'the'|'this'|'next'|'last')) | season:SEASON)",
    kind="REL_NAMED",
    examples={
        "last May": "2018-05", "next July": "2019-07", "last Thursday": "2018-11-01", "last winter": "2017-WI",
        "next Friday": "2018-11-09", "this summer": "2018-SU", "this Friday": "2018-11-02",
    },
)  # fmt: skip
def neighbouring_name(part: Parts) -> Calendar | None:
    """The month, weekday or season of that name before, around or after publication."""
    direction = _DIRECTIONS[part.word("direction")]
    if "month" in part and part.node("month").word == "march" and part.after() in ("in", "on", "to", "of", "for"):
        return None
    if "month" in part:
        day = part.number("day") if "day" in part else None
        return Calendar(month=MONTHS[part.word("month")], day=day, direction=direction)
    if "weekday" in part:
        return Calendar(weekday=WEEKDAYS[part.word("weekday")], direction=direction)
    return Calendar(part=SEASONS[part.word("season")], direction=direction)


@BOOK.rule(
    "that, the same unit",
    "which:('that' 'same'? | 'the' 'said' | 'this' 'same' | 'the' 'very'? 'same') unit:(CALENDAR_UNIT|SEASON_SURE)"
    " | which:(('that'|'the') 'same') unit:SEASON | (?<='on'|'until'|'by') 'that' 'date' (?!OTHER)",
    kind="REL_UNIT",
    examples={
        "On 2 May 2014 he came; on that date 40 ships were lost": "2014-05-02 2014-05-02",
        "In 2014, and that year": "2014 2014",
        "In May 2014, the same month": "2014-05 2014-05",
        "On 2 May 2014, that same day": "2014-05-02 2014-05-02",
    },
)
def same_unit(part: Parts) -> Meaning:
    """The unit mentioned last."""
    if "unit" not in part:
        return Shift("D", 0, Anchor.TEXT)
    if part.word("unit") in SEASONS:
        return Calendar(part=SEASONS[part.word("unit")], direction=Direction.SAME)
    return Shift(UNITS[part.word("unit")], 0, Anchor.TEXT)


@BOOK.rule(
    "the following, previous unit",
    "('the'|'this')? which:('following'|'next'|'previous'|'preceding'|'subsequent'|'prior'|'ensuing') "
    "unit:(CALENDAR_UNIT|DAY_PART)",
    kind="REL_UNIT",
    examples={
        "On 2 May 2014 he came. The following day he left.": "2014-05-02 2014-05-03",
        "In May 2014 he came. The previous month he left.": "2014-05 2014-04",
        "On 2 May 2014 he came, the next day he left.": "2014-05-02 2014-05-03",
    },
)
def following_unit(part: Parts) -> Meaning | None:
    """The unit after or before the one mentioned last."""
    step = -1 if part.word("which") in ("previous", "preceding", "prior") else 1
    word = part.word("unit")
    if word in DAY_PARTS:
        return Timed(Shift("D", step, Anchor.TEXT), "T" + DAY_PARTS[word])
    if part.word("which") == "next" and part.all_words()[0] != "the":
        return Shift(UNITS[word], 1, Anchor.PUBLICATION)
    if part.word("which") == "next" and UNITS[word] not in "D":
        return Shift(UNITS[word], 1, Anchor.NEAREST)
    return Shift(UNITS[word], step, Anchor.TEXT)


@BOOK.rule(
    "later in the day",
    "('later'|'earlier') 'in' 'the' 'day' (?!OTHER)",
    kind="REL_DAY",
    examples={"On 2 May 2014 he came, and left later in the day.": "2014-05-02 2014-05-02"},
)
def later_in_day(part: Parts) -> Shift:
    """The day mentioned last, or that of publication."""
    del part
    return Shift("D", 0, Anchor.TEXT, grain=OF_DAY)


@BOOK.rule(
    "the year before last",
    "'the' unit:('week'|'month'|'year'|'weekend'|'night') 'before' 'last'",
    kind="REL_UNIT",
    examples={
        "the year before last": "2016",
        "the week before last": "2018-W42",
        "the night before last": "2018-10-31TNI",
    },
)
def before_last(part: Parts) -> Meaning:
    """Two units before publication."""
    if part.word("unit") == "night":
        return Timed(Shift("D", -2, Anchor.PUBLICATION), "TNI")
    return Shift(UNITS[part.word("unit")], -2, Anchor.PUBLICATION, grain="W")


@BOOK.rule(
    "the following, previous month or weekday by name",
    "('the'|'this') which:('following'|'next'|'previous'|'preceding'|'ensuing') "
    "(month:MONTH | weekday:WEEKDAY_FULL | season:SEASON) "
    "| 'the' (month:MONTH | season:SEASON) which:'following' (?!OTHER) "
    "| 'the'? weekday:WEEKDAY_FULL 'next'? which:'following' "
    "(?!OTHER|'the'|'a'|'his'|'her'|'their'|'its'|'this'|'that') "
    "| 'the' weekday:WEEKDAY_FULL which:'after' (?=COMMA|DOT|COLON)",
    kind="REL_NAMED",
    examples={
        "In May 1864 he came. The following March he left.": "1864-05 1865-03",
        "On 2 May 2014 he came. The following Monday he left.": "2014-05-02 2014-05-05",
        "In 1864 he came. The following spring he left.": "1864 1865-SP",
        "In 1864 he came. In the summer following he left.": "1864 1865-SU",
    },
)
def following_name(part: Parts) -> Following:
    """The month, season or weekday of that name after or before the date mentioned last."""
    step = -1 if part.word("which") in ("previous", "preceding") else 1
    if "month" in part:
        return Following(Calendar(month=MONTHS[part.word("month")]), step)
    if "weekday" in part:
        return Following(Calendar(weekday=WEEKDAYS[part.word("weekday")]), step)
    return Following(Calendar(part=SEASONS[part.word("season")]), step)


@BOOK.rule(
    "the morrow",
    "'the' 'morrow'",
    kind="REL_DAY",
    examples={"On 2 May 2014 he came, and left on the morrow.": "2014-05-02 2014-05-03"},
)
def the_morrow(part: Parts) -> Shift:
    """The day after the one mentioned last."""
    del part
    return Shift("D", 1, Anchor.TEXT)


@BOOK.rule(
    "the day before, the day after",
    "'the' unit:('day'|'night'|'morning'|'evening'|'afternoon'|'week'|'month'|'year') "
    "side:('before'|'after'|'following') (?!'the'|'a'|'his'|OTHER)",
    kind="REL_UNIT",
    examples={
        "On 2 May 2014. The day before": "2014-05-02 2014-05-01",
        "On 2 May 2014. The week after": "2014-05-02 2014-W19",
        "On 2 May 2014, shot the morning before.": "2014-05-02 2014-05-01TMO",
    },
)
def the_day_before(part: Parts) -> Meaning:
    """The unit before or after the one mentioned last."""
    step = -1 if part.word("side") == "before" else 1
    if part.word("unit") in DAY_PARTS:
        return Timed(Shift("D", step, Anchor.TEXT), "T" + DAY_PARTS[part.word("unit")])
    return Shift(UNITS[part.word("unit")], step, Anchor.TEXT)


@BOOK.rule(
    "then",
    "(?<='since'|'until'|'by'|'till') 'then'",
    kind="REL_DAY",
    examples={"It began in 2014. Until then": "2014 2014"},
)
def until_then(part: Parts) -> Shift | None:
    """The date mentioned last; "questioned by then Senator Smith" names an office."""
    if part.before() == "by" and part.after()[:1].isupper():
        return None
    return Shift("", 0, Anchor.TEXT)
