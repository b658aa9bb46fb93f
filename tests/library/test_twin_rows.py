"""Questions about groups that were made before."""

import sqlite3
from array import array
from contextlib import closing

import pytest

from viewer.library import schema, twin_rows


@pytest.fixture
def index():
    """An index of five articles, of which 1, 2 and 4 are nearly the same."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema.STATEMENTS)
        names = [row[1] for row in connection.execute("PRAGMA table_info(article)")]
        for number in range(1, 6):
            known = {"number": number, "id": 10 * number, "path": f"{number}.md", "published_order": -number}
            values = [known.get(name, 0 if name in ("size", "stage", "words") else "") for name in names]
            connection.execute(f"INSERT INTO article VALUES ({', '.join('?' * len(names))})", values)
        connection.executemany("INSERT INTO twin VALUES (?, 1)", [(1,), (2,), (4,)])
        yield connection


def test_only_the_first_of_a_group_is_kept_whatever_the_order(index):
    assert list(twin_rows.collapsed(index, array("q", [50, 40, 30, 20, 10]))) == [50, 40, 30]
    assert list(twin_rows.collapsed(index, array("q", [10, 20, 30]))) == [10, 30]
    assert list(twin_rows.collapsed(index, array("q"))) == []


def test_hidden_ones_do_not_count(index):
    assert twin_rows.counts(index, [10, 20, 30], ()) == {10: 2, 20: 2}
    assert twin_rows.counts(index, [10, 20], {20}) == {10: 1, 20: 2}
    assert twin_rows.counts(index, [], ()) == {}


def test_siblings_and_groups(index):
    assert twin_rows.twins_of(index, 10, 9) == [40, 20]
    assert twin_rows.twins_of(index, 10, 1) == [40]
    assert twin_rows.twins_of(index, 30, 9) == []
    assert twin_rows.groups(index) == [[10, 20, 40]]
