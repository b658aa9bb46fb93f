"""Clauses with several dates: "lost Mosul in July, Raqqa in October", "in April and for weeks in the winter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology.events_drafts import Draft, clause_label, make_draft
from viewer.chronology.events_predicates import is_base_form
from viewer.chronology.events_tokens import (
    ADVERB,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    GERUND,
    INFINITIVE,
    MARK,
    PREPOSITION,
    TEMPORAL,
    TIMEX,
)
from viewer.chronology.factuality import clause_factuality
from viewer.chronology.labels import make_label

if TYPE_CHECKING:
    from viewer.chronology.clauses import Clause
    from viewer.chronology.events_dates import Dating
    from viewer.chronology.events_predicates import Predicate
    from viewer.chronology.events_reading import Reading

_ADDS_NOTHING = ADVERB | PREPOSITION | COORDINATOR
_LONGEST_HEAD = 60
_TO_DATE = 2  # tokens from a verb to the date right behind it: "came on Monday"


def one_of_several(reading: Reading, index: int, datings: list[Dating], number: int) -> Draft:
    """The event of date ``number`` of a clause: "lost Mosul in July, Raqqa in October and Rawa in November"."""
    clause, dating = reading.clauses[index], datings[number]
    begin, end = _piece_of(reading, clause, datings, number)
    while begin < end and reading.sentence.kinds[begin] & (MARK | COORDINATOR):
        begin += 1
    factuality = clause_factuality(reading.sentence, reading.clauses, clause, reading.attributions, dating.first)
    own = make_label(reading.sentence, [(begin, end)], dating.tokens)
    label = _label_of_piece(reading, clause, datings, number, (begin, end)) if number and own else ""
    if not label:
        label = clause_label(reading, index, end if own and number == 0 else clause.end, datings)
    return make_draft(reading, (min(begin, dating.first), max(end, dating.last)), label, factuality, dating)


def _label_of_piece(
    reading: Reading, clause: Clause, datings: list[Dating], number: int, piece: tuple[int, int]
) -> str:
    """The label of a later date: what leads all of them and the piece of its own; "" where it has none."""
    sentence, begin = reading.sentence, piece[0]
    if sentence.kinds[begin] & GERUND:
        return make_label(sentence, [piece], datings[number].tokens)
    if clause.predicate is None:
        return ""
    dates = [token for other in datings for token in other.tokens]
    if sentence.kinds[begin] & INFINITIVE and not _verb_governs(reading, clause.predicate):
        return ""  # "sold it in May to raise money, only to buy it back a year later"
    if all(at in dates or sentence.kinds[at] & _ADDS_NOTHING for at in range(begin, piece[1] + 1)):
        return ""  # "left the town in 2017 and again in 2018"
    length = sentence.kinds[begin] & (TIMEX | TEMPORAL) and begin not in dates
    colon = _colon(reading, clause, datings[0])
    if clause.predicate.end < begin and (
        colon or _has_object(reading, clause) or _adds_a_phrase(reading, piece, dates)
    ):
        aims = sentence.kinds[begin] & INFINITIVE  # "helped to hold A in 2014, to take B in 2015"
        verb = clause.predicate.end if aims else _verb_end(reading, clause.predicate)
        head = [_head(reading, clause, colon, verb, bool(length))]
        if clause.subject and clause.subject[1] < clause.begin:  # "rose in May and fell in June and in July"
            head = [clause.subject, (clause.predicate.begin, head[0][1])]
        return make_label(sentence, [*head, _without_length(reading, piece, dates)], dates)
    if _is_another_subject(reading, clause, datings[0], begin):
        name_end = next((at - 1 for at in range(begin, piece[1]) if sentence.kinds[at] & COMMA), piece[1])
        return make_label(sentence, [(begin, name_end), (clause.predicate.begin, datings[0].first - 1)], dates)
    return ""


def _verb_governs(reading: Reading, predicate: Predicate) -> bool:
    """Whether an infinitive belongs to the verb: "helped to hold it", "was expanded to include it"."""
    return predicate.infinitive >= 0 or _verb_end(reading, predicate) > predicate.end


def _adds_a_phrase(reading: Reading, piece: tuple[int, int], dates: list[int]) -> bool:
    """Whether a piece tells more of the verb than when: "and for eleven weeks in the winter"."""
    kinds = reading.sentence.kinds
    return bool(kinds[piece[0]] & PREPOSITION) and piece[0] + 1 not in dates


def _head(reading: Reading, clause: Clause, colon: int | None, verb: int, with_object: bool) -> tuple[int, int]:
    """The words that hold for every date: subject and verb, with the object where the piece has none of its own."""
    kinds = reading.sentence.kinds
    first = clause.subject[0] if clause.subject else clause.begin
    if colon and len(reading.sentence.span(first, colon)) <= _LONGEST_HEAD:
        return first, colon
    last = verb
    if with_object:
        while last + 1 < clause.end and not kinds[last + 1] & (PREPOSITION | TIMEX | MARK | TEMPORAL | COORDINATOR):
            last += 1
    return first, last


def _without_length(reading: Reading, piece: tuple[int, int], dates: list[int]) -> tuple[int, int]:
    """A piece without the time that opens it: "seven months after the other, and then ten times", "later, Rawa"."""
    kinds, (begin, end) = reading.sentence.kinds, piece
    if kinds[begin] & (TIMEX | TEMPORAL):
        length = begin not in dates
        begin = next((at for at in range(begin, end) if kinds[at] & COMMA), begin) if length else begin + 1
    while begin < end and (kinds[begin] & (COORDINATOR | MARK) or begin in dates or begin + 1 in dates):
        begin += 1
    return begin, end


def _is_another_subject(reading: Reading, clause: Clause, first: Dating, begin: int) -> bool:
    """Whether a name takes the place of a subject: "Ramadi came back in 2015, Rutba in May, Falluja in June"."""
    assert clause.predicate
    behind = reading.sentence.kind(clause.predicate.end + 1)
    kinds = reading.sentence.kinds[clause.predicate.end + 1 : first.first]
    named = any(kind & CAPITAL for kind in kinds)  # "moved to Rome in 2010, Milan in 2012"
    sentence = reading.sentence
    bare = first.first - clause.predicate.end <= _TO_DATE  # nothing but a date stands behind the verb
    if bare and sentence.kinds[begin] & DETERMINER and sentence.kinds[begin - 1] & COORDINATOR:
        return True
    intransitive = bool(behind & (ADVERB | PREPOSITION)) and first.first > clause.predicate.end and not named
    return intransitive and begin > first.last and bool(reading.sentence.kinds[begin] & CAPITAL)


def _colon(reading: Reading, clause: Clause, first: Dating) -> int | None:
    """The colon behind the verb that opens a list of dated things: "it was done in a hurry: A in May, B in June"."""
    begin = clause.predicate.end if clause.predicate else clause.begin
    return next((at for at in range(begin, first.first) if reading.sentence.words[at] == ":"), None)


def _piece_of(reading: Reading, clause: Clause, datings: list[Dating], number: int) -> tuple[int, int]:
    """The tokens of a clause that belong to one of its dates: those before it, or behind it where the date leads."""
    dating = datings[number]
    following = datings[number + 1] if number + 1 < len(datings) else None
    begin = clause.begin if number == 0 else datings[number - 1].last + 1
    if number and _leads(reading, clause, dating):
        begin = dating.first
    if following is None:
        return begin, max(clause.end, dating.last)
    if not _leads(reading, clause, dating) and not _leads(reading, clause, following):
        return begin, dating.last
    end = following.first - 1
    while end > dating.last and reading.sentence.kinds[end] & (MARK | COORDINATOR | PREPOSITION):
        end -= 1
    return begin, end


def _leads(reading: Reading, clause: Clause, dating: Dating) -> bool:
    """Whether a date stands ahead of what it dates: ", and in January into Afrin"."""
    kinds = reading.sentence.kinds
    at = dating.first - 1
    while at > clause.begin and kinds[at] & PREPOSITION:
        at -= 1
    opens = at <= clause.begin or kinds[at] & (MARK | COORDINATOR)
    return bool(opens) and dating.last < clause.end and not kinds[dating.last + 1] & (MARK | COORDINATOR)


def _has_object(reading: Reading, clause: Clause) -> bool:
    """Whether the verb of a clause has an object right behind it, which later dates may replace by their own."""
    if clause.predicate is None:
        return False
    after = reading.sentence.kind(_verb_end(reading, clause.predicate) + 1)
    inverted = clause.opener >= 0 and reading.sentence.kinds[clause.opener] & TEMPORAL
    return not inverted and not after & (PREPOSITION | TEMPORAL | MARK | TIMEX | ADVERB)


def _verb_end(reading: Reading, predicate: Predicate) -> int:
    """The last token of a verb with its infinitive: "was expanded to include"."""
    governs = reading.sentence.kind(predicate.end + 1) & INFINITIVE and is_base_form(
        reading.sentence, predicate.end + 2
    )
    return predicate.end + 2 if governs else predicate.end
