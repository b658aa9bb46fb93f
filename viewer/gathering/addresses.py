"""Addresses of the web to articles: pages with their pictures, PDFs, texts, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from viewer.gathering.pictures import Album
from viewer.importers import Kind
from viewer.importers.html_bytes import page_text
from viewer.importers.kinds import recognise_source
from viewer.importers.pictures_alone import picture_article
from viewer.importers.reading import describe_feed, in_words, read_source
from viewer.importers.sources import bytes_source
from viewer.importers.web_pages import read_web_page
from viewer.library import Progress
from viewer.model import DatelineError, ImportedArticle, ImportProblem
from viewer.network import Fetcher, FetchError, Wish, whole_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from viewer.network import Fetched

    Found = ImportedArticle | ImportProblem
    Tell = Callable[[Progress], object]

FETCHING = "fetching"

_FEEDS = frozenset([Kind.FEED, Kind.JSON_FEED])
_ADDRESS = re.compile(r"(?:https?|feed):\S+", re.I)
_FENCE = "---\n"
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
}
_SUBSCRIBE = "It is a feed{}, not a page. Subscribe to it: dateline feeds add {}"
_LIST = "It is a list of feeds. Save the file, and subscribe to what it lists: dateline feeds import FILE"
_ARCHIVE = "It is an archive of files, not a page. Save it, look what is in it, and add the file."
_NOT_READ = "It is none of the things that Dateline reads{}. Add the page that it stands on."


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that an address turned out to be."""

    url: str
    title: str


def is_address(text: str) -> bool:
    """Whether somebody who typed this meant an address of the web rather than a file."""
    return bool(_ADDRESS.fullmatch(text.strip()))


class Addresses:
    """Fetches addresses one after the other. ``feeds`` are those that turned out to be feeds."""

    def __init__(self, fetcher: Fetcher | None = None, tell: Tell | None = None) -> None:
        self._fetcher, self._tell = fetcher or Fetcher(), tell
        self.feeds: list[FoundFeed] = []

    def articles(self, addresses: Sequence[str]) -> Iterator[Found]:
        """The articles behind the addresses, and what did not come and why. Never raises for what it fetches."""
        for number, address in enumerate(addresses):
            if self._tell:
                self._tell(Progress(number, len(addresses), FETCHING))
            yield from self.article(address)

    def article(self, address: str) -> Iterator[Found]:
        """As ``articles``, for one address."""
        try:
            fetched = self._fetcher.fetch(Wish(address.strip()))
            yield from self._read(whole_address(address), fetched)
        except FetchError as error:
            yield ImportProblem(address, str(error))
        except (DatelineError, OSError) as error:
            yield ImportProblem(address, in_words(error))
        except MemoryError:
            yield ImportProblem(address, "It needs more memory than there is.")
        except Exception as error:  # parsers of strangers' pages raise whatever they like
            yield ImportProblem(address, f"It could not be read ({type(error).__name__}: {str(error)[:200]}).")

    def _read(self, address: str, fetched: Fetched) -> Iterator[Found]:
        now = datetime.now(UTC)
        if picture := picture_article(fetched.data, url=fetched.address, saved=now):
            yield picture
            return
        source = bytes_source(_name(fetched), fetched.data)
        kind = recognise_source(source)
        if kind is Kind.PAGE:
            yield from self._page(address, fetched, now)
        elif kind in _FEEDS:
            yield self._feed(address, fetched)
        elif kind in (Kind.OPML, Kind.ARCHIVE, Kind.UNKNOWN):
            yield ImportProblem(address, _why_not(kind, fetched))
        else:
            data = _in_utf_8(fetched) if kind in (Kind.TEXT, Kind.MARKDOWN) else fetched.data
            for found in read_source(bytes_source(source.name, data)):
                yield _placed(found, fetched.address, now)

    def _page(self, address: str, fetched: Fetched, now: datetime) -> Iterator[Found]:
        album = Album(self._fetcher, fetched, self._tell)
        page = read_web_page(
            fetched.data, url=fetched.address, charset=fetched.charset, saved=now, pictures=album.fetch
        )
        yield page.article
        if page.missing:
            yield ImportProblem(address, album.complaint(page.missing))

    def _feed(self, address: str, fetched: Fetched) -> ImportProblem:
        title = describe_feed(fetched.data, url=fetched.address).title
        self.feeds.append(FoundFeed(fetched.moved_to or address, title))
        return ImportProblem(address, _SUBSCRIBE.format(f" (“{title}”)" if title else "", address))


def _placed(found: Found, address: str, now: datetime) -> Found:
    if isinstance(found, ImportProblem):
        return replace(found, item=address)
    header = found.header
    if header.startswith(_FENCE) and not found.url:
        header = f'{_FENCE}source: "{address}"\n{header.removeprefix(_FENCE)}'
    return replace(found, url=found.url or address, saved=now, item=address, header=header)


def _why_not(kind: Kind, fetched: Fetched) -> str:
    if kind is Kind.OPML:
        return _LIST
    return _ARCHIVE if kind is Kind.ARCHIVE else _NOT_READ.format(f" ({fetched.kind})" if fetched.kind else "")


def _name(fetched: Fetched) -> str:
    """A file name for what was fetched, with the ending of its kind: importers look at it where bytes do not tell."""
    name = unquote(urlsplit(fetched.address).path.rpartition("/")[2])[:100] or "page"
    suffix = _SUFFIXES.get(fetched.kind, "")
    if not suffix and not fetched.kind and "." not in name:
        suffix = ".html"
    return name if name.lower().endswith(suffix) else f"{name}{suffix}"


def _in_utf_8(fetched: Fetched) -> bytes:
    return page_text(fetched.data, fetched.charset).encode("utf-8", "replace")
