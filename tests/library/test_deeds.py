import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from viewer.library.deeds import set_mark, undo_mark
from viewer.library.state import Identity, StateStore
from viewer.model import LibraryError

ALL = [Identity(number, f"{number}.md", b"%d" % number) for number in range(1, 7)]
COLUMNS = ("read", "starred", "archived", "trashed_at")


@pytest.fixture
def store(tmp_path):
    made = StateStore(tmp_path / "state")
    yield made
    made.close()


def rows(store):
    return store.read(
        lambda one: one.execute(f"SELECT id, {', '.join(COLUMNS)} FROM status ORDER BY id").fetchall(), []
    )


def marked(store):
    return [row for row in rows(store) if any(row[1:])]


def test_only_what_differs_is_changed_and_undone(store):
    set_mark(store, ALL[:2], "starred", 1)
    deed = set_mark(store, ALL[:4], "starred", 1)
    assert set(deed.ids) == {3, 4}
    undo_mark(store, deed)
    assert store.marks().starred == {1, 2}


def test_trashing_again_keeps_the_first_moment_and_putting_back_remembers_each(store):
    set_mark(store, ALL[:1], "trashed_at", 100.5)
    set_mark(store, ALL[:2], "trashed_at", 200.5)
    back = set_mark(store, ALL[:3], "trashed_at", 0)
    assert store.marks().trashed == frozenset()
    undo_mark(store, back)
    assert [(row[0], row[4]) for row in marked(store)] == [(1, 100.5), (2, 200.5)]


def test_what_was_changed_since_is_left_and_named(store):
    deed = set_mark(store, ALL[:3], "archived", 1)
    set_mark(store, ALL[1:2], "archived", 0)
    inverse, kept = undo_mark(store, deed)
    assert kept == (2,)
    assert set(inverse.ids) == {1, 3}
    assert store.marks().archived == frozenset()


def test_undoing_the_undoing_does_it_again(store):
    deed = set_mark(store, ALL[:3], "read", 1)
    inverse, _ = undo_mark(store, deed)
    again, _ = undo_mark(store, inverse)
    assert store.marks().read == {1, 2, 3}
    undo_mark(store, again)
    assert store.marks().read == frozenset()


def test_a_column_that_is_no_mark_is_a_fault_of_ours(store):
    with pytest.raises(ValueError, match="position"):
        set_mark(store, ALL, "position", 1)


def test_a_folder_that_cannot_be_written_to_changes_nothing(tmp_path):
    (tmp_path / "file").write_text("in the way")
    store = StateStore(tmp_path / "file" / "state")
    with pytest.raises(LibraryError, match="could not be saved"):
        set_mark(store, ALL, "read", 1)
    assert store.marks().read == frozenset()


ACTIONS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(ALL), min_size=1, unique=True),
        st.sampled_from(COLUMNS),
        st.sampled_from([0, 1, 0.5, 1234.5]),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=ACTIONS, actions=ACTIONS)
def test_any_actions_undone_backwards_give_what_was_there_before(tmp_path_factory, before, actions):
    store = StateStore(tmp_path_factory.mktemp("state"))
    try:
        for articles, column, value in before:
            set_mark(store, articles, column, value)
        first, first_marks = marked(store), store.marks()
        deeds = [set_mark(store, articles, column, value) for articles, column, value in actions]
        last = marked(store)
        inverses = [undo_mark(store, deed)[0] for deed in reversed(deeds)]
        assert marked(store) == first
        assert store.marks() == first_marks
        for inverse in reversed(inverses):
            undo_mark(store, inverse)
        assert marked(store) == last
    finally:
        store.close()
