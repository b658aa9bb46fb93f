import sqlite3
import threading
from contextlib import closing

import pytest

from viewer.library.state import VERSION, Identity, StateStore, _probe
from viewer.model import LibraryError

ONE = Identity(11, "a.md", b"aa")
TWO = Identity(12, "b.md", b"bb")


@pytest.fixture
def store(tmp_path):
    made = StateStore(tmp_path / "state")
    yield made
    made.close()


def test_nothing_is_written_before_the_first_mark(store, tmp_path):
    assert store.marks().read == frozenset()
    assert store.identities() == ()
    store.back_up()
    assert not (tmp_path / "state").exists()


def test_marks_are_kept_apart_and_survive(store, tmp_path):
    store.set([ONE, TWO], read=1)
    store.set([ONE], starred=1)
    store.set([TWO], position=0.25)
    store.set([TWO], read=0)
    store.close()
    again = StateStore(tmp_path / "state")
    marks = again.marks()
    assert (marks.read, marks.starred, dict(marks.positions)) == ({11}, {11}, {12: 0.25})
    assert set(again.identities()) == {ONE, TWO}
    again.close()


def test_marks_of_another_window_are_seen(store, tmp_path):
    store.set([ONE], read=1)
    other = StateStore(tmp_path / "state")
    other.set([TWO], starred=1)
    assert store.marks().starred == {12}
    other.close()


def test_a_renamed_article_is_followed_but_only_where_it_has_a_mark(store):
    store.set([ONE], read=1)
    store.follow([Identity(11, "new.md", b"cc"), Identity(99, "x.md", b"dd")])
    assert store.identities() == (Identity(11, "new.md", b"cc"),)


def test_a_file_of_a_newer_version_is_read_and_left_alone(store, tmp_path):
    store.set([ONE], read=1)
    store.close()
    with sqlite3.connect(store.path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    newer = StateStore(tmp_path / "state")
    assert newer.marks().read == {11}
    with pytest.raises(LibraryError, match="newer version of Dateline"):
        newer.set([TWO], read=1)
    newer.follow([Identity(11, "moved.md", b"")])
    assert newer.identities() == (ONE,)
    assert "newer version" in newer.warnings[0]
    newer.close()


def test_a_damaged_file_is_set_aside_and_the_backup_restored(store, tmp_path):
    store.set([ONE], read=1)
    store.back_up()
    store.set([TWO], read=1)
    store.close()
    store.path.write_bytes(b"no database" * 1000)
    again = StateStore(tmp_path / "state")
    assert again.marks().read == {11}
    assert "damaged" in again.warnings[0]
    assert len(list((tmp_path / "state").glob("state.damaged-*.db"))) == 1
    again.close()


def test_a_damaged_file_without_a_backup_is_kept_too(store, tmp_path):
    store.set([ONE], read=1)
    store.close()
    store.path.write_bytes(b"\0" * 5000)
    again = StateStore(tmp_path / "state")
    again.set([TWO], read=1)
    assert again.marks().read == {12}
    assert "no backup was found" in again.warnings[0]
    again.close()


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path):
    (tmp_path / "file").write_text("in the way")
    store = StateStore(tmp_path / "file" / "state")
    with pytest.raises(LibraryError, match="could not be saved"):
        store.set([ONE], read=1)
    assert store.marks().read == frozenset()


def test_while_many_marks_are_written_those_from_before_are_told(store):
    store.set([ONE], read=1)
    assert store.marks().read == {11}
    writing, done = threading.Event(), threading.Event()

    def write(connection):
        writing.set()
        done.wait(20)

    thread = threading.Thread(target=store.write, args=(write,))
    thread.start()
    try:
        assert writing.wait(20)
        assert store.marks().read == {11}
    finally:
        done.set()
        thread.join()
    store.set([TWO], read=1)
    assert store.marks().read == {11, 12}


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY])
def test_a_disk_that_fails_while_the_file_is_looked_at_says_nothing_of_the_file(store, tmp_path, monkeypatch, code):
    store.set([ONE], starred=1)
    store.close()

    def fail(_connection):
        error = sqlite3.OperationalError("the disk fails")
        error.sqlite_errorcode = code
        raise error

    again = StateStore(tmp_path / "state")
    with monkeypatch.context() as failing:
        failing.setattr("viewer.library.state._version", fail)
        again.marks()
        assert "cannot be read just now" in again.warnings[0]
    assert again.marks().starred == {11}
    assert list((tmp_path / "state").glob("state.damaged*")) == []
    again.close()


def test_only_what_is_wrong_with_the_tables_themselves_is_damage():
    class Fails:
        def execute(self, _statement):
            error = sqlite3.OperationalError("no room")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

    with pytest.raises(sqlite3.OperationalError, match="no room"):
        _probe(Fails())
    empty = sqlite3.connect(":memory:")
    with closing(empty), pytest.raises(sqlite3.DatabaseError, match="no such table") as raised:
        _probe(empty)
    assert raised.value.sqlite_errorcode == sqlite3.SQLITE_CORRUPT
