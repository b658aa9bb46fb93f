"""What a relative refers to: "a villa" of "his goods, including a villa that he bought"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology.events_tokens import (
    ADVERB,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    GERUND,
    INFINITIVE,
    MARK,
    NUMBER,
    PREPOSITION,
    QUOTE,
    STRONG_MARK,
    SUBORDINATOR,
    TEMPORAL,
    TIMEX,
    VERBAL,
    Sentence,
)
from viewer.chronology.events_words import word_set

if TYPE_CHECKING:
    from viewer.chronology.clauses import Clause

_LONGEST_ANTECEDENT, _LONGEST_NOUN = 14, 4
_BEFORE_ANTECEDENT = VERBAL | COORDINATOR | SUBORDINATOR | TEMPORAL | STRONG_MARK | INFINITIVE | TIMEX | QUOTE
_SUBJECT_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i"))
_BEFORE_DETERMINER = NUMBER | PREPOSITION | DETERMINER | MARK | ADVERB | GERUND
_BEFORE_PERSONS = word_set("for with to by against under about like alongside")
_PARTED = word_set("including into onto except")


def antecedent(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """What a relative refers to: the noun phrase before it, with what hangs on it, back to a verb or conjunction."""
    last = clause.begin - 1
    while last >= 0 and sentence.kinds[last] & MARK and not closes_bracket(sentence, last):
        last -= 1
    if last > 1 and sentence.kinds[last] & TIMEX and sentence.words[last - 1] in {"of", "dated"}:
        last -= 2  # "a letter dated 3 May, which he published"
    first = max(last, 0)
    lowest = max(0, last - _LONGEST_ANTECEDENT)
    while first > lowest and not sentence.kinds[first - 1] & _BEFORE_ANTECEDENT:
        if sentence.words[first - 1] in _PARTED or _is_new(sentence, first, last):
            break
        first -= 1
    if sentence.word(first) in _SUBJECT_PRONOUNS:
        first = min(first + 2, last)  # "he succeeds a man who": a verb that is not known as one
    if clause.opener >= 0 and sentence.words[clause.opener] in {"who", "whom"}:
        first = _name_of_person(sentence, first, last)
    for at in range(last, first, -1):
        opens = sentence.kinds[at] & DETERMINER and not sentence.kinds[at] & CAPITAL
        named = sentence.kinds[at - 1] & CAPITAL and sentence.kinds[at + 1] & CAPITAL  # "Hasdrubal the Fair"
        apposed = sentence.words[at] in {"a", "an"} and sentence.kinds[at - 1] & COMMA
        if apposed and sentence.word(clause.opener) in {"that", "which"}:
            first = at  # "rubble, a view that was contradicted"
            break
        if opens and not named and not sentence.kinds[at - 1] & _BEFORE_DETERMINER:
            first = at  # "White heads a team that": another
            break
    while first < last and _leads_to_noun(sentence, first):
        first += 1
    if first == last and sentence.word(clause.opener) == "that" and sentence.kind(first - 1) & INFINITIVE:
        first = _begin_of_noun(sentence, first - 1)  # "an order to leave that was issued"
    asked = first == last and sentence.kind(first - 1) & INFINITIVE  # "to investigate who did it"
    return (first, last) if first <= last and not asked else None


def closes_bracket(sentence: Sentence, token: int) -> bool:
    """Whether a token closes what stands in brackets behind a name: "the People's Front (PFR), who"."""
    return sentence.words[token] == ")" and "(" in sentence.words[max(0, token - _LONGEST_NOUN) : token]


def _name_of_person(sentence: Sentence, first: int, last: int) -> int:
    """Where the name begins that stands behind a preposition: "scored the second for Ann Lee, who"."""
    at = last
    while at > first and sentence.kinds[at] & CAPITAL:
        at -= 1
    return at + 1 if at < last and sentence.words[at] in _BEFORE_PERSONS else first


def _begin_of_noun(sentence: Sentence, infinitive: int) -> int:
    """The determiner of the noun that an infinitive tells more of; the verb behind the "to" where there is none."""
    for at in range(infinitive - 1, max(-1, infinitive - _LONGEST_NOUN), -1):
        if sentence.kinds[at] & DETERMINER:
            return at
        if sentence.kinds[at] & _BEFORE_ANTECEDENT:
            break
    return infinitive + 1


def _leads_to_noun(sentence: Sentence, token: int) -> bool:
    kind = sentence.kinds[token]
    if kind & GERUND:
        return bool(sentence.kind(token + 1) & DETERMINER)  # "doubling the trade, which fell"
    return bool(kind & (PREPOSITION | MARK | ADVERB)) and not kind & DETERMINER


def _is_new(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a thing mentioned for the first time begins behind a preposition: "the offer in a letter, which"."""
    new = sentence.words[first] in {"a", "an"} and first < last
    return new and bool(sentence.kinds[first - 1] & PREPOSITION) and sentence.words[first - 1] != "of"
