"""The text of a file of annotations, in which one of them is added, changed or taken out: all else stays to the letter.

What other programs wrote there, in whatever way, is never written anew: JSON says the same thing in many ways, and a
number or a repeated key would not come back as it was.
"""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

_BLANK = re.compile(r"[ \t\r\n]*")
_LONE = re.compile("[\ud800-\udfff]")
_DECODER = json.JSONDecoder()


class ItemsPlace(NamedTuple):
    """Where the list of annotations stands in a text, brackets included, and where each of them does."""

    begin: int
    end: int
    spans: tuple[tuple[int, int], ...]


def find_items(text: str) -> ItemsPlace:
    """Where the annotations stand. Raises ValueError where the text holds no list of them."""
    at = _after_blank(text, 0)
    if text[at : at + 1] == "[":
        return _items_at(text, at)
    found = None
    for key, begin in _members(text, at):
        if key == "items":  # the last counts, as for whoever reads JSON
            found = begin
    if found is None or text[found : found + 1] != "[":
        raise ValueError("it holds no list of annotations")
    return _items_at(text, found)


def with_item(text: str, number: int, written: str) -> str:
    """The text with one more annotation, as the one with this number; behind the last where there are fewer."""
    place = find_items(text)
    count = len(place.spans)
    if not count:
        return f"{text[: place.begin]}[\n  {written}\n ]{text[place.end :]}"
    if number <= 0:
        at = place.spans[0][0]
        return f"{text[:at]}{written},\n  {text[at:]}"
    at = place.spans[min(number, count) - 1][1]
    return f"{text[:at]},\n  {written}{text[at:]}"


def with_other(text: str, number: int, written: str) -> str:
    """The text with another annotation in the place of the one with this number."""
    begin, end = find_items(text).spans[number]
    return text[:begin] + written + text[end:]


def without_item(text: str, number: int) -> str:
    """The text without the annotation with this number."""
    place = find_items(text)
    begin, end = place.spans[number]
    if len(place.spans) == 1:
        begin, end = place.begin + 1, place.end - 1
    elif number:
        begin = place.spans[number - 1][1]
    else:
        end = place.spans[1][0]
    return text[:begin] + text[end:]


def items_in(text: str) -> list[tuple[str, Any]]:
    """Every annotation of the text, as it is written and as it is read. Raises ValueError for what holds none."""
    json.loads(text)  # all of it has to be sound, not only what stands before the end of the list
    return [(text[begin:end], json.loads(text[begin:end])) for begin, end in find_items(text).spans]


def written(item: object) -> str:
    """An annotation as it stands in a page of them."""
    text = json.dumps(item, ensure_ascii=False, indent=1)
    if _LONE.search(text):  # half of a pair, which is no character, can only be written as JSON names it
        text = json.dumps(item, indent=1)
    return text.replace("\n", "\n  ")


def _items_at(text: str, begin: int) -> ItemsPlace:
    spans = list[tuple[int, int]]()
    at = _after_blank(text, begin + 1)
    while text[at : at + 1] != "]":
        end = _end_of_value(text, at)
        spans.append((at, end))
        at = _after_blank(text, end)
        if text[at : at + 1] == ",":
            at = _after_blank(text, at + 1)
        elif text[at : at + 1] != "]":
            raise ValueError("it holds no list of annotations")
    return ItemsPlace(begin, at + 1, tuple(spans))


def _members(text: str, at: int) -> list[tuple[str, int]]:
    """The keys of the object at ``at``, each with where its value begins; none where no object stands there."""
    members = list[tuple[str, int]]()
    more = text[at : at + 1] == "{"
    at = _after_blank(text, at + 1)
    while more and text[at : at + 1] == '"':
        key, end = _DECODER.raw_decode(text, at)
        begin = _after_blank(text, _after_blank(text, end) + 1)
        members.append((key, begin))
        at = _after_blank(text, _end_of_value(text, begin))
        more = text[at : at + 1] == ","
        at = _after_blank(text, at + 1)
    return members


def _end_of_value(text: str, at: int) -> int:
    return _DECODER.raw_decode(text, at)[1]


def _after_blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at
