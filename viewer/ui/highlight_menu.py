"""What can be done with a highlight, as a menu: another colour, the note, taking it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QActionGroup, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from viewer.ui.reader.highlighting import COLORS, ground, tone_name
from viewer.ui.words import one_line

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from viewer.library.highlights import Annotation
    from viewer.ui.highlight_desk import HighlightDesk
    from viewer.ui.theme import Colors

_SIZE = 18
_LONGEST = 34


class HighlightMenu(QMenu):
    """The menu of one highlight; what is chosen is done by ``desk``."""

    def __init__(self, one: Annotation, colors: Colors, desk: HighlightDesk, parent: QWidget) -> None:
        super().__init__(f"Highlight “{short(one.quote)}”", parent)
        self._one, self._desk = one, desk
        self._colors = color_actions(colors, tone_name(one.color), self)
        self._colors.triggered.connect(self._on_color)
        self._note = QAction("Edit &note…" if one.note else "Add a &note…", self)
        self._note.triggered.connect(self._on_note)
        self._delete = QAction("&Delete highlight", self)
        self._delete.triggered.connect(self._on_delete)
        self.fill(self)

    def fill(self, menu: QMenu) -> None:
        """Put what stands in this menu into ``menu``."""
        menu.addActions(self._colors.actions())
        menu.addSeparator()
        menu.addActions([self._note, self._delete])

    def _on_color(self, action: QAction) -> None:
        self._desk.recolor(self._one, action.data())

    def _on_note(self) -> None:
        self._desk.edit_note(self._one)

    def _on_delete(self) -> None:
        self._desk.remove(self._one)


def color_actions(colors: Colors, present: str, parent: QObject) -> QActionGroup:
    """An action for each colour that can be chosen, which has its name as data; ``present`` is checked."""
    group = QActionGroup(parent)
    for number, name in enumerate(COLORS, 1):
        action = QAction(swatch(colors, name, chosen=name == present), f"&{number}  {name.capitalize()}", group)
        action.setCheckable(True)
        action.setChecked(name == present)
        action.setData(name)
    return group


def swatch(colors: Colors, name: str, *, chosen: bool = False) -> QIcon:
    """A patch of the ground of a highlight, with the line of the theme around it; a dot in it says ``chosen``."""
    picture = QPixmap(_SIZE * 2, _SIZE * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colors.muted))
    painter.setBrush(ground(colors, name))
    painter.drawRoundedRect(2, 2, _SIZE - 4, _SIZE - 4, 3, 3)
    if chosen:  # a menu shows an icon in the place of the check mark
        painter.setBrush(colors.text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(_SIZE / 2, _SIZE / 2), 2.8, 2.8)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # else a chosen row would tint it
    return icon


def short(quote: str) -> str:
    """The first words of a quotation, as the title of a menu."""
    return one_line(quote[: 4 * _LONGEST].replace("&", "&&"), _LONGEST)
