from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from viewer.model import Article, RelatedRow
from viewer.ui.story_dialog import StoryDialog, candidates_of, proposed_name

OPEN = Article(1, PurePosixPath("a.md"), "The border", date(2018, 11, 2))
ROWS = [
    RelatedRow(1, 1.0, (), "earlier", "The border"),
    RelatedRow(2, 0.6, ("both name Hajin",), "earlier", "Near"),
    RelatedRow(3, 0.15, (), "later", "Far"),
    RelatedRow(4, 0.15, ("links here",), "linked", "Linked"),
    RelatedRow(5, 0.01, ("links here",), "linked", "A guide to everything"),
]


def test_the_near_ones_are_proposed_and_the_open_one_stands_first():
    found = candidates_of([OPEN], ROWS)
    assert [(one.id, one.proposed) for one in found] == [(1, True), (2, True), (3, False), (4, True), (5, False)]
    assert found[0].about == "2 Nov 2018"
    assert found[1].about == "no date · both name Hajin"


def test_what_is_checked_under_a_name_becomes_the_story(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = StoryDialog("The border", candidates_of([OPEN], ROWS), parent)
    made = []
    dialog.made.connect(lambda name, ids: made.append((name, ids)))
    assert dialog.checked() == (1, 2, 4)
    assert dialog._count.text() == "3 articles"
    dialog.list.item(2).setCheckState(Qt.CheckState.Checked)
    dialog.name.clear()
    assert not dialog.make.isEnabled()
    dialog.name.setText("Hajin")
    dialog.make.click()
    assert made == [("Hajin", (1, 2, 3, 4))]


def test_a_name_that_another_story_has_is_refused_before_anything_is_lost(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = StoryDialog("The Border", candidates_of([OPEN], ROWS), parent, taken=["the border"])
    assert not dialog.make.isEnabled()
    assert dialog._count.text().startswith("There is a story of this name already.")
    dialog.name.setText("The border in winter")
    assert dialog.make.isEnabled()
    assert dialog._count.text() == "3 articles"


def test_a_long_title_is_shortened_at_a_word():
    assert proposed_name("Short") == "Short"
    assert proposed_name("word " * 30) == " ".join(["word"] * 12) + "…"
    assert len(proposed_name("x" * 100)) == 61
