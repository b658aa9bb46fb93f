from __future__ import annotations

import pytest

from viewer.document.markup import to_html
from viewer.document.sink import Sink
from viewer.document.walk import MAX_DEPTH, MAX_IMAGES, Walk
from viewer.model import BlockKind, ImageReference, Mark, Run


def walk(markdown):
    sink = Sink("en")
    Walk(sink).run(to_html(markdown))
    return sink


def blocks(markdown):
    return walk(markdown).blocks


def shapes(markdown):
    return [(block.kind, block.text) for block in blocks(markdown)]


P, H, L, Q, C = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CELL


def test_paragraphs_headings_and_rules():
    assert shapes("# One\n\nText\nmore\n\n***\n\n## Two ##") == [
        (H, "One"), (P, "Text more"), (BlockKind.RULE, ""), (H, "Two"),
    ]  # fmt: skip
    assert [block.level for block in blocks("# One\n\n#### Four")] == [1, 4]


@pytest.mark.parametrize(
    ("markdown", "mark"),
    [
        ("**x**", Mark.BOLD),
        ("*x*", Mark.ITALIC),
        ("***x***", Mark.BOLD | Mark.ITALIC),
        ("`x`", Mark.CODE),
        ("~~x~~", Mark.STRIKE),
        ("==x==", Mark.HIGHLIGHT),
        ("<u>x</u>", Mark.UNDERLINE),
        ("<sup>x</sup>", Mark.SUPERSCRIPT),
        ("<sub>x</sub>", Mark.SUBSCRIPT),
    ],
)
def test_marks(markdown, mark):
    (block,) = blocks(f"a {markdown} b")
    assert (block.text, block.runs) == ("a x b", (Run(2, 3, mark),))


def test_links_carry_marks_and_bad_ones_only_their_text():
    (block,) = blocks('[a *b*](x.md "title") [c](javascript:alert(1)) <https://example.org/>')
    assert block.text == "a b c https://example.org/"
    assert block.runs == (
        Run(0, 2, Mark.NONE, "x.md"),
        Run(2, 3, Mark.ITALIC, "x.md"),
        Run(6, 26, Mark.NONE, "https://example.org/"),
    )


def test_breaks_quotations_and_references():
    assert shapes("one<br>two  \nthree <q>four</q> &lt;b&gt; &amp;amp;") == [
        (P, "one\u2028two\u2028three “four” <b> &amp;")
    ]


def test_lists_have_markers_and_levels():
    items = blocks("3. a\n4. b\n    - c\n        - d\n\n    more b\n\n5. e")
    assert [(b.text, b.marker, b.level) for b in items] == [
        ("a", "3.", 1), ("b", "4.", 1), ("c", "◦", 2), ("d", "▪", 3), ("more b", "", 1), ("e", "5.", 1),
    ]  # fmt: skip


def test_quotations_are_counted_around_whatever_they_hold():
    assert [(b.kind, b.quoted) for b in blocks("> a\n>\n> > b\n>\n> - c\n\nd")] == [(Q, 1), (Q, 2), (L, 1), (P, 0)]


def test_terms_and_definitions():
    assert shapes("Hashd\n: A force.") == [(BlockKind.TERM, "Hashd"), (BlockKind.DEFINITION, "A force.")]


def test_code_is_a_block_for_each_line_with_its_indentation():
    assert shapes("```py\ndef f():\n\n\treturn <b>\n```") == [
        (BlockKind.CODE, "def f():"), (BlockKind.CODE, ""), (BlockKind.CODE, "    return <b>"),
    ]  # fmt: skip


def test_tables():
    cells = blocks("| a | b |\n|:-:|--:|\n| *1* | |")
    assert [(b.kind, b.text, b.cell.row, b.cell.column, b.cell.header, b.cell.align) for b in cells] == [
        (C, "a", 0, 0, True, "center"),
        (C, "b", 0, 1, True, "right"),
        (C, "1", 1, 0, False, "center"),
        (C, "", 1, 1, False, "right"),
    ]
    assert cells[2].runs == (Run(0, 1, Mark.ITALIC),)


def test_what_stands_in_a_cell_becomes_lines_of_it():
    html = "<table><caption>Cap</caption><tr><td><p>a</p><ul><li>b</li></ul><img src='x.png' alt='pic'><pre>c\nd</pre>"
    assert shapes(html) == [(BlockKind.CAPTION, "Cap"), (C, "a\u2028• b\u2028pic\u2028c\u2028d")]


def test_nested_tables_are_flattened_into_the_outer_cell():
    (cell,) = blocks("<table><tr><td>" * 50 + "x" + "</td></tr></table>" * 50)
    assert (cell.kind, cell.text, cell.cell.table) == (C, "x", 0)


def test_tables_are_numbered():
    table = "<table><tr><td>x</td></tr></table>\n\n"
    assert [block.cell.table for block in blocks(table * 3)] == [0, 1, 2]


def test_pictures_part_the_paragraph_and_have_captions():
    assert [(b.kind, b.text, b.image) for b in blocks('before ![Map](map.png "The *map*") after')] == [
        (P, "before", None),
        (BlockKind.IMAGE, "\ufffc", ImageReference("map.png", "Map")),
        (BlockKind.CAPTION, "The *map*", None),
        (P, "after", None),
    ]
    figure = "<figure><img src='a.jpg' alt='A' title='T'><figcaption>Cap <b>x</b></figcaption></figure>"
    assert shapes(figure) == [(BlockKind.IMAGE, "\ufffc"), (BlockKind.CAPTION, "Cap x")]


@pytest.mark.parametrize("source", ["https://example.org/x.png", "//h/x.png", "/x.png", "data:image/png,x", "x.svg"])
def test_other_pictures_become_their_description(source):
    assert shapes(f"a ![Map]({source}) b") == [(P, "a Map b")]
    assert shapes(f'<p>a <img src="{source}" alt="Map"> b</p>') == [(P, "a Map b")]


def test_pictures_beyond_the_limit_become_their_description():
    sink = walk("![x](a.png)\n\n" * (MAX_IMAGES + 2))
    assert sum(block.kind is BlockKind.IMAGE for block in sink.blocks) == MAX_IMAGES
    assert [(b.kind, b.text) for b in sink.blocks[MAX_IMAGES:]] == [(P, "x"), (P, "x")]
    assert "200 pictures" in sink.document().notice


def test_footnotes_stand_at_the_end_without_an_arrow():
    text, note, more, other = blocks("a[^n] b[^2] c[^n]\n\n[^n]: The *note*.\n\n    More.\n[^2]: Other\n")
    assert text.text == "a1 b2 c1"
    assert [(run.marks, run.link) for run in text.runs] == [
        (Mark.SUPERSCRIPT, "#fn-1"), (Mark.SUPERSCRIPT, "#fn-2"), (Mark.SUPERSCRIPT, "#fn-1"),
    ]  # fmt: skip
    assert [(b.kind, b.text, b.marker, b.anchor) for b in (note, more, other)] == [
        (BlockKind.FOOTNOTE, "The note.", "1", "fn-1"),
        (BlockKind.FOOTNOTE, "More.", "", ""),
        (BlockKind.FOOTNOTE, "Other", "2", "fn-2"),
    ]


def test_anchors():
    heading, named, unnamed = blocks("## What's new?\n\n<a name='here'></a>text\n\nmore")
    assert (heading.anchor, named.anchor, unnamed.anchor) == ("whats-new", "here", "")


def test_depth_beyond_the_limit_is_shown_at_the_limit():
    deepest = blocks("<ul><li>" * 30 + "x" + "</li></ul>" * 30 + "\n\n" + "<blockquote>" * 30 + "y")
    assert [(b.text, b.level, b.quoted) for b in deepest] == [("x", MAX_DEPTH, 0), ("y", 0, MAX_DEPTH)]


def test_tasks_have_a_box_as_their_marker():
    done, todo, plain = blocks("- [x] call *them*\n- [ ] write\n- [y] else")
    assert [(b.marker, b.text) for b in (done, todo, plain)] == [("☑", "call them"), ("☐", "write"), ("•", "[y] else")]
    assert done.runs == (Run(5, 9, Mark.ITALIC),)
