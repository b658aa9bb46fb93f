"""A comparison as a page, bounded and never by colour alone."""

from viewer.document.comparison import Change, ComparedParagraph, Comparison, Piece, compare
from viewer.model import BlockKind
from viewer.ui.comparison_page import CUT, MOST_PARAGRAPHS, page_of
from viewer.ui.reader.formats import PageStyle
from viewer.ui.settings import Reading
from viewer.ui.theme import SCHEMES

STYLE = PageStyle(SCHEMES["light"], Reading())


def paragraph(text, change=Change.SAME):
    return ComparedParagraph(BlockKind.PARAGRAPH, change, (Piece(text, change),))


def lines(page):
    return page.document.toPlainText().split("\n")


def test_what_is_the_same_stands_only_around_changes(qapp):
    same = [paragraph(f"Same {n}.") for n in range(9)]
    page = page_of(Comparison((*same[:5], paragraph("New.", Change.ADDED), *same[5:]), 1, 0), STYLE)
    assert lines(page) == [
        "4 paragraphs are the same",
        "\tSame 4.",
        "+\tNew.",
        "\tSame 5.",
        "3 paragraphs are the same",
    ]
    assert page.document.findBlock(page.changes[0]).text() == "+\tNew."


def test_changes_differ_by_more_than_colour(qapp):
    pieces = (Piece("Twelve", Change.REMOVED), Piece("Fifteen", Change.ADDED), Piece(" men", Change.SAME))
    page = page_of(Comparison((ComparedParagraph(BlockKind.PARAGRAPH, Change.CHANGED, pieces),), 1, 1), STYLE)
    block = page.document.firstBlock()
    assert block.text() == "±\tTwelveFifteen men"
    looks = {}
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        looks[fragment.text().strip()] = fragment.charFormat()
        fragments += 1
    assert looks["Twelve"].fontStrikeOut()
    assert looks["Fifteen"].fontUnderline()
    assert not looks["men"].fontUnderline()


def test_a_page_ends_somewhere(qapp):
    page = page_of(Comparison(tuple(paragraph("x", Change.ADDED) for _ in range(MOST_PARAGRAPHS + 5)), 9, 0), STYLE)
    assert lines(page)[-1] == CUT
    assert len(lines(page)) == MOST_PARAGRAPHS + 1
    huge = page_of(Comparison((paragraph("word " * 200_000, Change.REMOVED),), 0, 9), STYLE)
    assert lines(huge) == [CUT]


def test_two_equal_texts_need_one_line(qapp):
    assert lines(page_of(compare([], []), STYLE)) == [""]
    assert lines(page_of(Comparison((paragraph("x"),), 0, 0), STYLE)) == ["1 paragraph is the same"]
