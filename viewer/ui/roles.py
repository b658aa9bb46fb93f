"""Qt's roles as plain ints: looking one up in Qt's enum costs more than a row does."""

from __future__ import annotations

from PySide6.QtCore import Qt

DISPLAY = Qt.ItemDataRole.DisplayRole.value
TOOL_TIP = Qt.ItemDataRole.ToolTipRole.value
ACCESSIBLE_TEXT = Qt.ItemDataRole.AccessibleTextRole.value
VALUE = Qt.ItemDataRole.UserRole.value
"""The row's value from ``viewer.model``."""
