"""From text to windows of tokens around the words that could begin or end a date.

One compiled scan over the text finds trigger words; only what stands near one becomes tokens. Both scans are linear.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.chronology.grammar import Token, kind_key, spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

REACH = 60  # characters on either side of a trigger that become tokens

# Most words end at a blank; only the others can be more than their letters.
_WORDS = r"""
  (?P<WORD>[^\W\d_]{2,}+(?![\d'’.])
  | [^\W\d_]\.(?:[^\W\d_]\.)+ | (?:B\.C|A\.D)\b | (?i:o['’]clock)\b | [A-Za-z]+\d\w* | [^\W\d_]+)
"""
_NUMBERS = r"""
| (?P<CHAIN>\d{1,2}(?:-\d{1,2}){3,}-?(?!\w))
| (?P<ISO_DATE>\d{4}-\d\d-\d\d(?!\d)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)
| (?P<SLASH_DATE>\d{1,4}/\d{1,2}/\d{1,4}(?![\d/]))
| (?P<DASH_DATE>\d{1,2}-\d{1,2}-\d{2,4}(?![\d-]))
| (?P<DOT_DATE>(?:\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}\.\d{1,2}\.\d{1,2})(?![\d]|\.\d))
| (?P<SIGN_DATE>\d{4}[年년]\s?\d{1,2}[月월](?:\s?\d{1,2}[日일]?)?)
| (?P<YEAR_PART>(?:\d{4}(?:[QH][1-4]|W[0-5]\d) | [1-4][QH]\d\d(?:\d\d)?)\b | [1-4][QH](?=\ (?:FY\d\d|\d{4}\b)))
| (?P<UNITED>\d{1,4}(?:h|hrs?|mins?|secs?|days?|weeks?|months?|years?|yrs?)\b)
| (?P<CLOCK_TIME>\d{1,2}:\d\d(?::\d\d)?(?![\d:]|\.\d)|\d{1,2}h\d\d\b)
| (?P<DECADE_NUMBER>\d{2,3}0['’]?s\b)
| (?P<DECADE_PLAIN>[2-9]0['’]?s\b)
| (?P<ORDINAL_NUMBER>\d{1,3}(?i:st|nd|rd|th)\b)
| (?P<SLASH_PAIR>\d{1,2}/\d{1,4}(?![\d/]))
| (?P<CLOCK_AMPM>\d{1,4}(?i:[ap]m|[ap]\.m\.?)\b)
| (?P<THOUSANDS>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d))
| (?P<DECIMAL>\d+(?:\.\d+)+)
| (?P<MIXED>\d+[^\W\d_]\w*)
| (?P<INTEGER>\d+)
"""
_SIGNS = r"""
| (?P<BREAK>\n[ \t\r]*\n\s*)
| (?P<DECADE_SHORT>['’]\d0s\b) | (?P<QUOTE_YEAR>['’]\d\d\b)
| (?P<SIGN>['’][sS]\b|``|''|--+|[^\w\s]|_)
"""
LONGEST_RUN = 3000  # characters in a line without one letter between them
# It begins with one set of characters, for which ``re`` looks much faster than for alternatives or look-arounds.
_TRIGGER_NUMBER = re.compile(
    r"[\d'’](?:(?<=\d)(?<![\w.]\d)(?=\d{3}(?!\d)|\d{2,3}['’]?s|\d?\s?[:/-]\s?\d|\d?\s?\.\s?\d\d?\s?\.\s?\d|"
    r"\d{0,3}(?:\.\d{1,2}\s?)?(?:h\b|[hHQ]\d|hr|min|sec|day|week|month|year|yr)|"
    r"[2-9]?0['’]?s\b|\d{0,3}(?:\.\d\d)?\s?[ap]\.?m\b|\d{3}-|\d?(?:st|nd|rd|th)\b)|(?<=['’])\d\d(?!\d))"
)
_WORD = re.compile(r"\w+")
_JOINERS = "\u200b\u200c\u200d"  # without width; CLDR has a month that begins with one
_RUN = re.compile(r"(?:[^\w\n]|[\d_]){40,}")
_PLAIN = frozenset(("WORD", "SIGN", "PHRASE"))
_KINDS = {"THOUSANDS": "NUMERAL", "MIXED": "OTHER", "CHAIN": "OTHER"}
_DAYS = range(1, 32)
_YEARS = range(1000, 2200)


class Scanner:
    """Cuts text into windows of nodes. ``symbols`` maps words and class names to the characters of the grammar."""

    def __init__(self, symbols: Mapping[str, str], triggers: Iterable[str], phrases: Iterable[str] = ()) -> None:
        self._symbols = {**symbols, **_small_numbers(symbols)}
        self._other = symbols[kind_key("OTHER")]
        self._token = _token_pattern(phrases)
        self._triggers = _Triggers(triggers)

    def windows(self, text: str) -> Iterator[tuple[list[Token], str]]:
        """Tokens and their symbols, window by window, in the order of the text."""
        done = 0
        known, numeral, other = self._symbols.get, self._numeral, self._other
        for begin, end in _without_runs(text, self._spans(text)):
            begin, end = max(_word_edge(text, begin, -1), done), _word_edge(text, end, 1)
            matches = list(self._token.finditer(text, begin, end))
            done = end
            symbols = [known(match[0]) or (other if match.lastgroup in _PLAIN else numeral(match)) for match in matches]
            yield list[Token](matches), "".join(symbols)

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        begin, end = 0, -1
        numbers = [match.start() for match in _TRIGGER_NUMBER.finditer(text)]
        for at in sorted(self._triggers.starts(text) + numbers):
            if at - REACH > end:
                if end >= 0:
                    yield begin, end
                begin = at - REACH
            end = at + REACH
        if end >= 0:
            yield begin, end

    def _numeral(self, match: re.Match[str]) -> str:
        kind = match.lastgroup or ""
        if kind == "INTEGER":
            kind = _integer_kind(match[0])
        return self._symbols.get(kind_key(_KINDS.get(kind, kind)), self._other)


class _Triggers:
    """Words and phrases that are looked for: a text's words are looked up, and phrases behind their first word."""

    def __init__(self, triggers: Iterable[str]) -> None:
        spelled = {form.lstrip(_JOINERS) for trigger in triggers for form in spellings(trigger)}
        self._words = frozenset(form for form in spelled if _WORD.fullmatch(form))
        phrases = sorted(spelled - self._words, reverse=True)  # the longer ones first
        self._leads = frozenset(match[0] for match in map(_WORD.match, phrases) if match)
        self._firsts = self._words | self._leads
        self._phrase = re.compile(rf"(?:{'|'.join(map(re.escape, phrases)) or '(?!)'})(?!\w)")

    def starts(self, text: str) -> list[int]:
        """Where they begin, in order; none begins inside another."""
        firsts, found, done = self._firsts, [], 0
        for match in [match for match in _WORD.finditer(text) if match[0] in firsts]:
            at = match.start()
            if at < done:
                continue
            phrase = self._phrase.match(text, at) if match[0] in self._leads else None
            if phrase:
                done = phrase.end()
            if phrase or match[0] in self._words:
                found.append(at)
        return found


def _without_runs(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans without all but the first characters of endless lines of digits and signs, which are no prose."""
    for begin, end in spans:
        if end - begin > LONGEST_RUN:
            for run in _RUN.finditer(text, max(begin, 0), end):
                if run.end() - run.start() > LONGEST_RUN:
                    yield begin, run.start() + LONGEST_RUN
                    begin = run.end()
        yield begin, end


def _small_numbers(symbols: Mapping[str, str]) -> dict[str, str]:
    """Symbols of the days and years that texts are full of."""
    day, year = symbols[kind_key("DAY_NUMBER")], symbols[kind_key("YEAR_NUMBER")]
    days = {text: day for number in _DAYS for text in (str(number), f"{number:02}")}
    return days | {str(number): year for number in _YEARS}


def _token_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """What a token looks like; ``phrases`` are names with blanks or dots that count as one."""
    names = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))
    first = rf"(?P<PHRASE>(?i:{names})(?!\w))|" if names else ""
    return re.compile(rf"(?!\ )(?:{first}{_WORDS}{_SIGNS}{_NUMBERS})", re.X)


def _integer_kind(digits: str) -> str:
    if len(digits) > 7:
        return "OTHER"
    value = int(digits)
    if len(digits) <= 2 and value in _DAYS:
        return "DAY_NUMBER"
    return "YEAR_NUMBER" if len(digits) == 4 and value in _YEARS else "NUMERAL"


def _word_edge(text: str, at: int, step: int) -> int:
    """The nearest white space from ``at`` on in a direction, at most 60 characters away."""
    at = max(0, min(at, len(text)))
    for _ in range(60):
        if at in (0, len(text)) or text[at].isspace():
            return at
        at += step
    return at
