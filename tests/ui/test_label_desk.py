"""Tags and stories of the open article and of several."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from viewer.app import settle
from viewer.ui.check_dialog import CheckDialog, Choice
from viewer.ui.label_desk import _choices
from viewer.ui.story_dialog import StoryDialog

LEAD, HALT = "Iraq reinforces its border", "The SDF halts its campaign near Hajin"


@pytest.fixture
def window(program):
    return program.window


@pytest.fixture
def ask(program):
    """A function that triggers a command and gives the dialog that opens."""

    def trigger(name, kind=CheckDialog):
        program.window.actions_table[name].trigger()
        settle(program)
        return program.window.findChild(kind)

    return trigger


def enter(dialog, *names):
    for name in names:
        dialog.line.setText(name)
        dialog._take_typed()
    dialog.accept()


def select_all(window):
    flags = QItemSelectionModel.SelectionFlag
    for row in range(window.library_pane.model.rowCount()):
        window.library_pane.list.selectionModel().select(
            window.library_pane.model.index(row, 0), flags.Select | flags.Rows
        )


def tags(program):
    return {article.title: article.tags for article in program.session.library.articles()}


def test_the_tags_of_the_open_article_are_changed_in_its_file(program, window, ask, folder):
    dialog = ask("edit_tags")
    assert dialog.windowTitle() == "Tags of this article"
    enter(dialog, "Hajin", "Iraq")
    settle(program)
    assert tags(program)[LEAD] == ("Hajin",)
    assert window.notice.text == "The tags of 1 article were changed."
    assert window.articles.article.title == LEAD
    window.actions_table["undo"].trigger()
    settle(program)
    assert tags(program)[LEAD] == ("Iraq",)


def test_the_tags_of_several_are_changed_together(program, window, ask):
    select_all(window)
    dialog = ask("edit_tags")
    assert dialog.windowTitle() == "Tags of 3 articles"
    enter(dialog, "news")
    settle(program)
    assert {title: "news" in names for title, names in tags(program).items()} == dict.fromkeys(tags(program), True)
    assert tags(program)[LEAD] == ("Iraq", "news")
    window.actions_table["undo"].trigger()
    settle(program)
    assert tags(program)[HALT] == ()


def test_what_could_not_be_changed_is_named(program, window, ask, folder):
    (folder / "halt.md").chmod(0o444)
    select_all(window)
    enter(ask("edit_tags"), "news")
    settle(program)
    assert window.notice.text.startswith("The tags of 2 articles were changed. halt.md stays as it was: The file is")


def test_what_cannot_be_a_tag_is_said(program, window, ask):
    enter(ask("edit_tags"), "a, b")
    settle(program)
    assert "cannot be a tag" in window.notice.text
    assert tags(program)[LEAD] == ("Iraq",)


def test_an_article_joins_stories_new_and_old_and_leaves_them(program, window, ask):
    library = program.session.library
    library.make_story("Old", [window.articles.article.id])
    dialog = ask("edit_stories")
    enter(dialog, "New", "Old")
    settle(program)
    assert {story.name: len(story.articles) for story in library.stories()} == {"New": 1, "Old": 0}
    for _ in range(2):
        window.actions_table["undo"].trigger()
        settle(program)
    assert {story.name: len(story.articles) for story in library.stories()} == {"Old": 1}


def test_a_story_is_proposed_from_what_is_related(program, window, ask):
    dialog = ask("make_story", StoryDialog)
    assert dialog.name.text() == LEAD
    lines = [dialog.list.item(row).text().splitlines()[0] for row in range(dialog.list.count())]
    assert lines[0] == LEAD
    assert HALT in lines
    dialog.list.item(lines.index(HALT)).setCheckState(Qt.CheckState.Checked)
    dialog.name.setText("The border")
    dialog.make.click()
    settle(program)
    (story,) = program.session.library.stories()
    assert story.name == "The border"
    assert len(program.session.library.ids(f"story:{story.id}")) >= 2
    assert window.notice.text == "The story “The border” was made."


def test_names_say_whether_all_none_or_some_have_them():
    assert _choices(["a", "b", "c"], {"a": 2, "b": 1}, 2) == (Choice("a", True), Choice("b", None), Choice("c", False))


def test_the_tags_stand_below_the_article_and_lead_to_their_list(program, window, ask):
    assert "Tags   Iraq" in window.reader.toPlainText()
    window.articles.follow("dateline:tag/Iraq")
    settle(program)
    assert window.library_pane.wish.view == "tag:Iraq"
    assert window.library_pane.model.rowCount() == 1
    enter(ask("edit_tags"), "Hajin")
    settle(program)
    assert "Tags   Iraq   ·   Hajin" in window.reader.toPlainText()
