"""The program as it is started."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
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
    start("screenshot", "--out", str(plain), "--size", "900x600")
    start("screenshot", "--out", str(asked), "--size", "900x600", QT_STYLE_OVERRIDE="Windows")
    assert QImage(str(plain)) == QImage(str(asked)) != QImage()


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
