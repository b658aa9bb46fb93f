"""The verbs of a sentence, with what stands around them: auxiliaries, negation, a governed infinitive.

A stand-in for a parser: verb groups are read from left to right by word lists and endings, and bare forms that can be
participles ("the areas captured last year") are told from pasts by what stands next to them.
"""

from __future__ import annotations

from dataclasses import dataclass

from viewer.chronology import events_words as vocabulary
from viewer.chronology.events_participles import INTRANSITIVE, is_after_noun, mark_reduced
from viewer.chronology.events_tokens import (
    ADJECTIVAL,
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
    QUOTE,
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
_NOUNS_TOO = word_set(
    """
    arrests wounds drives captures lists signs leaves covers stays meets report claim estimate reports claims
    estimates notes plans forecasts finds shows calls marks fights starts ends runs dates
    """
)
# Nouns, too; a date behind their preposition, an infinitive or a particle shows the verb.
_TIMED = word_set("runs starts ends leaves meets dates")
_PARTICLES = word_set("out off up away over back")
# "will stay shut": what follows tells a state.
_LINKING = word_set("stay stays stayed remain remains remained keep keeps lie lies seem seems seemed")
_BEFORE_FIGURES = word_set("that between up about around nearly almost over roughly only")
_PLANS_AS_ADJECTIVES = word_set(
    "set due bound poised going ready about likely scheduled slated prepared meant supposed"
)
_AIMS = word_set("plans hopes aims")
_NAMES_IT = word_set("called calls call termed terms described describes dubbed labelled labeled")
_INVERTED = word_set("had should were")
_LONGEST_INVERSION = 7
_LONGEST_PASSIVE_RUN = 4
# No sentence has so many verbs; a row of words made to cost time has.
_MOST_PREDICATES = 60
_OF_CASES = word_set("reported confirmed suspected alleged registered recorded known")
_COUNTS = word_set("two three four five six seven eight nine ten eleven twelve dozen hundred thousand million")
_DETERMINERS_ALONE = word_set("both all each some many most several few one these those others")


_VERBS = VERBAL | ADJECTIVAL
_NO_VERB = MARK | TIMEX | DETERMINER | PREPOSITION | PRONOUN | NUMBER | TEMPORAL | SUBORDINATOR | COORDINATOR
_ENDS_OF_CLAUSE = MARK | SUBORDINATOR | RELATIVE | COORDINATOR


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
    last = -1
    for token in [token for token, kind in enumerate(sentence.kinds) if kind & _VERBS]:
        predicate = _group(sentence, token) if token > last else None
        if predicate is None:
            continue
        last = predicate.end
        if not (found and _continues_passive(sentence, found[-1], predicate)):
            _find_infinitive(sentence, predicate)
            found.append(predicate)
            if len(found) == _MOST_PREDICATES:
                break
    mark_reduced(sentence, found)
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
    if token and sentence.words[token - 1] in _LINKING:
        return None
    if sentence.words[token] in _NAMES_IT and sentence.word(token - 2) == "what":
        return None  # "launched what it called an operation"
    if kind & ADJECTIVAL:
        return Predicate(token, token, token, sentence.words[token]) if _is_told_past(sentence, token) else None
    if sentence.words[token] == "provided" and sentence.word(token + 1) == "that":
        return None
    leads = token == 0 and _leads_sentence(sentence, kind)
    if kind & BARE_VERB and not leads and _is_bare_verb(sentence, token, kind):
        return Predicate(token, token, token, sentence.words[token], negated=_negated_before(sentence, token))
    if leads:
        return Predicate(0, 0, 0, sentence.words[0], reduced=True)
    if (
        kind & PARTICIPLE
        and (is_after_noun(sentence, token) or _is_beside_noun(sentence, token))
        and sentence.kind(token + 1) & (PREPOSITION | TIMEX | ADVERB)
    ):
        return Predicate(token, token, token, sentence.words[token], reduced=True)
    return None


def _leads_sentence(sentence: Sentence, kind: int) -> bool:
    """Whether the first word is a participle that tells of the subject behind its comma: "Founded in 1898, it grew"."""
    if not kind & (PARTICIPLE | REGULAR | PAST) or not sentence.kind(1) & (PREPOSITION | TIMEX | ADVERB):
        return False
    comma = next((at for at, kind in enumerate(sentence.kinds) if kind & COMMA), -1)
    opens = sentence.kind(comma + 1)
    return (
        comma > 1 and not opens & (COORDINATOR | PREPOSITION | VERBAL | GERUND | TIMEX) and sentence.words[0] != "said"
    )


def _is_beside_noun(sentence: Sentence, token: int) -> bool:
    """Whether only a comma parts a word from what can be a noun."""
    before = token - 1
    if not sentence.kinds[before] & COMMA:
        return False
    before -= bool(sentence.kind(before - 1) & QUOTE)
    return before > 0 and is_after_noun(sentence, before)


def _is_told_past(sentence: Sentence, token: int) -> bool:
    """Whether a word that is an adjective elsewhere is the verb here: "She retired in 1984"."""
    before, after = sentence.kind(token - 1), sentence.kind(token + 1)
    if before & ADVERB and sentence.kind(token - 2) & PRONOUN:
        before = PRONOUN  # "She first learned of it"
    subject = before & PRONOUN or (token and not before & (NO_NOUN | VERBAL | NUMBER))
    return bool(subject) and (token + 1 >= len(sentence) or bool(after & (PREPOSITION | TIMEX | MARK | TEMPORAL)))


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
    if head == last and words[token] in _INVERTED and (token == 0 or is_inverted(sentence, token)):
        head = _inverted_head(sentence, head)
    predicate.passive = bool(kinds[last] & BE) and head != last and not kinds[head] & GERUND
    predicate.perfect &= head != last
    predicate.head, predicate.end, predicate.word = head, max(head, last), words[head]
    return predicate


def is_inverted(sentence: Sentence, token: int) -> bool:
    """Whether a "had" opens a condition inside a sentence: "would have stayed had he known", "that had Ann known"."""
    if sentence.words[token] != "had":
        return False
    named = sentence.word(token - 1) == "that" and sentence.kind(token + 1) & CAPITAL
    return bool(named) or sentence.word(token + 1) in vocabulary.NOMINATIVE


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
    if sentence.kinds[last] & (MODAL | DO) and not kind & _NO_VERB:
        return at
    return last


def _is_bare_verb(sentence: Sentence, token: int, kind: int) -> bool:
    """Whether a form without auxiliary is a verb here, not an adjective or a noun."""
    before, after = sentence.kind(token - 1), sentence.kind(token + 1)
    word = sentence.words[token]
    if word == "bound" and sentence.word(token + 1) == "for":
        return False
    if word in _OF_CASES and sentence.word(token - 1) == "that" and not after & NO_NOUN:
        said = sentence.words[max(0, token - _LONGEST_PASSIVE_RUN) : token - 1]
        if not vocabulary.SPEECH.isdisjoint(said):
            return False  # "said this week that reported cases rose"
    if sentence.word(token - 1) == "as" and word not in vocabulary.SPEECH:
        return False  # "not as closed"; "as reported" names a source
    if before & PRONOUN or kind & PAST_ONLY:
        return not before & DETERMINER
    alone = kind & (PAST | PRESENT) or sentence.words[token] in INTRANSITIVE or (kind & REGULAR and after & DETERMINER)
    if alone and sentence.word(token - 1) in _DETERMINERS_ALONE:
        before &= ~DETERMINER
    if sentence.word(token - 1) in {"his", "hers", "theirs"} and sentence.word(token - 2) == "of":
        before &= ~DETERMINER  # "an ally of his won"
    if before & (DETERMINER | NUMBER | AUXILIARY) or (before & PREPOSITION and not before & ADVERB):
        return False
    counted = sentence.words[token - 1] in _COUNTS and kind & REGULAR
    described = sentence.kind(token + 2) & VERBAL or sentence.kind(token - 2) & PREPOSITION
    if counted and described and not after & (NO_NOUN | TIMEX) and token + 1 < len(sentence):
        return False  # "five detained commanders were freed", "by two demobbed soldiers"
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
    if before & COORDINATOR and after & INFINITIVE and sentence.words[token] in _AIMS:
        return True  # "bought its rival and plans to close two plants"
    if sentence.words[token] in _NOUNS_TOO:
        closed = before & COMMA and after & INFINITIVE  # "the city, which grew, plans to"
        if (not before & NO_NOUN or closed) and _is_only_verb(sentence, token):
            return True
        return (
            bool(after & (DETERMINER | NUMBER | PRONOUN))
            or _ends_a_tail(sentence, token)
            or sentence.word(token + 1) in _BEFORE_FIGURES
        )
    return True


def _is_only_verb(sentence: Sentence, token: int) -> bool:
    """Whether nothing else can be the verb here: "the firm plans to sell", "the contract ends in May"."""
    word, after = sentence.words[token], sentence.kind(token + 1)
    timed = word in _TIMED and after & PREPOSITION and sentence.kind(token + 2) & TIMEX
    if not timed and sentence.word(token + 1) not in _PARTICLES and not (word == "plans" and after & INFINITIVE):
        return False
    at = token - 1
    while at >= 0 and not sentence.kinds[at] & _ENDS_OF_CLAUSE:
        if sentence.kinds[at] & VERBAL:
            return False
        at -= 1
    return True


def _ends_a_tail(sentence: Sentence, token: int) -> bool:
    """Whether a word ends a sentence as its speech verb: "..., the UN estimates"."""
    if token + 1 < len(sentence) and not sentence.kinds[token + 1] & MARK:
        return False
    return any(kind & COMMA for kind in sentence.kinds[max(0, token - 5) : token])


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
            if sentence.words[at + 1 : at + 3] == ["do", "so"] or sentence.words[at - 1] == "back":
                return  # "ordered it to do so in May", "was called back to port"
            if is_base_form(sentence, at + 1) and (not copula or _is_governor_run(sentence, predicate.end + 1, at)):
                predicate.infinitive = at
            return


def is_base_form(sentence: Sentence, token: int) -> bool:
    """Whether a token may be the verb of an infinitive: "to hold", not "to the dam"."""
    kind = sentence.kind(token)
    if token >= len(sentence) or kind & (DETERMINER | PREPOSITION | NUMBER | TIMEX | CAPITAL | MARK | PRONOUN | GERUND):
        return False
    return not sentence.words[token].endswith("s") or sentence.words[token].endswith("ss")


def _is_governor_run(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether the words between a copula and "to" make a plan: "is to", "was due to", "are set to"."""
    run = [word for word in sentence.words[begin:end] if not sentence.kind(begin) & ADVERB or word in vocabulary.HOPES]
    return not run or run[-1] in vocabulary.HOPES or run[-1] in vocabulary.REFUSALS
