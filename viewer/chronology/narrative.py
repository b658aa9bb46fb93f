"""What the mentions of a text say about each other before any is resolved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.chronology import clock_ranges
from viewer.chronology.days import Place, month_length
from viewer.chronology.meaning import (
    Anchor,
    Calendar,
    Clock,
    Direction,
    Duration,
    EdgeOf,
    Following,
    Holiday,
    Modified,
    Period,
    Recurrence,
    Reference,
    Shift,
    Timed,
)
from viewer.chronology.tense import is_planned, says_will, tense_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from viewer.chronology.meaning import Meaning
    from viewer.chronology.resolve import Mention

_LINK = re.compile(
    r"\s*(?:\) to|\((?:or|[a-z ]+,) (?:from|on)|-|–|—|,|/|and|or|to|through|until|till|and from|and in)\s*(?:the\s+)?$"
)
_OF = re.compile(r"(?: [\w-]+){1,2} of $| day in $")  # "the Easter Offensive of 1972", "a summer day in 1882"
_OF_EVENT = re.compile(r" [\w-]+ of ")
_LONGEST_LINK = 40
_FEW = 4
_MOST_OF_THE_DAY = 0.08  # of the expressions of a history are weekdays and the like
_SHORT = 60  # expressions
_UNDATED = (Duration, Recurrence, Reference)
_PAST, _PAST_YEARS = 5, 2  # so long ago, and so many of them
_LIVING_MEMORY, _DECADES = 70, 30  # years
_SEVERAL = 3  # years that make a history


def is_narrative(text: str, mentions: Sequence[Mention], published: date | None) -> bool:
    """Whether the text tells of times long past: most of its stated years are two or more years before publication.

    In such a text a bare "October 12" belongs to the year mentioned before, not to the year of publication.
    """
    years = [year for mention in mentions if (year := _stated_year(mention)) is not None]
    if published is None:
        return _is_undated_history(text, mentions, years)
    old = sum(1 for year in years if published.year - year >= 2)
    if not old or _is_news(text, mentions, published):
        return False
    if len(years) < _FEW:
        dated = (mention for mention in mentions if not isinstance(mention.meaning, _UNDATED))
        opens = _opens_history(next(dated, mentions[0]), published)
        return old == len(years) and (opens or _tells_of_decades_ago(text, mentions, published))
    return old >= 0.6 * len(years) and len(years) >= 0.08 * len(mentions)


def _is_undated_history(text: str, mentions: Sequence[Mention], years: Sequence[int]) -> bool:
    """Whether a text without a day of publication is a history: by many full dates, or by how it begins."""
    if len(years) >= _FEW and sum(map(_states_month, mentions)) >= _FEW:
        return True
    dated = next((mention for mention in mentions if not isinstance(mention.meaning, _UNDATED)), None)
    if dated is None or any(_is_of_the_day(each, old=False) and not _is_nowadays(text, each) for each in mentions):
        return False
    meaning, year = _unwrapped(dated.meaning), _stated_year(dated)
    if year is not None and year <= 0:
        return True
    return year is not None and isinstance(meaning, Calendar) and bool(meaning.month or meaning.part)


def _opens_history(mention: Mention, published: date) -> bool:
    """Whether a text's first expression begins a history: a day of some decades ago, or a year before living memory."""
    meaning = _unwrapped(mention.meaning)
    if isinstance(meaning, Period):
        return _is_of_old(meaning, published)
    year = _stated_year(mention)
    if year is None:
        return False
    is_day = isinstance(meaning, Calendar) and meaning.day is not None
    return published.year - year >= (_DECADES if is_day else _LIVING_MEMORY)


def _tells_of_decades_ago(text: str, mentions: Sequence[Mention], published: date) -> bool:
    """Whether months and days, one of a year some decades ago, are told of, and none is planned."""
    stated = [mention for mention in mentions if _stated_year(mention) is not None]
    bare = [mention for mention in mentions if mention not in stated and _names_month(mention)]
    if len(bare) < _FEWEST_BARE or not any(map(_states_month, stated)):
        return False
    old = all(published.year - (_stated_year(mention) or 0) >= _DECADES for mention in stated)
    return old and not any(is_planned(text, mention.begin) or says_will(text, mention.begin) for mention in bare)


_FEWEST_BARE = 2  # months or days without a year


def _names_month(mention: Mention) -> bool:
    meaning = _unwrapped(mention.meaning)
    return isinstance(meaning, Calendar) and meaning.month is not None


def _is_of_old(period: Period, published: date) -> bool:
    """Whether a decade or century ended before living memory."""
    if period.before_common_era:
        return True
    ends = int(period.digits.ljust(4, "9")) if period.digits.isdigit() else published.year
    return published.year - ends >= _LIVING_MEMORY


def _states_month(mention: Mention) -> bool:
    meaning = _unwrapped(mention.meaning)
    return isinstance(meaning, Calendar) and meaning.year is not None and meaning.month is not None


def _is_news(text: str, mentions: Sequence[Mention], published: date) -> bool:
    """Whether "on Wednesday", "yesterday" and the like say that a text was written in the days it tells of.

    One suffices before the first stated year, where news has its lead, and in a short text with dates near publication.
    """
    if _opens_with_plan(text, mentions) or _HAS_DIED.search(text, 0, _LEAD):
        return True
    old = _tells_of_old_alone(text, mentions, published)
    of_the_day = [
        at
        for at, mention in enumerate(mentions)
        if _is_of_the_day(mention, old=old) and not _is_nowadays(text, mention) and not _says_which(text, mention)
    ]
    if not of_the_day:
        return False
    if len(of_the_day) > _MOST_OF_THE_DAY * len(mentions) or len(mentions) < _FEW:
        return True
    stated = next((at for at, mention in enumerate(mentions) if _stated_year(mention) is not None), len(mentions))
    return of_the_day[0] < stated or (len(mentions) < _SHORT and reaches_publication(mentions, published))


_LEAD = 600  # characters
_HAS_DIED = re.compile(r"\bhas died\b")  # an obituary, whose bare days are those of its own weeks


def _opens_with_plan(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a text's first date lies ahead and needs no year: "The bridge will be closed from Monday, 7 July"."""
    dated = next((mention for mention in mentions if not isinstance(mention.meaning, _UNDATED)), None)
    if dated is None:
        return False
    meaning = _unwrapped(dated.meaning)
    bare = isinstance(meaning, Calendar) and meaning.month is not None and meaning.year is None
    return bare and tense_of(text, dated.begin, dated.end) == "future"


def reaches_publication(mentions: Sequence[Mention], published: date) -> bool:
    """Whether a text states a year as late as that of publication, or as the one before."""
    return any((year := _stated_year(mention)) is not None and 0 <= published.year - year <= 1 for mention in mentions)


def _tells_of_old_alone(text: str, mentions: Sequence[Mention], published: date) -> bool:
    """Whether a text opens with a time before living memory, or states several such years, and no later one.

    One old year suffices not: news says when a church was built before it says that it burned.
    """
    years = [year for mention in mentions if (year := _stated_year(mention)) is not None]
    opens = _OPENS.match(text, 0, mentions[0].begin) is not None
    told = _stated_year(mentions[0]) is not None and (opens or len(years) >= _SEVERAL)
    return told and all(published.year - year >= _LIVING_MEMORY for year in years)


def _is_of_the_day(mention: Mention, *, old: bool) -> bool:
    """Whether an expression belongs to news: a weekday, yesterday, last week, two days ago.

    In an ``old`` text, whose years all lie before living memory, weekdays and "this night" are those of its story.
    """
    meaning = _unwrapped(mention.meaning)
    if isinstance(meaning, Calendar):
        named = meaning.weekday is not None and meaning.day is None
        return (named or meaning.direction in _FROM_PUBLICATION) and not old
    counted = isinstance(meaning, Shift) and meaning.anchor is Anchor.PUBLICATION
    return counted and not (old and isinstance(mention.meaning, Timed))


_FROM_PUBLICATION = (Direction.LAST, Direction.THIS, Direction.NEXT)


def _says_which(text: str, mention: Mention) -> bool:
    """Whether a weekday only says which day of the week a day was: "On 23 August, a Sunday, it burned"."""
    return text.endswith((", a ", " was a ", " (a "), 0, mention.begin)


_OPENS = re.compile(r"\W*(?:(?:In|On|By|From|During|Early in|Late in) )?(?:the )?$")


_STATES = re.compile(
    r"\b(?:is|are|as|even|still|like|of|until|till|to|in|from|remains?|exists?|survives?|stands?|called|known|located"
    r"|(?:hear|see|know) (?:it|them)) $",
    re.I,
)


def _is_nowadays(text: str, mention: Mention) -> bool:
    """Whether "today" means our time: "what is today Belgium", "Today there are three". News tells what happened."""
    if text[mention.begin : mention.end].lower() != "today":
        return False
    stated = _STATES.search(text, max(0, mention.begin - _LONGEST_LINK), mention.begin) is not None
    return stated or (text[mention.begin] == "T" and not tense_of(text, mention.begin, mention.end))


def with_our_time(text: str, mentions: Sequence[Mention], published: date | None) -> list[Mention]:
    """Mentions with "today" as our time where a text of older years tells nothing else of the days around its own."""
    if published is None or not any(_is_nowadays(text, mention) for mention in mentions):
        return list(mentions)
    years = [year for mention in mentions if (year := _stated_year(mention)) is not None]
    of_the_day = any(_is_of_the_day(mention, old=False) and not _is_nowadays(text, mention) for mention in mentions)
    if of_the_day or len(years) < _PAST_YEARS or published.year - max(years) < _PAST:
        return list(mentions)
    now = Reference("PRESENT_REF")
    return [mention._replace(meaning=now) if _is_nowadays(text, mention) else mention for mention in mentions]


def _stated_year(mention: Mention) -> int | None:
    meaning = mention.meaning
    if isinstance(meaning, Modified | Timed):
        meaning = _unwrapped(meaning)
    return meaning.year if isinstance(meaning, Calendar) else None


def _unwrapped(meaning: Meaning) -> Meaning:
    """The date inside "early in" and "the morning of"."""
    while isinstance(meaning, Modified | Timed):
        meaning = meaning.inner if isinstance(meaning, Modified) else meaning.day
    return meaning


def writes_day_first(text: str, mentions: Sequence[Mention], language: str) -> bool | None:
    """Whether numeric dates of a text put the day first: by its unambiguous ones, else by its country; None if open."""
    for mention in mentions:
        if mention.rule == "numeric date":
            numbers = [int(piece) for piece in re.split(r"\D", text[mention.begin : mention.end])]
            if max(numbers[0], numbers[1]) > 12 and numbers[0] <= 31:
                return numbers[0] > 12
    country = language.partition("-")[2].upper()
    return country not in ("US", "PH") if country else None


def latest_day(mentions: Sequence[Mention]) -> date | None:
    """The latest full date that a text states, None where it states none: news is mostly written soon after it."""
    days = []
    for mention in mentions:
        meaning = mention.meaning
        if isinstance(meaning, Calendar) and meaning.year and meaning.year > 0 and meaning.month and meaning.day:
            day = Place(meaning.year, meaning.month, meaning.day).as_date
            days += [day] if day else []
    return max(days, default=None)


def with_wholes(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Lengths of a history with the period that they begin or end as one: "the first two months of 1939"."""
    result: list[Mention] = []
    for mention in mentions:
        before = result[-1] if result else None
        if before and isinstance(before.meaning, EdgeOf) and _WHOLE.fullmatch(text, before.end, mention.begin):
            result[-1] = before._replace(end=mention.end)
        else:
            result.append(mention)
    return result


_WHOLE = re.compile(r" of (?:the )?")


def with_neighbours(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions without a year take it from the next one that they are joined to: "May-August 1950"."""
    result = list(mentions)
    for at in range(len(result) - 2, -1, -1):
        result[at] = _completed(text, result[at], result[at + 1])
    return result


def _completed(text: str, mention: Mention, after: Mention) -> Mention:
    if after.begin - mention.end > _LONGEST_LINK:
        return mention
    between, meaning = text[mention.end : after.begin], mention.meaning
    if is_said_again(mention, between, after):
        return mention._replace(meaning=after.meaning)
    if (named := _named_again(meaning, between, after.meaning)) is not None:
        return mention._replace(meaning=named)
    if (
        named := _month_of_event(text[max(mention.begin - 4, 0) : mention.begin], meaning, between, after.meaning)
    ) is not None:
        return mention._replace(meaning=named)
    if isinstance(meaning, Clock) and _LOCAL_TIME.fullmatch(between) and _is_day(after.meaning):
        return mention._replace(meaning=Timed(after.meaning, meaning.value, meaning.zone))
    if (time := clock_ranges.completed(text, mention, after)) is not None:
        return mention._replace(meaning=time)
    if not _LINK.match(between) and not _OF.match(between):
        return mention
    inner = meaning.inner if isinstance(meaning, Modified) else meaning
    source = after.meaning.inner if isinstance(after.meaning, Modified) else after.meaning
    filled = _with_year_of(inner, source)
    if filled is None:
        return mention
    return mention._replace(meaning=meaning._replace(inner=filled) if isinstance(meaning, Modified) else filled)


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return meaning.day is not None or meaning.weekday is not None
    return isinstance(meaning, Shift) and meaning.unit == "D"


def _with_year_of(inner: Meaning, source: Meaning) -> Calendar | Holiday | None:
    if not isinstance(source, Calendar):
        return None
    if isinstance(inner, Holiday):
        open_year = inner.year is None and not inner.direction and source.month is None and not source.part
        return inner._replace(year=source.year) if open_year and source.year else None
    return _filled(inner, source) if isinstance(inner, Calendar) else None


_LOCAL_TIME = re.compile(r"(?: [A-Z]?\w+)? time,?(?: on)? $")
_IN = re.compile(r", in $")


def is_said_again(mention: Mention, between: str, after: Mention) -> bool:
    """Whether a count of years is followed by the year that it comes to: "two years earlier, in 1954"."""
    counted, year = mention.meaning, after.meaning
    if not isinstance(counted, Shift) or counted.unit != "Y" or counted.anchor is not Anchor.TEXT:
        return False
    stated = isinstance(year, Calendar) and year.year is not None and year.month is None and not year.part
    return stated and _IN.fullmatch(between) is not None


def _named_again(meaning: Meaning, between: str, after: Meaning) -> Calendar | None:
    """A month or season of the next year whose year is named right behind it: "The next summer, 1897, he came"."""
    name = meaning.name if isinstance(meaning, Following) else meaning
    if (
        between != ", "
        or not isinstance(name, Calendar)
        or not isinstance(after, Calendar)
        or name.weekday
        or name.year
    ):
        return None
    if not isinstance(meaning, Following) and name.direction is not Direction.NEXT:
        return None
    year_alone = after.year is not None and after.month is None and not after.part
    return name._replace(year=after.year, direction=Direction.OPEN) if year_alone else None


def _month_of_event(before: str, meaning: Meaning, between: str, after: Meaning) -> Calendar | None:
    """The month that an event is named by, of the event's year: "the April Uprising of 1876"."""
    if not isinstance(meaning, Calendar) or not isinstance(after, Calendar) or not _OF_EVENT.fullmatch(between):
        return None
    month_alone = meaning.month is not None and meaning.year is None and meaning.day is None
    year_alone = after.year is not None and after.month is None and not after.part
    if not month_alone or not year_alone or meaning.direction is not Direction.OPEN:
        return None
    return meaning._replace(year=after.year) if before.lower() == "the " else None


def _filled(inner: Calendar, source: Calendar) -> Calendar | None:
    if inner.year is not None or (inner.day or 1) > month_length(source.year or 4, inner.month or 1):
        return None
    if (inner.month is not None and source.month is None) or source.fiscal:
        return None
    if source.year is None or inner.direction is not Direction.OPEN or (inner.month is None and not inner.part):
        return None
    turn = bool(inner.month and source.month and inner.month > source.month)
    return inner._replace(year=source.year - (1 if turn else 0))
