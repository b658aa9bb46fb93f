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


def rows_of_cells(table):
    lines = markdown(table).split("\n\n")[0].split("\n")
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in [lines[0], *lines[2:]]]


def test_a_cell_of_several_rows_stands_in_each_so_that_all_data_is_under_its_head():
    table = (
        "<table><tr><th>City</th><th>Year</th><th>Dead</th></tr>"
        "<tr><td rowspan=2>Leske</td><td>2018</td><td>4</td></tr>"
        "<tr><td>2019</td><td>7</td></tr><tr><td>Garm</td><td>2019</td><td>0</td></tr></table>"
    )
    assert rows_of_cells(table)[2:] == [["Leske", "2019", "7"], ["Garm", "2019", "0"]]


def test_a_head_over_several_columns_stands_over_each_and_not_among_the_data():
    table = (
        "<table><thead><tr><th rowspan=2>Ward</th><th colspan=2>Votes</th></tr>"
        "<tr><th>2015</th><th>2019</th></tr></thead>"
        "<tbody><tr><td>Mill</td><td colspan=2>void</td></tr></tbody></table>"
    )
    assert rows_of_cells(table) == [["Ward", "Votes", "Votes"], ["", "2015", "2019"], ["Mill", "void", ""]]


def test_the_head_of_rows_stands_in_each_of_them():
    table = "<table><tr><th rowspan=2>Leske</th><td>2018</td></tr><tr><td>2019</td></tr></table>"
    assert rows_of_cells(table) == [["Leske", "2018"], ["Leske", "2019"]]


def test_a_cell_ends_with_its_part_of_the_table_and_a_long_one_is_said_once():
    long = "word " * 30
    table = (
        f"<table><tbody><tr><td rowspan=9>a</td><td rowspan=2>{long}</td><td>b</td></tr><tr><td>c</td></tr></tbody>"
        "<tbody><tr><td>d</td><td>e</td><td>f</td></tr></tbody></table>"
    )
    assert rows_of_cells(table) == [["a", long.strip(), "b"], ["a", "", "c"], ["d", "e", "f"]]


def test_a_small_page_does_not_become_a_large_one_by_what_is_repeated():
    heads = "".join(f"<td rowspan=9999>{'word ' * 10}</td>" for _ in range(40))
    text = markdown(f"<table><tr>{heads}</tr>{'<tr><td></td></tr>' * 1_900}</table>")
    assert text.count("word") < 2_000


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (f"<table>{'<tr><td>a</td><td>b</td></tr>' * 2_500}</table>", "2,000 of its 2,500 rows"),
        (f"<table><tr>{'<td>a</td>' * 50}</tr></table>", "40 of its columns"),
        (f"<table><tr>{'<td>a</td>' * 40}</tr></table>", ""),
        ("<table><tr><td colspan=99>a</td></tr></table>", ""),
        ("<table><tr><td colspan=99>a</td><td>b</td></tr></table>", ""),
    ],
)
def test_a_table_says_what_was_cut(table, said):
    notice = markdown(table).partition("\n\n")[2]
    assert said in notice
    assert bool(notice) == bool(said)
