"""When a page was published, and which part of the page says so."""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from viewer.importers.html_names import beside_the_article
from viewer.importers.moments import FIRST_YEAR, from_mail
from viewer.importers.visible_dates import holds_others, is_another_day, speaks_of_a_change, visible_day
from viewer.importers.written_dates import day_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

_META = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.created",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "dc:date",
    "citation_publication_date",
    "citation_date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "article.published",
    "date_published",
    "article_date_original",
    "originalpublicationdate",
    "date",
]
_UPDATED_META = ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"]
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12]\d|3[01]))(?=[/_.-]|$)")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
_IN_WORDS = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%Y%m%d", "%A, %B %d, %Y")
_CHANGE_IN_META = re.compile(r"modif|update|revis|last-?mod|lastdate|utime", re.I)
# Elements that may be one line of a page, or hold prose, whose days are those of the story.
_LINES = (
    "p",
    "li",
    "span",
    "div",
    "small",
    "time",
    "footer",
    "td",
    "em",
    "i",
    "dd",
    "h6",
    "b",
    "strong",
    "font",
    "abbr",
)
_LONGEST_LINE = 250
_MOST_LINES = 20_000
_YEAR = re.compile(r"\d{4}")
_EXACT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$")


def published_date(
    root: HtmlElement, meta: Mapping[str, str], in_json_ld: str, url: str, language: str = ""
) -> tuple[str, str]:
    """Date as ISO 8601, as precise as the page is, and the name of its source; ("", "") where there is none.

    The page's own words for machines come first: linked data, ``meta``, ``time``; then the date in the address; then
    what the head of the article shows; only then what htmldate finds. ``language`` tells how "05/11/2019" is meant.
    """
    for value, source in _candidates(root, meta, in_json_ld):
        if found := iso_date(value, language):
            return found, source
    if found := _date_in_address(url):
        return found, "address"
    shown, doubt = visible_day(root, language)
    if found := _sensible(shown):
        return found, "visible text"
    found = "" if doubt else _by_htmldate(root, language)
    return (found, "htmldate") if found else ("", "")


def updated_date(meta: Mapping[str, str], in_json_ld: str) -> str:
    """When the page says that it was changed last, as ``published_date`` writes dates; "" where it does not."""
    said = (in_json_ld, *(meta[name] for name in _UPDATED_META if name in meta))
    return next((found for value in said if (found := iso_date(value))), "")


def _candidates(root: HtmlElement, meta: Mapping[str, str], in_json_ld: str) -> Iterator[tuple[str, str]]:
    yield in_json_ld, "json-ld"
    for name in _META:
        if name in meta:
            yield meta[name], f"meta {name}"
    for element in root.iterfind(".//*[@itemprop='datePublished']"):
        yield element.get("datetime") or element.get("content") or element.text or "", "microdata datePublished"
    for element in _times(root):
        yield element.get("datetime") or element.text or "", "time element"


def _times(root: HtmlElement) -> list[HtmlElement]:
    """The ``time`` elements that may be the article's own: those that say so, then the first of no other day."""
    times = [element for element in root.iter("time") if not _is_beside(element)][:50]
    said = [element for element in times if "pubdate" in element.attrib or _says_published(element)]
    others = [element for element in times if not is_another_day(element)]
    return said + [element for element in others[:1] if element not in said]


def _says_published(element: HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
    return "publish" in names or "entry-date" in names


def _is_beside(element: HtmlElement) -> bool:
    return any(beside_the_article(above) for above in element.iterancestors("nav", "aside", "footer", "li", "section"))


def iso_date(value: str, language: str = "") -> str:
    """``value`` as ISO 8601, "2018-11-02" or "2018-11-02T20:10:00+03:00"; "" where it is no sensible date, or two."""
    value = " ".join(value.split())[:60]
    if found := _EXACT.match(value):
        zone = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00", None: ""}.get(found[3], found[3])
        return _sensible(f"{found[1]}T{found[2]}{zone}", exact=True)
    if found := _ISO.match(value):
        day = f"-{int(found[3]):02}" if found[3] else ""
        return _sensible(f"{found[1]}-{int(found[2]):02}{day}")
    return _in_words(value, language)


def _in_words(value: str, language: str) -> str:
    if moment := from_mail(value):
        return _sensible(moment.isoformat(), exact=True)
    for shape in _IN_WORDS:
        try:
            return _sensible(datetime.strptime(value, shape).date().isoformat())
        except ValueError:
            continue
    return _sensible(day_in(value, language)[0])


def _sensible(value: str, *, exact: bool = False) -> str:
    """``value`` in its usual form, if it is a day from ``FIRST_YEAR`` to tomorrow; else ""."""
    try:
        moment = datetime.fromisoformat(value) if exact else None
        day = moment.date() if moment else date.fromisoformat(value if len(value) > 7 else f"{value}-01")
    except ValueError:
        return ""
    if not date(FIRST_YEAR, 1, 1) <= day <= datetime.now(UTC).date() + timedelta(days=1):
        return ""
    return moment.isoformat(timespec="seconds") if moment else value


def _date_in_address(url: str) -> str:
    found = _IN_ADDRESS.search(url)
    return _sensible(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}") if found else ""


def _by_htmldate(root: HtmlElement, language: str) -> str:
    """What htmldate finds. It is given a tree, never an address, so that it cannot fetch."""
    from htmldate import find_date  # slow to import

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return iso_date(find_date(_without_pitfalls(root, language), original_date=True, extensive_search=False) or "")
    except Exception:
        return ""


def _without_pitfalls(root: HtmlElement, language: str) -> HtmlElement:
    """A copy of the page without what htmldate takes for days of publication: of changes, in prose, of two readings."""
    copy = deepcopy(root)
    for element in islice(list(copy.iter("meta", *_LINES)), _MOST_LINES):
        if element.tag == "meta":
            names = " ".join(element.get(name, "") for name in ("name", "property", "itemprop", "http-equiv"))
            pitfall = _CHANGE_IN_META.search(names) or _is_ambiguous(element.get("content", ""), language)
        else:
            pitfall = _misleads(element, language)
        if pitfall:
            element.drop_tree()
    return copy


def _misleads(element: HtmlElement, language: str) -> bool:
    line = " ".join("".join(islice(element.itertext(), 200)).split())
    if not _YEAR.search(line) and element.tag not in {"time", "abbr"}:
        return False
    if holds_others(element) or is_another_day(element):
        return True
    return len(line) <= _LONGEST_LINE and (speaks_of_a_change(line) or _is_ambiguous(line, language))


def _is_ambiguous(text: str, language: str) -> bool:
    day, doubt = day_in(text[:_LONGEST_LINE], language)
    return bool(doubt) or (bool(day) and not day_in(text[:_LONGEST_LINE])[0])
