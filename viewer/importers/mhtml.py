"""A web page saved as one file (MHTML, RFC 2557) to an article."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Literal
from urllib.parse import urljoin

from viewer.importers.html_bytes import MAX_BYTES
from viewer.importers.page_metadata import is_web_address
from viewer.importers.pages import original_of, read_decoded_page
from viewer.model import ImportedArticle, LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from email.message import Message

MAX_PARTS = 3_000
MAX_NESTED = 20

_PART = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE)
_MULTIPART = re.compile(rb"^content-type:\s{0,9}multipart/", re.IGNORECASE | re.MULTILINE)


def read_mhtml(data: bytes, *, name: str, mode: Literal["article", "other", "page"] = "article") -> ImportedArticle:
    """The article of a page saved as MHTML, with the pictures that the file holds; nothing is fetched.

    ``mode`` is that of ``read_page``. Raises LibraryError, with a sentence for the reader, where the file is too
    large, is no MHTML, or holds no article.
    """
    message = _message(data, name)
    page = _page(message)
    if page is None:
        raise LibraryError(f"{name} holds no web page. It may be cut short; save the page once more.")
    location = _location(page) or _header(message, "Snapshot-Content-Location")
    article = read_decoded_page(
        _payload(page),
        original_of(data, name, ".mhtml"),
        url=location if is_web_address(location) else "",
        name=name,
        find=_finder(message, location),
        mode=mode,
        charset=_charset(page),
    )
    return replace(article, saved=article.saved or _saved(message))


def _message(data: bytes, name: str) -> Message:
    if len(data) > MAX_BYTES * 2:
        raise LibraryError(f"{name} is too large for an article ({len(data):,} bytes).")
    if len(_PART.findall(data)) > MAX_PARTS or len(_MULTIPART.findall(data)) > MAX_NESTED:
        raise LibraryError(f"{name} holds too many parts for one article.")
    try:
        return message_from_bytes(data, policy=policy.compat32)
    except (RecursionError, ValueError, LookupError) as error:
        raise LibraryError(f"{name} is no web page saved as MHTML, or it is damaged.") from error


def _page(message: Message) -> Message | None:
    """The part that is the page: the first of HTML."""
    return next(
        (part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None
    )


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str:
    try:
        return str(part.get_content_charset() or "")
    except (LookupError, ValueError):
        return ""


def _header(part: Message, name: str) -> str:
    return "".join(str(part.get(name) or "").split())[:4_000]


def _location(part: Message) -> str:
    return _header(part, "Content-Location")


def _finder(message: Message, location: str) -> Callable[[str], bytes | None]:
    """Finds parts by their address or their id."""
    parts: dict[str, Message] = {}
    for part in message.walk():
        if part.get_content_maintype() == "image":
            parts.setdefault(_location(part), part)
            parts.setdefault(f"cid:{_header(part, 'Content-ID').strip('<>')}", part)
    parts.pop("", None)

    def find(source: str) -> bytes | None:
        try:
            part = parts.get(source) or parts.get(urljoin(location, source))
        except ValueError:
            return None
        return _payload(part) if part is not None else None

    return find


def _saved(message: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(str(message.get("Date") or ""))
    except (ValueError, TypeError, IndexError):
        return None
