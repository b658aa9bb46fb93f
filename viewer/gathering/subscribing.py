"""From an address that somebody typed to the feed that it means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from viewer.importers import FetchedFeed
from viewer.model import ImportedFeed, LibraryError
from viewer.network import FEED, Limits, Wish, whole_address

if TYPE_CHECKING:
    from viewer.importers import Questioner
    from viewer.network import Fetched, Fetcher

_ACCEPT = (
    "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/html;q=0.8,*/*;q=0.5"
)
_NONE = "{} is no feed, and names none. Look for the address of the feed on the site (RSS, Atom or JSON Feed)."


@dataclass(frozen=True, slots=True)
class FeedsThere:
    """The feeds behind an address, the first choice first; ``answer`` is what came, where that is the feed itself."""

    feeds: tuple[ImportedFeed, ...]
    answer: Fetched | None = None


def feeds_at(
    address: str, fetcher: Fetcher, apart: Questioner, *, limits: Limits = FEED, folders: tuple[str, ...] = ()
) -> FeedsThere:
    """The feed at an address, or those that the page there names, the page's first choice first.

    Raises FetchError where the address cannot be had, LibraryError where there is no feed.
    """
    fetched = fetcher.fetch(Wish(address, _ACCEPT, limits))
    asked = {"url": fetched.address, "kind": fetched.kind, "charset": fetched.charset}
    found = [one for one in apart.ask("feeds_behind", fetched.data, **asked) if isinstance(one, FetchedFeed)]
    if not found:
        raise LibraryError(_NONE.format(address))
    if found[0].url == fetched.address:  # it is the feed itself: its own address is the one to ask next time
        url = fetched.moved_to or whole_address(address)
        feed = ImportedFeed(url, found[0].title, found[0].site_url, folders)
        return FeedsThere((feed,), replace(fetched, moved_to=""))
    return FeedsThere(tuple(ImportedFeed(one.url, one.title, one.site_url, folders) for one in found))
