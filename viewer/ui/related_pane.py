"""Related articles: what tells the same story, earlier and later, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from viewer.model import RelatedRow
from viewer.model.date_words import publication_words
from viewer.ui.roles import ACCESSIBLE_TEXT, DISPLAY, TOOL_TIP, VALUE
from viewer.ui.row_painter import RowDelegate, RowText
from viewer.ui.side_list import SideList
from viewer.ui.words import as_tip, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from viewer.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_HEADINGS = (("linked", "Linked"), ("earlier", "Earlier"), ("later", "Later"), ("undated", "No date"))
_UNORDERED = "Order not known"


class RelatedModel(QAbstractTableModel):
    """Related rows under the headings Linked, Earlier, Later and No date; a heading's value is its text.

    Where the open article has no date, or only a month, the order of others that have one is not known.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[RelatedRow | str] = []

    def show(self, rows: Sequence[RelatedRow]) -> None:
        """Show ``rows``, grouped."""
        self.beginResetModel()
        self._entries = []
        for relation, heading in _HEADINGS:
            group = [row for row in rows if row.relation == relation]
            if relation == "undated" and any(row.published or row.published_in for row in group):
                heading = _UNORDERED
            if group:
                self._entries += [heading, *group]
        self.endResetModel()

    def entry(self, row: int) -> RelatedRow | str | None:
        """The related row, the heading, or None."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Headings and rows."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index | None = None) -> int:
        """One."""
        return 0 if parent is not None and parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        if isinstance(self.entry(index.row()), str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401
        """Title or heading, the value, and all of it as a sentence."""
        entry = self.entry(index.row())
        if entry is None or role not in (DISPLAY, VALUE, TOOL_TIP, ACCESSIBLE_TEXT):
            return None
        if role == VALUE:
            return entry
        if isinstance(entry, str):
            return entry
        words = entry.title if role == DISPLAY else f"{entry.title}: {about(entry)}"
        return as_tip(words) if role == TOOL_TIP else words


def about(row: RelatedRow) -> str:
    """Date and reasons of a related row, in a line."""
    parts = [publication_words(row.published, row.published_in), *row.why[:2]]
    if row.duplicates:
        parts.append(plural(len(row.duplicates), "near-identical copy"))
    return " · ".join(filter(None, parts))


class _Delegate(RowDelegate):
    title_lines = 3

    def row_text(self, index: Index) -> RowText | None:
        entry = index.data(VALUE)
        if isinstance(entry, str):
            return RowText(entry, "", heading=True)
        return RowText(entry.title, about(entry)) if isinstance(entry, RelatedRow) else None


class RelatedPane(QWidget):
    """The pane at the right. ``chosen`` is emitted with the id of the article that the reader chose."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RelatedModel(self)
        self.list = SideList(self._model, _Delegate(theme), self)
        self.list.setAccessibleName("Related articles")
        self.list.opened.connect(self._on_opened)
        self._empty = QLabel("Nothing else in this library tells the same story.", self)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self._empty.setContentsMargins(16, 6, 12, 6)
        self._empty.hide()
        title = QLabel("Related", self)
        title.setProperty("role", "title")
        title.setContentsMargins(16, 10, 12, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(title)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        self.setMinimumWidth(150)

    def show_rows(self, rows: Sequence[RelatedRow]) -> None:
        """Show the related articles of the article that is open."""
        self._model.show(rows)
        self._empty.setVisible(not rows)
        self.list.fit_rows()
        self.list.scrollToTop()

    def clear(self) -> None:
        """Show nothing: no article is open, or what is related to it is not known yet."""
        self._model.show(())
        self._empty.hide()

    def _on_opened(self, index: QModelIndex) -> None:
        entry = index.data(VALUE)
        if isinstance(entry, RelatedRow):
            self.chosen.emit(entry.id)
