"""Years that only the text around them shows to be years.

The grammar reads four digits, or a year with its era, wherever they stand. "In 476 the last emperor was deposed" is a
year only where the text tells of early centuries, and "1848 A railway is built" only in a list of such entries.
"""

from __future__ import annotations

import re
from bisect import bisect
from itertools import pairwise
from typing import TYPE_CHECKING

from viewer.chronology.days import SEASON_MONTHS, month_length
from viewer.chronology.meaning import Anchor, Calendar, Holiday, Modified, Period, Shift
from viewer.chronology.resolve import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from viewer.chronology.meaning import Meaning

ENTRY, EARLY = "entry of a chronicle", "year of an early century"

_HEAD = r"(?:[-*•·] ?)?(1\d{3}|20\d\d)(?=[:.,]? [\"“‘(]?[A-Z]| ?[–—-] \w)"
_FIRST_ENTRY, _ENTRY = re.compile(_HEAD), re.compile(rf"\n{_HEAD}")
_FEWEST_ENTRIES = 4
_MOST = 20_000  # no text has so many years; a row of them made to cost time has
_IN_ORDER = 0.8  # of the entries of a chronicle

_NUMBER = re.compile(r"(?<![\w.,:;/$£€¥#°§])(?<!\D-)[1-9]\d{1,2}(?![\w%°]|[.,:/]\d|[-–]\w*[^\W\d_])")
_CUE = re.compile(
    r"(?:\b(?:in|by|until|till|since|from|before|after|between|during|either|year|(?P<how>around|circa|ca?\."
    r"|early|late|mid)|\((?:r|d|b|reigned|ruled|died|born|from)\.?)[ -]|\(|(?:\A|\n)[ \t]*)$",
    re.I,
)
_THREE_DIGITS = re.compile(r" [1-9]\d\d(?![\w%°]|[.,:/]\d)")
_IN = re.compile(r"\b(?:in|from|until|by|c\.)", re.I)
_OPENS_EARLY = re.compile(r"(?:\A|\n|[a-z)][.!?] )In")
_FEWEST_YEARS = 3
_MEDIEVAL, _MODERN = 1500, 1700
_BOUND = re.compile(r"from|between", re.I)
_RANGE = re.compile(r"(?: (?:to|and|until|till|through) | ?[–-] ?)(\d{1,4})\b")
_LINK = re.compile(r" (?:to|and|or|until) | ?[–-] ?|, ")
_MONTH_LINK = re.compile(r",? (?:of )?(?:the year )?")
_REACH = 16  # characters of a cue
_AFTER = re.compile(
    r"\s*[.,;:)\]–-]|\s*$|\s+(?:[A-Z\d(“\"]|(?:the|an?|he|she|it|they|his|her|its|their|this|by|when|after|before|and|but|or"
    r"|to|until|as|with|without|while|was|were|had|has|under|at|on|in|for|from|who|which|that|because|against|near"
    r"|during|following|onwards?|did|there|not|only|also|came)\b)"
)
# Round numbers are mostly counts.
_CUED = re.compile(r"(?:\b(?:in|from|until|by|c\.|and|between) |\()([1-9]\d\d)(?![\w%°]|[.,:/]\d)", re.I)
_CLOSES = re.compile(r"[.,;:)]|\s*$")
_LAST_EARLY = 999
_PAUSES = (",", ".", ";", ")")
_SHORT = 99  # a number of two digits is a year only in a text of the years around it
_SLACK = 30  # years that a story before the common era may go back without saying so
_FURTHER_BACK = 150  # and with a "had"
_CLAUSE = 60  # characters
_HAD = re.compile(r"\bhad (?:[\w’'-]+ ){1,6}$")
_MODS = {"early": "START", "mid": "MID", "late": "END"}


def with_years(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a text with the years that only the text as a whole shows to be years."""
    found = _added(mentions, _entries(text))
    return _Early(text, found).mentions() if _is_early_text(text, found) else found


def _is_early_text(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a text tells of early centuries: it names years of them, more than days and years of our time."""
    modern = sum(map(_is_modern, mentions))
    if sum(map(_is_early, mentions)) > modern:
        return True
    if modern:
        return False
    early_century = any(map(_is_early_period, mentions)) and any(int(each[1]) % 10 for each in _CUED.finditer(text))
    return early_century or _tells_of_early_years(text, mentions)


def _is_early_period(mention: Mention) -> bool:
    """Whether an expression names a decade or century before the year 1000."""
    core = _core(mention.meaning)
    if not isinstance(core, Period):
        return False
    early = len(core.digits) > 1 and int(core.digits.ljust(3, "0")) <= _LAST_EARLY // 10
    return core.before_common_era or early


def _is_modern(mention: Mention) -> bool:
    """Whether an expression names a year of the last centuries, a weekday, or a time seen from publication."""
    core = _core(mention.meaning)
    if isinstance(core, Calendar):
        return (core.year or 0) >= _MODERN or (core.weekday is not None and core.day is None)
    return isinstance(core, Shift) and core.anchor is Anchor.PUBLICATION


def _added(mentions: Sequence[Mention], more: Iterable[Mention]) -> list[Mention]:
    """All mentions in the order of the text, of those that overlap the ones that were there before."""
    taken = [mention.begin for mention in mentions]
    new = [each for each in more if _is_free(each, mentions, bisect(taken, each.begin))]
    return sorted([*mentions, *new], key=lambda mention: mention.begin) if new else list(mentions)


def _is_free(mention: Mention, mentions: Sequence[Mention], at: int) -> bool:
    before = at == 0 or mentions[at - 1].end <= mention.begin
    return before and (at == len(mentions) or mention.end <= mentions[at].begin)


def _entries(text: str) -> list[Mention]:
    """The years at the head of lines, where enough lines begin so and nearly all follow one another."""
    first = _FIRST_ENTRY.match(text)
    heads = [first, *_ENTRY.finditer(text)] if first else list(_ENTRY.finditer(text))
    years = [int(head[1]) for head in heads]
    ordered = sum(first <= second for first, second in pairwise(years))
    round_numbers = all(year % 100 == 0 for year in years)  # times of an agenda, numbers of houses
    if round_numbers or not _FEWEST_ENTRIES <= len(heads) <= _MOST or ordered < _IN_ORDER * (len(heads) - 1):
        return []
    return [
        Mention(head.start(1), head.end(1), ENTRY, Calendar(year=year)) for head, year in zip(heads, years, strict=True)
    ]


def _core(meaning: Meaning) -> Meaning:
    """A meaning without its modifiers."""
    while isinstance(meaning, Modified):
        meaning = meaning.inner
    return meaning


def _year_of(meaning: Meaning) -> int | None:
    core = _core(meaning)
    return core.year if isinstance(core, Calendar | Holiday) else None


def _is_early(mention: Mention) -> bool:
    """Whether an expression names a year before the year 1000."""
    core = _core(mention.meaning)
    return isinstance(core, Calendar) and core.year is not None and core.year <= _LAST_EARLY


def _tells_of_early_years(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether what looks like early years follows one another: "on 28 March 193", "in 481", "in 507" and "in 511"."""
    medieval = any(_LAST_EARLY < (_year_of(mention.meaning) or 0) <= _MEDIEVAL for mention in mentions)
    behind = [
        (mention, number)
        for mention in mentions
        if (number := _number_behind(text, mention)) and int(number[0]) > _SHORT
    ]
    plain = [(mention, number) for mention, number in behind if _is_plain(text, mention, number)]
    years = [int(number[0]) for _, number in plain]
    joined = sum("," not in text[mention.end : number.start()] for mention, number in plain)
    if (
        joined > 1
        or (len(years) > 1 and years == sorted(years))
        or (medieval and any(text[number.end() : number.end() + 1] in _PAUSES for _, number in behind))
    ):
        return True
    found = [each for each in _THREE_DIGITS.finditer(text) if _AFTER.match(text, each.end())]
    found = [each for each in found if _ends_with(_IN, text, each.start())]
    if medieval and any(
        text.startswith(",", each.end()) and _ends_with(_OPENS_EARLY, text, each.start()) for each in found
    ):
        return True
    years = [int(each[0]) for each in found]
    ordered = sum(first <= second for first, second in pairwise(years))
    opens = any(_ends_with(_OPENS_EARLY, text, each.start()) for each in found)
    if not behind and not (opens and sum(year % 10 > 0 for year in years) > 1):
        return False  # "in 100 he was third", "one in 250"
    if len(years) + len(behind) < _FEWEST_YEARS or ordered < _IN_ORDER * (len(years) - 1):
        return False
    return len(years) > sum(_year_of(mention.meaning) is not None for mention in mentions)


def _is_plain(text: str, mention: Mention, number: re.Match[str]) -> bool:
    """Whether a number behind a day counts nothing: "28 March 193 he", "March 28, 193."; not "on March 3, 250 were"."""
    core = _core(mention.meaning)
    day = isinstance(core, Calendar) and core.day is not None and "," not in text[mention.end : number.start()]
    return day or _CLOSES.match(text, number.end()) is not None


def _ends_with(pattern: re.Pattern[str], text: str, end: int) -> bool:
    """Whether ``pattern`` matches right up to ``end``."""
    return any(match.end() == end for match in pattern.finditer(text, max(0, end - _REACH), end))


def _ends_with_had(words: str) -> bool:
    return _HAD.search(words) is not None


def _lacks_year(meaning: Meaning) -> bool:
    """Whether a meaning is a day, holiday, month or season whose year could follow."""
    core = _core(meaning)
    if isinstance(core, Holiday):
        return core.year is None and not core.direction
    dated = isinstance(core, Calendar) and core.year is None and not core.direction
    return dated and isinstance(core, Calendar) and (core.month is not None or core.part in SEASON_MONTHS)


def _number_behind(text: str, mention: Mention) -> re.Match[str] | None:
    """The number of two or three digits that could be the year of a day or month before it."""
    link = _MONTH_LINK.match(text, mention.end) if _lacks_year(mention.meaning) else None
    number = _NUMBER.match(text, link.end()) if link else None
    return number if number and _AFTER.match(text, number.end()) else None


def _with_year(meaning: Meaning, year: int) -> Meaning:
    """A day, month or season with its year, modifiers kept."""
    if isinstance(meaning, Modified):
        return meaning._replace(inner=_with_year(meaning.inner, year))
    if isinstance(meaning, Calendar) and (meaning.day or 1) > month_length(year, meaning.month or 1):
        return meaning
    return meaning._replace(year=year) if isinstance(meaning, Calendar | Holiday) else meaning


class _Early:
    """Finds years of two or three digits in a text of early centuries, in its order."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text, self._given = text, list(mentions)
        self._found: list[Mention] = []
        self._year: int | None = next((year for each in mentions if (year := _year_of(each.meaning)) is not None), None)
        self._last_end = -1

    def mentions(self) -> list[Mention]:
        """The mentions given, months with the year behind them, and the years found."""
        at = 0
        for mention, after in zip(self._given, [*self._given[1:], None], strict=False):
            self._between(at, mention.begin)
            free = after.begin if after else len(self._text)
            self._take(self._behind_its_day(mention) or self._completed(mention, free))
            at = self._found[-1].end
        self._between(at, len(self._text))
        return self._found

    def _take(self, mention: Mention) -> None:
        year = _year_of(mention.meaning)
        if year is not None:
            self._year, self._last_end = year, mention.end
        self._found.append(mention)

    def _completed(self, mention: Mention, free: int) -> Mention:
        """A day or month with the year behind it, where no other mention has taken that."""
        number = _number_behind(self._text, mention)
        year = self._signed(int(number[0])) if number and number.end() <= free else None
        if number is None or year is None:
            return mention
        return mention._replace(end=number.end(), meaning=_with_year(mention.meaning, year))

    def _behind_its_day(self, mention: Mention) -> Mention | None:
        """A day or month with the year of its era behind it: "November 27, 511 CE"."""
        before = self._found[-1] if self._found else None
        year = _year_of(mention.meaning)
        if (
            before is None
            or year is None
            or mention.rule != "year of the common era"
            or not _lacks_year(before.meaning)
        ):
            return None
        if not _MONTH_LINK.fullmatch(self._text, before.end, mention.begin):
            return None
        self._found.pop()
        return before._replace(end=mention.end, meaning=_with_year(before.meaning, year))

    def _between(self, begin: int, end: int) -> None:
        if len(self._found) > _MOST:
            return
        for number in _NUMBER.finditer(self._text, begin, end):
            if number.end() <= end and _AFTER.match(self._text, number.end()):
                self._read(number, begin)

    def _read(self, number: re.Match[str], begin: int) -> None:
        if len(self._found) > _MOST:
            return
        cue = _CUE.search(self._text, max(begin, number.start() - _REACH), number.start())
        last = _RANGE.match(self._text, number.end()) if cue else None
        year = self._signed(int(number[0]), int(last[1]) if last else None) if cue else self._next(number)
        if cue and self._looks_back(number):
            year = 1 - int(number[0])
        if year is None or not (cue or self._year is None or year > self._year):
            return
        if cue and last and _BOUND.search(cue[0]) and not _AFTER.match(self._text, last.end()):
            return  # a range that ends with what counts something
        meaning, how = Calendar(year=year), (cue["how"] or "") if cue else ""
        if cue and how:
            modified = Modified(meaning, _MODS.get(how.lower(), "APPROX"))
            self._take(Mention(cue.start("how"), number.end(), EARLY, modified))
        else:
            self._take(Mention(number.start(), number.end(), EARLY, meaning))

    def _looks_back(self, number: re.Match[str]) -> bool:
        """Whether a story before the common era looks further back: "took the town, which Athens had lost in 424"."""
        last = self._year
        if last is None or last > 0 or not 0 < int(number[0]) + last - 1 <= _FURTHER_BACK:
            return False
        return _ends_with_had(self._text[max(0, number.start() - _CLAUSE) : number.start()])

    def _next(self, number: re.Match[str]) -> int | None:
        """The year that goes on with a range or list from the year found last, also as "196-97"."""
        link = _LINK.fullmatch(self._text, self._last_end, number.start()) if self._last_end >= 0 else None
        if link is None:
            return None
        last, value = self._year, int(number[0])
        if last is not None and value <= _SHORT < last and link[0].strip() in ("-", "–"):
            return last // 100 * 100 + value
        return self._signed(value)

    def _signed(self, number: int, ends: int | None = None) -> int | None:
        """The year that a number is, by the year told of last and that which ends its range; None where it is none."""
        last = self._year
        if last is not None and last <= 0 and number <= 1 - last + _SLACK:
            return 1 - number if number > _SHORT or number < 1 - last else None
        if number > _SHORT:
            return number if last is None or last <= _LAST_EARLY or self._last_end < 0 else None
        rises = ends is not None and number < ends == last
        return number if rises or (last is not None and 0 < last <= number) else None
