"""What a search in the library can say: in a small window, and in short at the search field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QColor

_ROWS = (
    ("border troops", "Both words. The last one may be unfinished."),
    ('"border troops"', "One word right after the other; one word alone: exactly this one."),
    ("Hajin OR Baghuz", "Either. Parentheses make groups: (Hajin OR Baghuz) troops"),
    ("-Raqqa", "Without it. Also -tag:Iraq, -“a phrase”, -(this OR that)"),
    ("reinf*", "Words that begin so."),
    ("title:border", "Only there. So do author: site: and, for a part of the address, url:"),
    ("tag:Syria   section:War", "With this tag, in this section; tag:syr* with any that begins so."),
    ("lang:de", "In this language, by its code."),
    ("is:unread", "Also is:read, starred, archived, trash, unfinished, undated."),
    ("published:2018-11", "A year, a month, a day, today, yesterday, or a range: 2018-10..2018-12, 2018.."),
    ("before:2018   after:2018-11-02", "Published before or after it."),
    ("saved:today", "Saved then."),
    ("when:2018-10", "Reports something that happened then. A day is not answered by “in October”."),
)
_SHORT = (
    'Words, "phrases", OR, -without, begin*\n'
    "title: author: site: tag: section: lang: is:unread\n"
    "published:2018-11  before:  after:\n"
    "when:2018-10 finds what happened then"
)


def show_search_help(parent: QWidget) -> None:
    """Open the list of what a search can say."""
    from viewer.ui.dialogs import show_table  # its widgets are not needed for the field

    show_table("Searching the library", ("Typed", "Found"), _ROWS, parent)


def equip(field: QLineEdit, help_action: QAction, color: QColor, go_to_list: Callable[[], None]) -> None:
    """Give the search field what it can do without at the start: a way to clear it, one to the list, and help."""
    if not field.isClearButtonEnabled():
        field.setClearButtonEnabled(True)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), field, context=Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(go_to_list)
    field.setToolTip(_SHORT)
    help_action.setIcon(icon("help", color, 18))
    field.addAction(help_action, QLineEdit.ActionPosition.TrailingPosition)
