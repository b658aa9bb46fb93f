"""The list of what did not come, and keeping it."""

import pytest
from PySide6.QtWidgets import QWidget

from viewer.model import ImportProblem
from viewer.ui.refused_dialog import RefusedDialog

PROBLEMS = (ImportProblem("odd.bin", "It is none of the formats."), ImportProblem("row 2", "It has no address."))


@pytest.fixture
def dialog(qapp):
    parent = QWidget()
    made = RefusedDialog(PROBLEMS, parent)
    made.sentences, made.kept = [], parent
    made.told.connect(made.sentences.append)
    return made


def test_each_item_stands_there_with_its_reason(dialog):
    rows = [[dialog.table.item(row, column).text() for column in range(2)] for row in range(2)]
    assert rows == [["odd.bin", "It is none of the formats."], ["row 2", "It has no address."]]


def test_the_list_can_be_kept(dialog, tmp_path):
    dialog.keep(str(tmp_path / "list.txt"))
    assert (tmp_path / "list.txt").read_text() == "odd.bin: It is none of the formats.\nrow 2: It has no address.\n"
    dialog.keep(str(tmp_path / "nowhere" / "list.txt"))
    assert "was written to" in dialog.sentences[0]
    assert "Choose another place" in dialog.sentences[1]
