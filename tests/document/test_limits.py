from __future__ import annotations

import pytest

from viewer.document.limits import MAX_CHARACTERS, reason_for_plain_text

PARAGRAPH = "The *army* said on [Thursday](a.md) that it had **taken** the town_of_Hajin, `so` it goes. " * 8 + "\n\n"


@pytest.mark.parametrize(
    "markdown",
    [
        "",
        PARAGRAPH * 500,
        "word " * 200_000,
        "- [an item](https://example.org/with/a/path) of a list\n" * 3_000,
        "1. one\n    - two\n        - three\n\n> quote\n> > deeper\n" * 200,
        "```py\nx[0] = '<![CDATA[' * 2 ** 3\n```\n\n" * 100,
        "| a | b |\n|---|---|\n" + "| *1* | [2](x) |\n" * 900,
        "<p>A <b>bold</b> <a href='x'>link</a></p>\n" * 2_000,
        "Text[^1] and[^2].\n\n[^1]: One.\n[^2]: Two.\n" * 100,
        "# Heading\nText under it.\n## Another\nText.\n" * 300,
    ],
)
def test_what_people_write_is_parsed(markdown):
    assert reason_for_plain_text(markdown) == ""


@pytest.mark.parametrize(
    ("markdown", "word"),
    [
        ("x" * (MAX_CHARACTERS + 1), "long"),
        ("- " * 2_000, "nested"),
        ("> " * 2_000, "nested"),
        ("\n".join(" " * (4 * level) + "- a" for level in range(200)), "nested"),
        ("<div>" * 100_000, "HTML"),
        ("<b>" * 300, "HTML"),
        ("</a><b>x" * 1_500, "HTML"),
        ("<ul><li>" * 10_000, "HTML"),
        ("<![CDATA[" * 4_000, "declarations"),
        ("<!-- " * 10_000, "declarations"),
        ("[" * 10_000, "brackets"),
        ("[a](" * 5_000, "brackets"),
        ("".join(f"x[^{n}]\n\n[^{n}]: note\n\n" for n in range(10_000)), "footnotes"),
        ("[^1]" * 10_000 + "\n\n[^1]: note", "footnotes"),
        ("a\n\n" * 100_000, "paragraphs"),
        ("- a\n" * 100_000, "lines"),
        ("# a\n" * 20_000, "headings"),
        ("```a\n" * 10_000, "code blocks"),
        ("**a** " * 100_000, "marks"),
        ("*a **b " * 1_000 + "c** d* " * 1_000, "marks"),
        (" ".join("`" * length for length in range(1, 600)), "marks"),
    ],
)
def test_what_would_take_too_long_is_named_in_a_sentence(markdown, word):
    reason = reason_for_plain_text(markdown)
    assert word in reason
    assert reason.startswith("This article is shown as plain text because ")
    assert reason.endswith(".")
