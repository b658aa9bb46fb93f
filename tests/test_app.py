"""The program as it is started."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage

from viewer import app, paths
from viewer.ui.settings import Settings


def start(*arguments, **environment):
    """Run the program in a process of its own, as the tests' folders are."""
    return subprocess.run(
        [sys.executable, "-m", "viewer", *arguments],
        env={**os.environ, **environment},
        cwd=paths.resources().parent,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_screenshot_shows_the_sample_library(tmp_path):
    out = tmp_path / "window.png"
    done = start("screenshot", "--out", str(out), "--size", "1000x700", "--scale", "1.5", "--theme", "dark")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1500, 1050)
    assert len({image.pixel(x, y) for x in range(0, 1500, 7) for y in range(0, 1050, 7)}) > 30


def test_the_window_has_its_own_style_whatever_the_desktop_asks_for(tmp_path):
    plain, asked = tmp_path / "plain.png", tmp_path / "asked.png"
    told = start("screenshot", "--out", str(plain), "--size", "900x600").stderr
    told += start("screenshot", "--out", str(asked), "--size", "900x600", QT_STYLE_OVERRIDE="Windows").stderr
    assert told == ""
    assert differing(QImage(str(plain)), QImage(str(asked))) == []


def differing(one, other):
    """The points in which two pictures differ."""
    assert not one.isNull()
    assert one.size() == other.size()
    return [(x, y) for y in range(one.height()) for x in range(one.width()) if one.pixel(x, y) != other.pixel(x, y)]


def test_a_screenshot_that_cannot_be_written_is_told(tmp_path):
    done = start("screenshot", "--out", str(tmp_path / "no" / "such" / "folder.png"))
    assert done.returncode == 1
    assert str(tmp_path / "no" / "such") in done.stderr
    assert "Traceback" not in done.stderr


def test_an_article_that_is_not_there_is_told(tmp_path):
    done = start("screenshot", "--out", str(tmp_path / "a.png"), "--article", "nothing-like-that")
    assert done.returncode == 2
    assert "nothing-like-that" in done.stderr


def test_the_library_to_open_is_the_one_given_or_the_last_or_the_sample(qapp, tmp_path):
    settings = Settings(tmp_path / "settings.ini")
    assert app.library_to_open(None, settings) == paths.sample_library()
    settings.library = tmp_path
    assert app.library_to_open(None, settings) == tmp_path
    assert app.library_to_open(tmp_path / "x", settings) == tmp_path / "x"
    settings.library = tmp_path / "gone"
    assert app.library_to_open(None, settings) == paths.sample_library()


def test_a_bug_is_logged_and_told_in_a_sentence(qapp, tmp_path):
    program = app.Program(qapp, Settings(tmp_path / "settings.ini"), "light")
    try:
        raise RuntimeError("the bug")
    except RuntimeError as error:
        app._Told(program)(RuntimeError, error, error.__traceback__)
    assert "RuntimeError" in program.window.notice.text
    assert "the bug" in (paths.data_folder() / "errors.log").read_text(encoding="utf-8")
    program.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a display be missing")
def test_without_a_display_that_is_said(tmp_path):
    environment = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = start(**environment)
    assert done.returncode == 2
    assert "no display" in done.stderr
    out = tmp_path / "instead.png"
    done = start("--or-screenshot", str(out), **environment)
    assert done.returncode == 0
    assert out.stat().st_size > 20_000


class Busy:
    """Jobs and window of a program that ``looks`` find busy or idle in turn; the last answer stays."""

    def __init__(self, *looks):
        self._looks = list(looks)
        self.jobs = self.window = self
        self.waiting = False

    @property
    def busy(self):
        return self._looks.pop(0) if len(self._looks) > 1 else self._looks[0]


def test_what_begins_in_the_turn_that_found_all_idle_is_waited_for(qapp):
    program = Busy(*[False] * 5, True, True, False)
    assert app.settle(program)
    assert not program.busy


def test_a_machine_that_stood_still_has_not_waited(qapp, monkeypatch):
    monkeypatch.setattr(app, "_MOST_LOOKS", 20)
    QTimer.singleShot(0, lambda: time.sleep(0.5))  # longer than twenty looks take
    assert app.settle(Busy(*[True] * 10, False))


def test_a_window_that_comes_to_no_rest_is_not_waited_for_without_end(qapp, monkeypatch):
    monkeypatch.setattr(app, "_MOST_LOOKS", 8)
    assert not app.settle(Busy(True))
