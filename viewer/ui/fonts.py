"""The faces of the page. Source Serif comes with the program, so an article looks the same on every system."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import font_source_serif_pro
from PySide6.QtGui import QFont, QFontDatabase

_FACES = ("Regular", "It", "Semibold", "SemiboldIt")
_FALLBACK = ["Charter", "Georgia", "Noto Serif", "DejaVu Serif", "serif"]
_ARABIC = ["Noto Naskh Arabic", "Scheherazade New", "Amiri", "Geeza Pro", "Traditional Arabic", "DejaVu Sans"]
_FIXED = ["JetBrains Mono", "Cascadia Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "monospace"]


@cache
def reading_families() -> tuple[str, ...]:
    """The families to set an article in, best first. Loads the face on first use."""
    folder = Path(font_source_serif_pro.__file__).parent / "files"
    families: list[str] = []
    for face in _FACES:
        number = QFontDatabase.addApplicationFont(str(folder / f"SourceSerifPro-{face}.ttf"))
        families += [name for name in QFontDatabase.applicationFontFamilies(number) if name not in families]
    families.sort(key=len)
    return (*families[:1], *_FALLBACK, *_ARABIC)


def reading_font(pixels: int) -> QFont:
    """The font of the page, ``pixels`` high."""
    font = QFont(list(reading_families()))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def fixed_families() -> list[str]:
    """The families for code, best first."""
    return list(_FIXED)
