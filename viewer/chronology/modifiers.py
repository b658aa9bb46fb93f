"""Modifiers of what earlier stages found: "early", "the end of", "about", "at least", "or so"."""

from __future__ import annotations

from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.joins import meaning_of
from viewer.chronology.meaning import (
    Anchor,
    Calendar,
    Clipped,
    Clock,
    Duration,
    Meaning,
    Modified,
    Period,
    Reference,
    Shift,
    Timed,
    Within,
)
from viewer.chronology.shifts import TURN
from viewer.chronology.vocabulary import EARLY_LATE, UNITS, word_set

BOOK = RuleBook()


_DATED = (
    "(YEAR_DATE|MONTH_DATE|DAY_DATE|PART_DATE|DECADE_DATE|CENTURY_DATE|REL_UNIT|REL_NAMED|REL_DAY|REL_THE|"
    "WEEKDAY_DATE|REL_TIME|TIMED|DAY_PART_DATE|WEEK_DATE)"
)


@BOOK.rule(
    "early, mid, late",
    "'the'? ('very')? when:('early'|'late'|'mid'|'earlier'|'later') ('on'|'in'|'in' 'the')? DASH? "
    f"('to'|DASH)? ('mid'|'late')? DASH? date:{_DATED}",
    kind="MODIFIED",
    examples={
        "early 1990": "1990", "mid-October": "2018-10", "late last week": "2018-W43", "the late 1980s": "198",
        "earlier this month": "2018-11", "In 1864, and later that year": "1864 1864", "the later 1980s": "198",
    },
    stage=3,
)  # fmt: skip
def early_late(part: Parts) -> Meaning | None:
    """The first, middle or last part of a period."""
    when, inner = part.word("when"), meaning_of(part, "date")
    if isinstance(inner, Duration | Reference) or _is_weekday(inner):
        return None
    if when in ("earlier", "later"):
        side = -1 if when == "earlier" else 1
        if (
            isinstance(inner, Shift)
            and inner.amount == 0
            and inner.anchor is not Anchor.TEXT
            and inner.unit in ("W", "M", "Y")
        ):
            return Clipped(inner, side)
        if isinstance(inner, Period) and part.all_words()[0] == "the":
            return Modified(inner, "START" if side < 0 else "END")
        return inner if _names_a_period(inner) else None
    return Modified(inner, EARLY_LATE[when])


def _is_weekday(meaning: Meaning) -> bool:
    """Whether a meaning is a weekday or its time; "late" before one stays outside the expression."""
    day = meaning.day if isinstance(meaning, Timed) else meaning
    return isinstance(day, Calendar) and day.weekday is not None and day.day is None


def _names_a_period(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return meaning.year is None
    return not isinstance(meaning, Period | Clock)


@BOOK.rule(
    "the end of a period",
    "'the' ('very'|'first'|'early'|'latter'|'later'|'last'|'second')? "
    "edge:('end'|'beginning'|'start'|'middle'|'close'|'turn'|'part'|'half'|'rest'|'remainder') 'of' 'the'? "
    f"date:{_DATED} | edge:('end'|'beginning'|'start'|'middle'|'rest') DASH? 'of' 'the'? "
    f"date:{_DATED} | date:(REL_UNIT|YEAR_DATE|REL_THE) APOSTROPHE edge:('end'|'start') "
    "| (?<!DASH) edge:'end' DASH date:(MONTH_DATE|YEAR_DATE)",
    kind="MODIFIED",
    examples={
        "the end of March": "2018-03", "the beginning of 1943": "1943", "the middle of August": "2018-08",
        "by end-March": "2019-03", "at end-2016": "2016",
    },
    stage=4,
)  # fmt: skip
def edge_of_period(part: Parts) -> Meaning | None:
    """The begin, middle or end of a period."""
    edge, inner = part.word("edge"), meaning_of(part, "date")
    if edge in ("part", "half"):
        return _part_of_period(part, inner)
    if edge in ("rest", "remainder") and isinstance(inner, Shift) and inner.amount == 0:
        return Clipped(inner, 1)
    return Modified(inner, _EDGES.get(edge, "START"))


_EDGES = {"end": "END", "close": "END", "middle": "MID", "rest": "END", "remainder": "END"}
_LATTER, _FORMER = frozenset(("latter", "later", "last", "second")), frozenset(("first", "early"))


def _part_of_period(part: Parts, inner: Meaning) -> Meaning | None:
    """As in "the latter part of", "the first half of"; None where the words name no side."""
    words = set(part.all_words())
    mod = "END" if _LATTER & words else "START" if _FORMER & words else ""
    if part.word("edge") == "half" and isinstance(inner, Shift) and inner.unit == "Y" and mod:
        return Within(Calendar(part="H1" if mod == "START" else "H2"), inner)
    return Modified(inner, mod) if mod else None


@BOOK.rule(
    "the end of the century",
    "'the' ('very')? edge:('end'|'beginning'|'start'|'middle'|'close'|'turn'|'rest'|'remainder') 'of' ('the'|'that') "
    "unit:('century'|'decade'|'millennium') "
    "| 'the' unit:('century'|'decade') APOSTROPHE edge:('end'|'beginning'|'start'|'close'|'turn')",
    kind="MODIFIED",
    examples={
        "In 1874 he came. By the decade's end he was gone.": "1874 187",
        "In 1864 he came. By the end of the century he was gone.": "1864 18",
        "In 1898 he came. At the turn of the century he left.": "1898 19",
        "by the end of the decade": "201",
    },
)
def edge_of_century(part: Parts) -> Modified:
    """The begin, middle or end of the century or decade that the text is in; at its turn a new one begins."""
    edge, unit = part.word("edge"), UNITS[part.word("unit")]
    grain = TURN if edge == "turn" else ""
    return Modified(Shift(unit, 0, Anchor.NEAREST, grain=grain), _EDGES.get(edge, "START"))


@BOOK.rule(
    "about a date",
    "how:('about'|'around'|'circa'|'approximately'|'roughly'|'ca'|'c') DOT? "
    "date:(YEAR_DATE|DAY_DATE|MONTH_DATE|TIMED|CLOCK|REL_COUNT|DECADE_DATE)",
    kind="MODIFIED",
    examples={
        "around Nov. 1": "2018-11-01",
        "about 1910": "1910",
        "circa 480 BC": "BC0480",
        "about two years ago": "2016",
    },
    stage=4,
)
def about_a_date(part: Parts) -> Modified | None:
    """A date that is only near."""
    inner = meaning_of(part, "date")
    if part.node("how").word == "CA":  # California
        return None
    if part.word("how") == "about" and isinstance(inner, Calendar) and (inner.day or inner.month):
        return None
    return Modified(inner, "APPROX")


_DURATION_MODS = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN", "over": "MORE_THAN", "more than": "MORE_THAN", "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "under": "LESS_THAN", "at least": "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS",
    "at most": "EQUAL_OR_LESS", "not more than": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS",
    "just over": "MORE_THAN",
    "just under": "LESS_THAN", "well over": "MORE_THAN", "only": "", "just": "", "no less than": "EQUAL_OR_MORE",
    "a little over": "MORE_THAN", "slightly more than": "MORE_THAN", "a little more than": "MORE_THAN",
    "a mere": "", "another": "",
}  # fmt: skip


_NO_LENGTH_OF_ITS_OWN = ("the ", "several", "some", "many", "these", "last", "past", "next")


@BOOK.rule(
    "about so long",
    "how:('about'|'around'|'approximately'|'roughly'|'some'|'nearly'|'almost'|('well'|'a' 'little')? "
    "('over'|'under')|('slightly'|'a' 'little'|'no'|'not'|'well')? ('more'|'less'|'fewer') 'than'|'at' "
    "('least'|'most')|'up' 'to'|'as' 'many' 'as') length:(DURATION|REL_COUNT)",
    kind="MODIFIED_DURATION",
    examples={"nearly forty years": "P40Y", "at least 20 more years": "P20Y", "more than four hours": "PT4H"},
    stage=3,
)
def about_so_long(part: Parts) -> Modified | None:
    """A bound or an estimate of a length; "over the last five years" is neither."""
    how, length = part.words("how"), part.text_of("length").lower()
    if how == "about" and isinstance(meaning_of(part, "length"), Duration):
        return None
    if how == "over" and (length[0].isdigit() or length.endswith("period")):
        return None  # "over 42 days" mostly means in their course
    if how.endswith(("over", "under")) and length.startswith(_NO_LENGTH_OF_ITS_OWN):
        return None
    mod = _DURATION_MODS.get(how) or next(
        (value for key, value in _DURATION_MODS.items() if value and how.endswith(key)), "APPROX"
    )
    return Modified(meaning_of(part, "length"), mod)


@BOOK.rule(
    "so long, after about",
    "(?<='about') length:DURATION",
    kind="MODIFIED_DURATION",
    examples={"It took about five hours": "PT5H"},
    stage=3,
)
def after_about(part: Parts) -> Modified:
    """An estimated length; annotators leave the "about" outside."""
    return Modified(meaning_of(part, "length"), "APPROX")


@BOOK.rule(
    "or so, or more",
    "length:(DURATION|MODIFIED_DURATION|REL_UNIT|YEAR_DATE) "
    "tail:('or' ('so'|'more'|'less'|'longer'|'later'|'earlier') | 'and' 'beyond')",
    kind="MODIFIED_DURATION",
    examples={"two years or so": "P2Y", "a year or more": "P1Y", "not until 2020 or later": "2020"},
    stage=4,
)
def or_so(part: Parts) -> Modified | None:
    """An estimate or bound that comes after."""
    word = part.words("tail").split()[1]
    if isinstance(meaning_of(part, "length"), Calendar):
        return Modified(meaning_of(part, "length"), _AND_ON[word]) if word in _AND_ON else None
    if word in ("later", "earlier"):
        return None
    mod = {"so": "APPROX", "less": "EQUAL_OR_LESS"}.get(word, "EQUAL_OR_MORE")
    return Modified(meaning_of(part, "length"), mod)


_AND_ON = {"beyond": "AFTER", "later": "ON_OR_AFTER", "earlier": "ON_OR_BEFORE"}


@BOOK.rule(
    "within so many units",
    "(?<='within') length:DURATION",
    kind="DURATION_AHEAD",
    examples={"He will leave within 5 days": "P5D"},
    stage=4,
)
def within_units(part: Parts) -> Duration | None:
    """A length that begins at publication where the words look ahead."""
    length = meaning_of(part, "length")
    return Duration(length.value, 2) if isinstance(length, Duration) and not length.reach else None


def _is_best_in(part: Parts) -> bool:
    """Whether something is the first or the best in so long: "the first to reach the town in five weeks"."""
    words = (part.before(steps) for steps in range(2, _LONGEST_PRAISE))
    return any(word in _FIRSTS or (word.endswith("est") and word not in _NO_SUPERLATIVES) for word in words)


_LONGEST_PRAISE = 8  # words
_FIRSTS = frozenset(("first", "second", "third", "fourth", "fifth", "most", "least", "worst", "only"))
_NO_SUPERLATIVES = word_set("rest test request protest arrest invest contest interest west midwest forest harvest")


@BOOK.rule(
    "in so many units",
    "(?<='in') length:DURATION (?!'or')",
    kind="DURATION_IN",
    examples={
        "He will leave in three weeks": "2018-11-23",
        "He finished in three weeks": "P3W",
        "It would be the first to arrive in five weeks": "P5W",
    },
    stage=4,
)
def in_units(part: Parts) -> Duration | None:
    """A date where the words look ahead, else the time that something took."""
    length = meaning_of(part, "length")
    numbered = (
        isinstance(length, Duration)
        and not length.reach
        and part.text_of("length")[:1].islower() | part.text_of("length")[:1].isdigit()
    )
    if (
        not numbered
        or not isinstance(length, Duration)
        or part.before(2) == "time"  # "for the first time in 25 years"
        or _is_best_in(part)
        or length.value.endswith("S")
        or "X" in length.value
        or " " not in part.text_of("length")
        or " - " in part.text_of("length")
        or " or " in part.text_of("length")
    ):
        return None
    return Duration(length.value, 3)
