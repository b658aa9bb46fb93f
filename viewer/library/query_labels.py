"""Tags and sections of a search as the library has them: one that is still being typed, one that nobody gave."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.library.folding import label_key
from viewer.library.nearness import nearest
from viewer.library.query import Label, Leaf, Query, changed
from viewer.library.query_sql import label_condition

if TYPE_CHECKING:
    import sqlite3

# One step for each name, not for each article that has it.
_NAMES = (
    "WITH RECURSIVE known (name) AS (SELECT min(name) FROM label WHERE kind = ? UNION ALL "
    "SELECT (SELECT min(name) FROM label WHERE kind = ? AND name > known.name) FROM known WHERE name IS NOT NULL) "
    "SELECT name FROM known"
)


def resolved(connection: sqlite3.Connection, query: Query) -> Query:
    """The search with every tag that was begun; a sentence is added for each that the library does not have."""
    if query.root is None or not any(isinstance(leaf, Label) for leaf in query.leaves):
        return query
    remarks: list[str] = []

    def known(leaf: Leaf) -> Leaf:
        if not isinstance(leaf, Label) or _exists(connection, leaf):
            return leaf
        begun = replace(leaf, begins=True)
        if leaf.unfinished and _exists(connection, begun):
            return begun
        remarks.append(_unknown(connection, leaf))
        return leaf

    root = changed(query.root, known)
    return replace(query, root=root, problems=(*query.problems, *remarks))


def _exists(connection: sqlite3.Connection, label: Label) -> bool:
    condition, values = label_condition(label)
    return connection.execute(f"SELECT 1 FROM label WHERE {condition} LIMIT 1", values).fetchone() is not None


def _unknown(connection: sqlite3.Connection, label: Label) -> str:
    spelled = {label_key(name): name for (name,) in connection.execute(_NAMES, (label.kind, label.kind)) if name}
    near = [spelled[name] for name in nearest(label.name, spelled)]
    begins = [spelled[name] for name in sorted(spelled) if label.name and label.name in name][:3]
    meant = " or ".join(f"“{name}”" for name in (near or begins))
    asked = f" Did you mean {meant}?" if meant else ""
    name = label.written.partition(":")[2].strip('"*')
    return f"There is no {label.kind} “{name}”{' or longer' if label.begins else ''}.{asked}"
