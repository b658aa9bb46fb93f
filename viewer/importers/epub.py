"""E-books: a short one as one article, a long one as an article for each chapter."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.importers.archives import ZIP_FAULTS, entry_name, why_not
from viewer.importers.bodies import body_of
from viewer.importers.drafts import Doubts, extras, web_address
from viewer.importers.epub_package import Package, read_package, resolve
from viewer.importers.folders import LARGEST_PICTURE, is_picture
from viewer.importers.moments import published_text
from viewer.importers.sources import Source, UnreadableError
from viewer.importers.turns import in_turn
from viewer.importers.words import decode, one_line, title_from_address, unique
from viewer.model import ImportedArticle, ImportedFile, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from zipfile import ZipInfo

LARGEST_CHAPTER = 16 * 1024 * 1024
LARGEST_KEPT = 64 * 1024 * 1024
# Bytes of XHTML up to which a book is one article: some 20,000 words, an hour and a half of reading.
SHORT_BOOK = 160_000
MOST_PICTURES = 500
_PICTURE = re.compile(r"(!\[[^\]\n]{0,500}\]\()<?([^)>\s]{1,500})>?")
_HEADING = re.compile(r"^ {0,3}#{1,3} +(.{1,200}?) *#*$", re.M)
_MARKUP = re.compile(r"!?\[([^\]]{0,500})\]\([^)]{0,500}\)|[*_`\\]")
_ENDINGS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif", b"BM": "bmp"}


def read_epub(source: Source, entries: Sequence[Source | ZipInfo]) -> Iterator[ImportedArticle | ImportProblem]:
    """The chapters of a book. Raises UnreadableError where its package cannot be read."""
    for entry in entries:
        if not isinstance(entry, Source):
            yield ImportProblem(f"{source.name}, {entry_name(entry.filename)}", why_not(entry))
    known = {entry.name: entry for entry in reversed(entries) if isinstance(entry, Source)}
    package = read_package(known)
    found = list[ImportedArticle]()
    short = sum(known[name].size for name in package.chapters if name in known) <= SHORT_BOOK
    names = [f"{source.name}, chapter {number}" for number in range(1, len(package.chapters) + 1)]
    # A short book is one item, in which no chapter can be left out.
    for number, name in enumerate(names, 1) if short else in_turn([*enumerate(names, 1)], lambda chapter: chapter[1]):
        doubts = Doubts(name)
        chapter = _chapter(source, known, package, number, doubts)
        if chapter and short:
            found.append(chapter)
        elif chapter:
            yield chapter
        yield from doubts.problems()
    if found:
        yield _whole(source, package, found)


def _chapter_data(known: Mapping[str, Source], package: Package, name: str) -> bytes:
    if name in package.locked:
        raise UnreadableError("The chapter is protected by its seller (DRM) and can only be read in their program.")
    if name not in known:
        raise UnreadableError(f"The chapter ({one_line(name)}) is not in the e-book.")
    try:
        return known[name].data(LARGEST_CHAPTER)
    except (OSError, *ZIP_FAULTS) as error:
        raise UnreadableError(f"The chapter cannot be read: {error}") from error


def _chapter(
    source: Source, known: Mapping[str, Source], package: Package, number: int, doubts: Doubts
) -> ImportedArticle | None:
    """One chapter; None for a page without text and pictures, such as a blank one, or, with a doubt, a broken one."""
    name = package.chapters[number - 1]
    try:
        data = _chapter_data(known, package, name)
    except UnreadableError as error:
        doubts.reasons.append(str(error))
        return None
    markdown, pictures = _with_pictures(body_of(decode(data), "", doubts), known, name, number)
    if not markdown:
        return None
    title = package.titles.get(name) or _heading(markdown) or f"{_book_title(source, package)}, part {number}"
    return replace(
        _described(source, package),
        title=title,
        markdown=markdown,
        sections=(_book_title(source, package),),
        files=pictures,
        original=ImportedFile("original.html", data),
        item=doubts.item,
        extra=(*_extra(package), ("epub_chapter", f"{number} of {len(package.chapters)}")),
    )


def _described(source: Source, package: Package) -> ImportedArticle:
    published = published_text(package.first("date"))
    return ImportedArticle(
        title=_book_title(source, package),
        url=web_address(package.first("source"), package.first("identifier")),
        authors=unique(package.meta.get("creator", [])),
        site=package.first("publisher"),
        tags=unique(package.meta.get("subject", [])),
        tags_by_reader=False,
        language=package.first("language").replace("_", "-"),
        description=package.first("description"),
        published=published,
        published_from="e-book" if published else "",
        extra=_extra(package),
    )


def _whole(source: Source, package: Package, chapters: list[ImportedArticle]) -> ImportedArticle:
    """The short book as one article, its chapters under headings."""
    texts = [
        chapter.markdown
        if _heading(chapter.markdown[:300]) or len(chapters) == 1
        else f"## {chapter.title}\n\n{chapter.markdown}"
        for chapter in chapters
    ]
    kept = ImportedFile("original.epub", source.data(LARGEST_KEPT)) if source.size <= LARGEST_KEPT else None
    files = tuple(file for chapter in chapters for file in chapter.files)
    whole = _described(source, package)
    return replace(whole, markdown="\n\n".join(texts), files=files, original=kept, item=source.name)


def _book_title(source: Source, package: Package) -> str:
    return package.first("title") or title_from_address(source.name) or source.name


def _extra(package: Package) -> tuple[tuple[str, str], ...]:
    return extras("epub", [(name, package.first(name)) for name in ("identifier", "rights", "contributor")])


def _heading(markdown: str) -> str:
    found = _HEADING.search(markdown[:5000])
    return one_line(_MARKUP.sub(r"\1", found[1])) if found else ""


def _with_pictures(
    markdown: str, known: Mapping[str, Source], base: str, number: int
) -> tuple[str, tuple[ImportedFile, ...]]:
    """The text with its pictures under names of our own, and those pictures."""
    found: dict[str, ImportedFile] = {}

    def renamed(match: re.Match[str]) -> str:
        name = resolve(base, match[2])
        if name not in found and len(found) < MOST_PICTURES and (data := _picture(known, name)):
            found[name] = ImportedFile(f"chapter-{number}-{len(found) + 1}.{_ending(data)}", data)
        return f"{match[1]}{found[name].name}" if name in found else match[0]

    text = _PICTURE.sub(renamed, markdown)
    return text, tuple(found.values())


def _picture(known: Mapping[str, Source], name: str) -> bytes | None:
    if name not in known:
        return None
    try:
        data = known[name].data(LARGEST_PICTURE)
    except (UnreadableError, OSError, *ZIP_FAULTS):
        return None
    return data if is_picture(data) else None


def _ending(data: bytes) -> str:
    return next(
        (ending for mark, ending in _ENDINGS.items() if data.startswith(mark)),
        "webp" if data[8:12] == b"WEBP" else "avif",
    )
