"""Events that a participle tells: "the areas captured last year", "The truce, signed in May, ...", "Born in 1935,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology import events_words as vocabulary
from viewer.chronology.clauses import Clause, noun_phrase_before
from viewer.chronology.events_dates import is_put_off
from viewer.chronology.events_drafts import Draft, make_draft
from viewer.chronology.events_tokens import (
    ADVERB,
    CAPITAL,
    COMMA,
    COORDINATOR,
    INFINITIVE,
    MARK,
    PREPOSITION,
    PRONOUN,
    TEMPORAL,
    TIMEX,
    Sentence,
)
from viewer.chronology.events_words import word_set
from viewer.chronology.factuality import SET_FOR
from viewer.chronology.labels import make_label
from viewer.model import Factuality

if TYPE_CHECKING:
    from viewer.chronology.events_dates import Dating
    from viewer.chronology.events_predicates import Predicate
    from viewer.chronology.events_reading import Reading
    from viewer.chronology.events_targets import Target

_ONE = word_set("a an this that each every it he she one another")
_SEVERAL = word_set("they we you these those both two three four five six seven eight nine ten many several some few")
_DONE_TO_EVENTS = word_set("launched begun started mounted waged fought staged held planned ordered")
_PLACING = word_set("in at near")
_OBJECTS = word_set("him her them me us it himself herself themselves itself")
_PLURALS = word_set("people men women children police troops")
_NO_PLURALS = ("ss", "us", "is")


def reduced_event(reading: Reading, target: Target, dating: Dating, listed: tuple[int, ...] = ()) -> Draft:
    """The event of a participle with a date: "The truce, signed in May, ..." tells that the truce was signed.

    ``listed`` are the tokens of all its dates, where it has a row of them.
    """
    assert target.reduced
    reduced, clause, sentence = target.reduced, reading.clauses[target.clause], reading.sentence
    first, last = _phrase(sentence, clause, reduced, dating)
    dates = listed or dating.tokens
    following = next((other for other in clause.reduced if other.begin > dating.last), None)
    if following and (_is_second(sentence, clause, following) or _leads(sentence, clause, following)):
        last = min(last, following.begin - 2)
    leads = _leads(sentence, clause, reduced)
    dropped = [(other.first, other.last) for other in reading.attributions if other.first > first]
    first = min(first, reduced.begin)  # "Founded by two brothers who sold pretzels, it": ahead of its clause
    subject = _shared(sentence, clause, reduced) or _subject(sentence, clause, reduced, first)
    if subject:
        last = min(last, subject[0] - 1) if leads else last
        verb = reduced.begin if leads else _behind_marks(sentence, subject[1] + 1)
        verb = reduced.begin if _is_second(sentence, clause, reduced) else verb
        comma = "," if sum(bool(kind & COMMA) for kind in sentence.kinds[subject[0] : subject[1] + 1]) == 1 else ""
        told = f"{sentence.span(*subject)}{comma} {_was(sentence, *subject)} {_lowered(sentence.original(verb))}"
        label = make_label(sentence, [(verb + 1, last)], dates, dropped, told)
    else:
        label = make_label(sentence, [(first, last)], dates, dropped)
    return make_draft(reading, (first, last), label, _factuality(reading, reduced, dating), dating)


def _phrase(sentence: Sentence, clause: Clause, reduced: Predicate, dating: Dating) -> tuple[int, int]:
    """The tokens of the noun and its participle."""
    first = max(noun_phrase_before(sentence, reduced.begin), clause.begin)
    of_event = sentence.word(first - 1) == "of" and sentence.word(first - 2) in vocabulary.EVENT_NOUNS
    if of_event and reduced.word in _DONE_TO_EVENTS:
        first = max(noun_phrase_before(sentence, first - 1), clause.begin)  # "the invasion of Sicily launched in July"
    subject = clause.subject
    if subject and sentence.kind(reduced.begin - 1) & COMMA and subject[0] < reduced.begin <= subject[1]:
        first = subject[0]
    named = sentence.kind(reduced.begin - 1) & COMMA and sentence.kind(first) & CAPITAL
    if named and sentence.word(first - 1) in _PLACING:
        first = max(noun_phrase_before(sentence, first - 1), clause.begin)  # "its head office in Leeds, bought"
    behind_date = sentence.kind(first - 1) & COMMA and sentence.kind(first - 2) & TIMEX
    if first == reduced.begin and not behind_date:
        first = clause.begin
    last = clause.end
    if clause.predicate and clause.predicate.begin > dating.last:
        last = dating.last if sentence.kind(dating.last + 1) & COMMA else clause.predicate.begin - 1
    elif sentence.kind(reduced.begin - 1) & COMMA:
        last = next((at - 1 for at in range(dating.last + 1, last) if sentence.kinds[at] & COMMA), last)
    return first, last


def _subject(sentence: Sentence, clause: Clause, reduced: Predicate, first: int) -> tuple[int, int] | None:
    """The words that the participle tells of: the noun before it, or the subject behind the comma of its phrase."""
    if _leads(sentence, clause, reduced):
        own = clause.subject
        comma = next((at for at in range(reduced.end, len(sentence)) if sentence.kinds[at] & COMMA), -1)
        return own if own and own[0] > comma > 0 else None
    last = reduced.begin - 1
    while last > first and sentence.kinds[last] & (MARK | ADVERB):
        last -= 1
    if not _is_undergone(sentence, reduced.end + 1) or sentence.words[last] in _OBJECTS:
        return None
    is_noun = first <= last and not sentence.kinds[first] & PREPOSITION
    is_noun = is_noun and not sentence.kinds[last] & (PRONOUN | COORDINATOR)
    return (first, last) if is_noun and reduced.bare else None


def _shared(sentence: Sentence, clause: Clause, reduced: Predicate) -> tuple[int, int] | None:
    """The noun of the second participle of a pair: "The pact, signed in May and ratified in July, ..."."""
    if not _is_second(sentence, clause, reduced) or not clause.subject:
        return None
    first, last = clause.subject
    comma = next((at for at in range(first, last) if sentence.kinds[at] & COMMA), first)
    return (first, comma - 1) if first < comma < reduced.begin <= last else None


def _is_second(sentence: Sentence, clause: Clause, reduced: Predicate) -> bool:
    """Whether another participle leads to this one: "built in 1890 and extended in 1905"."""
    if not sentence.kind(reduced.begin - 1) & COORDINATOR or not reduced.bare:
        return False
    return any(other.end < reduced.begin and sentence.kind(other.begin - 1) & COMMA for other in clause.reduced)


def _leads(sentence: Sentence, clause: Clause, reduced: Predicate) -> bool:
    """Whether a participle leads a sentence, or is the second that does: "Begun in 1884 and opened in 1887, it had"."""
    if reduced.begin == 0:
        return True
    joined = sentence.kind(reduced.begin - 1) & COORDINATOR and reduced.bare
    return bool(joined) and any(other.begin == 0 and other.reduced for other in clause.reduced)


def _is_undergone(sentence: Sentence, after: int) -> bool:
    """Whether what follows a participle is neither its object nor the noun that it describes."""
    adverbial = PREPOSITION | TIMEX | ADVERB | MARK | TEMPORAL | INFINITIVE | COORDINATOR
    return after >= len(sentence) or bool(sentence.kinds[after] & adverbial)


def _behind_marks(sentence: Sentence, token: int) -> int:
    while sentence.kind(token) & MARK:
        token += 1
    return token


def _lowered(word: str) -> str:
    return word[:1].lower() + word[1:]


def _was(sentence: Sentence, first: int, last: int) -> str:
    """The auxiliary that agrees with the noun phrase from token ``first`` to ``last``."""
    words, kinds = sentence.words, sentence.kinds
    if words[first] in _ONE:
        return "was"
    if words[first] in _SEVERAL:
        return "were"
    head = first
    while head < last and not kinds[head + 1] & (PREPOSITION | COMMA):
        head += 1
    if any(kind & COORDINATOR for kind in kinds[first:head]):
        return "were"
    plural = (
        words[head].endswith("s") and not words[head].endswith(_NO_PLURALS) and not (head and kinds[head] & CAPITAL)
    )
    return "were" if plural or words[head] in _PLURALS else "was"


def _factuality(reading: Reading, reduced: Predicate, dating: Dating) -> Factuality:
    if is_put_off(reading.sentence, dating.first):
        return Factuality.PLANNED
    if reduced.word in SET_FOR and reading.sentence.word(dating.first - 1) == "for":
        return Factuality.PLANNED
    if reduced.infinitive >= 0 or reduced.word in vocabulary.MERE_INTENTIONS - _DONE:
        return Factuality.PLANNED
    covered = any(other.covers(reduced.head) for other in reading.attributions)
    return Factuality.ATTRIBUTED if covered else Factuality.REPORTED


_DONE = word_set("set sought prepared")
