"""What Fusion alone does not give the widgets around the page: quiet panes, flat tool buttons, thin scroll bars."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QDir

from viewer import paths

_CONTROLS = "controls"
_SHEET = Template(
    """
QMainWindow, QStatusBar, QToolBar { background: $window; }
QToolBar { border: 0; border-bottom: 1px solid $line; padding: 4px 8px; spacing: 2px; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px 6px; background: transparent; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton:focus { border-color: $accent; }
QToolButton[role="action"] { color: $accent; font-weight: 600; }
QToolButton::menu-indicator { image: none; }
QLineEdit { background: $base; border: 1px solid $line; border-radius: 7px; padding: 4px 8px;
            selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus { border-color: $accent; }
QPlainTextEdit { background: $base; border: 1px solid $line; border-radius: 7px; padding: 2px 4px;
                 selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus { border-color: $accent; }
QTableView, QTreeView, QListView { background: $window; border: 0; outline: 0; gridline-color: $line; }
QTreeView::item { padding: 2px 4px 2px 0; }
QListView::item { padding: 3px 1px; border: 1px solid transparent; border-radius: 4px; }
QListView::item:focus { border-color: $accent; }
QListView::item:selected { background: $selection; color: $text; }
QTableView::item:selected, QTreeView::item:selected { background: $selection; color: $text; }
QTableView[role="list"]::item { padding: 4px 5px; }
QDialog QTableView { border: 1px solid transparent; border-radius: 6px; }
QDialog QTableView:focus { border-color: $accent; }
RowTable::item { padding: 0 5px; }
SideList { selection-background-color: transparent; }
SideList::item:selected, SideList::item:hover { background: transparent; }
QTextBrowser { background: $base; border: 0; selection-background-color: $selection; selection-color: $text; }
QHeaderView::section { background: $window; color: $muted; border: 0; border-bottom: 1px solid $line;
                       padding: 4px 8px; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QMenu { background: $raised; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 5px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenuBar { background: $window; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; }
QMenuBar::item:selected { background: $hover; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 6px 8px; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QPushButton { background: $raised; border: 1px solid $line; border-radius: 7px; padding: 6px 14px; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border-color: $accent; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:focus { border: 2px solid $text; padding: 5px 13px; }
QPushButton:disabled { background: $window; color: $faint; border-color: $line; }
QComboBox { combobox-popup: 0; background: $raised; border: 1px solid $line; border-radius: 7px;
            padding: 5px 4px 5px 10px; }
QComboBox:hover { background: $hover; }
QComboBox:focus, QComboBox:on { border-color: $accent; }
QComboBox:disabled { background: $window; color: $faint; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url($controls:chevron-$scheme.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; padding: 3px;
                              selection-background-color: $selection; selection-color: $text; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator, QListView::indicator { width: 14px; height: 14px; border: 1px solid $muted;
                                             border-radius: 4px; background: $raised; }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QCheckBox::indicator:disabled { border-color: $line; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent; border-color: $accent;
                                                             image: url($controls:check-$scheme.svg); }
QListView::indicator:indeterminate { background: $accent; border-color: $accent;
                                     image: url($controls:dash-$scheme.svg); }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="notice"] { background: $highlight; color: $text; padding: 7px 14px; }
QProgressBar { background: $hover; border: 0; border-radius: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QFrame[role="bar"] { background: $window; border-top: 1px solid $line; }
"""
)


def style_sheet(roles: dict[str, str], scheme: str) -> str:
    """The style sheet with the colours of ``roles`` (name of a role to ``#rrggbb``) filled in.

    The signs of its check boxes and combo boxes are those of ``scheme``.
    """
    if not QDir.searchPaths(_CONTROLS):
        QDir.addSearchPath(_CONTROLS, str(paths.resources() / _CONTROLS))  # so that no sign of a path needs quoting
    return _SHEET.substitute(roles, scheme=scheme, controls=_CONTROLS)
