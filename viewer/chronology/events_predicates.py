"""The verbs of a sentence, with what stands around them: auxiliaries, negation, a governed infinitive.

A stand-in for a parser: verb groups are read from left to right by word lists and endings, and bare forms that can be
participles ("the areas captured last year") are told from pasts by what stands next to them.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from viewer.chronology import events_words as vocabulary
from viewer.chronology.events_tokens import (
    ADVERB,
    AUXILIARY,
    BARE_VERB,
    BE,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DO,
    GERUND,
    HAVE,
    INFINITIVE,
    MARK,
    MODAL,
    NO_NOUN,
    NOT,
    NUMBER,
    PARTICIPLE,
    PAST,
    PAST_ONLY,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    REGULAR,
    RELATIVE,
    SUBORDINATOR,
    TEMPORAL,
    TIMEX,
    VERBAL,
    Sentence,
)
from viewer.chronology.events_words import word_set

_OBJECT_BEFORE_INFINITIVE = 7
_HEAD_FORMS = PARTICIPLE | REGULAR | PAST | PAST_ONLY
# "declared the war won", "reported two men killed": the participle belongs to the object.
_WITH_SMALL_CLAUSE = word_set("declared declares declare proclaimed proclaims pronounced reported reports")
_NOUNS_TOO = word_set(
    """
    arrests wounds drives captures lists signs leaves covers stays meets report claim estimate reports claims
    estimates notes plans forecasts finds shows calls marks fights starts ends runs
    """
)
_BEFORE_FIGURES = word_set("that between up about around nearly almost over roughly only")
_PLANS_AS_ADJECTIVES = word_set(
    "set due bound poised going ready about likely scheduled slated prepared meant supposed"
)
_INVERTED = word_set("had should were")
_LONGEST_INVERSION = 7
_LONGEST_PASSIVE_RUN = 4
# No sentence has so many verbs; a row of words made to cost time has.
_MOST_PREDICATES = 60
_DETERMINERS_ALONE = word_set("both all each some many most several few one these those others")
_INTRANSITIVE = word_set(
    "died said lived worked remained happened occurred emerged appeared arrived collapsed resigned"
)
# "agreed to buy a company valued at ...": what follows their infinitive describes its object.
_WITH_AIM = word_set("agreed decided refused failed tried vowed pledged promised managed wanted hoped offered")
_PERIODS = ("quarter", "half", "year", "period", "months", "month", "weeks", "week")
_BOUNDARY = MARK | SUBORDINATOR | TEMPORAL | RELATIVE | COORDINATOR


@dataclass(slots=True)
class Predicate:
    """Tokens ``begin`` to ``end`` (included) of a verb group; ``head`` is the token of its main verb.

    ``auxiliary`` is the first auxiliary as a word, "" for a bare form. ``infinitive`` is the "to" of an infinitive that
    the verb governs ("agreed to meet"), -1 where there is none. ``reduced`` marks a participle after its noun,
    ``small`` one of what is declared ("declared the town taken").
    """

    begin: int
    end: int
    head: int
    word: str
    auxiliary: str = ""
    modal: str = ""
    perfect: bool = False
    passive: bool = False
    negated: bool = False
    reduced: bool = False
    infinitive: int = -1
    small: bool = False

    @property
    def bare(self) -> bool:
        """Whether the verb stands without an auxiliary."""
        return not self.auxiliary


def find_predicates(sentence: Sentence) -> list[Predicate]:
    """The finite verbs of a sentence in order, and the participles that stand for relative clauses."""
    found: list[Predicate] = []
    kinds = sentence.kinds
    token, length = 0, len(kinds)
    while token < length and len(found) < _MOST_PREDICATES:
        if kinds[token] & VERBAL:
            predicate = _group(sentence, token)
            if predicate and not (found and _continues_passive(sentence, found[-1], predicate)):
                _find_infinitive(sentence, predicate)
                found.append(predicate)
            token = predicate.end if predicate else token
        token += 1
    _mark_reduced(sentence, found)
    return found


def _continues_passive(sentence: Sentence, previous: Predicate, predicate: Predicate) -> bool:
    """Whether a participle is one more of a passive: "were burned, sold or destroyed", "killed and five wounded"."""
    if not previous.passive or not predicate.bare or predicate.word not in vocabulary.UNDERGONE:
        return False
    between = sentence.kinds[previous.end + 1 : predicate.begin]
    if len(between) > _LONGEST_PASSIVE_RUN or (
        not any(kind & COORDINATOR for kind in between[-2:]) and len(between) > 1
    ):
        return False
    return all(not kind & (TIMEX | PRONOUN | DETERMINER | RELATIVE | SUBORDINATOR | TEMPORAL) for kind in between)


def _group(sentence: Sentence, token: int) -> Predicate | None:
    kind = sentence.kinds[token]
    if sentence.kind(token - 1) & INFINITIVE:
        return None
    if kind & AUXILIARY:
        if sentence.words[token] in vocabulary.NON_FINITE_AUXILIARIES:
            return None
        return _with_auxiliary(sentence, token)
    if kind & BARE_VERB and _is_bare_verb(sentence, token, kind):
        return Predicate(token, token, token, sentence.words[token], negated=_negated_before(sentence, token))
    if (
        kind & PARTICIPLE
        and _is_after_noun(sentence, token)
        and sentence.kind(token + 1) & (PREPOSITION | TIMEX | ADVERB)
    ):
        return Predicate(token, token, token, sentence.words[token], reduced=True)
    return None


def _with_auxiliary(sentence: Sentence, token: int) -> Predicate:
    kinds, words = sentence.kinds, sentence.words
    predicate = Predicate(token, token, token, words[token], auxiliary=words[token])
    last = token
    at = token
    while at < len(kinds) and kinds[at] & (AUXILIARY | NOT | ADVERB) and not (at > token and kinds[at] & BARE_VERB):
        kind = kinds[at]
        predicate.negated |= bool(kind & NOT)
        if kind & AUXILIARY:
            last = at
            predicate.perfect |= bool(kind & HAVE)
            predicate.modal = predicate.modal or (words[at] if kind & MODAL else "")
        at += 1
    head = _head_after(sentence, last, at)
    if token == 0 and head == last and words[0] in _INVERTED:
        head = _inverted_head(sentence, head)
    predicate.passive = bool(kinds[last] & BE) and head != last and not kinds[head] & GERUND
    predicate.perfect &= head != last
    predicate.head, predicate.end, predicate.word = head, max(head, last), words[head]
    return predicate


def _inverted_head(sentence: Sentence, auxiliary: int) -> int:
    """The verb behind the subject of an inverted condition: "Had the museum not published it"."""
    for at in range(auxiliary + 1, min(auxiliary + _LONGEST_INVERSION, len(sentence))):
        if sentence.kinds[at] & COMMA:
            break
        if sentence.kinds[at] & (_HEAD_FORMS | GERUND):
            return at
    return auxiliary


def _head_after(sentence: Sentence, last: int, at: int) -> int:
    """The main verb that stands at ``at`` after the auxiliary ``last``, or the auxiliary itself."""
    kind = sentence.kind(at)
    if not kind and at >= len(sentence):
        return last
    if kind & (_HEAD_FORMS | GERUND):
        return at
    if sentence.kinds[last] & (MODAL | DO) and not kind & (MARK | TIMEX | DETERMINER | PREPOSITION | PRONOUN | NUMBER):
        return at
    return last


def _is_bare_verb(sentence: Sentence, token: int, kind: int) -> bool:
    """Whether a form without auxiliary is a verb here, not an adjective or a noun."""
    before, after = sentence.kind(token - 1), sentence.kind(token + 1)
    if before & PRONOUN or kind & PAST_ONLY:
        return not before & DETERMINER
    alone = kind & (PAST | PRESENT) or sentence.words[token] in _INTRANSITIVE
    if alone and sentence.word(token - 1) in _DETERMINERS_ALONE:
        before &= ~DETERMINER
    if before & (DETERMINER | NUMBER | AUXILIARY) or (before & PREPOSITION and not before & ADVERB):
        return False
    if before & ADVERB and sentence.kind(token - 2) & DETERMINER and not after & NO_NOUN:
        return False  # "the previously reported range"
    if kind & CAPITAL and (token > 0 or after & CAPITAL):
        return False
    if kind & REGULAR and token == 0:
        return False
    if kind & PRESENT and not kind & (PAST | PAST_ONLY):
        return _is_present_verb(sentence, token)
    return not (kind & REGULAR and before & CAPITAL == 0 and before & (GERUND | REGULAR) and not after & NO_NOUN)


def _is_present_verb(sentence: Sentence, token: int) -> bool:
    before, after = sentence.kind(token - 1), sentence.kind(token + 1)
    if token == 0 or before & (PREPOSITION | DETERMINER | INFINITIVE | AUXILIARY):
        return False
    if sentence.words[token] in _NOUNS_TOO:
        return (
            bool(after & (DETERMINER | NUMBER | PRONOUN))
            or _ends_a_tail(sentence, token)
            or sentence.word(token + 1) in _BEFORE_FIGURES
        )
    return True


def _ends_a_tail(sentence: Sentence, token: int) -> bool:
    """Whether a word ends a sentence as its speech verb: "..., the UN estimates"."""
    if token + 1 < len(sentence) and not sentence.kinds[token + 1] & MARK:
        return False
    return any(kind & COMMA for kind in sentence.kinds[max(0, token - 5) : token])


def _is_after_noun(sentence: Sentence, token: int) -> bool:
    return token > 0 and not sentence.kinds[token - 1] & (NO_NOUN | PRONOUN)


def _negated_before(sentence: Sentence, token: int) -> bool:
    at = token - 1
    while at >= 0 and sentence.kinds[at] & ADVERB:
        if sentence.kinds[at] & NOT:
            return True
        at -= 1
    return at >= 0 and bool(sentence.kinds[at] & NOT)


def _find_infinitive(sentence: Sentence, predicate: Predicate) -> None:
    """Looks for the "to" of a governed infinitive: "agreed on Monday to meet", "ordered the troops to leave"."""
    word = predicate.word
    copula = predicate.head == predicate.end and sentence.kinds[predicate.head] & BE
    if word in _PLANS_AS_ADJECTIVES and not copula and not predicate.passive:
        return
    if not copula and word not in vocabulary.HOPES and word not in vocabulary.REFUSALS:
        return
    limit = min(len(sentence) - 1, predicate.end + (4 if copula else _OBJECT_BEFORE_INFINITIVE))
    for at in range(predicate.end + 1, limit):
        kind = sentence.kinds[at]
        if kind & (MARK | SUBORDINATOR | RELATIVE):
            return
        if kind & INFINITIVE:
            if _is_base_form(sentence, at + 1) and (not copula or _is_governor_run(sentence, predicate.end + 1, at)):
                predicate.infinitive = at
            return


def _is_base_form(sentence: Sentence, token: int) -> bool:
    kind = sentence.kind(token)
    if token >= len(sentence) or kind & (DETERMINER | PREPOSITION | NUMBER | TIMEX | CAPITAL | MARK | PRONOUN | GERUND):
        return False
    return not sentence.words[token].endswith("s") or sentence.words[token].endswith("ss")


def _is_governor_run(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether the words between a copula and "to" make a plan: "is to", "was due to", "are set to"."""
    run = [word for word in sentence.words[begin:end] if not sentence.kind(begin) & ADVERB or word in vocabulary.HOPES]
    return not run or run[-1] in vocabulary.HOPES or run[-1] in vocabulary.REFUSALS


def _mark_reduced(sentence: Sentence, predicates: list[Predicate]) -> None:
    """Tells "troops backed by Russia" and "areas captured last year" from pasts with a subject."""
    for predicate in predicates:
        if _ends_period(sentence, predicate.head) or _describes_first_noun(sentence, predicate):
            predicate.reduced = True
        if predicate.bare and could_be_participle(sentence, predicate) and sentence.word(predicate.end + 1) == "by":
            if sentence.kind(predicate.end + 2) & GERUND:
                continue
            predicate.reduced = predicate.word not in {"rose", "fell"} and _is_after_noun_or_comma(sentence, predicate)
    for first, second in itertools.pairwise(predicates):
        if _is_loose_participle(sentence, second) and not _follows_relative(sentence, first):
            second.reduced = True
        elif not first.reduced and not _has_boundary(sentence, first.end + 1, second.begin):
            _mark_one_of(sentence, first, second)


def _ends_period(sentence: Sentence, token: int) -> bool:
    """As in "for the quarter ended Sept. 30"."""
    if sentence.words[token] != "ended" or not sentence.kind(token + 1) & TIMEX:
        return False
    period = sentence.timexes.get(token - 1)
    return period is not None and period.text.split()[-1].lower().endswith(_PERIODS)


def _describes_first_noun(sentence: Sentence, predicate: Predicate) -> bool:
    """As in "Under an accord signed on Monday, ...": what is done to a thing has an object, or is only told of it."""
    if predicate.word not in vocabulary.UNDERGONE or not predicate.bare or not sentence.kinds[0] & PREPOSITION:
        return False
    after = sentence.kind(predicate.end + 1)
    return bool(sentence.kind(1) & DETERMINER and after & (TIMEX | PREPOSITION | ADVERB)) and not any(
        kind & (MARK | VERBAL | TIMEX) for kind in sentence.kinds[1 : predicate.begin]
    )


def _is_loose_participle(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a bare form stands behind a comma and has no object: "the border post, captured last year"."""
    if not predicate.bare or not could_be_participle(sentence, predicate) or _is_speech(predicate):
        return False
    at = predicate.end + 1
    after = sentence.kind(at + 1) if sentence.kind(at) & ADVERB and sentence.kind(at + 1) & TIMEX else sentence.kind(at)
    return bool(
        sentence.kind(predicate.begin - 1) & COMMA and after & (TIMEX | PREPOSITION) and not after & COORDINATOR
    )


def _follows_relative(sentence: Sentence, previous: Predicate) -> bool:
    """Whether the verb before stands in a relative clause between commas, so that the main verb is still to come."""
    at = previous.begin - 1
    while at > 0 and not sentence.kinds[at] & (MARK | VERBAL):
        if sentence.kinds[at] & RELATIVE:
            return bool(sentence.kinds[at - 1] & COMMA)
        at -= 1
    return False


def _is_speech(predicate: Predicate) -> bool:
    return predicate.word in vocabulary.WEAK_SPEECH or predicate.word in vocabulary.STRONG_SPEECH


def could_be_participle(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a verb form may be a participle as well as a past: "captured", not "fell"."""
    kind = sentence.kinds[predicate.head]
    if predicate.word in _INTRANSITIVE:
        return False
    return bool(kind & (REGULAR | PAST | PARTICIPLE)) and not kind & PAST_ONLY


def _is_after_noun_or_comma(sentence: Sentence, predicate: Predicate) -> bool:
    before = sentence.kind(predicate.begin - 1)
    return not before & PRONOUN


def _has_boundary(sentence: Sentence, begin: int, end: int) -> bool:
    return any(kind & _BOUNDARY for kind in sentence.kinds[begin:end])


def _is_zero_relative(sentence: Sentence, first: Predicate, second: Predicate) -> bool:
    """Whether a clause hangs on the noun before it without a word: "the pocket it holds"."""
    if _is_speech(first):
        return False
    return bool(sentence.kind(second.begin - 1) & PRONOUN) and second.begin - first.end > 2


def _is_in_relative(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a relative pronoun stands between the last boundary and a verb, so that the verb is its own."""
    at = predicate.begin - 1
    while at >= 0 and not sentence.kinds[at] & (MARK | VERBAL):
        if sentence.kinds[at] & RELATIVE:
            return True
        at -= 1
    return False


def _mark_one_of(sentence: Sentence, first: Predicate, second: Predicate) -> None:
    """Of two verbs with nothing between to part them, marks the one that only describes a noun."""
    if _is_in_relative(sentence, first):
        return
    if first.word in _WITH_SMALL_CLAUSE and second.bare and could_be_participle(sentence, second):
        second.reduced = second.small = not _has_object(sentence, second)
        return
    aims = has_aim(sentence, first)
    if _is_speech(first) and not aims:
        return
    first_could = first.bare and could_be_participle(sentence, first)
    second_could = second.bare and could_be_participle(sentence, second)
    if second_could and (not first_could or aims or _has_object(sentence, first)):
        second.reduced = True
    elif first_could and not sentence.kinds[first.head] & PRESENT:
        first.reduced = True
    else:
        second.reduced = _is_zero_relative(sentence, first, second)


def has_aim(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether an infinitive tells what somebody agreed or tried to do: "agreed on Monday to buy"."""
    if predicate.word not in _WITH_AIM:
        return False
    at = predicate.end + 1
    while sentence.kind(at) & (PREPOSITION | TIMEX | ADVERB) and not sentence.kind(at) & INFINITIVE:
        at += 1
    return bool(sentence.kind(at) & INFINITIVE)


def _has_object(sentence: Sentence, predicate: Predicate) -> bool:
    after = sentence.kind(predicate.end + 1)
    return predicate.end + 1 < len(sentence) and not after & (PREPOSITION | TIMEX | ADVERB | INFINITIVE | MARK)
