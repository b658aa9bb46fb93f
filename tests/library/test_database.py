import sqlite3
import threading

import pytest

from viewer.library import schema
from viewer.library.database import IndexDatabase


@pytest.fixture
def database(tmp_path):
    made = IndexDatabase(tmp_path / "index")
    yield made
    made.close()


def tables(connection):
    return connection.execute("SELECT count(*) FROM article").fetchone()


def test_a_new_index_is_empty_and_of_this_version(database):
    assert database.read(tables) == (0,)
    assert database.connection().execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    assert database.warnings == []


def test_each_thread_has_a_connection_of_its_own(database):
    seen = []
    thread = threading.Thread(target=lambda: seen.append(database.connection()))
    thread.start()
    thread.join()
    assert seen[0] is not database.connection()
    assert database.connection() is database.connection()


def test_a_transaction_is_whole_or_nothing(database):
    def write_and_fail():
        with database.writing() as connection:
            connection.execute("INSERT INTO meta VALUES ('a', '1')")
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        write_and_fail()
    assert database.connection().execute("SELECT * FROM meta").fetchall() == []


def test_an_index_of_another_version_is_set_aside_with_a_sentence(tmp_path):
    IndexDatabase(tmp_path).close()
    connection = sqlite3.connect(tmp_path / "index.db")
    connection.execute("PRAGMA user_version = 999999")
    connection.close()
    newer = IndexDatabase(tmp_path)
    assert newer.read(tables) == (0,)
    assert "another version of Dateline" in newer.warnings[0]
    assert (tmp_path / "index.set-aside.db").exists()
    newer.close()


@pytest.mark.parametrize("damage", [b"no database at all" * 500, b"SQLite format 3\0" + b"\xff" * 8000])
def test_a_broken_file_is_set_aside(tmp_path, damage):
    IndexDatabase(tmp_path).close()
    (tmp_path / "index.db").write_bytes(damage)
    database = IndexDatabase(tmp_path)
    assert database.read(tables) == (0,)
    assert len(database.warnings) == 1
    assert (tmp_path / "index.set-aside.db").read_bytes() == damage
    database.close()


@pytest.mark.parametrize("content", [b"", b"\0" * 8192])
def test_a_file_that_was_emptied_is_filled_again(tmp_path, content):
    IndexDatabase(tmp_path).close()
    (tmp_path / "index.db").write_bytes(content)
    database = IndexDatabase(tmp_path)
    assert database.read(tables) == (0,)
    database.close()


def test_damage_that_shows_only_later_gives_an_empty_index_not_a_fault(database):
    before = database.generation
    with database.writing() as connection:
        connection.executemany("INSERT INTO meta VALUES (?, ?)", [(str(n), "x" * 500) for n in range(200)])
    database.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(database.path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    database.path.write_bytes(content)
    database.close()
    again = IndexDatabase(database.path.parent)
    assert again.read(lambda connection: connection.execute("SELECT * FROM meta").fetchall()) == []
    assert before + 1 == again.generation
    assert "damaged" in again.warnings[0]
    again.close()


def test_a_cache_that_cannot_be_written_is_replaced_for_the_time_being(tmp_path):
    (tmp_path / "file").write_text("in the way")
    database = IndexDatabase(tmp_path / "file" / "index")
    assert database.read(tables) == (0,)
    assert "cannot be written to" in database.warnings[0]
    place = database.path.parent
    database.close()
    assert not place.exists()
