"""Articles that are nearly the same stand in one row, unless the reader wants a row for each."""

import pytest

from viewer.app import settle
from viewer.ui.roles import ACCESSIBLE_TEXT


@pytest.fixture
def doubled(program, folder):
    """The small library with two more copies of the long article."""
    text = (folder / "lead.md").read_text(encoding="utf-8")
    for number in (2, 3):
        (folder / f"lead{number}.md").write_text(f"{text}\nOne line more, the {number}th.\n", encoding="utf-8")
    program.session.refresh()
    settle(program)
    return program


def listed(program):
    model = program.window.library_pane.model
    return [model.article(row).path.name for row in range(model.rowCount())]


def test_one_row_stands_for_all(doubled):
    pane = doubled.window.library_pane
    assert len(listed(doubled)) == 3
    row = next(row for row, name in enumerate(listed(doubled)) if name.startswith("lead"))
    index = pane.model.index(row, 0)
    assert "· 2 nearly the same" in pane.list.itemDelegate().row_text(index).about
    assert "and 2 nearly the same" in index.data(ACCESSIBLE_TEXT)


def test_the_menu_shows_a_row_for_each_and_that_is_remembered(doubled, settings):
    doubled.window.actions_table["collapse_duplicates"].trigger()
    settle(doubled)
    assert len(listed(doubled)) == 5
    pane = doubled.window.library_pane
    assert "nearly" not in pane.list.itemDelegate().row_text(pane.model.index(0, 0)).about
    assert settings.flag("collapse_duplicates", True) is False


def test_the_trash_shows_every_one(doubled):
    library = doubled.session.library
    library.trash([library.find("lead2.md"), library.find("lead3.md")])
    doubled.window.library_pane.show_view("trash")
    settle(doubled)
    assert sorted(listed(doubled)) == ["lead2.md", "lead3.md"]


def test_the_page_leads_to_the_others(doubled):
    library, window = doubled.session.library, doubled.window
    window.articles.open(library.find("lead2.md"))
    settle(doubled)
    text = window.reader.page.document.toPlainText()
    assert "Nearly the same: Iraq reinforces its border, Iraq reinforces its border. Compare" in text


def test_the_row_that_stands_for_the_open_article_is_selected(doubled):
    window, library = doubled.window, doubled.session.library
    shown = next(name for name in listed(doubled) if name.startswith("lead"))
    hidden = next(name for name in ("lead.md", "lead2.md", "lead3.md") if name != shown)
    window.articles.open(library.find(hidden))
    settle(doubled)
    assert window.library_pane.list.currentIndex().row() == listed(doubled).index(shown)
    assert library.siblings(library.find("bread.md")) == ()
