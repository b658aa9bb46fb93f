"""What the index wants to know of a file, in two helpings: quickly, to be found; and fully, to be dated and related.

Both are plain functions of a file, without the index, so that they run in a worker process as well as here.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from viewer.document import crude_text, detect_language, parse, plain, strip_controls
from viewer.library.codec import pack_chronology
from viewer.library.event_days import days_of
from viewer.library.folding import index_text
from viewer.library.front_matter import split_front_matter
from viewer.library.header_dates import days_of_period
from viewer.library.links import targets_of
from viewer.library.metadata import Metadata, read_metadata
from viewer.library.scan import annotations_beside, stamp_of_annotations
from viewer.library.set_dates import key_of_dates, read_set_dates
from viewer.library.source import Source, UnreadableError, fingerprint_of, read_source
from viewer.model import Chronology, Document
from viewer.stories import TermVector, describe, sketch_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from viewer.library.scan import FileStamp
    from viewer.model import SetDate

_LANGUAGE_SAMPLE = 4000


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that cannot be an article. ``lasting`` is false where trying again may help."""

    path: str
    reason: str
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class QuickReading:
    """Enough to list and to find an article.

    ``packed_text`` is its approximate plain text, UTF-8, zlib; ``text_key`` the fingerprint of that text.
    """

    stamp: FileStamp
    fingerprint: bytes
    metadata: Metadata
    packed_text: bytes
    text_key: bytes
    words: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedReading:
    """A chronology, packed, with the days of its events and the key of the dates that the reader had set by then.

    ``beside`` is the stamp of the file of annotations that had them.
    """

    packed: bytes
    days: tuple[tuple[int, int, int], ...]
    set_dates: bytes = b""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class FullReading:
    """What takes longer: exact words, the chronology, links to other articles, and the vector of terms.

    ``packed_text`` is the plain text where the approximate one lacked some of its words, else empty.
    """

    path: str
    fingerprint: bytes
    words: int
    dated: DatedReading
    links: tuple[str, ...]
    vector: TermVector
    notes: tuple[str, ...] = ()
    sketch: bytes = b""
    packed_text: bytes = b""


def read_quickly(root: Path, path: str) -> QuickReading | Refusal:
    """Front matter and approximate text of one file."""
    try:
        source = read_source(root, path)
    except UnreadableError as error:
        return Refusal(path, str(error), error.lasting)
    front = split_front_matter(source.text)
    text = rough_text(front.body, path)
    metadata = read_metadata(front.fields, front.body, PurePosixPath(path))
    notes = (*(note for note in (source.note, front.problem) if note), *metadata.problems)
    return QuickReading(
        source.stamp,
        source.fingerprint,
        with_language(metadata, text),
        _packed(text),
        text_key(text),
        len(text.split()),
        notes,
    )


def rough_text(body: str, path: str = "") -> str:
    """The words of a file's body in one line, as near as can be had without a parser; those of a ``.txt`` as they are.

    The index has them first, and an import knows by them which article is there already.
    """
    crude = body if path.lower().endswith(".txt") else crude_text(body)
    return strip_controls(" ".join(crude.split()))


def text_key(text: str) -> bytes:
    """What is the same for the same text, and is kept in the index to know it by."""
    return fingerprint_of(_bytes(text))


def _packed(text: str) -> bytes:
    return zlib.compress(_bytes(text), 3)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def with_language(metadata: Metadata, text: str) -> Metadata:
    """The metadata with the language that the text seems to have, where the file states none."""
    if metadata.language:
        return metadata
    values = {name: getattr(metadata, name) for name in Metadata.__dataclass_fields__}
    return Metadata(**(values | {"language": detect_language(text[:_LANGUAGE_SAMPLE])}))


def read_fully(root: Path, path: str) -> FullReading | Refusal:
    """Document, chronology, links and terms of one file."""
    try:
        source = read_source(root, path)
    except UnreadableError as error:
        return Refusal(path, str(error), error.lasting)
    document, metadata = lay_out(source)
    annotations = root / annotations_beside(path)
    stamp = stamp_of_annotations(annotations)
    set_dates = read_set_dates(annotations, document) if stamp else ()
    chronology, fault = _dated(document, metadata, set_dates)
    texts = [block.text for block in document.blocks]
    return FullReading(
        path,
        source.fingerprint,
        document.words,
        dated_reading(chronology, set_dates, stamp),
        targets_of(document, PurePosixPath(path)),
        describe(metadata.title, texts),
        tuple(note for note in (document.notice, fault) if note),
        sketch_of(texts),
        _better_text(document, rough_text(split_front_matter(source.text).body, path)),
    )


def _better_text(document: Document, rough: str) -> bytes:
    """The words of the document, packed, where the rough text lacks one: an entity, marks within a word; else none."""
    text = " ".join(" ".join(block.image.alt if block.image else block.text for block in document.blocks).split())
    missing = set(index_text(text).split()).difference(index_text(rough).split())
    return _packed(text) if missing else b""


def lay_out(source: Source) -> tuple[Document, Metadata]:
    """The document of a file and what it says of itself. A ``.txt`` file is plain text, whatever it holds."""
    front = split_front_matter(source.text)
    path = PurePosixPath(source.stamp.path)
    metadata = read_metadata(front.fields, front.body, path)
    language = metadata.language or None
    if path.suffix.lower() == ".txt":
        return plain(front.body, notice="", language=language), metadata
    return parse(front.body, language=language, title=metadata.title), metadata


def dated_reading(chronology: Chronology, set_dates: Sequence[SetDate], stamp: str) -> DatedReading:
    """A chronology as the index keeps it; ``stamp`` is that of the file of annotations, from before it was read."""
    return DatedReading(pack_chronology(chronology), days_of(chronology), key_of_dates(set_dates), stamp)


def analyse_document(
    document: Document, published: date | None, published_in: str = "", set_dates: Sequence[SetDate] = ()
) -> Chronology:
    """What the document reports, and when. ``published_in`` is a month or a year where no day is known."""
    from viewer.chronology import analyse  # half of the time to import the library, and the index mostly has the answer

    period = days_of_period(published_in) if published_in else None
    return analyse(document.blocks, published, document.language, period, set_dates)


def _dated(document: Document, metadata: Metadata, set_dates: Sequence[SetDate]) -> tuple[Chronology, str]:
    """The chronology, or an empty one and a sentence: a fault in one article must not stop the reading of others."""
    try:
        return analyse_document(document, metadata.published, metadata.published_in, set_dates), ""
    except Exception as error:
        return (
            Chronology(),
            f"Its dates could not be worked out, by a fault in Dateline ({type(error).__name__}: {error}).",
        )
