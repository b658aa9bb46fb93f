"""Highlights and notes of an article in words: what its page says of them, and what stands in their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.date_words import date_words
from viewer.ui.reader.front import HIGHLIGHTS
from viewer.ui.reader.highlighting import tone_name
from viewer.ui.words import cut, one_line, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from viewer.library.highlights import Annotation, Annotations

WHOLE = "Note on the article"
NOWHERE = "These words do not stand in the text as it is now."

_LONGEST = 300
_LONGEST_SHOWN = 50_000


def lines_of(annotations: Annotations) -> Iterator[Sequence[tuple[str, str]]]:
    """What the page of an article says of its highlights and notes: lines of words with the link that they carry."""
    if annotations.fault:
        yield [(annotations.fault, "")]
    highlights = len(annotations.highlights)
    notes = sum(bool(one.note) for one in annotations.all)
    counts = [plural(count, name) for count, name in ((highlights, "highlight"), (notes, "note")) if count]
    if annotations.all:
        yield [(f"{' and '.join(counts) or plural(len(annotations.all), 'tag')}. ", ""), ("Read them", HIGHLIGHTS)]


def row_of(one: Annotation) -> tuple[str, str, str, str, str]:
    """An annotation as a row: quoted words, note, tags, day, colour."""
    return _short(one.quote) or WHOLE, _short(one.note), _short(", ".join(one.tags)), day_of(one), color_of(one)


def color_of(one: Annotation) -> str:
    """The name of the colour in which a highlight is painted; "" for a note on the whole article."""
    return tone_name(one.color).capitalize() if one.quote else ""


def whole_of(one: Annotation) -> str:
    """All that an annotation says, as paragraphs of plain text; very long ones are cut."""
    quote = f"“{cut(one.quote, _LONGEST_SHOWN)}”" if one.quote else WHOLE
    about = (
        f"Tags: {', '.join(one.tags)}" if one.tags else "",
        f"Made on {day_of(one)}" if one.made else "",
        f"Colour: {one.color}" if one.color else "",
        f"Where it stood: {one.location}" if one.location else "",
        NOWHERE if one.quote and not one.passages else "",
    )
    return "\n\n".join(filter(None, (quote, cut(one.note, _LONGEST_SHOWN), "\n".join(filter(None, about)))))


def day_of(one: Annotation) -> str:
    """The day on which an annotation was made, where the reader is; "" for none."""
    if one.made is None:
        return ""
    try:
        return date_words(one.made.astimezone().date() if one.made.tzinfo else one.made.date())
    except (OverflowError, OSError, ValueError):  # at either end of the calendar
        return date_words(one.made.date())


def _short(text: str) -> str:
    """A text in one line, cut for a cell."""
    return one_line(text[: 4 * _LONGEST], _LONGEST)
