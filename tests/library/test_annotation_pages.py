"""Adding, changing and taking out one annotation in the text of a file, all else staying to the letter."""

from __future__ import annotations

import json

import pytest

from viewer.library.annotation_pages import find_items, items_in, with_item, with_other, without_item, written
from viewer.library.annotations import page_with

ODD = (
    '{ "n":1.10, "n":1e400,\n\t"items" : [ {"id":"a","x":"],{\\u2028"} ,{"id":"b"}\r\n ] , '
    '"after": [0, {"items": [1]}] }\n'
)
PAGES = [page_with({}, []), page_with({"label": "x"}, [{"id": "a"}, {"id": "b"}]), ODD, '["a", {"id": "b"}]', "[]"]
NEW = written({"id": "new", "note": "two\nlines\u2028 “q”"})


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("number", [0, 1, 9])
def test_what_is_put_in_and_taken_out_again_leaves_the_very_text(page, number):
    before = items_in(page)
    place = min(number, len(before))
    longer = with_item(page, number, NEW)
    assert items_in(longer) == [*before[:place], (NEW, json.loads(NEW)), *before[place:]]
    again = without_item(longer, place)
    assert again == page if before or page.count("[]") else items_in(again) == before


@pytest.mark.parametrize("page", PAGES[1:4])
def test_what_is_taken_out_of_any_place_leaves_the_others_as_they_are_written(page):
    items = items_in(page)
    for number in range(len(items)):
        assert items_in(without_item(page, number)) == [*items[:number], *items[number + 1 :]]
        other = with_other(page, number, NEW)
        assert [text for text, _ in items_in(other)] == [
            *(t for t, _ in items[:number]),
            NEW,
            *(t for t, _ in items[number + 1 :]),
        ]


def test_all_that_stands_around_the_list_stays_to_the_letter():
    begin, end, _ = find_items(ODD)
    changed = with_item(without_item(ODD, 0), 5, NEW)
    assert changed[:begin] == ODD[:begin]
    assert changed.endswith(ODD[end:])


def test_a_page_is_written_as_an_import_writes_it():
    items = [{"id": "a", "body": [{"value": "x"}]}, {"id": "b"}]
    page = page_with({}, [])
    for item in items:
        page = with_item(page, 9, written(item))
    assert page == page_with({}, items)
    assert without_item(without_item(page, 1), 0) == page_with({}, [])


def test_half_of_a_pair_is_written_as_json_names_it():
    text = written({"note": "half \ud800 and ü"})
    assert text.encode()
    assert json.loads(text) == {"note": "half \ud800 and ü"}


def test_of_two_lists_the_last_counts():
    assert [text for text, _ in items_in('{"items": [1], "items": [2, 3]}')] == ["2", "3"]


@pytest.mark.parametrize(
    "page", ["", "{", '{"items": [', '{"items": {}}', "{}", '"items"', '{"items": []} x', "[1 2]", "7"]
)
def test_what_holds_no_list_is_refused(page):
    with pytest.raises(ValueError, match=r"\w"):
        items_in(page)
