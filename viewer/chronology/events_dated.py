"""The dated events of a sentence: each date with the clause, the noun or the participle that it dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology import events_words as vocabulary
from viewer.chronology.clauses import Clause, is_subordinate
from viewer.chronology.events_dates import Dating, as_given, merge_same_target
from viewer.chronology.events_drafts import Draft, clause_event, clause_label, make_draft
from viewer.chronology.events_predicates import is_base_form
from viewer.chronology.events_reading import (
    Reading,
    clause_of_when,
    content_clauses,
    has_date_of_its_own,
    is_aside,
    sharing_the_date,
)
from viewer.chronology.events_reduced import reduced_event
from viewer.chronology.events_targets import Target, find_target
from viewer.chronology.events_tokens import (
    ADVERB,
    CAPITAL,
    COMMA,
    COORDINATOR,
    GERUND,
    INFINITIVE,
    MARK,
    PREPOSITION,
    TEMPORAL,
    TIMEX,
)
from viewer.chronology.events_words import word_set
from viewer.chronology.factuality import clause_factuality
from viewer.chronology.labels import make_label
from viewer.model import Factuality

if TYPE_CHECKING:
    from viewer.chronology.attribution import Attribution
    from viewer.chronology.events_predicates import Predicate

_LONGEST_HEAD = 60
_EMPTY = word_set("a an the that this there which")
_OF_TIME_ALONE = word_set("it where when day morning noon afternoon evening night midnight")


def find_targets(reading: Reading) -> None:
    """Fills ``reading.targets``: what each dating of the sentence belongs to."""
    for dating in reading.datings:
        target = _target_of_insertion(reading, dating)
        if target is None and not _is_of_source(reading, dating):
            target = find_target(reading.sentence, reading.clauses, dating)
        if target:
            reading.targets.setdefault(target.key, (target, []))[1].append(dating)


def _is_of_source(reading: Reading, dating: Dating) -> bool:
    """Whether a date only tells when a source spoke, and what it said has a date of its own."""
    return any(
        other.verb == "according" and other.first <= dating.first <= other.last and other.clause < 0
        for other in reading.attributions
    )


def _target_of_insertion(reading: Reading, dating: Dating) -> Target | None:
    """For a date inside "according to a report on Friday": the clause that the report vouches for."""
    for attribution in reading.attributions:
        if attribution.verb == "according" and attribution.first <= dating.first <= attribution.last:
            content = content_clauses(reading, attribution)
            if content and not any(reading.dated(index) for index in content):
                return Target(next((index for index in content if not is_aside(reading, index)), content[0]))
    return None


def dated_events(reading: Reading) -> list[Draft]:
    """The events of a sentence that have a date; ``reading.targets`` is filled."""
    drafts: list[Draft] = []
    for target, datings in reading.targets.values():
        if target.noun >= 0:
            drafts += [_noun_event(reading, target, dating) for dating in datings]
            continue
        if target.reduced:
            found = [reduced_event(reading, target, dating) for dating in datings]
        else:
            found = _clause_events(reading, target.clause, merge_same_target(reading.sentence, datings))
        drafts += [draft for draft in found if _tells_something(draft.label)]
    return drafts


def _tells_something(label: str) -> bool:
    """Whether a label has two words besides "to be": not so "2 November was a Friday" and "it was evening"."""
    said = [word.lower() for word in label.split() if len(word) == 1 or not word.isupper()]  # IS is no verb
    names = len(label.split()) - len(said)
    words = [word for word in said if word not in vocabulary.BE and word not in _EMPTY]
    only_time = not names and not vocabulary.BE.isdisjoint(said) and _OF_TIME_ALONE.issuperset(words)
    return names + len(words) > 1 and not only_time


def _clause_events(reading: Reading, index: int, datings: list[Dating]) -> list[Draft]:
    spoken = reading.spoken(index)
    if spoken:
        return _spoken_events(reading, spoken, datings)
    if len(datings) > 1:
        return [_one_of_several(reading, index, datings, number) for number in range(len(datings))]
    drafts = [clause_event(reading, index, datings[0])]
    following = sharing_the_date(reading, index, datings[0])
    if following is not None:
        drafts.append(clause_event(reading, following, datings[0]))
    when = clause_of_when(reading, datings[0])
    if when is None:
        return drafts
    return [*(drafts if datings[0].interval.first else []), clause_event(reading, when, as_given(datings[0]))]


def _spoken_events(reading: Reading, spoken: Attribution, datings: list[Dating]) -> list[Draft]:
    """The date of saying dates what is said; where that has dates of its own, only a strong verb makes an event."""
    content = content_clauses(reading, spoken)
    main = next((index for index in content if not is_aside(reading, index)), content[0] if content else -1)
    dated = main >= 0 and has_date_of_its_own(reading, main)
    if dated and spoken.verb not in vocabulary.STRONG_SPEECH:
        return []
    if dated or main < 0:
        return [clause_event(reading, spoken.clause, dating) for dating in datings]
    told = [main, *(index for index in content if index > main and _is_second_content(reading, index))]
    return [clause_event(reading, index, dating, spoken) for dating in datings for index in told]


def _is_second_content(reading: Reading, index: int) -> bool:
    """Whether a clause is told besides the first: "said that A, and that B"."""
    opener = reading.clauses[index].opener
    words = reading.sentence.words
    return opener > 0 and words[opener] == "that" and words[opener - 1] == "and"


def _one_of_several(reading: Reading, index: int, datings: list[Dating], number: int) -> Draft:
    """One of the dates of a clause: "lost Mosul in July, Raqqa in October and Rawa in November"."""
    clause, dating = reading.clauses[index], datings[number]
    begin, end = _piece_of(reading, clause, datings, number)
    while begin < end and reading.sentence.kinds[begin] & (MARK | COORDINATOR):
        begin += 1
    factuality = clause_factuality(reading.sentence, reading.clauses, clause, reading.attributions, dating.first)
    own = make_label(reading.sentence, [(begin, end)], dating.tokens)
    elliptic = own and _has_object(reading, clause) and not reading.sentence.kinds[begin] & GERUND
    colon = _colon(reading, clause, datings[0])
    if number and clause.predicate and clause.predicate.end < begin and (elliptic or colon):
        first = clause.subject[0] if clause.subject else clause.begin
        short = colon and len(reading.sentence.span(first, colon)) <= _LONGEST_HEAD
        aims = reading.sentence.kinds[begin] & INFINITIVE  # "helped to hold A in 2014, to take B in 2015"
        verb = clause.predicate.end if aims else _verb_end(reading, clause.predicate)
        head = (first, colon if colon and short else verb)
        dates = [token for other in datings for token in other.tokens]
        label = make_label(reading.sentence, [head, (begin, end)], dates)
    elif number and own and reading.sentence.kinds[begin] & GERUND:
        label = own
    elif number and own and clause.predicate and _is_another_subject(reading, clause, datings[0], begin):
        name_end = next((at - 1 for at in range(begin, end) if reading.sentence.kinds[at] & COMMA), end)
        ranges = [(begin, name_end), (clause.predicate.begin, datings[0].first - 1)]
        label = make_label(reading.sentence, ranges, [token for other in datings for token in other.tokens])
    else:
        label = clause_label(reading, index, end if own and number == 0 else clause.end, datings)
    return make_draft(reading, (min(begin, dating.first), max(end, dating.last)), label, factuality, dating)


def _is_another_subject(reading: Reading, clause: Clause, first: Dating, begin: int) -> bool:
    """Whether a name takes the place of a subject: "Ramadi came back in 2015, Rutba in May, Falluja in June"."""
    assert clause.predicate
    behind = reading.sentence.kind(clause.predicate.end + 1)
    kinds = reading.sentence.kinds[clause.predicate.end + 1 : first.first]
    named = any(kind & CAPITAL for kind in kinds)  # "moved to Rome in 2010, Milan in 2012"
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
        return begin, clause.end
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


def _noun_event(reading: Reading, target: Target, dating: Dating) -> Draft:
    label = make_label(reading.sentence, [(target.noun, target.noun_end)], dating.tokens)
    clause = reading.clauses[target.clause]
    factuality = Factuality.REPORTED
    if clause.opener >= 0 and reading.sentence.words[clause.opener] in {"if", "unless"}:
        factuality = Factuality.CONDITIONAL
    elif clause.predicate and clause.predicate.begin > dating.last and not is_subordinate(reading.sentence, clause):
        covered = any(other.covers(dating.first) for other in reading.attributions)
        factuality = Factuality.ATTRIBUTED if covered else factuality
    return make_draft(reading, (target.noun, dating.last), label, factuality, dating)
