from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from viewer.ui.timeline.entries import entries_of
from viewer.ui.timeline.rows import ACCESSIBLE, COLUMNS, DISPLAY, ENTRY, TOOL_TIP, EntryModel

DESCENDING = Qt.SortOrder.DescendingOrder


@pytest.fixture
def model(qapp, qtmodeltester, story):
    result = EntryModel()
    result.set_entries(entries_of(story.events))
    yield result
    result.deleteLater()


def column(model, number):
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_keeps_the_contract_of_item_models(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)


def test_names_its_columns(model):
    titles = [model.headerData(number, Qt.Orientation.Horizontal, DISPLAY) for number in range(model.columnCount())]
    assert tuple(titles) == COLUMNS
    assert model.headerData(0, Qt.Orientation.Vertical, DISPLAY) is None


def test_a_row_says_when_what_how_known_how_sure_and_who(model):
    row = model.row_of(4)
    cells = [model.index(row, number).data() for number in range(5)]
    assert cells == [
        "1 or 2 Nov 2018",
        "All measures had been taken",
        "as written",
        "date contradicts itself, attributed",
        "Lieutenant Colonel Abbas Mohammad",
    ]


def test_stands_in_the_order_of_time_with_the_undated_last(model):
    assert column(model, 0)[:2] == ["2017", "late 2017"]
    assert column(model, 0)[-2:] == ["no date given", "no date given"]


def test_sorts_by_any_column_and_back(model):
    by_time = column(model, 1)
    model.sort(1)
    assert column(model, 1) == sorted(by_time, key=str.casefold)
    model.sort(1, DESCENDING)
    assert column(model, 1) == sorted(by_time, key=str.casefold, reverse=True)
    model.sort(0)
    assert column(model, 1) == by_time
    assert [model.entry_at(model.row_of(index)).index for index in range(7)] == list(range(7))


def test_a_new_article_keeps_the_order_asked_for(model, make):
    model.sort(1, DESCENDING)
    model.set_entries(entries_of([make("A"), make("B")]))
    assert column(model, 1) == ["B", "A"]


def test_other_roles(model):
    index = model.index(0, 1)
    assert index.data(ENTRY).index == 0
    assert "The border post was captured" in index.data(TOOL_TIP)
    assert index.data(ACCESSIBLE) == "The border post was captured"
    assert index.data(int(Qt.ItemDataRole.FontRole)) is None


def test_what_is_not_there_has_no_row(model):
    assert model.row_of(99) == -1


def test_arabic_is_set_apart_from_its_neighbours(qapp, make):
    model = EntryModel()
    model.set_entries(entries_of([make("القوات 10")]))
    shown = model.index(0, 1).data()
    assert shown == "\u2067القوات 10\u2069"
    model.deleteLater()
