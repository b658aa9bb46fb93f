"""Related articles: who has which term is kept in memory, or mapped from a file, while a library is open.

Vectors stay in the index.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from viewer.library.related_rows import Group, linked_numbers, number_of, rows_of
from viewer.library.relating import drop, note_of, postings_of, removals_of
from viewer.stories import Match, RelatedIndex, cosine

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from viewer.model import RelatedRow

LEAST_SCORE = 0.13
DUPLICATE_SCORE = 0.8
LONGEST_TO_READ = 25
_SPARE = 20
_MOST_VARIABLES = 500
_MOST_IN_MEMORY = 20_000


class Relations:
    """Answers for ``Library.related``; safe to use from several threads."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._index = RelatedIndex(self._fetch)
        self._revision = 0
        self._removals = ""
        self._token = ""

    def related(
        self,
        connection: sqlite3.Connection,
        id: int,
        limit: int,
        collapse: bool | None,
        without: Collection[int] = (),
    ) -> tuple[RelatedRow, ...]:
        """What tells the same story as article ``id``: explicit links first, then the nearest; none of ``without``."""
        number = number_of(connection, id)
        if number is None or limit < 1:
            return ()
        is_collapsed = limit <= LONGEST_TO_READ if collapse is None else collapse
        with self._guard:
            self._connection = connection
            try:
                self._catch_up(connection)
                hidden = {hidden for id in without if (hidden := number_of(connection, id)) is not None}
                groups = self._groups(connection, number, limit, hidden, collapse=is_collapsed)
                return rows_of(connection, number, groups, self._index.rarity)
            except IndexError:  # the file names places that there are not: it is damaged
                drop(connection)
                self._begin()
                return ()
            finally:
                self._connection = None

    def warm_up(self, connection: sqlite3.Connection) -> None:
        """Take in the vectors now, so that the first question need not wait for it."""
        with self._guard:
            self._catch_up(connection)

    def forget(self) -> None:
        """Begin again, as after the index was made anew."""
        with self._guard:
            self._begin()

    def _begin(self) -> None:
        self._index, self._revision, self._removals, self._token = RelatedIndex(self._fetch), 0, "", ""

    def _fetch(self, numbers: Sequence[int]) -> dict[int, bytes]:
        found: dict[int, bytes] = {}
        for begin in range(0, len(numbers) if self._connection else 0, _MOST_VARIABLES):
            part = list(numbers[begin : begin + _MOST_VARIABLES])
            places = ", ".join("?" * len(part))
            statement = f"SELECT number, terms FROM vector WHERE number IN ({places})"
            found |= dict(self._connection.execute(statement, part) if self._connection else ())
        return found

    def _catch_up(self, connection: sqlite3.Connection) -> None:
        """Take in the vectors that were written since, by whichever process, and drop those that are gone."""
        self._rebase(connection)
        last = self._last_to_take(connection)
        if last > self._revision:
            if not self._token and self._index.is_worn(_count(connection, self._revision, last)):
                self._begin()
            statement = "SELECT number, terms FROM vector WHERE revision > ? AND revision <= ? ORDER BY number"
            for _, packed in connection.execute(statement, (self._revision, last)):
                self._index.count(packed)
            for number, packed in connection.execute(statement, (self._revision, last)):
                self._index.add(number, packed)
            self._revision = last
        removals = removals_of(connection)
        if removals != self._removals:
            self._removals = removals
            present = {number for (number,) in connection.execute("SELECT number FROM vector")}
            self._index.remove(self._index.numbers - present)

    def _rebase(self, connection: sqlite3.Connection) -> None:
        """Begin with the file that belongs to the index, where there is another than before."""
        note = note_of(connection)
        if note is None or note.token == self._token:
            return
        base = postings_of(connection, note)
        if base:
            self._index, self._revision = RelatedIndex(self._fetch, base), base.revision
            self._removals, self._token = note.removals, note.token

    def _last_to_take(self, connection: sqlite3.Connection) -> int:
        """The revision to go up to: the newest, but not over more articles than memory should hold.

        Beyond these a library is large, and its file is made when all of it was looked through.
        """
        room = _MOST_IN_MEMORY - self._index.added
        statement = "SELECT revision FROM vector WHERE revision > ? ORDER BY revision LIMIT 1 OFFSET ?"
        beyond = connection.execute(statement, (self._revision, room)).fetchone() if room > 0 else (self._revision + 1,)
        (newest,) = connection.execute("SELECT coalesce(max(revision), 0) FROM vector").fetchone()
        return min(int(newest), int(beyond[0]) - 1) if beyond else int(newest)

    def _groups(
        self, connection: sqlite3.Connection, number: int, limit: int, hidden: set[int], *, collapse: bool
    ) -> list[Group]:
        """Linked articles first, whether near or not, then the nearest; none of the hidden ones."""
        links = {one: why for one, why in linked_numbers(connection, number).items() if one not in hidden}
        matches = self._index.related(number, LEAST_SCORE, limit + len(links) + len(hidden) + _SPARE)
        matches = [match for match in matches if match.number not in hidden]
        scores = {match.number: match.score for match in matches}
        scores |= self._cosines(number, [one for one in links if one not in scores])
        linked = sorted(links, key=lambda one: -scores.get(one, 0.0))
        groups = [Group(Match(one, scores.get(one, 0.0)), links[one]) for one in linked]
        rest = [match for match in matches if match.number not in links]
        return (groups + (self._collapsed(rest) if collapse else [Group(match) for match in rest]))[:limit]

    def _cosines(self, number: int, others: Sequence[int]) -> dict[int, float]:
        vectors = self._fetch([number, *others])
        units = {one: self._index.unit_vector(packed) for one, packed in vectors.items()}
        own = units.get(number, {})
        return {one: cosine(own, units.get(one, {})) for one in others}

    def _collapsed(self, matches: Sequence[Match]) -> list[Group]:
        """One group for each text: a match that is nearly the same as a better one joins that one's group."""
        vectors = self._fetch([match.number for match in matches])
        units = {number: self._index.unit_vector(packed) for number, packed in vectors.items()}
        groups: list[Group] = []
        for match in matches:
            mine = units[match.number]
            twin = next((one for one in groups if cosine(units[one.first.number], mine) > DUPLICATE_SCORE), None)
            if twin:
                twin.duplicates.append(match.number)
            else:
                groups.append(Group(match))
        return groups


def _count(connection: sqlite3.Connection, revision: int, last: int) -> int:
    statement = "SELECT count(*) FROM vector WHERE revision > ? AND revision <= ?"
    (count,) = connection.execute(statement, (revision, last)).fetchone()
    return int(count)
