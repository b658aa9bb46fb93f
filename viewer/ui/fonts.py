"""The faces of the page. Source Serif comes with the program, so an article looks the same on every system."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase

_FACES = ("Regular", "It", "Semibold", "SemiboldIt")
_FALLBACK = ["Charter", "Georgia", "Noto Serif", "DejaVu Serif", "serif"]
_ARABIC = ["Noto Naskh Arabic", "Scheherazade New", "Amiri", "Geeza Pro", "Traditional Arabic", "DejaVu Sans"]
_FIXED = ["JetBrains Mono", "Cascadia Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "monospace"]


@cache
def reading_families() -> tuple[str, ...]:
    """The families to set an article in, best first. Loads the face on first use."""
    folder = files("font_source_serif_pro") / "files"
    families: list[str] = []
    for face in _FACES:
        data = (folder / f"SourceSerifPro-{face}.ttf").read_bytes()
        number = QFontDatabase.addApplicationFontFromData(data)
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
