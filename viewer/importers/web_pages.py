"""A page of the web that somebody else has fetched, to an article. Nothing is fetched here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from viewer.importers.html_bytes import page_text
from viewer.importers.page_links import FeedLink, believed, page_links
from viewer.importers.page_pictures import MAX_PICTURES
from viewer.importers.pages import original_of, read_decoded_page

if TYPE_CHECKING:
    from datetime import datetime

    from viewer.model import ImportedArticle

_COUNTER = re.compile(r"(?:^|[/_.-])(?:pixel|beacon|track(?:er|ing)?|1x1|spacer|blank|counter)(?:[/_.-]|$)", re.I)
_SAYS_ITS_CHARSET = re.compile(rb"charset\s{0,9}=", re.I)
_HEAD = 6_000


@dataclass(frozen=True, slots=True)
class WebPage:
    """The article of a page, and the addresses of its pictures, as its Markdown writes them."""

    article: ImportedArticle
    pictures: tuple[str, ...] = ()


def read_web_page(data: bytes, *, url: str, charset: str = "", saved: datetime | None = None) -> WebPage:
    """The article of a page that was fetched from ``url``, with ``charset`` as the server states it.

    The article's address is the one that the page calls its own, where that is of the same site; ``fetched_from`` is
    kept where it differs. Raises LibraryError, with a sentence, where the page holds no article.
    """
    links = page_links(page_text(data, charset), url)
    wanted: list[str] = []

    def note(source: str) -> None:
        if address := _picture_address(links.base, source):
            wanted.append(address)

    original = original_of(data, "", ".html")
    article = read_decoded_page(data, original, url=url, name="", find=note, charset=charset)
    placed = _placed(article, links.own, url, data, charset, saved)
    return WebPage(placed, tuple(dict.fromkeys(wanted))[:MAX_PICTURES])


def feeds_of_page(data: bytes, *, url: str, charset: str = "") -> tuple[FeedLink, ...]:
    """The feeds that a page names as its own, in its order."""
    return page_links(page_text(data, charset), url).feeds


def _placed(
    article: ImportedArticle, own: str, url: str, data: bytes, charset: str, saved: datetime | None
) -> ImportedArticle:
    address = believed(own, url)
    extra = [("fetched_from", url)] if address != url else []
    if charset and not _SAYS_ITS_CHARSET.search(data[:_HEAD]) and not data.isascii():
        extra.append(("original_charset", charset))  # else whoever reads the kept page again would have to guess
    return replace(article, url=address, saved=saved, item=url, extra=(*article.extra, *extra))


def _picture_address(base: str, source: str) -> str:
    """Where a picture of a page may be fetched, "" for none, or for one that only counts who looks."""
    if source.lower().startswith(("data:", "cid:", "blob:")):
        return ""
    try:
        whole = urljoin(base, source)
        parts = urlsplit(whole)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname or _COUNTER.search(parts.path):
        return ""
    return whole
