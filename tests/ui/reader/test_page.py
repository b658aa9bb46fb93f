from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor

from viewer import paths
from viewer.document import parse
from viewer.library.digest import lay_out
from viewer.library.source import read_source
from viewer.model import Mark, Passage
from viewer.ui.reader.formats import Formats, PageStyle
from viewer.ui.reader.page import PageBuilder, code_point_offset, utf16_offset
from viewer.ui.settings import Reading
from viewer.ui.theme import SCHEMES

ARTICLES = sorted(paths.sample_library().glob("*.md"))
STYLE = PageStyle(SCHEMES["light"], Reading())


def build(document):
    builder = PageBuilder(Formats(STYLE))
    builder.begin(builder.formats.paragraph(), builder.formats.text())
    builder.write("What stands in front of the article", builder.formats.text())
    builder.article(document)
    return builder.finish()


def assert_shows_the_text_of_record(document):
    page = build(document)
    assert len(page.positions) == len(document.blocks)
    assert list(page.positions) == sorted(set(page.positions)), "one QTextBlock each, in order"
    for block, position in zip(document.blocks, page.positions, strict=True):
        shown = page.document.findBlock(position)
        assert shown.position() == position
        assert shown.text() == block.text


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_sample_article_is_shown_as_its_text_of_record(qapp, path):
    document, _ = lay_out(read_source(path.parent, path.name))
    assert_shows_the_text_of_record(document)


@pytest.mark.parametrize(
    "markdown",
    [
        "| a | b |\n|---|---|\n| 1 | 2 |\n|  | 4 |",
        "Before\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n| c |\n|---|\n| 3 |\n\nAfter",
        "- one\n- two\n    1. three\n    2. four\n\n> quoted\n>\n> - in a quotation",
        "```\nline one\n\n    line three\n```\n\nText[^1]\n\n[^1]: A note.",
        "Family 👨‍👩‍👧 and *emoji 🎉 in emphasis* and `code`",
        "Two  \nlines and a rule\n\n---\n\nTerm\n:   its meaning",
        "عربي **غامق** ثم English",
        "<table><tr><td rowspan=2>x</td><td>y</td></tr><tr><td colspan=9>z</td></tr></table>",
        "",
    ],
)
def test_every_kind_of_block_is_shown_as_its_text_of_record(qapp, markdown):
    assert_shows_the_text_of_record(parse(markdown))


def test_a_passage_is_a_place_on_the_page_and_back(qapp):
    document = parse("First 🎉 paragraph.\n\n| a | b |\n|---|---|\n| one | two 🎈 three |\n\nLast paragraph.")
    page = build(document)
    for number, block in enumerate(document.blocks):
        for begin in range(len(block.text)):
            passage = Passage(number, begin, len(block.text))
            cursor = page.cursor(passage)
            assert cursor.selectedText() == block.text[begin:]
            assert page.passage_at(cursor.selectionStart()) == Passage(number, begin, begin)


def test_what_stands_in_front_is_no_place_in_the_article(qapp):
    page = build(parse("Text"))
    assert page.passage_at(3) is None


def test_offsets_go_both_ways_between_code_points_and_qt(qapp):
    text = "a🎉b é 👩‍🚀 z"
    for offset in range(len(text) + 1):
        assert code_point_offset(text, utf16_offset(text, offset)) == offset
    assert utf16_offset(text, 2) == 3


def test_links_are_keys_and_never_addresses_that_qt_could_follow(qapp):
    page = build(parse("See [this](https://news.example/a) and [that](other.md)."))
    cursor = QTextCursor(page.document)
    cursor.setPosition(page.positions[0] + 6)
    key = cursor.charFormat().anchorHref()
    assert key == "link:0"
    assert page.link(key) == "https://news.example/a"
    assert page.link("link:1") == "other.md"
    assert page.link("link:99") == page.link("file:///etc/passwd") == ""


def test_marks_are_shown(qapp):
    formats = Formats(STYLE)
    base = formats.text()
    assert formats.run(base, Mark.ITALIC).fontItalic()
    assert formats.run(base, Mark.STRIKE).fontStrikeOut()
    assert formats.run(base, Mark.BOLD).fontWeight() > base.fontWeight()
    assert formats.run(base, Mark.SUPERSCRIPT).verticalAlignment() != base.verticalAlignment()
