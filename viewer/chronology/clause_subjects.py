"""The subject of each clause: its own, the noun of a relative, or that of the clause before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology.antecedents import antecedent
from viewer.chronology.events_passives import is_undergone
from viewer.chronology.events_predicates import Predicate, is_inverted
from viewer.chronology.events_tokens import (
    ADVERB,
    BE,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    GERUND,
    INFINITIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    STRONG_MARK,
    SUBORDINATOR,
    TEMPORAL,
    TIMEX,
    VERBAL,
    Sentence,
)

if TYPE_CHECKING:
    from viewer.chronology.clauses import Clause

_LONGEST_ADVERB = 4  # tokens: "most of all"
_LEADS_ADVERBIAL = PREPOSITION | TIMEX | TEMPORAL | INFINITIVE | GERUND
_RANGE = frozenset(["to", "until", "till", "and", "through"])


def find_subject(sentence: Sentence, clauses: list[Clause], index: int, clause: Clause) -> None:
    """Fills ``clause.subject``, and whether it and its passive are those of the clause before."""
    assert clause.predicate
    if clause.subject:
        return
    if is_inverted(sentence, clause.predicate.begin) and clause.predicate.head > clause.predicate.begin + 1:
        clause.subject = (clause.predicate.begin + 1, clause.predicate.head - 1)  # "had he known"
        return
    first = clause.begin if clause.opener < clause.begin else clause.opener + 1
    last = clause.predicate.begin - 1
    while last >= first and _may_stand_before_verb(sentence.kinds[last]):
        last -= 1
    last = _before_inserted_date(sentence, first, last)
    named = _begins_with_name(sentence, clause, first)
    first = skip_adverbials(sentence, first, last)
    if not named and not sentence.kind(last + 1) & COMMA:
        first = _behind_last_comma(sentence, first, last)
    if first <= last and sentence.kind(last + 1) & COMMA and is_adverbial(sentence, first, last):
        first = last + 1
    if first <= last:
        clause.subject = (first, last)
    elif _is_dated_subject(sentence, clause):
        clause.subject = (clause.predicate.begin - 1, clause.predicate.begin - 1)
    elif clause.opener >= 0 and sentence.kinds[clause.opener] & RELATIVE:
        again = index > 0 and sentence.kind(clause.opener - 1) & COORDINATOR and clauses[index - 1].opener >= 0
        same = clauses[index - 1].subject if again else None  # "which was shot in Malta and which won"
        clause.subject = same or antecedent(sentence, clause)
    elif index > 0:
        clause.shares_subject = clause.opener < 0 or bool(sentence.kinds[clause.opener] & COORDINATOR)
        clause.subject = _shared_subject(sentence, clauses, index)
        _share_passive(sentence, clauses[index - 1], clause, clause.predicate)


def _before_inserted_date(sentence: Sentence, first: int, last: int) -> int:
    """The last token ahead of a date between a subject and its verb: "the bombs, on Aug. 7, ..."."""
    at = last
    while at > first and sentence.kinds[at] & (TIMEX | PREPOSITION):
        at -= 1
    inserted = at < last and at > first and sentence.kinds[at] & COMMA and sentence.kinds[last] & TIMEX
    return at - 1 if inserted else last


def _begins_with_name(sentence: Sentence, clause: Clause, first: int) -> bool:
    """Whether a clause begins with its subject, so that what follows a comma goes on with it: "Ali, a guard, left"."""
    if clause.opener >= 0 and sentence.kinds[clause.opener] & (SUBORDINATOR | TEMPORAL):
        return False
    kind, following = sentence.kind(first), sentence.kind(first + 1)
    if kind & ADVERB:
        return not following & ~(CAPITAL | ADVERB) and not (following | sentence.kind(first + 2)) & COMMA
    return (
        bool(kind & (DETERMINER | CAPITAL))
        and not kind & (_LEADS_ADVERBIAL | VERBAL)
        and not following & (COMMA | ADVERB)
    )


def skip_adverbials(sentence: Sentence, first: int, last: int) -> int:
    """Past a leading adverbial: "On Monday, ", "Meanwhile, ", "In Baghdad, ", "In 1819 the"."""
    behind = first + 1 + bool(sentence.kind(first) & PREPOSITION)
    if sentence.kind(behind - 1) & TIMEX and behind <= last and sentence.kinds[behind] & DETERMINER:
        return behind
    if behind == first + 2 < last and sentence.words[behind] in _RANGE and sentence.kinds[behind + 1] & TIMEX:
        return first + 4  # "from 1861 to 1863 she"
    for at in range(first, last + 1):
        if sentence.kinds[at] & COMMA:
            if not is_adverbial(sentence, first, at - 1):
                break
            first = at + 1
    if sentence.word(first) == "as" and sentence.kind(first + 3) & TIMEX and first + 3 < last:
        return first + 4  # "As late as 2021 the bank"
    if first <= last and sentence.kinds[first] & TIMEX:
        return first + 1
    if first < last and sentence.kinds[first] & PREPOSITION and sentence.kinds[first + 1] & TIMEX:
        return first + 2
    return first


def _share_passive(sentence: Sentence, previous: Clause, clause: Clause, predicate: Predicate) -> None:
    """Notes the auxiliary that a participle takes over from the clause before: "was arrested and charged"."""
    before = previous.predicate
    if is_undergone(sentence, predicate) and clause.shares_subject and predicate.bare and before and before.passive:
        clause.auxiliary = previous.auxiliary or (before.begin, before.head - 1)
        predicate.passive = True


def _may_stand_before_verb(kind: int) -> bool:
    """Whether a token between a subject and its verb belongs to neither."""
    return bool(kind & (ADVERB | COMMA | STRONG_MARK)) and not kind & (DETERMINER | PRONOUN)


def _is_dated_subject(sentence: Sentence, clause: Clause) -> bool:
    """Whether a date is the subject itself: "2 November 2018 was a Friday"."""
    assert clause.predicate
    before = clause.predicate.begin - 1
    if before < clause.begin or not sentence.kinds[before] & TIMEX:
        return False
    return not sentence.kind(before - 1) & PREPOSITION and bool(sentence.kinds[clause.predicate.head] & BE)


def _behind_last_comma(sentence: Sentence, first: int, last: int) -> int:
    """Where a subject begins that no comma closes: "In Cape Town, South Africa, the police said"."""
    for at in range(last, first, -1):
        if sentence.kinds[at] & COORDINATOR:
            return first
        if sentence.kinds[at] & COMMA:
            return at + 1
    return first


def is_adverbial(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a stretch ahead of a subject tells when, where or how: it begins with a preposition, or is a date."""
    kind = sentence.kind(first)
    if last < first or kind & _LEADS_ADVERBIAL or (kind & ADVERB and last - first < _LONGEST_ADVERB):
        return True
    return last - first < 3 and any(other & TIMEX for other in sentence.kinds[first : last + 1])


def _shared_subject(sentence: Sentence, clauses: list[Clause], index: int) -> tuple[int, int] | None:
    """The subject of a clause without its own: that before a closed relative, or of the clause before."""
    previous = clauses[index - 1]
    if previous.opener >= 0 and sentence.words[previous.opener] == "what" and clauses[index].opener < 0:
        return previous.opener, clauses[index].begin - 1  # "What is left was made later"
    closed = _closed_before(sentence, clauses, index) if sentence.kind(clauses[index].begin - 1) & COMMA else -1
    if closed < 0:
        while sentence.word(previous.begin - 1) in {"(", "["} and index > 1:
            index -= 1
            previous = clauses[index - 1]
        return previous.subject
    opener = sentence.kinds[clauses[closed].opener]
    if opener & RELATIVE and closed == index - 1 and clauses[index].opener < 0:
        return antecedent(sentence, previous)
    earlier = [clause for clause in clauses[:closed] if clause.subject]
    return earlier[-1].subject if earlier else previous.subject


def _closed_before(sentence: Sentence, clauses: list[Clause], index: int) -> int:
    """The subordinate clause that ends before a clause, with what "and" adds to it; -1 where none does."""
    at = index - 1
    while at >= 0:
        opener = clauses[at].opener
        kind = sentence.kind(opener)
        if kind & (RELATIVE | SUBORDINATOR | TEMPORAL):
            return at
        if not kind & COORDINATOR or sentence.kind(opener - 1) & COMMA:
            return -1
        at -= 1
    return -1
