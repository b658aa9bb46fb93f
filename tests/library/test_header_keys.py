import pytest

from viewer.library.header_keys import KeyPlace, find_key


def find_tags(block):
    return find_key(block, "tags")


def found(block):
    place = find_tags(block)
    assert place is not None
    assert place.value is not None
    return place, place.value


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ("tags: [a, 'b c']\n", [("a",), ("b c",)]),
        ("title: x\ntags:\n  - a\n  - '[[Wiki]]'\n", [("a",), ("Wiki",)]),
        ("\U0001f600: é\r\ntags:\r\n- a\r\n- '#b'\r\nz: 1\r\n", [("a",), ("b",)]),
        ("{title: x, TAGS: [a]}\n", [("a",)]),
        ("tags: []\n", []),
    ],
)
def test_items_of_a_list_stand_where_they_are_said_to_stand(block, names):
    place, value = found(block)
    assert [item.names for item in value.items] == names
    assert block[place.key_begin :].lower().startswith("tags")
    assert block[place.key_end - 1] == ":"
    for item in value.items:
        assert item.text.lstrip("#[]") in block[item.begin : item.end]


def test_words_and_nothing_are_values_too():
    assert found("tags: a b\n")[1].text == "a b"
    value = found("tags:\nz: 1\n")[1]
    assert (value.text, value.begin == value.end) == ("", True)
    assert found("tags: |\n  a\n")[1].is_block_text


def test_without_the_key_the_column_of_the_others_is_told():
    assert find_tags("  title: x\n") == KeyPlace(column=2)
    assert find_tags("# nothing\n") == KeyPlace()
    assert find_tags("{title: x}\n") == KeyPlace(column=1, is_flow=True)


@pytest.mark.parametrize(
    "block", ["tags: a\ntags: b\n", "Tags: a\ntags: b\n", "tags: {a: b}\n", "- a\n", "tags: [a\n", "words\n", "a: *b\n"]
)
def test_what_is_not_plain_to_see_is_none(block):
    assert find_tags(block) is None


def test_only_outer_keys_count():
    assert found("params: {tags: [x]}\ntags: [a]\nmore:\n  tags: [y]\n")[1].items[0].names == ("a",)


def test_any_key_is_found_by_its_name_however_it_is_spelt():
    place = find_key("title: A\nPublished:  2018-11-02 # day\n", "published")
    assert place is not None
    assert place.value is not None
    assert place.value.text == "2018-11-02"
    assert find_key("title: A\n", "published") == KeyPlace()
