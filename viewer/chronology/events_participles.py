"""Which verb forms are participles that only describe a noun: "troops backed by Russia", "areas captured last year"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from viewer.chronology import events_words as vocabulary
from viewer.chronology.events_passives import NEVER_UNDERGONE, closes_row, follows_insertion
from viewer.chronology.events_tokens import (
    ADVERB,
    COMMA,
    COORDINATOR,
    DETERMINER,
    GERUND,
    INFINITIVE,
    MARK,
    NO_NOUN,
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
    STRONG_MARK,
    SUBORDINATOR,
    TEMPORAL,
    TIMEX,
    VERBAL,
    Sentence,
)
from viewer.chronology.events_words import word_set

if TYPE_CHECKING:
    from viewer.chronology.events_predicates import Predicate

# "declared the war won", "reported two men killed": the participle belongs to the object.
_WITH_SMALL_CLAUSE = word_set("declared declares declare proclaimed proclaims pronounced reported reports")
INTRANSITIVE = word_set(
    """
    died said lived worked remained happened occurred emerged appeared arrived collapsed resigned
    resulted responded consisted belonged existed vanished lasted persisted proved seemed refused
    """
)
# What nobody does to them: "landed by helicopter".
_MOVED = word_set("landed travelled traveled moved advanced escaped returned rose fell fled crossed entered passed")
_TO_CONTENT = 7  # tokens from a participle to the "that" behind it
# "agreed to buy a company valued at ...": what follows their infinitive describes its object.
_WITH_AIM = word_set("agreed decided refused failed tried vowed pledged promised managed wanted hoped offered")
_PERIODS = ("quarter", "half", "year", "period", "months", "month", "weeks", "week")
MADE_KNOWN = word_set("released issued published broadcast posted aired distributed circulated televised")
_GIVEN = MADE_KNOWN | word_set("handed given delivered sent")
_HEARSAY = word_set("thought believed said reported alleged known understood presumed rumoured rumored")
_LISTING = word_set("from including with by like to")
_BOUNDARY = MARK | SUBORDINATOR | TEMPORAL | RELATIVE | COORDINATOR


def mark_reduced(sentence: Sentence, predicates: list[Predicate]) -> None:
    """Marks the participles among verbs: tells "troops backed by Russia" from pasts with a subject."""
    for predicate in predicates:
        if predicate.word in _HEARSAY and _is_of_being(sentence, predicate):
            predicate.reduced = predicate.small = True
        if _ends_period(sentence, predicate.head) or _describes_first_noun(sentence, predicate):
            predicate.reduced = True
        if predicate.bare and sentence.word(predicate.end + 1) == "by" and could_be_participle(sentence, predicate):
            if sentence.kind(predicate.end + 2) & GERUND or _by_how_much(sentence, predicate.end + 2):
                continue
            predicate.reduced = predicate.word not in {"rose", "fell"} and _is_after_noun_or_comma(sentence, predicate)
    if len(predicates) > 2:
        _mark_leading_pair(predicates, sentence)
        _unmark_lists(predicates, sentence)
        _mark_inserted_pairs(predicates, sentence)
    _mark_led(sentence, predicates)
    if "with" in sentence.words:
        _mark_circumstances(sentence, predicates)
    row: list[Predicate] = []  # the passives that share the auxiliary of the first
    for number, (first, second) in enumerate(itertools.pairwise(predicates)):
        inserted = first not in row and _is_inserted_participle(sentence, first, second)
        if inserted or _hangs_on_subject(sentence, first, second):
            first.reduced = True
        elif _is_loose_participle(sentence, second) and not _follows_relative(sentence, first):
            later, passive = predicates[number + 2 :], first.passive or first in row
            row += [second] if closes_row(sentence, second, later, passive=passive) else []
            second.reduced = second not in row
        elif not first.reduced and not _has_boundary(sentence, first.end + 1, second.begin):
            _mark_one_of(sentence, first, second, told=any(not each.reduced for each in predicates[:number]))
    if len(predicates) == 1 and predicates[0].begin and predicates[0].bare:
        only = predicates[0]
        only.reduced &= not sentence.kinds[only.head] & (REGULAR | PAST) or only.word not in _MOVED


def _by_how_much(sentence: Sentence, token: int) -> bool:
    """Whether a score or share follows "by": "led by 51 percent to 47", not "troops backed by 200 tanks"."""
    return bool(sentence.kind(token) & NUMBER) and sentence.word(token + 1) in _MARGINS


_MARGINS = word_set("percent per percentage points point runs goals votes seats wickets lengths seconds minutes shots")


def _is_of_being(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a participle tells what its noun is taken for: "found wreckage thought to be from the jet"."""
    follows = sentence.words[predicate.end + 1 : predicate.end + 3] in (["to", "be"], ["to", "have"])
    return follows and predicate.bare and is_after_noun(sentence, predicate.begin)


def _unmark_lists(predicates: list[Predicate], sentence: Sentence) -> None:
    """Gives the middle of a row of passives its verb back: "was paved in 1928, mined by the army and reopened"."""
    for first, second, third in zip(predicates, predicates[1:], predicates[2:], strict=False):
        if first.passive and second.reduced and sentence.kind(second.begin - 1) & COMMA:
            coordinated = sentence.kind(third.begin - 1) & COORDINATOR
            second.reduced = not (coordinated and third.bare and could_be_participle(sentence, third))


def _mark_leading_pair(predicates: list[Predicate], sentence: Sentence) -> None:
    """Marks the second of two participles that lead a sentence: "Begun in 1884 and opened in 1887, it had ..."."""
    first, second = predicates[:2]
    joined = sentence.kind(second.begin - 1) & COORDINATOR and second.bare and could_be_participle(sentence, second)
    comma = next((at for at in range(second.end, len(sentence)) if sentence.kinds[at] & COMMA), second.end)
    if first.reduced and first.begin == 0 and joined:
        second.reduced = not _has_boundary(sentence, second.end + 1, comma)


def _mark_inserted_pairs(predicates: list[Predicate], sentence: Sentence) -> None:
    """Marks two participles between commas: "The pact, signed in April and ratified in July, ended it"."""
    for first, second, third in zip(predicates, predicates[1:], predicates[2:], strict=False):
        both = first.bare and second.bare and could_be_participle(sentence, first)
        if not both or not could_be_participle(sentence, second):
            continue
        opens = sentence.kind(first.begin - 1) & COMMA and is_after_noun(sentence, first.begin - 1)
        joined = sentence.kind(second.begin - 1) & COORDINATOR and sentence.kind(third.begin - 1) & COMMA
        dated = sentence.kind(first.end + 1) & (PREPOSITION | TIMEX)
        if opens and joined and dated and not _has_object(sentence, second):
            first.reduced = second.reduced = True


def _mark_led(sentence: Sentence, predicates: list[Predicate]) -> None:
    """Marks participles whose noun hangs on a preposition: ", from a jar raised off Malta to a box"."""
    for predicate in predicates[1:]:
        if not predicate.bare or predicate.reduced or not could_be_participle(sentence, predicate):
            continue
        if not sentence.kind(predicate.end + 1) & (PREPOSITION | TIMEX):
            continue
        at = predicate.begin - 1
        while at > 0 and not sentence.kinds[at] & (_BOUNDARY | VERBAL | DETERMINER | PREPOSITION):
            at -= 1
        governor = at - 1 if sentence.kinds[at] & DETERMINER else at
        defies = sentence.kinds[governor] & GERUND and not sentence.kinds[predicate.begin - 1] & PRONOUN
        governs = sentence.words[governor] in _LISTING or defies  # ", defying a ban set in May"
        led = governs and sentence.kind(governor - 1) & COMMA
        predicate.reduced = bool(led) and at < predicate.begin - 1


def _mark_circumstances(sentence: Sentence, predicates: list[Predicate]) -> None:
    """Marks participles that only tell of circumstances: "With half of the votes counted, the party led"."""
    for predicate in predicates:
        if not predicate.bare or not could_be_participle(sentence, predicate):
            continue
        at = predicate.begin - 1
        while at > 0 and not sentence.kinds[at] & (_BOUNDARY | VERBAL):
            at -= 1
        at += bool(sentence.kinds[at] & _BOUNDARY)
        if sentence.words[at] == "with" and at < predicate.begin - 1:
            predicate.reduced = predicate.small = not _has_object(sentence, predicate)


def _hangs_on_subject(sentence: Sentence, first: Predicate, second: Predicate) -> bool:
    """Whether the first of two verbs belongs to a clause that hangs on the subject: "The song they wrote was sung"."""
    at = first.begin - 1
    if not sentence.kind(at) & PRONOUN or sentence.words[at] == "who" or first.reduced:
        return False
    if first.word in vocabulary.SPEECH and not sentence.kind(first.end + 1) & PREPOSITION:
        return False  # "The man he said was ill"
    noun = sentence.kinds[at - 1]
    if not is_after_noun(sentence, at) or noun & TIMEX or (noun & VERBAL and not sentence.kind(at - 2) & DETERMINER):
        return False
    finite = not second.bare or not could_be_participle(sentence, second)
    return finite and not _has_boundary(sentence, first.end + 1, second.begin)


def _is_loose_participle(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a bare form stands behind a comma and has no object: "the border post, captured last year"."""
    if not predicate.bare or not could_be_participle(sentence, predicate) or predicate.word in vocabulary.SPEECH:
        return False
    if predicate.word in NEVER_UNDERGONE:
        return False
    if sentence.word(predicate.end + 1) == "by" and _by_how_much(sentence, predicate.end + 2):
        return False
    if _follows_apposition(sentence, predicate) or follows_insertion(sentence, predicate.begin):
        return False
    at = predicate.end + 1
    after = sentence.kind(at + 1) if sentence.kind(at) & ADVERB and sentence.kind(at + 1) & TIMEX else sentence.kind(at)
    return bool(
        sentence.kind(predicate.begin - 1) & COMMA and after & (TIMEX | PREPOSITION) and not after & COORDINATOR
    )


def _follows_apposition(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether the verb is that of a clause whose subject has a name beside it: ", and the fleet, 80 boats, sailed"."""
    at, commas = predicate.begin - 1, 0
    while at > 0 and (not sentence.kinds[at] & _NO_SUBJECT or _opens_place(sentence, at)):
        commas += bool(sentence.kinds[at] & COMMA)
        if sentence.kinds[at] & (COORDINATOR | SUBORDINATOR | TEMPORAL) and sentence.words[at] != "or":
            opens = sentence.kinds[at - 1] & COMMA or not sentence.kinds[at] & COORDINATOR
            return commas > 1 and bool(opens)
        at -= 1
    return False


_NO_SUBJECT = VERBAL | STRONG_MARK | PREPOSITION


def _opens_place(sentence: Sentence, at: int) -> bool:
    """Whether a preposition stands right behind a comma: "the last round, in Kinshasa, ended"."""
    return bool(sentence.kinds[at] & PREPOSITION and sentence.kinds[at - 1] & COMMA)


def _is_inserted_participle(sentence: Sentence, first: Predicate, second: Predicate) -> bool:
    """Whether commas close a participle off from its noun and its verb: "The berm, begun in August, is long"."""
    if not first.bare or not could_be_participle(sentence, first):
        return False
    at = first.begin - 1
    while at > 0 and sentence.kinds[at] & ADVERB:
        at -= 1
    if at < 1 or not sentence.kinds[at] & COMMA:
        return False
    if not is_after_noun(sentence, at - bool(sentence.kinds[at - 1] & QUOTE)):
        return False
    between = sentence.kinds[first.end + 1 : second.begin]
    while between and between[-1] & ADVERB:
        between.pop()
    if not between or not between[-1] & COMMA or between[0] & (DETERMINER | PRONOUN | COMMA):
        return False
    if between[0] & TEMPORAL and sentence.kind(first.end + 2) & TIMEX:
        del between[0]  # "The shares, suspended since Friday, rose"
    named = sentence.word(first.end + 1) == "as"  # "Fairlie, founded as a market stall, employs"
    return not any(kind & _BOUNDARY for kind in between[named:-1])


def _follows_relative(sentence: Sentence, previous: Predicate) -> bool:
    """Whether the verb before stands in a relative clause between commas, so that the main verb is still to come."""
    at, coordinated = previous.begin - 1, False
    while at > 0 and not sentence.kinds[at] & MARK and (coordinated or not sentence.kinds[at] & VERBAL):
        if sentence.kinds[at] & RELATIVE:
            return bool(sentence.kinds[at - 1] & COMMA)
        coordinated |= bool(sentence.kinds[at] & COORDINATOR)
        at -= 1
    return False


def could_be_participle(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a verb form may be a participle as well as a past: "captured", not "fell"."""
    kind = sentence.kinds[predicate.head]
    if predicate.word in INTRANSITIVE:
        return False
    return bool(kind & (REGULAR | PAST | PARTICIPLE)) and not kind & PAST_ONLY


def _is_after_noun_or_comma(sentence: Sentence, predicate: Predicate) -> bool:
    before = sentence.kind(predicate.begin - 1)
    return not before & PRONOUN


def _has_boundary(sentence: Sentence, begin: int, end: int) -> bool:
    kinds = sentence.kinds
    dated = [at for at in range(begin, end - 1) if kinds[at] & TEMPORAL and kinds[at + 1] & TIMEX]  # "since June"
    return any(kinds[at] & _BOUNDARY for at in range(begin, end) if at not in dated)


def _is_zero_relative(sentence: Sentence, first: Predicate, second: Predicate) -> bool:
    """Whether a clause hangs on the noun before it without a word: "the pocket it holds"."""
    if first.word in vocabulary.SPEECH or sentence.kind(second.begin - 2) & TIMEX:
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


def _mark_one_of(sentence: Sentence, first: Predicate, second: Predicate, *, told: bool) -> None:
    """Of two verbs with nothing between to part them, marks the one that only describes a noun.

    With ``told`` the sentence has had its main verb, so that what follows a relative clause may still belong to it.
    """
    if second.begin == first.end + 1 and first.passive and second.bare and could_be_participle(sentence, second):
        second.reduced = second.small = True  # "was reported stolen"
        return
    if _is_in_relative(sentence, first):
        second.reduced |= told and _has_object(sentence, first) and _only_describes(sentence, second)
        return
    if second.begin == first.end + 1 and second.bare and first.word not in vocabulary.SPEECH:
        second.reduced = second.small = True  # "broke ground"
        return
    if sentence.kind(second.begin - 1) & PRONOUN:
        second.reduced = _is_zero_relative(sentence, first, second)
        return
    if first.word in _WITH_SMALL_CLAUSE and second.bare and could_be_participle(sentence, second):
        second.reduced = second.small = not _has_object(sentence, second)
        return
    if second.word == "dated" and sentence.kind(second.end + 1) & TIMEX:
        second.reduced = True
    first_could = first.bare and could_be_participle(sentence, first)
    second_could = second.bare and could_be_participle(sentence, second)
    aims = has_aim(sentence, first) or (first.infinitive >= 0 and not first.bare)
    if first.word in vocabulary.SPEECH and not aims:
        first.reduced = first_could and _has_only_date(sentence, first, second)
        second.reduced |= second_could and _tells_where(sentence, first, second)
        return
    if _tells_time(sentence, first, second) or (
        second_could and (not first_could or aims or _has_object(sentence, first))
    ):
        second.reduced = True
    elif first_could and not sentence.kinds[first.head] & PRESENT:
        first.reduced = True
    else:
        second.reduced = _is_zero_relative(sentence, first, second)


def _only_describes(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a verb form behind a noun has no object: "the trial of two Libyans suspected of it"."""
    described = not sentence.kind(predicate.begin - 1) & (PRONOUN | ADVERB)
    could = predicate.bare and could_be_participle(sentence, predicate)
    return could and described and not _has_object(sentence, predicate)


def _tells_time(sentence: Sentence, first: Predicate, second: Predicate) -> bool:
    """Whether the second verb says which time is meant: "released tapes from the night the flight went down"."""
    if not _has_object(sentence, first):
        return False
    return any(
        sentence.kind(at + 1) & (DETERMINER | PRONOUN) and timex.text.lower().startswith("the ")
        for at, timex in sentence.timexes.items()
        if first.end < at < second.begin
    )


def _has_only_date(sentence: Sentence, first: Predicate, second: Predicate) -> bool:
    """Whether nothing but a date parts two verbs, so that the first describes: "The arrest announced today stems"."""
    between = sentence.kinds[first.end + 1 : second.begin]
    words = sentence.words[first.end + 1 : second.begin]
    told = all(
        kind & (TIMEX | PREPOSITION | ADVERB) or word == "online" for kind, word in zip(between, words, strict=True)
    )
    return told and any(kind & TIMEX for kind in between)


def _tells_where(sentence: Sentence, first: Predicate, second: Predicate) -> bool:
    """Whether a participle belongs to where something was said: "said in a letter published Wednesday that"."""
    leads = sentence.kind(first.end + 1) & PREPOSITION and sentence.kind(first.end + 2) & DETERMINER
    behind = sentence.words[second.end + 1 : second.end + _TO_CONTENT]
    known = second.word in MADE_KNOWN and second.begin - first.end <= _TO_CONTENT
    return bool(leads) and (known or "that" in behind) and not _has_object(sentence, second)


def _has_object(sentence: Sentence, predicate: Predicate) -> bool:
    after = sentence.kind(predicate.end + 1)
    return predicate.end + 1 < len(sentence) and not after & (PREPOSITION | TIMEX | ADVERB | INFINITIVE | MARK)


def is_after_noun(sentence: Sentence, token: int) -> bool:
    """Whether what stands before a token can be a noun."""
    return token > 0 and not sentence.kinds[token - 1] & (NO_NOUN | PRONOUN)


def _ends_period(sentence: Sentence, token: int) -> bool:
    """As in "for the quarter ended Sept. 30", "in the 12 months ended in April"."""
    if sentence.words[token] != "ended":
        return False
    dated = token + 1 + (sentence.word(token + 1) in {"in", "on"})
    if not sentence.kind(dated) & TIMEX:
        return False
    period = sentence.timexes.get(token - 1)
    return period is not None and period.text.split()[-1].lower().endswith(_PERIODS)


def names_paper(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a participle tells of the paper that leads a sentence: "In a judgment handed down on 3 June, they"."""
    return predicate.word in _GIVEN and sentence.words[0] == "in"


def _describes_first_noun(sentence: Sentence, predicate: Predicate) -> bool:
    """As in "Under an accord signed on Monday, ...": what is done to a thing has an object, or is only told of it."""
    if (
        not (names_paper(sentence, predicate) or predicate.word in vocabulary.UNDERGONE)
        or not predicate.bare
        or not sentence.kinds[0] & PREPOSITION
    ):
        return False
    after = sentence.kind(predicate.end + 1)
    return bool(sentence.kind(1) & DETERMINER and after & (TIMEX | PREPOSITION | ADVERB)) and not any(
        kind & (MARK | VERBAL | TIMEX) for kind in sentence.kinds[1 : predicate.begin]
    )


def has_aim(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether an infinitive tells what somebody agreed or tried to do: "agreed on Monday to buy"."""
    if predicate.word not in _WITH_AIM:
        return False
    at = predicate.end + 1
    placed = sentence.kind(at) & PREPOSITION  # "agreed at a summit in May to impose"
    while at < len(sentence) and not sentence.kinds[at] & INFINITIVE:
        if sentence.kinds[at] & (_BOUNDARY | VERBAL) or not (
            placed or sentence.kinds[at] & (TIMEX | ADVERB | PREPOSITION)
        ):
            return False
        at += 1
    return at < len(sentence)
