"""What a search in the library shows: the list, and for each row the place in the text that answers best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model import LibraryError
from viewer.ui.session import Listing
from viewer.ui.words import plural

if TYPE_CHECKING:
    from collections.abc import Iterable

    from viewer.library import Library
    from viewer.library.searching import Found
    from viewer.model import SearchRow

_AT_ONCE = 16  # rows: about what a list shows
_MOST_REMARKS = 3


class Snippets:
    """The rows of a search by article id; those that are not on the screen at first are made when they are."""

    def __init__(self, library: Library, found: Found, known: Iterable[SearchRow] = ()) -> None:
        self._library, self._found = library, found
        self._rows: dict[int, SearchRow | None] = {row.id: row for row in known}

    def get(self, id: int) -> SearchRow | None:
        """The row of an article, None where it has gone."""
        if id not in self._rows:
            try:
                rows = self._library.snippets(self._found, [id])
            except LibraryError:  # the library is being closed or made anew; whoever does that shows a new list
                return None
            self._rows[id] = rows[0] if rows else None
        return self._rows[id]


def searched(library: Library, query: str) -> Listing:
    """The list for a search, with the first rows made."""
    found = library.look_up(query)
    first = library.snippets(found, found.ids[:_AT_ONCE])
    return Listing(found.ids, query, Snippets(library, found, first), found)


def remarks_on(found: Found) -> str:
    """What to say above the list: how many were found, and what there is to say of the search."""
    count = f"{plural(len(found.ids), 'article')} found" if found.ids and not found.more else ""
    if not found.ids and not found.remarks:
        return "Type a word to look for." if found.query.root is None else "Nothing was found."
    return "\n".join([*([count] if count else []), *found.remarks[:_MOST_REMARKS]])
