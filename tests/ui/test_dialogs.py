from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QTableWidget, QWidget

from viewer.model import IndexProblem
from viewer.ui import dialogs
from viewer.ui.dialogs import OutsideLink
from viewer.ui.outside import host_sentence, outside_address


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,hello",
        "file:///etc/passwd",
        "smb://host/share",
        "vscode://file/x",
        "java\tscript:alert(1)",
        "http:///nohost",
        "other.md",
        "",
    ],
)
def test_what_may_not_be_opened_has_no_address(link):
    assert outside_address(link) is None


def test_a_message_carries_nothing_but_its_address():
    assert outside_address("mailto:a@news.example?attach=/etc/passwd").toString() == "mailto:a@news.example"


def test_the_host_is_named_and_a_look_alike_shown_as_what_it_is():
    assert "news.example" in host_sentence(QUrl("https://news.example/a"))
    assert "not encrypted" in host_sentence(QUrl("http://news.example/a"))
    lookalike = host_sentence(QUrl("https://exаmple.org/"))  # a Cyrillic letter
    assert "xn--" in lookalike


@pytest.fixture
def opened(monkeypatch):
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", urls.append)
    return urls


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def question(parent):
    return OutsideLink(QUrl("https://news.example/a?b=c"), parent)


def test_nothing_is_opened_before_the_reader_says_so(question, opened):
    question.open()
    assert question.informativeText() == "https://news.example/a?b=c"
    assert question.defaultButton().text().replace("&", "") == "Cancel"
    question.defaultButton().click()
    assert opened == []


def test_it_is_opened_or_copied_when_the_reader_says_so(question, opened):
    question.open()
    buttons = {button.text(): button for button in question.buttons()}
    buttons["Copy address"].click()
    assert QGuiApplication.clipboard().text() == "https://news.example/a?b=c"
    assert opened == []


def test_open_opens(question, opened):
    question.open()
    next(button for button in question.buttons() if button.text().startswith("Open")).click()
    assert opened == [QUrl("https://news.example/a?b=c")]


def test_problems_are_listed_with_their_reasons(parent):
    dialogs.show_problems([IndexProblem("x.md", "It is no text.")], parent)
    table = parent.findChild(QTableWidget)
    assert (table.item(0, 0).text(), table.item(0, 1).text()) == ("x.md", "It is no text.")
