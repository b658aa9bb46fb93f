"""A saved web page to an article."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from urllib.parse import urljoin

from viewer.importers.html_bytes import MAX_BYTES, page_text, without_controls
from viewer.importers.html_links import Links
from viewer.importers.html_pieces import PagePieces, Piece, PieceKind
from viewer.importers.html_render import to_markdown
from viewer.importers.html_scan import scan
from viewer.importers.html_tree import tree_of
from viewer.importers.html_walk import pieces_of
from viewer.importers.page_metadata import PageMetadata, is_web_address, page_metadata
from viewer.importers.page_opinion import opinion, own_opinion
from viewer.importers.page_pictures import Pictures, in_folder
from viewer.importers.page_selection import select
from viewer.model import ImportedArticle, ImportedFile, LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml.html import HtmlElement

Mode = Literal["article", "other", "page"]

_SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,6}\)(\S{1,4000})", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    r"Page saved with SingleFile[^<>]{0,200}?url:\s{0,9}(\S{1,4000})(?:\s{1,9}saved date:\s{0,9}([^\n<>]{1,80}))?"
)
_HEAD = 20_000


def read_page(
    data: bytes, *, url: str = "", name: str = "", folder: Path | None = None, mode: Mode = "article"
) -> ImportedArticle:
    """The article of a saved page: its text as Markdown, its pictures, what the page says of itself.

    ``url`` is where the page was found, "" for what the page says; ``name`` its file name, for messages; ``folder``
    the one that holds the page's pictures: nothing outside it is read, and nothing is ever fetched. ``mode`` "other"
    takes the second opinion on what the article is, "page" all of the page. Raises LibraryError, with a sentence for
    the reader, where the page is too large or holds no article.
    """
    return read_decoded_page(
        data, original_of(data, name, ".html"), url=url, name=name, find=in_folder(folder), mode=mode
    )


def original_of(data: bytes, name: str, suffix: str) -> ImportedFile:
    """The page as it came, to be kept beside the article."""
    return ImportedFile(name.replace("\\", "/").rpartition("/")[2] or f"original{suffix}", data)


def read_decoded_page(
    data: bytes,
    original: ImportedFile,
    *,
    url: str,
    name: str,
    find: Callable[[str], bytes | None],
    mode: Mode = "article",
    charset: str = "",
) -> ImportedArticle:
    """As ``read_page``; ``find`` gives the bytes of a picture by its address, ``charset`` what the envelope says."""
    shown = name or url or "The page"
    if len(data) > MAX_BYTES:
        raise LibraryError(f"{shown} is too large for an article ({len(data):,} bytes; at most {MAX_BYTES:,}).")
    text = page_text(data, charset)
    scanned = scan(text, shown)
    root = tree_of(without_controls(scanned.text), shown)
    saved_url, saved = _note_of_the_saver(text[:_HEAD])
    metadata = page_metadata(root, scanned.json_ld, url or saved_url)
    base = _base(root, metadata.url)
    page = pieces_of(root, base)
    chosen = _without_title(_chosen(root, page, scanned.tags, mode), metadata.title)
    pictures = Pictures(find, base)
    markdown = to_markdown(chosen, pictures.place, Links(base).whole)
    if not any(piece.key for piece in chosen):
        raise LibraryError(f"{shown} holds no article: there is no text in it. The whole page may be kept instead.")
    return _article(metadata, markdown, tuple(pictures.files), original, saved, shown)


def _chosen(root: HtmlElement, page: PagePieces, tags: int, mode: Mode) -> list[Piece]:
    if mode == "page":
        return page.pieces
    return select(page, own_opinion(page) if mode == "other" else opinion(root, page, tags))


def _without_title(pieces: list[Piece], title: str) -> list[Piece]:
    """``pieces`` without the headings at the beginning that repeat the title."""
    key = "".join(title.split()).casefold()
    return [
        piece
        for number, piece in enumerate(pieces)
        if not (piece.kind is PieceKind.HEADING and number < 8 and piece.key.casefold() == key)
    ]


def _base(root: HtmlElement, url: str) -> str:
    """What relative addresses of the page begin from: its ``base`` element where that is of the web, else ``url``."""
    for element in root.iter("base"):
        try:
            base = str(urljoin(url, (element.get("href") or "").strip()))
        except ValueError:
            continue
        if is_web_address(base):
            return base
    return url


def _note_of_the_saver(head: str) -> tuple[str, datetime | None]:
    """Address and time that a browser or SingleFile writes into a page when it saves it."""
    if found := _SAVED_FROM.search(head):
        return (found[1] if is_web_address(found[1]) else ""), None
    if found := _SINGLE_FILE.search(head):
        return (found[1] if is_web_address(found[1]) else ""), _moment(found[2] or "")
    return "", None


def _moment(text: str) -> datetime | None:
    """The time as JavaScript writes it: "Fri Nov 02 2018 20:10:00 GMT+0300 (Arabia Standard Time)"."""
    try:
        return datetime.strptime(text.partition(" (")[0].strip(), "%a %b %d %Y %H:%M:%S GMT%z")
    except ValueError:
        return None


def _article(
    metadata: PageMetadata,
    markdown: str,
    files: tuple[ImportedFile, ...],
    original: ImportedFile,
    saved: datetime | None,
    shown: str,
) -> ImportedArticle:
    return ImportedArticle(
        title=metadata.title or shown,
        markdown=markdown,
        url=metadata.url,
        authors=metadata.authors,
        site=metadata.site,
        sections=metadata.sections,
        tags=metadata.tags,
        tags_by_reader=False,
        language=metadata.language,
        description=metadata.description,
        published=metadata.published,
        published_from=metadata.published_from,
        updated=metadata.updated,
        saved=saved,
        files=files,
        original=original,
        item=shown,
    )
