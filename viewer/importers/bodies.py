"""HTML that came with an export, as Markdown; the page itself is kept beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.importers.words import clean, one_line
from viewer.model import ImportedFile

if TYPE_CHECKING:
    from viewer.importers.drafts import Doubts

LONGEST_BODY = 64 * 1024 * 1024


def body_of(html: str, url: str, doubts: Doubts) -> str:
    """The Markdown of an article's HTML, "" for none; "" and a doubt for HTML that cannot be converted."""
    if not html.strip():
        return ""
    # Imported here: the converter loads an HTML parser, which lists of addresses have no need of.
    from viewer.importers.html_markdown import markdown_of

    try:
        return markdown_of(clean(html[:LONGEST_BODY]), url=url).strip()
    except Exception as error:  # parsers raise whatever they like on broken input, and the page is kept all the same
        doubts.reasons.append(f"It came without its text, which cannot be read ({one_line(str(error))[:200]}).")
        return ""


def original_page(html: str) -> ImportedFile | None:
    """The HTML as it came, to be kept beside the article; None where there was none."""
    return ImportedFile("original.html", html.encode("utf-8", "replace")) if html.strip() else None
