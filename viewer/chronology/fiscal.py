"""Periods as business reports name them: the quarter, the year-earlier period, the year ended in March."""

from __future__ import annotations

from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Anchor, Calendar, Direction, Duration, Meaning, Modified, Shift, Within
from viewer.chronology.told_by import is_told_by_event
from viewer.chronology.vocabulary import MONTHS, UNITS

BOOK = RuleBook()

_ON = ("on", "at")  # "on the weekend he trains"
_ENDS = frozenset(["ended", "ending", "ends", "end", "through"])


_WHO_DID = ("he", "she", "they", "we", "i", "it")


@BOOK.rule(
    "the year, the month, the week",
    "'the' how:('current'|'full'|'fiscal'|'financial')* unit:('year'|'month'|'week'|'weekend') "
    "(?!'of'|'starting'|'beginning'|'commencing'|DASH|'that'|'when'|'to'|'ago'|'earlier'|'before'|'after'|DECIMAL"
    "|DAY_NUMBER|YEAR_NUMBER) | (?<='over') 'the' said:'weekend' (?='that')",
    kind="REL_THE",
    examples={
        "during the week": "2018-W44", "for the full year": "2018",
        "He said over the weekend that he will go.": "2018-W44-WE",
        "by the end of the year 30,000 had died": "2018",
    },
)  # fmt: skip
def the_unit(part: Parts) -> Meaning | None:
    """The unit mentioned last, or that of publication. "The year ended 31 March" is a length."""
    if "said" in part:
        return Shift("WE", 0, Anchor.NEAREST)
    word, after = part.word("unit"), part.after().lower()
    if word == "year" and after in _ENDS and "full" not in part.all_words():
        return Duration("P1Y")
    if after[:1].isdigit() and "," not in after:
        return None  # "the year 476", not "By the end of the year 30,000 had died"
    if part.before() == "by" and word != "weekend":
        return None  # "paid by the month"
    if after in _WHO_DID and part.before() in ("until", "till", "since", "before", "after"):
        return None  # "until the week he died"
    if (word == "week" and after in ("ending", "ended")) or (after == "in" and part.before() != "in"):
        return None
    if (
        word in ("year", "month", "week")
        and part.before() == "of"
        and part.before(2) in ("time", "times", "most", "days", "rest_of")
    ):
        return None
    if is_told_by_event(part) and part.before() not in _ON:
        return None
    return Shift(UNITS[word], 0, Anchor.NEAREST)


@BOOK.rule(
    "the year that began on a day",
    "'the' ('fiscal'|'financial')? 'year' (?='that' ('began'|'begins'|'starts'|'started'|'ends'|'ended') 'on'? MONTH)",
    kind="DURATION",
    examples={"in the fiscal year that began Oct. 1": "P1Y 2018-10-01"},
)
def year_that_began(part: Parts) -> Duration:
    """A year with its first or last day."""
    del part
    return Duration("P1Y")


@BOOK.rule(
    "the year to a month",
    "(?<='in'|'for'|'over') 'the' 'year' (?='to' ('the' 'end' 'of')? MONTH)",
    kind="DURATION",
    examples={"prices rose 2.9% in the year to October": "P1Y 2018-10"},
)
def year_to_month(part: Parts) -> Duration:
    """A year that ends with a month, as British statistics have it."""
    del part
    return Duration("P1Y")


@BOOK.rule(
    "the latest year, month, week",
    "('the'|'its'|'their') ('latest' | 'most' 'recent') ('fiscal'|'financial'|'full'|'complete')? "
    "unit:('year'|'month'|'week') (?!DASH)",
    kind="REL_THE",
    examples={"sales in its latest fiscal year": "2017", "claims fell in the most recent week": "2018-W43"},
)
def the_latest_unit(part: Parts) -> Shift | None:
    """The last full unit before publication, as reports of figures have it."""
    if part.after() in ("for", "on", "in", "with", "when", "that", "available", "of"):
        return None
    return Shift(UNITS[part.word("unit")], -1, Anchor.PUBLICATION)


@BOOK.rule(
    "the quarter ended in a month",
    "'the' number:ORDINAL? 'quarter' (?=('ended'|'ending'|'that' 'ended') 'on'? (month:MONTH|month_short:MONTH_SHORT))",
    kind="REL_THE",
    examples={
        "the quarter ended Sept. 30": "2018-Q3 2018-09-30",
        "In the quarter ended July 31": "2018-Q2 2018-07-31",
    },
)
def quarter_ended(part: Parts) -> Meaning:
    """A quarter with its last day: the one that is reported, else the one of the calendar that most of it lies in."""
    if "number" in part:
        return Calendar(part=f"Q{min(part.number('number'), 4)}")
    month = MONTHS[part.word("month") or part.word("month_short")]
    return Calendar(part=f"Q{((month - 2) % 12) // 3 + 1}", direction=Direction.SAME)


@BOOK.rule(
    "the quarter",
    "('the'|'this'|'its'|'latest') how:('latest'|'recent'|'current'|'most' 'recent'|'full')* "
    "which:('quarter'|'period') (?!'of' OTHER|'in' 'which'|'when'|DASH)",
    kind="REL_THE",
    examples={
        "the latest quarter": "2018-Q3",
        "for the quarter": "2018-Q3",
        "It lost $3 in the third quarter. This quarter's loss is its second.": "2018-Q3 2018-Q3",
    },
)
def the_quarter(part: Parts) -> Meaning | None:
    """The quarter that a report is about; "the period" is one only where the report says "latest"."""
    words = part.all_words()
    if part.word("which") == "period" and not {"latest", "recent"} & set(words):
        return None
    return Shift("Q", 0, Anchor.REPORT)


@BOOK.rule(
    "the year-earlier period",
    "'the' which:('quarter'|'period') 'a' 'year' ('ago'|'earlier') "
    "| ('the'|'last' 'year' APOSTROPHE) ('comparable'? 'year' DASH ('earlier'|'ago') | 'corresponding' | 'same' "
    "| 'comparable' | 'like') ('fiscal'? number:ORDINAL)? which:('quarter'|'period') "
    "(('last'|'a') 'year' ('ago'|'earlier')?)?",
    kind="REL_COUNT",
    examples={
        "the year-earlier period": "2017-Q3",
        "the year-ago third quarter": "2017-Q3",
        "For the quarter a year ago": "2017-Q3",
        "It lost 3 in the nine months and 4 in the year-earlier period": "P9M 2017",
    },
)
def year_earlier_period(part: Parts) -> Meaning | None:
    """The quarter a year before the one that is reported; "period" is whatever was reported last."""
    words = part.all_words()
    if "year" not in words:
        return None
    if "number" in part:
        return Within(Calendar(part=f"Q{min(part.number('number'), 4)}"), Shift("Y", -1, Anchor.PUBLICATION))
    return Shift("Q", -1, Anchor.REPORT, back=True, same_time=part.word("which") == "period")


@BOOK.rule(
    "the same month a year before",
    "'the' ('same'|'corresponding'|'comparable') unit:('month'|'week'|'quarter'|'period'|'day') "
    "(('of'|'in')? ('last'|'the' 'previous'|'the' 'preceding') 'year' | 'a' 'year' ('ago'|'earlier'|'before'))",
    kind="REL_COUNT",
    examples={
        "In September exports rose from the same month of last year": "2018-09 2017-09",
        "In the nine months it made 5, and 4 in the same period of last year": "P9M 2017",
        "In August it lost 5, and 4 in the same month a year earlier": "2018-08 2017-08",
    },
)
def same_unit_year_before(part: Parts) -> Meaning:
    """The month of the year before that the one mentioned last is compared with."""
    unit = part.word("unit")
    if unit == "quarter":
        return Shift("Q", -1, Anchor.REPORT, back=True)
    if unit == "month":
        return Shift("M", -12, Anchor.TEXT, back=True)
    return Shift("Y", -1, Anchor.PUBLICATION, back=True, same_time=unit == "period")


@BOOK.rule(
    "year-earlier",
    "'year' DASH ('earlier'|'ago')",
    kind="REL_COUNT",
    examples={"year-ago": "2017"},
)
def year_earlier(part: Parts) -> Shift:
    """The same period of the year before."""
    del part
    return Shift("Y", -1, Anchor.TEXT, back=True, same_time=True)


@BOOK.rule(
    "the middle of the year",
    "(?<='by'|'until'|'since'|'at'|'before'|'after'|'from') 'mid' DASH 'year'",
    kind="MODIFIED",
    examples={"by mid-year": "2018"},
)
def mid_year(part: Parts) -> Modified:
    """The middle of the year in question."""
    del part
    return Modified(Shift("Y", 0, Anchor.NEAREST), "MID")


@BOOK.rule(
    "the end of the year",
    "'the'? 'year' ('end' | DASH 'end') year:YEAR_NUMBER? | 'the'? unit:('year'|'month'|'week') APOSTROPHE 'end'",
    kind="MODIFIED",
    examples={
        "year end": "2018",
        "the year's end": "2018",
        "by month's end": "2018-11",
        "by year-end 2019": "2019",
        "It has risen 3% since year-end": "2017",
    },
)
def year_end(part: Parts) -> Modified:
    """The end of the year, month or week in question; "since" one looks at the last that is over."""
    if "year" in part:
        return Modified(Calendar(year=part.number("year")), "END")
    back = -1 if part.before() == "since" else 0
    return Modified(Shift(UNITS[part.word("unit")] if "unit" in part else "Y", back, Anchor.NEAREST), "END")
