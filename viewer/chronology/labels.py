"""The words by which an event is known on the timeline: its clause as written, without date and attribution."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.chronology import events_words as vocabulary
from viewer.chronology.events_tokens import (
    BE,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    HAVE,
    MARK,
    NO_NOUN,
    PREPOSITION,
    QUOTE,
    SUBORDINATOR,
    TEMPORAL,
    TIMEX,
    VERBAL,
    Sentence,
    is_possessive,
)
from viewer.chronology.events_words import word_set
from viewer.model import TimexType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


LONGEST = 90
_LONGEST_COMPLEMENT = 13  # tokens

_BEFORE_DATES = word_set(
    """
    on in at by since until till during from for throughout over within around about early late mid of between
    through as to before after starting beginning dated circa
    """
)
_TOLD_OF_DATES = word_set("was were is saw marked brought opened began ended proved became also witnessed")
_AUXILIARY = BE | HAVE
_NO_EARLIER = (["no", "earlier"], ["no", "sooner"], ["no", "later"])
_TAKES = word_set("take takes took last lasts lasted has have had")
_SPENT = word_set("spent spends spend spending")
_AT_LEAST = word_set("least most")
_PARTICLES = word_set("in on over through around about at")
_OBJECTS = word_set("it them him her us me")
_OPEN_DATES = word_set("starting beginning dated")
_AS_LATE = word_set("late early recently")
_NEAR = word_set("early late only just shortly soon barely nearly almost exactly")
_UNTIL = word_set("until till through by since from")
_PARTS_OF_DAYS = word_set("night morning evening afternoon")
_LEADING = re.compile(
    r"(?:[\s,;:.!?–—)\]”…-]+|(?:and|but|or|that|which|where|then|yet|so(?! far\b)|meanwhile|however|while|whereas|"
    r"whose|(?:even )?though|although|after|before|when|as(?! an? )|because|since|until|also|of(?! \w+ \w+,)|"
    r"(?:in|on|at|by|of|from|to|under|with) which)\b(?:\s*,)?\s)+",
    re.IGNORECASE,
)
_LOOSE_MARKS = " ,;:([“–—-."
_LOOSE_WORDS = word_set("and but or that than on in at by from of a an the to for with as")
_TRAILING = re.compile(rf"(?:[\s,;:(\[“–—-]|\s(?:{'|'.join(sorted(_LOOSE_WORDS))})(?=\s*$)|(?<!\b[A-Z])[.])+$")
_ATTRIBUTE = re.compile(r"^(?!the ).*(?:quarter|half)$|-(?:year|month|week|ago|earlier)$")
_FIRST_TIME = re.compile(r"(?:for )?the (?:first|second|third|last|only) time since (?=\w+ \w+)", re.IGNORECASE)
_DANGLING_WORDS = word_set(
    "and but or that which who whose what on in into at by from of a an the its their his her to for with as than"
)
_DANGLING = re.compile(rf"(?:[\s,;:(“–—-]|\s(?:{'|'.join(sorted(_DANGLING_WORDS))})(?=[\s,;:(“–—-]*$))+$")
_TRAILING_QUANTITY = re.compile(r",\s(?:many|most|some|both|all|several|none|each|provided)$")
_TRAILING_GERUND = re.compile(r",\s(?:\w+ing|most recently|the (?:day|night|week|month|year))$")
_SPACE_BEFORE_MARK = re.compile(r"  *([,;:.!?)\]”،؛؟])")
_EMPTY_BRACKETS = re.compile(r"\(\s*[,;–-]*\s*\)|\[\s*\]")
_MARK_RUN = re.compile(r"([,،])(?:\s*\1)+")


def make_label(
    sentence: Sentence,
    ranges: Sequence[tuple[int, int]],
    dates: Iterable[int] = (),
    attributions: Iterable[tuple[int, int]] = (),
    subject: str = "",
) -> str:
    """The label made of token ``ranges`` (both ends included), in their order.

    ``dates`` are tokens to leave out with the prepositions in front of them, ``attributions`` ranges to leave out.
    ``subject`` is put in front: the words of the text for which the clause has a pronoun, or none at all.
    """
    dropped = _date_tokens(sentence, dates)
    dropped |= _rest_of_dates(sentence, ranges, dropped)
    for first, last in attributions:
        dropped.update(range(first, last + 1))
    pieces = [subject] if subject else []
    for first, last in ranges:
        runs = _runs(sentence, first, last, dropped)
        if pieces and runs and first == 0 and sentence.kinds[0] & DETERMINER:
            runs[0] = runs[0][:1].lower() + runs[0][1:]  # "he gave the reasons"
        pieces += runs
    label = tidy(" ".join(pieces))
    ending = _last_word(sentence, ranges, dropped)
    return cut(label if label.endswith(ending) else label + ending)


def _rest_of_dates(sentence: Sentence, ranges: Sequence[tuple[int, int]], dropped: set[int]) -> set[int]:
    """What belongs to the dates left out: ", a Thursday,", "of that attack," in front, "three days" at the end."""
    rest: set[int] = set()
    for token in dropped:
        after = sentence.word(token + 1)
        if after == "at" and sentence.words[token + 2 : token + 4] in (["the", "earliest"], ["the", "latest"]):
            rest.update((token + 1, token + 2, token + 3))
        if sentence.word(token + 2) == "time" and (after == "local" or sentence.kind(token + 1) & CAPITAL):
            rest.update((token + 1, token + 2))  # "at 5 a.m. Kyiv time"
        if after == "only" and (token + 2 >= len(sentence) or sentence.kind(token + 2) & MARK):
            rest.add(token + 1)
        named = sentence.kind(token + 1) & COMMA and sentence.word(token + 2) in {"a", "the"}
        if named and sentence.kind(token + 3) & TIMEX and token + 3 not in dropped and sentence.kind(token + 4) & MARK:
            rest.update((token + 1, token + 2, token + 3))
    for first, last in ranges:
        complement = _leading_complement(sentence, first, dropped)
        rest.update(complement if complement.stop <= last else ())
        if sentence.word(last + 1) in {"after", "before"} and sentence.kind(last) & TIMEX:
            rest.add(last)
    return rest


def _leading_complement(sentence: Sentence, first: int, dropped: set[int]) -> range:
    """At the head of a label: the "of that attack," behind a date left out, "On the last day of it," before one."""
    begin = first
    while begin in dropped or sentence.kind(begin) & (COORDINATOR | MARK):
        begin += 1
    kind = sentence.kind(begin)
    if not kind & (PREPOSITION | TEMPORAL):
        return range(0)
    window = sentence.kinds[begin : begin + _LONGEST_COMPLEMENT]
    comma = next((begin + at for at, other in enumerate(window) if other & COMMA), -1)
    if comma < 0:
        return range(0)
    behind = begin - 1 in dropped and sentence.word(begin) == "of"
    apposed = kind & PREPOSITION and {comma, comma + 1} & dropped
    timed = not vocabulary.TIME_NOUNS.isdisjoint(sentence.words[begin:comma])
    since = kind & TEMPORAL and sentence.word(begin) != "as"
    verbless = sentence.word(begin + 1).endswith("ing") or not any(
        kind & VERBAL for kind in sentence.kinds[begin:comma]
    )
    ahead = (since or (apposed and timed)) and verbless
    return range(begin, comma + 1) if behind or ahead else range(0)


def _last_word(sentence: Sentence, ranges: Sequence[tuple[int, int]], dropped: set[int]) -> str:
    """A last word that only seems to lead to something: the "that" of "they got that", the "in" of "was led in"."""
    last = ranges[-1][1] if ranges else -1
    kept = next((at for at in range(min(last, len(sentence) - 1), -1, -1) if at not in dropped), -1)
    while kept >= 0 and sentence.kinds[kept] & MARK:
        kept -= 1
    behind = kept + 1
    ends = behind >= len(sentence) or behind in dropped or bool(sentence.kinds[behind] & MARK)
    if kept < max(1, ranges[-1][0] if ranges else 0) or not ends:
        return ""
    left_over = behind in dropped or sentence.words[kept] not in _PARTICLES  # "to shut themselves in."
    if left_over and sentence.words[kept] != "that" and not _is_particle(sentence, kept):
        return ""
    return f" {sentence.words[kept]}"


def _date_tokens(sentence: Sentence, dates: Iterable[int]) -> set[int]:
    """The tokens of dates with what only leads to them: "on the same", "in the course of", "as late as"."""
    dropped: set[int] = set()
    wanted = set(dates)
    for token in wanted:
        if _ends_a_span(sentence, token, wanted) or _is_length_of(sentence, token):
            continue
        dropped.add(token)
        if sentence.word(token + 1) in _PARTS_OF_DAYS:
            dropped.add(token + 1)
        owner = _is_owner(sentence, token) or sentence.kind(token - 1) & DETERMINER or _is_attribute(sentence, token)
        if owner and _is_noun(sentence, token + 1):
            continue
        described = sentence.word(token - 2) in {"a", "an"} and _is_noun(sentence, token - 1)
        if described and sentence.kind(token - 3) & (PREPOSITION | TEMPORAL):
            dropped.discard(token)  # "after a mild winter"
            continue
        first = _lead_of(sentence, token)
        if sentence.word(first - 1) in _TAKES and sentence.words[first] == "until":
            dropped.discard(token)  # "it could take until Christmas"
            continue
        if "dates" in sentence.words[max(0, first - 2) : first] and sentence.kinds[first] & PREPOSITION:
            dropped.discard(token)  # "The church dates from 1403"
            continue
        if first == token and sentence.word(first - 1) in _SPENT:
            dropped.discard(token)  # "spent the night in schools"
            continue
        if _is_subject(sentence, first, token):
            dropped.discard(token)
            continue
        dropped.update(range(first, token))
        if sentence.kind(first - 1) & COMMA and sentence.kind(token + 1) & COMMA:
            dropped.add(first - 1)
            if sentence.kind(first - 2) & COORDINATOR or sentence.kind(token + 2) & VERBAL:
                dropped.add(token + 1)  # "limited and, in May, reduced"
    return dropped


def is_adjectival(words: str) -> bool:
    """Whether the lower-case words of a date are an adjective: "third-quarter", "year-earlier"."""
    return _ATTRIBUTE.search(words) is not None


def _is_attribute(sentence: Sentence, token: int) -> bool:
    """Whether a date only describes the noun behind it: "a gain in third-quarter income"."""
    return token in sentence.timexes and is_adjectival(sentence.words[token])


def _ends_a_span(sentence: Sentence, token: int, dates: set[int]) -> bool:
    """Whether a date is the end of a time whose length stays: "prices rose 2 percent in the year to July"."""
    if sentence.word(token - 1) != "to" or token - 1 in dates:
        return False
    return bool(sentence.kind(token - 2) & TIMEX) or sentence.word(token - 2) in vocabulary.TIME_NOUNS


def _is_length_of(sentence: Sentence, token: int) -> bool:
    """Whether a length leads to what it counts from: "within two years of notice being given"."""
    timex = sentence.timexes.get(token)
    return timex is not None and timex.type is TimexType.DURATION and sentence.word(token + 1) == "of"


def _is_subject(sentence: Sentence, first: int, token: int) -> bool:
    """Whether a date is what its clause speaks of: "1996 was a lean year", "The 18th century saw a war"."""
    alone = first == token and (not token or sentence.kind(token - 1) & (MARK | COORDINATOR | SUBORDINATOR))
    said = sentence.word(token - 1) in vocabulary.SPEECH or sentence.word(token - 1) == "that"
    if said and first == token and sentence.words[token].startswith("the ") and sentence.kind(token + 1) & _AUXILIARY:
        return True  # "said the night had been quiet"
    told = sentence.word(token + 1) in _TOLD_OF_DATES and bool(alone)
    return told and not (sentence.kind(token + 2) | sentence.kind(token + 3)) & TIMEX  # "2 November was a Friday"


def _lead_of(sentence: Sentence, token: int) -> int:
    """The first token of what leads to a date."""
    first, words = token, sentence.words
    if sentence.kind(first - 1) & QUOTE and sentence.kind(token + 1) & QUOTE:
        first -= 1
    while first > 0 and not (words[first - 1] in _PARTICLES and _is_particle(sentence, first - 1)):
        if words[first - 1] in _AT_LEAST and sentence.word(first - 2) == "at":
            first -= 2
        elif _leads(sentence, first - 1, first):
            first -= 1
        else:
            break
    before = sentence.word(first - 1)
    if before == "up" and words[first] in {"until", "till", "to"}:
        return first - 1
    if before in {"prior", "previous"} and words[first] == "to":
        return first - 1
    if before == "than" and words[max(0, first - 3) : first - 1] in _NO_EARLIER:
        return first - 3
    if before in _AS_LATE and sentence.word(first - 2) == "as":
        return first - 2
    if before not in _NEAR:
        return first
    until = sentence.word(first - 2) in _UNTIL and sentence.kind(first - 2) & (PREPOSITION | TEMPORAL | SUBORDINATOR)
    return first - 2 if until else first - 1  # "until early Friday"


def _is_particle(sentence: Sentence, at: int) -> bool:
    """Whether a preposition belongs to the verb before it: "was brought in on Tuesday"."""
    verb = at - 2 if sentence.word(at - 1) in _OBJECTS else at - 1  # "handed it over on Monday"
    if sentence.words[at] not in _PARTICLES or not sentence.kind(verb) & VERBAL:
        return False
    return sentence.word(at + 1) in _BEFORE_DATES and bool(sentence.kinds[at + 1] & (PREPOSITION | TEMPORAL))


def _leads(sentence: Sentence, at: int, following: int) -> bool:
    word = sentence.words[at]
    if word in {"first", "next", "following"} and sentence.kinds[following] & TIMEX:
        return True
    if word in _OPEN_DATES:
        return not sentence.kind(at - 1) & BE
    if word in {"the", "this", "that", "a", "same", "very"}:
        return (not sentence.kinds[at] & CAPITAL or at == 0) and not sentence.kinds[following] & PREPOSITION
    if word in _BEFORE_DATES and sentence.kinds[at] & (PREPOSITION | TEMPORAL):
        return True
    return word in vocabulary.TIME_NOUNS and sentence.word(following) == "of"


def _is_noun(sentence: Sentence, token: int) -> bool:
    return token < len(sentence) and not sentence.kinds[token] & (NO_NOUN | VERBAL | TIMEX)


def _runs(sentence: Sentence, first: int, last: int, dropped: set[int]) -> list[str]:
    """The text of the tokens that stay, cut where tokens are left out."""
    runs: list[str] = []
    begin = -1
    for token in range(max(first, 0), min(last, len(sentence) - 1) + 1):
        if token in dropped:
            if begin >= 0:
                runs.append(sentence.span(begin, token - 1))
            begin = -1
            if _owns_noun(sentence, token, last):
                runs.append("the")
        elif begin < 0:
            begin = token
    if begin >= 0:
        runs.append(sentence.span(begin, min(last, len(sentence) - 1)))
    return runs


def _owns_noun(sentence: Sentence, token: int, last: int) -> bool:
    """Whether a date is the owner of the noun behind it, which then needs an article: "Monday's attack"."""
    if not sentence.kinds[token] & TIMEX or not _is_owner(sentence, token):
        return False
    return token < last and not sentence.kind(token - 1) & DETERMINER and _is_noun(sentence, token + 1)


def _is_owner(sentence: Sentence, token: int) -> bool:
    """Whether "'s" stands behind a date, or at its end."""
    owner = sentence.words[token].endswith(("'s", "’s"))
    return owner or is_possessive(sentence.text, sentence.ends[token])


def tidy(text: str) -> str:
    """The text on one line, without the marks and conjunctions that a cut leaves at its ends."""
    text = _without_stray_quotes(" ".join(text.split()))
    if "(" in text or "[" in text:
        text = _EMPTY_BRACKETS.sub(" ", text)
    text = _SPACE_BEFORE_MARK.sub(r"\1", text)
    if ",," in text or "،،" in text:
        text = _MARK_RUN.sub(r"\1", text)
    text = " ".join(_without_lead(_FIRST_TIME, _without_lead(_LEADING, text + " ")).split())
    if _ends_loosely(text):
        text = _TRAILING.sub("", text).strip()
    if ", " in text:
        text = _TRAILING_QUANTITY.sub("", text)
    if text.endswith((" as soon", " as long")):
        text = text[: -len(" as soon")]
    if text.endswith(" so") and not text.endswith(_DOES_SO):
        text = text[: -len(" so")]  # "was lifted for six hours so that people could buy food"
    if text.endswith(" and again"):
        text = text[: -len(" and again")] + " again"
    return _TRAILING_GERUND.sub("", text) if ", " in text else text


_DOES_SO = tuple(f" {word} so" for word in sorted(vocabulary.DOES_SO))


def _without_lead(lead: re.Pattern[str], text: str) -> str:
    match = lead.match(text)
    return text[match.end() :] if match else text


def _ends_loosely(text: str) -> bool:
    """Whether the end of a text is worth a search for what a cut leaves there."""
    return not text or text[-1] in _LOOSE_MARKS or text[text.rfind(" ") + 1 :] in _LOOSE_WORDS


def _without_stray_quotes(text: str) -> str:
    """Without the marks of a quotation whose other end was cut off."""
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    for mark in ('"', "``"):
        if text.count(mark) == 1:
            text = text.replace(mark, "")
    return text.replace("“ ", "“").replace(" ”", "”")


def cut(text: str, longest: int = LONGEST) -> str:
    """The text cut at a word to at most ``longest`` characters, an ellipsis included where something is left out."""
    if len(text) <= longest:
        return text
    room = text[: longest - 1]
    at = room.rfind(" ")
    room = room[:at] if at > longest // 3 else room
    if room[-1:] in _LOOSE_MARKS or room[room.rfind(" ") + 1 :] in _DANGLING_WORDS:
        room = _DANGLING.sub("", room)
    return f"{room}…"
