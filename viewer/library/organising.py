"""What the reader does with articles: the part of ``Library`` that marks them and puts them in order.

Everything here is kept in the reader's own state and says in ``Changes.undo`` how to undo it.
"""

from __future__ import annotations

import time
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar, cast

from viewer.library import questions
from viewer.library.values import Changes
from viewer.model import UsageError

if TYPE_CHECKING:
    import sqlite3
    from array import array
    from collections.abc import Callable, Container, Iterable, Sequence
    from pathlib import Path

    from viewer.library.database import IndexDatabase
    from viewer.library.deeds import Deed, MarkDeed, NoteDeed, ShelfDeed
    from viewer.library.header_edits import HeaderEdits
    from viewer.library.library import Library
    from viewer.library.places import Places
    from viewer.library.state import Identity, StateStore
    from viewer.library.values import ReportProgress
    from viewer.model import SavedSearch, Story, StoryEvent

Result = TypeVar("Result")


class Organising:
    """Marks and their undoing. ``Library`` is one of these and gives it what it works on."""

    _places: Places
    _database: IndexDatabase
    _state: StateStore

    def _read(self, question: Callable[[sqlite3.Connection], Result]) -> Result:
        raise NotImplementedError

    def ids(self, view: str = "all", order: str = "published") -> array[int]:
        """The ids of a view, in order."""
        raise NotImplementedError

    def refresh(self, progress: ReportProgress | None = None, *, wait: float = 0) -> Changes:
        """Bring the index up to the folder."""
        raise NotImplementedError

    def _dated_anew(self, id: int, changes: Changes) -> Changes:
        raise NotImplementedError

    # --- marks

    def mark_read(self, ids: Iterable[int], read: bool = True) -> Changes:
        """Mark articles as read or unread; on disk when this returns. Raises LibraryError where that fails."""
        return self._set_mark(ids, "read", int(read))

    def star(self, ids: Iterable[int], starred: bool = True) -> Changes:
        """Star articles or take the star away; on disk when this returns. Raises LibraryError where that fails."""
        return self._set_mark(ids, "starred", int(starred))

    def archive(self, ids: Iterable[int], archived: bool = True) -> Changes:
        """Archive articles, out of the unread ones, or take them back. Raises LibraryError where that fails."""
        return self._set_mark(ids, "archived", int(archived))

    def trash(self, ids: Iterable[int], trashed: bool = True) -> Changes:
        """Put articles into the trash or back from it. Their files stay where they are. Raises LibraryError."""
        return self._set_mark(ids, "trashed_at", time.time() if trashed else 0)

    def toggle(self, ids: Iterable[int], mark: str) -> Changes:
        """Set ``mark`` ("read", "starred" or "archived"), or take it away where all of the articles have it."""
        known = self._identities(ids)
        having: frozenset[int] = getattr(self._state.marks(), mark)
        return self._set_mark([one.id for one in known], mark, int(any(one.id not in having for one in known)))

    def delete_for_good(
        self, ids: Iterable[int], dispose: Callable[[Path], bool], progress: ReportProgress | None = None
    ) -> Changes:
        """Give the files of articles that are in the trash to ``dispose``, each with all that belongs to it alone.

        ``dispose`` moves a file or a folder to where the reader can find it again and says whether it did; where it
        did not, nothing is deleted and ``Changes.problems`` names it. Articles that are not in the trash are left.
        This is the one thing here that cannot be undone. Raises UsageError for the sample library.
        """
        from viewer.library.disposing import Disposal

        trashed = self._state.marks().trashed
        chosen = self._identities(id for id in ids if id in trashed)
        changes = Disposal(self._places.root, dispose).run(chosen, progress)
        gone = [one for one in chosen if one.id in changes.removed]
        if gone:
            self._state.set(gone, trashed_at=0)  # so that a file which is put back by hand is in no trash
            self.refresh()
        return changes

    def set_position(self, id: int, position: float) -> Changes:
        """Note how far the reader came, 0.0 to 1.0. Raises LibraryError where that fails."""
        return self._note([id], position=min(1.0, max(0.0, float(position))), read_at=time.time())

    def note_opened(self, id: int) -> Changes:
        """Note that the reader has opened an article, which is then read. Raises LibraryError where that fails."""
        was_read = id in self._state.marks().read
        changes = self._note([id], read=1, read_at=time.time())
        return Changes() if was_read else changes  # the moment alone changes nothing to be seen

    def retag(
        self,
        ids: Iterable[int],
        *,
        add: Iterable[str] = (),
        remove: Iterable[str] = (),
        progress: ReportProgress | None = None,
    ) -> Changes:
        """Add tags to the front matter of articles and take others out; each file is durable, one after the other.

        A file that cannot be changed is named in ``Changes.problems`` and left as it is; ``progress`` may cancel by
        returning False. Raises UsageError for what is no tag, and for the sample library.
        """
        return self._header_edits().retag(self._identities(ids), add, remove, progress)

    def set_published(self, ids: Iterable[int], day: str, progress: ReportProgress | None = None) -> Changes:
        """Write when articles were published ("2018-11-02", "2 Nov 2018", "2018-11", "2018") into their front matter.

        Their dates are worked out anew. Files that cannot be changed are named as by ``retag``. Raises UsageError for
        what names neither day, month nor year, and for the sample library.
        """
        return self._header_edits().set_published(self._identities(ids), day, progress)

    def undo(self, deed: Deed, progress: ReportProgress | None = None) -> Changes:
        """Undo what one of the reader's actions changed; ``Changes.undo`` of what this gives does it again.

        What was changed since is left as it is and stands in ``Changes.kept``. Raises LibraryError where the
        reader's marks cannot be saved.
        """
        from viewer.library.deeds import HeaderDeed, NoteDeed, ShelfDeed, undo_mark

        if isinstance(deed, NoteDeed):
            return self._undo_note(deed)
        if isinstance(deed, ShelfDeed):
            return self._undo_shelf(deed)
        if isinstance(deed, HeaderDeed):
            present = self._identities(splice.id for splice in deed.splices)
            return self._header_edits().undo(deed, present, progress)
        inverse, kept = undo_mark(self._state, deed)
        return _marked(inverse, kept)

    # --- stories and saved searches

    def stories(self) -> tuple[Story, ...]:
        """Every story with its articles, by name; an article that is gone or in the trash stays in its stories."""
        from viewer.library.shelves import stories

        return stories(self._state)

    def story_timeline(self, story: str) -> tuple[StoryEvent, ...]:
        """What the articles of a story report, by its id or name, as one row of events in the order of time.

        The same event stands there once, with every report of it; a contradiction between articles is said in its
        ``conflict``. Raises UsageError where there is no such story.
        """
        from viewer.library.story_events import story_events

        return story_events(cast("Library", self), self.ids(f"story:{story}"))

    def make_story(self, name: str, ids: Iterable[int] = ()) -> Changes:
        """Make a story of some articles. Raises UsageError for a name that is empty or taken, and LibraryError."""
        from viewer.model import Story

        articles = self._identities(ids)
        return self._put_shelf(Story(0, name, tuple(one.id for one in articles)), articles)

    def change_story(
        self, story: int, *, add: Iterable[int] = (), remove: Iterable[int] = (), name: str | None = None
    ) -> Changes:
        """Add articles to a story, take others out, give it another name. Raises as ``make_story``."""
        from viewer.library.shelves import change_story

        articles = self._identities(add)
        gone = tuple(remove)
        deed = self._labelled(lambda: change_story(self._state, story, articles, gone, name))
        return Changes(moved=True, undo=deed)

    def remove_story(self, story: int) -> Changes:
        """Take a story away; its articles stay. Raises UsageError where it is gone, and LibraryError."""
        from viewer.model import Story

        return self._remove_shelf(Story(story, ""))

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Every saved search, by name."""
        from viewer.library.shelves import searches

        return searches(self._state)

    def save_search(self, name: str, query: str, id: int = 0) -> Changes:
        """Save a search, or change the one with this id. Raises as ``make_story``, and for an empty search."""
        from viewer.library.shelves import checked_query
        from viewer.model import SavedSearch

        return self._put_shelf(SavedSearch(id, name, checked_query(query)))

    def remove_search(self, id: int) -> Changes:
        """Take a saved search away. Raises UsageError where it is gone, and LibraryError."""
        from viewer.model import SavedSearch

        return self._remove_shelf(SavedSearch(id, "", ""))

    def _put_shelf(self, shelf: Story | SavedSearch, articles: Sequence[Identity] = ()) -> Changes:
        from viewer.library.shelves import put

        return Changes(moved=True, undo=self._labelled(lambda: put(self._state, shelf, articles)))

    def _remove_shelf(self, shelf: Story | SavedSearch) -> Changes:
        from viewer.library.shelves import remove

        return Changes(moved=True, undo=remove(self._state, shelf))

    def _undo_note(self, deed: NoteDeed) -> Changes:
        from viewer.library.noting import Noting

        for article in self._identities([deed.id]):
            changes = Noting(self._places.root, article.id, PurePosixPath(article.path)).undo(deed)
            return self._dated_anew(deed.id, changes) if deed.is_date else changes
        return Changes(kept=(deed.id,))

    def _undo_shelf(self, deed: ShelfDeed) -> Changes:
        from viewer.library.shelves import undo_shelf

        inverse = undo_shelf(self._state, deed)
        left = () if inverse else (0,)
        return Changes(moved=inverse is not None, undo=inverse, kept=left)

    def _header_edits(self) -> HeaderEdits:
        from viewer.library.header_edits import HeaderEdits

        return HeaderEdits(self._places.root, self._database, self._state)

    def _set_mark(self, ids: Iterable[int], column: str, value: float) -> Changes:
        from viewer.library.deeds import set_mark

        known = self._identities(ids)
        return _marked(self._labelled(lambda: set_mark(self._state, known, column, value))) if known else Changes()

    def _note(self, ids: Iterable[int], **marks: float) -> Changes:
        known = self._identities(ids)
        if known:
            self._put_marks(known, **marks)
        return Changes(status=tuple(one.id for one in known))

    def _identities(self, ids: Iterable[int]) -> list[Identity]:
        return self._read(lambda connection: questions.identities(connection, list(ids)))

    def _put_marks(self, articles: Iterable[Identity], **marks: float) -> None:
        self._labelled(lambda: self._state.set(articles, **marks))

    def _labelled(self, work: Callable[[], Result]) -> Result:
        """Do ``work``; after the very first of all, write beside the marks which folder they belong to."""
        is_first = not self._state.path.exists()
        result = work()
        if is_first:
            from viewer.library.adoption import label_marks

            label_marks(self._places.data, self._places.root)
        return result

    # --- what lists need of it

    def first_unread(self, ids: Iterable[int]) -> int | None:
        """The first of the ids whose article is unread, and neither in the archive nor in the trash."""
        marks = self._state.marks()
        hidden = (marks.read, marks.archived, marks.trashed)
        return next((id for id in ids if not any(id in some for some in hidden)), None)

    def _latest(self, order: str) -> Sequence[int]:
        """For the order "read", the articles that were read, the last one first."""
        return self._state.last_read() if order == "read" else ()

    def _chosen(self, view: str) -> Container[int]:
        """For the view of a story, by its id or its name, its articles. Raises UsageError where there is no such."""
        kind, _, name = view.partition(":")
        if kind != "story":
            return ()
        found = next((one for one in self.stories() if name in (str(one.id), one.name)), None)
        if found is None:
            raise UsageError(f"There is no story “{name}”; “dateline shelves” lists those there are.")
        return frozenset(found.articles)


def _marked(deed: MarkDeed, kept: tuple[int, ...] = ()) -> Changes:
    moves = deed.column in ("archived", "trashed_at")
    return Changes(status=deed.ids, undo=deed, kept=kept, moved=moves)
