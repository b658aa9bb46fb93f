import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from viewer.library.front_matter import MOST_BYTES, split_front_matter


def test_keys_and_body():
    front = split_front_matter("---\ntitle: A day\nTags:\n  - one\n  - two\n---\n\nText.\n")
    assert front.fields == {"title": "A day", "tags": ["one", "two"]}
    assert front.body == "\nText.\n"
    assert front.problem == ""


def test_values_stay_what_the_writer_typed():
    front = split_front_matter("---\na: NO\nb: 12:30\nc: 1e3\nd: 0x1F\ne: ~\nf: 2018-11-02\ng: ''\n---\n")
    assert front.fields == {"a": "NO", "b": "12:30", "c": "1e3", "d": "0x1F", "e": "~", "f": "2018-11-02", "g": ""}


def test_a_byte_order_mark_blank_lines_and_crlf_before_the_block():
    assert split_front_matter("\ufeff---\r\ntitle: A\r\n---\r\nText").fields == {"title": "A"}
    assert split_front_matter("\n\n---\ntitle: A\n...\nText").body == "Text"


def test_no_front_matter_at_all():
    text = "# Heading\n\n---\n\nText"
    assert split_front_matter(text).body == text
    assert split_front_matter("").body == ""


def test_prose_between_two_rules_is_text():
    front = split_front_matter("---\nA line of prose.\n---\nMore.")
    assert front.fields == {}
    assert "A line of prose." in front.body
    assert "More." in front.body


def test_a_block_that_was_cut_off_is_named_and_shown():
    front = split_front_matter("---\ntitle: A\npublished: 2018")
    assert "no closing line" in front.problem
    assert "title: A" in front.body


def test_broken_yaml_is_named_with_its_line_and_plain_lines_are_saved():
    front = split_front_matter('---\ntitle: Peace: at last\npublished: "2018-11-02"\ntags: [a\n---\nText')
    assert "not valid YAML (line" in front.problem
    assert front.fields["title"] == "Peace: at last"
    assert front.fields["published"] == "2018-11-02"
    assert front.body == "Text"


def test_lists_are_saved_from_broken_yaml_too():
    block = (
        "title: Peace: at last\n"
        "tags: [War, 'two words', 2019]\n"
        "authors:\n  - Ada: Writer\n  - Ben\n"
        "categories:\n- News\n- Middle East\n"
        "aliases: [broken\n"
        "nested:\n  of: what\n"
        "url: https://news.example/a\n"
    )
    front = split_front_matter(f"---\n{block}---\nText")
    assert "not valid YAML (line" in front.problem
    assert front.fields == {
        "title": "Peace: at last",
        "tags": ["War", "two words", "2019"],
        "categories": ["News", "Middle East"],
        "authors": ["Ada: Writer", "Ben"],
        "url": "https://news.example/a",
    }


def test_a_long_block_of_broken_lists_costs_little():
    block = "a: b: c\n" + "".join(f"k{n}: [x]\n" for n in range(5_000))
    assert split_front_matter(f"---\n{block}---\nText").fields["a"] == "b: c"


@pytest.mark.parametrize(
    "block",
    [
        "a: !!python/object/apply:os.system [echo]",
        "a: !!python/name:os.system",
        "a: &x [1]\nb: *x",
        "a: " + "[" * 5000,
        "a: " + "{b: " * 3000,
        "a: \x00\x07",
        "\t- a",
        "a: 'unclosed",
        "? [complex]\n: key",
        "a: 1\na: 2",
        "a: " + "9" * 50_000,
        "%YAML 9.9",
    ],
)
def test_hostile_blocks_are_inert_and_the_article_opens(block):
    front = split_front_matter(f"---\n{block}\n---\nText")
    assert front.body.endswith("Text")
    assert all(isinstance(key, str) for key in front.fields)


def test_a_tag_does_nothing_but_leave_its_words():
    assert split_front_matter("---\na: !!python/name:os.system x\n---\n").fields == {"a": "x"}


def test_an_alias_bomb_is_refused():
    bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]"
    assert "aliases" in split_front_matter(f"---\n{bomb}\n---\n").problem


def test_a_block_over_64_kilobytes_is_not_read():
    front = split_front_matter(f"---\na: {'x' * MOST_BYTES}\n---\nText")
    assert "64 kB" in front.problem
    assert front.fields == {}
    assert front.body == "Text"


def test_toml_as_hugo_writes_it():
    front = split_front_matter('+++\ntitle = "A"\ndate = 2018-11-02T10:15:00Z\ndraft = false\ntags = ["x"]\n+++\nText')
    assert front.fields["title"] == "A"
    assert front.fields["date"] == "2018-11-02T10:15:00+00:00"
    assert front.fields["draft"] == "false"
    assert front.fields["tags"] == ["x"]
    assert "not valid TOML" in split_front_matter("+++\ntitle = \n+++\n").problem


@given(st.text(max_size=300))
def test_any_text_is_parted_without_a_fault(text):
    front = split_front_matter(f"---\n{text}\n---\nText")
    assert "Text" in front.body


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text(max_size=40), min_size=1, max_size=5))
def test_what_a_yaml_writer_wrote_comes_back(fields):
    block = yaml.safe_dump(fields, allow_unicode=True, default_style='"')
    assert split_front_matter(f"---\n{block}---\n").fields == fields
