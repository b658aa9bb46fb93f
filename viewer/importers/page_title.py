"""The title of a page without the name of its site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.importers.html_tree import one_line, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.html import HtmlElement

MAX_TITLE = 400

_META = [
    "dc:title",
    "dc.title",
    "dcterm:title",
    "dcterms.title",
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "title",
]
_SEPARATOR = re.compile(r"\s+[|\-–—\\/>»·:]{1,2}\s+")


def page_title(root: HtmlElement, meta: Mapping[str, str], in_json_ld: Sequence[str], site: str) -> str:
    """The title that the page states, else that of its window or first heading; "" where it has none.

    Of several titles in linked data the one that the window shows too is the right one.
    """
    element = root.find(".//head/title")
    window = one_line(element.text or "") if element is not None else ""
    headings = [text for heading in root.iter("h1") if (text := text_of(heading))][:5]
    named = next((title for title in in_json_ld if title.casefold() in window.casefold()), next(iter(in_json_ld), ""))
    stated = next(filter(None, (named, *(meta.get(name, "") for name in _META))), "")
    title = without_site(stated, site) if stated else _from_window(window, headings, site)
    return (title or next(iter(headings), ""))[:MAX_TITLE]


def without_site(title: str, site: str) -> str:
    """``title`` without the site's name before or after it."""
    if not site:
        return title
    parts = _SEPARATOR.split(title)
    for index in (-1, 0):
        if len(parts) > 1 and parts[index].casefold() == site.casefold():
            rest = title[: title.rindex(parts[-1])] if index else title[len(parts[0]) :]
            return re.sub(r"^\s*[|\-–—\\/>»·:]{1,2}\s+|\s+[|\-–—\\/>»·:]{1,2}\s*$", "", rest).strip()
    return title


def _from_window(window: str, headings: list[str], site: str) -> str:
    """The window's title: the part that a heading repeats, else all but a short last part."""
    for heading in headings:
        if len(heading) > 10 and heading.casefold() in window.casefold():
            return heading
    shorter = without_site(window, site)
    parts = _SEPARATOR.split(shorter)
    if shorter != window or len(parts) < 2:
        return shorter
    rest = shorter[: shorter.rindex(parts[-1])].rstrip()
    rest = re.sub(r"\s+[|\-–—\\/>»·:]{1,2}$", "", rest)
    return rest if len(rest.split()) > 2 and len(parts[-1].split()) < 5 else shorter
