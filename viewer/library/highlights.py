"""Highlights and notes as they are shown: read from ``NAME.annotations.json`` and placed in the text of record.

What other programs write under the W3C Web Annotation data model is read as far as it can be shown; what cannot be
taken for anything is left out. Nothing here writes anything.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from viewer.library.annotation_items import keys_of
from viewer.library.annotations import UNREADABLE, AnnotationsError, bodies_of, each, read_items, targets_of
from viewer.library.quoting import Quotation, QuoteFinder
from viewer.library.set_dates import besides_date, date_in, placed_dates
from viewer.model import BlockKind, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path, PurePosixPath

    from viewer.model import Document, SetDate

_MOST = 2_000
_MOST_PASSAGES = 100_000  # nobody marks as much; a file in which everything is marked over and over might
_CUT = "Only the first {:,} of {:,} highlights and notes are shown; all of them are in {}."
_UNPLACED = "You set a date for these words: {}. They do not stand in the text where they stood."
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class Annotation(NamedTuple):
    """A highlight, or a note on the whole article, whose ``quote`` is empty.

    ``passages`` are where the quoted words stand, one for each block; none where they do not stand in the text.
    ``color`` is as the file has it, ``location`` where the words stood elsewhere ("page 7"). ``key`` is what the
    library knows it by.
    """

    quote: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    color: str = ""
    made: datetime | None = None
    location: str = ""
    passages: tuple[Passage, ...] = ()
    key: str = ""

    @property
    def extent(self) -> int:
        """How many characters of the text it covers."""
        return sum(passage.end - passage.begin for passage in self.passages)


class Annotations(NamedTuple):
    """Notes on the article first, then highlights in the order of the text, then those without a place in it.

    ``fault`` is empty, or a sentence that says why nothing, or not all, is here. ``dates`` are those that the reader
    set, which are shown as dates.
    """

    all: tuple[Annotation, ...] = ()
    fault: str = ""
    dates: tuple[SetDate, ...] = ()

    @property
    def highlights(self) -> tuple[Annotation, ...]:
        """Those that quote words."""
        return tuple(one for one in self.all if one.quote)


def read_annotations(root: Path, path: PurePosixPath, document: Document) -> Annotations:
    """The annotations in the file at ``path`` below ``root``, placed in ``document``."""
    try:
        items = read_items(root / path)
    except AnnotationsError as error:
        return Annotations(fault=f"{path.name}: {UNREADABLE.format(error)}")
    layout = Layout(document)
    dates = {one.number: one.date for one in placed_dates(items, document)}
    shown = zip(items, keys_of(items, _MOST), strict=False)
    found = [
        one
        for number, (item, key) in enumerate(shown)
        if (one := _annotation(item, key, layout, number in dates)) is not None
    ]
    cut = _CUT.format(_MOST, len(items), path.name) if len(items) > _MOST else ""
    return Annotations(tuple(sorted(found, key=_order)), cut, tuple(dates.values()))


def _order(one: Annotation) -> tuple[int, Sequence[Passage]]:
    return (1, one.passages) if one.passages else (2 if one.quote else 0, ())


class Layout:
    """The text of a document, and where in it each block begins."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        self.text = document.text
        self._starts = document.starts
        self._left = _MOST_PASSAGES
        self.finder = QuoteFinder(self.text)

    def passages(self, begin: int, end: int) -> Iterator[Passage]:
        """The stretch from ``begin`` to ``end`` of the text, cut into its blocks; pictures are left out."""
        for number in range(max(0, bisect_right(self._starts, begin) - 1), len(self._blocks)):
            block, start = self._blocks[number], self._starts[number]
            if start >= end or self._left <= 0:
                return
            self._left -= 1
            first, last = max(0, begin - start), min(len(block.text), end - start)
            if block.kind is not BlockKind.IMAGE and block.text[first:last].strip():
                yield Passage(number, first, last)


def _annotation(item: object, key: str, layout: Layout, is_date: bool) -> Annotation | None:
    """An annotation as JSON has it, placed; None for what says nothing that could be shown.

    ``is_date`` is true for one that sets a date which is shown where it stands.
    """
    if not isinstance(item, dict):
        return None
    targets = targets_of(item)
    quotations = [quotation_of(target, layout.text) for target in targets]
    notes, tags, places = _bodies(item)
    when = date_in(item)
    is_lost = when is not None and not is_date
    spans = [span for one in quotations if not is_lost and (span := layout.finder.find(one))]
    if is_lost:
        notes.insert(0, _UNPLACED.format(when or "no date"))
    result = Annotation(
        "\n".join(filter(None, (_clean(one.exact) for one in quotations))),
        "\n\n".join(notes),
        tuple(tags),
        _clean(next(iter(each(targets[0].get("styleClass"))), ""))[:40],
        moment_of(item),
        ", ".join(places),
        tuple(passage for span in spans for passage in layout.passages(*span)),
        key,
    )
    says_more = result.note or result.tags
    return result if says_more or (result.quote and when is None) else None


def quotation_of(target: dict[str, object], text: str) -> Quotation:
    """What a target's selectors say. Where they give a place alone, the words that stand there now."""
    kinds = {str(one.get("type")): one for one in reversed(each(target.get("selector"))) if isinstance(one, dict)}
    quote, place = kinds.get("TextQuoteSelector", {}), kinds.get("TextPositionSelector", {})
    begin, end = (place.get(name) for name in ("start", "end"))
    if not (isinstance(begin, int) and isinstance(end, int) and 0 <= begin < end <= len(text)):
        begin, end = -1, -1
    exact = _text(quote.get("exact")) or (text[begin:end] if begin >= 0 else "")
    return Quotation(exact, _text(quote.get("prefix")), _text(quote.get("suffix")), begin, end)


def note_of(item: dict[str, object]) -> str:
    """The notes of an annotation, as they are shown."""
    return "\n\n".join(_bodies(item)[0])


def _bodies(item: dict[str, object]) -> tuple[list[str], list[str], list[str]]:
    """The notes, tags and places that an annotation says."""
    notes, tags, places = list[str](), list[str](), list[str]()
    kinds = {"tagging": tags, "describing": places}
    bodies = bodies_of(item if date_in(item) is None else {**item, "body": besides_date(item)})
    for purpose, value in bodies:
        if said := _clean(value):
            kinds.get(purpose, notes).append(said)
    return notes, tags, places


def moment_of(item: dict[str, object]) -> datetime | None:
    """When an annotation was made, as far as it says so."""
    return _moment(item.get("created")) or _moment(item.get("modified"))


def _moment(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(_text(value))
    except ValueError:
        return None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _clean(value: object) -> str:
    """A text without what cannot be shown; "" for what is no text."""
    return _ODD.sub("\ufffd", _text(value).replace("\r\n", "\n")).strip()
