"""Dates that the reader set: an annotation each, which identifies words with a date (EDTF), beside the article.

A date belongs to its words in their place: where these words stand elsewhere only, it is nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from viewer.library.annotations import AnnotationsError, each, read_items, targets_of
from viewer.library.source import fingerprint_of
from viewer.model import SetDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from viewer.model import Document, Passage

IDENTIFYING = "identifying"
"""The motivation, and the purpose, of such an annotation."""
NO_DATE = "XXXX"
"""How EDTF writes a year of which nothing is known: the words name no date."""
MOST_DATES = 1_000
"""More are not looked at: nobody sets as many."""
_EDTF = "http://id.loc.gov/datatypes/edtf"


class PlacedDate(NamedTuple):
    """A date that was set, and the number of its annotation in the file."""

    number: int
    date: SetDate


def is_set_date(item: object) -> bool:
    """Whether an annotation sets a date."""
    return date_in(item) is not None


def besides_date(item: dict[str, Any]) -> list[object]:
    """What an annotation says besides the date that it sets: its other bodies."""
    return [one for one in each(item.get("body")) if one is not None and not _says_date(one)]


def _says_date(body: object) -> bool:
    return isinstance(body, dict) and body.get("purpose") == IDENTIFYING and body.get("conformsTo") == _EDTF


def placed_dates(items: Sequence[object], document: Document) -> Iterator[PlacedDate]:
    """The dates that annotations set, those whose words stand in the document where they stood."""
    from viewer.library.highlights import Layout, moment_of, quotation_of

    dates = [(number, item, when) for number, item in enumerate(items) if (when := date_in(item)) is not None]
    layout = Layout(document) if dates else None
    for number, item, when in dates[:MOST_DATES]:
        assert layout
        span = layout.finder.find_in_context(quotation_of(targets_of(item)[0], layout.text))
        passage = next(layout.passages(*span), None) if span else None
        if passage is not None and isinstance(item, dict):
            made = moment_of(item)
            yield PlacedDate(number, SetDate(passage, when, made.date() if made else None))


def date_at(dates: Iterable[PlacedDate], passage: Passage) -> PlacedDate | None:
    """The last of the dates that were set for these words."""
    found = None
    for one in dates:
        if one.date.passage.is_about(passage):
            found = one
    return found


def read_set_dates(path: Path, document: Document) -> tuple[SetDate, ...]:
    """The dates that the annotations in a file set; none where it cannot be read, which the highlights tell."""
    try:
        items = read_items(path, IDENTIFYING)
    except AnnotationsError:
        return ()
    return tuple(one.date for one in placed_dates(items, document))


def may_set_dates(path: Path) -> bool:
    """Whether a file of annotations may set a date; quick."""
    try:
        return bool(read_items(path, IDENTIFYING))
    except AnnotationsError:
        return False


def key_of_dates(dates: Sequence[SetDate]) -> bytes:
    """What is the same for the same dates; empty for none."""
    return fingerprint_of(repr(dates).encode("utf-8", "replace")) if dates else b""


def date_in(item: object) -> str | None:
    """The date that an annotation sets, "" for none at all; None for an annotation of another kind."""
    if not isinstance(item, dict) or IDENTIFYING not in each(item.get("motivation")):
        return None
    bodies = (body for body in each(item.get("body")) if isinstance(body, dict) and _says_date(body))
    said = next((body.get("value") for body in bodies), None)
    if said == NO_DATE:
        return ""
    from viewer.chronology.edtf_reading import interval_of  # most annotations are highlights

    return said if isinstance(said, str) and interval_of(said) else None


def as_body(when: str) -> dict[str, Any]:
    """A date, or "" for none, as the body of an annotation."""
    return {
        "type": "TextualBody",
        "value": when or NO_DATE,
        "format": "text/plain",
        "purpose": IDENTIFYING,
        "conformsTo": _EDTF,
    }
