"""Databases emptied, cut, flipped in one bit or made by a newer version: made anew or restored, never a crash."""

from __future__ import annotations

import random
import shutil
import sqlite3

import pytest

from tests.torture.scenes import ARTICLES, Import
from viewer.library import Library


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """A library with index, marks and a backup of them, closed."""
    scene = Import(tmp_path_factory.mktemp("original"))
    scene.prepare()
    with scene.open() as library:
        library.refresh()  # makes the backup
        names = library._database.path, library._state.path
    return scene, names


@pytest.fixture
def copied(original, tmp_path):
    """A copy to be damaged: the scene, its index and its marks."""
    scene, names = original
    home = scene.root.parent
    shutil.copytree(home, tmp_path / "home")
    # The folder's own place is part of where index and marks lie, so the library stays and they are copied.
    copy = Import(tmp_path / "home")
    copy.root = scene.root
    index, marks = (tmp_path / "home" / name.relative_to(home) for name in names)
    return copy, index, marks


def flipped(data, chance):
    at = chance.randrange(len(data) * 8)
    return data[: at // 8] + bytes([data[at // 8] ^ 1 << at % 8]) + data[at // 8 + 1 :]


DAMAGES = {
    "emptied": lambda data, chance: b"",
    "zeroed": lambda data, chance: bytes(len(data)),
    "begins with nothing": lambda data, chance: bytes(100) + data[100:],
    "no database": lambda data, chance: b"Something else altogether. " * 100,
    **{f"cut to {share}": lambda data, chance, s=share: data[: int(len(data) * s)] for share in (0.01, 0.3, 0.7, 0.99)},
    **{f"flipped {number}": flipped for number in range(24)},
}


def ask_everything(library):
    """Every question that a reader can ask."""
    library.refresh()
    for row in library.articles():
        library.read(row.id)
        library.related(row.id)
    library.search("words")
    library.counts(), library.sections(), library.tags(), library.problems()
    return library.articles()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_made_anew_and_the_marks_stay(copied, damage):
    scene, index, _ = copied
    index.write_bytes(DAMAGES[damage](index.read_bytes(), random.Random(damage)))
    with scene.open() as library:
        ask_everything(library)
        library.examine(mend=True)
        rows = ask_everything(library)
        assert sorted(row.title for row in rows) == sorted(f"Title {number}" for number in range(ARTICLES))
        assert [row.title for row in rows if row.starred] == ["Title 1"]
        assert len(library.search("words", limit=50)) == ARTICLES


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_marks_are_restored_from_their_backup(copied, damage):
    scene, _, marks = copied
    damaged = DAMAGES[damage](marks.read_bytes(), random.Random(damage))
    marks.write_bytes(damaged)
    with scene.open() as library:
        rows = ask_everything(library)
        assert len(rows) == ARTICLES
        starred = [row.title for row in rows if row.starred]
        if not damage.startswith("flipped"):  # one bit of a number is another number, which nobody can tell
            assert starred == ["Title 1"] or damage == "emptied"
        library.star([library.find("03")])
        assert library.article(library.find("03")).starred


def test_an_index_of_a_newer_version_is_made_anew(copied):
    scene, index, _ = copied
    with sqlite3.connect(index) as connection:
        connection.execute("PRAGMA user_version = 2147483647")
    connection.close()
    with scene.open() as library:
        assert any("another version" in warning for warning in library.warnings)
        assert len(ask_everything(library)) == ARTICLES


def test_marks_of_a_newer_version_are_left_alone(copied):
    scene, _, marks = copied
    with sqlite3.connect(marks) as connection:
        connection.execute("PRAGMA user_version = 2147483647")
    connection.close()
    before = marks.read_bytes()
    with scene.open() as library:
        rows = ask_everything(library)
        assert [row.title for row in rows if row.starred] == ["Title 1"]
        assert any("newer version" in warning for warning in library.warnings)
    assert marks.read_bytes() == before


def test_damage_while_it_is_open(copied):
    scene, index, _ = copied
    with scene.open() as library:
        ask_everything(library)
        index.write_bytes(bytes(index.stat().st_size))
        for suffix in ("-wal", "-shm"):
            index.with_name(index.name + suffix).unlink(missing_ok=True)
        library.close()
        reopened = Library.open(scene.root, cache=scene.cache, data=scene.data)
    try:
        assert len(ask_everything(reopened)) == ARTICLES
    finally:
        reopened.close()
