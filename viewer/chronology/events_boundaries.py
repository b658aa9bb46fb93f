"""Where one clause ends and the next begins: the conjunction or mark between two verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology import events_words as vocabulary
from viewer.chronology.events_tokens import (
    ADVERB,
    CAPITAL,
    COMMA,
    COORDINATOR,
    MARK,
    NUMBER,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STRONG_MARK,
    SUBORDINATOR,
    TEMPORAL,
    TIMEX,
    VERBAL,
    Sentence,
)
from viewer.chronology.events_words import word_set

if TYPE_CHECKING:
    from viewer.chronology.events_predicates import Predicate


_WITH_LISTENER = word_set("assured told informed reminded convinced warned promised notified")
_LISTENERS = word_set("him her them us me you it")
_LONGEST_SPEAKERS = 9  # tokens
_LONGEST_BOUND = 5  # tokens of "between 1.8 million"
SAME_TIMES = word_set("year day month week night")
# "won in 1873 and five years later was named", "won in 1873 and the following year lost".
_NEXT, _LATER = ("the following ", "the next "), (" later", " after", " afterwards")
_COMPARED = word_set("late early recently many much few little well soon far long")


def find_boundary(sentence: Sentence, previous: Predicate, predicate: Predicate) -> int:
    """The token with which the clause of ``predicate`` begins, behind the verb ``previous``."""
    low, high = previous.end + 1, predicate.begin - 1
    if low > high:
        return predicate.begin
    if (bracket := _bracket_between(sentence, low, high)) is not None:
        return bracket + 1
    closing = _closing_comma(sentence, low, high)
    top = high if closing is None else closing - 1
    strong = _last_strong(sentence, low, top)
    weak = _before_speakers(sentence, low, predicate) or _last_weak(sentence, low, top, predicate.begin)
    if weak is not None and closing is None and sentence.kinds[high] & COMMA:
        joins = TEMPORAL | (COORDINATOR if weak < high - 1 else 0)
        if sentence.kinds[weak] & joins:
            weak = None  # "who sat as a judge until 2020, has said", "whose rhythm and blues of the 1950s, died"
    if strong is not None:
        return _later_temporal(sentence, strong, top) or strong
    if weak is not None:
        return weak
    if (pronoun := _subject_pronoun(sentence, low, high)) is not None:
        return pronoun
    if previous.word in _WITH_LISTENER and sentence.words[low] in _LISTENERS and low < high:
        return low + 1
    speaks = not previous.passive and previous.word in vocabulary.SPEECH
    if not speaks or (closing is None and sentence.kinds[high] & COMMA):
        return high + 1
    return _after_last_timex(sentence, low, high if closing is None else closing)


def _subject_pronoun(sentence: Sentence, low: int, high: int) -> int | None:
    """The pronoun that opens a main clause with no mark before it: "When he died in 2020 she left"."""
    at = high
    while at > low and sentence.kinds[at] & ADVERB:
        at -= 1
    if sentence.words[at] in vocabulary.NOMINATIVE or (sentence.words[at] == "it" and sentence.kind(at - 1) & TIMEX):
        return at
    return None


def _bracket_between(sentence: Sentence, low: int, high: int) -> int | None:
    """The bracket that parts two verbs: the last that opens and is not closed, or closes and was not opened."""
    for at in range(high, low - 1, -1):
        if sentence.words[at] in "([":
            return at
        if sentence.words[at] in ")]":
            opened = any(sentence.words[before] in "([" for before in range(low, at))
            return None if opened else at
    return None


def _closing_comma(sentence: Sentence, low: int, high: int) -> int | None:
    """Where an insertion between commas ends just before a verb: the token of its opening comma, or None."""
    if not sentence.kinds[high] & COMMA:
        return None
    for at in range(high - 1, low - 1, -1):
        if sentence.kinds[at] & COMMA:
            return at
    return None


def _last_strong(sentence: Sentence, low: int, high: int) -> int | None:
    kinds = sentence.kinds
    for at in range(high, low - 1, -1):
        kind = kinds[at]
        if kind & (SUBORDINATOR | RELATIVE):
            leads = kind & RELATIVE or sentence.words[at] in {"where", "whether"}  # not "will step down when"
            if leads and sentence.kind(at - 1) & PREPOSITION and at - 1 >= low:
                return at - 1
            return at
        between = kinds[at - 1] & TIMEX and kinds[at + 1] & TIMEX and sentence.words[at] != ";"
        if kind & STRONG_MARK and not between:
            return at + 1
        if kind & COORDINATOR and at > low and kinds[at - 1] & COMMA:
            return at
    return None


def _later_temporal(sentence: Sentence, strong: int, high: int) -> int | None:
    """A conjunction such as "before" behind the strong one with no comma on its way to the verb."""
    for at in range(high, strong, -1):
        if sentence.kinds[at] & COMMA:
            return None
        if _opens_clause(sentence, at):
            return at
    return None


def _last_weak(sentence: Sentence, low: int, high: int, verb: int) -> int | None:
    kinds = sentence.kinds
    for at in range(high, low - 1, -1):
        kind = kinds[at]
        if kind & (COMMA | QUOTE) and at + 1 < verb and not _is_list_comma(sentence, at):
            return _behind_marks(sentence, at + 1, verb)
        if _opens_clause(sentence, at):
            return at
        if kind & COORDINATOR and not _joins_nouns(sentence, at, verb):
            return at
    return None


def _before_speakers(sentence: Sentence, low: int, predicate: Predicate) -> int | None:
    """Where the names of several speakers begin: "..., hospital officials and family members said"."""
    if not predicate.bare or predicate.word not in vocabulary.SPEECH:
        return None
    several = False
    for at in range(predicate.begin - 1, max(low, predicate.begin - _LONGEST_SPEAKERS), -1):
        kind = sentence.kinds[at]
        if kind & COMMA:
            return at + 1 if several else None
        if kind & COORDINATOR:
            several = sentence.words[at] == "and"
        elif kind & (VERBAL | TIMEX | TEMPORAL | SUBORDINATOR | RELATIVE) and not kind & CAPITAL:
            return None
    return None


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """Whether "after", "as" and the like open a clause here, and not "after 2014" or "as late as"."""
    if not sentence.kinds[at] & TEMPORAL or sentence.kinds[at + 1] & (TIMEX | VERBAL):
        return False
    if sentence.kinds[at - 1] & TIMEX and sentence.word(at - 2) == "from":
        return False  # "and from 1942 until the liberation only chalk was made"
    return sentence.words[at] != "as" or sentence.words[at + 1] not in _COMPARED


def _behind_marks(sentence: Sentence, token: int, verb: int) -> int:
    while token < verb and sentence.kinds[token] & MARK:
        token += 1
    return token


def _is_list_comma(sentence: Sentence, at: int) -> bool:
    return bool(sentence.kind(at - 1) & TIMEX and sentence.kind(at + 1) & TIMEX)


def is_same_time(sentence: Sentence, token: int) -> bool:
    """Whether a clause tells what else happened on the date before it: "in 1891, the year the railway came"."""
    dated = sentence.kind(token - 1) & COMMA and sentence.kind(token - 2) & TIMEX
    return bool(dated) and sentence.words[token] == "the" and sentence.word(token + 1) in SAME_TIMES


def _joins_nouns(sentence: Sentence, at: int, verb: int) -> bool:
    """Whether "and" joins two names, numbers or dates of one subject rather than two clauses."""
    before, after = sentence.kind(at - 1), sentence.kind(at + 1)
    if after & (NUMBER | TIMEX) and before & (NUMBER | TIMEX):
        return not sentence.words[at + 1].startswith(_NEXT) and not sentence.words[at + 1].endswith(_LATER)
    if after & NUMBER and "between" in sentence.words[max(0, at - _LONGEST_BOUND) : at]:
        return True
    return bool(before & CAPITAL and after & CAPITAL and at + 1 < verb)


def _after_last_timex(sentence: Sentence, low: int, high: int) -> int:
    for at in range(high - 1, low - 1, -1):
        if sentence.kinds[at] & TIMEX:
            return at + 1
    return low


def counts_to_clause(sentence: Sentence, at: int, verb: int) -> bool:
    """Whether a length of time leads to a clause: "A day after it fell, ..."."""
    counted = sentence.kinds[at] & TIMEX and sentence.word(at + 1) in {"after", "before"}
    return bool(counted) and not any(kind & COMMA for kind in sentence.kinds[at:verb])
