"""Events that a gerund tells beside its clause: "after leaving the stage in 1948", "having resigned in May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology.events_tokens import (
    CAPITAL,
    COMMA,
    COORDINATOR,
    GERUND,
    MARK,
    NO_NOUN,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TEMPORAL,
    TIMEX,
    VERBAL,
    Sentence,
)
from viewer.chronology.events_words import word_set
from viewer.chronology.labels import make_label

if TYPE_CHECKING:
    from viewer.chronology.clauses import Clause
    from viewer.chronology.events_dates import Dating

_LONGEST = 12  # tokens from the gerund to its date
_AHEAD = word_set("after before")
_JUDGED = word_set(
    """
    jailed imprisoned convicted sentenced fined arrested charged indicted tried punished executed hanged condemned
    criticised criticized blamed dismissed sacked fired suspended banned expelled disqualified cleared acquitted
    praised honoured honored remembered
    """
)
_AUXILIARIES = {"having": ("had", "had"), "being": ("was", "were")}
_BREAKS = MARK | RELATIVE | SUBORDINATOR | TIMEX
_ENDS = MARK | VERBAL | PRONOUN | TEMPORAL | TIMEX | COORDINATOR | RELATIVE | CAPITAL


def gerund_before(sentence: Sentence, clause: Clause, dating: Dating) -> tuple[int, int] | None:
    """The first and last token of the gerund with its words that a date stands in; None where there is none."""
    at = dating.first - 1
    for first in range(at, max(clause.begin, at - _LONGEST) - 1, -1):
        kind = sentence.kinds[first]
        if _opens(sentence, clause, first):
            return first, _end(sentence, clause, dating)
        if kind & _BREAKS:
            return None
        if kind & VERBAL and sentence.words[first] not in _AUXILIARIES and not _is_participle(sentence, first):
            return None
    return None


def _opens(sentence: Sentence, clause: Clause, token: int) -> bool:
    """Whether a gerund begins here that tells what came before or after, or what somebody was punished for."""
    word, before = sentence.words[token], sentence.kind(token - 1)
    if word == "having" and (before & COMMA or token == clause.begin):
        return True
    if not sentence.kinds[token] & GERUND and word not in _AUXILIARIES:
        return False
    if before & TEMPORAL:
        return sentence.words[token - 1] in _AHEAD
    judged = clause.predicate is not None and clause.predicate.end < token and clause.predicate.word in _JUDGED
    return judged and sentence.word(token - 1) == "for"


def _is_participle(sentence: Sentence, token: int) -> bool:
    """Whether a verb form belongs to "being" or "having" in front of it: "being sold", "having been sold"."""
    return sentence.words[token] == "been" or any(
        word in _AUXILIARIES or word == "been" for word in sentence.words[max(0, token - 2) : token]
    )


def _end(sentence: Sentence, clause: Clause, dating: Dating) -> int:
    """The last token of the words around a date: with the "to a bank" of "being sold in 1948 to a bank"."""
    if not sentence.kind(dating.last + 1) & PREPOSITION:
        return dating.last
    end = dating.last + 1
    while end < clause.end and not sentence.kinds[end + 1] & _ENDS:
        end += 1
    leads = clause.predicate is not None and dating.last < clause.predicate.begin
    closed = end == clause.end or sentence.kinds[end + 1] & (COMMA if leads else MARK)
    return end if closed else dating.last


def gerund_label(sentence: Sentence, clause: Clause, tokens: tuple[int, int], dating: Dating) -> str:
    """The label of a gerund: "she had left the stage" of "having left the stage", as written for others."""
    first, last = tokens
    forms = _AUXILIARIES.get(sentence.words[first])
    subject = _subject(sentence, clause, first)
    if not forms or not subject or sentence.kind(first + 1) & NO_NOUN & ~VERBAL:
        return make_label(sentence, [(first, last)], dating.tokens)
    plural = sentence.words[subject[1]].endswith("s") or sentence.words[subject[1]] in {"they", "we", "you"}
    return make_label(sentence, [(first + 1, last)], dating.tokens, (), f"{sentence.span(*subject)} {forms[plural]}")


def _subject(sentence: Sentence, clause: Clause, token: int) -> tuple[int, int] | None:
    """The subject of the clause without what is inserted behind it."""
    if not clause.subject:
        return None
    first, last = clause.subject
    inserted = next((at for at in range(first, last + 1) if sentence.kinds[at] & (COMMA | TEMPORAL)), last + 1)
    return (first, inserted - 1) if first < inserted and not first <= token < inserted else None
