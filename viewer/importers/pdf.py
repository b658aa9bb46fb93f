"""PDF with a text layer, through pypdf: running text instead of lines, without the heads and feet of the pages."""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.importers.drafts import extras
from viewer.importers.markdown_files import name_and_day
from viewer.importers.pdf_lines import paragraphs
from viewer.importers.sources import UnreadableError
from viewer.importers.text_blocks import as_markdown
from viewer.importers.turns import step
from viewer.importers.words import clean, names, one_line
from viewer.model import ImportedArticle, ImportedFile, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

    from viewer.importers.sources import Source

LARGEST_PDF = 256 * 1024 * 1024
MOST_PAGES = 5000
MOST_CHARACTERS = 20_000_000
FEWEST_LETTERS = 20
_NO_TITLE = re.compile(r"untitled|microsoft word.*|.*\.(?:docx?|pdf|indd|qxd|tex|dvi)|\W*", re.I)


@dataclass(frozen=True, slots=True)
class _Text:
    pages: list[str]
    info: dict[str, str]
    broken: list[int]


def read_pdf(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The one article of a PDF. Raises UnreadableError where it is locked, damaged or holds pictures of pages only."""
    data = source.data(LARGEST_PDF)
    found = _read(data)
    blocks = _blocks(found)
    yield ImportedArticle(
        title=_title(found, blocks, source.name),
        markdown="\n\n".join(as_markdown(block) for block in blocks),
        authors=names(found.info.get("author", ""), ";"),
        tags=names(found.info.get("keywords", "").replace(";", ",")),
        tags_by_reader=False,
        language=found.info.get("language", ""),
        description=found.info.get("subject", ""),
        original=ImportedFile("original.pdf", data),
        item=source.name,
        # When the file was made is not when the text was published.
        extra=extras("pdf", [("created", found.info.get("created", "")), ("pages", str(len(found.pages)))]),
    )
    if found.broken:
        pages = ", ".join(map(str, found.broken[:20]))
        yield ImportProblem(source.name, f"It came without the pages that cannot be read: {pages}.")


def text_of_pdf(data: bytes) -> str:
    """The text of a PDF as Markdown. Raises UnreadableError like ``read_pdf``."""
    return "\n\n".join(as_markdown(block) for block in _blocks(_read(data)))


def _blocks(found: _Text) -> list[str]:
    blocks = paragraphs(found.pages)
    if sum(sum(map(str.isalnum, block)) for block in blocks[:1000]) < FEWEST_LETTERS:
        raise UnreadableError(
            "The PDF holds no text, only pictures of pages. Run a text recognition (OCR) over it first."
        )
    return blocks


def _read(data: bytes) -> _Text:
    from pypdf import PdfReader  # loads slowly, and only PDFs have need of it

    # It tells every flaw of a file to the log, and so to the terminal; the report says what matters.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("The PDF is protected by a password. Save it without one first.")
        return _pages(reader)
    except UnreadableError:
        raise
    except Exception as error:  # pypdf raises whatever it meets in a damaged file
        reason = f"The PDF is damaged or protected and cannot be read ({one_line(str(error))[:150]})."
        raise UnreadableError(reason) from error


def _pages(reader: PdfReader) -> _Text:
    pages, broken, size = list[str](), list[int](), 0
    for number in range(min(len(reader.pages), MOST_PAGES)):
        step()
        try:
            text = clean(reader.pages[number].extract_text())
        except Exception:  # one damaged page; the others go on
            broken.append(number + 1)
            continue
        pages.append(text)
        size += len(text)
        if size > MOST_CHARACTERS:
            break
    return _Text(pages, _info(reader), broken)


def _info(reader: PdfReader) -> dict[str, str]:
    """What the file says of itself; nothing where that part of it is damaged."""
    try:
        meta = reader.metadata
        if meta is None:
            return {"language": _language(reader)}
        named = {name: one_line(str(meta.get(f"/{name.title()}") or "")) for name in _INFO}
        made = meta.creation_date
        return {**named, "created": made.isoformat() if made else "", "language": _language(reader)}
    except Exception:  # a damaged list of properties is no reason to lose the text
        return {}


_INFO = ("title", "author", "subject", "keywords")


def _language(reader: PdfReader) -> str:
    return one_line(str(reader.root_object.get("/Lang") or ""))


def _title(found: _Text, blocks: list[str], name: str) -> str:
    written = found.info.get("title", "")
    if not _NO_TITLE.fullmatch(written):
        return written
    first = blocks[0] if blocks else ""
    return one_line(first) if 3 < len(first) <= 150 else name_and_day(name)[0]
