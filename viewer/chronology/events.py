"""The events of one sentence: each date with the clause that it dates, and undated reports that matter.

No parser and no model: a date goes to the clause it stands in, to the event noun right in front of it, or to the
participle behind its noun; a date of saying goes to what is said, unless that has a date of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from viewer.chronology import events_words as vocabulary
from viewer.chronology.attribution import Attribution, find_attributions
from viewer.chronology.clauses import Clause, has_own_subject, is_subordinate, noun_phrase_before, split_clauses
from viewer.chronology.events_dates import Dating, Target, as_given, find_datings, find_target, merge_same_target
from viewer.chronology.events_tokens import (
    COORDINATOR,
    GERUND,
    MARK,
    PARTICIPLE,
    PREPOSITION,
    RELATIVE,
    TEMPORAL,
    TIMEX,
    Sentence,
    read_sentence,
)
from viewer.chronology.events_words import word_set
from viewer.chronology.factuality import clause_factuality
from viewer.chronology.figures import find_figures
from viewer.chronology.labels import make_label, spoken_subject
from viewer.model import Factuality, Timex

if TYPE_CHECKING:
    from collections.abc import Sequence


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


@dataclass(slots=True)
class Speaker:
    """Who spoke last in the text, so that "he said" has a name."""

    sources: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reading:
    """A sentence taken apart."""

    sentence: Sentence
    clauses: list[Clause]
    attributions: list[Attribution]
    datings: list[Dating]
    targets: dict[tuple[int, int, int], tuple[Target, list[Dating]]] = field(default_factory=dict)

    def spoken(self, index: int) -> Attribution | None:
        """The attribution whose speaking clause has this index."""
        return next((attribution for attribution in self.attributions if attribution.clause == index), None)

    def dated(self, index: int) -> bool:
        """Whether any date belongs to this clause or into it."""
        return any(target.clause == index for target, _ in self.targets.values())


def find_events(
    text: str, begin: int, end: int, timexes: Sequence[Timex], speaker: Speaker, *, needs_verb: bool = False
) -> list[Draft]:
    """The events of the sentence ``begin`` to ``end`` of ``text``, in text order.

    ``timexes`` lie in the sentence, with offsets of ``text``. ``speaker`` is who spoke last; it is brought up to date.
    With ``needs_verb`` a sentence without a verb gives none (footnotes, which cite).
    """
    sentence = read_sentence(text, begin, end, timexes)
    if not len(sentence):
        return []
    clauses = split_clauses(sentence)
    if needs_verb and clauses[0].predicate is None:
        return []
    attributions = find_attributions(sentence, clauses)
    _name_speakers(attributions, speaker)
    reading = _Reading(sentence, clauses, attributions, find_datings(sentence))
    _find_targets(reading)
    drafts = _dated_events(reading)
    drafts += _undated_events(reading)
    drafts.sort(key=lambda draft: draft.begin)
    if len(drafts) == 1:
        drafts[0].begin, drafts[0].end = begin, end
    return drafts


def _name_speakers(attributions: list[Attribution], speaker: Speaker) -> None:
    for attribution in attributions:
        if attribution.pronoun:
            attribution.sources = speaker.sources
        elif attribution.sources:
            speaker.sources = attribution.sources


def _find_targets(reading: _Reading) -> None:
    for dating in reading.datings:
        target = _target_of_insertion(reading, dating) or find_target(reading.sentence, reading.clauses, dating)
        if target:
            reading.targets.setdefault(target.key, (target, []))[1].append(dating)


def _target_of_insertion(reading: _Reading, dating: Dating) -> Target | None:
    """For a date inside "according to a report on Friday": the clause that the report vouches for."""
    for attribution in reading.attributions:
        if attribution.verb == "according" and attribution.first <= dating.first <= attribution.last:
            content = _content_clauses(reading, attribution)
            if content and not any(reading.dated(index) for index in content):
                return Target(next((index for index in content if not _is_aside(reading, index)), content[0]))
    return None


def _dated_events(reading: _Reading) -> list[Draft]:
    drafts: list[Draft] = []
    for target, datings in reading.targets.values():
        if target.noun >= 0:
            drafts += [_noun_event(reading, target, dating) for dating in datings]
            continue
        if target.reduced:
            found = [_reduced_event(reading, target, dating) for dating in datings]
        else:
            found = _clause_events(reading, target.clause, merge_same_target(reading.sentence, datings))
        drafts += [draft for draft in found if _tells_something(draft.label)]
    return drafts


def _tells_something(label: str) -> bool:
    """Whether a label has two words besides a form of "to be": "2 November was a Friday" tells of no event."""
    words = [word for word in label.lower().split() if word not in vocabulary.BE and word not in _EMPTY]
    return len(words) > 1


def _clause_events(reading: _Reading, index: int, datings: list[Dating]) -> list[Draft]:
    spoken = reading.spoken(index)
    if spoken:
        return _spoken_events(reading, spoken, datings)
    if len(datings) > 1:
        return [_one_of_several(reading, index, datings, number) for number in range(len(datings))]
    drafts = [_clause_event(reading, index, datings[0])]
    following = _sharing_the_date(reading, index, datings[0])
    if following is not None:
        drafts.append(_clause_event(reading, following, datings[0]))
    when = _clause_of_when(reading, datings[0])
    if when is None:
        return drafts
    return [*(drafts if datings[0].interval.first else []), _clause_event(reading, when, as_given(datings[0]))]


def _clause_of_when(reading: _Reading, dating: Dating) -> int | None:
    """The clause that tells what happened then: "in 1988, when a bridge fell", "until 1787, when it was found"."""
    for index, clause in enumerate(reading.clauses):
        if clause.opener >= 0 and reading.sentence.words[clause.opener] == "when" and not reading.dated(index):
            behind = clause.opener - 1
            if reading.sentence.kinds[behind] & MARK and behind - 1 == dating.last:
                return index
    return None


def _spoken_events(reading: _Reading, spoken: Attribution, datings: list[Dating]) -> list[Draft]:
    """The date of saying dates what is said; where that has dates of its own, only a strong verb makes an event."""
    content = _content_clauses(reading, spoken)
    dated = [index for index in content if _has_date_of_its_own(reading, index)]
    if dated and spoken.verb not in vocabulary.STRONG_SPEECH:
        return []
    if dated or not content:
        return [_clause_event(reading, spoken.clause, dating) for dating in datings]
    main = next((index for index in content if not _is_aside(reading, index)), content[0])
    told = [main, *(index for index in content if index > main and _is_second_content(reading, index))]
    return [_clause_event(reading, index, dating, spoken) for dating in datings for index in told]


def _has_date_of_its_own(reading: _Reading, index: int) -> bool:
    """Whether a date tells when the clause happened, and not only what it came before."""
    return any(
        dating.interval.first is not None
        for target, datings in reading.targets.values()
        if target.clause == index
        for dating in datings
    )


def _content_clauses(reading: _Reading, spoken: Attribution) -> list[int]:
    return [
        index
        for index, clause in enumerate(reading.clauses)
        if clause.predicate and spoken.covers(clause.predicate.head) and index != spoken.clause
    ]


def _is_second_content(reading: _Reading, index: int) -> bool:
    """Whether a clause is told besides the first: "said that A, and that B"."""
    opener = reading.clauses[index].opener
    words = reading.sentence.words
    return opener > 0 and words[opener] == "that" and words[opener - 1] == "and"


def _is_aside(reading: _Reading, index: int) -> bool:
    """Whether a clause only tells when, why or which, so that what is said is another."""
    clause = reading.clauses[index]
    word = reading.sentence.word(clause.opener) if clause.opener >= 0 else ""
    return is_subordinate(reading.sentence, clause) and word not in {"that", "whether"}


def _sharing_the_date(reading: _Reading, index: int, dating: Dating) -> int | None:
    """The next clause, if a leading date holds for it too: "On 3 November A took X and B took Y"."""
    clause = reading.clauses[index]
    following = index + 1
    if following >= len(reading.clauses) or not clause.predicate or dating.first > clause.predicate.begin:
        return None
    other = reading.clauses[following]
    joined = other.opener >= 0 and reading.sentence.words[other.opener] == "and"
    if not joined or not has_own_subject(other) or reading.dated(following) or reading.spoken(following):
        return None
    assert other.predicate
    return following if other.predicate.bare == clause.predicate.bare else None


def _last_clause_of(reading: _Reading, index: int) -> int:
    """The clause where an event ends: later verbs of the same subject without a date of their own belong to it."""
    last = index
    first = reading.clauses[index]
    within_relative = first.opener >= 0 and bool(reading.sentence.kinds[first.opener] & RELATIVE)
    for following in range(index + 1, len(reading.clauses)):
        clause = reading.clauses[following]
        coordinated = clause.opener >= 0 and reading.sentence.kinds[clause.opener] & COORDINATOR
        coordinated = coordinated or (clause.opener < 0 and not within_relative)
        if not clause.shares_subject or not coordinated or reading.dated(following) or reading.spoken(following):
            break
        if _around(reading, clause) != _around(reading, first):
            break
        if is_subordinate(reading.sentence, reading.clauses[following - 1]) and following - 1 != index:
            break
        last = following
    return last


def _label_end(reading: _Reading, last: int) -> int:
    """The last token of a label that ends with clause ``last``: a relative without a comma belongs to its noun."""
    end = reading.clauses[last].end
    for index in range(last + 1, len(reading.clauses)):
        clause = reading.clauses[index]
        relative = clause.opener >= 0 and reading.sentence.kinds[clause.opener] & RELATIVE
        if not relative or reading.sentence.kind(clause.begin - 1) & MARK or reading.dated(index):
            break
        end = clause.end
    return end


def _clause_event(reading: _Reading, index: int, dating: Dating, spoken: Attribution | None = None) -> Draft:
    clause = reading.clauses[index]
    last = _label_end(reading, _last_clause_of(reading, index))
    at = clause.predicate.head if spoken and clause.predicate else dating.first
    inside = [other for other in _around(reading, clause) if other is spoken or _is_next_to(other, clause, last)]
    factuality = clause_factuality(reading.sentence, reading.clauses, clause, reading.attributions, at)
    first_token = min([clause.begin, *(other.first for other in inside if other.clause >= 0)])
    last_token = max([last, dating.last, *(other.last for other in inside if other.clause >= 0)])
    if clause.prefix:
        first_token = min(first_token, clause.prefix[0])
    return _draft(
        reading, (first_token, last_token), _clause_label(reading, index, last, [dating], spoken), factuality, dating
    )


def _is_next_to(attribution: Attribution, clause: Clause, last: int) -> bool:
    """Whether an attribution stands beside the clause, so that the passage can include it."""
    if attribution.last < clause.begin:
        return clause.begin - attribution.last <= _NEAR
    return attribution.first - last <= _NEAR


def _around(reading: _Reading, clause: Clause) -> list[Attribution]:
    if clause.predicate is None:
        return []
    return [attribution for attribution in reading.attributions if attribution.covers(clause.predicate.head)]


def _clause_label(
    reading: _Reading, index: int, last: int, datings: Sequence[Dating], spoken: Attribution | None = None
) -> str:
    sentence, clause = reading.sentence, reading.clauses[index]
    dates = [token for dating in datings for token in dating.tokens]
    dropped = [(other.first, other.last) for other in reading.attributions if not other.of_things]
    if reading.spoken(index):
        dropped = []
    subject, begin = "", clause.begin
    attribution = spoken or next((other for other in _around(reading, clause) if other.clause >= 0), None)
    if attribution:
        subject, begin = spoken_subject(sentence, clause, attribution)
    ranges = [(begin, last)]
    if not subject:
        ranges = _with_subject(sentence, clause, ranges)
    return make_label(sentence, ranges, dates, dropped, subject)


def _with_subject(sentence: Sentence, clause: Clause, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges with the subject put in front where it stands in another clause.

    The relative itself is left out behind a short antecedent ("the troops[, who] arrived"), kept behind a long one.
    """
    if not clause.subject or not clause.predicate:
        return ranges
    first, last = clause.subject
    if clause.opener >= 0 and sentence.kinds[clause.opener] & RELATIVE and clause.begin <= first == clause.opener + 1:
        phrase = noun_phrase_before(sentence, clause.opener)
        return (
            [(phrase, ranges[-1][1])] if phrase < clause.opener and sentence.words[clause.opener] != "what" else ranges
        )
    if last < clause.begin:
        if clause.opener >= 0 and sentence.kinds[clause.opener] & RELATIVE and _is_long(sentence, first, last):
            return [(first, ranges[-1][1])]
        return [clause.subject, (max(clause.predicate.begin, clause.begin), ranges[-1][1])]
    return ranges


def _is_long(sentence: Sentence, first: int, last: int) -> bool:
    return any(kind & (MARK | PREPOSITION) for kind in sentence.kinds[first : last + 1])


def _one_of_several(reading: _Reading, index: int, datings: list[Dating], number: int) -> Draft:
    """One of the dates of a clause: "lost Mosul in July, Raqqa in October and Rawa in November"."""
    clause, dating = reading.clauses[index], datings[number]
    begin, end = _piece_of(reading, clause, datings, number)
    while begin < end and reading.sentence.kinds[begin] & (MARK | COORDINATOR):
        begin += 1
    factuality = clause_factuality(reading.sentence, reading.clauses, clause, reading.attributions, dating.first)
    own = make_label(reading.sentence, [(begin, end)], dating.tokens)
    elliptic = own and _has_object(reading, clause) and not reading.sentence.kinds[begin] & GERUND
    if number and clause.predicate and clause.predicate.end < begin and elliptic:
        head = (clause.subject[0] if clause.subject else clause.begin, clause.predicate.end)
        dates = [token for other in datings for token in other.tokens]
        label = make_label(reading.sentence, [head, (begin, end)], dates)
    elif number and own and reading.sentence.kinds[begin] & GERUND:
        label = own
    else:
        label = _clause_label(reading, index, end if own and number == 0 else clause.end, datings)
    return _draft(reading, (min(begin, dating.first), max(end, dating.last)), label, factuality, dating)


def _piece_of(reading: _Reading, clause: Clause, datings: list[Dating], number: int) -> tuple[int, int]:
    """The tokens of a clause that belong to one of its dates: those before it, or behind it where dates come first."""
    first = datings[0]
    kinds = reading.sentence.kinds
    leads = first.last < clause.end and not kinds[first.last + 1] & (MARK | COORDINATOR | PREPOSITION)
    if leads and clause.predicate and clause.predicate.end < first.first:
        end = clause.end
        if number + 1 < len(datings):
            end = datings[number + 1].first - 1
            while end > datings[number].last and kinds[end] & (MARK | COORDINATOR | PREPOSITION):
                end -= 1
        return (clause.begin if number == 0 else datings[number].first), end
    begin = clause.begin if number == 0 else datings[number - 1].last + 1
    return begin, (datings[number].last if number + 1 < len(datings) else clause.end)


def _has_object(reading: _Reading, clause: Clause) -> bool:
    """Whether the verb of a clause has an object right behind it, which later dates may replace by their own."""
    if clause.predicate is None:
        return False
    after = reading.sentence.kind(clause.predicate.end + 1)
    inverted = clause.opener >= 0 and reading.sentence.kinds[clause.opener] & TEMPORAL
    return not inverted and not after & (PREPOSITION | TEMPORAL | MARK | TIMEX)


def _noun_event(reading: _Reading, target: Target, dating: Dating) -> Draft:
    label = make_label(reading.sentence, [(target.noun, target.noun_end)], dating.tokens)
    clause = reading.clauses[target.clause]
    factuality = Factuality.REPORTED
    if clause.predicate and clause.predicate.begin > dating.last and not is_subordinate(reading.sentence, clause):
        covered = any(other.covers(dating.first) for other in reading.attributions)
        factuality = Factuality.ATTRIBUTED if covered else factuality
    return _draft(reading, (target.noun, dating.last), label, factuality, dating)


def _reduced_event(reading: _Reading, target: Target, dating: Dating) -> Draft:
    assert target.reduced
    clause = reading.clauses[target.clause]
    first = max(noun_phrase_before(reading.sentence, target.reduced.begin), clause.begin)
    if first == target.reduced.begin:
        first = clause.begin
    last = clause.predicate.begin - 1 if clause.predicate and clause.predicate.begin > dating.last else clause.end
    covered = any(other.covers(target.reduced.head) for other in reading.attributions)
    factuality = Factuality.ATTRIBUTED if covered else Factuality.REPORTED
    if target.reduced.infinitive >= 0 or target.reduced.word in vocabulary.MERE_INTENTIONS:
        factuality = Factuality.PLANNED
    dropped = [(other.first, other.last) for other in reading.attributions if other.first > first]
    label = make_label(reading.sentence, [(first, last)], dating.tokens, dropped)
    return _draft(reading, (first, last), label, factuality, dating)


def _undated_events(reading: _Reading) -> list[Draft]:
    drafts = []
    told = -1
    for index, clause in enumerate(reading.clauses):
        if index <= told or clause.predicate is None or reading.dated(index) or reading.spoken(index):
            continue
        draft = None if _is_taken(reading, index) else _undated_event(reading, index)
        if draft:
            drafts.append(draft)
            told = _last_clause_of(reading, index)
    return drafts


def _is_taken(reading: _Reading, index: int) -> bool:
    """Whether a clause already belongs to a dated event: as what is said on a date, or as a later verb of it."""
    clause = reading.clauses[index]
    assert clause.predicate
    for other in reading.attributions:
        if other.clause >= 0 and other.covers(clause.predicate.head) and reading.dated(other.clause):
            return True
    for dated in range(index):
        if reading.dated(dated) and _last_clause_of(reading, dated) >= index:
            return True
    return any(
        index in (_sharing_the_date(reading, target.clause, datings[0]), _clause_of_when(reading, datings[0]))
        for target, datings in reading.targets.values()
    )


def _undated_event(reading: _Reading, index: int) -> Draft | None:
    sentence, clause = reading.sentence, reading.clauses[index]
    last = _label_end(reading, _last_clause_of(reading, index))
    if not _matters(reading, index, clause, last):
        return None
    assert clause.predicate
    head = clause.predicate.head
    factuality = clause_factuality(sentence, reading.clauses, clause, reading.attributions, head)
    if factuality in {Factuality.NEGATED, Factuality.CONDITIONAL}:
        return None
    inside = [other for other in _around(reading, clause) if _is_next_to(other, clause, last)]
    first_token = min([clause.begin, *(other.first for other in inside)])
    last_token = max([last, *(other.last for other in inside)])
    if clause.prefix:
        first_token = min(first_token, clause.prefix[0])
    draft = _draft(reading, (first_token, last_token), _clause_label(reading, index, last, ()), factuality, None)
    draft.precedes = index > 0 and clause.opener >= 0 and sentence.words[clause.opener] in {"after", "since"}
    return draft if draft.label else None


def _matters(reading: _Reading, index: int, clause: Clause, last: int) -> bool:
    """Whether an undated clause reports a deed, or a figure that somebody vouches for."""
    sentence, predicate = reading.sentence, clause.predicate
    assert predicate
    opener = sentence.kind(clause.opener) if clause.opener >= 0 else 0
    word = sentence.word(clause.opener) if opener else ""
    if word in {"as", "until", "till", "than"} or (word in {"when", "while"} and reading.dated(max(0, index - 1))):
        return False
    if word in {"where", "since"}:
        return False
    if opener & RELATIVE and (word != "that" or not _around(reading, clause)):
        return False
    if not opener & (RELATIVE | TEMPORAL | COORDINATOR) and opener and sentence.word(clause.opener) in {"if", "unless"}:
        return False
    text = sentence.span(clause.begin, last)
    attributed = any(other.covers(predicate.end) or other.of_things for other in _around_or_inside(reading, clause))
    if attributed and find_figures(text):
        return True
    if sentence.kinds[predicate.head] & PARTICIPLE and predicate.bare:
        return False
    if predicate.passive and predicate.auxiliary in {"is", "are"}:
        return False
    word = predicate.word
    needs_figure = word in vocabulary.DEEDS_WITH_FIGURES
    if word in vocabulary.DEEDS and not predicate.modal and (not needs_figure or find_figures(text)):
        return True
    return bool(_DEED_GERUNDS.intersection(sentence.words[predicate.end : last + 1])) and not predicate.modal


_NEAR = 2
_EMPTY = word_set("a an the that this there which")
_DEED_GERUNDS = word_set("sending deploying killing wounding injuring capturing seizing")


def _around_or_inside(reading: _Reading, clause: Clause) -> list[Attribution]:
    return [
        other
        for other in reading.attributions
        if (clause.predicate and other.covers(clause.predicate.head))
        or (other.of_things and clause.begin <= other.last <= clause.end)
    ]


def _draft(
    reading: _Reading, tokens: tuple[int, int], label: str, factuality: Factuality, dating: Dating | None
) -> Draft:
    sentence = reading.sentence
    first, last = tokens
    begin, end = sentence.begins[first], sentence.ends[min(last, len(sentence) - 1)]
    spans = [(timex.begin - begin, timex.end - begin) for timex in sentence.timexes.values()]
    figures = find_figures(sentence.text[begin:end], spans)
    sources = _sources(reading, first, last)
    if factuality is Factuality.REPORTED and sources and _vouched(reading, first, last):
        factuality = Factuality.ATTRIBUTED
    return Draft(begin, end, label, factuality, dating, sources, figures)


def _sources(reading: _Reading, first: int, last: int) -> tuple[str, ...]:
    """Everyone who vouches for something in tokens first to last."""
    names: list[str] = []
    for attribution in reading.attributions:
        if attribution.scope[0] <= last and first <= attribution.scope[1]:
            names += [name for name in attribution.sources if name not in names]
    return tuple(names)


def _vouched(reading: _Reading, first: int, last: int) -> bool:
    return any(other.of_things and first <= other.last <= last for other in reading.attributions)
