"""Bytes to characters, and characters to the short texts that an article is described by."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

# Controls, lone surrogates, the object replacement character, bidi overrides and isolates: never part of a title.
_UNWANTED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffc\u202a-\u202e\u2066-\u2069]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_MARK_HEAPS = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u064b-\u065f\u20d0-\u20ff]{8})[\u0300-\u036f\u0483-\u0489\u064b-\u065f\u20d0-\u20ff]+"
)
_LINE_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.I)
_LIST_ITEM = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_ESCAPE = re.compile(r"\\(.)", re.S)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

CUT = 64 * 1024
LONGEST_LINE = 1000
LONGEST_ADDRESS = 8000
MOST_NAMES = 200


def encoding_of(head: bytes) -> tuple[str, int]:
    """The encoding that the first bytes speak for, and the length of the byte order mark.

    A mark decides; then UTF-16 told by its zero bytes; then UTF-8 where the bytes allow it; else Windows-1252.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    zeros = head[:4096].count(0)
    if len(head) >= 4 and zeros * 5 >= len(head[:4096]):
        odd = head[1:4096:2].count(0)
        return ("utf-16-le" if odd * 2 > zeros else "utf-16-be"), 0
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # Where only the beginning is at hand it may end within a character; and one broken byte is no other encoding.
        cut = len(head) >= CUT and error.start >= len(head) - 3
        broken = head.decode("utf-8", "replace").count("\ufffd")
        if not cut and broken * 3 > sum(byte >= 0x80 for byte in head):
            return "cp1252", 0
    return "utf-8", 0


def decode(data: bytes) -> str:
    """The characters of ``data``; what cannot be read becomes U+FFFD. Line breaks become line feeds."""
    return _LINE_BREAKS.sub("\n", decode_exactly(data)).replace("\x00", "")


def decode_exactly(data: bytes) -> str:
    """The characters of ``data`` with its line breaks as they are; what cannot be read becomes U+FFFD."""
    encoding, mark = encoding_of(data)
    return data[mark:].decode(encoding, "replace")


def clean(text: str) -> str:
    """``text`` without controls (tab and line feed stay), bidi overrides, lone surrogates or heaps of marks."""
    if text.isascii() and text.isprintable():
        return text
    return _MARK_HEAPS.sub(r"\1", _UNWANTED.sub("", _SURROGATES.sub("\ufffd", text)))


def one_line(text: str) -> str:
    """``text`` cleaned, on one line, with single blanks, cut at 1,000 characters with an ellipsis."""
    line = " ".join(clean(text[: 4 * LONGEST_LINE]).split())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1].rstrip() + "…"


def address(text: str) -> str:
    """``text`` if it is a web address (http or https, at most 8,000 characters), else ""."""
    stripped = clean(text).strip()
    return stripped if len(stripped) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(stripped) else ""


def title_or_address(title: str, url: str) -> str:
    """The title on one line; where it is missing or only the address again, words taken from the address."""
    line = one_line(title)
    if line and line.rstrip("/") != url.rstrip("/") and not _ADDRESS.fullmatch(line):
        return line
    return title_from_address(url or line)


def title_from_address(url: str) -> str:
    """The last words of an address as a title ("https://a.example/hajin-falls.html": "Hajin falls"), or its host."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return one_line(url)
    names = [unquote(name) for name in parts.path.split("/") if re.search(r"[^\W\d_]{3}", name)]
    words = re.sub(r"\.\w{1,5}$", "", names[-1]) if names else ""
    line = one_line(re.sub(r"[-_+]+", " ", words))
    return line[:1].upper() + line[1:] if line else host or one_line(url)


def names(text: str, separator: str = ",") -> tuple[str, ...]:
    """The names in ``text``, parted at ``separator``, each once, at most 200."""
    return unique(text.split(separator))


def unique(texts: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Each of ``texts`` once, on one line, without the empty ones, at most 200."""
    lines = (one_line(text) for text in texts[: 4 * MOST_NAMES])
    return tuple(dict.fromkeys(line for line in lines if line))[:MOST_NAMES]


def listed(text: str) -> tuple[str, ...]:
    """The names of a list as Python or JSON writes it (``['war', "a's"]``); of any other text, parted at commas.

    Nothing is evaluated.
    """
    stripped = text.strip()
    if not stripped.startswith("["):
        return names(stripped)
    found = (match[1] if match[1] is not None else match[2] for match in _LIST_ITEM.finditer(stripped[:100_000]))
    return unique([_ESCAPE.sub(r"\1", name) for name in found])
