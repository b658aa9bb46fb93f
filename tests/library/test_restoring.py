"""Marks of an earlier day come back whole, and those of today are kept."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date

import pytest

from viewer.library import Library, restoring
from viewer.library.backups import back_up, backups_in
from viewer.library.state import Identity, StateStore
from viewer.model import LibraryError, UsageError

ONE, TWO = Identity(1, "one.md", b"1" * 16), Identity(2, "two.md", b"2" * 16)


@pytest.fixture
def store(tmp_path):
    """One article read and starred on the day of a backup; after it another was read and the star taken away."""
    made = StateStore(tmp_path / "marks")
    made.set([ONE], read=1, starred=1)
    with closing(sqlite3.connect(made.path)) as connection:
        back_up(connection, tmp_path / "marks" / "backups", date(2026, 11, 20))
    made.set([ONE], starred=0)
    made.set([TWO], read=1, position=0.5)
    yield made
    made.close()


def test_backups_say_what_they_hold(store):
    store.back_up()
    newest, older = store.backups()
    assert older.name == "2026-11-20"
    assert older.holds == ("1 read", "1 starred")
    assert newest.holds == ("2 read", "0 starred", "1 begun")
    assert newest.sound
    assert not newest.before_restoring


def test_marks_come_back_and_the_present_ones_are_kept(store):
    kept = store.restore("2026-11-20")
    assert (store.marks().read, store.marks().starred, store.marks().positions) == ({1}, {1}, {})
    store.restore(kept)
    assert (store.marks().read, store.marks().starred, store.marks().positions) == ({1, 2}, set(), {2: 0.5})
    assert [one.before_restoring for one in store.backups()] == [True, True, False]


def test_another_window_sees_the_marks_come_back(store):
    other = StateStore(store.path.parent)
    try:
        assert other.marks().read == {1, 2}
        store.restore("2026-11-20")
        assert other.marks().read == {1}
        other.set([TWO], starred=1)
        assert store.marks().starred == {1, 2}
    finally:
        other.close()


@pytest.mark.parametrize("content", [b"broken", b"", b"\0"])
def test_a_damaged_backup_is_listed_and_refused(store, content):
    (store.path.parent / "backups" / "state-2026-11-20.db").write_bytes(content)
    assert [one.sound for one in store.backups()] == [False]
    with pytest.raises(LibraryError, match="2026-11-20 is damaged"):
        store.restore("2026-11-20")
    assert store.marks().read == {1, 2}


def test_a_backup_of_a_newer_program_is_refused(store):
    with closing(sqlite3.connect(store.path.parent / "backups" / "state-2026-11-20.db")) as newer:
        newer.execute("PRAGMA user_version = 999")
    with pytest.raises(LibraryError, match="newer version"):
        store.restore("2026-11-20")
    assert store.marks().read == {1, 2}


def test_a_backup_of_the_first_version_is_brought_up_to_date(store, tmp_path):
    old = store.path.parent / "backups" / "state-2026-11-19.db"
    from viewer.library.state import _MIGRATIONS

    with closing(sqlite3.connect(old)) as first:
        first.executescript(f"{_MIGRATIONS[0]} PRAGMA user_version = 1;")
        first.execute("INSERT INTO status VALUES (7, 'seven.md', x'00', 1, 1, 0.25, 0)")
        first.commit()
    before = old.read_bytes()
    store.restore("2026-11-19")
    assert (store.marks().read, dict(store.marks().positions)) == ({7}, {7: 0.25})
    assert old.read_bytes() == before


@pytest.mark.parametrize("name", ["2026-11-01", "../state", "", "state"])
def test_a_name_without_a_backup(store, name):
    with pytest.raises(UsageError, match="There are: 2026-11-20"):
        store.restore(name)


def test_marks_that_were_deleted_come_back(store):
    store.close()
    for path in store.path.parent.glob("state.db*"):
        path.unlink()
    again = StateStore(store.path.parent)
    try:
        again.restore("2026-11-20")
        assert again.marks().starred == {1}
    finally:
        again.close()


def test_nothing_is_restored_where_the_present_cannot_be_kept(store, monkeypatch):
    monkeypatch.setattr(restoring, "back_up_as", lambda *_: None)
    with pytest.raises(LibraryError, match="could not be copied"):
        store.restore("2026-11-20")
    assert store.marks().read == {1, 2}


def test_only_so_many_states_before_a_restoring_are_kept(store):
    for _ in range(restoring.KEPT_BEFORE + 3):
        store.restore("2026-11-20")
    names = [one.name for one in store.backups() if one.before_restoring]
    assert len(names) == restoring.KEPT_BEFORE
    assert list(backups_in(store.path.parent / "backups")) == [date(2026, 11, 20)]


KILLED = """
import os, sys
from pathlib import Path
from viewer.library.state import StateStore
from viewer.library import restoring
count = 0
wanted = int(sys.argv[2])
def here(frame, event, argument):
    global count
    if frame.f_code.co_filename.endswith(("restoring.py", "backups.py", "state.py")) and event == "line":
        count += 1
        if count == wanted:
            os._exit(9)
    return here
store = StateStore(Path(sys.argv[1]))
store.marks()
sys.settrace(here)
store.restore("2026-11-20")
sys.settrace(None)
print(count)
"""


def test_a_kill_leaves_one_of_the_two_states_whole(store):
    store.close()
    folder = store.path.parent
    seen = set()
    for moment in [*range(5, 150, 12), 10_000]:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", KILLED, str(folder), str(moment)]
        status = subprocess.run(command, env=environment, capture_output=True, check=False).returncode
        again = StateStore(folder)
        try:
            state = frozenset(again.marks().read)
            assert state in ({1}, {1, 2})
            assert again.warnings == []
            seen.add((status, state))
            again.set([TWO], read=1)
            again.set([ONE], starred=0)
            again.set([TWO], position=0.5)
        finally:
            again.close()
    assert {(9, frozenset({1, 2})), (0, frozenset({1}))} <= seen


def test_the_library_says_whose_marks_changed(library):
    border, bread = library.find("border"), library.find("bread")
    library.mark_read([border])
    library.refresh()
    (day,) = [one.name for one in library.backups()] or [""]
    library.mark_read([bread])
    changes = library.restore_backup(day)
    assert set(changes.status) == {border, bread}
    assert library.article(border).read
    assert not library.article(bread).read
    assert isinstance(library, Library)
