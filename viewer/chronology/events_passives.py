"""Rows of passives that share one auxiliary: "was opened in 1890, enlarged in 1905 and pulled down in 1971"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology import events_words as vocabulary
from viewer.chronology.events_tokens import (
    ADVERB,
    COMMA,
    COORDINATOR,
    DETERMINER,
    INFINITIVE,
    MARK,
    NUMBER,
    PARTICIPLE,
    PAST,
    PAST_ONLY,
    PREPOSITION,
    PRONOUN,
    REGULAR,
    TEMPORAL,
    TIMEX,
    Sentence,
)
from viewer.chronology.events_words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.chronology.events_predicates import Predicate

_NO_OBJECT = PREPOSITION | TIMEX | ADVERB | MARK | COORDINATOR | INFINITIVE | TEMPORAL
_DATED = PREPOSITION | TIMEX | ADVERB
# What people and things do without an object: "was wounded in 1915 and returned in 1916".
_ACTIVE = word_set(
    """
    died lived worked remained happened occurred emerged appeared disappeared arrived collapsed resigned resulted
    responded consisted belonged existed vanished lasted persisted proved seemed refused landed travelled traveled
    moved advanced escaped returned fled crossed entered passed retired emigrated settled stayed left served played
    studied graduated continued started ended finished closed opened reopened grew increased decreased declined
    dropped changed turned sailed marched retreated surrendered voted fought stood sat won lost led met recovered
    failed succeeded competed performed toured debuted scored ranked trained qualified signed married preached
    taught lectured argued protested complained appealed pleaded testified confessed crashed exploded burned merged
    expanded developed improved doubled tripled halved rallied jumped climbed slipped traded operated flourished
    prospered thrived suffered struggled participated acted tried agreed decided helped joined dominated held kept
    paid said told announced reported claimed warned added wrote read ran walked drove flew swam rode toiled
    benefited campaigned reigned ruled governed presided officiated commanded aged bled slept rested waited wandered
    roamed departed embarked disembarked enlisted volunteered enrolled deserted defected converted differed varied
    ranged peaked plunged plummeted soared surged rebounded stalled stagnated expired lapsed ceased stopped paused
    resumed
    """
)


# Of these, what describes no noun behind a comma: "the marriage, a happy one, ended in 1872".
NEVER_UNDERGONE = word_set(
    """
    ended continued emigrated resigned stayed graduated failed succeeded surrendered retreated marched sailed voted
    flourished peaked declined expired lapsed ceased stopped retired participated competed campaigned
    """
)


def is_undergone(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a bare form behind a passive can be one more of it: "was elected in 1990 and re-elected in 1994"."""
    after = sentence.kind(predicate.end + 1)
    if predicate.word in vocabulary.UNDERGONE:
        return not after or bool(after & _NO_OBJECT)
    if sentence.word(predicate.end + 1) == "by":
        return True  # "was paved, mined by the army"
    kind = sentence.kinds[predicate.head]
    form = kind & (REGULAR | PAST | PARTICIPLE) and not kind & PAST_ONLY and predicate.word not in _ACTIVE
    return bool(form and after & _DATED) and not after & (DETERMINER | PRONOUN | NUMBER)


def closes_row(
    sentence: Sentence, predicate: Predicate, following: Sequence[Predicate], *, passive: bool = True
) -> bool:
    """Whether the last of several verbs follows: "was seized in 1941, sold in 1943 and turned up", "... sold".

    Without ``passive`` those of an active row: "made his debut in 2017, moved to Rome in 2019 and won the cup".
    """
    dated = bool(sentence.kind(predicate.begin - 2) & TIMEX)
    known = passive and (predicate.word in vocabulary.UNDERGONE or sentence.word(predicate.end + 1) == "by")
    goes_on = is_undergone(sentence, predicate) if passive else predicate.word in _ACTIVE
    if not known and not (dated and goes_on):
        return False
    for later in following:
        if sentence.kind(later.begin - 1) & COORDINATOR or _opens_behind_and(sentence, later.begin):
            closed = sentence.kind(_coordinator(sentence, later.begin) - 1) & COMMA
            return known or not closed or (later.bare and is_undergone(sentence, later))
        if not later.bare or not sentence.kind(later.begin - 1) & COMMA or not sentence.kind(later.begin - 2) & TIMEX:
            return False
    return False


def _coordinator(sentence: Sentence, token: int) -> int:
    return next((at for at in range(token - 1, 0, -1) if sentence.kinds[at] & COORDINATOR), 0)


def _opens_behind_and(sentence: Sentence, token: int) -> bool:
    """Whether a verb stands behind an insertion that follows an "and": "and, after losing its fleet, closed"."""
    return bool(sentence.kind(token - 1) & COMMA) and follows_insertion(sentence, token)


def follows_insertion(sentence: Sentence, token: int) -> bool:
    """Whether the comma before a verb closes what stands behind an "and": "and, after a loss, closed"."""
    opening = next((at for at in range(token - 2, 0, -1) if sentence.kinds[at] & MARK), 0)
    inserted = sentence.kinds[opening] & COMMA and sentence.kinds[opening - 1] & COORDINATOR
    return bool(inserted and sentence.kinds[opening + 1] & TEMPORAL)
