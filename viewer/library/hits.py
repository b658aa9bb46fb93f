"""Where in a text the words of a search stand: exactly those by which full-text search found it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from viewer.library.folding import Token, fold, index_spellings, is_dense, tokens
from viewer.model import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from viewer.library.query import Query, Words
    from viewer.model import Document

_MOST = 5_000
_LONG = 400


class Finder:
    """Finds some words in any text."""

    def __init__(self, wanted: Iterable[Words]) -> None:
        self.wanted = tuple(dict.fromkeys(wanted))
        self._whole: set[str] = set()
        self._beginnings: list[str] = []
        self._phrases: list[tuple[tuple[str, ...], bool]] = []
        for words in self.wanted:
            for terms in (words.terms, words.spelled):
                self._add(terms, words.begins)
            self._whole.update(words.inside)
        self._begin = tuple(self._beginnings)

    @property
    def beginnings(self) -> tuple[str, ...]:
        """The terms with which the places begin."""
        return (*self._whole, *self._begin, *(terms[0] for terms, _ in self._phrases))

    def _add(self, terms: tuple[str, ...], begins: bool) -> None:
        if len(terms) > 1:
            self._phrases.append((terms, begins))
        elif terms and begins:
            self._beginnings.append(terms[0])
        elif terms:
            self._whole.add(terms[0])

    def spans(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(begin, end, term) of every place in order; a phrase is one place, and what overlaps is one."""
        if not self.wanted or (len(text) > _LONG and not self._may_stand_in(text)):
            return
        if not self._phrases:
            yield from _joined(_span(token, self._begin) for token in tokens(text) if self._answers(token))
            return
        found = list(tokens(text))
        singles = (_span(token, self._begin) for token in found if self._answers(token))
        yield from _joined(sorted([*singles, *self._phrase_spans(found)]))

    def _may_stand_in(self, text: str) -> bool:
        """Whether there is any use in going through ``text`` word by word."""
        folded = fold(text)
        return any(term in folded for term in self.beginnings) or bool(index_spellings(text))

    def _answers(self, token: Token) -> bool:
        term, whole, begin = token.term, self._whole, self._begin
        if term in whole or (begin and term.startswith(begin)):
            return True
        return bool(token.spelled) and (token.spelled in whole or bool(begin and token.spelled.startswith(begin)))

    def _phrase_spans(self, found: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        for terms, begins in self._phrases:
            size = len(terms)
            for at in range(len(found) - size + 1):
                if found[at].term == terms[0] and _goes_on(found, at, terms, begins):
                    yield found[at].begin, found[at + size - 1].end, " ".join(terms)


def passages(query: Query, document: Document) -> tuple[Passage, ...]:
    """The places of ``query`` in the text of record, in order, 5,000 at most."""
    finder = Finder(query.wanted)
    found = (
        Passage(number, begin, end)
        for number, block in enumerate(document.blocks)
        for begin, end, _ in finder.spans(block.text)
    )
    return tuple(islice(found, _MOST))


def _goes_on(found: Sequence[Token], at: int, terms: tuple[str, ...], begins: bool) -> bool:
    last = len(terms) - 1
    if any(found[at + place].term != terms[place] for place in range(1, last)):
        return False
    end = found[at + last].term
    return end == terms[last] or (begins and end.startswith(terms[last]))


def _span(token: Token, beginnings: tuple[str, ...]) -> tuple[int, int, str]:
    """A word whole, even where only its beginning was asked for; of a row of characters the one asked for."""
    if len(token.term) == 2 and is_dense(token.term) and token.term[0] in beginnings:
        return token.begin, token.begin + 1, token.term[0]
    return token.begin, token.end, token.term


def _joined(places: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    last: tuple[int, int, str] | None = None
    for begin, end, term in places:
        if last is not None and begin < last[1]:
            last = (last[0], max(last[1], end), last[2])
            continue
        if last is not None:
            yield last
        last = (begin, end, term)
    if last is not None:
        yield last
