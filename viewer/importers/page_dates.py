"""When a page was published, and which part of the page says so."""

from __future__ import annotations

import logging
import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from viewer.importers.html_names import beside_the_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

FIRST_YEAR = 1980

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
_IN_WORDS = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%m/%d/%Y", "%Y%m%d", "%A, %B %d, %Y")
_EXACT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$")


def published_date(root: HtmlElement, meta: Mapping[str, str], in_json_ld: str, url: str) -> tuple[str, str]:
    """Date as ISO 8601, as precise as the page is, and the name of its source; ("", "") where there is none.

    The page's own words for machines come first: linked data, ``meta``, ``time``; then the date in the address; only
    then what htmldate finds in the text.
    """
    for value, source in _candidates(root, meta, in_json_ld):
        if found := iso_date(value):
            return found, source
    if found := _date_in_address(url):
        return found, "address"
    found = _by_htmldate(root)
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
    """The ``time`` elements that may be the article's own: those that say so, then those of header and article."""
    times = [element for element in root.iter("time") if not _is_beside(element)][:50]
    said = [element for element in times if "pubdate" in element.attrib or _says_published(element)]
    return said + [element for element in times[:1] if element not in said]


def _says_published(element: HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
    return "publish" in names or "entry-date" in names


def _is_beside(element: HtmlElement) -> bool:
    return any(beside_the_article(above) for above in element.iterancestors("nav", "aside", "footer", "li", "section"))


def iso_date(value: str) -> str:
    """``value`` as ISO 8601, "2018-11-02" or "2018-11-02T20:10:00+03:00"; "" where it is no sensible date."""
    value = " ".join(value.split())[:60]
    if found := _EXACT.match(value):
        zone = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00", None: ""}.get(found[3], found[3])
        return _sensible(f"{found[1]}T{found[2]}{zone}", exact=True)
    if found := _ISO.match(value):
        day = f"-{int(found[3]):02}" if found[3] else ""
        return _sensible(f"{found[1]}-{int(found[2]):02}{day}")
    return _in_words(value)


def _in_words(value: str) -> str:
    try:
        return _sensible(parsedate_to_datetime(value).isoformat(), exact=True)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    for shape in _IN_WORDS:
        try:
            return _sensible(datetime.strptime(value, shape).date().isoformat())
        except ValueError:
            continue
    return ""


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


def _by_htmldate(root: HtmlElement) -> str:
    """What htmldate finds. It is given the tree, never an address, so that it cannot fetch."""
    from htmldate import find_date  # slow to import

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return iso_date(find_date(root, original_date=True, extensive_search=False) or "")
    except Exception:
        return ""
