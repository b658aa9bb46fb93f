"""How highlights look on the page, and what is said of one under the pointer.

A ground is the page's own with as much of a colour as leaves every text on it 4.6 : 1. It belongs to the text itself,
so that a search's hits and the event that was chosen, which Qt paints over the text, stand out from it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QTextBlock

    from viewer.library.highlights import Annotation
    from viewer.model import Passage
    from viewer.ui.reader.page import Page
    from viewer.ui.theme import Colors

    Noted = Mapping[int, Sequence[tuple[Passage, Annotation]]]
    """Highlights with a note or tags, by the number of the block in which they stand."""

TONES = {
    "yellow": QColor("#F2E000"),
    "green": QColor("#5CC832"),
    "blue": QColor("#3C96F0"),
    "pink": QColor("#F04C8C"),
    "orange": QColor("#FF8C1E"),
    "purple": QColor("#9860E6"),
}
"""The colours of highlights, by the names that readers give them."""

COLORS = ("yellow", "green", "blue", "pink", "purple")
"""Those that the reader chooses from: orange is too near to yellow on some grounds."""

_OTHER_NAMES = {
    **dict.fromkeys(("red", "magenta", "rose", "crimson"), "pink"),
    **dict.fromkeys(("violet", "lavender", "indigo"), "purple"),
    **dict.fromkeys(("cyan", "teal", "turquoise", "aqua"), "blue"),
    **dict.fromkeys(("lime", "mint", "olive"), "green"),
    **dict.fromkeys(("amber", "brown"), "orange"),
}
_WORD = re.compile("[a-z]+")
_HEX = re.compile(r"#[0-9a-f]{3}\Z|#?[0-9a-f]{6}", re.I)
_LEAST_CONTRAST = 4.6
_MOST_TONE, _MOST_TONE_IN_DARK, _STEPS = 0.26, 0.6, 40
_DARKER = 240  # percent
_HUES = ((15, "pink"), (45, "orange"), (70, "yellow"), (165, "green"), (250, "blue"), (300, "purple"), (361, "pink"))
_LEAST_SATURATION = 0.1
_MOST_IN_TIP = 600


def tone_name(color: str) -> str:
    """The nearest of TONES to a colour as some program wrote it: a name, or digits; "yellow" for any other."""
    if digits := _HEX.match(color.strip()):
        return _nearest(QColor(f"#{digits[0].removeprefix('#')}"))
    words = (found[0] for found in _WORD.finditer(color.casefold()))
    for word in words:
        if word in TONES or word in _OTHER_NAMES:
            return _OTHER_NAMES.get(word, word)
    return "yellow"


def _nearest(color: QColor) -> str:
    if color.hsvSaturationF() < _LEAST_SATURATION:
        return "yellow"  # grey is no colour of a marker
    return next(name for below, name in _HUES if color.hsvHue() < below)


def ground(colors: Colors, name: str) -> QColor:
    """What a highlight of the colour ``name`` stands on."""
    tone, most = (TONES[name].darker(_DARKER), _MOST_TONE_IN_DARK) if colors.dark else (TONES[name], _MOST_TONE)
    grounds = (mixed(colors.base, tone, most * step / _STEPS) for step in range(_STEPS, 0, -1))
    inks = (colors.text, colors.muted, colors.accent)
    legible = (one for one in grounds if all(contrast(one, ink) >= _LEAST_CONTRAST for ink in inks))
    return next(legible, colors.base)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """``one`` with a ``share`` of ``other``."""
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in zip(_parts(one), _parts(other), strict=True)))


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1.0 to 21.0 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(color))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _parts(color: QColor) -> tuple[float, float, float]:
    return color.redF(), color.greenF(), color.blueF()


def paint(page: Page, colors: Colors, highlights: Sequence[Annotation]) -> Noted:
    """Put highlights on their grounds, and dashes below those that have a note. Gives what there is to tell of them."""
    noted: dict[int, list[tuple[Passage, Annotation]]] = defaultdict(list)
    looks = {name: _looks(colors, name) for name in {tone_name(one.color) for one in highlights}}
    # a short one lies over the long one around it
    for highlight in sorted(highlights, key=attrgetter("extent"), reverse=True):
        plain, dashed = looks[tone_name(highlight.color)]
        for passage in highlight.passages:
            page.cursor(passage).mergeCharFormat(plain)
            if highlight.note:
                _underline(page, passage, dashed)
            if highlight.note or highlight.tags:
                noted[passage.block].append((passage, highlight))
    return noted


def _looks(colors: Colors, name: str) -> tuple[QTextCharFormat, QTextCharFormat]:
    plain, dashed = QTextCharFormat(), QTextCharFormat()
    plain.setBackground(ground(colors, name))
    dashed.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    dashed.setUnderlineColor(mixed(TONES[name], colors.text, 0.4))
    return plain, dashed


def _underline(page: Page, passage: Passage, look: QTextCharFormat) -> None:
    """Underline what has no line of its own: links and dates keep theirs."""
    begin, end = page.span(passage)
    cursor = QTextCursor(page.document)
    for first, last in list(_without_line(page.document.findBlock(begin))):
        if first < end and begin < last:
            cursor.setPosition(max(begin, first))
            cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)


def _without_line(block: QTextBlock) -> Iterator[tuple[int, int]]:
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        if piece.charFormat().underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline:
            yield piece.position(), piece.position() + piece.length()
        pieces += 1


def notes_html(highlights: Sequence[Annotation]) -> str:
    """The notes and tags of highlights as simple rich text for a tool tip; every word of them is escaped."""
    from html import escape

    lines = []
    for highlight in highlights:
        note = highlight.note
        if len(note) > _MOST_IN_TIP:
            note = f"{note[:_MOST_IN_TIP].rstrip()} … (“Highlights and notes” shows all)"
        lines += [escape(note).replace("\n", "<br>")] if note else []
        lines += [f"<i>{escape(', '.join(highlight.tags)[:_MOST_IN_TIP])}</i>"] if highlight.tags else []
    return "<p style='margin:0'>" + "<br>".join(lines) + "</p>"
