"""A folder of articles to be opened, and ways to look at it."""

from __future__ import annotations

import hashlib

import pytest

from viewer.library import Library

BORDER = """---
title: Troops at the border
published: 2018-11-02
section: [Middle East, War]
tags: [Iraq, Syria]
author: "[[Ada Writer]]"
url: https://news.example/border?utm_source=feed
---

# Troops at the border

Iraqi troops reinforced Hajin on Thursday. See [what came before](sub/before.md).
"""
BEFORE = """---
title: What came before
published: 2018-09-11
section: War
tags: [Syria]
---

The campaign against the Hajin pocket began on 10 September 2018. Iraqi troops watched from the border.
"""
BREAD = "On bread\n\nFlour, water, salt and patience make a loaf. Nothing happened at the bakery in 1998.\n"


@pytest.fixture
def folder(tmp_path):
    """A small library: two articles of one story, one of them in a sub-folder, and one without front matter."""
    root = tmp_path / "library"
    (root / "sub").mkdir(parents=True)
    (root / "border.md").write_text(BORDER, encoding="utf-8")
    (root / "sub" / "before.md").write_text(BEFORE, encoding="utf-8")
    (root / "bread.txt").write_text(BREAD, encoding="utf-8")
    return root


@pytest.fixture
def library(folder):
    """The small library, opened and refreshed."""
    with Library.open(folder) as opened:
        opened.refresh()
        yield opened


@pytest.fixture
def write_meanwhile(monkeypatch):
    """A function after which a text comes into a file just before ``module`` writes durably for the first time."""

    def arrange(module, place, text):
        real = module.write_durably

        def meanwhile(path, content):
            monkeypatch.setattr(module, "write_durably", real)
            place.write_text(text)
            real(path, content)

        monkeypatch.setattr(module, "write_durably", meanwhile)

    return arrange


@pytest.fixture
def snapshot():
    """A function that tells everything of a folder that reading must not change: names, bytes, times, modes."""

    def look(root):
        seen = {}
        for path in sorted(root.rglob("*")):
            status = path.lstat()
            content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
            seen[str(path.relative_to(root))] = (content, status.st_mtime_ns, status.st_mode, status.st_size)
        return seen

    return look
