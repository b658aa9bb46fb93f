import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from viewer.library import Library
from viewer.library.deeds import ShelfDeed
from viewer.library.shelves import put, remove, searches, stories, undo_shelf
from viewer.library.state import Identity, StateStore
from viewer.model import LibraryError, SavedSearch, Story, UsageError


@pytest.fixture
def ids(library):
    return sorted(library.ids())


def names(library):
    return [story.name for story in library.stories()]


def titles(library, view):
    return sorted(article.title for article in library.articles(view))


def test_a_story_is_a_view_by_its_id_and_by_its_name(library, ids):
    changes = library.make_story("  The border\n", ids[:2])
    (story,) = library.stories()
    assert changes.moved
    assert story == Story(story.id, "The border", tuple(ids[:2]))
    assert sorted(library.ids(f"story:{story.id}")) == ids[:2]
    assert sorted(library.ids("story:The border")) == ids[:2]
    with pytest.raises(UsageError, match="no story “Other”"):
        library.ids("story:Other")


def test_what_is_in_the_trash_is_not_shown_in_a_story_and_comes_back(library, ids):
    library.make_story("A", ids)
    library.trash(ids[:1])
    assert len(library.ids("story:A")) == 2
    library.trash(ids[:1], False)
    assert len(library.ids("story:A")) == 3


def test_articles_are_added_and_taken_out_and_that_is_undone(library, ids):
    story = library.make_story("A", ids[:1]).undo.after.id
    done = library.change_story(story, add=ids[2:], remove=ids[:1], name="B")
    assert library.stories() == (Story(story, "B", tuple(ids[2:])),)
    undone = library.undo(done.undo)
    assert library.stories() == (Story(story, "A", tuple(ids[:1])),)
    library.undo(undone.undo)
    assert library.stories() == (Story(story, "B", tuple(ids[2:])),)


def test_a_story_that_was_removed_comes_back_whole(library, ids):
    story = library.make_story("A", ids).undo.after
    done = library.remove_story(story.id)
    assert library.stories() == ()
    library.undo(done.undo)
    assert library.stories() == (story,)


def test_undoing_does_not_go_over_what_was_changed_since(library, ids):
    story = library.make_story("A", ids[:1]).undo.after.id
    done = library.change_story(story, name="B")
    library.change_story(story, add=ids[1:2])
    undone = library.undo(done.undo)
    assert undone.kept
    assert not undone
    assert library.stories() == (Story(story, "B", tuple(ids[:2])),)


def test_names_are_distinct_and_never_empty(library, ids):
    first = library.make_story("A", ids).undo.after.id
    second = library.make_story("B").undo.after.id
    for name, reason in (("a", "of this name already"), (" ", "Give it a name")):
        with pytest.raises(UsageError, match=reason):
            library.make_story(name)
        with pytest.raises(UsageError, match=reason):
            library.change_story(second, name=name)
    library.change_story(first, name="a")
    assert names(library) == ["a", "B"]
    library.save_search("A", "words")  # a search may have the name of a story
    with pytest.raises(UsageError, match="not there any more"):
        library.change_story(99, name="C")
    with pytest.raises(UsageError, match="not there any more"):
        library.remove_story(99)


def test_an_article_is_recognised_in_its_story_after_its_file_was_renamed(folder, tmp_path, ids, library):
    library.make_story("A", [library.find("border.md")])
    library.close()
    (folder / "border.md").rename(folder / "sub" / "renamed.md")
    with Library.open(folder, cache=tmp_path / "another cache") as again:
        again.refresh()
        assert [str(article.path) for article in again.articles("story:A")] == ["sub/renamed.md"]


def test_a_search_is_saved_renamed_removed_and_each_is_undone(library):
    made = library.save_search("Border", " border\n troops ").undo
    (search,) = library.saved_searches()
    assert search == SavedSearch(search.id, "Border", "border troops")
    renamed = library.save_search("The border", search.query, search.id).undo
    removed = library.remove_search(search.id).undo
    assert library.saved_searches() == ()
    library.undo(removed)
    library.undo(renamed)
    assert library.saved_searches() == (search,)
    library.undo(made)
    assert library.saved_searches() == ()
    with pytest.raises(UsageError, match="no search to save"):
        library.save_search("A", "  ")


def test_a_state_that_cannot_be_read_is_said_in_a_sentence(library, monkeypatch):
    def fail(_connection):
        raise sqlite3.OperationalError("disk I/O error")

    library.make_story("A")
    monkeypatch.setattr("viewer.library.shelves._stories", fail)
    with pytest.raises(LibraryError, match="cannot be read just now"):
        library.stories()
    with pytest.raises(LibraryError, match="could not be saved"):
        library.make_story("B")


ALL = [Identity(number, f"{number}.md", b"%d" % number) for number in range(1, 5)]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("make"), st.sampled_from("ABC"), st.lists(st.sampled_from(ALL), unique=True)),
        st.tuples(st.just("change"), st.sampled_from("ABC"), st.lists(st.sampled_from(ALL), unique=True)),
        st.tuples(st.just("remove"), st.sampled_from("ABC"), st.just([])),
        st.tuples(st.just("search"), st.sampled_from("ABC"), st.just([])),
        st.tuples(st.just("forget"), st.sampled_from("ABC"), st.just([])),
    ),
    max_size=10,
)


def do(store, step):
    what, name, articles = step
    ids = tuple(one.id for one in articles)
    held = {one.name: one for one in (searches(store) if what in ("search", "forget") else stories(store))}
    if what in ("make", "search") and name not in held:
        return put(store, Story(0, name, ids) if what == "make" else SavedSearch(0, name, "q"), articles)
    if what == "change" and name in held:
        return put(store, Story(held[name].id, name, ids), articles)
    if what in ("remove", "forget") and name in held:
        return remove(store, held[name])
    return ShelfDeed(held.get(name), held.get(name)) if name in held else None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=STEPS, steps=STEPS)
def test_any_steps_undone_backwards_give_what_was_there_before(tmp_path_factory, before, steps):
    store = StateStore(tmp_path_factory.mktemp("state"))
    try:
        for step in before:
            do(store, step)
        first = (stories(store), searches(store))
        deeds = [deed for step in steps if (deed := do(store, step)) is not None]
        last = (stories(store), searches(store))
        inverses = [undo_shelf(store, deed) for deed in reversed(deeds)]
        assert (stories(store), searches(store)) == first
        for inverse in reversed(inverses):
            undo_shelf(store, inverse)
        assert (stories(store), searches(store)) == last
    finally:
        store.close()
