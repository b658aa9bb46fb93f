"""Which character set bytes are in that name none: by their script, the page's language, and the letters they give."""

from __future__ import annotations

import re

_SAMPLE = 60_000
_SEARCHED = 2_000_000
_LANGUAGE = re.compile(rb"""<html\b[^<>]{0,400}?\slang\s{0,9}=\s{0,9}["']?([A-Za-z]{2,3})""", re.I)
_HIGH = re.compile(rb"[\x80-\xff]+")
_LETTERS = re.compile(r"[^\W\d_]")
# What a wrong set makes of letters: a sign in the middle of a word ("wyla³a"). The point in the middle is Catalan.
_SIGN_IN_A_WORD = re.compile(r"(?<=[a-z])[\xa1-\xac\xae-\xb6\xb8-\xbf](?=[a-z])")
# The letters beyond ASCII that a language writes often, under the set in which its pages were written.
_ALPHABETS = {
    "cp1252": {
        "ca": "àçéèíïóòúü",
        "da": "æøåéü",
        "de": "äöüßé",
        "en": "éèêëïçñöü",
        "es": "áéíóúñüªº",
        "fi": "äöåéšž",
        "fr": "éèêëàâçîïôùûœæ",
        "is": "áéíóúýþæöð",
        "it": "àèéìíîòóùú",
        "nl": "éëèïíóöüáê",
        "no": "æøåéóòôü",
        "pt": "áâãàçéêíóôõúüªº",
        "sv": "åäöéü",
    },
    "cp1250": {
        "bs": "čćđšž",
        "cs": "áčďéěíňóřšťúůýž",
        "hr": "čćđšž",
        "hu": "áéíóöőúüű",
        "pl": "ąćęłńóśźż",
        "ro": "ăâîşţșț",
        "sk": "áäčďéíľĺňóôŕšťúýž",
        "sl": "čšž",
    },
    "cp1254": {"tr": "çğıöşüâîû"},
    "cp1257": {"et": "äõöüšž", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž"},
}
_SET_OF = {language: name for name, languages in _ALPHABETS.items() for language in languages}
# A language of this set writes nearly all of its letters in its alphabet; English hardly any beyond ASCII.
_FITS = 0.9
_LOAN_WORDS = 0.02
# Sets of old Macintoshes that browsers never guess, and that statistics take for those of Windows.
_NEVER = ["mac_cyrillic", "mac_greek", "mac_iceland", "mac_latin2", "mac_roman", "mac_turkish"]


def guessed_set(data: bytes) -> str:
    """The name of the likeliest set of ``data``, which is no UTF-8; windows-1252 for Western languages, as in browsers.

    Texts in Latin letters are told from others by their high bytes, which stand alone. Their set is that of the
    language that the page states, if it makes letters of that language, else one that makes a known alphabet. For all
    others charset_normalizer decides by its statistics; it takes Western letters for those of half of Europe.
    """
    prose = _prose(data)
    if _is_latin(prose) and (found := _latin_set(prose, _language(data))):
        return found
    return _by_statistics(prose)


def _prose(data: bytes) -> bytes:
    """What stands between tags, around the first letters beyond ASCII, for what is above them may be long."""
    pieces = (piece.partition(b">") for piece in data[:_SEARCHED].split(b"<"))
    text = b"\n".join(text or tag for tag, _, text in pieces if not tag[:6].lower().startswith((b"script", b"style")))
    found = _HIGH.search(text)
    begin = max(0, found.start() - _SAMPLE // 2) if found else 0
    return text[begin : begin + _SAMPLE] if found else data[:_SAMPLE]


def _language(data: bytes) -> str:
    found = _LANGUAGE.search(data[:6_000])
    return found[1].decode("ascii").lower() if found else ""


def _is_latin(prose: bytes) -> bool:
    """Whether most high bytes stand alone or in twos; in other scripts they make whole words."""
    runs = [len(run) for run in _HIGH.findall(prose)]
    return sum(run for run in runs if run < 3) * 2 > sum(runs)


def _latin_set(prose: bytes, language: str) -> str:
    """The set for text in Latin letters; "" where neither the stated language nor an alphabet tells it."""
    stated = _SET_OF.get(language, "")
    fits = {name: _fit(prose, name) for name in _ALPHABETS}
    likely = (stated or "cp1252", "cp1252", max(fits, key=lambda name: fits[name]))
    return next((name for name in likely if fits[name] >= _FITS), stated)


def _fit(prose: bytes, name: str) -> float:
    """How much of the letters beyond ASCII the best alphabet of the set has, from 0 to 1."""
    text = prose.decode(name, "replace").lower()
    letters = _LETTERS.findall(text)
    beyond = [letter for letter in letters if not letter.isascii()]
    odd = len(_SIGN_IN_A_WORD.findall(text)) + text.count("\ufffd")
    if not odd and len(beyond) < _LOAN_WORDS * len(letters):
        return 1.0
    known = max(sum(letter in alphabet for letter in beyond) for alphabet in _ALPHABETS[name].values())
    return known / (len(beyond) + odd) if beyond else 0.0


def _by_statistics(prose: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to import, and hardly ever needed

    best = from_bytes(prose, steps=3, cp_exclusion=_NEVER).best()
    return best.encoding if best else "cp1252"
