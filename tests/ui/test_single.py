from __future__ import annotations

import threading
from types import SimpleNamespace

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


def library_at(path):
    path.mkdir(exist_ok=True)
    return SimpleNamespace(root=path)


def test_a_window_that_opens_another_library_answers_for_that_one(first, tmp_path, qtbot):
    first.follow(library_at(tmp_path / "other"))
    first.listen()
    old = OneWindow(tmp_path / "library", tmp_path / "windows")
    assert old.claim()
    old.release()
    second = OneWindow(tmp_path / "other", tmp_path / "windows")
    assert not second.claim()
    answer = []
    thread = threading.Thread(target=lambda: answer.append(second.hand_over("report.md")))
    with qtbot.waitSignal(first.asked) as asked:
        thread.start()
    thread.join()
    assert (answer, asked.args) == ([True], ["report.md"])


def test_the_same_library_again_changes_nothing(first, tmp_path):
    first.follow(library_at(tmp_path / "library"))
    assert not OneWindow(tmp_path / "library", tmp_path / "windows").claim()


def test_a_library_that_another_window_shows_is_told_of(first, tmp_path, qtbot):
    other = OneWindow(tmp_path / "other", tmp_path / "windows")
    assert other.claim()
    with qtbot.waitSignal(first.told) as told:
        first.follow(library_at(tmp_path / "other"))
    assert "“other” is open in another window" in told.args[0]
    free = OneWindow(tmp_path / "library", tmp_path / "windows")
    assert free.claim()
    free.release()
    other.release()
    first.follow(library_at(tmp_path / "other"))
    assert not OneWindow(tmp_path / "other", tmp_path / "windows").claim()
