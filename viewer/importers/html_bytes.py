"""The bytes of a page to text, whatever the page says of its character set."""

from __future__ import annotations

import codecs
import re

from viewer.importers.character_sets import guessed_set

MAX_BYTES = 48_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""")
# What browsers understand by these names (WHATWG Encoding Standard): the larger set, not the one of the name.
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# Letters of two bytes and more that UTF-8 must have for one broken byte where the page does not say that it is UTF-8:
# other sets hold hardly any by chance. Of a page that says so, half suffice.
_SOUND_PER_BROKEN = 5
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def page_text(data: bytes, declared: str = "") -> str:
    """The text of ``data``, with line feeds at the ends of lines; what cannot be decoded becomes U+FFFD.

    ``declared`` is the character set that the envelope names, such as a MIME header; "" where there is none. Bytes
    that are valid UTF-8 are UTF-8, whatever the page declares: other sets hardly ever look like it.
    """
    return _decoded(data, declared).replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", " ")


def without_controls(text: str) -> str:
    """``text`` without control characters and lone surrogates, which no parser takes."""
    return _CONTROLS.sub("", text)


def _decoded(data: bytes, declared: str) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace").removeprefix("\ufeff")
    if wide := _unmarked_utf_16(data):
        return data.decode(wide, "replace")
    name = _known(declared) or _declared_inside(data)
    if name.startswith("iso2022"):
        return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_quite_utf_8(data, name)


def _unmarked_utf_16(data: bytes) -> str:
    """The name of the byte order where every other byte of the beginning is nearly always zero."""
    sample = data[:2_000]
    if len(sample) < 40 or b"\0" not in sample:
        return ""
    for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) > 0.7 * len(zeros):
            return name
    return ""


def _declared_inside(data: bytes) -> str:
    found = _DECLARED.search(data[:6_000])
    return _known(found[1].decode("ascii")) if found else ""


def _known(name: str) -> str:
    """The set that browsers use for ``name``; "" where Python has none, or it is none of text."""
    try:
        python_name = codecs.lookup(name).name
        "".encode(python_name)
    except (LookupError, ValueError, TypeError):
        return ""
    return _AS_BROWSERS_DO.get(python_name, python_name)


def _not_quite_utf_8(data: bytes, declared: str) -> str:
    """Broken bytes in UTF-8 stay UTF-8; else the declared set where it fits; else what the letters say."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken * (1 if declared == "utf-8" else _SOUND_PER_BROKEN) <= len(text) - broken - _ascii_in(text):
        return text
    if declared and declared != "utf-8":
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            text = data.decode(declared, "replace")
            if text.count("\ufffd") * 200 < len(text):
                return text
    return data.decode(guessed_set(data), "replace")


def _ascii_in(text: str) -> int:
    return len(text.encode("ascii", "ignore"))
