"""The dated events of a sentence: each date with the clause, the noun or the participle that it dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology import events_words as vocabulary
from viewer.chronology.clauses import is_subordinate
from viewer.chronology.events_dates import Dating, as_given, merge_same_target
from viewer.chronology.events_drafts import Draft, clause_event, make_draft
from viewer.chronology.events_gerunds import gerund_label
from viewer.chronology.events_reading import (
    Reading,
    clause_of_when,
    content_clauses,
    has_date_of_its_own,
    is_aside,
    label_end,
    sharing_the_date,
)
from viewer.chronology.events_reduced import reduced_event
from viewer.chronology.events_several import one_of_several
from viewer.chronology.events_targets import Target, find_target
from viewer.chronology.events_tokens import COORDINATOR, GERUND, MARK, PREPOSITION, Sentence
from viewer.chronology.events_words import word_set
from viewer.chronology.factuality import clause_factuality
from viewer.chronology.labels import make_label
from viewer.chronology.vocabulary import MONTHS
from viewer.model import Factuality

if TYPE_CHECKING:
    from viewer.chronology.attribution import Attribution

_EMPTY = word_set("a an the that this there which")
_REFERRING = word_set("it he she they we that this what who has have had to do does did done so will would could may")
_OF_TIME_ALONE = word_set("it where when day morning noon afternoon evening night midnight")
_PAIR = 2  # dates: "in January" and "until 2020"


def find_targets(reading: Reading) -> None:
    """Fills ``reading.targets``: what each dating of the sentence belongs to."""
    for dating in reading.datings:
        target = _target_of_insertion(reading, dating)
        if target is None and not _is_of_source(reading, dating):
            target = find_target(reading.sentence, reading.clauses, dating)
        when = None if target else clause_of_when(reading, dating)
        if when is not None:  # "the worst since 1986, when a forest burned"
            target, dating = Target(when), as_given(dating)
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
            told = [_noun_event(reading, target, dating) for dating in datings]
            drafts += [draft for draft in told if draft.label]
            continue
        if target.reduced:
            listed = _row_of_dates(reading.sentence, datings)
            found = [reduced_event(reading, target, dating, listed) for dating in datings]
        else:
            found = _clause_events(
                reading, target.clause, _own(reading.sentence, merge_same_target(reading.sentence, datings))
            )
        drafts += [draft for draft in found if _tells_something(draft.label)]
    return drafts


def _row_of_dates(sentence: Sentence, datings: list[Dating]) -> tuple[int, ...]:
    """The tokens of several dates with only an "and" or comma between them: "drilled in 2016 and 2017"."""
    if len(datings) < _PAIR:
        return ()
    first, last = datings[0].first, datings[-1].last
    dates = {token for dating in datings for token in dating.tokens}
    joined = all(
        at in dates or sentence.kinds[at] & (COORDINATOR | MARK | PREPOSITION) for at in range(first, last + 1)
    )
    return tuple(range(first, last + 1)) if joined else ()


def _own(sentence: Sentence, datings: list[Dating]) -> list[Dating]:
    """Without an "until" beside a date that tells when it happened: "In January it extended the deal until 2020"."""
    if len(datings) != _PAIR or datings[0].interval.first is None or datings[1].interval.first:
        return datings
    between = sentence.kinds[datings[0].last + 1 : datings[1].first]
    return datings if any(kind & (MARK | COORDINATOR) for kind in between) else datings[:1]


def _tells_something(label: str) -> bool:
    """Whether a label has two words besides "to be": not so "2 November was a Friday" and "it was evening"."""
    said = [word.lower() for word in label.split() if len(word) == 1 or not word.isupper()]  # IS is no verb
    names = len(label.split()) - len(said)
    words = [word for word in said if word not in vocabulary.BE and word not in _EMPTY]
    only_time = not names and not vocabulary.BE.isdisjoint(said) and _OF_TIME_ALONE.issuperset(words)
    only_refers = not names and _REFERRING.issuperset(_dateless(words))  # "It has until 5 May to do so"
    return names + len(words) > 1 and not only_time and not only_refers


def _dateless(words: list[str]) -> list[str]:
    return [word for word in words if word != "until" and not word.isdigit() and word not in MONTHS]


def _clause_events(reading: Reading, index: int, datings: list[Dating]) -> list[Draft]:
    spoken = reading.spoken(index)
    if spoken:
        return _spoken_events(reading, spoken, datings)
    if len(datings) > 1:
        whens = [(clause_of_when(reading, dating), dating) for dating in datings]
        told = [clause_event(reading, when, as_given(dating)) for when, dating in whens if when is not None]
        return [one_of_several(reading, index, datings, number) for number in range(len(datings))] + told
    drafts = [clause_event(reading, index, datings[0], told=_end_of_revelation(reading, index))]
    following = sharing_the_date(reading, index, datings[0])
    if following is not None:
        drafts.append(clause_event(reading, following, datings[0]))
    when = clause_of_when(reading, datings[0])
    if when is None:
        return drafts
    return [*(drafts if datings[0].interval.first else []), clause_event(reading, when, as_given(datings[0]))]


def _end_of_revelation(reading: Reading, index: int) -> int:
    """The last token of what "it" turned out to be: "in March it emerged that the money had gone"; 0 elsewhere."""
    clause, words = reading.clauses[index], reading.sentence.words
    if not clause.predicate or not clause.subject or index + 1 >= len(reading.clauses):
        return 0
    content = reading.clauses[index + 1]
    it = clause.subject[0] == clause.subject[1] and words[clause.subject[0]] == "it"
    told = it and content.opener == clause.end + 1 and words[content.opener] == "that"
    return label_end(reading, index + 1) if told else 0


def _spoken_events(reading: Reading, spoken: Attribution, datings: list[Dating]) -> list[Draft]:
    """The date of saying dates what is said; where that has dates of its own, only a strong verb makes an event."""
    content = content_clauses(reading, spoken)
    main = next((index for index in content if not is_aside(reading, index)), content[0] if content else -1)
    dated = main >= 0 and has_date_of_its_own(reading, main)
    if dated and spoken.verb not in vocabulary.STRONG_SPEECH:
        return []
    if dated and main < spoken.clause:
        return [_said_last(reading, main, spoken, dating) for dating in datings]
    if dated or main < 0:
        end = label_end(reading, main) if main > spoken.clause else 0
        return [clause_event(reading, spoken.clause, dating, told=end) for dating in datings]
    told = [main, *(index for index in content if index > main and _is_second_content(reading, index, spoken))]
    return [clause_event(reading, index, dating, spoken) for dating in datings for index in told]


def _said_last(reading: Reading, main: int, spoken: Attribution, dating: Dating) -> Draft:
    """The act of saying what has a date of its own and stands ahead: "It will open in May, they said on Monday"."""
    draft = clause_event(reading, spoken.clause, dating)
    tokens = (reading.clauses[main].begin, reading.clauses[spoken.clause].end)
    draft.label = make_label(reading.sentence, [tokens], dating.tokens)
    return draft


def _is_second_content(reading: Reading, index: int, spoken: Attribution) -> bool:
    """Whether a clause is told besides the first, and by the same verb: "said that A, and that B"."""
    if any(spoken.clause < other.clause < index for other in reading.attributions):
        return False
    opener = reading.clauses[index].opener
    words = reading.sentence.words
    return opener > 0 and words[opener] == "that" and words[opener - 1] == "and"


def _noun_event(reading: Reading, target: Target, dating: Dating) -> Draft:
    clause, tokens = reading.clauses[target.clause], (target.noun, target.noun_end)
    if target.gerund:
        label = gerund_label(reading.sentence, clause, tokens, dating)
        return make_draft(reading, (target.noun, dating.last), label, _of_gerund(reading, target, dating), dating)
    label = make_label(reading.sentence, [tokens], dating.tokens)
    factuality = Factuality.REPORTED
    if clause.opener >= 0 and reading.sentence.words[clause.opener] in {"if", "unless"}:
        factuality = Factuality.CONDITIONAL
    elif target.noun_end == dating.last:
        factuality = Factuality.PLANNED  # "The talks, to be held in May, ..."
    elif clause.predicate and clause.predicate.begin > dating.last and not is_subordinate(reading.sentence, clause):
        covered = any(other.covers(dating.first) for other in reading.attributions)
        factuality = Factuality.ATTRIBUTED if covered else factuality
    return make_draft(reading, (target.noun, dating.last), label, factuality, dating)


def _of_gerund(reading: Reading, target: Target, dating: Dating) -> Factuality:
    """What a gerund tells is planned with its clause ("will go before resting in May"), and said by whom that is."""
    sentence, clause = reading.sentence, reading.clauses[target.clause]
    told = clause_factuality(sentence, reading.clauses, clause, reading.attributions, target.noun)
    if told in {Factuality.PLANNED, Factuality.CONDITIONAL} and sentence.kinds[target.noun] & GERUND:
        return told
    covered = any(other.covers(dating.first) for other in reading.attributions)
    return Factuality.ATTRIBUTED if covered else Factuality.REPORTED
