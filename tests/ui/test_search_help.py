from PySide6.QtWidgets import QDialog, QTableWidget

from viewer.library.query import FIELDS, STATES
from viewer.library.query_reading import read_query
from viewer.ui.search_help import _ROWS


def test_the_help_names_every_field_and_state_and_its_examples_are_no_mistakes():
    everything = " ".join(f"{typed} {found}" for typed, found in _ROWS)
    assert [name for name in FIELDS if f"{name}:" not in everything] == []
    assert [name for name in STATES if name not in everything] == []
    assert [typed for typed, _ in _ROWS if typed != "-Raqqa" and read_query(typed).problems] == []


def test_the_search_field_offers_help(program):
    window = program.window
    window._finish_looks()
    window._finish_looks()
    assert window.search_field.actions().count(window.actions_table["show_search_help"]) == 1
    assert "when:" in window.search_field.toolTip()
    window.actions_table["show_search_help"].trigger()
    (dialog,) = (one for one in window.findChildren(QDialog) if one.windowTitle() == "Searching the library")
    assert dialog.findChild(QTableWidget).rowCount() == len(_ROWS)
    dialog.close()
