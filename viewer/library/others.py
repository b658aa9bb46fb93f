"""Which other texts an article can be compared with, and the comparison: versions, conflicted copies, twins.

Nothing here writes anything.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from viewer.document import comparison
from viewer.library.annotations import texts_in
from viewer.library.digest import lay_out
from viewer.library.front_matter import header_of, split_front_matter
from viewer.library.scan import ANNOTATIONS, FileStamp, beside
from viewer.library.source import Source, UnreadableError, read_source
from viewer.library.twin_rows import twins_of
from viewer.library.versions import list_versions, newer_version
from viewer.model import Block, BlockKind, LibraryError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from viewer.document.comparison import Comparison
    from viewer.model import Article

VERSION, COPY, ORIGINAL, NOTES, TWIN = "version", "conflicted copy", "original", "notes", "nearly the same"
EXTRACTION = "extraction"

_MOST_TWINS = 50


class OtherText(NamedTuple):
    """A text beside that of an article. ``kind`` is one of the six above; ``path`` is below the library.

    ``name`` is that of a version, else the title or the file's name. ``is_later`` says that it comes after the
    article's own text. ``is_newest`` marks the one version that is newer than the article, where there is one.
    """

    kind: str
    path: PurePosixPath
    name: str
    day: date | None = None
    is_later: bool = True
    is_newest: bool = False
    id: int = 0


def others_of(
    connection: sqlite3.Connection, root: Path, article: Article, rows: Callable[[Sequence[int]], Sequence[Article]]
) -> tuple[OtherText, ...]:
    """What an article can be compared with: its newer version first, then copies, versions and twins.

    ``rows`` gives articles by their ids.
    """
    found = [*_copies(connection, article), *_versions(root, article), *_twins(connection, article, rows)]
    return tuple(sorted(found, key=lambda one: not one.is_newest))


def _versions(root: Path, article: Article) -> Iterator[OtherText]:
    versions = list_versions(root, article.path)
    newest = newer_version(root, article.path, versions)
    own = max(filter(None, (article.updated, article.published)), default=None)
    for one in versions:
        later = one is newest or (one.day is not None and own is not None and one.day > own)
        yield OtherText(VERSION, one.path, one.name, one.day, is_later=later, is_newest=one is newest)


def _copies(connection: sqlite3.Connection, article: Article) -> Iterator[OtherText]:
    own = article.path.as_posix()
    notes = beside(article.path, ANNOTATIONS).as_posix()
    statement = "SELECT path, id FROM conflict LEFT JOIN article USING (path) WHERE original = ? ORDER BY path"
    for path, id in connection.execute(statement, (own,)).fetchall():
        yield OtherText(COPY, PurePosixPath(path), PurePosixPath(path).name, id=id or 0)
    for path, _ in connection.execute(statement, (notes,)).fetchall():
        yield OtherText(NOTES, PurePosixPath(path), PurePosixPath(path).name)
    statement = (
        "SELECT original, id FROM conflict JOIN article ON article.path = original WHERE conflict.path = ? AND id <> ?"
    )
    for path, id in connection.execute(statement, (own, article.id)).fetchall():
        yield OtherText(ORIGINAL, PurePosixPath(path), PurePosixPath(path).name, id=id, is_later=False)


def _twins(
    connection: sqlite3.Connection, article: Article, rows: Callable[[Sequence[int]], Sequence[Article]]
) -> Iterator[OtherText]:
    """Articles that are nearly the same, without those in the trash."""
    own = article.published or date.max
    for one in rows(twins_of(connection, article.id, _MOST_TWINS)):
        if not one.trashed:
            later = (one.published or date.max) >= own
            yield OtherText(TWIN, one.path, one.title, one.published, is_later=later, id=one.id)


def compared(root: Path, article: Article, other: OtherText) -> Comparison:
    """What changed between the article's text and ``other``, from the earlier to the later.

    Raises LibraryError where a file cannot be read.
    """
    if other.kind == NOTES:
        mine = _notes(root, beside(article.path, ANNOTATIONS))
        return comparison.compare(mine, _notes(root, other.path))
    read = _whole_file if other.kind in (COPY, ORIGINAL) else blocks_of
    mine, theirs = read(root, article.path), read(root, other.path)
    return comparison.compare(mine, theirs) if other.is_later else comparison.compare(theirs, mine)


def blocks_of(root: Path, path: PurePosixPath) -> Sequence[Block]:
    """The title and the text of record of a file. Raises LibraryError where it cannot be read."""
    document, metadata = lay_out(_source(root, path))
    return [Block(BlockKind.HEADING, metadata.title, _one(metadata.title), level=1), *document.blocks]


def _whole_file(root: Path, path: PurePosixPath) -> Sequence[Block]:
    """The lines of a file's front matter and its text of record: a conflict may lie in either."""
    source = _source(root, path)
    lines = header_of(source.text, split_front_matter(source.text)).splitlines()
    return [
        *(Block(BlockKind.CODE, line, _one(line)) for line in lines if line.strip("-+. ")),
        *lay_out(source)[0].blocks,
    ]


def _source(root: Path, path: PurePosixPath) -> Source:
    try:
        return read_source(root, path.as_posix())
    except UnreadableError as error:
        raise LibraryError(f"{path} cannot be compared. {error}") from error


def _one(text: str) -> tuple[tuple[int, int], ...]:
    """A text as one sentence."""
    return ((0, len(text)),)


def blocks_of_text(text: str, path: PurePosixPath) -> Sequence[Block]:
    """The text of record that the file at ``path`` would have with this content."""
    return lay_out(Source(FileStamp(path.as_posix(), 0, 0, 0), text, b""))[0].blocks


def _notes(root: Path, path: PurePosixPath) -> Sequence[Block]:
    return [Block(BlockKind.PARAGRAPH, text, _one(text)) for text in texts_in(root / path)]
