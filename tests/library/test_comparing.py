import os

import pytest

from viewer.library import Library
from viewer.library.comparing import compare, is_empty
from viewer.library.scan import list_articles


@pytest.fixture
def library(tmp_path):
    root = tmp_path / "library"
    root.mkdir()
    for name in ("a.md", "b.md", "c.md"):
        (root / name).write_text(f"# {name}\n\nText of {name}.\n")
    (root / "d.md").write_bytes(b"\0" * 10)
    with Library.open(root) as opened:
        assert opened._database.read(is_empty)
        opened.refresh()
        assert not opened._database.read(is_empty)
        yield opened


def compared(library):
    files = list_articles(library.root).files
    return library._database.read(lambda connection: compare(connection, files))


def test_where_nothing_changed_nothing_is_fetched(library):
    assert compared(library)[:2] == ({}, [])
    assert list(compared(library).gone) == []


def test_what_is_new_changed_and_gone(library):
    (library.root / "a.md").write_text("# A\n\nMore text than before.\n")
    (library.root / "b.md").unlink()
    (library.root / "e.md").write_text("# E\n")
    found = compared(library)
    assert found.wanted == ["a.md", "e.md"]
    assert set(found.known) == {"a.md", "b.md"}
    assert [one.stamp.path for one in found.gone] == ["b.md"]
    assert found.known["b.md"].title == "b.md"


def test_what_an_older_program_read_is_read_again(library):
    with library._database.writing() as connection:
        connection.execute("UPDATE article SET stage = 0 WHERE path = 'c.md'")
    found = compared(library)
    assert found.wanted == ["c.md"]
    assert found.known["c.md"].stage == 0


def test_a_touched_file_looks_different(library):
    os.utime(library.root / "a.md", (1, 1))
    assert compared(library).wanted == ["a.md"]
