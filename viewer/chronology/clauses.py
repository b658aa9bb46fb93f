"""Where the clauses of a sentence begin and end: one for each finite verb, cut at conjunctions and commas."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from viewer.chronology.antecedents import closes_bracket
from viewer.chronology.clause_subjects import find_subject, is_adverbial, skip_adverbials
from viewer.chronology.events_boundaries import counts_to_clause, find_boundary, is_same_time
from viewer.chronology.events_predicates import Predicate, find_predicates
from viewer.chronology.events_tokens import (
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    MARK,
    NO_NOUN,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    TEMPORAL,
    TIMEX,
    VERBAL,
    Sentence,
)

_LONGEST_NOUN_PHRASE = 8
_SUBORDINATE = SUBORDINATOR | TEMPORAL
_OPENERS = COORDINATOR | SUBORDINATOR | TEMPORAL | RELATIVE


@dataclass(slots=True)
class Clause:
    """Tokens ``begin`` to ``end`` (included) around ``predicate`` (None in a sentence without a verb).

    ``opener`` is the conjunction or relative that it begins with, as a token index, -1 where there is none.
    ``subject`` are the first and last token of its subject, which may stand in another clause. ``prefix`` is a range
    of tokens ahead of the sentence's first clause that belongs to this one ("On Monday, after talks failed, ...").
    ``auxiliary`` are the tokens of a passive auxiliary that it shares with the clause before.
    """

    begin: int
    end: int
    predicate: Predicate | None = None
    opener: int = -1
    subject: tuple[int, int] | None = None
    prefix: tuple[int, int] | None = None
    shares_subject: bool = False
    auxiliary: tuple[int, int] | None = None
    reduced: list[Predicate] = field(default_factory=list)


def split_clauses(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence in the order of their text; one without a predicate where there is no finite verb."""
    predicates = find_predicates(sentence)
    finite = [predicate for predicate in predicates if not predicate.reduced]
    if not finite:
        whole = Clause(0, len(sentence) - 1)
        whole.reduced = predicates
        return [whole]
    clauses = _without_verbless_condition(sentence, _cut(sentence, finite))
    for predicate in predicates:
        if predicate.reduced:
            clause_at(clauses, predicate.begin).reduced.append(predicate)
    _end_at_brackets(sentence, clauses)
    _split_prefix(sentence, clauses)
    for index, clause in enumerate(clauses):
        if clause.predicate:
            find_subject(sentence, clauses, index, clause)
    return clauses


def _end_at_brackets(sentence: Sentence, clauses: list[Clause]) -> None:
    """Lets a clause that begins behind an opening bracket end at the closing one."""
    for clause in clauses:
        if sentence.word(clause.begin - 1) not in {"(", "["}:
            continue
        for at in range(clause.begin, clause.end + 1):
            if sentence.words[at] in ")]":
                clause.end = at - 1
                break


def _without_verbless_condition(sentence: Sentence, clauses: list[Clause]) -> list[Clause]:
    """The clauses with a leading "if ..." set apart whose verb is not known as one: "If the talks fail, ..."."""
    first = clauses[0]
    if first.opener < 0 or not first.predicate or not sentence.kinds[first.opener] & SUBORDINATOR:
        return clauses
    for at in range(first.opener + 2, first.predicate.begin - 1):
        if sentence.kinds[at] & COMMA:
            condition = Clause(first.begin, at - 1, opener=first.opener)
            first.begin, first.opener = at + 1, -1
            _set_opener(sentence, first)
            return [condition, *clauses]
    return clauses


def clause_at(clauses: list[Clause], token: int) -> Clause:
    """The clause that a token stands in (the nearest before it, for marks between clauses)."""
    for clause in reversed(clauses):
        if clause.begin <= token or (clause.prefix and clause.prefix[0] <= token <= clause.prefix[1]):
            return clause
    return clauses[0]


def is_subordinate(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause begins with a conjunction such as "after" or "if", or with a relative."""
    return clause.opener >= 0 and bool(sentence.kinds[clause.opener] & (_SUBORDINATE | RELATIVE))


def noun_phrase_before(sentence: Sentence, token: int) -> int:
    """The first token of the noun phrase that ends just before ``token``, marks skipped; ``token`` if none does."""
    at = token - 1
    while at >= 0 and sentence.kinds[at] & COMMA:
        at -= 1
    first = token
    if at < token - 1 and sentence.kind(at) & TIMEX:
        return token
    lowest = max(0, at - _LONGEST_NOUN_PHRASE)
    while at >= lowest:
        kind = sentence.kinds[at]
        if kind & DETERMINER:
            return at
        if kind & (NO_NOUN | VERBAL) and not kind & CAPITAL:
            return first
        first = at
        at -= 1
    return first


def _cut(sentence: Sentence, finite: list[Predicate]) -> list[Clause]:
    clauses = [Clause(0, len(sentence) - 1, finite[0])]
    _set_opener(sentence, clauses[0])
    head: tuple[int, int] | None = None
    for previous, predicate in itertools.pairwise(finite):
        begin = find_boundary(sentence, previous, predicate)
        clause = Clause(begin, len(sentence) - 1, predicate)
        _set_opener(sentence, clause)
        if head and _is_main(sentence, clause):
            _give_head(sentence, clause, head)
            head = None
        head = _interrupted_head(sentence, previous.end + 1, clause) or head
        clauses[-1].end = _without_marks(sentence, previous.end, (head[0] if head else begin) - 1)
        clauses.append(clause)
    return clauses


def _without_marks(sentence: Sentence, lowest: int, token: int) -> int:
    while token > lowest and sentence.kinds[token] & MARK:
        token -= 1
    return token


def _interrupted_head(sentence: Sentence, low: int, clause: Clause) -> tuple[int, int] | None:
    """The words of the next main clause ahead of an insertion: ", and from 1968, when ..., there were"."""
    if not is_subordinate(sentence, clause):
        return None
    for at in range(low, clause.begin - 1):
        parts = sentence.words[at] == ";"  # "; in July, which was cool, they fell"
        if parts or (sentence.kinds[at] & COMMA and sentence.kinds[at + 1] & (COORDINATOR | SUBORDINATOR)):
            last = _without_marks(sentence, at, clause.begin - 1)
            return (at + 1, last) if last > at + 1 else None
    return None


def _give_head(sentence: Sentence, clause: Clause, head: tuple[int, int]) -> None:
    """Joins a clause with the words that an insertion parted from it; its subject may be among them."""
    clause.prefix = head
    first = head[0] + 1
    clause.opener = head[0]
    if sentence.kinds[first] & RELATIVE:
        clause.opener, first = first, first + 1
    if not is_adverbial(sentence, first, head[1]):
        clause.subject = _trimmed(sentence, first, head[1])


def _set_opener(sentence: Sentence, clause: Clause) -> None:
    assert clause.predicate
    at = clause.begin
    while at < clause.predicate.begin and sentence.kinds[at] & MARK:
        at += 1
    if sentence.kinds[at] & PREPOSITION and sentence.kind(at + 1) & RELATIVE and at + 1 < clause.predicate.begin:
        at += 1
    if at + 2 < clause.predicate.begin and is_same_time(sentence, at):
        sentence.kinds[at + 1] = SUBORDINATOR
        clause.opener, clause.begin = at + 1, at + 2
        return
    if sentence.words[at] == "as" and sentence.word(at + 1) in {"late", "early", "recently"}:
        return
    if counts_to_clause(sentence, at, clause.predicate.begin) or (
        sentence.words[at] in {"even", "only", "just"} and sentence.kind(at + 1) & _SUBORDINATE
    ):
        at += 1
    if at < clause.predicate.begin and sentence.kinds[at] & _OPENERS:
        clause.opener = at
        following = at + 1
        if sentence.kinds[at] & COORDINATOR and sentence.kind(following) & (_SUBORDINATE | RELATIVE):
            clause.opener = following


def _split_prefix(sentence: Sentence, clauses: list[Clause]) -> None:
    """Gives what stands ahead of a leading "after ..." clause to the main clause that follows."""
    first = next(clause for clause in clauses if clause.predicate)
    if not first.predicate or first is not clauses[0]:
        return
    main = next((clause for clause in clauses[1:] if _is_main(sentence, clause)), None)
    if main and ";" in sentence.words[first.end : main.begin]:
        main = None
    bracket = next((at for at in range(1, first.predicate.begin) if sentence.words[at] == "("), 0)
    if main and bracket and ")" not in sentence.words[bracket : first.predicate.begin]:
        main.prefix, first.begin = (0, bracket - 1), bracket + 1
        main.subject = _trimmed(sentence, skip_adverbials(sentence, 0, bracket - 1), bracket - 1)
        return
    for at in range(1, first.predicate.begin):
        counted = _is_counted(sentence, at, first.predicate.begin)
        if not counted and not _opens_insertion(sentence, at, first.predicate.begin):
            continue
        begin = at - counted
        if main:
            main.prefix = (0, begin - 1)
            main.reduced += [each for each in first.reduced if each.begin < begin]  # "Founded by a man who ..., it"
            first.reduced = [each for each in first.reduced if each.begin >= begin]
            leads = any(each.begin == 0 for each in main.reduced)
            if not leads and not is_adverbial(sentence, 0, begin - 1):
                main.subject = _trimmed(sentence, skip_adverbials(sentence, 0, begin - 2), begin - 1)
        if main or sentence.kinds[at] & RELATIVE:
            first.begin, first.opener = begin, at
        return


def _is_counted(sentence: Sentence, at: int, verb: int) -> bool:
    """Whether a comma and a length stand ahead of a conjunction: "In October, hours after she had returned, ..."."""
    return bool(sentence.kind(at - 2) & COMMA) and counts_to_clause(sentence, at - 1, verb)


def _is_main(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause can carry the sentence: it is not subordinate, nor a second verb of a relative clause."""
    assert clause.predicate
    coordinated = clause.opener >= 0 and sentence.kinds[clause.opener] & COORDINATOR
    return not is_subordinate(sentence, clause) and not (coordinated and clause.opener + 1 == clause.predicate.begin)


def _opens_insertion(sentence: Sentence, at: int, verb: int) -> bool:
    """Whether a relative, or a conjunction after a comma, opens an insertion ahead of the first verb."""
    kind = sentence.kinds[at]
    if kind & RELATIVE:
        dates = sentence.kind(at + 1) & TIMEX and sentence.words[at] == "that"  # "that Monday"
        return not dates and not sentence.kinds[verb - 1] & COMMA
    inserted = kind & _SUBORDINATE and (sentence.kinds[at - 1] & COMMA or sentence.words[at] == "where")
    return bool(inserted) and not any(other & COMMA for other in sentence.kinds[at:verb])


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    while last >= first and sentence.kinds[last] & (MARK | PREPOSITION) and not closes_bracket(sentence, last):
        last -= 1
    return (first, last) if first <= last else None


def has_own_subject(clause: Clause) -> bool:
    """Whether a clause names its own subject in front of its verb."""
    return bool(clause.subject and not clause.shares_subject and clause.predicate)
