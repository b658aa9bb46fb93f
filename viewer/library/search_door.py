"""Searching: the part of ``Library`` that finds words and shows where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from viewer.library.searching import Found
    from viewer.library.state import StateStore
    from viewer.model import Article, Document, Passage, SearchRow

Result = TypeVar("Result")


class Searching:
    """What was typed, what it finds, and the places of it in each article. ``Library`` is one of these."""

    _state: StateStore

    def _read(self, question: Callable[[sqlite3.Connection], Result]) -> Result:
        raise NotImplementedError

    def article(self, id: int) -> Article:
        """One article."""
        raise NotImplementedError

    def search(self, text: str, limit: int = 50) -> tuple[SearchRow, ...]:
        """The articles that answer ``text``, best first, see ``viewer.library.query_reading``; none from the trash."""
        found = self.look_up(text)
        return self.snippets(found, found.ids[: max(0, limit)])

    def look_up(self, text: str) -> Found:
        """All articles that answer ``text``, best first, with what there is to say of the search; any text is one."""
        from viewer.library.searching import look_up

        marks = self._state.marks()
        return self._read(lambda connection: look_up(connection, marks, text))

    def snippets(self, found: Found, ids: Sequence[int]) -> tuple[SearchRow, ...]:
        """The rows of articles that were found, each with the place in its text that answers best."""
        from viewer.library.snippets import rows

        return self._read(lambda connection: rows(connection, found, ids))

    def hits(self, found: Found, id: int, document: Document) -> tuple[Passage, ...]:
        """Where the words of a search stand in an article's text of record, in order."""
        from viewer.library.hits import passages

        return passages(found.asked(self.article(id).language), document)
