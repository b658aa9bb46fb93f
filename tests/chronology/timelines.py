"""Texts through the whole of the chronology, and what comes out as a reader sees it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from viewer.chronology import analyse
from viewer.document import parse

if TYPE_CHECKING:
    from viewer.model import Event

PUBLISHED = date(2018, 11, 2)


def events_of(text: str) -> tuple[Event, ...]:
    """The events of an English text published on 2 November 2018."""
    return analyse(parse(text, language="en").blocks, PUBLISHED).events


def told(text: str) -> list[tuple[str, str]]:
    """When and what, of each event."""
    return [(event.when, event.label) for event in events_of(text)]
