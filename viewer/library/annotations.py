"""Highlights and notes as ``NAME.annotations.json``: the W3C Web Annotation data model, one page of annotations.

A highlight is kept by its words (TextQuoteSelector) and, where they are found, by their place in the text of record
(TextPositionSelector), so that it survives another extraction, another program, and this one.
"""

from __future__ import annotations

import contextlib
import json
import uuid
from datetime import UTC
from typing import TYPE_CHECKING, Any
from urllib.parse import quote as percent_encoded

from viewer.library.quoting import Quotation, QuoteFinder, squeezed
from viewer.library.source import UnreadableError, read_regular_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from viewer.model import Document, ImportedArticle, ImportedHighlight

UNREADABLE = "It cannot be read as annotations ({}). Restore it from a backup of yours; Dateline leaves it as it is."

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
MOST_BYTES = 16 * 1024 * 1024
NO_NOTES = ("tagging", "describing")
"""The purposes of what an annotation says that is no note."""


class AnnotationsError(Exception):
    """A file that cannot be read as annotations; ``str(error)`` says why, in words that fit into a sentence."""


def annotations_of(article: ImportedArticle, document: Document, file_name: str) -> str:
    """The annotations of an imported article as JSON, "" where it has none. ``document`` is its text of record."""
    items = items_of(article, document.text, file_name)
    return page_with({}, items) if items else ""


def items_of(article: ImportedArticle, text: str, file_name: str) -> list[dict[str, Any]]:
    """The annotations of an imported article, each once. ``text`` is the article's text of record."""
    target, finder = percent_encoded(file_name), QuoteFinder(text)
    items = [_highlight(highlight, text, finder, target) for highlight in article.highlights if highlight.quote.strip()]
    items += [_note(highlight.note, highlight.made, target) for highlight in article.highlights if _is_bare(highlight)]
    if article.note.strip():
        items.append(_note(article.note, None, target))
    return list({item["id"]: item for item in items}.values())


def page_with(page: dict[str, Any], items: list[dict[str, Any]]) -> str:
    """A page of annotations with ``items`` behind those that it has, as JSON."""
    whole = {"@context": _CONTEXT, "type": "AnnotationPage"} | page | {"items": [*page.get("items", []), *items]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def said_in(item: object) -> tuple[str, str]:
    """What an annotation says, however it is spelt: the words quoted and the note on them."""
    notes = (str(note) for purpose, note in bodies_of(item) if note and purpose not in NO_NOTES)
    return _as_written(squeezed("\n".join(_quotes_of(item)))), _as_written("\n".join(notes).strip())


def _as_written(text: str) -> str:
    """The text as a file holds it: half of a pair, which is no character, replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


def quotes_in(path: Path) -> tuple[str, ...]:
    """The words with which each of the annotations in a file begins; none where it is not there or cannot be read."""
    return tuple(quotes[0] for item in _items(path) if (quotes := _quotes_of(item)))


def texts_in(path: Path) -> tuple[str, ...]:
    """What the annotations in a file say, a text each: the words quoted and the notes on them."""
    return tuple(text for item in _items(path) if (text := "\n".join([*_quotes_of(item), *_notes(item)])))


def read_items(path: Path, word: str = "") -> list[object]:
    """The annotations in a file as JSON has them, none at once where ``word`` stands nowhere in it.

    Raises AnnotationsError where there are none to be read.
    """
    page = _page(path, word)
    items = page.get("items") if isinstance(page, dict) else page
    if not isinstance(items, list):
        raise AnnotationsError("it holds no list of annotations")
    return items


def _page(path: Path, word: str) -> object:
    """What a file holds as JSON, an empty list where ``word`` stands nowhere in it.

    Raises AnnotationsError where that cannot be read.
    """
    with told_as_annotations():
        raw, _ = read_regular_file(path)
        if len(raw) > MOST_BYTES:
            raise AnnotationsError(f"the file is larger than {MOST_BYTES // 1024**2} MB")
        return json.loads(raw) if word.encode() in raw else []


@contextlib.contextmanager
def told_as_annotations() -> Iterator[None]:
    """Raise AnnotationsError for a file that cannot be read, and for text that is no JSON, or holds no annotations."""
    try:
        yield
    except UnreadableError as error:
        raise AnnotationsError(f"{str(error)[:1].lower()}{str(error)[1:].rstrip('.')}") from error
    except (ValueError, RecursionError) as error:
        raise AnnotationsError(str(error).splitlines()[0] if str(error) else "nested too deeply") from error


def _items(path: Path) -> list[object]:
    try:
        return read_items(path)
    except AnnotationsError:
        return []


def _notes(item: object) -> Iterator[str]:
    return (str(note) for _, note in bodies_of(item) if note)


def bodies_of(item: object) -> Iterator[tuple[str, object]]:
    """The purpose and the value of all that an annotation says of the words quoted."""
    if not isinstance(item, dict):
        return
    yield "", item.get("bodyValue")
    for body in each(item.get("body")):
        if isinstance(body, dict):
            yield str(body.get("purpose") or ""), body.get("value")


def targets_of(item: object) -> list[dict[str, object]]:
    """What an annotation is about; an empty one for what says none."""
    targets = each(item.get("target")) if isinstance(item, dict) else []
    return [one for one in targets if isinstance(one, dict)] or [{}]


def each(value: object) -> list[object]:
    """One or many, as JSON-LD lets them stand for one another."""
    return value if isinstance(value, list) else [value]


def _quotes_of(item: object) -> list[str]:
    """The words that an annotation quotes, a text for each place; none for a note on the whole, or no annotation."""
    return list(filter(None, map(_quote_in, targets_of(item))))


def _quote_in(target: dict[str, object]) -> str:
    for selector in each(target.get("selector")):
        if isinstance(selector, dict) and selector.get("type") == "TextQuoteSelector":
            return str(selector.get("exact") or "")
    return ""


def _is_bare(highlight: ImportedHighlight) -> bool:
    return not highlight.quote.strip() and bool(highlight.note.strip())


def _highlight(highlight: ImportedHighlight, text: str, finder: QuoteFinder, target: str) -> dict[str, Any]:
    annotation = _annotation("highlighting", highlight.made, highlight.quote, highlight.note, target)
    bodies = [comment(highlight.note)] if highlight.note.strip() else []
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in highlight.tags]
    if highlight.location:
        bodies.append({"type": "TextualBody", "value": highlight.location, "purpose": "describing"})
    if bodies:
        annotation["body"] = bodies
    annotation["target"] = {"source": target, "selector": _selectors(highlight.quote, text, finder)}
    if highlight.color:
        annotation["target"]["styleClass"] = highlight.color
    return annotation


def _selectors(quote: str, text: str, finder: QuoteFinder) -> list[dict[str, Any]]:
    found = finder.find(Quotation(quote))
    return selectors_at(text, *found) if found else [{"type": "TextQuoteSelector", "exact": quote}]


def selectors_at(text: str, begin: int, end: int) -> list[dict[str, Any]]:
    """What leads back to a stretch of the text of record: its words with those around them, and its place."""
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[begin:end],
        "prefix": text[max(0, begin - _AROUND) : begin],
        "suffix": text[end : end + _AROUND],
    }
    return [quote, {"type": "TextPositionSelector", "start": begin, "end": end}]


def _note(note: str, made: datetime | None, target: str) -> dict[str, Any]:
    annotation = _annotation("commenting", made, "", note, target)
    return annotation | {"body": [comment(note)], "target": {"source": target}}


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


def comment(note: str) -> dict[str, str]:
    """A note as the body of an annotation."""
    return {"type": "TextualBody", "value": note, "format": "text/plain", "purpose": "commenting"}
