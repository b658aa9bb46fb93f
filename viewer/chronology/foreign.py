"""Rules for languages other than English: explicit dates, weekdays, months, and simple relative dates.

One set of rules serves all; the words of a language fill its classes. Numbers are written day first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology.absolute import calendar_day, two_digit_year
from viewer.chronology.durations import length
from viewer.chronology.grammar import Parts, Production, Rule, RuleBook
from viewer.chronology.meaning import (
    Anchor,
    Calendar,
    Clock,
    Direction,
    Duration,
    Meaning,
    Modified,
    Period,
    Shift,
    Timed,
)
from viewer.chronology.years import decade_prefix

if TYPE_CHECKING:
    from viewer.chronology.lexicon import Lexicon

_DAY = (
    "(weekday:WEEKDAY DOT? COMMA? ARTICLE?)? day:(DAY_NUMBER|ORDINAL_DAY|ORDINAL_NUMBER) DOT? OF? "
    "(month:MONTH_SHORT DOT? | month:MONTH)"
)
_YEAR = "COMMA? OF? YEAR_WORD? year:YEAR_NUMBER YEAR_MARK?"


def rules_for(lexicon: Lexicon) -> list[Rule]:
    """The rules of one language."""
    book = RuleBook()
    _absolute(book, lexicon)
    _periods(book, lexicon)
    _numeric(book)
    _relative(book, lexicon)
    _counted(book, lexicon)
    _modifiers(book)
    return book.rules


def _absolute(book: RuleBook, lexicon: Lexicon) -> None:
    @book.rule("day month year", f"{_DAY} (SLASH MONTH)? ({_YEAR})?", kind="DAY_DATE")
    def day_month_year(part: Parts) -> Calendar | None:
        day = int(_digits(part, "day"))
        year = part.number("year") if "year" in part else None
        weekday = lexicon.weekdays[part.word("weekday")] if "weekday" in part else None
        return calendar_day(year, lexicon.months[part.word("month")], day, weekday)

    @book.rule("month and year", f"month:MONTH (SLASH MONTH)? {_YEAR}", kind="MONTH_DATE")
    def month_and_year(part: Parts) -> Calendar:
        return Calendar(year=part.number("year"), month=lexicon.months[part.word("month")])

    @book.rule("month", "month:MONTH (SLASH MONTH)?", kind="MONTH_DATE")
    def month_alone(part: Parts) -> Calendar | None:
        word = part.word("month")
        if part.before() not in lexicon.cues or (
            len(word) <= 3 and part.node("month").word.islower() and lexicon.capital_months
        ):
            return None
        return Calendar(month=lexicon.months[word])

    @book.rule("weekday", "weekday:WEEKDAY", kind="WEEKDAY_DATE")
    def weekday(part: Parts) -> Calendar:
        return Calendar(weekday=lexicon.weekdays[part.word("weekday")])

    @book.rule(
        "first day of two",
        "day:(DAY_NUMBER|ORDINAL_DAY|ORDINAL_NUMBER) DOT? (?=(TO|AND|DASH) ARTICLE? (DAY_NUMBER|ORDINAL_NUMBER) DOT? "
        f"OF? (month:MONTH_SHORT DOT? | month:MONTH) ({_YEAR})?)",
        kind="DAY_DATE",
    )
    def first_day(part: Parts) -> Calendar | None:
        day = int(_digits(part, "day"))
        year = part.number("year") if "year" in part else None
        return calendar_day(year, lexicon.months[part.word("month")], day)

    @book.rule("year", "year:YEAR_NUMBER YEAR_MARK? | mark:YEAR_WORD year:YEAR_NUMBER", kind="YEAR_DATE")
    def year_alone(part: Parts) -> Calendar | None:
        marked = len(part.all_words()) > 1
        if "mark" in part and part.word("mark") in lexicon.classes["DECADE"] and not part.number("year") % 10:
            return None  # "les années 1980"
        if part.after() in ("%", "€", "$", "/") or part.before() in ("$", "€", "£", "/"):
            return None
        if not marked and not _may_be_year(part, lexicon):
            return None
        return Calendar(year=part.number("year")) if marked or part.number("year") <= _LAST_YEAR else None


_FIRST_YEAR, _LAST_YEAR = 1400, 2100  # of those that stand without a word that says so


_MORE = frozenset(("más", "menos", "plus", "moins", "mais", "più", "meno", "meer", "minder", "более", "менее", "أكثر"))


def _may_be_year(part: Parts, lexicon: Lexicon) -> bool:
    before, after = part.before(), part.after()
    if part.before(2) in _MORE:
        return False
    if before in lexicon.cues or before in ("(", "-", "–"):
        return True
    if before in lexicon.classes["AND"] and part.before(2).isdigit() and len(part.before(2)) == len("1999"):
        return True
    if not lexicon.bare_years or part.number("year") < _FIRST_YEAR or before in _ROUGHLY:
        return False
    return not after[:1].isupper() and not after[:1].isdigit() and after not in lexicon.units


_ROUGHLY = frozenset(
    ("rund", "etwa", "über", "als", "knapp", "fast", "ca", "ungefähr", "insgesamt", "nr", "gut", ".", "+")
)


def _periods(book: RuleBook, lexicon: Lexicon) -> None:
    @book.rule("season and year", f"season:SEASON {_YEAR}", kind="PART_DATE")
    def season(part: Parts) -> Calendar:
        return Calendar(year=part.number("year"), part=lexicon.seasons[part.word("season")])

    @book.rule(
        "century",
        "CENTURY number:(CENTURY_NUMBER|DAY_NUMBER) | number:CENTURY_NUMBER CENTURY "
        "| number:DAY_NUMBER (DOT | DASH CENTURY_TAIL) CENTURY",
        kind="CENTURY_DATE",
    )
    def century(part: Parts) -> Period | None:
        word = part.node("number").word
        number = lexicon.centuries.get(word) or part.number("number")
        return Period(f"{number - 1:02}") if 1 <= number <= _LAST_CENTURY else None

    @book.rule(
        "decade",
        "DECADE OF? year:(YEAR_NUMBER|DAY_NUMBER|NUMERAL|QUOTE_YEAR) (?!AND YEAR_NUMBER) | form:DECADE_FORM UNIT_WORD? "
        "| year:(YEAR_NUMBER|DAY_NUMBER|NUMERAL) DASH DECADE_TAIL (YEAR_WORD|YEAR_MARK)?",
        kind="DECADE_DATE",
    )
    def decade(part: Parts) -> Period | None:
        digits = _digits(part, "form" if "form" in part else "year")
        if not digits.endswith("0") or len(digits) not in (2, 4):
            return None
        return Period(digits[:3] if len(digits) > 2 else decade_prefix(int(digits[0])))


_LAST_CENTURY = 21


def _digits(part: Parts, name: str) -> str:
    """The digits of a word such as "3rd", "1er" or "1990er"."""
    return "".join(filter(str.isdigit, part.node(name).word))


def _numeric(book: RuleBook) -> None:
    @book.rule("numeric date", "date:(DOT_DATE|SLASH_DATE|DASH_DATE)", kind="DAY_DATE")
    def numeric(part: Parts) -> Calendar | None:
        word = part.node("date").word
        separator = next(sign for sign in "/-." if sign in word)
        pieces = [int(piece) for piece in word.split(separator)]
        widths = [len(piece) for piece in word.split(separator)]
        if widths[0] == 4:
            year, month, day = pieces
        else:
            day, month, year = pieces
            year = two_digit_year(year) if widths[2] == 2 else year
        return calendar_day(year, month, day) if 1 <= month <= 12 and 1 <= year <= 9999 else None

    @book.rule("ISO date", "date:ISO_DATE", kind="DAY_DATE")
    def iso(part: Parts) -> Meaning | None:
        text = part.node("date").word
        if not 1 <= int(text[5:7]) <= 12 or not int(text[:4]):
            return None
        day = calendar_day(int(text[:4]), int(text[5:7]), int(text[8:10]))
        return Timed(day, "T" + text[11:16]) if day and len(text) > 10 else day

    @book.rule("day written with signs", "date:SIGN_DATE", kind="DAY_DATE")
    def signs(part: Parts) -> Calendar | None:
        pieces = [int(piece) for piece in "".join(c if c.isdigit() else " " for c in part.node("date").word).split()]
        if not 1 <= pieces[1] <= 12:
            return None
        return calendar_day(*pieces) if len(pieces) == 3 else Calendar(year=pieces[0], month=pieces[1])

    @book.rule("clock", "time:CLOCK_TIME", kind="CLOCK")
    def clock(part: Parts) -> Clock | None:
        hours, minutes = (int(piece) for piece in part.word("time").replace("h", ":").split(":")[:2])
        return Clock(f"T{hours:02}:{minutes:02}") if hours <= 24 and minutes < 60 else None


def _relative(book: RuleBook, lexicon: Lexicon) -> None:
    offsets = (("TODAY", 0), ("YESTERDAY", -1), ("TOMORROW", 1), ("DAY_BEFORE", -2), ("DAY_AFTER", 2))
    for kind, days in offsets:
        book.rule(kind.lower().replace("_", " "), f"word:{kind}", kind="REL_DAY")(
            _fixed(Shift("D", days, Anchor.PUBLICATION))
        )
    for kind, direction in (("LAST", Direction.LAST), ("NEXT", Direction.NEXT), ("THIS", Direction.THIS)):
        _directed(book, lexicon, kind, direction)


def _fixed(meaning: Shift) -> Production:
    def production(part: Parts) -> Shift:
        del part
        return meaning

    return production


def _directed(book: RuleBook, lexicon: Lexicon, kind: str, direction: Direction) -> None:
    steps = {Direction.LAST: -1, Direction.NEXT: 1, Direction.THIS: 0}[direction]

    @book.rule(
        f"{direction} weekday or month",
        f"{kind} (weekday:WEEKDAY | month:MONTH) | ARTICLE? (weekday:WEEKDAY | month:MONTH) {kind}",
        kind="REL_NAMED",
    )
    def named(part: Parts) -> Calendar:
        if "weekday" in part:
            return Calendar(weekday=lexicon.weekdays[part.word("weekday")], direction=direction)
        return Calendar(month=lexicon.months[part.word("month")], direction=direction)

    @book.rule(f"{direction} unit", f"{kind} unit:UNIT_WORD | ARTICLE? unit:UNIT_WORD {kind}", kind="REL_UNIT")
    def unit(part: Parts) -> Shift:
        return Shift(lexicon.units[part.word("unit")], steps, Anchor.PUBLICATION)


def _counted(book: RuleBook, lexicon: Lexicon) -> None:
    def amount(part: Parts) -> int:
        word = part.word("amount")
        return lexicon.numbers[word] if word in lexicon.numbers else part.number("amount")

    @book.rule(
        "so many units ago",
        "AGO_FIRST amount:(NUMBER|DAY_NUMBER|NUMERAL) unit:UNIT_WORD | amount:(NUMBER|DAY_NUMBER|NUMERAL) "
        "unit:UNIT_WORD AGO_LAST | AGO_FIRST dual:DUAL",
        kind="REL_COUNT",
    )
    def ago(part: Parts) -> Shift:
        if "dual" in part:
            return Shift(lexicon.duals[part.word("dual")], -2, Anchor.PUBLICATION, back=True)
        return Shift(lexicon.units[part.word("unit")], -amount(part), Anchor.PUBLICATION, back=True)

    @book.rule("number of units", "amount:(NUMBER|DAY_NUMBER|NUMERAL) unit:UNIT_WORD | dual:DUAL", kind="DURATION")
    def units(part: Parts) -> Duration:
        if "dual" in part:
            return Duration(length(lexicon.duals[part.word("dual")], 2))
        return Duration(length(lexicon.units[part.word("unit")], amount(part)))


def _modifiers(book: RuleBook) -> None:
    dated = "(MONTH_DATE|YEAR_DATE|PART_DATE|DECADE_DATE|CENTURY_DATE|REL_UNIT|REL_NAMED)"
    for kind, mod in (("EARLY", "START"), ("MID", "MID"), ("LATE", "END")):

        @book.rule(f"{kind.lower()} in a period", f"{kind} DASH? OF? date:{dated}", kind="MODIFIED", stage=2)
        def modified(part: Parts, mod: str = mod) -> Modified | None:
            inner = part.value("date")
            return Modified(inner, mod) if isinstance(inner, Calendar | Shift | Period) else None

    @book.rule(
        "day and time", "day:(DAY_DATE|WEEKDAY_DATE|REL_DAY|REL_NAMED) COMMA? clock:CLOCK", kind="TIMED", stage=2
    )
    def timed(part: Parts) -> Timed | None:
        day, clock = part.value("day"), part.value("clock")
        return Timed(day, clock.value) if isinstance(day, Calendar | Shift) and isinstance(clock, Clock) else None
