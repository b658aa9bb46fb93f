"""Keeping a list that a dialog shows: the question where, and the writing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

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
    from viewer.library.saving import save

    text = "".join(f"{line}\n" for line in lines)
    try:
        save(Path(file), text.encode("utf-8", "replace"), replace=True)
    except OSError as error:
        return f"The list could not be written to {file} ({error.strerror}). Choose another place."
    return f"The list was written to {file}."
