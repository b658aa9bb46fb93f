"""The faces of the page. Source Serif comes with the program, so an article looks the same on every system."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

_UPRIGHT = ("Regular", "Semibold")
_ITALIC = ("It", "SemiboldIt")
# Every family that is not installed is looked for all the same: each name costs a start most of a millisecond.
_FALLBACK = "serif"
_ARABIC = ("Noto Naskh Arabic", "Scheherazade New", "Amiri", "Geeza Pro", "Traditional Arabic", "DejaVu Sans")
_FIXED = ["JetBrains Mono", "Cascadia Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "monospace"]


@cache
def reading_families() -> tuple[str, ...]:
    """The families to set an article in, best first. Loads the upright faces on first use."""
    return (*_load(_UPRIGHT)[:1], _FALLBACK)


@cache
def load_italics() -> None:
    """Load the italic faces, which most articles do without: once, before the first text that is set in them."""
    _load(_ITALIC)


def _load(faces: tuple[str, ...]) -> list[str]:
    """The families that came, the shortest name first."""
    folder = _folder()
    families: set[str] = set()
    for face in faces:
        number = QFontDatabase.addApplicationFont(str(folder / f"SourceSerifPro-{face}.ttf"))
        families.update(QFontDatabase.applicationFontFamilies(number))
    return sorted(families, key=len)


def _folder() -> Path:
    """Where the files of the face lie; the package itself, which loads more than a path needs, is not imported."""
    found = find_spec("font_source_serif_pro")
    return Path(found.origin or "").parent / "files" if found else Path()


def reading_font(pixels: int) -> QFont:
    """The font of the page, ``pixels`` high."""
    font = QFont(list(reading_families()))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def right_to_left_families() -> tuple[str, ...]:
    """The families for an article in Arabic or another script that is written from the right, best first."""
    return (*reading_families()[:1], *_ARABIC, _FALLBACK)


def fixed_families() -> list[str]:
    """The families for code, best first."""
    return list(_FIXED)
