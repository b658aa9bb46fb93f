from __future__ import annotations

import threading

import pytest

from viewer.ui.single import OneWindow


@pytest.fixture
def first(qapp, tmp_path):
    window = OneWindow(tmp_path / "library", tmp_path / "windows")
    assert window.claim()
    window.listen()
    yield window
    window.release()


def test_a_second_start_on_the_same_library_hands_over(first, tmp_path, qtbot):
    second = OneWindow(tmp_path / "library", tmp_path / "windows")
    assert not second.claim()
    answer = []
    thread = threading.Thread(target=lambda: answer.append(second.hand_over("report.md")))
    with qtbot.waitSignal(first.asked) as asked:
        thread.start()
    thread.join()
    assert answer == [True]
    assert asked.args == ["report.md"]


def test_another_library_has_a_window_of_its_own(first, tmp_path):
    other = OneWindow(tmp_path / "other", tmp_path / "windows")
    assert other.claim()
    other.release()


def test_a_window_that_was_closed_leaves_the_library_free(first, tmp_path):
    first.release()
    again = OneWindow(tmp_path / "library", tmp_path / "windows")
    assert again.claim()
    again.release()


def test_where_nobody_listens_that_is_said(qapp, tmp_path):
    assert not OneWindow(tmp_path / "library", tmp_path / "windows").hand_over("")


@pytest.mark.parametrize("line", [b"", b"\xff\xfe", b"[1]\n", b'{"article": 7}\n'])
def test_nonsense_opens_nothing(first, line):
    asked = []
    first.asked.connect(asked.append)
    first._read(line)
    assert asked in ([], [""])
