"""A sentence taken apart into clauses, attributions and dates, and what belongs together in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from viewer.chronology.clauses import Clause, has_own_subject, is_subordinate
from viewer.chronology.events_boundaries import SAME_TIMES
from viewer.chronology.events_tokens import (
    COORDINATOR,
    MARK,
    NO_NOUN,
    PRESENT,
    RELATIVE,
    TEMPORAL,
    TIMEX,
    VERBAL,
    Sentence,
)

if TYPE_CHECKING:
    from viewer.chronology.attribution import Attribution
    from viewer.chronology.events_dates import Dating
    from viewer.chronology.events_predicates import Predicate
    from viewer.chronology.events_targets import Target

_NEAR = 2


@dataclass(slots=True)
class Reading:
    """A sentence taken apart."""

    sentence: Sentence
    clauses: list[Clause]
    attributions: list[Attribution]
    datings: list[Dating]
    targets: dict[tuple[int, int, int], tuple[Target, list[Dating]]] = field(default_factory=dict)

    def spoken(self, index: int) -> Attribution | None:
        """The attribution whose speaking clause has this index."""
        for attribution in self.attributions:
            if attribution.clause == index:
                return attribution
        return None

    def dated(self, index: int) -> bool:
        """Whether any date belongs to this clause or into it."""
        return index in [target.clause for target, _ in self.targets.values()]


def content_clauses(reading: Reading, spoken: Attribution) -> list[int]:
    """The indexes of the clauses that an attribution vouches for."""
    return [
        index
        for index, clause in enumerate(reading.clauses)
        if clause.predicate and spoken.covers(clause.predicate.head) and index != spoken.clause
    ]


def is_aside(reading: Reading, index: int) -> bool:
    """Whether a clause only tells when, why or which, so that what is said is another."""
    clause = reading.clauses[index]
    word = reading.sentence.word(clause.opener) if clause.opener >= 0 else ""
    if word == "that":
        before = reading.sentence.kind(clause.opener - 1)
        return not any(other.last == clause.opener for other in reading.attributions) and not before & (
            NO_NOUN | VERBAL | TIMEX
        )
    return is_subordinate(reading.sentence, clause) and word != "whether"


def has_date_of_its_own(reading: Reading, index: int) -> bool:
    """Whether a date tells when the clause happened: no part of it, and not only what it came before."""
    return any(
        dating.interval.first is not None
        for target, datings in reading.targets.values()
        if target.clause == index and target.reduced is None and target.noun < 0
        for dating in datings
    )


def sharing_the_date(reading: Reading, index: int, dating: Dating) -> int | None:
    """The next clause, if a leading date holds for it too: "On 3 November A took X and B took Y"."""
    clause = reading.clauses[index]
    following = index + 1
    if following >= len(reading.clauses) or not clause.predicate or dating.first > clause.predicate.begin:
        return None
    if dating.interval.first is None:
        return None  # "Until 2003 she could be seen there, and a second edition came out"
    other = reading.clauses[following]
    joined = other.opener >= 0 and reading.sentence.words[other.opener] == "and"
    if not joined or not has_own_subject(other) or reading.dated(following) or reading.spoken(following):
        return None
    assert other.predicate
    return following if _is_past(other.predicate) == _is_past(clause.predicate) else None


def _is_past(predicate: Predicate) -> bool:
    return predicate.bare or predicate.passive or predicate.auxiliary == "had"


def clause_of_when(reading: Reading, dating: Dating) -> int | None:
    """The clause that tells what happened then: "in 1988, when a bridge fell", "until 1787, when it was found"."""
    for index, clause in enumerate(reading.clauses):
        opener = reading.sentence.word(clause.opener)
        if (opener == "when" or opener in SAME_TIMES) and not reading.dated(index):
            behind = clause.opener - (1 if opener == "when" else len(("the", "year")))
            if reading.sentence.kinds[behind] & MARK and behind - 1 == dating.last:
                return index
    return None


def last_clause_of(reading: Reading, index: int) -> int:
    """The clause where an event ends: later verbs of the same subject without a date of their own belong to it."""
    last = index
    first = reading.clauses[index]
    subordinate = is_subordinate(reading.sentence, first)
    for following in range(index + 1, len(reading.clauses)):
        clause = reading.clauses[following]
        coordinated = clause.opener >= 0 and reading.sentence.kinds[clause.opener] & COORDINATOR
        coordinated = coordinated or (clause.opener < 0 and not subordinate)
        if not clause.shares_subject or not coordinated or reading.dated(following) or reading.spoken(following):
            break
        if around(reading, clause) != around(reading, first) or _leads_on(reading, clause):
            break
        if subordinate and clause.subject != first.subject:
            break  # "when the shares stood at 190p, and was told that it was not for sale"
        if _tells_what_is(reading, first, clause):
            break
        if is_subordinate(reading.sentence, reading.clauses[following - 1]) and following - 1 != index:
            break
        last = following
    return last


def _leads_on(reading: Reading, clause: Clause) -> bool:
    """Whether a clause means nothing without the one behind it ("and stopped only when"), or is told by itself."""
    words = reading.sentence.words
    second = clause.opener > 0 and words[clause.opener] == "that" and words[clause.opener - 1] == "and"
    return words[clause.end] == "only" or second


def _tells_what_is(reading: Reading, first: Clause, clause: Clause) -> bool:
    """Whether a past is followed by what goes on to this day: "was founded in Leeds in 1921 and makes toys"."""
    assert first.predicate
    assert clause.predicate
    second = clause.predicate.begin == clause.opener + 1 and clause.predicate.word.endswith("s")
    present = second and reading.sentence.kinds[clause.predicate.head] & PRESENT
    bare = first.predicate.bare and not reading.sentence.kinds[first.predicate.head] & PRESENT
    return bool(present) and (bare or first.predicate.auxiliary in {"was", "were"})


def label_end(reading: Reading, last: int) -> int:
    """The last token of a label that ends with clause ``last``: a relative without a comma belongs to its noun."""
    end = _before_borrowed(reading, last)
    if end < reading.clauses[last].end:
        return end
    for index in range(last + 1, len(reading.clauses)):
        clause = reading.clauses[index]
        relative = clause.opener >= 0 and reading.sentence.kinds[clause.opener] & RELATIVE
        if relative and reading.sentence.kind(clause.opener - 1) & COORDINATOR:
            break  # "the hill fell and that men had died"
        if not relative or reading.sentence.kind(clause.begin - 1) & MARK or reading.dated(index):
            break
        end = clause.end
    return end


def _before_borrowed(reading: Reading, index: int) -> int:
    """The end of a clause without the "after a crack" whose verb follows a relative: "after a crack that ... grew"."""
    clause, sentence = reading.clauses[index], reading.sentence
    following = reading.clauses[index + 1 : index + 3]
    if len(following) < 2 or not clause.predicate or following[0].opener != clause.end + 1:
        return clause.end
    relative, main = following
    if not sentence.kinds[relative.opener] & RELATIVE or not main.subject or main.subject[1] != clause.end:
        return clause.end
    opener = main.subject[0] - 1
    opens = sentence.kind(opener) & TEMPORAL and opener > clause.predicate.end
    return opener - 1 if opens else clause.end


def around(reading: Reading, clause: Clause) -> list[Attribution]:
    """The attributions that vouch for a clause."""
    if clause.predicate is None:
        return []
    return [attribution for attribution in reading.attributions if attribution.covers(clause.predicate.head)]


def is_next_to(attribution: Attribution, clause: Clause, last: int) -> bool:
    """Whether an attribution stands beside the clause, so that the passage can include it."""
    if attribution.last < clause.begin:
        return clause.begin - attribution.last <= _NEAR
    return attribution.first - last <= _NEAR
