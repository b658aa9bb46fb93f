"""The events of one sentence: each date with the clause that it dates, and undated reports that matter.

No parser and no model: a date goes to the clause it stands in, to the event noun right in front of it, or to the
participle behind its noun; a date of saying goes to what is said, unless that has a date of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from viewer.chronology.attribution import Attribution, find_attributions
from viewer.chronology.clauses import split_clauses
from viewer.chronology.events_beside import SIDES
from viewer.chronology.events_dated import dated_events, find_targets
from viewer.chronology.events_dates import find_datings
from viewer.chronology.events_reading import Reading
from viewer.chronology.events_tokens import read_sentence
from viewer.chronology.events_undated import undated_events
from viewer.chronology.events_words import DEED_TRIGGERS, FIGURE_TRIGGERS, SPEECH_TRIGGERS
from viewer.chronology.figures import bare_words, may_have_figures
from viewer.chronology.label_speakers import is_person
from viewer.model import TimexType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.chronology.events_drafts import Draft
    from viewer.model import Timex

# "RUMANA, June 20 (Reuters) - ": where and when a report was sent.
_DATELINE = re.compile(
    r"(?:[A-Z]['’])?[^\W\d_]*[A-Z]{3}[A-Z .'’/-]*(?:, [A-Z][\w. ]{0,30})*(?:, (?:1[89]|20)\d\d)?"
    r"(?: ?\([A-Z][\w /]{1,30}\)| ?/[A-Z][\w .-]{1,30}/)? ?(?:[-–—_]{1,2}|--) ?(?=\S)"
)


_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Speaker:
    """Who spoke last in the text, so that "he said" has a name.

    ``unread`` are sentences (text, begin, end, expressions) in which somebody speaks and nothing happens: they are
    read for the name of the speaker only when it is asked for.
    """

    sources: tuple[str, ...] = ()
    unread: list[tuple[str, int, int, Sequence[Timex]]] = field(default_factory=list)

    def last(self) -> tuple[str, ...]:
        """The sources of the last attribution that names any."""
        while self.unread:
            sentence = read_sentence(*self.unread.pop())
            named = [found.sources for found in find_attributions(sentence, split_clauses(sentence)) if found.sources]
            if named:
                self.heard(named[-1])
        return self.sources

    def heard(self, sources: tuple[str, ...]) -> None:
        """Makes these the last."""
        self.sources = sources
        self.unread.clear()


def find_events(
    text: str, begin: int, end: int, timexes: Sequence[Timex], speaker: Speaker, *, needs_verb: bool = False
) -> list[Draft]:
    """The events of the sentence ``begin`` to ``end`` of ``text``, in text order.

    ``timexes`` lie in the sentence, with offsets of ``text``. ``speaker`` is who spoke last; it is brought up to date.
    With ``needs_verb`` a sentence without a verb gives none (footnotes, which cite).
    """
    if not timexes and _is_passed_over(text, begin, end, (), speaker):
        return []
    dateline = _DATELINE.match(text, begin, end)
    start = dateline.end() if dateline else begin
    inside = [timex for timex in timexes if timex.begin >= start]
    if timexes and not needs_verb and _is_passed_over(text, start, end, inside, speaker):
        return []
    sentence = read_sentence(text, start, end, inside)
    if not len(sentence):
        return []
    clauses = split_clauses(sentence)
    if needs_verb and clauses[0].predicate is None:
        return []
    attributions = find_attributions(sentence, clauses)
    _name_speakers(attributions, speaker)
    reading = Reading(sentence, clauses, attributions, find_datings(sentence))
    find_targets(reading)
    drafts = dated_events(reading)
    drafts += undated_events(reading)
    drafts.sort(key=lambda draft: draft.begin)
    if len(drafts) == 1:
        drafts[0].begin, drafts[0].end = begin, end
    return drafts


def _is_passed_over(text: str, begin: int, end: int, timexes: Sequence[Timex], speaker: Speaker) -> bool:
    """Whether a sentence can have no event, which its words tell without reading it; whoever speaks in it is noted."""
    if any(timex.interval is not None and timex.type is not TimexType.SET for timex in timexes):
        return False
    sentence = text[begin:end]
    words = bare_words(sentence)
    if timexes:
        words += _WORD.findall(sentence.lower())  # whatever sign stands between two words, as they are read
    counts = any(timex.type is TimexType.DURATION for timex in timexes)  # "a day after a shell hit"
    if (counts and not SIDES.isdisjoint(words)) or _may_matter(sentence, words):
        return False
    if not SPEECH_TRIGGERS.isdisjoint(words):
        speaker.unread.append((text, begin, end, timexes))
    return True


def _may_matter(sentence: str, words: list[str]) -> bool:
    """Whether an undated sentence of these words can have an event: a deed, or a figure with a deed or a speaker."""
    if not DEED_TRIGGERS.isdisjoint(words):
        return True
    return not FIGURE_TRIGGERS.isdisjoint(words) and may_have_figures(sentence)


def _can_be(pronoun: str, sources: tuple[str, ...]) -> bool:
    """Whether a pronoun can mean the last speaker: "he" a person, "they" several, "it" what is no person."""
    person = is_person(sources)
    if pronoun in {"he", "she"}:
        return person
    several = len(sources) > 1 or any(name.endswith("s") and name[-2:] != "ss" for name in sources)
    return several if pronoun == "they" else bool(sources) and not person and not several


def _name_speakers(attributions: list[Attribution], speaker: Speaker) -> None:
    for attribution in attributions:
        if attribution.pronoun:
            attribution.sources = speaker.last() if _can_be(attribution.pronoun, speaker.last()) else ()
        elif attribution.sources:
            speaker.heard(attribution.sources)
