"""The timeline of the story that the open article belongs to."""

from __future__ import annotations

import pytest

from viewer.app import settle
from viewer.library import Changes
from viewer.ui.export_desk import TIMELINES

LEAD, HALT = "Iraq reinforces its border", "The SDF halts its campaign near Hajin"


@pytest.fixture
def window(program):
    return program.window


@pytest.fixture
def story(program):
    library = program.session.library
    library.make_story("The border", [article.id for article in library.articles() if article.title in (LEAD, HALT)])
    program.window._finish_looks()
    program.session.changed.emit(Changes(moved=True))
    settle(program)
    return library


@pytest.fixture
def shown(program, story):
    program.window.actions_table["story_timeline"].setChecked(True)
    settle(program)
    return program.window.timeline


def header(window):
    return window.timeline.pane._header


def labels(window):
    return [entry.event.label for entry in window.timeline.pane._entries]


def told(window, words):
    return next(one for one in window.timeline._story if any(words in report.text for report in one.reports))


def test_the_switch_stands_there_for_an_article_of_a_story_only(program, window, story):
    assert not header(window)._whose.isHidden()
    window.articles.open(story.find("bread.md"))
    settle(program)
    assert header(window)._whose.isHidden()


def test_without_a_story_the_switch_is_not_there_and_the_key_says_so(program, window):
    window._finish_looks()
    settle(program)
    assert header(window)._whose.isHidden()
    window.actions_table["story_timeline"].setChecked(True)
    settle(program)
    assert "belongs to no story yet" in window.notice.text
    assert not window.actions_table["story_timeline"].isChecked()


def test_it_shows_what_all_articles_report_and_back(program, window, shown):
    assert any("artillery shelled" in label for label in labels(window))
    assert any("retook Anbar" in label for label in labels(window))
    assert header(window)._title.text() == "Story: The border"
    header(window)._article.click()
    settle(program)
    assert not any("artillery shelled" in label for label in labels(window))
    assert header(window)._title.text() == "Timeline"
    assert not window.actions_table["story_timeline"].isChecked()
    header(window)._story.click()
    settle(program)
    assert any("artillery shelled" in label for label in labels(window))


def test_an_event_of_the_open_article_goes_to_its_sentence(program, window, shown):
    own = told(window, "retook Anbar")
    window.timeline.pane._choose(own.event.order)
    settle(program)
    assert window.articles.article.title == LEAD
    assert window.notice.text == ""
    assert window.timeline.selected_event() == own.reports[0].event


def test_an_event_of_another_article_names_it_and_then_opens_it_there(program, window, shown):
    other = told(window, "shelled positions near Kobani on 28")
    window.timeline.pane._choose(other.event.order)
    settle(program)
    assert window.articles.article.title == LEAD
    assert HALT in window.notice.text
    window.timeline.pane._activate(other.event.order)
    settle(program)
    assert window.articles.article.title == HALT
    assert "artillery shelled" in " ".join(labels(window))
    assert any("retook Anbar" in label for label in labels(window))  # it is still the story's


def test_an_event_of_the_article_is_found_among_the_storys(program, window, shown):
    own = told(window, "retook Anbar")
    assert window.timeline._as_shown(own.reports[0].event) == own.event
    window.timeline.select_event(own.reports[0].event)
    assert window.timeline.pane.selected_event() == own.event


def test_it_follows_what_is_done_with_the_story(program, window, shown, story):
    halt = story.find("halt.md")
    window.organising.marks.desk.do(lambda library, _report: library.trash([halt]))
    settle(program)
    settle(program)
    assert not any("artillery shelled" in label for label in labels(window))


def test_another_library_has_another_timeline(program, window, shown, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.md").write_text("---\npublished: 2020-01-02\n---\n\n# Another\n\nIt began on 1 January 2020.\n")
    program.session.open_path(str(other))
    settle(program)
    assert not window.actions_table["story_timeline"].isChecked()
    assert header(window)._whose.isHidden()


def test_the_choice_of_an_order_is_made_once(program, window, story):
    window._finish_looks()
    window._finish_looks()
    buttons = window.library_pane.findChildren(type(window.library_pane.shelves_button))
    assert [button.accessibleName() for button in buttons].count("Order") == 1


def test_what_is_exported_is_the_timeline_that_is_shown(program, window, shown, tmp_path):
    desk = window.exports.desk
    markdown = next(one for one in TIMELINES if one.suffix == "md")
    desk.write_timeline(tmp_path / "story.md", markdown)
    settle(program)
    assert (tmp_path / "story.md").read_text(encoding="utf-8").startswith("# The border\n")
    header(window)._article.click()
    settle(program)
    desk.write_timeline(tmp_path / "article.md", markdown)
    settle(program)
    assert not (tmp_path / "article.md").read_text(encoding="utf-8").startswith("# The border\n")
