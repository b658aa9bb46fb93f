"""Addresses of the web to articles: pages with their pictures, PDFs, texts, pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from viewer.gathering.pictures import Album, with_pictures
from viewer.importers import FetchedFeed, FetchedPage, Questioner
from viewer.library import Progress
from viewer.model import DatelineError, ImportedArticle, ImportProblem
from viewer.network import Fetcher, Wish, whole_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from viewer.network import Fetched

    Found = ImportedArticle | ImportProblem
    Tell = Callable[[Progress], object]

FETCHING = "fetching"
SECONDS_TO_READ = 30.0
"""For one page or feed, on a busy machine too."""

_SUBSCRIBE = "It is a feed{}, not a page. Subscribe to it: dateline feeds add {}"


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that an address, ``item``, turned out to be; ``url`` is where it lies for good."""

    url: str
    title: str
    item: str


class Addresses:
    """Fetches addresses one after the other; what comes is read in a process apart, see ``importers.apart``.

    A context manager, whose end is that of the process. ``feeds`` are the addresses that turned out to be feeds.
    """

    def __init__(self, fetcher: Fetcher | None = None, tell: Tell | None = None) -> None:
        self._fetcher, self._tell = fetcher or Fetcher(), tell
        self._apart = Questioner(SECONDS_TO_READ)
        self.feeds: list[FoundFeed] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._apart.__exit__()

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
        except DatelineError as error:
            yield ImportProblem(address, str(error))
        except MemoryError:
            yield ImportProblem(address, "It needs more memory than there is.")

    def _read(self, address: str, fetched: Fetched) -> Iterator[Found]:
        now = datetime.now(UTC)
        options = {"url": fetched.address, "kind": fetched.kind, "charset": fetched.charset, "saved": now}
        for found in self._apart.ask("read_fetched", fetched.data, **options):
            if isinstance(found, FetchedPage):
                yield from self._page(address, fetched, found)
            elif isinstance(found, FetchedFeed):
                self.feeds.append(FoundFeed(fetched.moved_to or address, found.title, address))
                title = f" (“{found.title}”)" if found.title else ""
                yield ImportProblem(address, _SUBSCRIBE.format(title, address))
            else:
                yield replace(found, item=address)

    def _page(self, address: str, fetched: Fetched, page: FetchedPage) -> Iterator[Found]:
        album = Album(self._fetcher, fetched, self._tell)
        found = album.fetch(page.pictures)
        yield replace(with_pictures(page.article, found), item=address)
        if missing := [picture for picture in page.pictures if picture not in found]:
            yield ImportProblem(address, album.complaint(missing))
