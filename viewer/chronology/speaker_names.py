"""The names of those who speak, without what describes them."""

from __future__ import annotations

import re

from viewer.chronology import events_words as vocabulary
from viewer.chronology.events_tokens import MARK, PREPOSITION, TIMEX, Sentence
from viewer.chronology.events_words import word_set

_LONGEST_SOURCE = 80
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|our|some|many|several|two|three|but|and|that)\s+", re.IGNORECASE)
_TAIL = re.compile(r"(?:'s|’s)?\s+(?:statement|report|figures|account|website|own)$")
_PREPOSITIONAL_TAIL = re.compile(r"\s+(?:who|which|that|with)\s.*$")
_KNOWN_TAIL = re.compile(r"\s+(?:released|issued|published|posted|broadcast|dated|conducted|obtained)(?:\s.*)?$")
_NAME = re.compile(
    r"^(?:[A-Z][\w.'’-]*|al-\w+|bin|ibn|de|von|van|of|the)(?:\s+(?:[A-Z][\w.'’-]*|al-[\w-]+|bin|ibn|de|von|van))*$"
)
_LISTED = re.compile(r",(?!\d)")  # not the comma of "3,400 people"
_DESCRIBED = word_set("new same recent latest separate internal annual official first second earlier later previous")
_ANONYMOUS = word_set("he she they it we i you who which that there this these one")


def named(sentence: Sentence, first: int, last: int) -> tuple[tuple[str, ...], str]:
    """The names in tokens first to last, and the pronoun that they are, if any; none ahead of a semicolon."""
    first = next((at + 1 for at in range(last, first, -1) if sentence.words[at] == ";"), first)
    while first <= last and (
        sentence.kinds[first] & (MARK | TIMEX)
        or (sentence.kinds[first] & PREPOSITION and sentence.kind(first + 1) & TIMEX)
    ):
        first += 1
    dated = last >= first and sentence.kinds[last] & TIMEX
    while last >= first and sentence.kinds[last] & (MARK | TIMEX | (PREPOSITION if dated else 0)):
        last -= 1
    if first > last:
        return (), ""
    if sentence.words[last] in _ANONYMOUS and last - first <= 1:
        return (), sentence.words[last] if sentence.words[last] in vocabulary.SUBJECT_PRONOUNS else ""
    if sentence.words[last] in vocabulary.SUBJECT_PRONOUNS and sentence.kinds[first] & PREPOSITION:
        return (), sentence.words[last]  # "Through a spokesman he said"
    return source_names(sentence.span(first, last)), ""


def source_names(text: str) -> tuple[str, ...]:
    """The speakers in a noun phrase, without articles, appositions and relative clauses.

    >>> source_names("Lieutenant Colonel Abbas Mohammad, head of a border unit")
    ('Lieutenant Colonel Abbas Mohammad',)
    """
    parts = [part.strip(" “”\"'’‘()") for part in _LISTED.split(text)]
    parts = [part for part in parts if part]
    if not parts:
        return ()
    name = parts[0]
    if len(parts) > 1 and not _NAME.match(_bare(name)) and _NAME.match(parts[1]) and not parts[1].isupper():
        name = parts[1]
    both = re.split(r"\s+and\s+", name)
    if len(both) == 2 and all(_NAME.match(_bare(part)) for part in both):
        return tuple(_bare(part) for part in both)
    bare = _bare(name)
    return (bare,) if bare and len(bare) <= _LONGEST_SOURCE else ()


def _bare(name: str) -> str:
    name = _KNOWN_TAIL.sub("", _PREPOSITIONAL_TAIL.sub("", name) if not name[:1].islower() else name)
    name = _ARTICLE.sub("", _ARTICLE.sub("", name.strip()))
    owner = _TAIL.sub("", name)
    if not owner.endswith("ed") and owner not in _DESCRIBED:
        name = owner  # not "leaked" of "a leaked report"
    return name.strip(" “”\"'’‘()")
