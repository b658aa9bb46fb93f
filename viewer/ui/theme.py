"""Colours: three schemes, one of them in force, for widgets, icons and the page alike."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from viewer.ui.style_sheet import style_sheet

SYSTEM = "system"


class Colors(NamedTuple):
    """The roles that a colour can play. Text on ``base``, ``window`` and ``raised`` keeps a contrast of 4.5 : 1."""

    window: QColor
    base: QColor
    raised: QColor
    text: QColor
    muted: QColor
    faint: QColor
    line: QColor
    accent: QColor
    on_accent: QColor
    selection: QColor
    hover: QColor
    highlight: QColor
    conflict: QColor
    planned: QColor
    dark: bool


def _colors(dark: bool = False, **names: str) -> Colors:
    return Colors(dark=dark, **{role: QColor(name) for role, name in names.items()})


SCHEMES = {
    "light": _colors(
        window="#F0EFEB",
        base="#FCFBF8",
        raised="#FFFFFF",
        text="#24272B",
        muted="#5C6168",
        faint="#8D9299",
        line="#D8D6D0",
        accent="#0F6674",
        on_accent="#FFFFFF",
        selection="#CFE6E9",
        hover="#E5E3DD",
        highlight="#FFE9A8",
        conflict="#A8401A",
        planned="#65549F",
    ),
    "dark": _colors(
        dark=True,
        window="#272C36",
        base="#2E3440",
        raised="#394150",
        text="#D8DEE9",
        muted="#AAB3C3",
        faint="#7C869A",
        line="#434C5E",
        accent="#88C0D0",
        on_accent="#1E242E",
        selection="#3E5664",
        hover="#353C49",
        highlight="#6A5A22",
        conflict="#EBA07C",
        planned="#BFAEE6",
    ),
    "sepia": _colors(
        window="#EADFC6",
        base="#F4ECD8",
        raised="#FAF5E6",
        text="#5B4636",
        muted="#6D5846",
        faint="#A08B71",
        line="#D6C7A6",
        accent="#864619",
        on_accent="#FFF8E8",
        selection="#E6D2A9",
        hover="#E1D4B6",
        highlight="#F2D688",
        conflict="#9C3316",
        planned="#64508F",
    ),
}
CHOICES = (SYSTEM, *SCHEMES)


class Theme(QObject):
    """The colours in force. ``changed`` is emitted when another scheme takes over, by choice or with the system."""

    changed = Signal()

    def __init__(self, choice: str = SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice if choice in CHOICES else SYSTEM
        self._name = self._resolved()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def choice(self) -> str:
        """What the reader chose: "system" or the name of a scheme."""
        return self._choice

    @property
    def name(self) -> str:
        """The scheme in force: "light", "dark" or "sepia"."""
        return self._name

    @property
    def colors(self) -> Colors:
        """The colours in force."""
        return SCHEMES[self._name]

    def choose(self, choice: str) -> None:
        """Take another choice; an unknown one counts as "system"."""
        self._choice = choice if choice in CHOICES else SYSTEM
        self._follow_system()

    def apply(self, application: QApplication) -> None:
        """Give the application the palette and the style sheet of the scheme in force."""
        application.setPalette(palette(self.colors))
        application.setStyleSheet(style_sheet(role_names(self.colors), self.name))

    def _follow_system(self) -> None:
        name = self._resolved()
        if name == self._name:
            return
        self._name = name
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.apply(application)
        self.changed.emit()

    def _resolved(self) -> str:
        if self._choice != SYSTEM:
            return self._choice
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"


def role_names(colors: Colors) -> dict[str, str]:
    """Each role's colour as ``#rrggbb``."""
    return {role: color.name() for role, color in colors._asdict().items() if role != "dark"}


def palette(colors: Colors) -> QPalette:
    """The Qt palette of a scheme."""
    result = QPalette()
    roles = QPalette.ColorRole
    for role, color in (
        (roles.Window, colors.window),
        (roles.WindowText, colors.text),
        (roles.Base, colors.base),
        (roles.AlternateBase, colors.window),
        (roles.Text, colors.text),
        (roles.PlaceholderText, colors.muted),
        (roles.Button, colors.window),
        (roles.ButtonText, colors.text),
        (roles.BrightText, colors.conflict),
        (roles.Highlight, colors.accent),
        (roles.HighlightedText, colors.on_accent),
        (roles.Link, colors.accent),
        (roles.LinkVisited, colors.planned),
        (roles.ToolTipBase, colors.raised),
        (roles.ToolTipText, colors.text),
        (roles.Light, colors.raised),
        (roles.Midlight, colors.hover),
        (roles.Mid, colors.line),
        (roles.Dark, colors.faint),
        (roles.Accent, colors.accent),
    ):
        result.setColor(role, color)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, colors.faint)
    return result
