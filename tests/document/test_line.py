from __future__ import annotations

import pytest

from viewer.document.line import Line
from viewer.model import Mark, Run


def finish(*pieces):
    line = Line()
    for piece in pieces:
        if piece is None:
            line.line_break()
        elif isinstance(piece, str):
            line.add(piece)
        else:
            line.add(*piece)
    return line.finish()


def test_white_space_collapses_over_pieces():
    assert finish("  one \n", " two", ("\tthree ", Mark.BOLD), " four  ") == (
        "one two three four",
        (Run(7, 14, Mark.BOLD),),
    )


def test_no_break_spaces_stay_inside():
    assert finish("a\u00a0b")[0] == "a\u00a0b"


def test_a_run_without_a_visible_character_is_none():
    assert finish("a ", (" ", Mark.BOLD)) == ("a", ())


def test_runs_alike_that_touch_are_one():
    assert finish(("a", Mark.BOLD), ("b", Mark.BOLD), ("c", Mark.ITALIC))[1] == (
        Run(0, 2, Mark.BOLD),
        Run(2, 3, Mark.ITALIC),
    )


def test_breaks_are_line_separators_within_the_text_only():
    assert finish(None, "a ", None, " b", None)[0] == "a\u2028b"


def test_a_next_line_begins_once():
    line = Line()
    line.next_line()
    line.add("a ")
    line.next_line()
    line.next_line()
    line.add("b")
    assert line.finish()[0] == "a\u2028b"


def test_the_line_is_empty_after_finish():
    line = Line()
    line.add("a", Mark.BOLD)
    assert line
    line.finish()
    assert not line
    assert line.finish() == ("", ())


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("see https://example.org/a_b.", "https://example.org/a_b"),
        ("(https://example.org/x(y))", "https://example.org/x(y)"),
        ("at http://example.org/?a=b&c=d, then", "http://example.org/?a=b&c=d"),
        ("“https://example.org/”", "https://example.org/"),
    ],
)
def test_bare_addresses_become_links(text, address):
    whole, (run,) = finish(text)
    assert whole == text
    assert (whole[run.begin : run.end], run.link) == (address, address)


@pytest.mark.parametrize("piece", ["https://", "xjavascript://y", ("https://example.org", Mark.CODE)])
def test_these_are_no_addresses(piece):
    assert not any(run.link for run in finish(piece)[1])


def test_a_link_is_not_linked_again():
    assert finish(("https://a.example", Mark.NONE, "https://b.example"))[1] == (
        Run(0, 17, Mark.NONE, "https://b.example"),
    )


def test_controls_and_separators_do_not_get_in():
    assert finish("a\u2029b\u202ec\x07\ufffcd")[0] == "a bcd"
