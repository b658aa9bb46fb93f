"""A scanned page to a tree, and small questions that are asked of its elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html

from viewer.model import LibraryError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def tree_of(text: str, name: str) -> HtmlElement:
    """The root of the page. Nothing is fetched, no entity defined by the page is expanded.

    Raises LibraryError where there is nothing to parse.
    """
    # Within its usual limits the parser stops at depth 256 and at attributes of 10 MB, and says so only in its log.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise LibraryError(f"{name} holds no web page that can be read.") from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise LibraryError(f"{name} cannot be read as an article: its elements are nested too deeply.")
    if root.tag != "html" or root.find("body") is None:
        raise LibraryError(f"{name} holds no web page that can be read.")
    return root


def one_line(text: str) -> str:
    """``text`` with every stretch of white space as one space."""
    return " ".join(text.split())


def text_of(element: HtmlElement) -> str:
    """All text below ``element`` in one line."""
    return one_line("".join(element.itertext()))


def classes(element: HtmlElement) -> str:
    """What the page's author calls the element: its class and id, in small letters."""
    return f"{element.get('class', '')} {element.get('id', '')}".lower()


def is_hidden(element: HtmlElement) -> bool:
    """Whether the page itself does not show the element."""
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden") == "true" and "fallback-image" not in attributes.get("class", ""):
        return True
    style = attributes.get("style")
    return style is not None and _HIDING_STYLE.search(style) is not None
