"""Asking for addresses."""

import pytest

from viewer.ui.address_dialog import AddressDialog, web_address


@pytest.mark.parametrize(
    ("word", "address"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("news.example", "https://news.example"),
        ("news.example/a?b", "https://news.example/a?b"),
        ("news.example:8080/a", "https://news.example:8080/a"),
        ("feed:https://a.example/rss", "feed:https://a.example/rss"),
        ("hello", ""),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("a@b.example", ""),
    ],
)
def test_a_word_as_an_address(word, address):
    assert web_address(word) == address


@pytest.fixture
def dialog(qtbot):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    made = AddressDialog("", parent)
    made.found, made.kept = [], parent
    made.given.connect(made.found.append)
    return made


def test_several_addresses_are_given_once_each(dialog):
    assert not dialog.button.isEnabled()
    dialog.field.setText("https://a.example/x  news.example\nhttps://a.example/x")
    assert dialog.button.isEnabled()
    dialog.accept()
    assert dialog.found == [("https://a.example/x", "https://news.example")]


def test_what_is_no_address_is_said_and_the_dialog_stays(dialog):
    dialog.show()
    dialog.field.setText("https://a.example two")
    dialog.accept()
    assert dialog.found == []
    assert dialog.isVisible()
    assert "“two” is no web address" in dialog.said.text()
    dialog.field.setText("https://a.example")
    assert "fetched once" in dialog.said.text()
