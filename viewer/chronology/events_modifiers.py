"""Dates that only describe a thing: "the 2014 law", "the constitution of 2005", "its results for the first quarter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology import events_words as vocabulary
from viewer.chronology.clauses import Clause, noun_phrase_before
from viewer.chronology.events_tokens import (
    BRACKET,
    CAPITAL,
    DETERMINER,
    NO_NOUN,
    NUMBER,
    PREPOSITION,
    TIMEX,
    VERBAL,
    Sentence,
    is_possessive,
)
from viewer.chronology.events_words import word_set
from viewer.chronology.vocabulary import DAY_PARTS
from viewer.model import Precision, TimexType

if TYPE_CHECKING:
    from viewer.chronology.events_dates import Dating

_DATING_PREPOSITIONS = word_set("in during at since")
_DEMONSTRATIVES = ("that ", "the ", "this ", "last ", "next ")
_COARSE = frozenset({Precision.SEASON, Precision.QUARTER, Precision.HALF, Precision.YEAR})
_NUMBERED_BY_YEAR = word_set("act acts order rules regulations code bill ordinance statute decree directive law")


def _is_subject_event(sentence: Sentence, clause: Clause, dating: Dating) -> bool:
    """Whether the date modifies an event that is the subject: "last year's election was close"."""
    noun = dating.last + 1
    if clause.predicate is None or noun >= clause.predicate.begin or sentence.words[noun] not in vocabulary.EVENT_NOUNS:
        return False
    return bool(sentence.kind(noun + 1) & (NO_NOUN | VERBAL))


def is_modifier(sentence: Sentence, clause: Clause, dating: Dating) -> bool:
    """Whether the date only modifies a noun: "the 2014 law", "last year's law"."""
    before, after = sentence.kind(dating.first - 1), sentence.kind(dating.last + 1)
    possessive = is_possessive(sentence.text, sentence.ends[dating.last]) or dating.timex.text.endswith(
        ("'s", "’s", "s'", "s’")
    )
    at = dating.first - 1
    if possessive:
        dates = _is_subject_event(sentence, clause, dating) or _dates_through_noun(sentence, at, dating.last + 1)
        return not dates
    if _is_part_of_name(sentence, dating):
        return True
    noun_follows = dating.last + 1 < len(sentence) and not after & (NO_NOUN | VERBAL | TIMEX | NUMBER)
    if not noun_follows:
        return False
    if "-" in dating.timex.text and dating.timex.text[:1].isalpha() and not before & PREPOSITION:
        return True
    possessor = at >= 0 and sentence.words[at].endswith(("'s", "’s", "s'", "s’"))
    if dating.timex.rule == "season" and dating.timex.text.isalpha() and not before & PREPOSITION:
        return True  # "summer crops"
    if sentence.word(at) == "her" and dating.timex.text.lower().startswith(_DEMONSTRATIVES):
        return False  # "arrested her that September"
    if before & DETERMINER or possessor:
        return not _is_subject_event(sentence, clause, dating) and not _dates_through_noun(
            sentence, at - 1, dating.last + 1
        )
    return False


def _is_part_of_name(sentence: Sentence, dating: Dating) -> bool:
    """Whether a year ends a name: "section 1 of the Fraud Act 2006"."""
    before = sentence.kind(dating.first - 1)
    is_year = dating.timex.text.isdigit() and len(dating.timex.text) == len("2006")
    return is_year and sentence.word(dating.first - 1) in _NUMBERED_BY_YEAR and bool(before & CAPITAL)


def _dates_through_noun(sentence: Sentence, preposition: int, noun: int) -> bool:
    """Whether the phrase still dates its clause: "in the 2014 offensive", "during last year's election"."""
    if sentence.word(preposition) not in _DATING_PREPOSITIONS:
        return False
    return any(word in vocabulary.EVENT_NOUNS for word in sentence.words[noun : noun + 3])


def belongs_to_a_thing(sentence: Sentence, clause: Clause, dating: Dating) -> bool:
    """Whether "of" or brackets tie the date to a noun that is no event: "the constitution of 2005", "Smith (2005)"."""
    at = dating.first - 1
    before = sentence.word(at)
    if before == "for":
        return _is_thing_for(sentence, dating, at - 1)
    if before == "of" and (dates_as_time(sentence, at - 1) or _is_hour_of_day(sentence, dating, at)):
        return False
    if before == "of":
        return sentence.word(at - 1) not in vocabulary.TIME_NOUNS and not sentence.kind(at - 1) & (TIMEX | NUMBER)
    if sentence.kind(at) & BRACKET:
        day = dating.first == dating.last and dating.interval.precision is Precision.DAY
        if day and clause.predicate and clause.predicate.end < at:
            return False  # "took the fort at Hull (3 May 1644)"
        return bool(sentence.kind(dating.last + 1) & BRACKET) or sentence.kind(dating.last + 1) == 0
    return False


def _is_hour_of_day(sentence: Sentence, dating: Dating, of: int) -> bool:
    """Whether a part of the day leads to its day: "on the evening tide of Tuesday, 3 April"."""
    if dating.interval.precision not in (Precision.DAY, Precision.TIME):
        return False
    phrase = sentence.words[noun_phrase_before(sentence, of) : of]
    return any(word in DAY_PARTS for word in phrase)


def _is_thing_for(sentence: Sentence, dating: Dating, noun: int) -> bool:
    """Whether a noun is for a year or a part of it: "its results for the first quarter", "no dividend for 2020"."""
    kind = sentence.kind(noun)
    if dating.interval.precision not in _COARSE or dating.timex.type is not TimexType.DATE or noun < 0:
        return False
    figure = (sentence.kind(noun - 1) | kind) & NUMBER  # "a loss of $8.1 million for the third quarter"
    if sentence.kind(noun - 1) & DETERMINER:
        kind &= ~VERBAL  # "its forecast"
    return not figure and not kind & (NO_NOUN | VERBAL | TIMEX) and sentence.words[noun] not in vocabulary.EVENT_NOUNS


def dates_as_time(sentence: Sentence, noun: int) -> bool:
    """Whether an event gives a time to its clause: "became plain in the drought of 2012"."""
    if sentence.word(noun) not in vocabulary.EVENT_NOUNS:
        return False
    return sentence.word(noun_phrase_before(sentence, noun + 1) - 1) in {"in", "during", "amid"}
