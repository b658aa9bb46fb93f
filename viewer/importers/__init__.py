"""Files, pages, feeds and exports of other readers to articles. Loaded by name, for the parsers take their time."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.importers.apart import Questioner, ask_apart, read_apart
    from viewer.importers.feeds import FeedInfo
    from viewer.importers.fetched import FetchedFeed, FetchedPage, feeds_behind, read_fetched, read_subscription
    from viewer.importers.kinds import Kind, recognise
    from viewer.importers.mhtml import read_mhtml
    from viewer.importers.originals import read_original
    from viewer.importers.pages import read_page
    from viewer.importers.pasted import pasted_addresses, read_pasted
    from viewer.importers.reading import describe_feed, read, read_feed, read_feed_list

_HOMES = {
    "FeedInfo": "viewer.importers.feeds",
    "FetchedFeed": "viewer.importers.fetched",
    "FetchedPage": "viewer.importers.fetched",
    "Questioner": "viewer.importers.apart",
    "feeds_behind": "viewer.importers.fetched",
    "pasted_addresses": "viewer.importers.pasted",
    "read_fetched": "viewer.importers.fetched",
    "read_subscription": "viewer.importers.fetched",
    "read_pasted": "viewer.importers.pasted",
    "Kind": "viewer.importers.kinds",
    "ask_apart": "viewer.importers.apart",
    "describe_feed": "viewer.importers.reading",
    "read": "viewer.importers.reading",
    "read_apart": "viewer.importers.apart",
    "read_feed": "viewer.importers.reading",
    "read_feed_list": "viewer.importers.reading",
    "read_mhtml": "viewer.importers.mhtml",
    "read_original": "viewer.importers.originals",
    "read_page": "viewer.importers.pages",
    "recognise": "viewer.importers.kinds",
}

__all__ = [
    "FeedInfo",
    "FetchedFeed",
    "FetchedPage",
    "Kind",
    "Questioner",
    "ask_apart",
    "describe_feed",
    "feeds_behind",
    "pasted_addresses",
    "read",
    "read_apart",
    "read_feed",
    "read_feed_list",
    "read_fetched",
    "read_mhtml",
    "read_original",
    "read_page",
    "read_pasted",
    "read_subscription",
    "recognise",
]


def __getattr__(name: str) -> object:
    """The public name ``name`` from the module that makes it. Raises AttributeError for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
