"""The shelves above the list: archive, trash, stories, saved searches, tags and sections, each with its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from viewer.library import Counts
from viewer.ui.icons import icon
from viewer.ui.roles import VALUE
from viewer.ui.words import as_tip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from viewer.ui.theme import Theme

_ICON = 16
_OWN_KEYS = {Qt.Key.Key_Delete, Qt.Key.Key_F2}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Shelf(NamedTuple):
    """A row: its view as ``Library.ids`` names it, its name, its number (None while unknown).

    ``kind`` is "archive", "trash", "story", "search", "tag" or "section"; ``id`` is that of a story or a search.
    """

    view: str
    name: str
    kind: str
    number: int | None = None
    id: int = 0


class Group(NamedTuple):
    """Shelves of one kind under a heading."""

    title: str
    icon: str
    shelves: tuple[Shelf, ...]
    is_open: bool = False


class ShelfTree(QTreeWidget):
    """Shows shelves. Each signal but ``left`` carries a Shelf; ``renamed`` carries one and its new name.

    ``view_wanted``: the reader chose it. ``left``: on to the list. ``renamed``, ``removed``, ``emptied``: what the
    reader wants done with it.
    """

    view_wanted = Signal(object)
    left = Signal()
    renamed = Signal(object, object)
    removed = Signal(object)
    emptied = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._expanded: dict[str, bool] = {}
        self._shown: tuple[Counts, tuple[Group, ...]] = (Counts(), ())
        self._filling = False
        self.setAccessibleName("Shelves: archive, trash, stories, saved searches, tags and sections")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(22)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemSelectionChanged.connect(self._on_selected)
        self.itemChanged.connect(self._on_edited)
        self.itemExpanded.connect(self._on_folded)
        self.itemCollapsed.connect(self._on_folded)
        self.customContextMenuRequested.connect(self._open_menu)
        theme.changed.connect(self.restyle)

    # What is shown

    def show_shelves(self, counts: Counts, groups: Sequence[Group], chosen: str) -> None:
        """Show these, the row of the view ``chosen`` selected."""
        if (counts, tuple(groups)) == self._shown:
            self.choose(chosen)
            return
        self._shown = (counts, tuple(groups))
        self._fill(chosen)

    def _fill(self, chosen: str) -> None:
        counts, groups = self._shown
        self._filling = True
        self.clear()
        self._add(self.invisibleRootItem(), Shelf("archive", "Archive", "archive", counts.archive), "archive")
        self._add(self.invisibleRootItem(), Shelf("trash", "Trash", "trash", counts.trash), "trash")
        for group in groups:
            if group.shelves:
                self._add_group(group)
        self._filling = False
        self.choose(chosen)

    def _add_group(self, group: Group) -> None:
        top = QTreeWidgetItem(self, [group.title, ""])
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        top.setIcon(0, icon(group.icon, self._theme.colors.muted, _ICON))
        for shelf in group.shelves:
            self._add(top, shelf)
        top.setExpanded(self._expanded.get(group.title, group.is_open))

    def _add(self, parent: QTreeWidgetItem, shelf: Shelf, icon_name: str = "") -> None:
        item = QTreeWidgetItem(parent, [shelf.name, "" if shelf.number is None else f"{shelf.number:,}"])
        item.setData(0, VALUE, shelf)
        item.setToolTip(0, as_tip(shelf.name))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, self._theme.colors.muted)
        if shelf.kind in ("story", "search", "tag"):
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        if icon_name:
            item.setIcon(0, icon(icon_name, self._theme.colors.muted, _ICON))

    def choose(self, view: str) -> None:
        """Select the row of a view, without a signal; none where it has no row."""
        item = next((one for one in self._items() if self._shelf(one).view == view), None)
        self._filling = True
        self.clearSelection()
        if item is not None:
            self.setCurrentItem(item, 0)
        self._filling = False

    def wanted_height(self) -> int:
        """The height at which all that is unfolded can be seen, in px."""
        tops = list(self._tops())
        rows = len(tops) + sum(top.childCount() for top in tops if top.isExpanded())
        return rows * max(self.sizeHintForRow(0), self.fontMetrics().height() + 6) + 8

    def restyle(self) -> None:
        """Take the colours of the theme."""
        chosen = self.chosen()
        self._fill(chosen.view if chosen else "")

    def chosen(self) -> Shelf | None:
        """The shelf that is selected."""
        items = self.selectedItems()
        return items[0].data(0, VALUE) if items else None

    def _items(self) -> Iterable[QTreeWidgetItem]:
        for top in self._tops():
            if top.data(0, VALUE) is not None:
                yield top
            yield from (child for row in range(top.childCount()) if (child := top.child(row)) is not None)

    def _tops(self) -> Iterable[QTreeWidgetItem]:
        found = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return (item for item in found if item is not None)

    @staticmethod
    def _shelf(item: QTreeWidgetItem) -> Shelf:
        shelf: Shelf = item.data(0, VALUE)
        return shelf

    # What the reader does

    def _on_selected(self) -> None:
        shelf = self.chosen()
        if shelf is not None and not self._filling:
            self.view_wanted.emit(shelf)

    def _on_edited(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling or column:
            return
        shelf = self._shelf(item)
        name = " ".join(item.text(0).split())
        self._filling = True
        item.setText(0, shelf.name)  # until it is so
        self._filling = False
        if name and name != shelf.name:
            self.renamed.emit(shelf, name)

    def _on_folded(self, item: QTreeWidgetItem) -> None:
        if not self._filling:
            self._expanded[item.text(0)] = item.isExpanded()

    def _open_menu(self, place: QPoint) -> None:
        item = self.itemAt(place)
        if item is None or item.data(0, VALUE) is None:
            return
        self.menu_for(item).popup(self.viewport().mapToGlobal(place))

    def menu_for(self, item: QTreeWidgetItem) -> QMenu:
        """The menu of a row."""
        shelf = self._shelf(item)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setCurrentItem(item, 0)
        if shelf.kind == "trash":
            menu.addAction("Empty the trash…", self._empty)
        if shelf.kind in ("story", "search", "tag"):
            menu.addAction("Rename…\tF2", self._edit)
            words = {"story": "Remove this story", "search": "Remove this search", "tag": "Take this tag from all"}
            menu.addAction(f"{words[shelf.kind]}\tDel", self._remove)
        return menu

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row, and where the keyboard stands a ring around all of it, headings too."""
        super().drawRow(painter, option, index)
        current = self.currentIndex()
        if self.hasFocus() and (index.row(), index.parent()) == (current.row(), current.parent()):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colors.accent, 1))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 0.5, -1.5, -0.5), 5, 5)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Walking over a heading leaves the shelf selected whose articles are listed."""
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def _edit(self) -> None:
        item = self.currentItem()
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.editItem(item, 0)

    def _remove(self) -> None:
        shelf = self.chosen()
        if shelf is not None and shelf.kind in ("story", "search", "tag"):
            self.removed.emit(shelf)
        elif shelf is not None and shelf.kind == "trash":
            self.emptied.emit(shelf)

    def _empty(self) -> None:
        shelf = self.chosen()
        if shelf is not None:
            self.emptied.emit(shelf)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something here from the commands of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _OWN_KEYS
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames, Del removes, Enter unfolds a heading, chooses a shelf, or goes on from it to the list."""
        if event.key() == Qt.Key.Key_F2:
            self._edit()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        elif event.key() in _ENTER and self.state() != QAbstractItemView.State.EditingState:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        item = self.currentItem()
        if item is None:
            return
        if item.data(0, VALUE) is None:
            item.setExpanded(not item.isExpanded())
        elif item.isSelected():
            self.left.emit()
        else:
            self.setCurrentItem(item, 0)
