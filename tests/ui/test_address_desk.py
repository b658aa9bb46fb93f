"""Addresses and pasted text come into the library from the window, with a real server on this machine."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMessageBox

from tests.loopback import loopback
from viewer.app import settle
from viewer.ui.address_dialog import AddressDialog
from viewer.ui.feeds_desk import FeedsDesk

WORDS = "<p>" + "The water rose slowly behind the gates all day. " * 40 + "</p>"


@pytest.fixture
def server(monkeypatch):
    with loopback(monkeypatch) as made:
        made.give(
            "/a", f"<html><title>The barrage</title><body><article><h1>The barrage</h1>{WORDS}</article></body></html>"
        )
        yield made


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp):
    """What Python gave the clipboard must not outlive the application."""
    yield
    QGuiApplication.clipboard().clear()


def listed(window):
    return {window.library_pane.model.article(row).title for row in range(window.library_pane.model.rowCount())}


def do(program, name):
    program.window.actions_table[name].trigger()
    settle(program)


def copy(text, html=""):
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def test_an_address_is_asked_for_and_fetched(program, server):
    copy(server.address("/a"))
    do(program, "add_address")
    dialog = program.window.findChild(AddressDialog)
    assert dialog.field.text() == server.address("/a")
    dialog.accept()
    settle(program)
    assert program.window.notice.text == "“The barrage” added."
    assert "The barrage" in listed(program.window)


def test_what_was_copied_is_pasted(program, server):
    copy(server.address("/a"))
    do(program, "paste_into_library")
    words = "Words that were copied from a page, with some more behind them."
    copy(f"A heading of mine\n{words}", f"<h2>A heading of mine</h2><p>{words}</p>")
    do(program, "paste_into_library")
    copy("hunter2")
    do(program, "paste_into_library")
    assert "neither an address nor an article" in program.window.notice.text
    assert {"The barrage", "A heading of mine"} <= listed(program.window)


def test_a_dropped_link_is_fetched(program, server):
    data = QMimeData()
    data.setUrls([QUrl(server.address("/a"))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), action, data, button, Qt.KeyboardModifier.NoModifier)
    program.window.dropEvent(event)
    settle(program)
    assert "The barrage" in listed(program.window)


def test_a_feed_among_the_addresses_is_offered(program, server, monkeypatch):
    item = (
        "<item><title>News of the day</title><link>https://news.example/1</link><description>Text.</description></item>"
    )
    server.give("/rss", f"<rss version='2.0'><channel><title>Border news</title>{item}</channel></rss>", "text/xml")
    copy(server.address("/rss"))
    do(program, "paste_into_library")
    box = program.window.findChild(QMessageBox)
    assert "“Border news” is a feed" in box.text()
    box.defaultButton().click()
    settle(program)
    assert program.window.notice.text == "“Border news” is followed, 1 new article."
    assert "News of the day" in listed(program.window)
    assert isinstance(program.window.feeds.desk, FeedsDesk)


def test_a_feed_is_offered_once_and_not_when_it_is_followed(program, server):
    feed = "<rss version='2.0'><channel><title>Border news</title></channel></rss>"
    server.give("/rss", feed, "text/xml")
    address = server.address("/rss")
    copy(f"{address} {address}#top")
    do(program, "paste_into_library")
    (box,) = program.window.findChildren(QMessageBox)
    box.defaultButton().click()
    settle(program)
    assert "is followed" in program.window.notice.text
    do(program, "paste_into_library")
    assert [one for one in program.window.findChildren(QMessageBox) if one.isVisible()] == []
    assert program.window.notice.text == "“Border news” is followed already. “Refresh feeds now” asks for what is new."


def test_what_cannot_be_fetched_is_listed_with_its_reason(program, server):
    program.window.files.fetch([server.address("/gone")])
    settle(program)
    from viewer.ui.refused_dialog import RefusedDialog

    dialog = program.window.findChild(RefusedDialog)
    assert dialog.table.item(0, 0).text() == server.address("/gone")
    assert "404" in dialog.table.item(0, 1).text()


def test_it_can_be_ended(program, server):
    server.answers["/slow"] = lambda handler: server.ended.wait(20)
    program.window.files.fetch([server.address("/slow")])
    program.window.files.cancel()
    settle(program)
    assert "added" not in program.window.notice.text
    assert not program.jobs.busy


def test_the_whole_page_of_the_open_article(program, server, folder):
    (folder / "short.md").write_text(f"---\ntitle: Short\nsource: {server.address('/a')}\n---\n\nOnly a few words.\n")
    program.session.refresh()
    settle(program)
    program.window.articles.open(program.session.library.find("short.md"))
    settle(program)
    do(program, "fetch_whole_page")
    settle(program)
    assert "shows the whole page now. The text of before is kept as a version." in program.window.notice.text
    assert "The water rose slowly" in program.window.reader.toPlainText()


def test_an_article_without_an_address_has_no_page(program):
    program.window.articles.open(program.session.library.find("bread.md"))
    settle(program)
    do(program, "fetch_whole_page")
    assert "has no address" in program.window.notice.text


def test_pasting_into_the_search_searches(program, qtbot, folder):
    field = program.window.search_field
    copy("hajin campaign, with words enough that an article could be made of them by mistake")
    program.window.activateWindow()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(program)
    assert field.text().startswith("hajin campaign")
    assert len(list(folder.glob("*.md"))) == 3


def test_the_sample_library_stays_as_it_came(program):
    program.session.open_sample()
    settle(program)
    do(program, "fetch_whole_page")
    assert "stays as it came" in program.window.notice.text
    copy("https://news.example/story")
    do(program, "paste_into_library")
    assert "stays as it came" in program.window.notice.text
