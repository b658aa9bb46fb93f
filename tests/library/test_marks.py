import pytest

from viewer.library.marks import Marks, with_marks
from viewer.library.state import Identity, StateStore

ALL = [Identity(number, f"{number}.md", b"%d" % number) for number in range(1, 5)]


@pytest.fixture
def store(tmp_path):
    made = StateStore(tmp_path / "state")
    yield made
    made.close()


def test_marks_are_taken_in_without_reading_them_all_again(store, monkeypatch):
    store.set(ALL[:1], read=1)
    store.marks()
    monkeypatch.setattr("viewer.library.state.load_marks", lambda _: pytest.fail("all marks were read again"))
    store.set(ALL[:2], read=1, starred=1)
    store.set(ALL[2:], archived=1, position=0.5)
    store.set(ALL[:1], read=0)
    marks = store.marks()
    assert (marks.read, marks.starred, marks.archived) == ({2}, {1, 2}, {3, 4})
    assert dict(marks.positions) == {3: 0.5, 4: 0.5}


def test_what_is_in_memory_is_what_is_on_disk(store, tmp_path):
    store.marks()
    store.set(ALL, read=1, trashed_at=7.5)
    store.set(ALL[1:3], trashed_at=0, position=0.25)
    other = StateStore(tmp_path / "state")
    assert other.marks() == store.marks()
    other.close()


def test_another_windows_marks_are_still_seen_after_own_ones(store, tmp_path):
    store.set(ALL[:1], read=1)
    store.marks()
    other = StateStore(tmp_path / "state")
    other.set(ALL[1:2], starred=1)
    store.set(ALL[2:3], read=1)
    assert (store.marks().read, store.marks().starred) == ({1, 3}, {2})
    other.close()


def test_columns_that_no_list_needs_are_passed_over():
    before = Marks(read=frozenset([1]))
    assert with_marks(before, [1, 2], {"read_at": 5.0}) == before
