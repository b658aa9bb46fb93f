"""The HTML, Markdown, link and text rows of the list of hostile inputs, through the one door of the document room."""

from __future__ import annotations

import sys

import pytest

from viewer.document import clean_text, parse, strip_controls
from viewer.document.limits import MAX_SECONDS, reason_for_plain_text
from viewer.document.sink import LONGEST_BLOCK, MAX_BLOCKS
from viewer.model import BlockKind

NESTED = {
    "div": "<div>" * 100_000,
    "b": "<b>" * 100_000,
    "b with text": "<b>x" * 100_000,
    "div, closed": "<div>" * 20_000 + "end" + "</div>" * 20_000,
    "ul": "<ul>" * 10_000,
    "ul, li": "<ul><li>x" * 10_000,
    "blockquote": "<blockquote>" * 10_000 + "x",
    "tables": "<table><tr><td>" * 5_000 + "x",
    "svg": "<svg>" * 10_000,
    "floats": '<div style="float:left">x</div>' * 10_000,
    "brackets": "[" * 10_000,
    "pictures": "![" * 10_000,
    "links": "[a](" * 10_000,
    "wiki links": "[[a" * 10_000,
    "CDATA": "<![CDATA[" * 4_000,
    "comments": "<!--" * 10_000,
    "instructions": "<?x\n" * 10_000,
    "list": "- " * 2_000,
    "numbers": "1. " * 2_000,
    "quotations": ">" * 10_000,
    "indented list": "\n".join("  " * level + "- a" for level in range(1_000)),
    "footnotes": "\n\n".join(f"x[^{n}]\n\n[^{n}]: note" for n in range(10_000)),
    "references to one footnote": "[^1]" * 10_000 + "\n\n[^1]: note",
    "footnote in footnote": "".join(f"[^{n}]: x[^{n + 1}]\n" for n in range(450)) + "\n\nx[^0]",
    "reference definitions": "\n".join(f"[a{n}]: http://x.example/{n}" for n in range(10_000)),
    "stars": "*a **b " * 5_000,
    "backticks": " ".join("`" * length for length in range(1, 600)),
    "fences": "```a\n" * 10_000,
    "definitions": "a\n: b\n" * 10_000,
    "headings": "# a\n" * 20_000,
    "rules": "---\n" * 20_000,
    "paragraphs": "a\n\n" * 200_000,
    "pictures without end": "<img src=a.png>" * 100_000,
    "formatting in paragraphs": "<b><i><u><s><em><strong><code><tt>" * 3 + "<p>x" * 50_000,
    "one attribute": '<p title="' + "x" * 900_000,
    "many attributes": "<a " + "b=c " * 100_000 + ">",
    "tag without end": "<a " * 50_000,
    "backslashes": "\\" * 100_000,
    "references": "&#x202e;" * 50_000,
    "1 jan": "1 jan " * 2_000,
    "digits": "1" * 100_000,
    "one paragraph": "word " * 2_000_000,
    "marks": "a" + "\u0301" * 1_000_000,
}


@pytest.mark.parametrize("name", NESTED)
def test_is_flattened_or_replaced_within_the_limits(name):
    document = parse(NESTED[name])
    assert len(document.blocks) <= MAX_BLOCKS
    assert all(len(block.text) <= LONGEST_BLOCK and len(block.runs) <= LONGEST_BLOCK for block in document.blocks)
    assert all(block.level <= 8 and block.quoted <= 8 for block in document.blocks)
    assert document.notice == "" or document.notice.endswith(".")


CALLS_BY_CHARACTER = 60
SLOW_ONCE = {
    "brackets": "[",
    "links": "[a](",
    "titles": '[a](b "',
    "footnotes": "[^1]",
    "definitions": "[^1]: a\n",
    "reference definitions": "[a]: b\n",
    "CDATA": "<![CDATA[",
    "comments": "<!-- x\n",
    "list": "- ",
    "quotations": "> ",
    "stars": "*a **b ",
    "stars and lines": "***a** _b ",
    "backticks": "`a ``b ",
    "fences": "```a\n",
    "headings": "# a\n",
    "table": "|a|b|\n|-|-|\n",
    "terms": "a\n: b\n",
    "tags": "<b>",
    "end tags": "</a>{<b>~~",
    "rows": "<tr><td>",
    "empty lines": "a\n\n",
    "wiki": "[[a]]",
}


@pytest.mark.parametrize("name", SLOW_ONCE)
@pytest.mark.parametrize("size", [3_000, 30_000, 120_000])
def test_the_work_is_in_proportion_to_the_size(name, size):
    """Python calls, not seconds: the same on every machine. A floor of 200,000 calls is some tenths of a second."""
    parse("warm")
    text = SLOW_ONCE[name] * (size // len(SLOW_ONCE[name]))
    calls = count_calls(lambda: parse(text))
    assert calls < 200_000 + CALLS_BY_CHARACTER * len(text)


def count_calls(work):
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def test_a_small_bomb_of_tables_is_one_table():
    blocks = parse("<table><tr><td>" * 50 + "x").blocks
    assert [(block.kind, block.text) for block in blocks] == [(BlockKind.CELL, "x")]


def test_spans_without_measure_stay_within_the_table():
    html = "<table>" + "<tr><td rowspan=1000000000 colspan=1000000000>a</td><td>b</td></tr>" * 1_000 + "</table>"
    cells = [block.cell for block in parse(html).blocks]
    rows = 1 + max(cell.row for cell in cells)
    columns = 1 + max(cell.column for cell in cells)
    assert all(cell.row + cell.row_span <= rows and cell.column + cell.column_span <= columns for cell in cells)
    assert rows * columns <= 2_000


@pytest.mark.parametrize("row", ["|x|y|\n", "<tr><td>x</td><td>y</td></tr>\n"])
def test_a_table_of_100_000_rows_is_shown_in_part(row):
    head, tail = ("|a|b|\n|-|-|\n", "\n") if row[0] == "|" else ("<table>", "</table>\n\n")
    document = parse(head + row * 100_000 + tail + "After.")
    assert document.blocks[0].kind is BlockKind.CELL
    assert len(document.blocks) <= 2_001
    assert document.blocks[-1].text == "After."
    assert "table" in document.notice


def test_pictures_beyond_the_budget_are_descriptions():
    document = parse("<p><img src=a.png alt=map></p>\n\n" * 5_000)
    assert sum(block.kind is BlockKind.IMAGE for block in document.blocks) <= 200
    assert document.notice


def test_a_paragraph_of_ten_megabytes_is_split_and_nothing_lost():
    text = "Sentence number. " * 600_000
    document = parse(text)
    assert sum(len(block.text) + 1 for block in document.blocks) == len(text)
    assert "long" in document.notice


def test_the_estimate_is_for_whole_documents():
    """Many blocks that are each below the limit add up."""
    block = "*a* " * 2_000 + "\n\n"
    assert reason_for_plain_text(block) == ""
    assert reason_for_plain_text(block * 120)
    assert MAX_SECONDS < 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8", "utf-8-sig", "cp1252"])
def test_whatever_the_encoding_the_text_is_read(encoding):
    text, _notice = clean_text("Iraqi troops – “reinforced” – moved on.".encode(encoding))
    assert text == "Iraqi troops – “reinforced” – moved on."


def test_overrides_zeros_and_surrogates_reach_no_block_and_no_title():
    document = parse("a\u202eb\x00c\ud800d &#x202e; &#0; &#xd800; <b>\u2067e</b>")
    (block,) = document.blocks
    assert block.text.isprintable()
    assert not set("\u202e\u2067\x00") & set(block.text)
    assert strip_controls("evil\u202etxt.exe") == "eviltxt.exe"


def test_marks_do_not_pile_up():
    for markdown in ("a" + "\u0301" * 1_000_000, "a" + "&#x301;" * 10_000, "a" + "\u0301\u200b" * 10_000):
        assert len(parse(markdown).text) < 20
