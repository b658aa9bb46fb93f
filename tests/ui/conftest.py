"""A small library of three articles that lead to one another, and the whole program on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from viewer.app import Program, settle
from viewer.ui.settings import Settings
from viewer.ui.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

LEAD = """---
title: Iraq reinforces its border
author: Ada Writer
published: 2018-11-02
section: [Middle East, War]
tags: [Iraq]
url: https://news.example/border
credit: with reporting from AFP
---

Helicopters arrived at the border on Thursday. See [the halt](halt.md#the-shelling) and [a page](https://news.example/a).

Iraqi forces retook Anbar in late 2017. The SDF [stopped](gone.md) its operation near Hajin on 31 October 2018.

{filler}

On 10 September 2018 the SDF began its campaign near Hajin.
"""
HALT = """---
title: The SDF halts its campaign near Hajin
published: 2018-10-31
section: War
---

The SDF halted its campaign near Hajin on Wednesday, after Turkish artillery had shelled positions near Kobani.

## The shelling

Turkish artillery shelled positions near Kobani on 28 October 2018.
"""
BREAD = "# On bread\n\nFlour, water, salt and patience make a loaf.\n"


@pytest.fixture
def folder(tmp_path) -> Path:
    """The folder of the small library."""
    root = tmp_path / "stories"
    root.mkdir()
    filler = "\n\n".join(f"Paragraph {n} says nothing of any day. " + "It goes on and on. " * 12 for n in range(30))
    (root / "lead.md").write_text(LEAD.format(filler=filler), encoding="utf-8")
    (root / "halt.md").write_text(HALT, encoding="utf-8")
    (root / "bread.md").write_text(BREAD, encoding="utf-8")
    return root


@pytest.fixture
def settings(tmp_path) -> Settings:
    """Settings in a file of their own."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def theme(qapp) -> Theme:
    """The light theme."""
    return Theme("light")


@pytest.fixture
def program(qapp, folder, settings):
    """The program with its window shown and the lead article open."""
    made = Program(qapp, settings, "light")
    made.open(folder, "lead.md")
    made.window.resize(1000, 700)
    made.window.show()
    settle(made)
    yield made
    made.close()
    qapp.setStyleSheet("")


@pytest.fixture
def window(program):
    """Its window, ready for keys."""
    program.window.activateWindow()
    program.window._finish_looks()
    program.window.reader.setFocus()
    settle(program)
    return program.window


@pytest.fixture
def press(program, window, qtbot):
    """A function that presses a key in the article and waits until all is done."""

    def key(key, *modifiers):
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(window.reader, key, *modifiers)
        settle(program)

    return key
