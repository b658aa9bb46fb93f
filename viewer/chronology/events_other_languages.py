"""Events in languages other than English: each dated sentence is one, with a few cues for how it is presented."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.chronology.events_dates import Dating, span
from viewer.chronology.events_drafts import Draft
from viewer.chronology.events_words import word_set
from viewer.chronology.labels import cut, tidy
from viewer.chronology.language_words import WORDS
from viewer.model import Factuality, Timex, TimexType

if TYPE_CHECKING:
    from collections.abc import Sequence

_AND = frozenset(("und", "et", "y", "y el", "et le", "e", "e il", "e o", "en", "и", "و"))
_TO = word_set("- – — bis au à al a até tot до по إلى")
_BETWEEN = word_set("zwischen entre tra fra tussen между بين")
_LONGEST_BETWEEN = 24
_NEGATED = {
    "de": "nicht|kein|keine|keinen|nie|niemals",
    "fr": "ne|pas|jamais|aucun|aucune",
    "es": "no|nunca|jamás|ningún|ninguna",
    "it": "non|mai|nessun|nessuna",
    "pt": "não|nunca|nenhum|nenhuma",
    "nl": "niet|geen|nooit",
    "ru": "не|никогда|нет",
    "ar": "لم|لن|ليس|ليست",
}
_CONDITIONAL = {
    "de": "falls|wenn|könnte|könnten|würde|würden",
    "fr": "si|pourrait|pourraient|serait|seraient",
    "es": "si|podría|podrían|habría",
    "it": "se|potrebbe|potrebbero|sarebbe",
    "pt": "se|poderia|poderiam|teria",
    "nl": "als|indien|zou kunnen|zouden kunnen",
    "ru": "если|бы",
    "ar": "إذا|لو|قد يكون",
}
_PLANNED = {
    language: f"{words['ahead']} {words.get('hoped', '')}".strip().replace(" ", "|").replace("_", " ")
    for language, words in WORDS.items()
}
_ATTRIBUTED = {
    "de": "sagte|laut|zufolge|erklärte|teilte|berichtete|hieß es|nach Angaben",
    "fr": "selon|d'après|d’après|a déclaré|a annoncé|a affirmé|a dit",
    "es": "según|dijo|afirmó|anunció|declaró|aseguró",
    "it": "secondo|ha detto|ha dichiarato|ha annunciato|ha affermato",
    "pt": "segundo|disse|afirmou|anunciou|declarou",
    "nl": "volgens|zei|verklaarde|meldde",
    "ru": "сообщил|сообщила|сообщили|заявил|заявила|заявили|по словам|по данным",
    "ar": "قال|قالت|أعلن|أعلنت|ذكر|ذكرت|بحسب|وفقا|وفقاً|أفاد|أفادت|قالا",
}
_CUES = (
    (Factuality.NEGATED, _NEGATED),
    (Factuality.CONDITIONAL, _CONDITIONAL),
    (Factuality.PLANNED, _PLANNED),
    (Factuality.ATTRIBUTED, _ATTRIBUTED),
)
_PATTERNS = {
    language: tuple(
        (factuality, re.compile(rf"(?<!\w)[وف]?(?:{cues[language]})(?!\w)", re.IGNORECASE))
        for factuality, cues in _CUES
    )
    for language in _NEGATED
}
_LEADS_ELSEWHERE = (
    "في|فى|من|يوم|بين|منذ|حتى|إلى|am|im|in|den|dem|vom|bis|seit|ab|zwischen|en|le|les|la|du|de|des|au|aux|à|dans|entre|"
    "depuis|dès|el|los|las|del|al|a|desde|hasta|dal|il|nel|nell[’']|negli|tra|fra|op|van|между|tot|tussen|het|em|no|na|nos|"
    "nas|até|на|в|во|с|к|до|по|от"
)
_PREPOSITION_BEFORE_DATE = re.compile(rf"(?:(?:^|(?<=\s))[وف]?(?:{_LEADS_ELSEWHERE})\s*)+$", re.IGNORECASE)
_BETWEEN_DATES = re.compile(r"[\s,،]*(?:und|et|y|e|ed|en|и|و|-|–|—|bis|au|à|al|a|tot|по|до|إلى)?\s*", re.IGNORECASE)


def find_plain_events(text: str, begin: int, end: int, timexes: Sequence[Timex], language: str) -> list[Draft]:
    """One event for each dated expression of the sentence ``begin`` to ``end``, with the sentence as passage and label.

    ``language`` is a BCP 47 tag. Cues (a negation, a plan) hold for the whole sentence: no scope is read.
    """
    dating = [timex for timex in timexes if timex.interval and timex.type is not TimexType.SET]
    if not dating:
        return []
    sentence = text[begin:end]
    factuality = sentence_factuality(sentence, language)
    label = label_of_text(sentence, [(timex.begin - begin, timex.end - begin) for timex in dating])
    if not label:
        return []
    return [Draft(begin, end, label, factuality, found) for found in _datings(text, dating)]


def _datings(text: str, timexes: Sequence[Timex]) -> list[Dating]:
    """A dating for each expression, two that make a span as one: "vom 3. bis 5. Mai", "entre el 3 y el 5 de mayo"."""
    found: list[Dating] = []
    for timex in timexes:
        if timex.interval is None:
            continue
        dating = Dating(0, 0, timex, timex.interval, timex.edtf)
        joined = span(found[-1], dating) if found and _makes_span(text, found[-1].timex, timex) else None
        if joined:
            found[-1] = joined
        else:
            found.append(dating)
    return found


def _makes_span(text: str, left: Timex, right: Timex) -> bool:
    between = text[left.end : right.begin].strip().lower()
    if between in _TO:
        return True
    before = text[max(0, left.begin - _LONGEST_BETWEEN) : left.begin].split()
    return between in _AND and any(word.lower() in _BETWEEN for word in before[-2:])


def sentence_factuality(sentence: str, language: str) -> Factuality:
    """How a sentence presents what it tells, by the first kind of cue in it; REPORTED where it has none."""
    for factuality, pattern in _PATTERNS.get(language.lower()[:2], ()):
        if pattern.search(sentence):
            return factuality
    return Factuality.REPORTED


def label_of_text(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A label for a text that is not read word by word: all of it but the spans (begin, end) of its dates."""
    pieces = []
    position = 0
    for begin, end in spans:
        before = text[position:begin]
        if not position or not _BETWEEN_DATES.fullmatch(before):
            pieces.append(_PREPOSITION_BEFORE_DATE.sub("", before))
        position = end
    pieces.append(text[position:])
    return cut(tidy(" ".join(pieces)))
