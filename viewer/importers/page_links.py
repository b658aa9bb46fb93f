"""What the head of a page says of addresses: its own, the one that others are relative to, its feeds."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from viewer.importers.drafts import web_address
from viewer.importers.markup import tags
from viewer.importers.words import one_line

if TYPE_CHECKING:
    from viewer.importers.markup import Tag

_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_MOST_FEEDS = 20
_MOST_TAGS = 2_000
_LOOKED_AT = 2_000_000
_PREFIXES = ("www.", "m.", "mobile.", "amp.", "edition.")


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names as its own."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """``own`` is the canonical address or "", ``base`` what relative ones begin from, ``feeds`` those of the page."""

    own: str
    base: str
    feeds: tuple[FeedLink, ...]


def page_links(text: str, url: str) -> PageLinks:
    """The addresses that the HTML of a page at ``url`` states. Linear in its length."""
    found = _Links(url)
    told = (tag for tag in tags(text[:_LOOKED_AT]) if not tag.closing and tag.name in ("link", "meta", "base"))
    for tag in itertools.islice(told, _MOST_TAGS):
        found.take(tag)
    return PageLinks(found.canonical or found.shared, found.base or url, tuple(found.feeds.values()))


class _Links:
    """Gathers the links of a head. The first of each kind counts."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.canonical = self.shared = self.base = ""
        self.feeds: dict[str, FeedLink] = {}

    def take(self, tag: Tag) -> None:
        """Note what one ``link``, ``meta`` or ``base`` says."""
        fields = tag.attributes()
        if tag.name == "base":
            self.base = self.base or self._whole(fields.get("href", ""))
        elif tag.name == "meta":
            if fields.get("property", "").lower() == "og:url":
                self.shared = self.shared or web_address(fields.get("content", ""))
        else:
            self._take_link(fields)

    def _take_link(self, fields: dict[str, str]) -> None:
        roles, address = fields.get("rel", "").lower().split(), self._whole(fields.get("href", ""))
        if "canonical" in roles:
            self.canonical = self.canonical or address
        elif "alternate" in roles and _is_feed(fields) and address and len(self.feeds) < _MOST_FEEDS:
            self.feeds.setdefault(address, FeedLink(address, one_line(fields.get("title", ""))))

    def _whole(self, address: str) -> str:
        try:
            return web_address(urljoin(self.base or self._url, address.strip())) if address.strip() else ""
        except ValueError:
            return ""


def _is_feed(fields: dict[str, str]) -> bool:
    return fields.get("type", "").partition(";")[0].strip().lower() in _FEEDS


def believed(own: str, fetched: str) -> str:
    """The address to keep for a page: the one that it calls its own, where that can be true, else where it was fetched.

    A page may speak only for its own site, and not call the front page its own while it stands elsewhere.
    """
    try:
        stated, found = urlsplit(own), urlsplit(fetched)
    except ValueError:
        return fetched
    if not own or _site(stated.hostname or "") != _site(found.hostname or "") or stated.port != found.port:
        return fetched
    return fetched if stated.path in ("", "/") and found.path not in ("", "/") else own


def _site(host: str) -> str:
    for prefix in _PREFIXES:
        host = host.removeprefix(prefix)
    return host
