"""Links of a page to whole addresses."""

from __future__ import annotations

from urllib.parse import urljoin

MAX_LINK = 4_000


class Links:
    """Makes links whole with the page's address, "" where that is not known."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._known: dict[str, str] = {}

    def whole(self, href: str) -> str:
        """``href`` with scheme and host, as it is where the page's address is not known.

        "" for what is no address to follow: only http, https and mailto are.
        """
        if href not in self._known:
            self._known[href] = self._whole(href.strip())
        return self._known[href]

    def _whole(self, href: str) -> str:
        if not href or href == "#" or len(href) > MAX_LINK:
            return ""
        try:
            whole = urljoin(self._url, href) if self._url else href
        except ValueError:
            return ""
        scheme = whole.partition(":")[0].lower() if ":" in whole.partition("/")[0] else ""
        return whole if scheme in {"", "http", "https", "mailto"} else ""
