"""A sentence as a row of words, each with what it can do in a clause. Temporal expressions are single tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import sub as subtract
from typing import TYPE_CHECKING

from viewer.chronology import events_words as vocabulary
from viewer.chronology.events_words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.model import Timex

MODAL, BE, HAVE, DO, NOT = 1, 2, 4, 8, 16
PAST, PAST_ONLY, PARTICIPLE, REGULAR, PRESENT, GERUND = 32, 64, 128, 256, 512, 1024
ADVERB, SUBORDINATOR, TEMPORAL, RELATIVE, COORDINATOR = 1 << 11, 1 << 12, 1 << 13, 1 << 14, 1 << 15
DETERMINER, PREPOSITION, PRONOUN, NUMBER, TIMEX = 1 << 16, 1 << 17, 1 << 18, 1 << 19, 1 << 20
COMMA, STRONG_MARK, QUOTE, BRACKET, INFINITIVE = 1 << 21, 1 << 22, 1 << 23, 1 << 24, 1 << 25
CAPITAL = 1 << 26
ADJECTIVAL = 1 << 27

AUXILIARY = MODAL | BE | HAVE | DO
BARE_VERB = PAST | PAST_ONLY | REGULAR | PRESENT
VERBAL = AUXILIARY | BARE_VERB | PARTICIPLE
MARK = COMMA | STRONG_MARK | QUOTE | BRACKET
NO_NOUN = (
    MARK | AUXILIARY | DETERMINER | PREPOSITION | SUBORDINATOR | TEMPORAL | RELATIVE | COORDINATOR | ADVERB | INFINITIVE
)

# Most words end at a blank: these need one look.
_TOKEN = re.compile(
    r"[^\W_]++(?![-'’.&,%])|[$€£¥#]?[^\W_]+(?:[-'’.&][^\W_]+|,\d{3}(?!\d))*%?|[,;:()\[\]–—“”\"]|(?<=\s)-(?=\s)"
)
_REMEMBERED = 60_000
_GROUPS: tuple[tuple[frozenset[str], int], ...] = (
    (vocabulary.MODALS, MODAL),
    (vocabulary.BE, BE),
    (vocabulary.HAVE, HAVE),
    (vocabulary.DO, DO),
    (vocabulary.NOT, NOT),
    (vocabulary.PAST, PAST),
    (vocabulary.PAST_ONLY, PAST_ONLY),
    (vocabulary.PARTICIPLES, PARTICIPLE),
    (vocabulary.PRESENT, PRESENT),
    (vocabulary.ADVERBS, ADVERB),
    (vocabulary.SUBORDINATORS, SUBORDINATOR),
    (vocabulary.TEMPORAL_PREPOSITIONS, TEMPORAL),
    (vocabulary.RELATIVES, RELATIVE),
    (vocabulary.COORDINATORS, COORDINATOR),
    (vocabulary.DETERMINERS, DETERMINER),
    (vocabulary.PREPOSITIONS, PREPOSITION),
    (vocabulary.PRONOUNS, PRONOUN),
    (frozenset([","]), COMMA),
    (word_set("; : – — -"), STRONG_MARK),
    (word_set('“ ” "'), QUOTE),
    (frozenset("()[]"), BRACKET),
    (frozenset(["to"]), INFINITIVE),
    (vocabulary.ADJECTIVES_TOO, ADJECTIVAL),
)


class _Kinds(dict[str, int]):
    """Kinds by lower-case word; words out of the vocabulary are judged by their ending, and remembered."""

    def __missing__(self, word: str) -> int:
        kind = _kind_by_ending(word)
        if len(self) < _REMEMBERED:
            self[word] = kind
        return kind


def _kind_by_ending(word: str) -> int:
    if word[0].isdigit() or word[0] in "$€£¥#":
        return NUMBER
    if word.endswith(("n't", "n’t")):
        return (_KINDS[word.replace("’", "'")] if "’" in word else DO) | NOT
    if word.endswith("ed") and len(word) > 3 and word not in vocabulary.NOT_VERBS_IN_ED:
        if word.startswith("un") and not word.startswith(("under", "uni")) and word not in vocabulary.UNDONE:
            return 0  # "unchanged"
        return REGULAR if "-" not in word or word.startswith(("re-", "counter-")) else 0
    if word.endswith("ly") and len(word) > 4 and word not in vocabulary.NOT_ADVERBS_IN_LY:
        return ADVERB
    if word.endswith("ing") and len(word) > 5:
        return GERUND
    return 0


_KINDS = _Kinds()
for _members, _flag in _GROUPS:
    for _word in _members:
        _KINDS[_word] = dict.get(_KINDS, _word, 0) | _flag
for _word in vocabulary.BE | vocabulary.HAVE | vocabulary.DO | vocabulary.MODALS:
    if _word.endswith("n't"):
        _KINDS[_word] |= NOT
_KINDS["cannot"] |= NOT


@dataclass(slots=True)
class Sentence:
    """Tokens ``begins`` to ``ends`` of ``text`` (offsets in the block), lower-case ``words`` and their ``kinds``.

    ``timexes`` maps the index of a token to the temporal expression that it stands for.
    """

    text: str
    begin: int
    end: int
    words: list[str] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    timexes: dict[int, Timex] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.words)

    def original(self, token: int) -> str:
        """The token as written."""
        return self.text[self.begins[token] : self.ends[token]]

    def span(self, first: int, last: int) -> str:
        """The text from token ``first`` to token ``last``, both included; "" where there is none."""
        return self.text[self.begins[first] : self.ends[last]] if first <= last else ""

    def kind(self, token: int) -> int:
        """The kind of a token, 0 outside the sentence."""
        return self.kinds[token] if 0 <= token < len(self.kinds) else 0

    def word(self, token: int) -> str:
        """The lower-case word of a token, "" outside the sentence."""
        return self.words[token] if 0 <= token < len(self.words) else ""


def read_sentence(text: str, begin: int, end: int, timexes: Sequence[Timex]) -> Sentence:
    """Tokens of ``text`` between two offsets. ``timexes`` lie inside, in order, with offsets of the same text."""
    sentence = Sentence(text, begin, end)
    position = begin
    for timex in timexes:
        if timex.begin < position:
            continue
        _read_words(sentence, position, timex.begin)
        sentence.timexes[len(sentence.words)] = timex
        _append(sentence, timex.text.lower(), timex.begin, timex.end, TIMEX)
        position = timex.end + 2 * is_possessive(text, timex.end)
    _read_words(sentence, position, end)
    if "that" in sentence.words:
        _tell_determiners(sentence)
    if not vocabulary.PLURAL_PRESENT.isdisjoint(sentence.words):
        _tell_presents(sentence)
    _tell_adverbs(sentence)
    return sentence


def _tell_adverbs(sentence: Sentence) -> None:
    """Makes "late" and "early" adverbs ahead of a date that leaves them out: "said late on Monday"."""
    for token in sentence.timexes:
        at = token - 1 - bool(sentence.kind(token - 1) & PREPOSITION)
        if sentence.word(at) in ("late", "early"):
            sentence.kinds[at] |= ADVERB


def _tell_presents(sentence: Sentence) -> None:
    """Makes verbs of what stands behind a noun in the plural and has no other verb: "The ministers meet on"."""
    for token, word in enumerate(sentence.words):
        if word in vocabulary.PLURAL_PRESENT and not sentence.kinds[token] & (VERBAL | CAPITAL):
            ends = token + 1 == len(sentence) and word == "show"
            follows = ends or sentence.kind(token + 1) & _BEHIND_PRESENT
            noun = _before_insertion(sentence, token - 1)
            if follows and _is_plural(sentence, noun) and _lacks_verb(sentence, noun):
                sentence.kinds[token] |= PRESENT


def _before_insertion(sentence: Sentence, token: int) -> int:
    """The token ahead of what two commas close off: "The measures, to be drawn up in May, fall short"."""
    if not sentence.kind(token) & COMMA:
        return token
    opens = next((at for at in range(token - 1, 0, -1) if sentence.kinds[at] & COMMA), 0)
    inserted = sentence.words[opens + 1 : opens + 3] == ["to", "be"] or sentence.kind(opens + 1) & RELATIVE
    return opens - 1 if opens and inserted else token


_BEHIND_PRESENT = PREPOSITION | TIMEX | DETERMINER | ADVERB | TEMPORAL | INFINITIVE | NUMBER
_BEFORE_SUBJECT = COMMA | STRONG_MARK | QUOTE | BRACKET | SUBORDINATOR | TEMPORAL | RELATIVE | COORDINATOR
_PLURALS = word_set("people men women children police")
_NO_PLURALS = ("ss", "us", "is", "'s", "’s")


def _is_plural(sentence: Sentence, token: int) -> bool:
    """Whether a token is a noun in the plural that is no part of "a sales fall"."""
    word, kind = sentence.word(token), sentence.kind(token)
    named = kind & CAPITAL and token  # a first word has its capital anyway
    if kind & (NO_NOUN | VERBAL | NUMBER | TIMEX | PRONOUN) or named:
        return False
    if word not in _PLURALS and (not word.endswith("s") or word.endswith(_NO_PLURALS)):
        return False
    at = token - 1
    while at >= 0 and not sentence.kinds[at] & (NO_NOUN | VERBAL | TIMEX):
        at -= 1
    return sentence.word(at) not in {"a", "an", "this", "another", "each", "every"}


def _lacks_verb(sentence: Sentence, token: int) -> bool:
    """Whether no verb stands between a token and the mark or conjunction before it."""
    for at in range(token - 1, -1, -1):
        kind = sentence.kinds[at]
        if kind & _BEFORE_SUBJECT:
            return True
        if kind & (VERBAL | INFINITIVE | GERUND):
            return False
    return True


def _tell_determiners(sentence: Sentence) -> None:
    """Makes "that" a determiner behind a preposition: "of that attack", but "in that he left"; "left that Easter"."""
    for token, word in enumerate(sentence.words):
        if word != "that":
            continue
        before, following = sentence.kind(token - 1), sentence.kind(token + 1)
        if following & TIMEX and before & VERBAL and sentence.words[token - 1] not in vocabulary.SPEECH:
            sentence.kinds[token] = DETERMINER
        points = before & PREPOSITION
        if points and not following & (DETERMINER | PRONOUN | CAPITAL | MARK):
            sentence.kinds[token] = DETERMINER


def is_possessive(text: str, position: int) -> bool:
    """Whether "'s" stands at ``position``: "Monday's"."""
    return text[position : position + 2] in {"'s", "’s"}


def _read_words(sentence: Sentence, begin: int, end: int) -> None:
    written = _TOKEN.findall(sentence.text, begin, end)
    if not written:
        return
    words = " ".join(written).lower().split(" ")
    known = _KINDS
    kinds = list(map(known.__getitem__, words))
    for at in [at for at, token in enumerate(written) if token != words[at]]:
        kinds[at] = _capitalised(written[at], kinds[at])
    if not sentence.words and kinds[0] & CAPITAL and not _is_acronym(written[0]):
        kinds[0] |= known[words[0]]
    ends = _ends(sentence.text, begin, end, written)
    sentence.words += words
    sentence.kinds += kinds
    sentence.ends += ends
    sentence.begins += map(subtract, ends, map(len, written))


def _ends(text: str, begin: int, end: int, written: list[str]) -> list[int]:
    """Where these tokens end, all of those between ``begin`` and ``end``."""
    if "-" in written:  # a hyphen is a token only between blanks
        return [match.end() for match in _TOKEN.finditer(text, begin, end)]
    find = text.find
    at = begin
    return [at := find(token, at) + len(token) for token in written]


def _capitalised(written: str, kind: int) -> int:
    """The kind of a word with a capital: a name rather than a verb, and nothing but a name in capitals throughout."""
    if not written[0].isupper():
        return kind
    return CAPITAL if _is_acronym(written) else kind & ~VERBAL | CAPITAL


def _is_acronym(written: str) -> bool:
    return len(written) > 1 and written.isupper()


def _append(sentence: Sentence, word: str, begin: int, end: int, kind: int) -> None:
    sentence.words.append(word)
    sentence.begins.append(begin)
    sentence.ends.append(end)
    sentence.kinds.append(kind)
