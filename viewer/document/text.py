"""Plain text made safe: bytes to characters, and characters that may not reach the text of record."""

from __future__ import annotations

import re

from viewer.model import LibraryError

_LINE_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2029]")
_SPACES = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
# C0 without tab and line feed, DEL, C1, the object replacement character, bidi overrides and isolates.
_UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffc\u202a-\u202e\u2066-\u2069]")
# The blocks of combining marks that stack on one letter (Unicode categories Mn and Me, the common scripts).
_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0730-\u074a"
    r"\u0e34-\u0e3a\u0e47-\u0e4e\u0eb4-\u0ebc\u0f71-\u0f84\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2060-\u2065"
    r"\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
)
_MARK_HEAPS = re.compile(f"([{_MARKS}]{{8}})[{_MARKS}]+")

MAX_BYTES = 64_000_000


def strip_controls(text: str) -> str:
    """``text`` on one line, without control characters, bidi overrides, U+FFFC or heaps of combining marks."""
    return clean_characters(_SPACES.sub(" ", text))


def clean_characters(text: str) -> str:
    """``text`` without control characters (tab and line feed stay), bidi overrides, U+FFFC or lone surrogates.

    Of combining marks in a row the first eight stay.
    """
    if text.isascii():
        return _UNWANTED.sub("", text) if not text.isprintable() else text
    text = _UNWANTED.sub("", _SURROGATES.sub("\ufffd", text))
    return _MARK_HEAPS.sub(r"\1", text)


def clean_source(text: str) -> str:
    """``text`` with every line break as a line feed, without the characters that may not be shown."""
    return clean_characters(_LINE_BREAKS.sub("\n", text))


def clean_text(raw: bytes) -> tuple[str, str]:
    """The characters of a text file, and a sentence about what had to be replaced (or "").

    A byte order mark decides; else UTF-8, UTF-16 told by its zero bytes, then Windows-1252. Line breaks become
    line feeds; Unicode is not normalised. Raises LibraryError where the bytes are no text.
    """
    if len(raw) > MAX_BYTES:
        size = f"{len(raw) // 1_000_000} MB; the limit is {MAX_BYTES // 1_000_000} MB"
        raise LibraryError(f"The file is too large to be an article ({size}). Split it into several files.")
    text, notice = _decode(raw)
    if "\x00" in text:
        text = text.replace("\x00", "")
        notice = f"{notice} Zero characters were left out.".strip()
    text = _LINE_BREAKS.sub("\n", text)
    _refuse_binary(text)
    return text, notice


def _decode(raw: bytes) -> tuple[str, str]:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if raw.startswith(mark):
            return _replacing(raw[len(mark) :], encoding)
    if encoding := _utf16_without_mark(raw):
        text, notice = _replacing(raw, encoding)
        return text, notice or "The file is UTF-16 without a mark; it was read as such."
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        return _not_utf8(raw, error)


def _utf16_without_mark(raw: bytes) -> str:
    """The UTF-16 that the zero bytes of the first 4 kB speak for, or ""."""
    head = raw[:4096]
    zeros = head.count(0)
    if len(head) < 4 or zeros * 5 < len(head):
        return ""
    odd = head[1::2].count(0)
    if odd * 10 >= zeros * 9:
        return "utf-16-le"
    return "utf-16-be" if odd * 10 <= zeros else ""


def _not_utf8(raw: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """Mostly UTF-8 with a few broken bytes, or Windows-1252."""
    tolerant = raw.decode("utf-8", "replace")
    broken = tolerant.count("\ufffd")
    sound = sum(map(tolerant.count, "’“”–éèüöäñçاлеи的"))
    if error.start >= len(raw) - 3 or sound > 2 * broken:
        return tolerant, f"{broken} characters that could not be read were replaced."
    return raw.decode("cp1252", "replace"), "The file is not UTF-8; it was read as Windows-1252."


def _replacing(raw: bytes, encoding: str) -> tuple[str, str]:
    try:
        return raw.decode(encoding), ""
    except UnicodeDecodeError:
        return raw.decode(encoding, "replace"), "Characters that could not be read were replaced."


def _refuse_binary(text: str) -> None:
    head = text[:8192]
    controls = len(_UNWANTED.findall(head))
    if controls > 8 and controls * 20 > len(head):
        raise LibraryError("The file holds binary data, not text. Dateline reads Markdown and plain text files.")
