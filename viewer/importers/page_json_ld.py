"""What a page says of itself as linked data (schema.org in JSON-LD)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

from viewer.importers.html_tree import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_SCRIPT = 2_000_000
MAX_NODES = 5_000

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Recipe|Blog|Essay|Dataset)$")
_PAGE = re.compile(r"(?:WebPage|Page|CreativeWork)$")
_WRAPPING = re.compile(r"^\s*(?:<!\[CDATA\[|<!--|//\s*<!\[CDATA\[)|(?:\]\]>|-->|//\s*\]\]>)\s*$")


@dataclass(frozen=True, slots=True)
class LinkedData:
    """Fields of the article's node; "" or () where it has none."""

    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    site: str = ""
    published: str = ""
    updated: str = ""
    language: str = ""
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    description: str = ""
    url: str = ""


def linked_data(scripts: Sequence[str]) -> LinkedData:
    """The fields of the first article that the scripts describe, else of the first page; broken scripts are passed."""
    nodes = [node for script in scripts for node in _nodes(script)]
    for kind in (_ARTICLE, _PAGE):
        for node in nodes:
            if any(kind.search(name) for name in _names(node.get("@type"))) and _is_of_use(node):
                return _fields(node, nodes, is_article=kind is _ARTICLE)
    return LinkedData(sections=_breadcrumbs(nodes))


def _is_of_use(node: dict[str, Any]) -> bool:
    said = any(_text(node.get(name)) for name in ("headline", "datePublished", "name"))
    return said or bool(_people(node.get("author"), {}))


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """Every object of the script that may describe something, outermost first."""
    if len(script) > MAX_SCRIPT:
        return
    try:
        waiting: list[Any] = [json.loads(_WRAPPING.sub("", script).strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting = node[:MAX_NODES] + waiting
        elif isinstance(node, dict):
            yield node
            inner = (node.get(name) for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"))
            waiting += [value for value in inner if isinstance(value, (dict, list))]


def _fields(node: dict[str, Any], nodes: list[dict[str, Any]], *, is_article: bool) -> LinkedData:
    by_id = {str(one["@id"]): one for one in nodes if "@id" in one and len(one) > 1}
    return LinkedData(
        titles=tuple(filter(None, (_text(node.get("headline")), _text(node.get("name"))))) if is_article else (),
        authors=tuple(dict.fromkeys(filter(None, _people(node.get("author") or node.get("creator"), by_id))))[:20],
        site=next(iter(_people(node.get("publisher"), by_id)), ""),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        updated=_text(node.get("dateModified")),
        language=_language(node.get("inLanguage")),
        sections=tuple(_split(node.get("articleSection")))[:5] or _breadcrumbs(nodes),
        tags=tuple(_split(node.get("keywords")))[:30],
        description=_text(node.get("description")),
        url=_text(node.get("url")),
    )


def _people(value: object, by_id: dict[str, dict[str, Any]], depth: int = 0) -> list[str]:
    """The names of people or organisations, however they are nested or referred to."""
    if depth > 3:
        return []
    if isinstance(value, list):
        return [name for one in value[:30] for name in _people(one, by_id, depth + 1)]
    if isinstance(value, dict):
        known = value if "name" in value else by_id.get(str(value.get("@id")), {})
        return _texts(known.get("name"))
    name = _text(value)
    return [] if name.startswith(("http://", "https://")) else [name] if name else []


def _breadcrumbs(nodes: list[dict[str, Any]]) -> tuple[str, ...]:
    """The way from the front page to the article, without either."""
    for node in nodes:
        items = node.get("itemListElement")
        if "BreadcrumbList" in _names(node.get("@type")) and isinstance(items, list):
            names = [_crumb(item) for item in items[:8] if isinstance(item, dict)]
            return tuple(filter(None, names[1:-1]))
    return ()


def _crumb(item: dict[str, Any]) -> str:
    inner = item.get("item")
    return _text(item.get("name")) or (_text(inner.get("name")) if isinstance(inner, dict) else "")


def _language(value: object) -> str:
    return _text(value.get("alternateName") or value.get("name")) if isinstance(value, dict) else _text(value)


def _names(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value or "")]


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return list(filter(None, map(_text, values[:50])))


def _split(value: object) -> list[str]:
    texts = _texts(value)
    parts = texts if len(texts) != 1 else map(one_line, re.split(r"[,;]", texts[0]))
    return list(dict.fromkeys(filter(None, parts)))


def _text(value: object) -> str:
    """A string of the script as one line of text; "" for anything else."""
    return one_line(re.sub(r"<[^<>]{1,200}>", "", unescape(value[:5_000]))) if isinstance(value, str) else ""
