"""The block of keys at the head of a saved article: YAML between ``---`` lines, or TOML between ``+++`` lines.

Values are strings, lists and mappings of strings and nothing else: ``NO``, ``12:30`` and ``1e3`` stay what the
writer typed. No tags, no aliases, 64 kB and 24 levels at most. The block is only read here; ``header_edits``
changes it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, time
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

MOST_BYTES = 64 * 1024
DEEPEST = 24
MOST_EVENTS = 20_000

_FENCE = re.compile(r"\A\ufeff?\s{0,80}?(?<![^\n\ufeff])(---|\+\+\+)[ \t]*\r?\n", re.M)
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.M)
_TOML_END = re.compile(r"^\+\+\+[ \t]*(?:\r?\n|\Z)", re.M)
_KEY_LINE = re.compile(r"^([A-Za-z][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*))?$", re.M)
_ENTRY = re.compile(_KEY_LINE.pattern[:-1] + r"((?:\r?\n(?:[ \t]+\S.*|-[ \t].*))*)", re.M)
_BROKEN = "Its front matter is not valid YAML ({}); only plain “key: value” lines and lists were used."
_MOST_SAVED_LISTS = 100
_PARSER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _RefusedError(Exception):
    """The block asks for something that front matter has no need of."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``fields`` by lower-case key; ``body`` is the text after the block; ``problem`` a sentence, or empty."""

    fields: Mapping[str, Value] = field(default_factory=dict)
    body: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class HeaderPlace:
    """Where the block stands in a text: ``text[begin:end]`` is what lies between its fences."""

    text: str
    begin: int
    end: int
    is_toml: bool = False

    @property
    def block(self) -> str:
        """What lies between the fences."""
        return self.text[self.begin : self.end]

    @property
    def line_break(self) -> str:
        """How the lines of the block end."""
        return "\r\n" if self.text[: self.begin].endswith("\r\n") else "\n"

    def around(self, block: str) -> str:
        """The text with another block."""
        return self.text[: self.begin] + block + self.text[self.end :]

    @property
    def is_set_off(self) -> bool:
        """Whether an empty line follows, as after every block that Dateline writes."""
        return self.text[self.end :].partition("\n")[2].startswith(("\n", "\r\n"))

    def without_header(self) -> str:
        """The text without block and fences, and without the one empty line after them."""
        mark = "\ufeff" if self.text.startswith("\ufeff") else ""
        rest = self.text[self.end :].partition("\n")[2]
        return mark + rest.removeprefix(self.line_break)


def header_place(text: str) -> HeaderPlace | None:
    """Where the front matter of a text stands; None where it has none that holds keys."""
    fence = _FENCE.match(text)
    if not fence:
        return None
    is_toml = fence[1] == "+++"
    closing = (_TOML_END if is_toml else _YAML_END).search(text, fence.end())
    front = split_front_matter(text)
    if not closing or front.body != text[closing.end() :]:
        return None
    return HeaderPlace(text, fence.end(), closing.start(), is_toml)


def split_front_matter(text: str) -> FrontMatter:
    """Part an article into its keys and its body. Never raises: what cannot be read is named in ``problem``."""
    fence = _FENCE.match(text)
    if not fence:
        return FrontMatter(body=text)
    is_toml = fence[1] == "+++"
    closing = (_TOML_END if is_toml else _YAML_END).search(text, fence.end())
    if not closing:
        return _without_end(text, fence.end())
    block, body = text[fence.end() : closing.start()], text[closing.end() :]
    if len(block.encode("utf-8", "replace")) > MOST_BYTES:
        reason = f"Its front matter is longer than {MOST_BYTES // 1024} kB and was not read; the text is shown."
        return FrontMatter(body=body, problem=reason)
    return _read_toml(block, body) if is_toml else _read_yaml(block, body)


def header_of(text: str, front: FrontMatter) -> str:
    """What stands above the body of a text that was split into ``front``, with its fences; "" for no front matter."""
    return text[: len(text) - len(front.body)] if text.endswith(front.body) else ""


def _without_end(text: str, begin: int) -> FrontMatter:
    """A first line of dashes without a second one: a rule above the text, or a block that was cut off."""
    if _KEY_LINE.match(text, begin):
        reason = "Its front matter has no closing line (---); it may have been cut off while being written."
        return FrontMatter(body=text, problem=reason)
    return FrontMatter(body=text)


def _read_yaml(block: str, body: str) -> FrontMatter:
    try:
        parsed = _Builder(block).build()
    except (yaml.YAMLError, _RefusedError, ValueError, RecursionError) as error:
        return FrontMatter(_salvage(block), body, _BROKEN.format(_in_words(error)))
    if isinstance(parsed, dict):
        return FrontMatter(_lower_keys(parsed), body)
    if parsed in ("", None):
        return FrontMatter(body=body)
    # Two rules with prose between them are no front matter: the words belong to the article.
    return FrontMatter(body=f"{block}\n{body}")


def _read_toml(block: str, body: str) -> FrontMatter:
    try:
        return FrontMatter(_lower_keys({key: _as_strings(value) for key, value in tomllib.loads(block).items()}), body)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return FrontMatter(body=body, problem="Its front matter is not valid TOML and was not read; the text is shown.")


def _lower_keys(fields: Mapping[str, Value]) -> dict[str, Value]:
    return {key.strip().lower(): value for key, value in fields.items()}


def _as_strings(value: object) -> Value:
    if isinstance(value, dict):
        return {str(key): _as_strings(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_strings(item) for item in value]
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _salvage(block: str) -> dict[str, Value]:
    """Keys of plain lines and lists: other programs write ``title: One: two`` without quotation marks."""
    fields: dict[str, Value] = {}
    lists = 0
    for found in _ENTRY.finditer(block):
        key, value = found[1].lower(), (found[2] or "").strip()
        if value and value[0] not in "|>&*!{[":
            fields[key] = _unquoted(value)
        elif (value[:1] == "[" or (not value and found[3])) and lists < _MOST_SAVED_LISTS:
            lists += 1
            fields |= {key: items} if (items := _list_alone(found[0])) else {}
    return fields


def _list_alone(entry: str) -> list[Value]:
    """The texts of a key that is a list, read apart from what is broken around it; none where it is no such list."""
    try:
        parsed = _Builder(entry).build()
    except (yaml.YAMLError, _RefusedError, ValueError, RecursionError):
        return []
    items = next(iter(parsed.values()), "") if isinstance(parsed, dict) else ""
    return [text for one in items if (text := _as_line(one))] if isinstance(items, list) else []


def _as_line(item: Value) -> str:
    """An item of a list as it was typed: ``- One: two`` is a mapping to YAML."""
    pairs = item.items() if isinstance(item, dict) else ()
    return (
        item if isinstance(item, str) else ", ".join(f"{key}: {text}" for key, text in pairs if isinstance(text, str))
    )


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _in_words(error: Exception) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"line {error.problem_mark.line + 2}: {error.problem or 'unreadable'}"
    return str(error).splitlines()[0] if str(error) else "nested too deeply"


class _Builder:
    """Builds strings, lists and mappings from YAML's events; refuses what could cost or do more than that."""

    def __init__(self, block: str) -> None:
        self._events: Iterator[yaml.Event] = iter(yaml.parse(block, Loader=_PARSER))
        self._seen = 0

    def build(self) -> Value | None:
        """The one document of the block; None where it is empty."""
        for event in iter(self._next, None):
            if isinstance(event, yaml.StreamEndEvent):
                return None
            if isinstance(event, yaml.NodeEvent):
                return self._node(event, 0)
        return None

    def _next(self) -> yaml.Event | None:
        self._seen += 1
        if self._seen > MOST_EVENTS:
            raise _RefusedError("too many entries")
        return next(self._events, None)

    def _node(self, event: yaml.Event | None, depth: int) -> Value:
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError("aliases are not supported")
        if depth > DEEPEST:
            raise _RefusedError("nested too deeply")
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        return self._list(depth) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(depth)

    def _list(self, depth: int) -> Value:
        items = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return items

    def _mapping(self, depth: int) -> Value:
        fields = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            fields[key if isinstance(key, str) else str(key)] = self._node(self._next(), depth + 1)
        return fields
