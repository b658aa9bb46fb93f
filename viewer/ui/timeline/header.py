"""The line above the timeline: title, count, Timeline | List, scale, zoom, legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.ui.icons import icon
from viewer.ui.timeline.painting import Fonts
from viewer.ui.words import as_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from viewer.ui.theme import Theme

_ICON = 16
_LETTERS_FOR_COUNT = 80
_PLAIN_TITLE = "Timeline"
_NARROWEST_TITLE = 48  # px
_ZOOM_IN, _ZOOM_OUT, _FIT = "zoom-in", "zoom-out", "fit"


class TimelineHeader(QWidget):
    """The pane's header line. It knows no events: it says what was asked for."""

    list_asked = Signal(bool)
    story_asked = Signal(bool)
    even_asked = Signal(bool)
    zoom_in_asked = Signal()
    zoom_out_asked = Signal()
    fit_asked = Signal()
    legend_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name, self._words = "", _PLAIN_TITLE
        self._title = QLabel(_PLAIN_TITLE, self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setMinimumWidth(_NARROWEST_TITLE)  # and not as wide as a long title, which the window would need
        self._count = QLabel(self)
        self._article = self._switch_part("info", "This article", "Show what this article reports")
        self._story = self._switch_part("related", "Story", "Show what all articles of the story report")
        self._drawn = self._switch_part("timeline", "Timeline", "Show the events along an axis of time")
        self._listed = self._switch_part("list", "List", "Show the events as a sortable list")
        self._even = self._button("scale-even", "Even scale: every day equally wide", checkable=True)
        self._zoom_out = self._button(_ZOOM_OUT, "Zoom out (−)")
        self._zoom_in = self._button(_ZOOM_IN, "Zoom in (+, or turn the wheel)")
        self._fit = self._button(_FIT, "Show the whole time (0)")
        self._legend = self._button("help", "What the marks mean")
        self._arrange()
        self._connect()
        self.restyle()
        theme.changed.connect(self.restyle)

    def offer_story(self, name: str) -> None:
        """Let the reader choose between the article and the story ``name``; "" for none."""
        self._whose.setVisible(bool(name))
        self._story.setToolTip(as_tip(f"Show what all articles of the story “{name}” report"))
        self._name = name
        self.say_story(self._story.isChecked() and bool(name))

    def say_story(self, shown: bool) -> None:
        """Say whose events are shown, without a signal."""
        (self._story if shown else self._article).setChecked(True)
        self._words = f"Story: {self._name}" if shown else _PLAIN_TITLE
        self.restyle()
        self._write_title()

    def set_count(self, words: str) -> None:
        """Show how many events there are."""
        self._count.setText(words)
        self._write_title()

    def set_list(self, listed: bool) -> None:
        """Show which of the two views is on, without a signal; a list has no scale and no zoom."""
        (self._listed if listed else self._drawn).setChecked(True)
        for button in (self._even, self._zoom_out, self._zoom_in, self._fit):
            button.setVisible(not listed)

    def set_even(self, even: bool) -> None:
        """Show which scale is on."""
        self._even.setChecked(even)

    def set_empty(self, empty: bool) -> None:
        """Without events there is nothing to switch or zoom."""
        for button in (self._drawn, self._listed, self._even, self._zoom_out, self._zoom_in, self._fit):
            button.setEnabled(not empty)

    @property
    def legend_button(self) -> QToolButton:
        """The "?" button, which the legend opens above."""
        return self._legend

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The count gives way first, then the title."""
        super().resizeEvent(event)
        self._count.setVisible(self.width() >= self.fontMetrics().averageCharWidth() * _LETTERS_FOR_COUNT)
        self._write_title()

    def _write_title(self) -> None:
        """As much of the title as there is room for beside all else; the whole of it is in its tool tip."""
        if self._words == self._title.text() == _PLAIN_TITLE:
            return  # there is always room for that, and to measure all else costs the start a millisecond
        self._title.setText(self._words)
        beside = self.sizeHint().width() - self._title.sizeHint().width()
        room = max(_NARROWEST_TITLE, self.width() - beside)
        self._title.setText(self._title.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
        self._title.setToolTip(as_tip(self._words) if self._title.text() != self._words else "")

    def restyle(self) -> None:
        """Take the colours of the theme."""
        colors, fonts = self._theme.colors, Fonts.of(self.font())
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(strong)
        self._count.setFont(fonts.small)
        for button in (self._article, self._story, self._drawn, self._listed):
            button.setFont(fonts.small)
        for button in self.findChildren(QToolButton):
            button.setIcon(
                icon(button.property("iconName"), colors.text if button.isChecked() else colors.muted, _ICON)
            )
        self.setStyleSheet(_STYLE.format(**{name: getattr(colors, name).name() for name in _ROLES}))

    def _switch_part(self, name: str, words: str, tip: str) -> QToolButton:
        button = self._button(name, tip, checkable=True)
        button.setText(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(words)
        button.setProperty("part", words)
        return button

    def _button(self, name: str, tip: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("iconName", name)
        button.setToolTip(tip)
        button.setAccessibleName(tip.split(" (", 1)[0].split(":", 1)[0])
        button.setCheckable(checkable)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(_ICON, _ICON))
        return button

    def _arrange(self) -> None:
        self._article.setChecked(True)
        self._drawn.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 8, 1)
        row.setSpacing(2)
        row.addWidget(self._title)
        row.addSpacing(8)
        row.addWidget(self._count)
        row.addStretch(1)
        self._whose = self._switch_frame(self._article, self._story)
        self._whose.hide()
        row.addWidget(self._whose)
        row.addSpacing(8)
        row.addWidget(self._switch_frame(self._drawn, self._listed))
        row.addSpacing(8)
        for button in (self._even, self._zoom_out, self._zoom_in, self._fit, self._legend):
            row.addWidget(button)

    def _switch_frame(self, *buttons: QToolButton) -> QFrame:
        """A frame around buttons of which one is always pressed."""
        frame = QFrame(self)
        frame.setObjectName("switch")
        group = QButtonGroup(frame)
        parts = QHBoxLayout(frame)
        parts.setContentsMargins(1, 1, 1, 1)
        parts.setSpacing(0)
        for button in buttons:
            group.addButton(button)
            parts.addWidget(button)
        return frame

    def _connect(self) -> None:
        self._listed.toggled.connect(self._list_toggled)
        self._story.clicked.connect(self._ask_for_story)
        self._article.clicked.connect(self._ask_for_article)
        self._even.toggled.connect(self._even_toggled)
        self._zoom_in.clicked.connect(self.zoom_in_asked)
        self._zoom_out.clicked.connect(self.zoom_out_asked)
        self._fit.clicked.connect(self.fit_asked)
        self._legend.clicked.connect(self.legend_asked)

    def _ask_for_story(self) -> None:
        self.story_asked.emit(True)

    def _ask_for_article(self) -> None:
        self.story_asked.emit(False)

    def _list_toggled(self, listed: bool) -> None:
        self.restyle()
        self.list_asked.emit(listed)

    def _even_toggled(self, even: bool) -> None:
        self.restyle()
        self.even_asked.emit(even)


_ROLES = ("window", "line", "muted", "text", "hover", "selection", "accent")
_STYLE = """
TimelineHeader {{ background: {window}; }}
QLabel {{ color: {muted}; background: transparent; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 3px 5px; background: transparent; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:checked {{ background: {selection}; }}
QToolButton:focus {{ border-color: {accent}; }}
#switch {{ border: 1px solid {line}; border-radius: 7px; }}
#switch QToolButton {{ color: {muted}; padding: 1px 2px 1px 8px; border-radius: 5px; }}
#switch QToolButton:checked {{ color: {text}; }}
"""
