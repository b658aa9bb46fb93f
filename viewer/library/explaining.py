"""Why a search found nothing, and what would find something: said in sentences, never an empty list without a word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.library.folding import is_dense
from viewer.library.query import All, Label, Node, Not, Query, Words, written
from viewer.library.vocabulary import near

if TYPE_CHECKING:
    from viewer.library.query_sql import Plan
    from viewer.library.searching import Search

_MOST_COUNTED = 1_000
_MOST_PARTS = 6


def explain(search: Search, made: Plan) -> list[str]:
    """Sentences about a search that found nothing, the one that helps most first."""
    root = search.query.root
    if root is None:
        return []
    in_trash = _in_trash(search)
    if any(isinstance(part, Label) and not _count(search, part, trash=True) for part in _parts(root)):
        return in_trash  # that there is no such tag was said already
    missing = [sentence for words in search.query.wanted[:_MOST_PARTS] if (sentence := _missing(search, words))]
    if missing:
        return in_trash + missing
    parts = _parts(root)
    if len(parts) == 1:
        kind = "is found by" if made.match else "answers to"
        return [*in_trash, f"No article {kind} “{written(root)}”."]
    return [*in_trash, _together(search, parts[:_MOST_PARTS])]


def _parts(root: Node) -> tuple[Node, ...]:
    return root.nodes if isinstance(root, All) else (root,)


def _missing(search: Search, words: Words) -> str:
    """Says of a word that no article has it, with the words that may have been meant; "" where one has."""
    if _count(search, words, trash=True):
        return ""
    name = _shown(words)
    if len(words.terms) > 1:
        return _apart(search, words)
    meant = [word for word in near(search.connection, words.terms[0]) if _count(search, Words((word,), word))]
    where = {"title": " in its title", "author": " among its authors", "site": " as its site"}.get(words.field, "")
    kind = "a word that begins with" if words.begins and not is_dense(words.terms[0]) else "the word"
    asked = f" Did you mean {' or '.join(f'“{word}”' for word in meant)}?" if meant and not words.field else ""
    elsewhere = _elsewhere(search, words) if words.field else ""
    return f"No article has {kind} {name}{where}.{asked}{elsewhere}"


def _elsewhere(search: Search, words: Words) -> str:
    count = _count(search, replace(words, field=""))
    return f" Without “{words.field}:” there would be {_number(count)}." if count else ""


def _apart(search: Search, words: Words) -> str:
    """Of a phrase: whether its words stand in one article at all."""
    single = tuple(Words((term,), term, words.field) for term in dict.fromkeys(words.terms))
    count = _count(search, All(single)) if len(single) > 1 else 0
    if count:
        return f"No article has {_shown(words)} as one phrase; {_number(count)} {_have(count)} all of its words."
    return f"No article has the phrase {_shown(words)}."


def _together(search: Search, parts: tuple[Node, ...]) -> str:
    """Says which condition is one too many."""
    if len(parts) == 2 and not any(isinstance(part, Not) for part in parts):
        counts = [(_count(search, part), f"“{written(part)}”") for part in parts]
        each = ", ".join(f"{_number(count)} {_have(count)} {name}" for count, name in counts)
        return f"No article has both {counts[0][1]} and {counts[1][1]}: {each}."
    rest = [(_count(search, All(tuple(one for one in parts if one is not part))), part) for part in parts]
    rest.sort(key=lambda drop: (not isinstance(drop[1], Not), -drop[0]))
    helpful = [(count, written(part)) for count, part in rest if count][:3]
    if not helpful:
        return "No article has all of these, nor all but one of them."
    sentence = "; ".join(f"without “{name}” there {_are(count)}" for count, name in helpful)
    return f"No article has all of these. {sentence[:1].upper()}{sentence[1:]}."


def _in_trash(search: Search) -> list[str]:
    made = search.plan(search.query, trash=True) if search.marks.trashed else None
    count = search.count(made, _MOST_COUNTED) if made else 0
    if not count:
        return []
    return [f"In the trash {_are(count)}; “is:trash” finds what is there."]


def _count(search: Search, node: Node, *, trash: bool = False) -> int:
    made = search.plan(Query("", node), trash=trash)
    return search.count(made, _MOST_COUNTED) if made else 0


def _number(count: int) -> str:
    return f"{_MOST_COUNTED:,} or more" if count >= _MOST_COUNTED else str(count or "none")


def _are(count: int) -> str:
    return f"{'is' if count == 1 else 'are'} {_number(count)}"


def _have(count: int) -> str:
    return "has" if count < 2 else "have"


def _shown(words: Words) -> str:
    text = words.written.partition(":")[2] if words.field else words.written
    return f"“{text.strip('*').strip(chr(34))}”"
