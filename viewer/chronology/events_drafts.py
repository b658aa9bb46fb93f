"""An event before it has a rank: the passage, the label, the figures and the sources of a clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.chronology.clauses import Clause, is_subordinate
from viewer.chronology.events_dates import preposition_of
from viewer.chronology.events_participles import names_paper
from viewer.chronology.events_reading import Reading, around, is_next_to, label_end, last_clause_of
from viewer.chronology.events_subjects import owned_subject, with_subject
from viewer.chronology.events_tokens import (
    ADVERB,
    COMMA,
    COORDINATOR,
    GERUND,
    MARK,
    PREPOSITION,
    PRESENT,
    RELATIVE,
    VERBAL,
    Sentence,
)
from viewer.chronology.factuality import clause_factuality
from viewer.chronology.figures import find_figures
from viewer.chronology.label_speakers import spoken_subject
from viewer.chronology.labels import LONGEST, make_label
from viewer.model import Factuality

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from viewer.chronology.attribution import Attribution
    from viewer.chronology.events_dates import Dating


_NEAR_SUBJECT = 2
_SHORTEST_CUT = 30


@dataclass(slots=True)
class Draft:
    """An event before it has a rank: offsets ``begin`` to ``end`` in its block, None for ``dating`` where undated.

    ``precedes`` marks a clause that the text tells after what followed it ("B, after A").
    """

    begin: int
    end: int
    label: str
    factuality: Factuality
    dating: Dating | None = None
    sources: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    precedes: bool = False


def clause_event(
    reading: Reading, index: int, dating: Dating, spoken: Attribution | None = None, told: int = 0
) -> Draft:
    """The event of clause ``index`` on a date; ``spoken`` is the attribution whose date it is, if not its own.

    ``told`` is the last token of the label where that reaches beyond the clause.
    """
    clause = reading.clauses[index]
    last = label_end(reading, last_clause_of(reading, index))
    at = clause.predicate.head if spoken and clause.predicate else dating.first
    inside = [other for other in around(reading, clause) if other is spoken or is_next_to(other, clause, last)]
    tokens = passage_tokens(reading, clause, last, [other for other in inside if other.clause >= 0])
    factuality = clause_factuality(reading.sentence, reading.clauses, clause, reading.attributions, at)
    awaited = _depends_on(reading, index) if factuality is Factuality.REPORTED else None
    if awaited is not None:
        main = reading.clauses[awaited]
        factuality = clause_factuality(reading.sentence, reading.clauses, main, reading.attributions, at)
    label = _with_condition(reading, index, dating) or clause_label(reading, index, told or last, [dating], spoken)
    return make_draft(reading, (tokens[0], max(tokens[1], dating.last)), label, factuality, dating)


def _with_condition(reading: Reading, index: int, dating: Dating) -> str:
    """The label of a condition with what depends on it: "If no government is formed, a vote will be called"."""
    beside = _depends_on(reading, index)
    if beside is None:
        return ""
    clause, main = reading.clauses[index], reading.clauses[beside]
    tokens = (clause.begin, label_end(reading, beside)) if index == 0 else (main.begin, clause.end)
    if any(other.clause >= 0 and tokens[0] <= other.first <= tokens[1] for other in reading.attributions):
        return ""
    return make_label(reading.sentence, [tokens], dating.tokens)


def _depends_on(reading: Reading, index: int) -> int | None:
    """The clause beside a condition that happens with it; None where that has a date or a speaker of its own."""
    sentence = reading.sentence
    if not _is_condition(sentence, reading.clauses[index]):
        return None
    beside = index - 1
    if index == 0:
        later = range(1, len(reading.clauses))
        beside = next((other for other in later if not is_subordinate(sentence, reading.clauses[other])), 0)
    return None if beside == index or reading.spoken(beside) or reading.dated(beside) else beside


def _is_condition(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says when or if something else will happen: "if it fails", "when the rains return"."""
    if clause.opener < 0:
        return False
    if sentence.words[clause.opener] in {"if", "unless"}:
        return True
    predicate = clause.predicate
    ahead = predicate and predicate.bare and sentence.kinds[predicate.head] & PRESENT
    return bool(ahead) and sentence.words[clause.opener] in {"when", "once"}


def passage_tokens(reading: Reading, clause: Clause, last: int, inside: Sequence[Attribution]) -> tuple[int, int]:
    """The tokens of a passage: a clause up to token ``last``, what belongs to it ahead, and who says so beside it."""
    first_token = min([clause.begin, *(other.first for other in inside)])
    if clause.subject and _NEAR_SUBJECT >= clause.begin - clause.subject[1] > 0 and _is_relative(reading, clause):
        first_token = min(first_token, clause.subject[0])
    last_token = max([last, *(other.last for other in inside)])
    return (min(first_token, clause.prefix[0]) if clause.prefix else first_token), last_token


def clause_label(
    reading: Reading, index: int, last: int, datings: Sequence[Dating], spoken: Attribution | None = None
) -> str:
    """The label of clause ``index``, up to token ``last``, without the dates and what names the speaker."""
    sentence, clause = reading.sentence, reading.clauses[index]
    dates = [token for dating in datings for token in dating.tokens if not _delays(sentence, clause, dating)]
    dropped = [(other.first, other.last) for other in reading.attributions if not other.of_things]
    if reading.spoken(index) or (clause.subject and clause.subject[1] < clause.begin):
        dropped = []
    dropped += _told_apart(reading, index)
    subject, begin = "", clause.begin
    attribution = spoken or next((other for other in around(reading, clause) if other.clause >= 0), None)
    if attribution:
        subject, begin = spoken_subject(sentence, clause, attribution)
    elif owned := owned_subject(sentence, clause):
        subject, begin = owned, clause.predicate.begin if clause.predicate else begin
    if not subject and clause.subject and _leads_as_event(reading, clause):
        begin = clause.subject[0]
    ranges = [(begin, last)]
    if not subject:
        ranges = with_subject(sentence, clause, ranges)
    label = make_label(sentence, ranges, dates, dropped, subject)
    if label.endswith("…") and clause.subject and ranges[0][0] < clause.subject[0] <= last:
        ranges = [(clause.subject[0], ranges[-1][1])]
        label = make_label(sentence, ranges, dates, dropped)
    if not label.endswith("…"):
        return label
    for end, mark in _earlier_ends(reading, clause, ranges[-1]):
        shorter = make_label(sentence, [*ranges[:-1], (ranges[-1][0], end)], dates, dropped, subject) + mark
        if shorter.count("…") == len(mark) and len(shorter) <= LONGEST:
            return shorter if len(shorter) >= _SHORTEST_CUT else label
    return label


def _leads_as_event(reading: Reading, clause: Clause) -> bool:
    """Whether a participle ahead of the subject is an event, or only names a paper: "In a ruling issued on 3 May,"."""
    if clause.begin or not clause.subject or not clause.reduced:
        return False
    first = clause.reduced[0]
    if not first.end < clause.subject[0]:
        return False
    if names_paper(reading.sentence, first):
        return True
    return first.begin == 0 and any(target.reduced is first for target, _ in reading.targets.values())


def _delays(sentence: Sentence, clause: Clause, dating: Dating) -> bool:
    """Whether a label says the contrary without its date: "The museum did not reopen until 2019"."""
    verb = clause.predicate
    if verb is None or not verb.negated or dating.first <= verb.end:
        return False
    return preposition_of(sentence, dating) in {"until", "till", "before"}


def _told_apart(reading: Reading, index: int) -> list[tuple[int, int]]:
    """The participles between commas in clause ``index`` that are events of their own: ", begun in August,"."""
    found = []
    for target, datings in reading.targets.values():
        reduced, subject = target.reduced, reading.clauses[index].subject
        within = reduced and subject and subject[0] <= reduced.begin <= subject[1]
        if reduced and (target.clause == index or within):
            inserted = _inserted(reading.sentence, reduced.begin, datings[-1].last)
            found += [inserted] if inserted else []
    return found


def _inserted(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The tokens of a participle and its date with the commas around them; one stays where it closes a name."""
    while first > 1 and sentence.kinds[first - 1] & ADVERB:
        first -= 1
    last = _end_of_phrase(sentence, last)
    if not sentence.kind(last + 1) & COMMA or (first and not sentence.kinds[first - 1] & COMMA):
        return None
    named = any(kind & COMMA for kind in sentence.kinds[: max(first - 1, 0)])
    return first - (not named and first > 0), last + 1


def _end_of_phrase(sentence: Sentence, last: int) -> int:
    """The last token of what goes on behind the date of a participle: "sworn in on Friday for three years,"."""
    if not sentence.kind(last + 1) & PREPOSITION:
        return last
    end = last + 1
    while end < len(sentence) and not sentence.kinds[end] & (MARK | VERBAL | COORDINATOR):
        end += 1
    return end - 1 if sentence.kind(end) & COMMA else last


def _earlier_ends(reading: Reading, clause: Clause, tokens: tuple[int, int]) -> Iterator[tuple[int, str]]:
    """Where a label that is too long may end: before a later clause or a participle, the last first.

    With each token the mark that stands for what is missing: an ellipsis in front of a relative without a comma, which
    belongs to its noun, nothing elsewhere.
    """
    sentence = reading.sentence
    begins = {other.begin: other for other in reading.clauses if other.begin > clause.begin}
    lowest = max(tokens[0], clause.predicate.end if clause.predicate else 0)
    for at in range(tokens[1], lowest, -1):
        comma = sentence.kind(at - 1) & COMMA
        if at in begins and sentence.words[at] != "what" and not sentence.kinds[at - 1] & GERUND:
            whole = comma or sentence.kinds[at] & COORDINATOR or not _is_relative(reading, begins[at])
            yield at - 1, "" if whole else "…"
        elif comma and sentence.kinds[at] & GERUND:
            yield at - 1, ""


def _is_relative(reading: Reading, clause: Clause) -> bool:
    return clause.opener >= 0 and bool(reading.sentence.kinds[clause.opener] & RELATIVE)


def make_draft(
    reading: Reading, tokens: tuple[int, int], label: str, factuality: Factuality, dating: Dating | None
) -> Draft:
    """The draft of the passage from the first to the last of ``tokens``, with the figures and sources in it."""
    sentence = reading.sentence
    first, last = tokens
    begin, end = sentence.begins[first], sentence.ends[min(last, len(sentence) - 1)]
    spans = [(timex.begin - begin, timex.end - begin) for timex in sentence.timexes.values()]
    figures = find_figures(sentence.text[begin:end], spans)
    sources = _sources(reading, first, last)
    if factuality is Factuality.REPORTED and sources and _vouched(reading, first, last):
        factuality = Factuality.ATTRIBUTED
    return Draft(begin, end, label, factuality, dating, sources, figures)


def _sources(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    """Everyone who vouches for something in tokens first to last."""
    names: list[str] = []
    for attribution in reading.attributions:
        if attribution.scope[0] <= last and first <= attribution.scope[1]:
            names += [name for name in attribution.sources if name not in names]
    return tuple(names)


def _vouched(reading: Reading, first: int, last: int) -> bool:
    return any(other.of_things and first <= other.last <= last for other in reading.attributions)
