"""What a page says of itself: title, authors, site, language, date, sections, tags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from viewer.importers.html_tree import classes, one_line, text_of
from viewer.importers.page_dates import published_date, updated_date
from viewer.importers.page_json_ld import LinkedData, linked_data
from viewer.importers.page_title import page_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

_AUTHOR_META = [
    "dc:creator",
    "dc.creator",
    "dcterm:creator",
    "dcterms.creator",
    "author",
    "article:author_name",
    "og:article:author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "byl",
    "twitter:creator_name",
]
_DESCRIPTION_META = ["dc:description", "dc.description", "og:description", "description", "twitter:description"]
_SECTION_META = ["article:section", "section", "parsely-section", "sailthru.section", "og:section"]
_BYLINE = re.compile(r"byline|(?<![a-z])author(?![a-z])|author-?name|p-author|written-?by|post-author|contributor")
_BY = re.compile(
    r"^(?:(?:written|posted|story|words|text|reviewed)\s+)?(?:by|von|par|por|di|od|av|door|autor|author)\s*:?\s+", re.I
)
_AFTER_NAMES = re.compile(
    r"\s*(?:[|•·–—]|\s-\s|\bon\b\s|\bat\b\s|@|\bupdated\b|\bpublished\b|\bposted\b|\bfor\b\s|\d{1,2}[./:]\d|"
    r"\d{1,2}\s+[A-Z][a-z]{2}|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d).*$",
    re.IGNORECASE,
)
_BETWEEN_NAMES = re.compile(r"\s*(?:;|,|\band\b|\bund\b|\bet\b|&|\by\b)\s*")
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4}))?(?:[-_]([a-zA-Z]{2}|\d{3}))?(?![a-zA-Z])")
_LONGEST_BYLINE = 100
_MOST_PARTS = 40
_MOST_BYLINES = 40
_NO_BYLINE = frozenset(("meta", "link", "body", "html", "head", "img", "time"))


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The fields of ``ImportedArticle`` of the same names."""

    title: str
    url: str
    authors: tuple[str, ...]
    site: str
    language: str
    published: str
    published_from: str
    updated: str
    sections: tuple[str, ...]
    tags: tuple[str, ...]
    description: str


def page_metadata(root: HtmlElement, scripts: Sequence[str], url: str) -> PageMetadata:
    """What the page says of itself. ``scripts`` are its JSON-LD; ``url`` where it was found, "" for not known."""
    meta = _meta(root)
    data = linked_data(scripts)
    address = url or own_address(root, meta)
    site = _site(meta, data, address)
    language = _language(root, meta, data)
    published, source = published_date(root, meta, data.published, address, language)
    return PageMetadata(
        title=page_title(root, meta, data.titles, site),
        url=address,
        authors=_authors(root, meta, data),
        site=site,
        language=language,
        published=published,
        published_from=source,
        updated=updated_date(meta, data.updated),
        sections=data.sections or _first_texts(meta, _SECTION_META),
        tags=data.tags or _keywords(meta),
        description=data.description or next(iter(_first_texts(meta, _DESCRIPTION_META)), ""),
    )


def _meta(root: HtmlElement) -> dict[str, str]:
    """The page's ``meta`` by name in small letters; the first of each counts, but all of ``article:tag``."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = one_line(element.get("content") or "")[:5_000]
        names = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        for name in (names or "").lower().split():
            if content and name in {"article:tag", "citation_author"} and name in found:
                found[name] += f", {content}"
            elif content:
                found.setdefault(name, content)
    return found


def own_address(root: HtmlElement, meta: dict[str, str] | None = None) -> str:
    """The address that the page gives as its own; "" where it gives none of http or https."""
    links = [link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    meta = _meta(root) if meta is None else meta
    for address in (*links, meta.get("og:url", ""), meta.get("twitter:url", "")):
        if is_web_address(address.strip()):
            return address.strip()
    return ""


def is_web_address(address: str) -> bool:
    """Whether ``address`` is one of http or https with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and len(address) < 4_000


def _site(meta: dict[str, str], data: LinkedData, url: str) -> str:
    for name in (
        meta.get("og:site_name", ""),
        data.site,
        meta.get("application-name", ""),
        meta.get("dc.publisher", ""),
    ):
        if name and not is_web_address(name):
            return name[:200]
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _language(root: HtmlElement, meta: dict[str, str], data: LinkedData) -> str:
    """A BCP 47 tag such as "en" or "pt-BR"; "" where the page states none."""
    body = root.find("body")
    stated = (
        root.get("lang"),
        root.get("xml:lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        body.get("lang") if body is not None else "",
        meta.get("content-language"),
        data.language,
        meta.get("og:locale"),
        meta.get("dc.language"),
        meta.get("language"),
    )
    for value in stated:
        if value and (found := _LANGUAGE.match(value.strip())):
            script, region = found[2], found[3]
            parts = (found[1].lower(), script.capitalize() if script else "", region.upper() if region else "")
            return "-".join(filter(None, parts))
    return ""


def _authors(root: HtmlElement, meta: dict[str, str], data: LinkedData) -> tuple[str, ...]:
    if data.authors:
        return _names(data.authors)
    for name in _AUTHOR_META:
        value = meta.get(name, "")
        if value and "://" not in value and not value.startswith("www."):
            return _names([value])
    return _names([_byline(root)])


def _byline(root: HtmlElement) -> str:
    """The text of the element that most surely holds the author: said so by its role, else by its name.

    What stands after the page's first heading comes before what stands above it.
    """
    found: list[tuple[bool, bool, str]] = []
    below, tried = False, 0
    for element in root.iter():
        attributes = element.attrib
        below = below or element.tag == "h1"
        if not attributes or element.tag in _NO_BYLINE:
            continue
        said = attributes.get("rel") == "author" or "author" in attributes.get("itemprop", "")
        if said or (("class" in attributes or "id" in attributes) and _BYLINE.search(classes(element))):
            tried += 1
            text = _own_name(element) or _short_text(element)
            if 2 < len(text) < _LONGEST_BYLINE and not _in_comments(element):
                found.append((not said, not below, text))
        if len(found) >= _MOST_BYLINES or tried >= _MOST_BYLINES * 5:
            break
    return min(found, key=lambda one: one[:2])[2] if found else ""


def _short_text(element: HtmlElement) -> str:
    """The text of an element that holds little, "" for one of many parts."""
    parts = list(islice(element.itertext(), _MOST_PARTS))
    return one_line("".join(parts)) if len(parts) < _MOST_PARTS else ""


def _own_name(element: HtmlElement) -> str:
    named = next((one for one in islice(element.iter(), _MOST_PARTS) if one.get("itemprop") == "name"), None)
    return text_of(named) if named is not None else ""


def _in_comments(element: HtmlElement) -> bool:
    return any("comment" in classes(above) or above.tag in {"nav", "footer"} for above in element.iterancestors())


def _names(values: Iterable[str]) -> tuple[str, ...]:
    """Single names out of bylines: "By Ada Lovelace and Charles Babbage, 2 May" gives two."""
    names: list[str] = []
    for value in values:
        line = _AFTER_NAMES.sub("", _BY.sub("", value.strip())).strip(" ,;:")
        parts = list(filter(None, (part.strip(" ,;:") for part in _BETWEEN_NAMES.split(line))))
        is_list = len(parts) > 1 and "(" not in line and all(" " in part for part in parts)
        names += parts if is_list else [line]
    return tuple(dict.fromkeys(name[:120] for name in names if name and any(map(str.isalpha, name))))[:20]


def _keywords(meta: dict[str, str]) -> tuple[str, ...]:
    words = (
        meta.get("article:tag") or meta.get("news_keywords") or meta.get("keywords") or meta.get("parsely-tags") or ""
    )
    return tuple(dict.fromkeys(filter(None, (word.strip()[:80] for word in re.split(r"[,;]", words)))))[:30]


def _first_texts(meta: dict[str, str], names: Iterable[str]) -> tuple[str, ...]:
    return next(((meta[name],) for name in names if meta.get(name)), ())
