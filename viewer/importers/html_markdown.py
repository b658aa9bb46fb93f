"""HTML that is an article already, such as the body of a feed's entry, as Markdown: all of it, without a choice."""

from __future__ import annotations

from viewer.importers.html_bytes import without_controls
from viewer.importers.html_links import Links
from viewer.importers.html_render import to_markdown
from viewer.importers.html_scan import scan
from viewer.importers.html_tree import tree_of
from viewer.importers.html_walk import pieces_of
from viewer.importers.page_pictures import Pictures, in_folder


def markdown_of(html: str, *, url: str = "") -> str:
    """The Markdown of a piece of HTML; relative addresses are those of ``url``.

    Pictures keep their address on the web. Raises LibraryError where the HTML is too large or too deep to be read.
    """
    name = url or "The text"
    root = tree_of(without_controls(scan(html, name).text), name)
    return to_markdown(pieces_of(root, url).pieces, Pictures(in_folder(None), url).place, Links(url).whole)
