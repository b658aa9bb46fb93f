"""Vague words: now, recently, in the future."""

from __future__ import annotations

from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Reference
from viewer.chronology.vocabulary import word_set

BOOK = RuleBook()

NARRATIVE_ONLY = frozenset(("former", "future as an adjective", "recent", "day of a history", "so many a unit"))


@BOOK.rule(
    "now",
    "('right'|'just')? word:'now' | 'currently' | 'nowadays' | 'presently' | 'at' 'present' "
    "(?!OTHER) | 'these' 'days' | ('at' 'the' | 'this') 'moment' | 'the' 'present' ('day'|'time') | 'at' "
    "'this' 'time' | (?<='at') 'this' 'hour' | ('present'|'modern') DASH 'day' | 'modern' 'day' (?=OTHER)",
    kind="VAGUE",
    examples={
        "now": "PRESENT_REF",
        "right now": "PRESENT_REF",
        "these days": "PRESENT_REF",
        "currently": "PRESENT_REF",
        "in present-day Belize": "PRESENT_REF",
        "no plans at this time": "PRESENT_REF",
        "At this hour crews are inside": "PRESENT_REF",
    },
)
def present(part: Parts) -> Reference | None:
    """The present."""
    return Reference("PRESENT_REF")


_AFTER_TO_DATE = frozenset(("", ".", ",", ";", ")", "has", "have", "had", "is", "are"))


@BOOK.rule("to date", "(?<='to') 'date'", kind="VAGUE", examples={"its best result to date": "PRESENT_REF"})
def to_date(part: Parts) -> Reference | None:
    """Up to now; "to date a fossil" is a verb."""
    return Reference("PRESENT_REF") if part.after() in _AFTER_TO_DATE and part.before(2) != "up" else None


@BOOK.rule(
    "to the present",
    "(?<='to'|'until'|'till'|'through') 'the' 'present' (?!OTHER)",
    kind="VAGUE",
    examples={"from 1990 to the present": "1990 PRESENT_REF"},
)
def to_the_present(part: Parts) -> Reference | None:
    """The present as the end of a range; "to the present king" speaks of a king."""
    del part
    return Reference("PRESENT_REF")


@BOOK.rule(
    "recently",
    "'more'? ('recently'|'lately') | 'the' ('recent'|'distant')? 'past' "
    "(?!COUNT|ANY_UNIT|SEASON|'few'|'several'|'couple')",
    kind="VAGUE",
    examples={"recently": "PAST_REF", "the past": "PAST_REF", "more recently": "PAST_REF"},
)
def past(part: Parts) -> Reference | None:
    """The past; "as recently as Friday" is that Friday."""
    return None if part.before() == "as" and part.after() == "as" else Reference("PAST_REF")


@BOOK.rule(
    "the other day",
    "(?<!'on'|'for') 'the' 'other' ('day'|'night'|'week') (?!OTHER|DASH)",
    kind="VAGUE",
    examples={"He told me the other day.": "PAST_REF"},
)
def other_day(part: Parts) -> Reference:
    """Some days ago."""
    del part
    return Reference("PAST_REF")


@BOOK.rule("recent", "'recent' (?!ANY_UNIT|'memory')", kind="VAGUE", examples={})
def recent(part: Parts) -> Reference | None:
    """As in "Recent" as an adjective."""
    return None if part.before() == "most" else Reference("PAST_REF")


@BOOK.rule("current", "'current' (?!ANY_UNIT|'fiscal')", kind="VAGUE", examples={"the current talks": "PRESENT_REF"})
def current(part: Parts) -> Reference | None:
    """As in "Current" as an adjective; the current of a river or a wire is none, nor is a current account."""
    after, named = part.after(), part.all_written()[0] == "Current" and part.written_before()[:1].isupper()
    return None if named or not after.isalpha() or after in _AFTER_NOUN else Reference("PRESENT_REF")


_AFTER_NOUN = word_set("of in into within through from to at that which is was on with along account accounts")


@BOOK.rule("former", "'former'", kind="VAGUE_NARRATIVE", examples={})
def former(part: Parts) -> Reference:
    """As in "Former": marked in histories, where it places a thing in time, and not in news, where it is a title."""
    return Reference("PAST_REF")


@BOOK.rule(
    "future",
    "'the' ('near'|'distant'|'immediate')? 'future' | ('a'|'some') 'later' 'date' | 'the' ('near'|'short') 'term'",
    kind="VAGUE",
    examples={
        "the future": "FUTURE_REF",
        "the near future": "FUTURE_REF",
        "holders may lose in the short term": "FUTURE_REF",
    },
)
def future(part: Parts) -> Reference:
    """The future."""
    return Reference("FUTURE_REF")


@BOOK.rule("future as an adjective", "'future'", kind="VAGUE_NARRATIVE")
def future_adjective(part: Parts) -> Reference:
    """As in "In future elections": marked in histories only."""
    del part
    return Reference("FUTURE_REF")
