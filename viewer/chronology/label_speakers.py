"""The speaker's name in the words of an event: "The SDF said that it had halted" becomes "the SDF had halted"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.chronology.events_tokens import BE, COORDINATOR, QUOTE, Sentence
from viewer.chronology.events_words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.chronology.attribution import Attribution
    from viewer.chronology.clauses import Clause

_OF_PROOF = word_set("show shows showed found finds")
_BODIES = word_set(
    """
    office ministry council union party court department bank corp corp. inc inc. co. ltd agency commission committee
    service group army police forces house university times post news nations states kingdom press association
    organization organisation institute board fund authority company bureau society front league church navy embassy
    """
)
_PERSONS = word_set(
    """
    owner minister president premier chancellor king queen officer official leader governor director commander
    general colonel spokesman spokeswoman spokesperson mayor chief lawyer judge prosecutor witness resident farmer
    teacher doctor analyst economist expert man woman father mother son daughter lawmaker senator deputy ambassador
    diplomat coach player captain author writer researcher scientist professor manager executive chairman chairwoman
    secretary investigator pilot driver neighbour neighbor
    """
)


def spoken_subject(sentence: Sentence, clause: Clause, attribution: Attribution) -> tuple[str, int]:
    """The speaker's name for a clause whose subject is a pronoun, and the token behind that pronoun.

    "The SDF said that it had halted its fight" becomes "the SDF had halted its fight". Nothing ("", the first token
    of the clause) where the pronoun may mean something else ("said it was raining") or the speaker has no name.
    """
    begin = clause.begin
    if not clause.subject or not clause.predicate or not attribution.sources or attribution.pronoun:
        return "", begin
    if attribution.verb in _OF_PROOF:
        return "", begin  # "It lost $3 million, the filing shows"
    first, last = clause.subject
    if first != last or sentence.words[first] not in {"it", "they", "he", "she"} or _is_quoted(sentence, attribution):
        return "", begin
    predicate = clause.predicate
    if sentence.words[first] in {"he", "she"} and not is_person(attribution.sources):
        return "", begin
    named = sentence.words[: attribution.last + 1]
    if sentence.words[first] == "it" and not _PERSONS.isdisjoint(named):
        return "", begin  # "Its lawyer, Ann Lee, said that it would be appealed"
    if sentence.words[first] == "it" and any(_is_people(source) for source in attribution.sources):
        return "", begin  # "the owner said it would reopen"
    if sentence.words[first] == "it" and predicate.head == predicate.end and sentence.kinds[predicate.head] & BE:
        return "", begin
    behind = max(last + 1, clause.begin)
    opener = sentence.kind(behind) & COORDINATOR and behind < predicate.begin
    return _with_article(sentence, attribution), behind + bool(opener)


def _is_quoted(sentence: Sentence, attribution: Attribution) -> bool:
    """Whether what is said stands in quotation marks, where a pronoun means somebody else than the speaker."""
    first, last = attribution.scope
    if attribution.last < first:
        return bool((sentence.kind(first - 1) | sentence.kind(first)) & QUOTE)
    closes = any(sentence.kind(at) & QUOTE for at in range(last, attribution.first + 2))
    return closes and not any(sentence.kinds[at] & QUOTE for at in range(first + 1, last))


def _is_people(source: str) -> bool:
    """Whether a speaker is a person by office, or several: "the owner", "its own lawyers"."""
    last = source.split()[-1]
    return last in _PERSONS or (last.islower() and last.endswith("s") and not last.endswith("ss"))


def _with_article(sentence: Sentence, attribution: Attribution) -> str:
    """The speaker as the text has it, with the article that the bare name lacks: "the ministry"."""
    named = " and ".join(attribution.sources)
    before = sentence.text[sentence.begin : sentence.ends[attribution.last]].partition(named)[0]
    article = re.search(r"\b(?:the|an?|its|his|her|their|our)\s+$", before, re.IGNORECASE)
    return article[0].lower() + named if article else named


def is_person(sources: Sequence[str]) -> bool:
    """Whether a speaker can be "he" or "she": one name of two words with capitals, not "Police" or "officials"."""
    if len(sources) != 1:
        return False
    words = sources[0].split()
    return sum(word[:1].isupper() for word in words) > 1 and _BODIES.isdisjoint(word.lower() for word in words)
