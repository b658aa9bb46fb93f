"""The door to temporal expressions. The rule books are loaded when the first text is read, not on import."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from viewer.model import Timex


def tag(text: str, published: date | None = None, language: str = "en") -> Sequence[Timex]:
    """The temporal expressions of a text, in its order, resolved as far as the text and ``published`` allow.

    Offsets are code points of ``text``. ``language`` is a BCP 47 tag; a language that CLDR does not know is read as
    English. Without ``published`` relative dates stay unresolved.
    """
    from viewer.chronology.openings import with_open_ends
    from viewer.chronology.reading import read

    found = read(text, published, language)
    return with_open_ends(text, found) if language.startswith("en") else found
