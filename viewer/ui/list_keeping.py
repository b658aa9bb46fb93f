"""Keeping a list that a dialog shows: the question where, and the writing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from viewer.model import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterable


def ask_where(file_name: str, parent: QWidget) -> QFileDialog:
    """Open a dialog that asks where to write a list; connect to its ``fileSelected``."""
    dialog = QFileDialog(parent, "Save the list", file_name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def keep_list(file: str, lines: Iterable[str]) -> str:
    """Write lines to ``file``, whole or not at all; gives a sentence about it."""
    from viewer.library.given_files import write_given

    text = "".join(f"{line}\n" for line in lines)
    try:
        write_given(Path(file), text.encode("utf-8", "replace"))
    except LibraryError as error:
        return str(error)
    return f"The list was written to {file}."
