"""What a search asks for: a tree of words and conditions, as ``query_reading`` reads it from what was typed.

Every leaf keeps what was ``written``, so that a sentence about it can name it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEXT_FIELDS = ("title", "author", "site")
LABEL_FIELDS = ("tag", "section")
DAY_FIELDS = ("published", "saved", "when")
FIELDS = (*TEXT_FIELDS, *LABEL_FIELDS, "lang", "url", "is", *DAY_FIELDS, "before", "after")
STATES = ("unread", "read", "starred", "archived", "trash", "unfinished", "undated")


@dataclass(frozen=True, slots=True)
class Words:
    """Terms that stand one after the other. ``begins``: the last may go on; ``field``: only there ("": anywhere).

    ``spelled`` are the terms in their other spelling ("mueller" for Müller), () where there is none; ``inside`` are
    longer words that hold the term, where these count as well. ``exact``: it was typed in quotation marks.
    """

    terms: tuple[str, ...]
    written: str
    field: str = ""
    begins: bool = False
    spelled: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A tag or a section by its folded name; ``begins``: or one that begins so; ``unfinished``: still being typed."""

    kind: str
    name: str
    written: str
    begins: bool = False
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """A language tag in lower case, "de" standing for "de-AT" too."""

    code: str
    written: str


@dataclass(frozen=True, slots=True)
class Address:
    """A part of the article's address, in lower case."""

    part: str
    written: str


@dataclass(frozen=True, slots=True)
class Status:
    """One of STATES."""

    name: str
    written: str


@dataclass(frozen=True, slots=True)
class Days:
    """Days from ``first`` to ``last`` (``date.toordinal``, both included, None: open) of one of DAY_FIELDS."""

    field: str
    first: int | None
    last: int | None
    written: str


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever does not answer ``node``."""

    node: Node


@dataclass(frozen=True, slots=True)
class All:
    """What answers every one of ``nodes``."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """What answers one of ``nodes``."""

    nodes: tuple[Node, ...]


Leaf: TypeAlias = Words | Label | Language | Address | Status | Days
Node: TypeAlias = Leaf | Not | All | Any


@dataclass(frozen=True, slots=True)
class Query:
    """What ``text`` asks for; ``root`` is None where nothing can be looked for. ``problems`` are sentences."""

    text: str
    root: Node | None = None
    problems: tuple[str, ...] = ()

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every word and condition, those left out as well."""
        return tuple(_leaves(self.root))

    @property
    def wanted(self) -> tuple[Words, ...]:
        """The words that an article is found by, in the order typed, without those left out."""
        return tuple(leaf for leaf in _leaves(self.root, wanted=True) if isinstance(leaf, Words))


def written(node: Node) -> str:
    """The part of the search that ``node`` was read from, much as it was typed."""
    if isinstance(node, Not):
        return f"-{written(node.node)}"
    if isinstance(node, All):
        return " ".join(f"({written(one)})" if isinstance(one, Any) else written(one) for one in node.nodes)
    if isinstance(node, Any):
        return " OR ".join(written(one) for one in node.nodes)
    return node.written


def changed(node: Node, change: Callable[[Leaf], Leaf], *, negated: bool = True) -> Node:
    """The tree with every leaf as ``change`` gives it back; those left out only where ``negated``."""
    if isinstance(node, Not):
        return Not(changed(node.node, change)) if negated else node
    if isinstance(node, All):
        return All(tuple(changed(one, change, negated=negated) for one in node.nodes))
    if isinstance(node, Any):
        return Any(tuple(changed(one, change, negated=negated) for one in node.nodes))
    return change(node)


def _leaves(node: Node | None, *, wanted: bool = False) -> Iterator[Leaf]:
    if node is None or (wanted and isinstance(node, Not)):
        return
    if isinstance(node, Not):
        yield from _leaves(node.node)
    elif isinstance(node, All | Any):
        for one in node.nodes:
            yield from _leaves(one, wanted=wanted)
    else:
        yield node
