from __future__ import annotations

import json

import pytest

from viewer.importers.json_items import Item, items, read_object
from viewer.importers.sources import UnreadableError, bytes_source
from viewer.model import ImportProblem


def found(text):
    data = text if isinstance(text, bytes) else text.encode()
    return [one.fields if isinstance(one, Item) else None for one in items(bytes_source("x.json", data))]


def test_items_longer_than_a_step_and_many():
    objects = [{"a": "é" * 300_000}, {}, *({"a": number} for number in range(5000))]
    assert found(json.dumps(objects, ensure_ascii=False)) == objects
    assert found(json.dumps(objects).encode("utf-16")) == objects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]", []),
        ("\ufeff [ {} ,{} ]  ", [{}, {}]),
        ('[{"a": 1}', [{"a": 1}]),
        ('[{"a": 1}, {"a": ', [{"a": 1}, None]),
        ('[{"a": x}, {"b": 2}]', [None, {"b": 2}]),
        ("[1, {}]", [None, {}]),
        ("{}", [None]),
        ("", [None]),
    ],
)
def test_what_is_broken_costs_itself_alone(text, expected):
    assert found(text) == expected


def test_values_of_any_kind():
    item = Item("x", {"a": None, "b": 1, "c": True, "d": ["x", {"k": "y"}, 3, None], "e": {"k": "z"}, "f": "0"})
    assert [item.text(name) for name in "abcdefg"] == ["", "1", "1", "", "", "0", ""]
    assert item.text("a", "b") == "1"
    assert item.texts("d", "k") == ["x", "y", "3"]
    assert item.texts("e", "k") == ["z"]
    assert [item.yes(name) for name in "abcf"] == [False, True, True, False]


@pytest.mark.parametrize("text", ["[]", "x", "[" * 200_000])
def test_what_is_no_object(text):
    with pytest.raises(UnreadableError):
        read_object(text)


def test_a_problem_names_its_item():
    *_, problem = items(bytes_source("x.json", b"[{}, 1]"))
    assert problem == ImportProblem("x.json, item 2", "It is no object and was passed over.")
