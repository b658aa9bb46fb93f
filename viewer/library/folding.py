"""Words as the index knows them: folded, so that every way to write a word finds it, in every script.

Case, accents, vowel points, tatweel and the seats of hamza go; ß is ss, æ is ae, digits are those of ASCII. Scripts
that put no blanks between words (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese) are cut into overlapping pairs
of characters, so that whatever stands in them is found as a row of pairs. Full-text search is given nothing but these
terms, parted by blanks; so what it finds and what is marked in the text cannot differ.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = "\u0300"  # stands for a character that belongs to a word and is not looked for
_DENSE = (
    "\u0e01-\u0e4e\u0e81-\u0ecd\u1000-\u109f\u1100-\u11ff\u1780-\u17d3\u3005\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
_DENSE_RUN = re.compile(f"[{_DENSE}]+")
_RUN = re.compile(f"(?P<dense>[{_DENSE}][{_DENSE}{_MARK}]*)|[^ {_DENSE}]+")
# Marks that a reader leaves out or that two keyboards write in two ways; those of other scripts are letters to us.
_SILENT = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\uff9e\uff9f]"
)
_OWN = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "þ": "th",
    "ŋ": "n",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ک": "ك",
    "ة": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ך": "כ",
    "ם": "מ",
    "ן": "נ",
    "ף": "פ",
    "ץ": "צ",
}
_SPELLED = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
_HAS_SPELLING = re.compile(f"[{''.join(_SPELLED)}]")


class Token(NamedTuple):
    """A term and where it stands. ``spelled`` is the other way to write it ("mueller" for Müller), mostly ""."""

    begin: int
    end: int
    term: str
    spelled: str = ""


class _Table(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __init__(self, *, in_place: bool) -> None:
        super().__init__()
        self._in_place = in_place

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = _placed(character) if self._in_place else _folded(character)
        return self[code]


FOLDED, PLACED = _Table(in_place=False), _Table(in_place=True)
"""For ``str.translate``: words folded; and the same with one character for each, so that places stay."""


def fold(text: str) -> str:
    """The words of ``text``, folded, with blanks between."""
    return text.translate(FOLDED)


def index_text(text: str) -> str:
    """``text`` as full-text search is to index it: terms between blanks, see ``tokens``."""
    folded = text.translate(FOLDED)
    return folded if folded.isascii() else _DENSE_RUN.sub(_pairs, folded)


def index_spellings(text: str) -> str:
    """The other spellings of the words of ``text``, each once."""
    if text.isascii() or not _HAS_SPELLING.search(placed := text.translate(PLACED)):
        return ""
    return " ".join(dict.fromkeys(other for word in placed.split() if (other := _forms(word)[1])))


def tokens(text: str) -> Iterator[Token]:
    """Every term of ``text`` in order; in scripts without blanks one for each character, with the next."""
    for run in _RUN.finditer(text.translate(PLACED)):
        if run["dense"]:
            yield from _dense_tokens(run["dense"], run.start())
            continue
        word = run.group()
        term, spelled = (word, "") if word.isascii() else _forms(word)
        if term:
            yield Token(run.start(), run.end(), term, spelled)


def words_of(text: str) -> tuple[Token, ...]:
    """The terms to look for where ``text`` is asked for; the last of a row of pairs is covered by the one before."""
    found = list(tokens(text))
    if len(found) > 1 and is_dense(found[-1].term) and is_dense(found[-2].term) and found[-1].begin < found[-2].end:
        found.pop()
    return tuple(found)


def is_dense(term: str) -> bool:
    """Whether a term is of a script without blanks."""
    return _DENSE_RUN.match(term) is not None


def label_key(name: str) -> str:
    """The name of a tag or section for comparing: folded, the levels of a nested one parted by "/"."""
    parts = (" ".join(fold(part).split()) for part in name.split("/"))
    return "/".join(parts).strip("/") or name.lower()


@lru_cache(maxsize=1 << 16)
def _forms(word: str) -> tuple[str, str]:
    term = word.translate(FOLDED)
    if not _HAS_SPELLING.search(word):
        return term, ""
    spelled = "".join(_SPELLED.get(character, character) for character in word).translate(FOLDED)
    return term, spelled


def _dense_tokens(run: str, begin: int) -> Iterator[Token]:
    places = [place for place, character in enumerate(run) if character != _MARK]
    for place, after in zip(places, [*places[1:], None], strict=True):
        if after is None:
            yield Token(begin + place, begin + place + 1, run[place])
        else:
            yield Token(begin + place, begin + after + 1, run[place] + run[after])


def _pairs(run: re.Match[str]) -> str:
    text = run.group()
    return f" {' '.join(text[at : at + 2] for at in range(len(text)))} "


def _placed(character: str) -> str:
    """One character for one: folded where that is one character and the only way to write it."""
    folded = _folded(character)
    lower = character.lower()
    if len(folded) > 1 or lower in _SPELLED:
        return lower if len(lower) == 1 else character
    return folded or _MARK


def _folded(character: str) -> str:
    if _SILENT.match(character):
        return ""
    category = unicodedata.category(character)
    if category == "Cf":
        return " " if character in "\u200b\ufeff" else ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category[0] == "M":
        return character
    return _letter(character) if character.isalnum() else " "


def _letter(character: str) -> str:
    composed = unicodedata.normalize("NFKC", character)
    if len(composed) == 1 and _DENSE_RUN.match(composed):
        return composed
    parts = unicodedata.normalize("NFKD", composed.casefold())
    plain = "".join(_OWN.get(part, part) for part in parts if not _SILENT.match(part))
    return plain if plain.isalnum() and not _DENSE_RUN.search(plain) else character
