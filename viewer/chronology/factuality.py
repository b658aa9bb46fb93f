"""How a clause presents what it tells: as a fact, a claim, a plan, a condition or as not so. Never upgraded.

Cues work in their scope: a "not" in its verb group, an "if" in its sentence, an intention over its infinitive. Where
several meet, the one furthest from a fact wins, in the order negated, conditional, planned, attributed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology import events_words as vocabulary
from viewer.chronology.events_dates import is_put_off
from viewer.chronology.events_predicates import is_inverted
from viewer.chronology.events_tokens import (
    BE,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    NUMBER,
    PRONOUN,
    TIMEX,
    Sentence,
)
from viewer.chronology.events_words import word_set
from viewer.model import Factuality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.chronology.attribution import Attribution
    from viewer.chronology.clauses import Clause
    from viewer.chronology.events_predicates import Predicate

_CONDITIONS = word_set("if unless whether lest")
_ATTEMPTS = word_set("tried attempted")
_IF = frozenset(["if", "unless"])
_POSSIBLE = word_set("could may might")
_FUTURE = word_set("will shall won't won’t 'll")
_OBLIGED = frozenset(["must", "should"])
_NARRATED_FUTURE = word_set("later eventually soon ultimately subsequently go become prove")
_NOBODY = word_set("nobody none neither")
_NOT_LESS = word_set("fewer less more longer later sooner earlier doubt one")
# Forms of intentions that mean something else without an infinitive, as active and as passive verbs.
_OTHER_SENSES = word_set("set prepared bound sought")
SET_FOR = word_set("set foreseen envisaged earmarked")  # for a date
_DONE_TO = word_set("aimed meant sought wanted wished prepared set bound intended")
_HEARD = word_set("reportedly allegedly purportedly apparently supposedly")
_BLAMELESS = word_set("only until least")


def clause_factuality(
    sentence: Sentence, clauses: Sequence[Clause], clause: Clause, attributions: Sequence[Attribution], at: int
) -> Factuality:
    """The factuality of ``clause`` as it concerns token ``at`` (its date, or its verb)."""
    predicate = clause.predicate
    if predicate is None:
        return _without_verb(sentence, attributions, at)
    attributed = [attribution for attribution in attributions if attribution.covers(predicate.head)]
    if clause.opener >= 0 and sentence.words[clause.opener] == "whether":
        return Factuality.CONDITIONAL
    if any(attribution.negated or attribution.verb in vocabulary.DENIALS for attribution in attributed):
        return Factuality.NEGATED
    if _stands_beside_subject(sentence, clause, at):
        return Factuality.ATTRIBUTED if attributed else Factuality.REPORTED
    own = _of_predicate(sentence, clause, predicate, at, bool(attributed))
    if _opens_with_condition(sentence, clause, choices=_IF):
        return Factuality.CONDITIONAL
    if own is not Factuality.NEGATED and _is_conditional(sentence, clauses, clause, at):
        return Factuality.CONDITIONAL
    if own is Factuality.PLANNED and _is_foiled(sentence, clauses, clause):
        return Factuality.NEGATED
    if own is not Factuality.REPORTED:
        return own
    if any(attribution.verb in vocabulary.MERE_INTENTIONS for attribution in attributed):
        return Factuality.PLANNED
    return Factuality.ATTRIBUTED if attributed or _is_hearsay(sentence, clause, predicate) else Factuality.REPORTED


def _stands_beside_subject(sentence: Sentence, clause: Clause, at: int) -> bool:
    """Whether a date tells of the subject and not of the verb: "Hull, champions in 2015, have not won since"."""
    if not clause.subject or not clause.subject[0] < at <= clause.subject[1]:
        return False
    return any(sentence.kinds[comma] & COMMA for comma in range(clause.subject[0], at))


def _without_verb(sentence: Sentence, attributions: Sequence[Attribution], at: int) -> Factuality:
    if any(attribution.covers(at) for attribution in attributions):
        return Factuality.ATTRIBUTED
    if not _CONDITIONS.isdisjoint(sentence.words):
        return Factuality.CONDITIONAL
    return Factuality.REPORTED


def _of_predicate(sentence: Sentence, clause: Clause, predicate: Predicate, at: int, attributed: bool) -> Factuality:
    """What the verb group and the infinitive that it governs say, without the rest of the sentence."""
    if _is_negated(sentence, clause, predicate):
        return Factuality.NEGATED
    if is_put_off(sentence, at):
        return Factuality.PLANNED
    if predicate.infinitive >= 0:
        governed = _governed(sentence, predicate, at)
        if governed:
            return governed
    return _of_modal(sentence, predicate, attributed)


def _is_negated(sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
    words = sentence.words
    after = sentence.word(predicate.end + 1)
    if predicate.negated and predicate.modal in {"may", "might"}:
        return False
    if predicate.negated:
        return not _is_only_delayed(sentence, predicate)
    number = sentence.kind(predicate.end + 2) & NUMBER  # "reached No. 4"
    if after == "no" and not number and sentence.word(predicate.end + 2) not in _NOT_LESS:
        return True
    if after in {"nobody", "nothing", "none"}:
        return True
    if predicate.word in vocabulary.DENIALS:
        return predicate.end < clause.end and not _is_refusal(sentence, clause, predicate)
    if not clause.subject:
        return False
    first = clause.subject[0]
    return words[first] in _NOBODY or (words[first] == "no" and sentence.word(first + 1) not in (_NOT_LESS - {"one"}))


def _is_refusal(sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
    """Whether "denied" says that something was not granted, which happened: "The court denied the motion"."""
    object_words = sentence.words[predicate.end + 1 : min(predicate.end + _OBJECT, clause.end + 1)]
    return not vocabulary.GRANTED.isdisjoint(object_words) and "that" not in object_words


_OBJECT = 6  # words


def _is_only_delayed(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether "not" denies no more than an earlier date: "did not reopen until 2019", "not only"."""
    group = sentence.words[predicate.begin : predicate.end + 1]
    if "not" in group and sentence.word(predicate.begin + group.index("not") + 1) in _BLAMELESS:
        return True
    window = range(predicate.end + 1, min(predicate.end + 12, len(sentence) - 1))
    return any(
        sentence.words[token] in {"until", "till", "before"} and sentence.kinds[token + 1] & TIMEX for token in window
    )


def _governed(sentence: Sentence, predicate: Predicate, at: int) -> Factuality | None:
    """What a governing verb makes of its infinitive: "agreed to leave", "failed to reach"."""
    if predicate.word in vocabulary.REFUSALS:
        return None if sentence.word(at - 1) in {"until", "till"} else Factuality.NEGATED
    if predicate.word in _ORDERED and _is_over(sentence, at):
        return None  # "were told to stop last Thursday": then they were told
    if predicate.word in _ATTEMPTS or (predicate.perfect and sentence.word(at - 1) == "since"):
        return None
    if at > predicate.infinitive or predicate.word in vocabulary.MERE_INTENTIONS:
        return Factuality.PLANNED
    if predicate.passive or predicate.word in {"is", "are", "was", "were"}:
        return Factuality.PLANNED if at > predicate.infinitive or not predicate.passive else None
    return None


_ORDERED = word_set("told ordered asked urged advised instructed warned invited agreed decided voted vowed pledged")


def _is_over(sentence: Sentence, at: int) -> bool:
    """Whether a token is a date that says itself that it is past."""
    timex = sentence.timexes.get(at)
    return timex is not None and timex.text.lower().startswith(("last ", "yesterday", "earlier "))


def _of_modal(sentence: Sentence, predicate: Predicate, attributed: bool) -> Factuality:
    modal = predicate.modal
    if not modal:
        return _of_plain_verb(sentence, predicate)
    if modal in _FUTURE or modal in _OBLIGED:
        return Factuality.PLANNED if not (modal == "must" and predicate.perfect) else Factuality.CONDITIONAL
    if modal in _POSSIBLE:
        return Factuality.CONDITIONAL
    if modal == "would":
        return _of_would(sentence, predicate, attributed)
    return Factuality.REPORTED


def _of_would(sentence: Sentence, predicate: Predicate, attributed: bool) -> Factuality:
    if predicate.perfect:
        return Factuality.CONDITIONAL
    if attributed:
        return Factuality.PLANNED
    if predicate.negated and _is_only_delayed(sentence, predicate):
        return Factuality.REPORTED  # "a novel that would not be published until 1974"
    group = sentence.words[predicate.begin : predicate.end + 1]
    return Factuality.CONDITIONAL if _NARRATED_FUTURE.isdisjoint(group) else Factuality.REPORTED


def _of_plain_verb(sentence: Sentence, predicate: Predicate) -> Factuality:
    following = sentence.word(predicate.end + 1)
    if (
        predicate.passive
        and predicate.word in SET_FOR
        and following == "for"
        and sentence.kind(predicate.end + 2) & TIMEX
    ):
        return Factuality.PLANNED
    if predicate.word in vocabulary.MERE_INTENTIONS and not sentence.kinds[predicate.head] & BE:
        done = _DONE_TO if predicate.passive else _OTHER_SENSES
        return Factuality.REPORTED if predicate.word in done else Factuality.PLANNED
    copula = predicate.head == predicate.end and sentence.kinds[predicate.head] & BE
    if predicate.word in {"has", "have"} and following == "until":
        return Factuality.PLANNED  # "The police have until Friday to charge him"
    if copula and following in {"due", "scheduled", "slated", "expected", "likely", "planned", "poised"}:
        return Factuality.PLANNED
    return Factuality.REPORTED


def _is_foiled(sentence: Sentence, clauses: Sequence[Clause], clause: Clause) -> bool:
    """Whether the plan came to nothing: "had been expected on Monday but did not arrive"."""
    following = next((other for other in clauses if other.begin > clause.end), None)
    if following is None or following.opener < 0 or not following.shares_subject or not following.predicate:
        return False
    return sentence.words[following.opener] == "but" and following.predicate.negated


def _is_conditional(sentence: Sentence, clauses: Sequence[Clause], clause: Clause, at: int) -> bool:
    """Whether the clause is a condition, or depends on one with a verb that is no plain past."""
    if _is_question(sentence) or _opens_with_condition(sentence, clause) or _is_inverted_condition(sentence, clause):
        return True
    predicate = clause.predicate
    governed = predicate and 0 <= predicate.infinitive < at
    depends = predicate and (predicate.modal or governed or predicate.word in vocabulary.PRESENT)
    return bool(depends) and any(
        _opens_with_condition(sentence, other, choices=_IF) or _is_inverted_condition(sentence, other)
        for other in clauses
        if other is not clause and not _leads_on(sentence, clauses, clause, other)
    )


def _leads_on(sentence: Sentence, clauses: Sequence[Clause], clause: Clause, other: Clause) -> bool:
    """Whether a condition is that of a later clause: "They will start in May, and if it rains, they will stop"."""
    if other.begin <= clause.end or not other.predicate or not sentence.kind(other.opener - 1) & COORDINATOR:
        return False
    own = sentence.kinds[other.opener : other.predicate.begin]  # "and if a bid succeeds, it could open"
    return any(kind & COMMA for kind in own) or any(later.begin > other.end and later.opener < 0 for later in clauses)


def _opens_with_condition(sentence: Sentence, clause: Clause, choices: frozenset[str] = _CONDITIONS) -> bool:
    if clause.opener < 0:
        return False
    opener = sentence.words[clause.opener]
    return opener in choices or (opener == "that" and sentence.word(clause.opener - 1) == "provided")


def _is_question(sentence: Sentence) -> bool:
    return sentence.text[max(sentence.begin, sentence.end - 3) : sentence.end].rstrip("\"”’'») ").endswith("?")


def _is_inverted_condition(sentence: Sentence, clause: Clause) -> bool:
    """A condition without "if": "Should the talks fail, ..."."""
    predicate = clause.predicate
    if predicate is None or len(sentence) < 3:
        return False
    if predicate.begin:
        return is_inverted(sentence, predicate.begin)
    return sentence.words[0] in {"should", "had", "were"} and bool(sentence.kinds[1] & (DETERMINER | PRONOUN | CAPITAL))


def _is_hearsay(sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
    """Whether the clause only passes on: "reportedly", "is believed to have", "was said to"."""
    if not _HEARD.isdisjoint(sentence.words[clause.begin : clause.end + 1]):
        return True
    if predicate.passive and predicate.word in vocabulary.HEARSAY_PARTICIPLES:
        return not sentence.kind(predicate.end + 1) & (COMMA | DETERMINER)
    if predicate.word in {"claimed", "claims", "claim"}:
        return sentence.word(predicate.end + 1) == "to"
    return predicate.word in {"seems", "appears", "seemed", "appeared"} and sentence.word(predicate.end + 1) == "to"
