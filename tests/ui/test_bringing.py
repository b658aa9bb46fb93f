"""Bringing files into the library from the window, with the program itself doing the work in another process."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog, QTableWidget

from viewer.app import settle
from viewer.model import ImportProblem
from viewer.ui.bringing import Bringing, Brought, sentence

PAGE = """<!doctype html><html lang="en"><head><title>The barrage was repaired</title>
<meta property="article:published_time" content="2018-11-05T10:00:00Z"></head><body><article>
<h1>The barrage was repaired</h1>{}</article></body></html>"""
WORDS = (
    "<p>Engineers repaired the barrage on Monday. " + "The water rose slowly behind the gates all day. " * 20 + "</p>"
)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "barrage.html"
    path.write_text(PAGE.format(WORDS * 3), encoding="utf-8")
    return path


def listed(window):
    return {window.library_pane.model.article(row).title for row in range(window.library_pane.model.rowCount())}


def test_a_saved_page_comes_into_the_library_once(program, page):
    window = program.window
    window.files.add_paths([str(page)])
    settle(program)
    assert window.notice.text == "“The barrage was repaired” added."
    assert "The barrage was repaired" in listed(window)
    window.files.add_paths([str(page)])
    settle(program)
    assert window.notice.text == "No articles added, 1 already there."


def test_what_does_not_come_is_listed_with_the_reason(program, tmp_path):
    odd = tmp_path / "odd.bin"
    odd.write_bytes(bytes(range(256)) * 40)
    program.window.files.add_paths([str(odd)])
    settle(program)
    assert "1 item did not come" in program.window.notice.text
    table = program.window.findChild(QTableWidget)
    assert "odd.bin" in table.item(0, 0).text()
    assert table.item(0, 1).text()


def test_what_was_seen_before_one_import_is_not_listed_after_it_and_hides_nothing_of_the_next(program, page, tmp_path):
    odd = tmp_path / "odd.bin"
    odd.write_bytes(bytes(range(256)) * 40)
    bringing, listed_problems = Bringing(program.session, program.jobs, program.window), []
    bringing.refused.connect(listed_problems.append)
    bringing.add([str(odd)])
    settle(program)
    ((problem,),) = listed_problems
    bringing.add([str(page)], known=[problem])
    bringing.add([str(odd)], known=[problem])
    settle(program)
    assert listed_problems == [(problem,)]
    bringing.add([str(page)], known=[problem])
    bringing.add([str(odd)])
    settle(program)
    assert listed_problems == [(problem,), (problem,)]


def test_the_sample_library_is_never_added_to(program, page):
    program.session.open_sample()
    settle(program)
    program.window.files.add_paths([str(page)])
    settle(program)
    assert "library of your own" in program.window.notice.text


def test_what_came_in_words():
    brought = Brought(("One", "Two"), 1, (ImportProblem("a", "b"), ImportProblem("c", "d")), "The disk is full.")
    assert sentence(Brought((), 3, (), highlights=1, tags=2)) == (
        "No articles added, 3 already there, 1 new highlight or note, 2 new tags."
    )
    assert sentence(brought) == "2 articles added, 1 already there, 2 items did not come. The disk is full."


def test_tags_that_come_to_an_article_are_told(program, tmp_path):
    table = tmp_path / "part_000000.csv"
    row = "A page,https://news.example/a,1541117400,{},unread\n"
    for tags, said in (
        ("War", "“A page” added."),
        ("War|Iraq|Syria", "No articles added, 1 already there, 2 new tags."),
    ):
        table.write_text("title,url,time_added,tags,status\n" + row.format(tags), encoding="utf-8")
        program.window.files.add_paths([str(table)])
        settle(program)
        assert program.window.notice.text == said


def test_the_articles_of_a_folder_come_in(program, tmp_path):
    (tmp_path / "notes" / "deep").mkdir(parents=True)
    (tmp_path / "notes" / "deep" / "One.md").write_text("# A note of the folder\n\nText.\n")
    program.window.actions_table["add_folder"].trigger()
    dialog = program.window.findChild(QFileDialog)
    dialog.filesSelected.emit([str(tmp_path / "notes")])
    dialog.close()
    settle(program)
    assert "A note of the folder" in listed(program.window)
