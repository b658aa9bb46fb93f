import sqlite3

import pytest

from viewer.library import Library
from viewer.library.state import VERSION


def titles(library, view, order="published"):
    return [article.title for article in library.articles(view, order)]


def by_title(library):
    return {article.title: article.id for article in library.articles()}


@pytest.fixture
def ids(library):
    found = by_title(library)
    return [found[title] for title in ("Troops at the border", "What came before", "On bread")]


def test_archived_articles_leave_the_unread_ones_and_nothing_else(library, ids):
    changes = library.archive(ids[:1])
    assert changes.status == (ids[0],)
    assert changes.moved
    assert titles(library, "unread") == ["What came before", "On bread"]
    assert titles(library, "archive") == ["Troops at the border"]
    assert len(titles(library, "all")) == 3
    assert library.article(ids[0]).archived


def test_the_trash_hides_an_article_everywhere_but_there(library, ids, folder):
    library.star(ids[:1])
    library.trash(ids[:1])
    for view in ("all", "unread", "starred", "archive", "section:War", "tag:Iraq", "tag:Syria"):
        assert "Troops at the border" not in titles(library, view)
    assert titles(library, "trash") == ["Troops at the border"]
    assert library.article(ids[0]).trashed
    assert all(row.id != ids[0] for row in library.search("border"))
    assert all(row.id != ids[0] for row in library.related(ids[1]))
    assert [(tag.name, tag.count) for tag in library.tags()] == [("Syria", 1)]
    counts = library.counts()
    assert (counts.all, counts.unread, counts.starred, counts.archive, counts.trash) == (2, 2, 0, 0, 1)
    assert (folder / "border.md").exists()


def test_putting_back_from_the_trash_brings_everything_back(library, ids):
    before = (library.counts(), library.tags(), library.sections(), library.related(ids[1]), library.articles())
    library.trash(ids)
    assert library.counts().all == 0
    library.trash(ids, False)
    after = (library.counts(), library.tags(), library.sections(), library.related(ids[1]), library.articles())
    assert after == before


def test_an_action_is_undone_and_done_again(library, ids):
    library.mark_read(ids[:1])
    done = library.mark_read(ids)
    undone = library.undo(done.undo)
    assert titles(library, "unread") == ["What came before", "On bread"]
    library.undo(undone.undo)
    assert titles(library, "unread") == []


def test_undoing_leaves_what_was_changed_since(library, ids):
    done = library.archive(ids[:2])
    library.archive(ids[:1], False)
    undone = library.undo(done.undo)
    assert undone.kept == (ids[0],)
    assert undone.status == (ids[1],)


def test_what_was_read_last_stands_first(library, ids):
    library.note_opened(ids[2])
    library.set_position(ids[1], 0.5)
    library.note_opened(ids[2])
    assert titles(library, "all", "read") == ["On bread", "What came before", "Troops at the border"]
    assert library.article(ids[2]).read
    assert not library.article(ids[1]).read


def test_nothing_is_written_for_articles_that_are_not_there(library):
    changes = library.star([12345])
    assert not changes
    assert changes.undo is None


def test_marks_of_the_version_before_are_kept_and_backed_up(folder, tmp_path):
    with Library.open(folder, data=tmp_path / "data") as library:
        library.refresh()
        article = library.articles()[0]
        library.star([article.id])
        library.note_opened(article.id)
        state = library._state.path
    as_version_one(state)
    with Library.open(folder, data=tmp_path / "data") as library:
        again = library.article(article.id)
        assert (again.read, again.starred, again.archived, again.trashed) == (True, True, False, False)
        assert titles(library, "all", "read")[0] == article.title
        library.archive([article.id])
        assert library.warnings == ()
    assert len(list((state.parent / "backups").glob("state-*.db"))) == 1


def as_version_one(path):
    """Make a state file what the first version wrote."""
    with sqlite3.connect(path) as connection:
        connection.execute("DROP INDEX status_by_reading")
        for column in ("archived", "trashed_at", "read_at"):
            connection.execute(f"ALTER TABLE status DROP COLUMN {column}")
        for table in ("story_article", "story", "saved_search"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    assert VERSION >= 2
