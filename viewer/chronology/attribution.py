"""Who says so: "X said that ...", "..., X said", "according to X", "X estimates some ..."."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.chronology import events_words as vocabulary
from viewer.chronology.clauses import clause_at
from viewer.chronology.events_participles import has_aim
from viewer.chronology.events_tokens import (
    ADVERB,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    INFINITIVE,
    MARK,
    NO_NOUN,
    NUMBER,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STRONG_MARK,
    SUBORDINATOR,
    TEMPORAL,
    TIMEX,
    Sentence,
)
from viewer.chronology.events_words import word_set
from viewer.chronology.speaker_names import named

if TYPE_CHECKING:
    from viewer.chronology.clauses import Clause
    from viewer.chronology.events_predicates import Predicate

_TAIL_VERBS = word_set(
    "added adds heard wrote writes recalled states reports claims estimates notes agreed predicted promised"
)
_OBJECTS = word_set("it this that them him her so")
_OF_SOMEBODY = word_set("accused told ordered threatened promised")
_PROOF_VERBS = word_set("show shows showed found finds")  # "..., the filing shows"
_TWO = 2
_WITH_LISTENER = word_set("told tells tell warned warns promised promises assured informed reminded showed shows")
_CLAIMS = word_set("claimed claims claim")
_CONTRAST = word_set("but while whereas although though")
_CLAIMED_DEEDS = word_set("responsibility victory credit success independence asylum")


@dataclass(slots=True)
class Attribution:
    """Tokens ``first`` to ``last`` name the ``sources`` and say that they speak.

    ``scope`` is what they vouch for. ``clause`` is the index of the speaking clause, -1 for "according to"; ``verb``
    its verb. ``pronoun`` is the word for a speaker who is named elsewhere ("he said").
    """

    sources: tuple[str, ...]
    first: int
    last: int
    scope: tuple[int, int]
    clause: int = -1
    verb: str = ""
    pronoun: str = ""
    of_things: bool = False
    negated: bool = False

    def covers(self, token: int) -> bool:
        """Whether a token stands in the scope."""
        return self.scope[0] <= token <= self.scope[1]


def find_attributions(sentence: Sentence, clauses: list[Clause]) -> list[Attribution]:
    """The attributions of a sentence, in the order of their text."""
    found = [
        attribution
        for index, clause in enumerate(clauses)
        if clause.predicate and (attribution := _spoken(sentence, clauses, index, clause.predicate))
    ]
    return found + _according_to(sentence, clauses)


def _spoken(sentence: Sentence, clauses: list[Clause], index: int, predicate: Predicate) -> Attribution | None:
    word = predicate.word
    if predicate.passive or word not in vocabulary.SPEECH:
        return None
    if has_aim(sentence, predicate):
        return None
    if word == "hinted" and sentence.word(predicate.end + 1) == "at":
        return None
    if word == "added" and sentence.kind(predicate.end + 1) & NUMBER:
        return None  # "added $20 million to its reserves"
    return (
        _before_content(sentence, clauses, index, predicate)
        or _in_the_middle(sentence, clauses, index, predicate)
        or _after_content(sentence, clauses, index, predicate)
        or _of_things(sentence, clauses[index], predicate)
    )


def _before_content(sentence: Sentence, clauses: list[Clause], index: int, predicate: Predicate) -> Attribution | None:
    if index + 1 >= len(clauses):
        return _before_quotation(sentence, clauses, index, predicate)
    following = clauses[index + 1]
    if not _is_content(sentence, following, predicate):
        return None
    last = _end_of_content(sentence, clauses, index + 1)
    begin = following.begin
    first = clauses[index].begin
    sources, pronoun = _speakers(sentence, clauses[index])
    end_of_head = begin if sentence.words[begin] in {"that", "whether"} else begin - 1
    negated = predicate.negated
    return Attribution(sources, first, end_of_head, (begin, last), index, predicate.word, pronoun, negated=negated)


def _is_content(sentence: Sentence, following: Clause, predicate: Predicate) -> bool:
    before = sentence.kind(following.begin - 1)
    word = sentence.words[following.begin]
    if word in {"that", "whether", "if", "how", "why"}:
        if before & COMMA and not sentence.kind(following.begin - 2) & TIMEX:
            between = sentence.kinds[predicate.end + 1 : following.begin]
            return word == "that" and sum(bool(kind & COMMA) for kind in between) == _TWO
        between = sentence.kinds[predicate.end + 1 : following.begin]
        if word == "that" and any(kind & COORDINATOR for kind in between):
            return False
        if word == "if" and sentence.kind(predicate.end + 1) & INFINITIVE:
            return False  # "threatened to strike if"
        return word != "that" or not _has_object(sentence, predicate)
    if before & QUOTE or sentence.word(following.begin - 1) == ":":
        return True
    if predicate.word in vocabulary.SPEECH_ONLY_WITH_THAT or before & MARK:
        return False
    return not sentence.kinds[following.begin] & (COORDINATOR | TEMPORAL | SUBORDINATOR | RELATIVE)


def _has_object(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether the verb has an object, so that a later "that" is a relative ("proclaimed a state that ...")."""
    after = sentence.kind(predicate.end + 1)
    if sentence.word(predicate.end + 2) in {"story", "tale", "truth"}:
        return True
    if predicate.word in _WITH_LISTENER or sentence.word(predicate.end + 1) == "that":
        return False
    return not after & (PREPOSITION | TEMPORAL | TIMEX | ADVERB | COMMA | INFINITIVE)


def _before_quotation(
    sentence: Sentence, clauses: list[Clause], index: int, predicate: Predicate
) -> Attribution | None:
    """A speaker whose words have no verb of their own: 'He said: "No comment."'."""
    for at in range(predicate.end + 1, len(sentence) - 1):
        if sentence.words[at] == ":" and at + 1 < len(sentence):
            sources, pronoun = _speakers(sentence, clauses[index])
            scope = (at + 1, len(sentence) - 1)
            return Attribution(sources, clauses[index].begin, at, scope, index, predicate.word, pronoun)
        if sentence.words[at] == "that":
            break
    return None


def _end_of_content(sentence: Sentence, clauses: list[Clause], index: int) -> int:
    """The last token of what is said: up to a contrast (", but ...", "; ...") or the end of the sentence."""
    first, last = clauses[index].begin, clauses[index].end
    speaker = clauses[index - 1].predicate if index else None
    closing = next((at for at in range(first, last) if sentence.words[at] in "“”"), first)
    if sentence.words[closing] == "”":
        return closing - 1  # “I knew that it was so,” X, who came in May, said
    for clause in clauses[index + 1 :]:
        if sentence.words[clause.begin] in _CONTRAST or sentence.word(clause.begin - 1) == ";":
            break
        if speaker and speaker.word in vocabulary.DENIALS and _speaks_on(sentence, clause):
            clause.subject = clauses[index - 1].subject
            break
        if "”" in sentence.words[last : clause.begin]:
            break  # “I told them that it was so,” said X, who ...
        last = clause.end
    return last


def _speaks_on(sentence: Sentence, clause: Clause) -> bool:
    """Whether the speaker goes on with another verb: "denied that it was so and promised an inquiry"."""
    verb = clause.predicate
    if verb is None or not verb.bare or clause.opener < 0 or clause.opener + 1 != verb.begin:
        return False
    return verb.word in _GOING_ON and bool(sentence.kinds[clause.opener] & COORDINATOR)


_GOING_ON = word_set("promised pledged vowed announced ordered demanded urged accused called warned denied rejected")


def _in_the_middle(sentence: Sentence, clauses: list[Clause], index: int, predicate: Predicate) -> Attribution | None:
    """An insertion: "The offensive, officials said, was halted"."""
    clause = clauses[index]
    if index + 1 >= len(clauses) or not sentence.kind(predicate.end + 1) & (COMMA | TIMEX):
        return None
    following = clauses[index + 1]
    comma = next((at for at in range(predicate.begin, clause.begin, -1) if sentence.kinds[at] & COMMA), None)
    if comma is None or following.opener >= 0 or not following.shares_subject:
        return None
    sources, pronoun = named(sentence, comma + 1, predicate.begin - 1)
    following.subject = (clause.begin, comma - 1)
    following.shares_subject = False
    following.prefix = (clause.begin, comma - 1)
    return Attribution(sources, comma, clause.end, (following.begin, following.end), index, predicate.word, pronoun)


def _after_content(sentence: Sentence, clauses: list[Clause], index: int, predicate: Predicate) -> Attribution | None:
    clause = clauses[index]
    begin = clause.begin
    if predicate.negated:
        return None  # "a purchase he had not declared"
    if clause.prefix and (predicate.word in _OF_SOMEBODY or sentence.word(predicate.end + 1) in _OBJECTS):
        return None  # "The president, who had left, accused the army", "..., denies it"
    described = _behind_description(sentence, clauses, index)
    inverted = (
        predicate.bare and predicate.begin == begin and sentence.kind(begin - 1) & (COMMA | QUOTE) and not described
    )
    if not inverted:
        comma = (
            _last_comma(sentence, described.begin, described.end)
            if described
            else _comma_before_speaker(sentence, clause, predicate)
        )
        if comma is None:
            return None
        begin = comma + 1
    if clause.opener >= begin or not _is_tail(sentence, predicate, clause, bool(inverted)):
        return None
    first = begin
    while first > 0 and sentence.kinds[first - 1] & (COMMA | QUOTE):
        first -= 1
    start = _begin_of_content(sentence, clauses, index)
    if start > first - 1:
        return None
    if described:
        sources, pronoun = named(sentence, begin, clauses[index - 1].begin - 1)
    else:
        sources, pronoun = _speaker_after_content(sentence, clause, begin, predicate, bool(inverted))
    last = _end_of_what_is_added(sentence, clauses, index) or first - 1
    return Attribution(sources, first, clause.end, (start, last), index, predicate.word, pronoun)


def _end_of_what_is_added(sentence: Sentence, clauses: list[Clause], index: int) -> int:
    """The end of what is still said behind the speaker: "It was done, he added, and its findings would be shared"."""
    following = clauses[index + 1] if index + 1 < len(clauses) else None
    if following is None or following.opener < 0 or sentence.words[following.opener] != "and":
        return 0
    told = following.predicate
    back = sentence.word(following.opener + 1) in _ITS_OWN  # not "and by 1990 the rebels had taken it"
    added = told and (told.modal == "would" or (told.auxiliary == "had" and back)) and not following.shares_subject
    return following.end if added and sentence.kind(following.opener - 1) & COMMA else 0


_ITS_OWN = word_set("its his her their he she it they")


def _behind_description(sentence: Sentence, clauses: list[Clause], index: int) -> Clause | None:
    """The clause that a speaker ends whom a relative describes: "“We won,” Ann Lee, who came in May, said"."""
    clause, relative = clauses[index], clauses[index - 1]
    if index < _TWO or clause.opener >= 0 or not clause.predicate or clause.predicate.begin != clause.begin:
        return None
    if relative.opener < 0 or sentence.words[relative.opener] != "who" or not sentence.kind(clause.begin - 1) & COMMA:
        return None
    return clauses[index - _TWO] if sentence.kind(relative.opener - 1) & COMMA else None


def _speaker_after_content(
    sentence: Sentence, clause: Clause, begin: int, predicate: Predicate, inverted: bool
) -> tuple[tuple[str, ...], str]:
    if not inverted:
        return named(sentence, begin, predicate.begin - 1)
    last = predicate.end + 1
    while last <= clause.end and not sentence.kinds[last] & (MARK | TIMEX | TEMPORAL | SUBORDINATOR):
        last += 1
    return named(sentence, predicate.end + 1, last - 1)


def _comma_before_speaker(sentence: Sentence, clause: Clause, predicate: Predicate) -> int | None:
    """The comma or quotation mark that separates what is said from who says it."""
    if sentence.kind(clause.begin - 1) & (COMMA | QUOTE):
        return clause.begin - 1
    return _last_comma(sentence, clause.begin, predicate.begin - 1)


def _last_comma(sentence: Sentence, first: int, last: int) -> int | None:
    return next((at for at in range(last, first, -1) if sentence.kinds[at] & (COMMA | QUOTE)), None)


def _is_tail(sentence: Sentence, predicate: Predicate, clause: Clause, inverted: bool) -> bool:
    """Whether nothing follows the speech verb that could be what it says."""
    if predicate.word in vocabulary.SPEECH_ONLY_WITH_THAT and predicate.word not in _TAIL_VERBS:
        return predicate.word in _PROOF_VERBS and predicate.end + 1 >= len(sentence) and not inverted
    after = sentence.kind(predicate.end + 1)
    if after & QUOTE and predicate.word in vocabulary.SPEECH_ONLY_WITH_THAT:
        return False  # "Ann Lee, who came in May, promised “humility”"
    if predicate.end >= clause.end or inverted:
        return True
    if after & INFINITIVE:
        return False
    return bool(after & (TIMEX | PREPOSITION | COMMA | QUOTE | ADVERB)) or predicate.word in {
        "told",
        "tells",
        "tell",
        "added",
    }


def _begin_of_content(sentence: Sentence, clauses: list[Clause], index: int) -> int:
    for clause in reversed(clauses[1 : index + 1]):
        if sentence.word(clause.begin - 1) == ";" or (
            sentence.words[clause.begin] in _CONTRAST and sentence.kind(clause.begin - 1) & COMMA
        ):
            return clause.begin
    return 0


def _of_things(sentence: Sentence, clause: Clause, predicate: Predicate) -> Attribution | None:
    """A figure or a thing that is only reported: "NBC News reported up to 20,000 fighters"."""
    after = sentence.kind(predicate.end + 1)
    if after & TIMEX and not sentence.kind(predicate.end + 2) & NO_NOUN:
        after = 0  # "reported third-quarter income of ..."
    if predicate.word not in vocabulary.SPEECH_OF_THINGS or predicate.end >= clause.end:
        return None
    if sentence.word(predicate.end + 1) in _CLAIMED_DEEDS or after & (COMMA | STRONG_MARK | TIMEX):
        return None
    has_figure = any(kind & NUMBER for kind in sentence.kinds[predicate.end + 1 : clause.end + 1])
    claims = after & INFINITIVE and predicate.word in _CLAIMS  # "claimed to have returned"
    if not has_figure and not claims and (not after & DETERMINER or predicate.word in {"put", "puts"}):
        return None
    sources, pronoun = _speakers(sentence, clause)
    scope = (predicate.end + 1, clause.end)
    return Attribution(sources, clause.begin, predicate.end, scope, -1, predicate.word, pronoun, of_things=True)


def _according_to(sentence: Sentence, clauses: list[Clause]) -> list[Attribution]:
    found = []
    for at, word in enumerate(sentence.words):
        if word == "according" and sentence.word(at + 1) == "to":
            last = at + 2
            while last < len(sentence) and not sentence.kinds[last] & MARK:
                last += 1
            named_to = _end_of_apposition(sentence, at + 2, last)
            sources, pronoun = named(sentence, at + 2, named_to - 1)
            last = max(last, named_to)
            end = _end_of_insertion(sentence, last - 1, at)
            scope = _scope_of_insertion(sentence, clauses, at, end)
            found.append(Attribution(sources, at, end, scope, -1, word, pronoun))
    return found


def _end_of_apposition(sentence: Sentence, first: int, last: int) -> int:
    """Behind the name that stands after an office: "the governor, Ilse Brandt"; ``last`` where none does."""
    if sentence.kind(first) & CAPITAL or not sentence.kind(last) & COMMA:
        return last
    at = last + 1
    while at < len(sentence) and sentence.kinds[at] & CAPITAL:
        at += 1
    return at if at > last + 1 and (at == len(sentence) or sentence.kinds[at] & MARK) else last


def _scope_of_insertion(sentence: Sentence, clauses: list[Clause], at: int, end: int) -> tuple[int, int]:
    """What an "according to" from token ``at`` to ``end`` vouches for: what follows it first, precedes it last."""
    if at <= 1:
        return end + 1, len(sentence) - 1
    clause = clause_at(clauses, at)
    if end >= len(sentence) - 1 or sentence.kind(end + 1) & STRONG_MARK:
        return 0, at - 2 if sentence.kinds[at - 1] & COMMA else at - 1
    return clause.begin, clause.end


def _end_of_insertion(sentence: Sentence, last: int, at: int) -> int:
    """With a relative behind the name (", who heads ..."), the attribution runs to its end."""
    if sentence.kind(last + 1) & COMMA and sentence.kind(last + 2) & RELATIVE:
        last += 2
        while last + 1 < len(sentence) and not sentence.kinds[last + 1] & MARK:
            last += 1
    return last


def _speakers(sentence: Sentence, clause: Clause) -> tuple[tuple[str, ...], str]:
    if not clause.subject:
        return (), ""
    return named(sentence, *clause.subject)
