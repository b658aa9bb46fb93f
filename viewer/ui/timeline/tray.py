"""The tray beside the axis: events without a date, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from viewer.model.date_words import NO_DATE
from viewer.ui.timeline.marks import draw_glyph
from viewer.ui.timeline.painting import Brushwork, Fonts
from viewer.ui.timeline.rows import ENTRY, EVENT, EntryModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem

    from viewer.ui.theme import Theme
    from viewer.ui.timeline.entries import Entry

_LINES = 2
_MANY = 200  # entries: to measure more would be felt
_EDGE, _BEFORE_LABEL, _BEHIND_LABEL = 4, 24, 6  # px


class _TrayDelegate(QStyledItemDelegate):
    """Paints an undated event: its sign, what the text says of its date, and two lines of its label."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._brushwork = Brushwork(Fonts.of(view.font()))
        self.here = -1
        self.is_even = self.has_dates = False

    def set_fonts(self, fonts: Fonts) -> None:
        self._brushwork = Brushwork(fonts)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The date, at most two lines of the label, and air; ``is_even``: the same for each, so none is measured."""
        if self.is_even:
            return self._size(_LINES, self.has_dates)
        room = self._view.viewport().width() - 2 * _EDGE - _BEFORE_LABEL - _BEHIND_LABEL
        entry: Entry = index.data(ENTRY)
        return self._size(len(self._brushwork.wrapped(entry.label, room, _LINES)), entry.date != NO_DATE)

    def _size(self, lines: int, has_date: bool) -> QSize:
        date = self._brushwork.small.height() if has_date else 0
        return QSize(80, round(lines * self._brushwork.label.height() + date + 10))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Sign at the left, label beside it; the selected one on the accent colour."""
        entry: Entry = index.data(ENTRY)
        colors = self._theme.colors
        box = QRectF(option.rect).adjusted(_EDGE, 1.5, -_EDGE, -1.5)
        state = option.state
        chosen, hovered = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.accent if chosen else colors.hover)
            painter.drawRoundedRect(box, 5, 5)
        self._paint_sign(painter, entry, box, chosen)
        words = box.adjusted(_BEFORE_LABEL, 3.5, -_BEHIND_LABEL, 0)
        if entry.date != NO_DATE:
            painter.setPen(colors.on_accent if chosen else colors.muted)
            words.setTop(words.top() + self._brushwork.paint_date(painter, entry, words))
        painter.setFont(self._brushwork.fonts.label)
        painter.setPen(colors.on_accent if chosen else colors.muted if entry.struck else colors.text)
        self._brushwork.paint_label(painter, entry, words, _LINES)
        painter.restore()

    def _paint_sign(self, painter: QPainter, entry: Entry, box: QRectF, chosen: bool) -> None:
        colors = self._theme.colors
        middle = QPointF(box.left() + 12, box.top() + 4 + self._brushwork.label.height() / 2)
        if entry.index == self.here:
            painter.setPen(QPen(colors.accent, 2.5, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(box.left() + 1, box.top() + 4), QPointF(box.left() + 1, box.bottom() - 4))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.base)
            painter.drawEllipse(middle, 8.0, 8.0)
        draw_glyph(painter, entry, middle, colors, QColor(colors.base))


class Tray(QFrame):
    """A narrow list headed "Undated". Entries are named by their index in stepping order."""

    chosen = Signal(int)
    activated = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._selected = -1
        self._model = EntryModel((EVENT,), self)
        self._title = QLabel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._delegate = _TrayDelegate(theme, self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setModelColumn(0)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName("Events without a date")
        self._list.clicked.connect(self._click)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._list, 1)
        theme.changed.connect(self._recolor)
        self._recolor()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show the undated ones of ``entries``; hides itself where there are none."""
        undated = [entry for entry in entries if not entry.spans]
        self._delegate.is_even = len(undated) > _MANY
        self._delegate.has_dates = any(entry.date != NO_DATE for entry in undated)
        self._list.setUniformItemSizes(self._delegate.is_even)
        self._model.set_entries(undated)
        self._delegate.here = self._selected = -1
        self._title.setText(f"Undated · {len(undated):,}")
        self.setVisible(bool(undated))

    def set_selected(self, index: int) -> None:
        """Mark an entry as the chosen one and bring it into view; any other index clears. No signal."""
        self._selected = index
        row = self._model.row_of(index)
        if row < 0:
            self._list.clearSelection()
            return
        self._list.setCurrentIndex(self._model.index(row, 0))
        self._list.scrollTo(self._model.index(row, 0))

    def set_here(self, index: int) -> None:
        """Mark the entry where the reader is; any other index clears."""
        self._delegate.here = index
        self._list.viewport().update()

    @property
    def count(self) -> int:
        """How many undated events there are."""
        return self._model.rowCount()

    def _click(self, index: QModelIndex) -> None:
        number = self._model.entry_at(index.row()).index
        (self.activated if number == self._selected else self.chosen).emit(number)

    def _recolor(self) -> None:
        colors = self._theme.colors
        fonts = Fonts.of(self.font())
        self._delegate.set_fonts(fonts)
        self._title.setFont(fonts.small)
        self._title.setIndent(9)
        self.setObjectName("timelineTray")
        self.setStyleSheet(_STYLE.format(base=colors.base.name(), line=colors.line.name(), muted=colors.muted.name()))


_STYLE = """
#timelineTray {{ background: {base}; border: 0; border-left: 1px solid {line}; }}
#timelineTray QListView {{ background: {base}; }}
#timelineTray QLabel {{ color: {muted}; }}
"""
