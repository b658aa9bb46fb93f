"""The stretch of an article that answers a search best, with the words that were looked for."""

from __future__ import annotations

import re
import zlib
from datetime import date
from typing import TYPE_CHECKING

from viewer.library.folding import PLACED
from viewer.library.hits import Finder
from viewer.model import SearchRow

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from viewer.library.query import Query
    from viewer.library.searching import Found

_LENGTH = 180
_LEAD = 30
_MOST_PLACES = 400
_LONG = 20_000
_SPACE = re.compile(r"\s")


def rows(connection: sqlite3.Connection, found: Found, ids: Sequence[int]) -> tuple[SearchRow, ...]:
    """The rows of a search for these of its articles, in this order; those that are gone are left out."""
    scores = dict(zip(found.ids, found.scores, strict=True))
    finders: dict[Query, Finder] = {}
    made = (_row(connection, found, finders, id, scores.get(id, 0.0)) for id in ids)
    return tuple(row for row in made if row)


def _row(
    connection: sqlite3.Connection, found: Found, finders: dict[Query, Finder], id: int, score: float
) -> SearchRow | None:
    statement = "SELECT title, published, language, packed FROM article JOIN body USING (number) WHERE id = ?"
    row = connection.execute(statement, (id,)).fetchone()
    if row is None:
        return None
    title, published, language, packed = row
    query = found.asked(language)
    finder = finders.get(query) or finders.setdefault(query, Finder(query.wanted))
    snippet, hits = snippet_of(_near(zlib.decompress(packed).decode("utf-8"), finder), finder)
    return SearchRow(id, title, snippet, hits, date.fromisoformat(published) if published else None, score)


def _near(text: str, finder: Finder) -> str:
    """Of a very long text the part that begins a little before the first word looked for."""
    if len(text) <= _LONG:
        return text
    folded = text.translate(PLACED)
    places = [place for term in finder.beginnings if (place := folded.find(term)) >= 0]
    begin = max(0, min(places, default=0) - 2 * _LENGTH)
    return text[begin : begin + _LONG]


def snippet_of(text: str, finder: Finder) -> tuple[str, tuple[tuple[int, int], ...]]:
    """About 180 characters around the place with the most different wanted words, and where they stand in it."""
    places = _first(finder, text)
    begin = _word_begin(text, max(0, _best_begin(places) - _LEAD)) if places else 0
    end = min(len(text), begin + _LENGTH)
    if end < len(text):
        end = max(text.rfind(" ", begin + _LENGTH // 2, end), begin + _LENGTH // 2)
    lead, tail = "… " if begin else "", " …" if end < len(text) else ""
    cut = _SPACE.sub(" ", text[begin:end])
    shift = len(lead) - begin
    hits = ((first + shift, last + shift) for first, last, _ in places if begin <= first and last <= end)
    return f"{lead}{cut}{tail}", tuple(hits)


def _first(finder: Finder, text: str) -> list[tuple[int, int, str]]:
    return [place for place, _ in zip(finder.spans(text), range(_MOST_PLACES), strict=False)]


def _best_begin(places: Sequence[tuple[int, int, str]]) -> int:
    """Where the stretch begins that shows the most different words."""
    best, most = places[0][0], 0
    for index, (begin, _, _) in enumerate(places):
        words = {word for first, _, word in places[index : index + 12] if first < begin + _LENGTH - _LEAD}
        if len(words) > most:
            best, most = begin, len(words)
    return best


def _word_begin(text: str, begin: int) -> int:
    if begin == 0:
        return 0
    blank = text.find(" ", begin, begin + _LEAD)
    return blank + 1 if blank >= 0 else begin
