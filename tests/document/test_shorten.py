from __future__ import annotations

from viewer.document.shorten import MAX_ROWS, NOTICE, shorten_tables
from viewer.document.table import MAX_CELLS

HEAD = "|a|b|\n|-|-|\n"


def test_tables_of_common_size_are_left_alone():
    markdown = HEAD + "|1|2|\n" * 500 + "\nAfter.\n" + "<table>" + "<tr><td>x</td></tr>" * 500 + "</table>"
    assert shorten_tables(markdown) == (markdown, "")


def test_the_rows_beyond_the_limit_go_and_the_text_after_stays():
    shorter, notice = shorten_tables("Before.\n\n" + HEAD + "|1|2|\n" * 100_000 + "\nAfter.")
    assert shorter.count("|1|2|") == MAX_CELLS // 2
    assert shorter.startswith("Before.")
    assert shorter.endswith("\n\nAfter.")
    assert notice == NOTICE


def test_bars_without_a_table_are_text():
    markdown = "a | b\n" * 5_000
    assert shorten_tables(markdown) == (markdown, "")


def test_a_table_of_tags_is_cut_at_its_own_end():
    table = "<table>" + "<tr><td>x</td></tr>" * 100_000 + "</table>"
    shorter, notice = shorten_tables(f"Before.\n\n{table}\n\nAfter <table><tr><td>y</td></tr></table>")
    assert shorter.count("<tr>") == MAX_ROWS - 1 + 1
    assert shorter.count("</table>") == 2
    assert "After" in shorter
    assert notice == NOTICE


def test_a_table_that_never_ends_is_cut_too():
    shorter, notice = shorten_tables("<table>" + "<tr><td>x" * 100_000)
    assert shorter.count("<tr>") == MAX_ROWS - 1
    assert notice == NOTICE


def test_nested_tables_count_with_the_outermost():
    shorter, _ = shorten_tables("<table><tr><td>" + "<table><tr><td>x</table>" * 10_000 + "</table>after")
    assert shorter.count("<tr>") == MAX_ROWS - 1
    assert shorter.endswith("</table>after")
