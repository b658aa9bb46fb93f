"""Links in double brackets, as Obsidian writes them."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from typing import TYPE_CHECKING
from urllib.parse import quote

from markdown.inlinepatterns import InlineProcessor

from viewer.document.slug import slug

if TYPE_CHECKING:
    import re

    from markdown import Markdown

_WIKILINK = r"(?<!!)\[\[([^\[\]\n]{1,200})\]\]"
_PICTURE_LINK = r"!\[\[([^\[\]\n|]{1,200}\.(?i:png|jpe?g|gif|webp|bmp|avif|tiff?))(?:\|([^\[\]\n]{0,200}))?\]\]"
_TEXT_FILES = (".md", ".markdown", ".txt")


class WikilinkProcessor(InlineProcessor):
    """``[[Name]]``, ``[[Name#Heading]]`` and ``[[Name|text]]``."""

    def __init__(self, converter: Markdown) -> None:
        super().__init__(_WIKILINK, converter)

    def handleMatch(  # type: ignore[override] # noqa: N802 - Markdown's name; its own subclasses widen the result too
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        """The link that the match stands for, and where it stands."""
        name, _, text = m[1].partition("|")
        link = ElementTree.Element("a", {"href": wikilink_target(name)})
        link.text = (text or name).strip()
        return link, m.start(0), m.end(0)


class EmbedProcessor(InlineProcessor):
    """``![[picture.png]]`` and ``![[picture.png|text]]``; what is no picture stays as written."""

    def __init__(self, converter: Markdown) -> None:
        super().__init__(_PICTURE_LINK, converter)

    def handleMatch(  # type: ignore[override] # noqa: N802 - Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        """The picture that the match stands for, and where it stands."""
        text = (m[2] or "").strip()
        alt = "" if text.replace("x", "").isdigit() else text  # Obsidian writes a width there
        return ElementTree.Element("img", {"src": quote(m[1].strip()), "alt": alt}), m.start(0), m.end(0)


def wikilink_target(name: str) -> str:
    """The relative address that ``[[name]]`` stands for: ``Name.md``, ``Name.md#heading`` or ``#heading``."""
    path, _, heading = name.strip().partition("#")
    if path and not path.lower().endswith(_TEXT_FILES):
        path += ".md"
    return quote(path) + (f"#{slug(heading)}" if heading else "")
