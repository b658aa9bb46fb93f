"""Highlights on the page: their grounds, the sign of a note, what is said under the pointer."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor

from viewer.document import parse
from viewer.library.highlights import Annotation
from viewer.library.quoting import Quotation, QuoteFinder
from viewer.model import Passage
from viewer.ui.reader.formats import Formats, PageStyle, hit_look
from viewer.ui.reader.highlighting import COLORS, TONES, contrast, ground, notes_html, paint, tone_name
from viewer.ui.reader.page import PageBuilder
from viewer.ui.settings import Reading
from viewer.ui.theme import SCHEMES

LINES = QTextCharFormat.UnderlineStyle
TEXT = """\
Helicopters 😀 came to [the border](halt.md) in time.

> A quotation of `code`.

| a | b |
|---|---|
| c | d |
"""
LIGHT = SCHEMES["light"]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("ink", ["text", "muted", "accent"])
def test_every_text_can_be_read_on_every_highlight(scheme, tone, ink):
    colors = SCHEMES[scheme]
    assert contrast(ground(colors, tone), getattr(colors, ink)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_grounds_differ_from_the_page_from_hits_and_from_one_another(scheme):
    colors = SCHEMES[scheme]
    grounds = [ground(colors, tone) for tone in TONES]
    others = [colors.base, colors.highlight, colors.selection, colors.accent]
    for number, one in enumerate(grounds):
        for other in [*others, *grounds[:number]]:
            parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
            assert sum(abs(a - b) for a, b in parts) >= 18


@pytest.mark.parametrize(
    ("color", "name"),
    [
        ("yellow", "yellow"),
        ("Pink", "pink"),
        ("hl-green", "green"),
        ("dark red", "pink"),
        ("violet", "purple"),
        ("#ffcc00", "yellow"),
        ("#ff0000", "pink"),
        ("#00F", "blue"),
        ("4caf50", "green"),
        ("#ff8000ff", "orange"),
        ("#888888", "yellow"),
        ("", "yellow"),
        ("important", "yellow"),
        ("#zzz", "yellow"),
    ],
)
def test_whatever_a_colour_is_called_the_nearest_is_taken(color, name):
    assert tone_name(color) == name


@pytest.fixture
def written(qapp):
    """A page of TEXT, and a way to paint quotations on it."""
    document = parse(TEXT)
    builder = PageBuilder(Formats(PageStyle(LIGHT, Reading())))
    builder.article(document)
    page = builder.finish()

    def put(quote, **about):
        begin, end = QuoteFinder(document.text).find(Quotation(quote))
        start, passages = 0, []
        for number, block in enumerate(document.blocks):
            first, last = max(0, begin - start), min(len(block.text), end - start)
            if first < last:
                passages.append(Passage(number, first, last))
            start += len(block.text) + 2
        return paint(page, LIGHT, [Annotation(quote, passages=tuple(passages), **about)])

    return page, put


def look_at(page, words):
    """The format of the first character of ``words``."""
    cursor = page.document.find(words)
    cursor.setPosition(cursor.selectionStart() + 1)
    return cursor.charFormat()


def painted(page):
    """All the text that stands on a highlight's ground."""
    grounds = {ground(LIGHT, tone).rgb() for tone in TONES}
    found, cursor = "", QTextCursor(page.document)
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        if cursor.charFormat().background().color().rgb() in grounds and not cursor.atBlockStart():
            found += page.document.characterAt(cursor.position() - 1)
    return found


def test_only_the_words_are_painted_even_behind_what_takes_two_units(written):
    page, put = written
    put("came to the border", color="green")
    assert painted(page) == "came to the border"
    assert look_at(page, "came").background().color() == ground(LIGHT, "green")


def test_over_paragraphs_and_cells_each_part_is_painted(written):
    page, put = written
    put("in time.\n\nA quotation of code.\n\na\n\nb\n\nc")
    assert painted(page) == "in time.A quotation of code.abc"


def test_a_note_is_told_by_dashes_that_leave_links_their_line(written):
    page, put = written
    put("came to the border in", note="why?")
    assert look_at(page, "came").underlineStyle() == LINES.DashUnderline
    assert look_at(page, "the border").underlineStyle() == LINES.SingleUnderline
    assert look_at(page, "the border").foreground().color() == LIGHT.accent
    assert look_at(page, "Helicopters").underlineStyle() == LINES.NoUnderline


def test_what_there_is_to_tell_is_given_by_block(written):
    _page, put = written
    noted = put("time.\n\nA quotation", note="both")
    assert {number: [one.note for _, one in row] for number, row in noted.items()} == {0: ["both"], 1: ["both"]}
    assert put("time.", tags=("war",))[0][0][1].tags == ("war",)
    assert not put("time.")


def test_a_hit_hides_the_ground_below_it():
    look = hit_look(LIGHT, here=False)
    assert look.background().color() == LIGHT.highlight
    assert look.underlineStyle() == LINES.SingleUnderline


def test_nothing_in_a_note_is_taken_for_markup():
    html = notes_html([Annotation("q", "<img src='file:///etc/passwd'>\nand more", ("<b>",))])
    assert "<img" not in html
    assert "&lt;b&gt;" in html
    assert html.count("<br>") == 2


def test_a_long_note_says_where_all_of_it_is():
    html = notes_html([Annotation("q", "word " * 1_000)])
    assert len(html) < 800
    assert "“Highlights and notes” shows all" in html


@pytest.mark.parametrize("order", [1, -1])
def test_a_short_one_lies_over_the_long_one_around_it(order):
    builder = PageBuilder(Formats(PageStyle(LIGHT, Reading())))
    document = parse(TEXT)
    builder.article(document)
    page = builder.finish()
    both = [
        Annotation("x", color="green", passages=(Passage(0, 0, 9),)),
        Annotation("y", color="blue", passages=(Passage(0, 0, 20), Passage(1, 0, 4))),
    ]
    paint(page, LIGHT, both[::order])
    cursor = page.cursor(Passage(0, 5, 5))
    assert cursor.charFormat().background().color() == ground(LIGHT, "green")


def test_the_reader_chooses_from_colours_that_there_are():
    assert set(COLORS) <= set(TONES)
