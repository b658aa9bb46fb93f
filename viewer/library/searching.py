"""Looking for words in the whole library: rows, best first, each with the place in the text that answers best."""

from __future__ import annotations

import re
import zlib
from datetime import date
from typing import TYPE_CHECKING

from viewer.library.query import Query, fold, read_query
from viewer.model import SearchRow

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_TITLE, _NAMES, _BODY = 10.0, 4.0, 1.0
_SNIPPET = 180
_LEAD = 50
_MOST_CHARACTERS = 200_000
_WORD = re.compile(r"[^\W_]+")


def search(connection: sqlite3.Connection, text: str, limit: int) -> tuple[SearchRow, ...]:
    """The articles that answer ``text``, best first; none where it holds no word."""
    query = read_query(text)
    if not query.match:
        return ()
    statement = (
        f"SELECT rowid, -bm25(words, {_TITLE}, {_NAMES}, {_BODY}) AS score FROM words "
        "WHERE words MATCH ? ORDER BY score DESC LIMIT ?"
    )
    found = connection.execute(statement, (query.match, max(0, limit))).fetchall()
    return tuple(row for number, score in found if (row := _row(connection, query, number, score)))


def _row(connection: sqlite3.Connection, query: Query, number: int, score: float) -> SearchRow | None:
    statement = "SELECT id, article.title, published, packed FROM article JOIN body USING (number) WHERE number = ?"
    found = connection.execute(statement, (number,)).fetchone()
    if found is None:
        return None
    id, title, published, packed = found
    snippet, hits = snippet_of(zlib.decompress(packed).decode("utf-8")[:_MOST_CHARACTERS], query.wanted)
    return SearchRow(id, title, snippet, hits, date.fromisoformat(published) if published else None, score)


def snippet_of(text: str, wanted: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """About 180 characters around the place with the most different wanted words, and where they stand in it."""
    pattern = _pattern(wanted)
    folded = fold(text)
    hits = [(found.start(), found.end(), found.group()) for found in pattern.finditer(folded)]
    begin = max(0, _best_begin(hits) - _LEAD) if hits else 0
    begin = _word_begin(text, begin)
    end = min(len(text), begin + _SNIPPET)
    if end < len(text):
        end = max(text.rfind(" ", begin + _SNIPPET // 2, end), begin + _SNIPPET // 2)
    lead, tail = "… " if begin else "", " …" if end < len(text) else ""
    cut = re.sub(r"\s", " ", text[begin:end])
    places = (
        (first - begin + len(lead), last - begin + len(lead))
        for first, last, _ in hits
        if begin <= first and last <= end
    )
    return f"{lead}{cut}{tail}", tuple(places)


def _pattern(wanted: Sequence[str]) -> re.Pattern[str]:
    parts = [re.escape(word[:-1]) + r"[^\W_]*" if word.endswith("*") else re.escape(word) for word in wanted]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(parts)})(?![^\W_])" if parts else r"(?!)")


def _best_begin(hits: Sequence[tuple[int, int, str]]) -> int:
    """Where the stretch begins that shows the most different words."""
    best, most = hits[0][0], 0
    for index, (begin, _, _) in enumerate(hits[:200]):
        words = {word for first, _, word in hits[index : index + 12] if first < begin + _SNIPPET - _LEAD}
        if len(words) > most:
            best, most = begin, len(words)
    return best


def _word_begin(text: str, begin: int) -> int:
    if begin == 0:
        return 0
    blank = text.find(" ", begin, begin + _LEAD)
    return blank + 1 if blank >= 0 else begin
