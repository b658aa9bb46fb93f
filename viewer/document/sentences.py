"""Where sentences begin and end. One pass over the marks that can end a sentence, linear in the text."""

from __future__ import annotations

import re

_TITLES = "mr mrs ms dr prof rev hon sen rep gov pres gen lt col maj capt cpl sgt cmdr adm brig st mt messrs mme mlle"
_LATIN = "e.g i.e cf vs v viz ca c approx etc al ed eds vol vols p pp ch fig figs sec op cit jr sr"
_PLACES = "no nos art para u.s u.k u.n e.u d.c u.a.e"
_COMPANIES = "inc ltd co corp bros dept univ assn ave blvd rd"
_DAYS = "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
_HOURS = "a.m p.m a.d b.c a.h b.c.e c.e"
# Ahead of these "p.m." is no end of a sentence: "at 5 p.m. Monday", "at 5 p.m. Eastern", "at 5 p.m. Kyiv time".
_HALVES = frozenset(("a.m", "p.m"))
_DAY_AND_ZONE_WORDS = """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January
    February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec Eastern Central Mountain Pacific Atlantic Greenwich Universal Local Today Tomorrow Yesterday
"""
_AFTER_HALVES = frozenset(_DAY_AND_ZONE_WORDS.split())
# Never the end of a sentence: a name belongs to them. "St." ends one in "on Fleet St. The".
_BINDING = frozenset(f"{_TITLES} e.g i.e cf vs v viz ca c approx vol vols pp fig figs op".split()) - {"st", "mt"}
# The end of a sentence only before a word with a capital that often begins one.
_ABBREVIATIONS = frozenset(f"{_TITLES} {_LATIN} {_PLACES} {_COMPANIES} {_DAYS} {_HOURS}".split())
# Bind what is counted: "No. 5", "Nov. 2".
_COUNTING = frozenset(f"al no nos art para p pp ch sec fig figs vol vols {_DAYS}".split())
# Words in their own right at the end of a sentence ("He said no.", "It burned in the sun.").
_ALSO_WORDS = frozenset(
    [
        "no",
        "art",
        "para",
        "mar",
        "sun",
        "sat",
        "wed",
        "mon",
        "co",
        "ed",
        "c",
        "v",
        "p",
        "st",
        "mt",
        "al",
        "sec",
        "fig",
        "figs",
    ]
)
_OTHERS = {
    "de": "z.b d.h u.a bzw usw ca dr nr str st s vgl evtl ggf sog inkl abs abb bd hrsg jh jan feb okt dez mio mrd",
    "fr": "m mm mme mlle dr st ste av env etc p ex cf janv févr avr juil sept oct nov déc",
    "es": "sr sra sres dr dra ud uds etc p ej art núm av ee.uu",
    "it": "sig sigg dott prof on ecc pag art ing avv",
    "pt": "sr sra dr dra prof etc p ex art núm av",
    "nl": "dhr mevr dr prof bijv enz ca nr blz o.a d.w.z",
    "ru": "г гг в вв т.е т.д т.п им ул стр руб тыс млн млрд",
}
_OTHER_SETS = {language: frozenset(words.split()) for language, words in _OTHERS.items()}
_ORDINAL_STOP = frozenset(("de", "da", "nb", "no", "cs", "fi", "hu", "pl", "tr"))
_STARTER_WORDS = """
    The A An In On At He She It They We You I But And However Meanwhile This That These Those There When While After
    Before As If For From His Her Its Their Our My Some Many Most Other Others Another What Who How Why Both Each Now
    Then Yet So To With By Since Until During Under Over Only Even Not No
"""
_STARTERS = frozenset(_STARTER_WORDS.split())
_CLOSING = r"\"'”’»)\]}"
_STOP = re.compile(
    r"(?P<wide>[。！？｡]++[」』”’）】》]*+)"
    r"|(?<![.!?…؟۔।])(?P<stop>[.!?…؟۔।]++)"
    rf"(?P<close>[{_CLOSING}]*+(?:\[\d{{1,3}}\]|[¹²³⁰⁴-⁹])*+[{_CLOSING}]*+)"
    r"(?:(?=\s{1,20}+[\"'“”‘’«»(\[¿¡*_—–-]{0,9}+\s?(?P<next>\w))|(?=\s|$))"
    r"|\u2028"
)
_WORD = re.compile(r"[\w’'-]{1,40}+")
_LEADING = "([{\"'“”‘’«»—–-/"
_LONGEST_ABBREVIATION = 8


def sentences(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """(begin, end) of each sentence of ``text``, in order; together they cover all but white space.

    Abbreviations ("Lt. Col.", "Nov. 2", "a.m."), initials, decimal numbers and ellipses inside a sentence do not
    end it; quotation marks, brackets and footnote marks after the stop belong to it.
    """
    spans: list[tuple[int, int]] = []
    begin = 0
    for match in _STOP.finditer(text):
        if match["next"] and not _ends_sentence(text, match, language[:2]):
            continue
        _append(spans, text, begin, match.end())
        begin = match.end()
    _append(spans, text, begin, len(text))
    return tuple(spans)


def _append(spans: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    """Adds begin to end without the white space around, if anything is left."""
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    if begin < end:
        spans.append((begin, end))


def _ends_sentence(text: str, match: re.Match[str], language: str) -> bool:
    """Whether the stop that ``match`` found, with a word after it, ends a sentence."""
    stop = match["stop"]
    if match["next"].islower():
        return stop in {"؟", "۔", "।"}
    if stop != "." or match["close"]:
        return True
    begin = match.start()
    before = text[max(0, begin - _LONGEST_ABBREVIATION) : begin]
    if before.isalpha() and len(before) == _LONGEST_ABBREVIATION:
        return True
    words = before.split()
    last = words[-1].lstrip(_LEADING) if words else ""
    following = _WORD.match(text, match.start("next"))
    second = _WORD.match(text, following.end() + 1) if following else None
    return _full_stop_ends(last, following[0] if following else "", second[0] if second else "", language)


def _full_stop_ends(before: str, word: str, second: str, language: str) -> bool:
    """Whether a full stop after the word ``before`` and ahead of ``word``, which has no small initial, ends it.

    ``second`` is the word behind ``word``.
    """
    bare = before.lower()
    if bare in _COUNTING and word[0].isdigit():
        return False
    if bare in _BINDING and not (bare in _ALSO_WORDS and before.islower()):
        return False
    if bare in _HALVES:
        return not (word.isupper() and len(word) > 1) and word not in _AFTER_HALVES and second != "time"
    if _is_initials(before) and before != "I":
        return word in _STARTERS and len(word) > 1
    if bare in _ABBREVIATIONS or bare in _OTHER_SETS.get(language, ()):
        return word in _STARTERS or (bare in _ALSO_WORDS and before.islower())
    return not (language in _ORDINAL_STOP and before.isdigit() and len(before) <= 2)


def _is_initials(before: str) -> bool:
    """One letter, or letters with full stops between, such as U.S or J.K."""
    if len(before) == 1:
        return before.isalpha()
    return "." in before and all(len(part) == 1 and part.isalpha() for part in before.split("."))
