"""Which addresses may stand in the text of record."""

from __future__ import annotations

import re
from urllib.parse import unquote

_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_PICTURES_NOT_DECODED = (".svg", ".svgz")
_MAIL = re.compile(r"[^\s?&#<>\"]+@[^\s?&#<>\"]+")
_LONGEST = 4_000


def safe_link(address: str) -> str:
    """``address`` if it is http, https, mailto (without its fields), a path or ``#anchor``; else "".

    A path is relative to the article or, with ``/`` before it, to the library; it is never one of the system.
    Control characters are taken out first, as browsers do, so that none hides a scheme. ``//host/x`` becomes https.
    """
    address = _INVISIBLE.sub("", address.strip()) if not address.isalnum() else address
    if not address or len(address) > _LONGEST:
        return ""
    if found := _SCHEME.match(address):
        return _with_scheme(found[1].lower(), address)
    if address.startswith("//"):
        return f"https:{address}" if len(address) > 2 and address[2] not in "/\\" else ""
    return "" if "\\" in address else address


def _with_scheme(scheme: str, address: str) -> str:
    rest = address[len(scheme) + 1 :]
    if scheme in {"http", "https"}:
        return f"{scheme}:{rest}" if rest.startswith("//") and rest.strip("/\\") else ""
    if scheme == "mailto" and (found := _MAIL.match(rest)):
        return f"mailto:{found[0]}"
    return ""


def safe_image_source(source: str) -> str:
    """``source`` if it is a relative path that may name a picture of the library; else "".

    Addresses with a scheme or host, absolute paths, drive letters, backslashes and SVG are none, written plainly or
    with percent signs.
    """
    source = source.strip()
    for written in (source, unquote(source)):
        if not written or len(written) > _LONGEST or _INVISIBLE.sub("", written) != written.replace(" ", ""):
            return ""
        if _SCHEME.match(written) or written.startswith("/") or "\\" in written:
            return ""
        if re.split(r"[?#]", written)[0].lower().endswith(_PICTURES_NOT_DECODED):
            return ""
    return source
