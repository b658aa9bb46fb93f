"""HTML that came with an export, as Markdown; the page itself is kept beside it."""

from __future__ import annotations

from viewer.importers.words import clean
from viewer.model import ImportedFile

LONGEST_BODY = 64 * 1024 * 1024


def body_of(html: str, url: str = "") -> str:
    """The Markdown of an article's HTML, "" for none. Raises what the converter raises for HTML it refuses."""
    if not html.strip():
        return ""
    # Imported here: the converter loads an HTML parser, which lists of addresses have no need of.
    from viewer.importers.html_markdown import markdown_of

    return markdown_of(clean(html[:LONGEST_BODY]), url=url).strip()


def original_page(html: str) -> ImportedFile | None:
    """The HTML as it came, to be kept beside the article; None where there was none."""
    return ImportedFile("original.html", html.encode("utf-8", "replace")) if html.strip() else None
