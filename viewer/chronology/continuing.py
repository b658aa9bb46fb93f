"""Dates with which a text goes on from the one it named last: "arrested in May 2012. She was freed in September"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from viewer.chronology.days import ordinal
from viewer.chronology.tense import clause_before, goes_on, is_decided, sentence_ends

if TYPE_CHECKING:
    from datetime import date

    from viewer.chronology.context import Context
    from viewer.chronology.days import Place

_YEARS = 2  # back from publication, which the text has just told of
_NEAR, _REACH, _CLAUSE = 800, 110, 60  # characters of two sentences at most, of a long clause, of a short one


class Told(NamedTuple):
    """A year with which a text goes on: only perhaps with ``in_doubt``, also with further months by ``goes_on``."""

    year: int
    in_doubt: bool = False
    goes_on: bool = False


def told_year(context: Context, month: int, day: int | None) -> Told | None:
    """The year of a month or day with which the text goes on from the date mentioned last; None where it does not."""
    decided = _year_decided_on(context, month) if day is None else None
    return _year_told_on(context, month, day) if decided is None else Told(decided)


def _year_decided_on(context: Context, month: int) -> int | None:
    """The year of a bare month by which something was to be, as was decided at a date of the same sentence.

    "In June last year the board voted to move them by December": the first December after that.
    """
    last = context.last
    if last is None or not last.month or not context.english:
        return None
    decided = is_decided(context.text, context.last_at, context.begin)
    return last.year + (month < last.month) if decided else None


def _year_told_on(context: Context, month: int, day: int | None) -> Told | None:
    """The year of a month or day that the next sentence tells of, where it goes on with the story of a past year.

    It does where a pronoun or a name of that story is its subject. News tells the latest month of a name: one that was
    over lately is taken for that, unless both are days, and the second comes soon after the first. Where either may be
    meant, the year is in doubt.
    """
    last, published = context.last, context.published
    if last is None or not last.month or published is None or not context.english or context.narrative:
        return None
    full = _follows_full_date(context, last)
    at = context.stated_at if full else context.last_at
    if published.year <= last.year or _OPEN.search(context.text, max(0, at - _CLAUSE), at):
        return None
    year = last.year + ((month, day or 0) < (last.month, last.day or 0))
    soon = bool(last.day and day) and _days_between(last, year, month, day) <= _SOON
    between, tense = context.text[context.last_at : context.begin], context.tense()
    lately = (published.month - month) % 12 <= _LATELY
    if full:
        goes = soon and year == last.year and tense != "future"
        in_doubt = not goes and not lately
    else:
        goes = published.year - last.year <= _YEARS and goes_on(context.text, context.last_at, context.begin)
        goes = goes and tense == "past" and not _SPEAKS.search(between)
        in_doubt = not lately and _tells_on(between) if not goes else lately and not soon
    if in_doubt:
        return Told(year, in_doubt=True) if tense == "past" else None
    return Told(year, goes_on=True) if goes else None


_OPEN = re.compile(r"\b(?:since|from|than|until|till) [^.;,]{0,30}$")  # "the highest since March 2017"
_SPEAKS = re.compile(r"\b(?:said|announced|agreed|told|called|warned|promised|would)\b")
_SOON, _LATELY = 60, 3  # days from one date to the next; months before publication


def _tells_on(between: str) -> bool:
    """Whether a story of years ago may still be told: a sentence or a few later, with no other date since."""
    return 0 < len(between) <= _NEAR and 0 < sentence_ends(between) <= _FEW


_FEW = 5  # ends of sentences; that of a paragraph counts twice


def _days_between(last: Place, year: int, month: int, day: int | None) -> int:
    first = last.as_date
    return ordinal(year, month, day or 1) - first.toordinal() if first else 0


def _follows_full_date(context: Context, last: Place) -> bool:
    """Whether the sentence before told of a day of years ago, in a paragraph that names it in full; not of a birth.

    A pronoun goes on with it, or a name that stands there already.
    """
    stated = context.stated
    if last.day is None or stated is None or stated.year != last.year or not stated.day:
        return False
    if context.published is None or context.published.year - last.year < _YEARS:
        return False
    told = context.text[max(0, context.stated_at - _CLAUSE) : context.begin]
    if len(told) > _NEAR or "\n" in context.text[context.stated_at : context.begin] or " born" in told:
        return False
    sentence = clause_before(context.text[context.last_at : context.begin])
    subject = _SUBJECT.match(sentence)
    if subject is None or sentence_ends(context.text[context.last_at : context.begin]) != 1:
        return False
    earlier = context.text[max(0, context.stated_at - _NEAR) : context.begin - len(sentence)]
    return subject[0] in _PRONOUNS or subject[0] in earlier


_SUBJECT = re.compile(r"[A-Z][a-z]+")
_PRONOUNS = ("He", "She", "It", "They")


def day_within_which(context: Context) -> date | None:
    """The day from which a text counts what came soon: "It began on 4 October. The town fell within a week"."""
    day = context.last_day.as_date if context.last_day else None
    if day is None or context.last is not context.last_day or not context.english:
        return None
    left = clause_before(context.text[max(0, context.begin - _REACH) : context.begin]).lower()
    if not left.endswith("within ") or context.text.startswith(" of ", context.end):
        return None
    if left != "within " and _LOOKS_ELSEWHERE.search(left):
        return None
    between = context.text[context.last_day_at : context.begin]
    if len(between) > _NEAR or sentence_ends(between) > 1 or context.tense() != "past":
        return None
    return day if context.published is None or day < context.published else None


# What is promised, counted or had been: "had quit within a week", "the third within a month"
_LOOKS_ELSEWHERE = re.compile(
    r"\b(?:had|would|will|to|promised|pledged|vowed|ordered|expected|planned|first|second|third|fourth|fifth|\w+th)\b"
)
