"""The subject of a label where the text has it in another clause, and the object that a relative leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology.antecedents import antecedent
from viewer.chronology.events_tokens import (
    ADVERB,
    BE,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DO,
    INFINITIVE,
    MARK,
    MODAL,
    NOT,
    NUMBER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    VERBAL,
    Sentence,
)
from viewer.chronology.events_words import TIME_NOUNS, word_set

if TYPE_CHECKING:
    from viewer.chronology.clauses import Clause


def with_subject(sentence: Sentence, clause: Clause, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges with the subject put in front where it stands in another clause.

    The relative itself is left out behind a short antecedent ("the troops[, who] arrived"), kept behind a long one.
    """
    if not clause.subject or not clause.predicate:
        return ranges
    first, last = clause.subject
    end = ranges[-1][1]
    relative = clause.opener >= 0 and sentence.kinds[clause.opener] & RELATIVE
    if relative and clause.begin <= first == clause.opener + 1:
        return _with_object(sentence, clause, end) or ranges
    if last >= clause.begin:
        return ranges
    named = _closing_comma(sentence, (first, last), clause.opener) >= 0 and not _is_ambiguous(sentence, first, last)
    if relative and _is_long(sentence, first, last) and not named:
        return [(first, end)]
    begin = max(clause.predicate.begin, clause.begin)
    while begin > clause.begin and begin - 1 != clause.opener and sentence.kinds[begin - 1] & ADVERB:
        begin -= 1  # "almost went bankrupt"
    comma = _closing_comma(sentence, (first, last), begin)
    subject = [(first, last), (comma, comma)] if comma >= 0 else [(first, last)]
    return [*subject, clause.auxiliary, (begin, end)] if clause.auxiliary else [*subject, (begin, end)]


def _with_object(sentence: Sentence, clause: Clause, end: int) -> list[tuple[int, int]]:
    """The ranges of a relative with its object behind the verb: "a villa that he bought" as "he bought a villa"."""
    if sentence.kind(clause.opener - 1) & COORDINATOR or _is_told_to_somebody(sentence, clause.opener):
        return []
    phrase = antecedent(sentence, clause)
    if not phrase or not clause.subject or not clause.predicate or sentence.words[clause.opener] == "what":
        return []
    if sentence.kinds[phrase[1]] & VERBAL and not sentence.kind(phrase[1] - 1) & DETERMINER:
        return []  # "It emerged that he had bought shares"
    if phrase[0] == phrase[1] and sentence.kind(phrase[0] - 1) & (NOT | DO | MODAL | INFINITIVE):
        return []  # "they don't disclose that charges were dropped"
    if sentence.kind(clause.opener - 1) & PREPOSITION or sentence.words[phrase[1]] in TIME_NOUNS:
        return [(phrase[0], end)]
    if _is_ambiguous(sentence, *phrase):
        return [(phrase[0], end)]
    gap = _gap(sentence, clause.predicate.end)
    if sentence.words[clause.opener] == "whose" or sentence.kinds[clause.predicate.head] & (BE | DO) or gap < 0:
        return [] if sentence.words[clause.opener] == "that" else [(phrase[0], end)]
    return [(clause.subject[0], min(gap, end)), phrase, *([(gap + 1, end)] if gap < end else [])]


def _is_told_to_somebody(sentence: Sentence, opener: int) -> bool:
    """Whether "that" leads to what somebody is told: "persuaded some members that it could come in May"."""
    if sentence.words[opener] != "that":
        return False
    verb = next((at for at in range(opener - 1, -1, -1) if sentence.kinds[at] & VERBAL), -1)
    return verb >= 0 and sentence.words[verb] in _TOLD


_TOLD = word_set("persuaded convinced assured informed reminded warned told notified advised")


def _gap(sentence: Sentence, verb: int) -> int:
    """The token behind which the object of a verb would stand; -1 where it has another object."""
    at = verb
    if sentence.kind(at + 1) & INFINITIVE and not sentence.kind(at + 2) & (ADVERB | DETERMINER):
        at += 2
    following, behind = sentence.kind(at + 1), sentence.kind(at + 2)
    if following & PREPOSITION and (at + 2 >= len(sentence) or behind & (MARK | PREPOSITION)):
        return at + 1  # "the house that he lived in"
    return -1 if following & (DETERMINER | PRONOUN | CAPITAL | NUMBER) else at


def owned_subject(sentence: Sentence, clause: Clause) -> str:
    """The subject of a relative with "whose": "the union's contract" of "the union, whose contract ends"."""
    if clause.opener < 0 or sentence.words[clause.opener] != "whose" or not clause.subject:
        return ""
    phrase = antecedent(sentence, clause)
    if (
        not phrase
        or _is_ambiguous(sentence, *phrase)
        or clause.subject[0] != clause.opener + 1
        or clause.subject[1] >= len(sentence)
    ):
        return ""
    if sentence.kinds[clause.subject[1]] & PRONOUN:
        return ""  # "the town, whose streets they held"
    comma = next((at for at in range(phrase[0], phrase[1]) if sentence.kinds[at] & COMMA), phrase[1] + 1)
    owner, mark = sentence.span(phrase[0], comma - 1), "’" if "’" in sentence.text else "'"
    return f"{owner}{mark}{'' if owner.endswith('s') else 's'} {sentence.span(*clause.subject)}"


def _closing_comma(sentence: Sentence, subject: tuple[int, int], verb: int) -> int:
    """The comma that closes the name which one opens in a subject: "Its director, Pekka Lind, ..."; -1 where none."""
    first, last = subject
    if sum(bool(kind & COMMA) for kind in sentence.kinds[first : last + 1]) != 1:
        return -1
    return next((at for at in (last + 1, verb - 1) if sentence.kind(at) & COMMA), -1)


def _is_long(sentence: Sentence, first: int, last: int) -> bool:
    return any(kind & (MARK | PREPOSITION) for kind in sentence.kinds[first : last + 1])


def _is_ambiguous(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a relative may mean either of two nouns: "a report on the dam that he built"."""
    return any(kind & PREPOSITION for kind in sentence.kinds[first : last + 1])
