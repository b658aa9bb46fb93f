import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from viewer.app import settle
from viewer.ui.reader.formats import hit_look
from viewer.ui.theme import SCHEMES


@pytest.fixture
def window(program):
    """The window of the program."""
    return program.window


def search(program, text):
    """Search the library and open the first article found."""
    window = program.window
    window.lists.search_library()
    window.search_field.setText(text)
    settle(program)
    QTest.keyClick(window.search_field, Qt.Key.Key_Return)
    settle(program)


def marked(window):
    return [selection.cursor.selectedText() for selection in window.reader.extraSelections()]


def told(window):
    return window.find_bar._count.text()


def test_an_article_opened_from_a_search_shows_its_hits_and_begins_at_the_first(program, window):
    search(program, "hajin -halted")
    assert window.articles.article.title == "Iraq reinforces its border"
    assert marked(window) == ["Hajin", "Hajin"]
    assert told(window) == "1 of 2 places of “hajin -halted” in this article"
    assert not window.find_bar.field.isVisible()


def test_places_are_walked_round_in_both_directions_and_each_comes_into_sight(program, window):
    search(program, "hajin -halted")
    top = window.reader.verticalScrollBar().value()
    window.actions_table["find_next"].trigger()
    assert told(window).startswith("2 of 2 places")
    assert window.reader.verticalScrollBar().value() > top
    window.actions_table["find_next"].trigger()
    assert told(window).startswith("1 of 2 places")
    window.actions_table["find_previous"].trigger()
    assert told(window).startswith("2 of 2 places")


def test_escape_takes_the_hits_away_and_setting_the_page_anew_does_not_bring_them_back(program, window):
    search(program, "hajin -halted")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible()
    assert marked(window) == []
    window.view.text_larger()
    assert marked(window) == []


def test_setting_the_page_anew_keeps_the_hits_and_where_the_reader_is_among_them(program, window):
    search(program, "hajin -halted")
    window.find_bar.find_next()
    window.view.text_larger()
    assert marked(window) == ["Hajin", "Hajin"]
    assert told(window).startswith("2 of 2")


def test_the_next_article_has_hits_of_its_own_or_none(program, window):
    search(program, "artillery")
    assert marked(window) == ["artillery", "artillery"]
    window.search_field.clear()
    settle(program)
    window.articles.open(program.session.library.find("bread.md"))
    settle(program)
    assert window.find_bar.isHidden()
    assert marked(window) == []


def test_the_article_that_is_open_already_shows_the_hits_of_another_search(program, window):
    search(program, "artillery")
    search(program, "wednesday")
    assert marked(window) == ["Wednesday"]
    steps = window.articles.history
    assert steps.can_go_back


def test_going_back_marks_hits_and_stays_where_the_article_was_left(program, window):
    search(program, "hajin -halted")
    window.reader.verticalScrollBar().setValue(window.reader.verticalScrollBar().maximum())
    search(program, "artillery")
    window.articles.go_back()
    settle(program)
    assert window.articles.article.title == "Iraq reinforces its border"
    assert window.reader.progress() > 0.5


def test_finding_in_the_article_takes_the_place_of_the_hits(program, window):
    search(program, "hajin -halted")
    window.find_in_article()
    QTest.keyClicks(window.find_bar.field, "anbar")
    assert window.find_bar.field.isVisible()
    assert told(window) == "1 of 1 place"
    assert marked(window) == ["Anbar"]
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Escape)
    assert marked(window) == []


def test_a_saved_search_in_the_side_list_shows_hits_too(program, window):
    window.library_pane.show_view("search:artillery ")
    settle(program)
    window.articles.open(window.library_pane.model.ids[0])
    settle(program)
    assert marked(window) == ["artillery", "artillery"]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("here", [False, True])
def test_a_hit_can_be_read_and_does_not_stand_out_by_colour_alone(scheme, here):
    look = hit_look(SCHEMES[scheme], here=here)
    assert contrast(look.foreground().color(), look.background().color()) >= 4.5
    assert look.fontUnderline()


def find(window, words):
    window.actions_table["find_in_article"].trigger()
    window.find_bar.field.setText(words)


def test_enter_goes_on_and_with_shift_back(window):
    find(window, "Hajin")
    assert told(window) == "1 of 4 places"
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Return)
    assert told(window) == "2 of 4 places"
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert told(window) == "1 of 4 places"


@pytest.mark.parametrize(("command", "then"), [("find_next", "2 of 4 places"), ("find_previous", "4 of 4 places")])
def test_where_the_bar_was_closed_the_same_words_are_found_on_from_there(window, command, then):
    find(window, "Hajin")
    window.find_bar.close_bar()
    window.actions_table[command].trigger()
    assert window.find_bar.isVisible()
    assert told(window) == then
    assert window.reader.textCursor().selectedText() == "Hajin"


def test_where_nothing_was_looked_for_the_bar_opens_to_be_told(window):
    window.actions_table["find_next"].trigger()
    assert window.focusWidget() is window.find_bar.field


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color):
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
