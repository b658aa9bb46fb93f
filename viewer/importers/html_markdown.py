"""HTML that is all article, such as the entry of a feed, as Markdown."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from viewer.importers.html_bytes import without_controls
from viewer.importers.html_links import Links
from viewer.importers.html_render import to_markdown
from viewer.importers.html_scan import scan
from viewer.importers.html_tree import tree_of
from viewer.importers.html_walk import pieces_of


def markdown_of(html: str, *, url: str = "") -> str:
    """The whole of ``html`` as Markdown, links and pictures with their whole addresses where ``url`` is known.

    Without ``url`` relative names stay as they are written. Raises LibraryError for HTML that is too large or empty.
    """
    root = tree_of(without_controls(scan(html, "The text").text), "The text")

    def place(source: str) -> str:
        try:
            whole = urljoin(url, source) if url else source
            return whole if urlsplit(whole).scheme in ("", "http", "https") else ""
        except ValueError:
            return ""

    return to_markdown(pieces_of(root, url).pieces, place, Links(url).whole)
