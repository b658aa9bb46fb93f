"""Markdown to clean HTML. Imported only when the first article is parsed: Python-Markdown and nh3 take their time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import nh3
from markdown import Markdown
from markdown.inlinepatterns import SimpleTagInlineProcessor

from viewer.document.wikilinks import EmbedProcessor, WikilinkProcessor

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAG_NAMES = """
    p div section article main header footer aside nav address center h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote
    pre code table thead tbody tfoot tr th td caption figure figcaption img a b strong i em cite dfn var u ins s del
    strike mark sub sup kbd samp tt small big q abbr time span font br hr details summary wbr
"""
_DROPPED_NAMES = """
    script style svg math noscript noembed noframes iframe frameset object embed applet template audio video canvas
    select datalist textarea button title head xmp plaintext
"""
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": frozenset({"id"}),
    "a": frozenset({"href", "class", "name"}),
    "div": frozenset({"class"}),
    "img": frozenset({"src", "alt", "title"}),
    "td": frozenset({"colspan", "rowspan", "align"}),
    "th": frozenset({"colspan", "rowspan", "align"}),
    "ol": frozenset({"start"}),
}
_EXTENSIONS = ("tables", "fenced_code", "footnotes", "def_list", "sane_lists")
_STRIKE = r"(~~)(?=\S)([^~\n]++)~~"
_HIGHLIGHT = r"(==)(?=\S)([^=\n]++)=="

_kept = threading.local()
_cleaner = nh3.Cleaner(
    tags=set(_TAG_NAMES.split()),
    clean_content_tags=set(_DROPPED_NAMES.split()),
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
    strip_comments=True,
)


def to_html(markdown: str) -> str:
    """Clean HTML of ``markdown``: only tags and attributes that the walk knows. May raise what Markdown raises."""
    return _cleaner.clean(_converted(markdown))


def _converted(markdown: str) -> str:
    """Raw HTML. The converter is kept, one for each thread, unless it failed: its state is then unsound."""
    converter = getattr(_kept, "converter", None) or _new_converter()
    _kept.converter = None
    html = converter.convert(markdown)
    converter.reset()
    _kept.converter = converter
    return html


def _new_converter() -> Markdown:
    converter = Markdown(
        extensions=list(_EXTENSIONS),
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    )
    patterns = converter.inlinePatterns
    patterns.register(SimpleTagInlineProcessor(_STRIKE, "del"), "strike", 65)
    patterns.register(SimpleTagInlineProcessor(_HIGHLIGHT, "mark"), "highlight", 64)
    patterns.register(WikilinkProcessor(converter), "wikilink", 172)
    patterns.register(EmbedProcessor(converter), "embed", 171)
    return converter
