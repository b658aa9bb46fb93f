from __future__ import annotations

import pytest
from lxml import html

from viewer.document import parse
from viewer.importers.html_tables import caption_of, holds_data, table_markdown

HEAD = "<caption>Toll</caption><tr><th>Town</th><th>Cars</th></tr>"
DATA = f"<table>{HEAD}<tr><td>Ham | ton</td><td>1<br>2</td></tr></table>"


def markdown(table):
    return table_markdown(html.fromstring(table), lambda link: link)[1]


def test_data_becomes_a_table_of_the_document():
    cells = [block.text for block in parse("Before.\n\n" + markdown(DATA)).blocks[1:]]
    assert cells == ["Town", "Cars", "Ham | ton", "1\u20282"]


def test_spans_are_filled_and_short_rows_too():
    lines = markdown("<table><tr><th colspan=1000000000>a</th></tr><tr><td>b</td></tr></table>").split("\n")
    assert {line.count("|") for line in lines} == {41}


def test_marks_and_links_within_cells():
    text = markdown("<table><tr><th>a</th></tr><tr><td><b>x</b> <a href='http://a.org'>y</a></td></tr></table>")
    assert text.endswith("| **x** [y](http://a.org) |")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (DATA, True),
        ("<table><tr><td>one cell</td></tr></table>", False),
        ("<table><tr><td>a</td><td><table><tr><td>b</td></tr></table></td></tr></table>", False),
        (f"<table><tr><td>a</td><td>{'word ' * 400}</td></tr></table>", False),
        ("<table><tr><td>a</td><td><h2>b</h2></td></tr></table>", False),
        ("<table></table>", False),
    ],
)
def test_data_is_told_from_layout(table, expected):
    assert holds_data(html.fromstring(table)) is expected


def test_caption():
    assert caption_of(html.fromstring(DATA)) == "Toll"
