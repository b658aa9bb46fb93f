"""Where sentences begin and end. One pass over the marks that can end a sentence, linear in the text."""

from __future__ import annotations

import re

_TITLES = "mr mrs ms dr prof rev hon sen rep gov pres gen lt col maj capt cpl sgt cmdr adm st mt messrs mme mlle sr jr"
_LATIN = "e.g i.e cf vs viz ca approx etc al ed eds vol vols p pp ch fig figs sec op cit"
_PLACES = "no nos art para u.s u.k u.n e.u d.c u.a.e"
_COMPANIES = "inc ltd co corp bros dept univ assn ave blvd rd"
_DAYS = "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
_HOURS = "a.m p.m a.d b.c"
# Never the end of a sentence, whatever follows: a name or a number belongs to them.
_BINDING = frozenset(f"{_TITLES} e.g i.e cf vs viz ca approx vol vols pp fig figs op messrs".split())
# The end of a sentence only before a word with a capital that can begin one.
_ABBREVIATIONS = frozenset(f"{_TITLES} {_LATIN} {_PLACES} {_COMPANIES} {_DAYS} {_HOURS}".split())
# Bind only to what is counted: "No. 5", "Nov. 2".
_COUNTING = frozenset(f"no nos art para p ch sec {_DAYS}".split())
_OTHERS = {
    "de": "z.b d.h u.a bzw usw ca dr nr str st s vgl evtl ggf sog inkl abs abb bd hrsg jh jan feb okt dez mio mrd",
    "fr": "m mm mme dr st ste av env etc p ex cf janv févr avr juil sept oct nov déc",
    "es": "sr sra sres dr dra ud uds etc p ej art núm av ee.uu",
    "it": "sig sigg dott prof on ecc pag art ing avv",
    "pt": "sr sra dr dra prof etc p ex art núm av",
    "nl": "dhr mevr dr prof bijv enz ca nr blz o.a d.w.z",
    "ru": "г гг в вв т.е т.д т.п им ул стр руб тыс млн млрд",
}
_OTHER_SETS = {language: frozenset(words.split()) for language, words in _OTHERS.items()}
_STARTERS = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "He",
        "She",
        "It",
        "They",
        "We",
        "You",
        "I",
        "But",
        "And",
        "However",
        "Meanwhile",
        "This",
        "That",
        "These",
        "Those",
        "There",
        "When",
        "While",
        "After",
        "Before",
        "As",
        "If",
        "For",
        "From",
        "His",
        "Her",
        "Its",
        "Their",
        "Our",
        "My",
        "Some",
        "Many",
        "Most",
        "Other",
        "Others",
        "Another",
        "What",
        "Who",
        "How",
        "Why",
    ]
)
_STOP = re.compile(
    r"(?P<wide>[。！？｡]+[」』”’）】》]*)"
    r"|(?<![.!?…؟۔।])(?P<stop>[.!?…؟۔।]++)"
    r"(?P<close>[\"'”’»)\]}]*+(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹])*+[\"'”’»)\]}]*+)(?=\s|$)"
    r"|\u2028"
)
_WORD_BEFORE = re.compile(r"[^\s(\[\"'“”‘’«»—–/\u2028]*\Z")
_NEXT = re.compile(r"[\s\u2028]*[\"'“”‘’«»(\[¿¡*_—–-]*\s?(\w[\w’'-]*)?")
_LONGEST_WORD = 40


def sentences(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """(begin, end) of each sentence of ``text``, in order; together they cover all but white space.

    Abbreviations ("Lt. Col.", "Nov. 2", "a.m."), initials, decimal numbers and ellipses inside a sentence do not
    end it; quotation marks, brackets and footnote marks after the stop belong to it.
    """
    spans: list[tuple[int, int]] = []
    begin = 0
    for match in _STOP.finditer(text):
        if match["stop"] and not _ends_sentence(text, match, language):
            continue
        _append(spans, text, begin, match.end())
        begin = match.end()
    _append(spans, text, begin, len(text))
    return tuple(spans)


def _append(spans: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    """Adds begin to end without the white space around, if anything is left."""
    piece = text[begin:end]
    stripped = piece.strip()
    if stripped:
        begin += len(piece) - len(piece.lstrip())
        spans.append((begin, begin + len(stripped)))


def _ends_sentence(text: str, match: re.Match[str], language: str) -> bool:
    stop = match["stop"]
    following = _NEXT.match(text, match.end(), match.end() + _LONGEST_WORD)
    word = (following and following[1]) or ""
    if not word:
        return match.end() >= len(text.rstrip()) or not stop == "."
    if stop.endswith(("!", "?", "…")) or stop.startswith(".."):
        return not word[0].islower()
    if stop != ".":
        return True
    return _full_stop_ends(_word_before(text, match.start()), match["close"], word, language)


def _word_before(text: str, position: int) -> str:
    found = _WORD_BEFORE.search(text[max(0, position - _LONGEST_WORD) : position])
    return found[0] if found else ""


def _full_stop_ends(before: str, close: str, word: str, language: str) -> bool:
    """Whether one full stop after the word ``before`` and ahead of ``word`` ends a sentence."""
    bare = before.lower()
    if len(before) == 1 and before.isalpha() and before.isupper() and before != "I" and not close:
        return word in _STARTERS
    if bare in _COUNTING and word[0].isdigit():
        return False
    if bare in _BINDING and not close:
        return bare in {"st", "sr", "jr", "etc"} and word in _STARTERS
    if bare in _ABBREVIATIONS or bare in _OTHER_SETS.get(language[:2], ()) or _is_dotted(bare):
        return word in _STARTERS
    if before.isdigit() and language[:2] in {"de", "nl", "da", "no", "cs", "fi"} and len(before) <= 2:
        return False
    return not word[0].islower()


def _is_dotted(bare: str) -> bool:
    """Letters with full stops between, such as u.s or j.k."""
    return "." in bare and all(len(part) == 1 and part.isalpha() for part in bare.split("."))
