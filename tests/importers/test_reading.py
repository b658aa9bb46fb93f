from __future__ import annotations

import importlib
import os
import struct
import zipfile

import pytest

from viewer.importers import read
from viewer.importers.reading import _READERS
from viewer.model import ImportProblem


@pytest.mark.parametrize("module", sorted(set(_READERS.values())))
def test_every_reader_is_there(module):
    if module[0] == "saved_pages":
        assert callable(getattr(importlib.import_module("viewer.importers.saved_pages"), module[1]))
    assert callable(getattr(importlib.import_module(f"viewer.importers.{module[0]}"), module[1]))


def reasons(path):
    found = list(read(path))
    assert all(isinstance(one, ImportProblem) for one in found)
    return [one.reason for one in found]


def test_what_cannot_be_read_is_said(tmp_path):
    (tmp_path / "x.bin").write_bytes(b"\x00\x01")
    (tmp_path / "empty").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe")
    assert "none of the formats" in reasons(tmp_path / "x.bin")[0]
    assert reasons(tmp_path / "empty") == ["The file is empty."]
    assert "no regular file" in reasons(tmp_path / "pipe")[0]
    assert "No such file" in reasons(tmp_path / "not there")[0]


def test_a_fault_in_one_file_leaves_the_others(tmp_path, bring_in):
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 cut off")
    (tmp_path / "c.md").write_text("Gamma")
    (tmp_path / ".hidden.md").write_text("no")
    (tmp_path / "link.md").symlink_to("/etc/hostname")
    bring_in("sub/a.md", "Alpha")
    found = list(read(tmp_path))
    assert [one.item for one in found] == ["b.zip", "c.md", "sub/a.md"]
    assert "cut off" in found[0].reason


def test_the_folder_of_a_saved_page_is_no_folder_of_articles(tmp_path, monkeypatch):
    (tmp_path / "Page.html").write_text("<html>")
    (tmp_path / "Page_files").mkdir()
    (tmp_path / "Page_files" / "frame.html").write_text("<html>")
    seen = []
    monkeypatch.setattr("viewer.importers.saved_pages.read_saved_page", lambda source: seen.append(source.name) or ())
    assert reasons(tmp_path) == ["It holds no articles."]
    assert seen == ["Page.html"]


def test_archives_are_kept_within_limits(tmp_path, zipped):
    path = tmp_path / "x.zip"
    path.write_bytes(zipped({"bomb.md": "0" * 3_000_000, "good.md": "Text", "pad.md": os.urandom(60_000).hex()}))
    found = list(read(path))
    assert [one.item for one in found] == ["bomb.md", "good.md", "pad.md"]
    assert "200 times" in found[0].reason
    path.write_bytes(zipped({f"{number}.md": "" for number in range(20_001)}))
    assert "20,000 entries" in reasons(path)[0]


def test_an_archive_that_lies_about_its_entries(tmp_path, zipped):
    data = bytearray(zipped({f"{number}.md": "" for number in range(20_001)}))
    struct.pack_into("<HH", data, len(data) - 14, 3, 3)
    (tmp_path / "x.zip").write_bytes(data)
    assert len(reasons(tmp_path / "x.zip")) == 1


def test_an_entry_that_unpacks_to_more_than_it_says(tmp_path, zipped):
    data = bytearray(zipped({"bomb.md": b"0" * 1_000_000, "good.md": "Text"}))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 1000)
    (tmp_path / "x.zip").write_bytes(data)
    found = list(read(tmp_path / "x.zip"))
    assert "damaged" in found[0].reason
    assert found[1].title == "Good"


def test_names_in_archives_lead_nowhere(tmp_path, zipped, bring_in):
    names = [
        "../../x.md",
        "/etc/x.md",
        "a\\..\\w.md",
        "CON.md",
        "n" * 300 + ".md",
        "X.md",
        "x.md",
        "caf\u00e9.md",
        "cafe\u0301.md",
    ]
    before = sorted(tmp_path.parent.rglob("*"))
    articles, problems = bring_in("x.zip", zipped({name: f"Text of {number}" for number, name in enumerate(names)}))
    assert [article.markdown for article in articles] == [f"Text of {number}" for number in range(len(names))]
    assert problems == []
    assert {path.name for path in set(tmp_path.parent.rglob("*")) - set(before)} == {"x.zip"}


def test_links_and_locked_entries_of_archives_are_named(tmp_path):
    link = zipfile.ZipInfo("link.md")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("good.md", "Text")
    found = list(read(tmp_path / "x.zip"))
    assert "symbolic link" in found[0].reason
    assert found[1].markdown == "Text"


def test_an_archive_in_an_archive_is_named(bring_in, zipped):
    _, problems = bring_in("x.zip", zipped({"inner.zip": zipped({"a.md": "x"})}))
    assert "archive within an archive" in problems[0].reason


def test_a_folder_that_cannot_be_looked_into_is_named(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_text("Alpha")

    def walk(folder, onerror, **_options):
        yield str(folder), [], ["a.md"]
        onerror(PermissionError(13, "Permission denied", "locked"))

    monkeypatch.setattr("viewer.importers.folders.os.walk", walk)
    article, problem = read(tmp_path)
    assert article.title == "A"
    assert problem == ImportProblem("locked", "It could not be opened (Permission denied).")
