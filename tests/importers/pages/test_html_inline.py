from __future__ import annotations

import pytest

from viewer.document import parse
from viewer.importers.html_inline import (
    BOLD,
    CODE,
    ITALIC,
    SIGN,
    STRIKE,
    SUPERSCRIPT,
    InlineText,
    address,
    escaped,
    escaped_lines,
    plain_text,
    to_inline_markdown,
)


def written(*runs):
    inline = InlineText()
    for run in runs:
        inline.add_break() if run == "break" else inline.add(*run)
    return to_inline_markdown(inline.finish(), lambda link: link)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([("a ",), ("b", BOLD), (" c",)], "a **b** c"),
        ([("a",), (" b ", ITALIC), ("c",)], "a *b* c"),
        ([("a", BOLD), ("b", BOLD)], "**ab**"),
        ([("a", BOLD), ("b", ITALIC)], "**a**<i>b</i>"),
        ([("x = `1`", CODE)], "``` x = `1` ```".replace("```", "``")),
        ([("gone", STRIKE)], "~~gone~~"),
        ([("m",), ("2", SUPERSCRIPT)], "m<sup>2</sup>"),
        ([("see ",), ("this", 0, "http://a.org/x y")], "see [this](http://a.org/x%20y)"),
        ([("see",), (" this ", 0, "http://a.org"), ("now",)], "see [this](http://a.org) now"),
        ([("a",), "break", ("b",)], "a  \nb"),
        ([("  a  \n b ",)], "a b"),
        ([("A", SIGN, "http://a.org/f.svg"), (" is",)], "![A](http://a.org/f.svg) is"),
        ([("no",), (" ", BOLD), ("where", 0, "")], "no where"),
    ],
)
def test_runs_to_markdown(runs, expected):
    assert written(*runs) == expected


def test_plain_text_and_linked_characters():
    inline = InlineText()
    inline.add("ab ")
    inline.add("cde", 0, "http://a.org")
    assert plain_text(inline.finish()) == ("ab cde", 3)
    assert inline.finish() == []


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4 and *not italic*",
        "snake_case and _so_ on, __init__",
        "[x](y) [[link]] [^1] ![a](b)",
        "a <b>bold</b> & &amp; &copy; <script>",
        "`code` and \\ backslash \\* and ~~no~~ ==no==",
        "# no heading",
        "1. no list",
        "1) no list",
        "- no list",
        "+ no list",
        "> no quote",
        ": no definition",
        "===",
        "---",
        "#hashtag",
        "AT&T; 5 < 6 > 4",
    ],
)
def test_text_comes_back_from_the_document_as_it_was(text):
    markdown = "Before it.\n\n" + escaped_lines(escaped(text)) + "\n\nAfter it."
    blocks = parse(markdown).blocks
    assert [(block.kind.value, block.text) for block in blocks] == [
        ("paragraph", "Before it."),
        ("paragraph", text),
        ("paragraph", "After it."),
    ]


def test_addresses_hold_no_sign_that_ends_a_link():
    assert address("http://a.org/x_(y) z") == "http://a.org/x_%28y%29%20z"
