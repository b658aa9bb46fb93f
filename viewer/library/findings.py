"""What an examination of a library finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What was looked at."""

    FILES = "files"
    INDEX = "index"
    MARKS = "marks"
    BACKUPS = "backups"
    COPIES = "copies"
    IMPORTS = "imports"
    HIGHLIGHTS = "highlights"
    FEEDS = "feeds"


class Verdict(StrEnum):
    """How it was found: all well, put right again, worth knowing, or the reader has to do something."""

    SOUND = "sound"
    MENDED = "mended"
    NOTE = "note"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. ``words`` is a sentence or several; ``path`` is below the library, "" for no one file."""

    part: Part
    verdict: Verdict
    words: str
    path: str = ""
