"""Which article comes up first, and when."""

from __future__ import annotations

import threading

import pytest

from viewer.app import Program, settle
from viewer.library.reconcile import Reconciliation


@pytest.fixture
def large(tmp_path):
    """A folder of more files than a first look takes in."""
    folder = tmp_path / "large"
    folder.mkdir()
    for number in range(90):
        (folder / f"{number:02}.md").write_text(f"# Title {number:02}\n\nText {number} on 1 November 2018.\n")
    return folder


@pytest.fixture
def held_up(monkeypatch):
    """Looking through a folder waits until this is set."""
    go_on = threading.Event()
    real = Reconciliation._list

    def wait(self):
        go_on.wait(20)
        return real(self)

    monkeypatch.setattr(Reconciliation, "_list", wait)
    yield go_on
    go_on.set()


@pytest.fixture
def start(qapp, settings):
    programs = []

    def begin(path, article=None):
        made = Program(qapp, settings, "light")
        programs.append(made)
        made.open(path, article)
        made.window.show()
        return made

    yield begin
    for made in programs:
        made.close()


def test_articles_of_a_large_folder_show_before_it_was_looked_through(start, large, held_up, qtbot):
    program = start(large)
    pane = program.window.library_pane
    qtbot.waitUntil(lambda: pane.model.rowCount() == 64 and program.window.articles.article is not None)
    assert not program.session.library.is_indexed
    held_up.set()
    settle(program)
    assert pane.model.rowCount() == 90


def test_a_file_of_a_large_folder_opens_before_it_was_looked_through(start, large, held_up, qtbot):
    for number in (3, 88):
        program = start(large / f"{number:02}.md")
        articles = program.window.articles
        qtbot.waitUntil(lambda desk=articles: desk.article is not None)
        assert articles.article.title == f"Title {number:02}"
        held_up.set()
        settle(program)


def test_an_article_asked_for_is_waited_for_and_one_that_is_not_there_is_said(start, large, held_up, qtbot):
    program = start(large, "Title 99")
    qtbot.waitUntil(lambda: program.window.library_pane.model.rowCount() == 64)
    assert program.window.articles.article is None
    assert program.window.notice.text == ""
    held_up.set()
    settle(program)
    assert "Title 99" in program.window.notice.text
    assert program.window.articles.article is not None
