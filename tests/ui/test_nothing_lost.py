"""Places, marks and pages survive what happens around them."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtGui import QImage

from viewer.app import settle
from viewer.library import Library


@pytest.fixture
def window(program):
    return program.window


@pytest.fixture
def other(tmp_path, folder):
    """Another library with files of the same names."""
    return shutil.copytree(folder, tmp_path / "other")


def scroll(window, share):
    bar = window.reader.verticalScrollBar()
    window.reader._lay_out(10**9)
    bar.setValue(round(share * bar.maximum()))


def kept(folder, name="lead.md"):
    with Library.open(folder) as library:
        return library.article(library.find(name)).position


def test_opening_another_library_keeps_the_place_in_the_first_alone(program, window, folder, other):
    scroll(window, 0.4)
    program.session.open_path(str(other))
    settle(program)
    assert 0.2 < kept(folder) < 0.7
    assert kept(other) == 0.0


def test_another_library_begins_with_all_its_articles_and_nothing_of_the_first(program, window, tmp_path):
    window.library_pane.show_view("tag:Iraq")
    settle(program)
    (tmp_path / "empty").mkdir()
    program.session.open_path(str(tmp_path / "empty"))
    settle(program)
    assert window.library_pane.wish.view == "all"
    assert window.reader.toPlainText().strip() == ""
    assert window.related_pane.list.model().rowCount() == 0


def test_who_read_to_the_end_is_at_the_end_even_below_the_text(program, window, folder):
    scroll(window, 1.0)
    window.articles.leave()
    settle(program)
    assert kept(folder) == 1.0


def test_the_place_is_kept_while_one_reads(program, window, folder):
    scroll(window, 0.5)
    window.articles.keep_place()
    settle(program)
    assert 0.2 < kept(folder) < 0.8


def test_going_back_twice_at_once_keeps_every_place(program, window):
    first = window.articles.article.id
    for name in ("halt.md", "bread.md"):
        window.articles.open(program.session.library.find(name))
        settle(program)
    window.articles.go_back()
    window.articles.go_back()
    settle(program)
    assert window.articles.article.id == first
    assert window.articles.history.can_go_forward


def test_places_found_survive_another_size_of_text(window):
    window.find_in_article()
    window.find_bar.field.setText("paragraph")
    window.view.text_larger()
    window.find_bar.find_next()
    assert window.reader.textCursor().selectedText().lower() == "paragraph"


def test_an_open_search_does_not_move_the_next_article(program, window, folder):
    scroll(window, 0.5)
    window.articles.keep_place()
    window.articles.open(program.session.library.find("halt.md"))
    settle(program)
    window.find_in_article()
    window.find_bar.field.setText("the")
    window.articles.open(program.session.library.find("lead.md"))
    settle(program)
    assert window.reader.place().block > 3


def test_a_mark_on_an_article_whose_file_has_gone_is_told(program, window, folder):
    (folder / "lead.md").unlink()
    program.session.refresh()
    settle(program)
    window.actions_table["toggle_star"].trigger()
    assert "has gone" in window.notice.text


def test_a_folder_that_vanishes_while_open_is_told_and_loses_nothing(program, window, folder):
    window.actions_table["toggle_star"].trigger()
    settle(program)
    starred = window.articles.article.id
    rows = window.library_pane.model.rowCount()
    folder.rename(folder.with_name("away"))
    program.session.refresh()
    settle(program)
    assert "Check that it is still there" in window.notice.text
    assert window.articles.article.id == starred
    window.lists.next_article()
    settle(program)
    assert not folder.exists()
    folder.with_name("away").rename(folder)
    program.session.refresh()
    settle(program)
    assert window.library_pane.model.rowCount() == rows
    assert program.session.library.article(starred).starred


def test_a_damaged_picture_stops_none_of_the_others(program, window, folder):
    for number in range(3):
        assert QImage(40, 30, QImage.Format.Format_RGB32).save(str(folder / f"p{number}.png"))
    whole = (folder / "p1.png").read_bytes()
    (folder / "p1.png").write_bytes(whole[: len(whole) // 2])
    (folder / "pictures.md").write_text("Words.\n\n" + "\n\n".join(f"![p{n}](p{n}.png)" for n in range(3)))
    program.session.refresh()
    settle(program)
    window.articles.open(program.session.library.find("pictures.md"))
    settle(program)
    assert window.gallery._waiting == []


def test_pictures_too_large_together_leave_out_the_last(program, window, folder, monkeypatch):
    monkeypatch.setattr("viewer.ui.reader.gallery.MOST_PIXELS_TOGETHER", 2500)
    for number in range(3):
        assert QImage(40, 30, QImage.Format.Format_RGB32).save(str(folder / f"p{number}.png"))
    (folder / "pictures.md").write_text("Words.\n\n" + "\n\n".join(f"![p{n}](p{n}.png)" for n in range(3)))
    program.session.refresh()
    settle(program)
    window.articles.open(program.session.library.find("pictures.md"))
    settle(program)
    widths = [round(width) for width, _ in window.gallery._sizes.values()]
    assert widths[:2] == [40, 40]
    assert widths[2] > 40  # the note in its place is as wide as the column


def test_stopping_a_look_through_the_folder_shows_what_was_read(program, window, folder):
    for number in range(30):
        (folder / f"more{number}.md").write_text(f"# More {number}\n\nWords.")
    program.session.refresh()
    program.session.stop_refresh()
    settle(program)
    with Library.open(folder) as library:
        assert window.library_pane.model.rowCount() == len(library.ids())
