from __future__ import annotations

import pytest

from viewer.document import parse
from viewer.library.layouts import Layouts

DOCUMENT = parse(
    "# One\n\nTwo *three* [four](x.md).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![p](p.png)\n\n- list\n\n> quote"
)
PRINT = b"0123456789abcdef"


@pytest.fixture
def layouts(tmp_path):
    return Layouts(tmp_path / "layouts")


def test_a_document_comes_back_as_it_was(layouts):
    layouts.put(PRINT, "a.md", DOCUMENT)
    assert layouts.get(PRINT, "a.md") == DOCUMENT


def test_another_content_or_name_has_a_document_of_its_own(layouts):
    layouts.put(PRINT, "a.md", DOCUMENT)
    assert layouts.get(PRINT[::-1], "a.md") is None
    assert layouts.get(PRINT, "a.txt") is None


@pytest.mark.parametrize("damage", [lambda raw: b"", lambda raw: raw[: len(raw) // 2], lambda raw: b"x" + raw])
def test_a_damaged_file_is_as_good_as_none(layouts, tmp_path, damage):
    layouts.put(PRINT, "a.md", DOCUMENT)
    (file,) = (tmp_path / "layouts").iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert layouts.get(PRINT, "a.md") is None


def test_only_the_newest_are_kept(layouts, tmp_path, monkeypatch):
    monkeypatch.setattr("viewer.library.layouts._KEPT", 4)
    monkeypatch.setattr("viewer.library.layouts._PRUNE_ABOVE", 8)
    for number in range(30):
        layouts.put(number.to_bytes(16, "big"), "a.md", DOCUMENT)
    assert len(list((tmp_path / "layouts").iterdir())) <= 8
    assert layouts.get((29).to_bytes(16, "big"), "a.md") == DOCUMENT


def test_a_folder_that_cannot_be_written_to_does_no_harm(tmp_path):
    (tmp_path / "file").write_text("in the way")
    layouts = Layouts(tmp_path / "file")
    layouts.put(PRINT, "a.md", DOCUMENT)
    assert layouts.get(PRINT, "a.md") is None
