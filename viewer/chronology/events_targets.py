"""What a date belongs to: a clause, an event noun right in front of it, a participle behind its noun, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from viewer.chronology import events_words as vocabulary
from viewer.chronology.clauses import Clause, clause_at, noun_phrase_before
from viewer.chronology.events_gerunds import gerund_before
from viewer.chronology.events_modifiers import belongs_to_a_thing, dates_as_time, is_modifier
from viewer.chronology.events_participles import MADE_KNOWN, names_paper
from viewer.chronology.events_tokens import (
    ADVERB,
    BE,
    BRACKET,
    COMMA,
    COORDINATOR,
    DETERMINER,
    GERUND,
    INFINITIVE,
    MARK,
    NO_NOUN,
    NUMBER,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    RELATIVE,
    TEMPORAL,
    TIMEX,
    VERBAL,
    Sentence,
)
from viewer.chronology.events_words import word_set
from viewer.chronology.labels import is_adjectival
from viewer.model import Basis, Precision, TimexType

if TYPE_CHECKING:
    from viewer.chronology.events_dates import Dating
    from viewer.chronology.events_predicates import Predicate

_LONGEST_EVENT_PHRASE = 9
_COUNTED_FROM = re.compile(r"\s(?:after|before)$")
_SPENT = word_set("spent spends spend")
_FOREMOST = word_set("first second third last only worst best most least")
_SHARES = word_set("percent cent share half most quarter third all")
_GOVERNORS = word_set("after before since following until despite during of ahead")


class Target(NamedTuple):
    """What a dating dates: a clause, a participle in it (``reduced``), or the words ``noun`` to ``noun_end``.

    ``gerund`` says that these are a gerund with its words.
    """

    clause: int
    reduced: Predicate | None = None
    noun: int = -1
    noun_end: int = -1
    gerund: bool = False

    @property
    def key(self) -> tuple[int, int, int]:
        """Equal for two datings of the same event."""
        return self.clause, self.reduced.begin if self.reduced else -1, self.noun


def find_target(sentence: Sentence, clauses: list[Clause], dating: Dating) -> Target | None:
    """The event that a dating belongs to; None where it only modifies a thing ("the 2014 law")."""
    index = _clause_index(sentence, clauses, dating)
    clause = clauses[index]
    if _speaks_of_dates(clause) or _depicts(sentence, clauses, dating):
        return None
    if is_modifier(sentence, clause, dating) or _is_aside(sentence, clause, dating):
        return None
    if (planned := _inserted_infinitive(sentence, clause, dating)) is not None:
        return Target(index, noun=planned, noun_end=dating.last)
    noun = _dated_noun(sentence, clause, dating) or _followed_noun(sentence, clause, dating)
    if noun and _does_harm(sentence, clause, noun, dating):
        return Target(index)
    if noun:
        return Target(index, noun=noun[0], noun_end=noun[1])
    if deed := _noun_judged(sentence, clause, dating):
        return Target(index, noun=deed[0], noun_end=deed[1])
    if belongs_to_a_thing(sentence, clause, dating):
        return None
    if gerund := gerund_before(sentence, clause, dating):
        return Target(index, noun=gerund[0], noun_end=gerund[1], gerund=True)
    reduced = _reduced_before(sentence, clause, dating)
    if reduced and (_is_made_known(sentence, clause, reduced) or _is_one_of_a_list(sentence, reduced)):
        reduced = None
    return Target(index, reduced=reduced)


def _speaks_of_dates(clause: Clause) -> bool:
    """Whether a clause tells only how something is dated: "The letter is dated 3 May"."""
    predicate = clause.predicate
    return predicate is not None and predicate.word == "dated" and predicate.passive


def _depicts(sentence: Sentence, clauses: list[Clause], dating: Dating) -> bool:
    """Whether a work tells of a time, and nothing else does: "This report documents killings between 2011 and 2013"."""
    works = [at for at in range(1, min(_TO_WORK, len(sentence))) if sentence.words[at - 1] in _WORKS]
    verb = next((at for at in works if sentence.words[at] in _DEPICTS), -1)
    if verb < 0 or dating.first <= verb:
        return False
    others = [clause for clause in clauses if clause.predicate and verb < clause.predicate.begin < dating.first]
    if any(clause.opener >= 0 or (clause.predicate and not clause.predicate.bare) for clause in others):
        return False
    between = range(verb + 1, dating.first)
    return not any(sentence.kinds[at] & RELATIVE or sentence.words[at] in _ASKING for at in between)


_ASKING = word_set("how why whether what who that")
_TO_WORK = 6  # tokens
_WORKS = word_set("report book study paper article film documentary memoir exhibition chapter volume series dossier")
_DEPICTS = word_set("documents describes recounts chronicles traces depicts details covers spans examines")


def _clause_index(sentence: Sentence, clauses: list[Clause], dating: Dating) -> int:
    """The clause of a date; behind the comma that closes a relative clause, the clause before that one."""
    clause = clause_at(clauses, dating.first)
    index = clauses.index(clause)
    at = dating.first - 1
    while at > clause.begin and sentence.kinds[at] & (PREPOSITION | TEMPORAL):
        at -= 1
    if index + 1 < len(clauses) and _is_cleft(sentence, clause, dating):
        return index + 1
    if index + 1 < len(clauses) and clause.opener >= 0 and clauses[index + 1].subject == (clause.opener, clause.end):
        return index + 1  # "What exists today was made later"
    closes = at > clause.begin and sentence.kinds[at] & COMMA and dating.last >= clause.end
    if closes and index > 0 and clause.opener >= 0 and sentence.kinds[clause.opener] & RELATIVE:
        return index - 1
    return index


def _is_cleft(sentence: Sentence, clause: Clause, dating: Dating) -> bool:
    """Whether a clause only puts its date in front: "it was November 11 before it moved again"."""
    predicate = clause.predicate
    if predicate is None or not sentence.kinds[predicate.head] & BE or sentence.word(predicate.begin - 1) != "it":
        return False
    leads = PREPOSITION | TIMEX | DETERMINER | ADVERB | (TEMPORAL if predicate.negated else 0)  # "was not until May"
    return dating.last == clause.end and all(kind & leads for kind in sentence.kinds[predicate.end + 1 : dating.last])


def _is_aside(sentence: Sentence, clause: Clause, dating: Dating) -> bool:
    """Whether the date dates nothing: "is 2017", "the third increase since April", "three days after the shelling"."""
    if _COUNTED_FROM.search(dating.timex.text) and not sentence.kind(dating.last + 1) & MARK:
        return dating.last + 1 < len(sentence)
    if sentence.word(dating.last + 1) == "than" and dating.timex.text.endswith(("later", "earlier")):
        return True  # "a day later than others have it"
    if _is_loose_duration(sentence, clause, dating):
        return True
    if sentence.word(dating.first - 1) in {"ended", "ending"}:
        return sentence.word(dating.first - 2) in vocabulary.TIME_NOUNS
    if sentence.words[max(0, dating.first - 2) : dating.first] == ["of", "record"]:
        return True  # "payable Dec. 15 to holders of record Nov. 30"
    predicate = clause.predicate
    if predicate is None or dating.first < predicate.end:
        return _is_term(sentence, dating) or _describes_since(sentence, clause, dating)
    if dating.first == predicate.end + 1 and sentence.word(dating.last + 1) == "as":
        return True  # "he set 1981 as a target"
    if sentence.word(dating.first - 1) == "since":
        if _is_measured(sentence, dating.first - 1):
            return True
        return predicate.bare and not sentence.kinds[predicate.head] & PRESENT
    return bool(sentence.kinds[predicate.head] & BE) and dating.first == predicate.end + 1


def _is_term(sentence: Sentence, dating: Dating) -> bool:
    """Whether commas enclose a date that says when a thing is due: "The bonds, due Feb. 15, 2020, yielded"."""
    return sentence.word(dating.first - 1) == "due" and bool(sentence.kind(dating.first - 2) & COMMA)


def _describes_since(sentence: Sentence, clause: Clause, dating: Dating) -> bool:
    """Whether commas enclose what somebody has been since a date: "The president, in power since 1999, said"."""
    if sentence.word(dating.first - 1) != "since" or not sentence.kind(dating.last + 1) & COMMA:
        return False
    for at in range(dating.first - 2, clause.begin, -1):
        if sentence.kinds[at] & COMMA:
            return at < dating.first - 2
        if sentence.kinds[at] & VERBAL:
            return False
    return False


def _is_measured(sentence: Sentence, since: int) -> bool:
    """Whether "since" only measures what is the first or most of its kind: "its first match since 1966"."""
    for at in range(since - 1, max(-1, since - _LONGEST_EVENT_PHRASE), -1):
        if sentence.kinds[at] & (MARK | VERBAL | COORDINATOR | RELATIVE | PRONOUN):
            return False
        word = sentence.words[at]
        owned = sentence.kind(at - 1) & DETERMINER or sentence.word(at - 1).endswith(("'s", "’s"))
        superlative = len(word) > 4 and word.endswith("est") and owned
        if (word in _FOREMOST or superlative) and sentence.word(at + 1) != "of":
            return True
    return False


def _is_loose_duration(sentence: Sentence, clause: Clause, dating: Dating) -> bool:
    """Whether a length of time lies somewhere in the past: "they dug for years", but not "they have dug for years"."""
    loose = dating.timex.type is TimexType.DURATION and dating.interval.first is None
    predicate = clause.predicate
    if sentence.word(dating.first - 1) == "within" and dating.timex.type is TimexType.DURATION:
        if sentence.word(dating.last + 1) == "of" and sentence.kind(dating.last + 2) & DETERMINER:
            return True  # "within 30 days of the accident"
        if predicate and _is_past(sentence, predicate):
            return dating.timex.basis is not Basis.TEXT
    if loose and sentence.kind(dating.first - 1) & GERUND:
        return True  # "mud spanning the past 4,000 years"
    if predicate and predicate.word in _SPENT and dating.first == predicate.end + 1 and "next" in dating.timex.text:
        return True  # "spent the next two decades explaining"
    if not loose or predicate is None or sentence.word(dating.first - 1) != "for":
        return False
    return not predicate.perfect and not sentence.kinds[predicate.head] & (GERUND | PRESENT)


def _is_past(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a time is counted from an earlier one: "withdrew it within a week"."""
    if predicate.bare:
        return predicate.infinitive < 0 and not sentence.kinds[predicate.head] & PRESENT
    return predicate.auxiliary in {"was", "were", "had"} and (predicate.infinitive < 0 or predicate.word in _MEANT)


_MEANT = word_set("was were supposed meant due intended")


def _inserted_infinitive(sentence: Sentence, clause: Clause, dating: Dating) -> int | None:
    """The subject that commas part from what is planned of it: "The talks, to be held in May, will be short"."""
    if not clause.subject or not sentence.kind(dating.last + 1) & COMMA:
        return None
    begin, end = clause.subject
    opens = next((at for at in range(begin + 1, dating.first) if sentence.kinds[at] & COMMA), -1)
    if opens < 0 or sentence.words[opens + 1 : opens + 3] != ["to", "be"] or dating.first > end + 1:
        return None
    return begin


def _dated_noun(sentence: Sentence, clause: Clause, dating: Dating) -> tuple[int, int] | None:
    """The event noun that a date stands right behind: "after the fall of Mosul in June 2014"."""
    at = dating.first - 1
    of = sentence.word(at) == "of"
    named = sentence.word(at - 1) in _PAPERS and dating.interval.precision is Precision.YEAR
    if of and (dates_as_time(sentence, at - 1) or named):
        return None
    while at >= 0 and sentence.kinds[at] & (PREPOSITION | BRACKET | DETERMINER):
        at -= 1
    if at == dating.first - 1 and not sentence.timexes.get(dating.first):
        return None
    if is_adjectival(sentence.words[dating.first]):
        return None  # "the impact of the earthquake on fourth-quarter results"
    end = at
    lowest = max(clause.begin - 1, at - _LONGEST_EVENT_PHRASE, -1)
    while at > lowest:
        kind = sentence.kinds[at]
        if sentence.words[at] in vocabulary.EVENT_NOUNS and sentence.kind(at - 1) & INFINITIVE:
            return None  # "threatened to strike on Monday"
        describes = at < end and not sentence.kinds[at + 1] and "'" not in sentence.words[at + 1]  # "independence hero"
        if sentence.words[at] in vocabulary.EVENT_NOUNS and not kind & DETERMINER and not describes:
            return _noun_if_governed(sentence, clause, at, end, of)
        if kind & (COMMA | TIMEX | COORDINATOR | BRACKET | TEMPORAL) or kind & VERBAL:
            return None
        at -= 1
    return None


_PAPERS = word_set("treaty agreement accord pact deal convention law")  # "the customs treaty of 1868"


def _followed_noun(sentence: Sentence, clause: Clause, dating: Dating) -> tuple[int, int] | None:
    """What a clause with a date of its own came after: "lifted off on Wednesday, after delays on May 6 and June 1"."""
    at = dating.first - 1
    while at > clause.begin and (sentence.kinds[at] & (PREPOSITION | COORDINATOR) or at in sentence.timexes):
        at -= 1
    first = noun_phrase_before(sentence, at + 1)
    if (
        not clause.predicate
        or first > at
        or sentence.kinds[at] & DETERMINER
        or sentence.word(first - 1) not in {"after", "following"}
    ):
        return None
    if sentence.kinds[first] & GERUND or not any(clause.predicate.end < token < first for token in sentence.timexes):
        return None
    return (first, at)


def _is_made_known(sentence: Sentence, clause: Clause, reduced: Predicate) -> bool:
    """Whether a participle dates what is said: "said in a letter published Wednesday", "a letter dated Monday"."""
    if reduced.word in {"dated", "compared"}:
        return True
    predicate = clause.predicate
    if predicate and names_paper(sentence, reduced) and reduced.end < predicate.begin:
        return reduced.begin <= _TO_GIVEN and bool(sentence.kind(1) & DETERMINER)
    said = predicate and predicate.word in vocabulary.SPEECH
    return bool(said) and reduced.word in MADE_KNOWN


_TO_GIVEN = 4  # tokens: "In a joint statement issued on Monday, they"


def _noun_judged(sentence: Sentence, clause: Clause, dating: Dating) -> tuple[int, int] | None:
    """The event behind its date that somebody answers for: "was indicted last year in the October 1998 shooting"."""
    predicate = clause.predicate
    judged = [*clause.reduced, predicate] if predicate else clause.reduced
    if not sentence.kind(dating.first - 1) & DETERMINER or not any(
        each.word in _JUDGED and each.end < dating.first for each in judged
    ):
        return None
    begin = dating.last + 1 + bool(sentence.kind(dating.last + 1) & COMMA)
    for at in range(begin, min(begin + _LONGEST_EVENT_PHRASE, clause.end + 1)):
        if sentence.kinds[at] & (NO_NOUN | VERBAL | TIMEX):
            return None
        if sentence.words[at] in vocabulary.EVENT_NOUNS:
            end = at
            while end < clause.end and not sentence.kinds[end + 1] & (MARK | VERBAL | TIMEX | RELATIVE | COORDINATOR):
                end += 1
            return (begin, end)
    return None


_JUDGED = word_set(
    "charged indicted convicted sentenced tried accused acquitted cleared suspected implicated wanted arrested jailed"
)


def _does_harm(sentence: Sentence, clause: Clause, noun: tuple[int, int], dating: Dating) -> bool:
    """Whether the event is the subject of what it did at once: "The bombings on Aug. 7 killed 259 people"."""
    predicate = clause.predicate
    if predicate is None or predicate.begin < dating.last:
        return False
    ended = predicate.passive and predicate.word in _ENDED  # "an assault the following morning was thrown back"
    if not ended and (not predicate.bare or predicate.word not in _HARMS):
        return False
    governed = sentence.kind(noun[0] - 1) & (PREPOSITION | TEMPORAL) if noun[0] else 0
    return not governed and not any(token > predicate.end for token in sentence.timexes if token <= clause.end)


_ENDED = word_set("thrown repulsed repelled beaten foiled driven halted thwarted")
_HARMS = word_set(
    "killed wounded injured destroyed damaged claimed left toppled displaced wrecked devastated flattened hit struck"
)


def _noun_if_governed(sentence: Sentence, clause: Clause, noun: int, end: int, of: bool) -> tuple[int, int] | None:
    """The phrase, if the date is its own and not the verb's: it stands before the verb or hangs on a preposition."""
    first = noun_phrase_before(sentence, noun)
    first = min(first, noun)
    predicate = clause.predicate
    governor = sentence.kind(first - 1)
    if sentence.kind(noun - 1) & VERBAL and not sentence.kind(noun - 1) & DETERMINER:
        return None
    if of or predicate is None or end < predicate.begin:
        return (first, end)
    if sentence.word(first - 1) == "of" and (sentence.kind(first - 2) & NUMBER or sentence.word(first - 2) in _SHARES):
        return None  # "won 80% of the vote on 9 August"
    said = sentence.word(first - 1) == "that" and first - 2 == predicate.end
    hangs = said or (governor & (TEMPORAL | PREPOSITION) and sentence.word(first - 1) in _GOVERNORS)
    return (first, end) if hangs else None


def _reduced_before(sentence: Sentence, clause: Clause, dating: Dating) -> Predicate | None:
    """The participle behind its noun that the date follows: "the areas captured last year"."""
    nearest: Predicate | None = None
    for predicate in clause.reduced:
        if predicate.end < dating.first and not predicate.small:
            nearest = predicate
    if nearest is None:
        return None
    if clause.predicate and nearest.end < clause.predicate.begin < dating.first:
        return None
    if nearest.word == "held" and clause.predicate and clause.predicate.end < nearest.begin:
        governor = noun_phrase_before(sentence, nearest.begin) - 1
        if sentence.kind(governor) & PREPOSITION:
            return None  # "was set up on the second session of the assembly held on": then it was set up
    between = sentence.kinds[nearest.end + 1 : dating.first]
    return None if any(kind & COMMA for kind in between) else nearest


def _is_one_of_a_list(sentence: Sentence, reduced: Predicate) -> bool:
    """Whether the participle repeats its clause's verb: "..., including the border post, captured last year"."""
    window = sentence.words[max(0, reduced.begin - 8) : reduced.begin]
    return "including" in window and bool(sentence.kind(reduced.begin - 1) & COMMA)
