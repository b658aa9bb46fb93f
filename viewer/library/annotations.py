"""Highlights and notes as ``NAME.annotations.json``: the W3C Web Annotation data model, one page of annotations.

A highlight is kept by its words (TextQuoteSelector) and, where they are found, by their place in the text of record
(TextPositionSelector), so that it survives another extraction, another program, and this one.
"""

from __future__ import annotations

import json
import re
import uuid
from datetime import UTC
from typing import TYPE_CHECKING, Any
from urllib.parse import quote as percent_encoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from viewer.model import Document, ImportedArticle, ImportedHighlight

ENDING = ".annotations.json"

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
_SAME = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—\u00a0", '\'\'\'\'""""""----- ')
_MOST_WORDS = 5000
_MOST_BYTES = 64 * 1024 * 1024


def annotations_of(article: ImportedArticle, document: Document, file_name: str) -> str:
    """The annotations of an imported article as JSON, "" where it has none. ``document`` is its text of record."""
    target = percent_encoded(file_name)
    items = [
        _highlight(highlight, document.text, target) for highlight in article.highlights if highlight.quote.strip()
    ]
    items += [_note(highlight.note, highlight.made, target) for highlight in article.highlights if _is_bare(highlight)]
    if article.note.strip():
        items.append(_note(article.note, None, target))
    if not items:
        return ""
    page = {
        "@context": _CONTEXT,
        "type": "AnnotationPage",
        "items": list({item["id"]: item for item in items}.values()),
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def quotes_in(path: Path) -> tuple[str, ...]:
    """The words of the highlights in a file of annotations; none where it is not there or cannot be read."""
    return tuple(quote for item in _items(path) if (quote := _quote_of(item)))


def texts_in(path: Path) -> tuple[str, ...]:
    """What the annotations in a file say, a text each: the words quoted and the notes on them."""
    return tuple(
        text for item in _items(path) if (text := "\n".join([*filter(None, [_quote_of(item)]), *_notes(item)]))
    )


def _items(path: Path) -> list[object]:
    try:
        page = json.loads(path.read_bytes()) if path.stat().st_size <= _MOST_BYTES else {}
    except (OSError, ValueError, RecursionError):
        return []
    items = page.get("items") if isinstance(page, dict) else page
    return items if isinstance(items, list) else []


def _notes(item: object) -> Iterator[str]:
    bodies = item.get("body") if isinstance(item, dict) else None
    for body in bodies if isinstance(bodies, list) else [bodies]:
        if isinstance(body, dict) and body.get("value"):
            yield str(body["value"])


def _quote_of(item: object) -> str:
    """The words that an annotation quotes; "" for a note on the whole, or what is no annotation."""
    target = item.get("target") if isinstance(item, dict) else None
    selectors = target.get("selector") if isinstance(target, dict) else None
    for selector in selectors if isinstance(selectors, list) else [selectors]:
        if isinstance(selector, dict) and selector.get("type") == "TextQuoteSelector":
            return str(selector.get("exact") or "")
    return ""


def find_quote(quote: str, text: str) -> tuple[int, int] | None:
    """Where ``quote`` first stands in ``text``, whatever the white space, quotation marks and dashes of either."""
    words = quote.translate(_SAME).split()[:_MOST_WORDS]
    if not words:
        return None
    found = re.search(r"\s+".join(map(re.escape, words)), text.translate(_SAME))
    return found.span() if found else None


def _is_bare(highlight: ImportedHighlight) -> bool:
    return not highlight.quote.strip() and bool(highlight.note.strip())


def _highlight(highlight: ImportedHighlight, text: str, target: str) -> dict[str, Any]:
    annotation = _annotation("highlighting", highlight.made, highlight.quote, highlight.note, target)
    bodies = _body(highlight.note) if highlight.note.strip() else []
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in highlight.tags]
    if highlight.location:
        bodies.append({"type": "TextualBody", "value": highlight.location, "purpose": "describing"})
    if bodies:
        annotation["body"] = bodies
    annotation["target"] = {"source": target, "selector": list(_selectors(highlight.quote, text))}
    if highlight.color:
        annotation["target"]["styleClass"] = highlight.color
    return annotation


def _selectors(quote: str, text: str) -> Iterator[dict[str, Any]]:
    found = find_quote(quote, text)
    if found is None:
        yield {"type": "TextQuoteSelector", "exact": quote}
        return
    begin, end = found
    yield {
        "type": "TextQuoteSelector",
        "exact": text[begin:end],
        "prefix": text[max(0, begin - _AROUND) : begin],
        "suffix": text[end : end + _AROUND],
    }
    yield {"type": "TextPositionSelector", "start": begin, "end": end}


def _note(note: str, made: datetime | None, target: str) -> dict[str, Any]:
    annotation = _annotation("commenting", made, "", note, target)
    return annotation | {"body": _body(note), "target": {"source": target}}


def _annotation(motivation: str, made: datetime | None, quote: str, note: str, target: str) -> dict[str, Any]:
    """What all annotations have. The id follows from the content, so that a second import makes the same one."""
    seed = "\0".join((motivation, quote, note, target, made.isoformat() if made else ""))
    annotation: dict[str, Any] = {
        "id": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, seed.encode('utf-8', 'replace').decode())}",
        "type": "Annotation",
        "motivation": motivation,
    }
    if made:
        moment = made.astimezone(UTC).replace(tzinfo=None) if made.tzinfo else made
        annotation["created"] = moment.isoformat(timespec="seconds") + ("Z" if made.tzinfo else "")
    return annotation


def _body(note: str) -> list[dict[str, str]]:
    return [{"type": "TextualBody", "value": note, "format": "text/plain", "purpose": "commenting"}]
