"""The pictures of a page, a few at a time, within what a page may hold in all."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.importers.page_pictures import Pictures
from viewer.library import Progress
from viewer.library.article_files import with_links_to
from viewer.network import PICTURE, FetchError, Wish
from viewer.network.limits import LARGEST_WHOLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from viewer.model import ImportedArticle
    from viewer.network import Fetched, Fetcher, Limits

AT_ONCE = 4
PATIENCE = 120.0
"""Seconds for all pictures of a page."""

PICTURES = "fetching pictures"
_ACCEPT = "image/png,image/jpeg,image/webp,image/gif"


def with_pictures(article: ImportedArticle, found: Mapping[str, bytes]) -> ImportedArticle:
    """The article with those pictures that may stand beside it; its Markdown names their files, not their addresses.

    Only the first bytes of each are looked at.
    """
    pictures = Pictures(found.get, "")
    places = {address: pictures.place(address) for address in found}
    kept = {address: place for address, place in places.items() if place not in ("", address)}
    return replace(article, markdown=with_links_to(article.markdown, kept), files=(*article.files, *pictures.files))


class Album:
    """Fetches the pictures of one page, from http and https alone, and keeps why one did not come."""

    def __init__(
        self,
        fetcher: Fetcher,
        page: Fetched,
        tell: Callable[[Progress], object] | None = None,
        *,
        limits: Limits = PICTURE,
        most: int = LARGEST_WHOLE,
        patience: float = PATIENCE,
    ) -> None:
        self._fetcher, self._tell, self._limits, self._patience = fetcher, tell, limits, patience
        self._from_home, self._left = page.at_home, most - len(page.data)
        self._ends = 0.0
        self._guard = threading.Lock()
        self._reasons: dict[str, str] = {}

    def fetch(self, addresses: Sequence[str]) -> Mapping[str, bytes]:
        """The bytes of those pictures that came, by address, in the order of ``addresses``."""
        found: dict[str, bytes] = {}
        self._ends = time.monotonic() + self._patience
        with ThreadPoolExecutor(AT_ONCE) as threads:
            waiting = {threads.submit(self._one, address): address for address in addresses}
            for number, done in enumerate(as_completed(waiting), 1):
                if (data := done.result()) is not None:
                    found[waiting[done]] = data
                if self._tell:
                    self._tell(Progress(number, len(addresses), PICTURES))
        return {address: found[address] for address in addresses if address in found}

    def complaint(self, missing: Sequence[str]) -> str:
        """Which pictures did not come, and why, as a sentence."""
        number = "one of its pictures" if len(missing) == 1 else f"{len(missing):,} of its pictures"
        return f"It came without {number}. {self._reasons.get(missing[0], '')}".rstrip()

    def _one(self, address: str) -> bytes | None:
        try:
            return self._fetched(address)
        except FetchError as error:
            self._reasons[address] = str(error)
            return None

    def _fetched(self, address: str) -> bytes | None:
        with self._guard:
            room, seconds = min(self._left, self._limits.bytes), self._ends - time.monotonic()
        if room <= 0 or seconds <= 0:
            why = "took too long" if seconds <= 0 else "are larger than a page may be"
            self._reasons[address] = f"All of them together {why}."
            return None
        limits = replace(self._limits, bytes=room, deadline=min(seconds, self._limits.deadline))
        data = self._fetcher.fetch(Wish(address, _ACCEPT, limits, from_home=self._from_home)).data
        with self._guard:
            self._left -= len(data)
        return data
