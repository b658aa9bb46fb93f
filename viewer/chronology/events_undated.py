"""Undated reports that matter: deployments, announcements, casualties, figures that somebody vouches for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology import events_words as vocabulary
from viewer.chronology.events_beside import dating_beside
from viewer.chronology.events_drafts import Draft, clause_label, make_draft, passage_tokens
from viewer.chronology.events_reading import (
    Reading,
    around,
    clause_of_when,
    is_next_to,
    label_end,
    last_clause_of,
    sharing_the_date,
)
from viewer.chronology.events_tokens import PARTICIPLE, RELATIVE, TIMEX, Sentence
from viewer.chronology.events_words import word_set
from viewer.chronology.factuality import clause_factuality
from viewer.chronology.figures import find_figures
from viewer.model import Factuality

if TYPE_CHECKING:
    from viewer.chronology.attribution import Attribution
    from viewer.chronology.clauses import Clause
    from viewer.chronology.events_dates import Dating
    from viewer.chronology.events_predicates import Predicate

_DEED_GERUNDS = word_set("sending deploying killing wounding injuring capturing seizing")
_NO_FACT = word_set("until till if unless")
_NO_REPORT = word_set("as until till than where since if unless")


def undated_events(reading: Reading) -> list[Draft]:
    """The undated events of a sentence that matter, besides those that its dated events tell already."""
    drafts = []
    told = -1
    for index, clause in enumerate(reading.clauses):
        if index <= told or clause.predicate is None or reading.dated(index) or reading.spoken(index):
            continue
        draft = None if _is_taken(reading, index) else _undated_event(reading, index)
        if draft:
            drafts.append(draft)
            told = last_clause_of(reading, index)
    return drafts


def _is_taken(reading: Reading, index: int) -> bool:
    """Whether a clause already belongs to a dated event: as what is said on a date, or as a later verb of it."""
    clause = reading.clauses[index]
    assert clause.predicate
    for other in reading.attributions:
        if other.clause >= 0 and other.covers(clause.predicate.head) and reading.dated(other.clause):
            return True
    for dated in range(index):
        if reading.dated(dated) and last_clause_of(reading, dated) >= index:
            return True
    return any(
        index in (sharing_the_date(reading, target.clause, datings[0]), clause_of_when(reading, datings[0]))
        for target, datings in reading.targets.values()
    )


def _undated_event(reading: Reading, index: int) -> Draft | None:
    sentence, clause = reading.sentence, reading.clauses[index]
    assert clause.predicate
    beside = dating_beside(reading, index)
    if not beside and not _is_told_as_fact(reading, index):
        return None
    last = label_end(reading, last_clause_of(reading, index))
    if not beside and not _matters(reading, clause, clause.predicate, last):
        return None
    factuality = clause_factuality(sentence, reading.clauses, clause, reading.attributions, clause.predicate.head)
    if factuality in {Factuality.NEGATED, Factuality.CONDITIONAL} and not beside:
        return None
    inside = [other for other in around(reading, clause) if is_next_to(other, clause, last)]
    tokens = passage_tokens(reading, clause, last, inside)
    dating = beside or _dating_of_when(reading, index)
    draft = make_draft(
        reading, tokens, clause_label(reading, index, last, [beside] if beside else ()), factuality, dating
    )
    draft.precedes = index > 0 and clause.opener >= 0 and sentence.words[clause.opener] == "after"
    return draft if draft.label else None


def _dating_of_when(reading: Reading, index: int) -> Dating | None:
    """The date of a "When ..." that leads to this clause: "When it erupted on 5 May, 63 hikers were killed"."""
    first = reading.clauses[0]
    predicate = reading.clauses[index].predicate
    if (
        index != 1
        or first.opener < 0
        or (predicate and predicate.perfect)
        or reading.sentence.words[first.opener] != "when"
    ):
        return None
    own = [datings for target, datings in reading.targets.values() if target.clause == 0]
    return own[0][0] if len(own) == 1 and own[0][0].interval.first is not None else None


def _is_told_as_fact(reading: Reading, index: int) -> bool:
    """Whether the conjunction in front leaves a clause a report of its own: not "until", "where" or "who"."""
    clause = reading.clauses[index]
    words, kinds = reading.sentence.words, reading.sentence.kinds
    head = words[clause.begin : clause.predicate.begin if clause.predicate else clause.begin]
    if not _NO_FACT.isdisjoint(head):
        leading = [at for at, word in enumerate(head, clause.begin) if word in _NO_FACT]
        if any(not kinds[at + 1] & TIMEX for at in leading):
            return False
    if clause.opener < 0:
        return True
    word = words[clause.opener]
    if word in _NO_REPORT or (word in {"when", "while"} and reading.dated(max(0, index - 1))):
        return False
    relative = kinds[clause.opener] & RELATIVE
    return not relative or (word == "that" and bool(around(reading, clause)))


def _matters(reading: Reading, clause: Clause, predicate: Predicate, last: int) -> bool:
    """Whether an undated clause reports a deed, or a figure that somebody vouches for."""
    sentence = reading.sentence
    text = sentence.span(clause.begin, last)
    attributed = any(other.covers(predicate.end) or other.of_things for other in _around_or_inside(reading, clause))
    if attributed and find_figures(text):
        return True
    if sentence.words[clause.end] == "only":
        return False  # "and stopped only when"
    if predicate.bare and clause.shares_subject and _continues_passive(reading, clause):
        return False
    described = predicate.passive and predicate.auxiliary in {"is", "are"}
    if predicate.modal or described or (sentence.kinds[predicate.head] & PARTICIPLE and predicate.bare):
        return False
    if predicate.word in vocabulary.DEEDS:
        return (
            predicate.word not in vocabulary.DEEDS_WITH_FIGURES
            or bool(find_figures(text))
            or _has_deed_gerund(sentence, predicate, last)
        )
    return _has_deed_gerund(sentence, predicate, last)


def _continues_passive(reading: Reading, clause: Clause) -> bool:
    """Whether a verb is one more participle of a passive: "were carried off, sold or destroyed"."""
    before = [other for other in reading.clauses if other.begin < clause.begin and other.predicate]
    return bool(before) and bool(before[-1].predicate) and _is_passive_run(before)


def _is_passive_run(clauses: list[Clause]) -> bool:
    for clause in reversed(clauses):
        if clause.predicate and (clause.predicate.passive or not clause.shares_subject):
            return clause.predicate.passive
    return False


def _has_deed_gerund(sentence: Sentence, predicate: Predicate, last: int) -> bool:
    return not _DEED_GERUNDS.isdisjoint(sentence.words[predicate.end : last + 1])


def _around_or_inside(reading: Reading, clause: Clause) -> list[Attribution]:
    return [
        other
        for other in reading.attributions
        if (clause.predicate and other.covers(clause.predicate.head))
        or (other.of_things and clause.begin <= other.last <= clause.end)
    ]
