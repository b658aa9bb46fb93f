"""What the reader set, and what the window remembers: the one place that reads and writes settings."""

from __future__ import annotations

import base64
import binascii
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QSettings

from viewer.ui.theme import CHOICES, SYSTEM

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TRIES_FIRST = "try_before_adding"
MIN_SIZE, MAX_SIZE, DEFAULT_SIZE = 10, 40, 18


class Reading(NamedTuple):
    """How the page is set: text size in px, line height as a multiple of it, width in characters."""

    size: int = DEFAULT_SIZE
    line_height: float = 1.55
    characters: int = 66

    def larger(self) -> Reading:
        """One step larger, at most 40 px."""
        return self._replace(size=min(MAX_SIZE, self.size + (1 if self.size < 22 else 2)))

    def smaller(self) -> Reading:
        """One step smaller, at least 10 px."""
        return self._replace(size=max(MIN_SIZE, self.size - (1 if self.size <= 22 else 2)))


class Settings:
    """Typed access to the settings file. A value that makes no sense counts as not set."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> str:
        """The choice of scheme: "system", "light", "dark" or "sepia"."""
        value = self._text("appearance")
        return value if value in CHOICES else SYSTEM

    @appearance.setter
    def appearance(self, value: str) -> None:
        self._store.setValue("appearance", value)

    @property
    def reading(self) -> Reading:
        """How the page is set."""
        text = self._text("reading/size")
        size = int(text) if text.isdecimal() else DEFAULT_SIZE
        return Reading(size=min(MAX_SIZE, max(MIN_SIZE, size)))

    @reading.setter
    def reading(self, value: Reading) -> None:
        self._store.setValue("reading/size", value.size)

    @property
    def library(self) -> Path | None:
        """The folder that was open last, None for the sample library or on first launch."""
        raw = _decoded(self._text("library"))
        return Path(os.fsdecode(raw)) if raw else None

    @library.setter
    def library(self, value: Path | None) -> None:
        self._store.setValue("library", _encoded(os.fsencode(value)) if value else "")

    def last_article(self, library: Path) -> int | None:
        """The id of the article that was open last in ``library``."""
        text = self._text(f"last/{_key(library)}")
        return int(text) if text.isdecimal() else None

    def set_last_article(self, library: Path, article: int) -> None:
        """Remember the article that is open in ``library``."""
        self._store.setValue(f"last/{_key(library)}", str(article))

    def state(self, name: str) -> QByteArray | None:
        """Geometry kept under ``name``, as Qt saved it."""
        raw = _decoded(self._text(f"window/{name}"))
        return QByteArray(raw) if raw else None

    def set_state(self, name: str, value: QByteArray) -> None:
        """Keep a geometry under ``name``."""
        self._store.setValue(f"window/{name}", _encoded(bytes(value.data())))

    def flag(self, name: str, default: bool) -> bool:
        """A yes or no kept under ``name``."""
        return {"true": True, "false": False}.get(self._text(name).lower(), default)

    def set_flag(self, name: str, value: bool) -> None:
        """Keep a yes or no under ``name``."""
        self._store.setValue(name, "true" if value else "false")

    @property
    def tries_first(self) -> bool:
        """Whether what files would bring is shown before they are added."""
        return self.flag(_TRIES_FIRST, False)

    @tries_first.setter
    def tries_first(self, value: bool) -> None:
        self.set_flag(_TRIES_FIRST, value)

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that the reader gave to commands, by the command's name, as portable key sequences."""
        self._store.beginGroup("keys")
        found = {name: tuple(self._text(name).split()) for name in self._store.childKeys()}
        self._store.endGroup()
        return found

    @keys.setter
    def keys(self, value: Mapping[str, Sequence[str]]) -> None:
        self._store.remove("keys")
        for name, keys in value.items():
            self._store.setValue(f"keys/{name}", " ".join(keys))

    def feed_hours(self, library: Path) -> int:
        """How many hours lie between two refreshes of the feeds of ``library``; 0 where nobody but the reader asks."""
        text = self._text(f"feeds/{_key(library)}")
        return int(text) if text.isdecimal() and len(text) < 4 else 0

    def set_feed_hours(self, library: Path, hours: int) -> None:
        """Keep how often the feeds of ``library`` are asked; 0 for never."""
        self._store.setValue(f"feeds/{_key(library)}", str(hours))

    def feeds_asked(self, library: Path) -> float:
        """When the schedule asked the feeds of ``library`` last, in Unix seconds; 0.0 for never."""
        text = self._text(f"asked/{_key(library)}")
        return float(text) if text.isdecimal() and len(text) < 15 else 0.0

    def set_feeds_asked(self, library: Path, moment: float) -> None:
        """Keep when the schedule asked the feeds of ``library`` last."""
        self._store.setValue(f"asked/{_key(library)}", str(int(moment)))

    def inbox(self, library: Path) -> Path | None:
        """The folder whose arrivals come into ``library``; None where there is none."""
        raw = _decoded(self._text(f"inbox/{_key(library)}"))
        return Path(os.fsdecode(raw)) if raw else None

    def set_inbox(self, library: Path, folder: Path | None) -> None:
        """Keep the folder whose arrivals come into ``library``, or that there is none."""
        self._store.setValue(f"inbox/{_key(library)}", _encoded(os.fsencode(folder)) if folder else "")

    def save(self) -> None:
        """Write to disk now."""
        self._store.sync()

    def _text(self, name: str) -> str:
        value = self._store.value(name)
        return value if isinstance(value, str) else "" if value is None else str(value)


def _encoded(raw: bytes) -> str:
    """Bytes as text that an INI file keeps: paths need not be text, and geometry is none."""
    return base64.b64encode(raw).decode("ascii")


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _key(library: Path) -> str:
    return base64.urlsafe_b64encode(str(library.resolve()).encode("utf-8", "surrogateescape")).decode("ascii")
