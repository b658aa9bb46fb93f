import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest

from viewer.library.backups import back_up, backups_in, is_sound, restore_newest

DAY = date(2026, 11, 23)


@pytest.fixture
def connection(tmp_path):
    with closing(sqlite3.connect(tmp_path / "state.db")) as made:
        made.execute("CREATE TABLE status (id INTEGER)")
        made.execute("INSERT INTO status VALUES (1)")
        made.commit()
        yield made


def test_one_sound_copy_a_day(connection, tmp_path):
    target = back_up(connection, tmp_path / "backups", DAY)
    assert target.name == "state-2026-11-23.db"
    assert is_sound(target)
    assert back_up(connection, tmp_path / "backups", DAY) is None
    assert [path.name for path in (tmp_path / "backups").iterdir()] == ["state-2026-11-23.db"]


def test_seven_days_and_four_weeks_are_kept(connection, tmp_path):
    for number in range(60):
        back_up(connection, tmp_path / "backups", DAY + timedelta(days=number))
    kept = [str(day) for day in backups_in(tmp_path / "backups")]
    assert kept == ["2026-12-27", "2027-01-03", "2027-01-10", *(f"2027-01-{day}" for day in range(15, 22))]


def test_the_newest_sound_copy_is_restored(connection, tmp_path):
    back_up(connection, tmp_path / "backups", DAY)
    broken = back_up(connection, tmp_path / "backups", DAY + timedelta(days=1))
    broken.write_bytes(b"broken")
    assert not is_sound(broken)
    assert restore_newest(tmp_path / "backups", tmp_path / "new.db") == "2026-11-23"
    with closing(sqlite3.connect(tmp_path / "new.db")) as restored:
        assert restored.execute("SELECT id FROM status").fetchall() == [(1,)]


def test_nothing_to_restore(tmp_path):
    assert restore_newest(tmp_path / "backups", tmp_path / "new.db") == ""


def test_a_backup_that_cannot_be_written_disturbs_nothing(connection, tmp_path):
    (tmp_path / "backups").write_text("in the way")
    assert back_up(connection, tmp_path / "backups", DAY) is None
