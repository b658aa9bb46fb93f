"""Changing the tags in an article's front matter and nothing else: every other byte stays as its writer left it.

A change is made where the tags stand, in the way in which they are written there: a list in brackets, a list of
lines, or one line of words. What comes of it is read again as the library reads it, and refused unless it says just
what it said before, with the other tags. Adding a tag and taking it away gives the same bytes.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.document import strip_controls
from viewer.library.front_matter import header_place
from viewer.library.header_changes import (
    Reading,
    is_same,
    line_begin,
    next_line,
    place_of,
    read_header,
    strange,
    text_of,
    with_line,
    with_new_header,
)
from viewer.library.header_writing import scalar
from viewer.library.metadata import tag_names
from viewer.model import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import PurePosixPath

    from viewer.library.front_matter import HeaderPlace
    from viewer.library.header_keys import KeyPlace, Node

LONGEST = 100
_UNFIT = re.compile(r"[,\[\]{}|]")
_FLOW_SIGNS = frozenset(",[]{}:#&*!|>'\"%@`")
_PLAIN_WORDS = re.compile(r"[\w][\w ./&+()-]*")
_DASH = re.compile(r"[ \t]*-[ \t]+\Z")

_NO_TAG = "“{}” cannot be a tag. A tag has letters, at most 100 characters, and no comma, bracket or bar."


def checked_names(names: Iterable[str]) -> tuple[str, ...]:
    """Names as tags: on one line, without the sign # before them. Raises UsageError for what cannot be a tag."""
    checked = []
    for name in names:
        text = " ".join(strip_controls(name).split()).lstrip("#").strip()
        if not text or len(text) > LONGEST or _UNFIT.search(text):
            raise UsageError(_NO_TAG.format(name[: LONGEST + 20]))
        checked.append(text)
    return tuple(dict.fromkeys(checked))


def tags_in(raw: bytes, path: PurePosixPath) -> tuple[str, ...]:
    """The tags that the content of an article file says. Raises HeaderError where its front matter cannot be read."""
    return read_header(raw, path).metadata.tags


def with_tags(raw: bytes, path: PurePosixPath, add: Sequence[str], remove: Collection[str]) -> bytes:
    """The content of an article file with other tags; the same bytes where nothing has to change.

    ``add`` and ``remove`` are names from ``checked_names``. Raises HeaderError where the file stays as it is.
    """
    text = text_of(raw)
    before = read_header(raw, path)
    new = [name for name in add if name not in before.metadata.tags]
    gone = [name for name in dict.fromkeys(before.metadata.tags) if name in remove and name not in add]
    for name in new:
        text = _with(text, name)
    for name in gone:
        text = _without(text, name)
    changed = text.encode("utf-8")
    if changed != raw:
        _check(before, read_header(changed, path), [*(one for one in before.metadata.tags if one not in gone), *new])
    return changed


def _check(before: Reading, after: Reading, tags: Sequence[str]) -> None:
    """Raises HeaderError unless only the tags differ, and are those wanted."""
    if after.metadata.tags != tuple(tags) or not is_same(before, after, lambda metadata: replace(metadata, tags=())):
        raise strange()


# --- adding


def _with(text: str, name: str) -> str:
    place = header_place(text)
    if place is None:
        return with_new_header(text, "tags:", f"  - {scalar(name)}")
    tags = place_of(place, "tags")
    block = place.block
    if tags.value is None:
        block = with_line(place, tags, "tags:", f"  - {scalar(name)}")
    elif tags.value.is_list and tags.value.is_flow:
        block = _in_brackets(block, tags.value, name)
    elif tags.value.is_list:
        block = _on_a_line(block, tags.value, name, place.line_break)
    elif not tags.value.text.strip():
        block = _to_nothing(block, tags, name, place.line_break)
    else:
        block = _to_words(block, tags.value, name)
    return place.around(block)


def _in_brackets(block: str, node: Node, name: str) -> str:
    if node.items:
        at = node.items[-1].end
        return f"{block[:at]}, {_in_flow(name)}{block[at:]}"
    at = node.end - 1
    return f"{block[:at]}{_in_flow(name)}{block[at:]}"


def _on_a_line(block: str, node: Node, name: str, line_break: str) -> str:
    last = node.items[-1] if node.items else None
    if last is None or last.is_block_text:
        raise strange()
    dash = block[line_begin(block, last.begin) : last.begin]
    if not _DASH.match(dash):
        raise strange()
    at = next_line(block, last.end)
    return f"{block[:at]}{dash}{scalar(name)}{line_break}{block[at:]}"


def _to_nothing(block: str, tags: KeyPlace, name: str, line_break: str) -> str:
    """To a key without a value. The dash then stands right below the key, which says that the key was there."""
    node = tags.value
    assert node is not None
    if node.begin != node.end:
        return f"{block[: node.begin]}[{_in_flow(name)}]{block[node.end :]}"
    if tags.is_flow:
        raise strange()
    at = next_line(block, tags.key_end)
    return f"{block[:at]}{' ' * tags.column}- {scalar(name)}{line_break}{block[at:]}"


def _to_words(block: str, node: Node, name: str) -> str:
    names = tag_names(node.text)
    between = ", " if "," in node.text else " "
    if " " in name and len(names) == 1 and " " not in names[0]:
        between = ", "
    written = block[node.begin : node.end]
    quoted = written[-1:] if written[:1] in "\"'" else ""
    longer = f"{written.removesuffix(quoted)}{between}{name}{quoted}"
    fits = _PLAIN_WORDS.fullmatch(name) and "\n" not in written and not node.is_block_text
    if not fits or tag_names(f"{node.text}{between}{name}") != (*names, name):
        return _as_list(block, node, (*names, name))
    return f"{block[: node.begin]}{longer}{block[node.end :]}"


def _as_list(block: str, node: Node, names: Sequence[str]) -> str:
    if node.is_block_text:
        raise strange()
    return f"{block[: node.begin]}[{', '.join(map(_in_flow, names))}]{block[node.end :]}"


def _in_flow(name: str) -> str:
    """A name as it may stand in brackets."""
    written = scalar(name)
    return json.dumps(name, ensure_ascii=False) if written[0] != '"' and _FLOW_SIGNS & set(written) else written


# --- taking away


def _without(text: str, name: str) -> str:
    """The text without every tag of this name."""
    while (place := header_place(text)) is not None:
        tags = place_of(place, "tags")
        if tags.value is None:
            break
        if not tags.value.is_list:
            return place.around(_without_word(place.block, tags, name))
        item = next((one for one in tags.value.items if one.names == (name,)), None)
        if item is None:
            break
        if tags.value.is_flow:
            text = place.around(_out_of_brackets(place.block, tags.value, item))
        else:
            text = _without_line(place, tags, item)
    return text


def _without_word(block: str, tags: KeyPlace, name: str) -> str:
    node = tags.value
    assert node is not None
    left = [one for one in tag_names(node.text) if one != name]
    written = block[node.begin : node.end]
    if not left and "\n" not in written:
        return block[: tags.key_end] + block[node.end :]
    quoted = written[-1:] if written[:1] in "\"'" else ""
    comma = "," in node.text
    kept = (", " if comma else " ").join(left)
    if "\n" in written or tag_names(kept) != tuple(left) or not all(map(_PLAIN_WORDS.fullmatch, left)):
        return _as_list(block, node, left)
    return f"{block[: node.begin]}{quoted}{kept}{quoted}{block[node.end :]}"


def _out_of_brackets(block: str, node: Node, item: Node) -> str:
    number = node.items.index(item)
    begin, end = item.begin, item.end
    before = node.items[number - 1].end if number else None
    after = node.items[number + 1].begin if number + 1 < len(node.items) else None
    if before is not None and after is None and "\n" not in block[before:begin]:
        begin = before
    elif after is not None and "\n" not in block[end:after]:
        end = after
    elif after is not None:
        end = block.index(",", end) + 1
    return block[:begin] + block[end:]


def _without_line(place: HeaderPlace, tags: KeyPlace, item: Node) -> str:
    block, node = place.block, tags.value
    assert node is not None
    begin = line_begin(block, item.begin)
    if item.is_block_text or not _DASH.match(block[begin : item.begin]):
        raise strange()
    end = next_line(block, item.end)
    is_indented = block[begin : item.begin].index("-") > tags.column
    if len(node.items) == 1 and is_indented and not block[tags.key_end : begin].strip(" \r\n"):
        begin = line_begin(block, tags.key_begin)
    shorter = block[:begin] + block[end:]
    return place.without_header() if not shorter.strip() and place.is_set_off else place.around(shorter)
