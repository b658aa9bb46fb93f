import pytest

from viewer.app import settle
from viewer.library import Library
from viewer.model import LibraryError
from viewer.ui.search_rows import Snippets, remarks_on, searched


@pytest.fixture
def library(folder):
    """The small library, opened and refreshed."""
    with Library.open(folder) as opened:
        opened.refresh()
        yield opened


def test_a_search_is_a_list_with_snippets(library):
    listing = searched(library, "hajin")
    assert listing.query == "hajin"
    assert len(listing.ids) == 2
    assert all("Hajin" in listing.snippets.get(id).snippet for id in listing.ids)
    assert remarks_on(listing.found) == "2 articles found"


def test_rows_that_come_into_sight_later_are_made_then(library):
    found = library.look_up("hajin")
    rows = Snippets(library, found)
    assert rows.get(found.ids[0]).hits
    assert rows.get(found.ids[0]) is rows.get(found.ids[0])
    assert rows.get(12345) is None


def test_a_library_that_cannot_be_asked_gives_no_snippet(library, monkeypatch):
    found = library.look_up("hajin")
    rows = Snippets(library, found)

    def refuse(*_arguments):
        raise LibraryError("The index cannot be used just now.")

    monkeypatch.setattr(library, "snippets", refuse)
    assert rows.get(found.ids[0]) is None


def test_what_stands_above_the_list(library):
    assert remarks_on(library.look_up("foo:bar hajin ")).startswith("2 articles found\nThere is no field “foo:”.")
    assert remarks_on(library.look_up("!!")) == "Type a word to look for."
    assert remarks_on(library.look_up("zeppelin ")) == "No article has the word “zeppelin”."


def test_the_window_says_what_is_wrong_and_shows_the_rest(program, qtbot):
    window = program.window
    window.search_field.setText("foo:bar artillery")
    qtbot.waitUntil(lambda: window.library_pane.model.rowCount() == 1)
    assert "There is no field “foo:”." in window.library_pane._note.text()


def test_one_letter_is_not_searched_for(program, qtbot):
    window = program.window
    window.search_field.setText("artillery")
    qtbot.waitUntil(lambda: window.library_pane.model.rowCount() == 1)
    window.search_field.setText("a")
    qtbot.waitUntil(lambda: window.library_pane.model.rowCount() == 3)
    settle(program)
