from pathlib import PurePosixPath

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from viewer.document import clean_text
from viewer.library.front_matter import split_front_matter
from viewer.library.header_changes import HeaderError
from viewer.library.metadata import read_metadata
from viewer.library.tag_writing import checked_names, with_tags
from viewer.model import LibraryError, UsageError

PATH = PurePosixPath("a.md")


def change(text, add=(), remove=()):
    return with_tags(text.encode(), PATH, checked_names(add), checked_names(remove)).decode()


def tags_of(raw):
    front = split_front_matter(clean_text(raw)[0])
    return read_metadata(front.fields, front.body, PATH).tags


ADDED = [
    ("Text only\n", "---\ntags:\n  - x\n---\n\nText only\n"),
    ("\ufeffText\r\nmore\r\n", "\ufeff---\r\ntags:\r\n  - x\r\n---\r\n\r\nText\r\nmore\r\n"),
    ("---\ntitle: A\n---\nB", "---\ntitle: A\ntags:\n  - x\n---\nB"),
    ("---\n---\nB", "---\ntags:\n  - x\n---\nB"),
    ("---\n# a note\n---\nB", "---\n# a note\ntags:\n  - x\n---\nB"),
    ("---\n  title: A\n---\nB", "---\n  title: A\n  tags:\n    - x\n---\nB"),
    ("---\ntags: []\n---\nB", "---\ntags: [x]\n---\nB"),
    ("---\ntags: [ ]\n---\nB", "---\ntags: [ x]\n---\nB"),
    ("---\ntags: ['a', \"b c\"] # mine\n---\nB", "---\ntags: ['a', \"b c\", x] # mine\n---\nB"),
    ("---\ntags: [a, # one\n  b,]\n---\nB", "---\ntags: [a, # one\n  b, x,]\n---\nB"),
    ("---\ntags: [[Wiki]]\n---\nB", "---\ntags: [[Wiki], x]\n---\nB"),
    ("---\ntags:\nz: 1\n---\nB", "---\ntags:\n- x\nz: 1\n---\nB"),
    ("---\ntags: # none yet\nz: 1\n---\nB", "---\ntags: # none yet\n- x\nz: 1\n---\nB"),
    ("---\ntags:\n    -  a # c\n\n# d\nz: 1\n---\nB", "---\ntags:\n    -  a # c\n    -  x\n\n# d\nz: 1\n---\nB"),
    ("---\r\ntags:\r\n- a\r\n- b\r\nz: 1\r\n---\r\nB", "---\r\ntags:\r\n- a\r\n- b\r\n- x\r\nz: 1\r\n---\r\nB"),
    ("---\ntags:\n  - '[[Wiki]]'\n---\nB", "---\ntags:\n  - '[[Wiki]]'\n  - x\n---\nB"),
    ("---\ntags: a\n---\nB", "---\ntags: a x\n---\nB"),
    ("---\ntags:\ta b\n---\nB", "---\ntags:\ta b x\n---\nB"),
    ("---\ntags: a, b c # d\n---\nB", "---\ntags: a, b c, x # d\n---\nB"),
    ("---\ntags: 'a, b'\n---\nB", "---\ntags: 'a, b, x'\n---\nB"),
    ("---\nTags: [a]\n---\nB", "---\nTags: [a, x]\n---\nB"),
    ('---\n"tags": [a]\n---\nB', '---\n"tags": [a, x]\n---\nB'),
    ("--- \n{title: A, tags: [a]}\n---\nB", "--- \n{title: A, tags: [a, x]}\n---\nB"),
    ("---\ntitle: \U0001f600 é\ntags: [\U0001f600]\n...\nB", "---\ntitle: \U0001f600 é\ntags: [\U0001f600, x]\n...\nB"),
    ("---\nlayout: post\npermalink: /a:b\ntags: [a]\nunknown: {k: [1, 2]}\n---\nB", None),
    ("---\n\n\n", "---\ntags:\n  - x\n---\n\n---\n\n\n"),
]


@pytest.mark.parametrize(("before", "after"), ADDED)
def test_a_tag_is_added_as_tags_are_written_there_and_taken_away_again(before, after):
    added = change(before, ["x"])
    assert added == (after or before.replace("[a]", "[a, x]"))
    assert "x" in tags_of(added.encode())
    assert change(added, remove=["x"]) == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntags: [a, x, b]\n---\nB", "---\ntags: [a, b]\n---\nB"),
        ("---\ntags: [x, a]\n---\nB", "---\ntags: [a]\n---\nB"),
        ("---\ntags: [a, # one\n  x]\n---\nB", "---\ntags: [a, # one\n  ]\n---\nB"),
        ("---\ntags: [x, # one\n  b]\n---\nB", "---\ntags: [ # one\n  b]\n---\nB"),
        ("---\ntags:\n  - x # mine\n  # kept\n  - b\n---\nB", "---\ntags:\n  # kept\n  - b\n---\nB"),
        ("---\ntags:\n  # kept\n  - x\nz: 1\n---\nB", "---\ntags:\n  # kept\nz: 1\n---\nB"),
        ("---\ntags:\n- x\nz: 1\n---\nB", "---\ntags:\nz: 1\n---\nB"),
        ("---\ntitle: A\ntags:\n  - x\nz: 1\n---\nB", "---\ntitle: A\nz: 1\n---\nB"),
        ("---\ntags: [x, a, '#x']\n---\nB", "---\ntags: [a]\n---\nB"),
        ("---\ntags: x\n---\nB", "---\ntags:\n---\nB"),
        ("---\ntags: a x b\n---\nB", "---\ntags: a b\n---\nB"),
        ("---\ntags: x, a, b c\n---\nB", "---\ntags: a, b c\n---\nB"),
        ("---\ntags: x, b c\n---\nB", "---\ntags: [b c]\n---\nB"),
        ("---\ntags: 'a, x'\n---\nB", "---\ntags: 'a'\n---\nB"),
        ("---\ntags: [[x]]\n---\nB", "---\ntags: []\n---\nB"),
        ("---\ntags:\n  - '[[Long|x]]'\n  - a\n---\nB", "---\ntags:\n  - a\n---\nB"),
        ("---\ntags: a\n  x\n---\nB", "---\ntags: [a]\n---\nB"),
    ],
)
def test_a_tag_is_taken_away_and_nothing_else(before, after):
    assert change(before, remove=["x"]) == after
    assert change(after, remove=["x"]) == after


def test_a_tag_is_renamed_in_one_step():
    assert change("---\ntags: [Irak, War]\n---\nB", ["Iraq"], ["Irak"]) == "---\ntags: [War, Iraq]\n---\nB"


def test_a_tag_that_is_there_already_changes_nothing():
    text = "---\ntags: [  x ]\n---\nB"
    assert change(text, ["x"]) == text
    assert change(text, ["x"], ["x"]) == text


@pytest.mark.parametrize(
    "name", ["NO", "12:30", "1e3", "2018-11-02", "it's", 'a "b"', "null", "ü: ö", "@home", "C#", "a & b"]
)
@pytest.mark.parametrize("before", ["---\ntags: [a]\n---\nB", "---\ntags:\n- a\n---\nB", "B", "---\ntags: a\n---\nB"])
def test_a_tag_stays_what_was_typed(name, before):
    assert name in tags_of(change(before, [name]).encode())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("+++\ntitle = 'A'\n+++\nB", "TOML"),
        ("---\ntitle: [\n---\nB", "not valid YAML"),
        ("---\ntitle: A\n\ttags: [a]\n---\nB", "not valid YAML"),
        ("---\ntitle: A\nB", "no closing line"),
        ("---\na: &x [b]\ntags: *x\n---\nB", "aliases"),
        ("---\ntags: [a]\ntags: [b]\n---\nB", "changes nothing"),
        ("---\nTags: a\ntags: b\n---\nB", "changes nothing"),
        ("---\ntags: {a: b}\n---\nB", "changes nothing"),
        ("---\ntags: |\n  a b\n---\nB", "changes nothing"),
        ("---\n{title: A}\n---\nB", "changes nothing"),
        ("---\nprose\n---\nB", "changes nothing"),
        (f"---\na: {'b' * 70_000}\n---\nB", "longer than 64 kB"),
    ],
)
def test_what_cannot_be_changed_safely_is_refused_with_the_reason(text, reason):
    with pytest.raises(HeaderError, match=reason):
        change(text, ["x"])


def test_a_file_that_is_not_utf8_is_refused():
    with pytest.raises(HeaderError, match="not UTF-8"):
        with_tags("---\ntitle: Caf\xe9\n---\n".encode("latin-1"), PATH, ["x"], [])


@pytest.mark.parametrize("name", ["", "  ", "#", "a,b", "[[a]]", "a|b", "x" * 101])
def test_what_is_no_tag_is_said(name):
    with pytest.raises(UsageError, match="cannot be a tag"):
        checked_names([name])


def test_names_are_put_on_one_line_without_their_sign():
    assert checked_names(["#war", " two\n words ", "war"]) == ("war", "two words")


NAMES = st.lists(
    st.sampled_from(["x", "war", "NO", "border troops", "Überfall", "2018", "الحرب"]), unique=True, max_size=3
)
KEYS = ["title: A", "# note", "author: [B, C]", "published: 2018-11-02", "other:\n  deep: 1", "note: >\n  x\n  y"]
LINES = st.lists(st.sampled_from(KEYS), unique=True, max_size=4)
TAGS = st.sampled_from(
    ["", "tags:", "tags: []", "tags: [q, r]", "tags:\n- q", "tags:\n    - q\n    - r # s", "tags: # t\n  - q"]
)


@given(
    LINES,
    TAGS,
    LINES,
    NAMES,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["Body\n", "\nBody", "", "# B\n\n---\nx"]),
)
def test_adding_and_taking_away_gives_the_same_bytes(before, tags, after, names, line_break, body):
    head = [*before, *([tags] if tags else []), *(line for line in after if line not in before)]
    assume(head or not body.startswith("\n"))  # an empty header that is set off is taken for one of our own
    text = "\n".join(["---", *head, "---", body]).replace("\n", line_break)
    raw = text.encode()
    added = with_tags(raw, PATH, names, [])
    assert set(names) <= set(tags_of(added))
    assert with_tags(added, PATH, [], names) == raw


@given(st.text(max_size=80), NAMES)
def test_any_text_is_tagged_or_refused_and_never_harmed(text, names):
    raw = text.encode("utf-8", "replace")
    try:
        added = with_tags(raw, PATH, names, [])
    except (HeaderError, LibraryError):  # not our business, or no text at all
        return
    assert raw in added
    assert set(names) <= set(tags_of(added))
