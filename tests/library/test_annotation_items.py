"""What annotations are known by, and where highlights stand."""

from __future__ import annotations

import json

import pytest

from viewer.document import parse
from viewer.library import annotation_items
from viewer.library.annotation_items import keys_of, stretches_of, with_color, with_note
from viewer.model import Passage

DOCUMENT = parse("One two.\n\n![map](m.png)\n\nThree four.\n\nFive.\n")


def test_an_annotation_is_known_by_its_id_or_else_by_its_content():
    items = [{"id": "a"}, {"id": "b", "x": 1}, {"id": "b"}, {"x": 1, "y": 2}, {"y": 2, "x": 1}, "odd", 7]
    keys = keys_of(items)
    assert keys[0] == "a"
    assert all(key.startswith("content:") for key in keys[1:])
    assert keys[3] == keys[4]
    assert len(set(keys)) == 6


def test_what_is_nested_as_deep_as_can_be_read_has_a_key():
    for depth in range(900, 1000):
        try:
            item = json.loads('{"a":' + "[" * depth + "]" * depth + "}")
        except RecursionError:
            break
        assert keys_of([item])[0].startswith("content:")


def test_no_more_keys_are_made_than_are_asked_for(monkeypatch):
    made = []
    monkeypatch.setattr(annotation_items, "_digest", lambda item: made.append(item) or "content:x")
    assert keys_of([{}] * 50 + [{"id": "a"}] * 2, 3) == ["content:x"] * 3
    assert len(made) == 3
    assert keys_of([{"id": "a"}, {"id": "a"}], 1) == ["content:x"]


@pytest.mark.parametrize(
    ("passages", "seen"),
    [
        ([Passage(0, 3, 8), Passage(1, 0, 1), Passage(2, 0, 6)], ["two.\n\n\ufffc\n\nThree"]),
        ([Passage(2, 6, 10), Passage(0, 0, 4)], ["One", "four"]),
        ([Passage(1, 0, 1), Passage(2, 0, 5)], ["Three"]),
        ([Passage(2, 5, 11), Passage(3, 0, 5)], ["four.\n\nFive."]),
        ([Passage(0, 0, 3), Passage(0, 1, 8)], ["One two."]),
        ([Passage(1, 0, 1)], []),
        ([], []),
    ],
)
def test_passages_that_follow_one_another_are_one_stretch(passages, seen):
    assert [DOCUMENT.text[begin:end] for begin, end in stretches_of(DOCUMENT, passages)] == seen


@pytest.mark.parametrize("target", ["a.md", ["a.md", {"source": "b.md", "styleClass": ["old", "mine"]}], None, []])
def test_a_colour_is_given_to_whatever_an_annotation_is_about(target):
    changed = with_color({"id": "a", "target": target}, "blue")
    targets = changed["target"] if isinstance(changed["target"], list) else [changed["target"]]
    assert [one["styleClass"] for one in targets] in ([["blue"]], ["blue"], ["blue", ["blue", "mine"]], [])
    assert changed["id"] == "a"


def test_a_note_takes_the_place_of_all_notes_and_of_nothing_else():
    body = ["https://a.example", {"value": "x", "lang": "en"}, {"value": "y"}, {"value": "war", "purpose": "tagging"}]
    changed = with_note({"body": body}, "z")
    assert changed["body"] == [{"value": "z", "lang": "en"}, body[0], body[3]]
    assert with_note(changed, "")["body"] == [body[0], body[3]]
    assert "body" not in with_note({"body": {"value": "x"}, "bodyValue": "y"}, "")
