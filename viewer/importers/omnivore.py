"""Omnivore's zip: ``metadata_0_to_20.json``, ``content/SLUG.html`` or ``.pdf``, ``highlights/SLUG.md``."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from viewer.importers.archives import ZIP_FAULTS, base_name, entry_name, why_not
from viewer.importers.bodies import body_of
from viewer.importers.drafts import Doubts, each, extras, long_text, no_address, web_address
from viewer.importers.json_items import Item, items
from viewer.importers.moments import published_text
from viewer.importers.sources import Source, UnreadableError
from viewer.importers.words import decode, one_line, title_or_address, unique
from viewer.model import ImportedArticle, ImportedFile, ImportedHighlight, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_METADATA = re.compile(r"metadata_\d+_to_\d+\.json", re.I)
_CONTENT = re.compile(r"(?:.*/)?(content|highlights)/([^/]+)\.(html?|pdf|md)", re.I)
_AFTER_LINK = re.compile(r"s?://[^\s)]*\)((?:\s+#[\w-]+)*)\s*")
LARGEST_CONTENT = 64 * 1024 * 1024
LARGEST_HIGHLIGHTS = 4 * 1024 * 1024


def is_metadata(name: str) -> bool:
    """Whether an entry's name is that of a list of Omnivore's articles."""
    return bool(_METADATA.fullmatch(base_name(name)))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What else the archive holds, by kind ("content", "highlights") and slug. Slugs are compared, never opened."""

    found: dict[tuple[str, str], tuple[str, Source | zipfile.ZipInfo]]


def read_omnivore(entries: Sequence[Source | zipfile.ZipInfo]) -> Iterator[ImportedArticle | ImportProblem]:
    """The articles of the archive, each with its page or PDF and its highlights."""
    parts = _Parts(dict(_named(entries)))
    for entry in entries:
        if isinstance(entry, Source) and is_metadata(entry.name):
            yield from each(items(entry), lambda item: _from_item(item, parts))
        elif isinstance(entry, zipfile.ZipInfo) and is_metadata(entry_name(entry.filename)):
            yield ImportProblem(entry_name(entry.filename), why_not(entry))


def read_list(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The articles of one ``metadata_0_to_20.json`` by itself, without their text."""
    return each(items(source), lambda item: _from_item(item, _Parts({})))


def _named(
    entries: Sequence[Source | zipfile.ZipInfo],
) -> Iterator[tuple[tuple[str, str], tuple[str, Source | zipfile.ZipInfo]]]:
    for entry in entries:
        name = entry.name if isinstance(entry, Source) else entry_name(entry.filename)
        if found := _CONTENT.fullmatch(name):
            yield (found[1].lower(), found[2]), (found[3].lower(), entry)


def _from_item(item: Item, parts: _Parts) -> Iterator[ImportedArticle | ImportProblem]:
    slug = one_line(item.text("slug"))
    url = web_address(item.text("url"))
    if not url and ("content", slug) not in parts.found:
        yield no_address(item.item, item.text("url", "title"))
        return
    doubts = Doubts(item.item)
    article = _with_content(_described(item, url, doubts), slug, parts, doubts)
    yield replace(article, highlights=_highlights(slug, parts, doubts))
    yield from doubts.problems()


def _described(item: Item, url: str, doubts: Doubts) -> ImportedArticle:
    archived = item.text("state").strip().lower() == "archived"
    progress = doubts.progress(item.text("readingProgress"), 100.0)
    published = published_text(item.text("publishedAt"))
    author = one_line(item.text("author"))
    return ImportedArticle(
        title=title_or_address(item.text("title"), url),
        url=url,
        authors=(author,) if author else (),
        tags=unique(item.texts("labels", "name")),
        description=long_text(item.text("description")),
        published=published,
        published_from="export" if published else "",
        saved=doubts.moment(item.text("savedAt"), "savedAt"),
        read=archived or progress >= 1.0,
        archived=archived,
        progress=progress,
        item=item.item,
        extra=extras("omnivore", [(name, item.text(key)) for name, key in _EXTRA]),
    )


_EXTRA = (("id", "id"), ("slug", "slug"), ("state", "state"), ("thumbnail", "thumbnail"), ("updated", "updatedAt"))


def _with_content(article: ImportedArticle, slug: str, parts: _Parts, doubts: Doubts) -> ImportedArticle:
    """The article with its text and its page; where those cannot be read, without them and with a doubt."""
    kind, entry = parts.found.get(("content", slug), ("", None))
    if entry is None:
        return article
    try:
        data = _data(entry, LARGEST_CONTENT)
    except (UnreadableError, OSError, *ZIP_FAULTS) as error:
        doubts.reasons.append(f"It came without its text: {error}")
        return article
    original = ImportedFile("original.pdf" if kind == "pdf" else "original.html", data)
    text = _pdf_text(data, doubts) if kind == "pdf" else body_of(decode(data), article.url, doubts)
    return replace(article, original=original, markdown=text)


def _pdf_text(data: bytes, doubts: Doubts) -> str:
    from viewer.importers.pdf import text_of_pdf  # loads a parser of PDF, which most exports have no need of

    try:
        return text_of_pdf(data)
    except UnreadableError as error:
        doubts.reasons.append(f"It came without its text: {error}")
        return ""


def _highlights(slug: str, parts: _Parts, doubts: Doubts) -> tuple[ImportedHighlight, ...]:
    _, entry = parts.found.get(("highlights", slug), ("", None))
    if entry is None:
        return ()
    try:
        return tuple(parse_highlights(decode(_data(entry, LARGEST_HIGHLIGHTS))))
    except (UnreadableError, OSError, *ZIP_FAULTS) as error:
        doubts.reasons.append(f"It came without its highlights: {error}")
        return ()


def _data(entry: Source | zipfile.ZipInfo, most: int) -> bytes:
    if isinstance(entry, zipfile.ZipInfo):
        raise UnreadableError(why_not(entry))
    return entry.data(most)


def parse_highlights(text: str) -> Iterator[ImportedHighlight]:
    """The quotations of ``highlights/SLUG.md``; what stands below one is the note on it."""
    quote, notes = "", list[str]()
    for paragraph in re.split(r"\n[ \t]*\n", text):
        lines = [line.strip() for line in paragraph.strip().splitlines()]
        marked = [line.removeprefix(">").strip() for line in lines if line.startswith(">")]
        if marked:
            yield from _highlight(quote, notes)
            quote, notes = "\n".join(marked), []
        notes.append("\n".join(line for line in lines if not line.startswith(">")))
    yield from _highlight(quote, notes)


def _highlight(quote: str, notes: list[str]) -> Iterator[ImportedHighlight]:
    """One highlight, taken out of the link to Omnivore and parted from its labels where it stands in them."""
    written = long_text(quote)
    head, link, tail = written.rpartition("](http")
    linked = _AFTER_LINK.fullmatch(tail) if link and head.startswith("[") else None
    labels = tuple(label.lstrip("#") for label in linked[1].split()) if linked else ()
    if written:
        note = "\n\n".join(text for text in notes if text)
        yield ImportedHighlight(head[1:] if linked else written, long_text(note), tags=labels)
