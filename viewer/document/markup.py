"""Markdown to clean HTML. The only place that knows Python-Markdown and nh3; both are imported when first needed."""

from __future__ import annotations

import threading
import xml.etree.ElementTree as ElementTree
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from markdown import Markdown

_TAG_NAMES = """
    p div section article main header footer aside nav address center h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote
    pre code table thead tbody tfoot tr th td caption figure figcaption img a b strong i em cite dfn var u ins s del
    strike mark sub sup kbd samp tt small big q abbr time span font br hr details summary wbr
"""
_DROPPED_NAMES = """
    script style svg math noscript noembed noframes iframe frameset object embed applet template audio video canvas
    select datalist textarea button title head xmp plaintext
"""
_ATTRIBUTES = {
    "*": {"id"},
    "a": {"href", "class", "name"},
    "div": {"class"},
    "img": {"src", "alt", "title"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align"},
    "ol": {"start"},
}
_EXTENSIONS = ["tables", "fenced_code", "footnotes", "def_list", "sane_lists"]

_kept = threading.local()


def to_html(markdown: str) -> str:
    """Clean HTML of ``markdown``: only tags and attributes that the walk knows. May raise what Markdown raises."""
    import nh3

    html = _converted(markdown)
    return nh3.clean(
        html,
        tags=set(_TAG_NAMES.split()),
        clean_content_tags=set(_DROPPED_NAMES.split()),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )


def _converted(markdown: str) -> str:
    """Raw HTML. The converter is kept, one for each thread, unless it failed: its state is then unsound."""
    converter = getattr(_kept, "converter", None) or _new_converter()
    _kept.converter = None
    html = converter.convert(markdown)
    converter.reset()
    _kept.converter = converter
    return str(html)


def _new_converter() -> Markdown:
    from markdown import Markdown
    from markdown.inlinepatterns import SimpleTagInlineProcessor

    converter = Markdown(
        extensions=list(_EXTENSIONS),
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    )
    for name, pattern, tag in (("strike", r"(~~)(?=\S)([^~\n]+)~~", "del"), ("mark", r"(==)(?=\S)([^=\n]+)==", "mark")):
        converter.inlinePatterns.register(SimpleTagInlineProcessor(pattern, tag), name, 65)
    converter.inlinePatterns.register(_wikilink_processor(converter), "wikilink", 165)
    return converter


def _wikilink_processor(converter: Markdown):  # type: ignore[no-untyped-def]
    from markdown.inlinepatterns import InlineProcessor

    class WikilinkProcessor(InlineProcessor):
        """``[[Name]]`` and ``[[Name|text]]``."""

        def handleMatch(self, m: re.Match[str], data: str) -> tuple[ElementTree.Element, int, int]:  # noqa: N802
            name, _, text = m[1].partition("|")
            link = ElementTree.Element("a", {"href": wikilink_target(name)})
            link.text = (text or name).strip()
            return link, m.start(0), m.end(0)

    return WikilinkProcessor(r"(?<!!)\[\[([^\[\]\n]{1,200})\]\]", converter)


def wikilink_target(name: str) -> str:
    """The relative address that ``[[name]]`` stands for."""
    from urllib.parse import quote

    path, _, heading = name.strip().partition("#")
    if path and not path.lower().endswith((".md", ".txt", ".markdown")):
        path += ".md"
    return quote(path) + (f"#{quote(heading.strip().lower().replace(' ', '-'))}" if heading else "")
