"""Where a key stands in a block of YAML: ``tags`` and the day of publication are what Dateline changes there."""

# ruff: noqa: ANN401 - what PyYAML says of its events and their marks is too vague to be of use
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from viewer.library.metadata import tag_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.library.front_matter import Value

_PARSER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Node:
    """A value, from ``begin`` to ``end`` in the block. A list of lines ends somewhere behind its last item."""

    begin: int
    end: int
    value: Value
    items: tuple[Node, ...] = ()
    is_flow: bool = False
    is_block_text: bool = False

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return isinstance(self.value, list)

    @property
    def text(self) -> str:
        """The words of a value that is no list."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def names(self) -> tuple[str, ...]:
        """The tags that an item of a list stands for."""
        return tag_names([self.value])


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where a key stands, and its value; None where there is no such key.

    ``column`` is that of the keys; ``is_flow`` is true where they stand in braces. ``key_end`` is behind the colon.
    """

    column: int = 0
    is_flow: bool = False
    key_begin: int = 0
    key_end: int = 0
    value: Node | None = None


def find_key(block: str, name: str) -> KeyPlace | None:
    """Where the key ``name`` stands in a block that the library reads; None where that is not plain to see."""
    try:
        return _Finder(block, name).find()
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


class _Finder:
    """Walks once through the events of YAML; only the keys of the outermost mapping count."""

    def __init__(self, block: str, name: str) -> None:
        self._block, self._name = block, name
        self._events: Iterator[Any] = iter(yaml.parse(block, Loader=_PARSER))

    def find(self) -> KeyPlace | None:
        for event in self._events:
            if isinstance(event, yaml.StreamEndEvent):
                return KeyPlace()  # nothing but comments
            if isinstance(event, yaml.MappingStartEvent):
                return self._among_keys(event)
            if isinstance(event, yaml.NodeEvent):
                return None
        return None

    def _among_keys(self, mapping: Any) -> KeyPlace | None:
        found: list[tuple[Node, Node]] = []
        column = 0
        for number, (key, value) in enumerate(self._pairs()):
            if not number:
                column = key.begin - self._block.rfind("\n", 0, key.begin) - 1
            if isinstance(key.value, str) and key.value.strip().lower() == self._name:
                found.append((key, value))
        is_flow = bool(mapping.flow_style)
        if len(found) > 1 or (found and isinstance(found[0][1].value, dict)):
            return None
        if not found:
            return KeyPlace(column, is_flow)
        key, value = found[0]
        return KeyPlace(column, is_flow, key.begin, self._block.index(":", key.end) + 1, value)

    def _pairs(self) -> Iterator[tuple[Node, Node]]:
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event)
            yield key, self._node(next(self._events))

    def _node(self, event: Any) -> Node:
        begin = event.start_mark.index
        if isinstance(event, yaml.ScalarEvent):
            return Node(begin, _end(event), str(event.value), is_block_text=event.style in ("|", ">"))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event)
        if isinstance(event, yaml.MappingStartEvent):
            pairs = list(self._pairs())
            return Node(begin, pairs[-1][1].end if pairs else begin, {key.text: value.value for key, value in pairs})
        raise ValueError(event)

    def _list(self, first: Any) -> Node:
        items = []
        event: Any
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event))
        values = [item.value for item in items]
        return Node(first.start_mark.index, _end(event), values, tuple(items), is_flow=bool(first.flow_style))


def _end(event: Any) -> int:
    return int(event.end_mark.index)
