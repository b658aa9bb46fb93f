"""The reading pane: long texts are laid out in steps, and places are kept all the same."""

from __future__ import annotations

import pytest

from viewer.app import settle
from viewer.model import Passage
from viewer.ui.theme import SCHEMES

PARAGRAPHS = 2_400


@pytest.fixture
def long_text(program, folder):
    told = "tells of the river and its towns" + ", on and on" * 25
    lines = "\n\n".join(f"Paragraph {n} {told}." for n in range(PARAGRAPHS))
    (folder / "long.md").write_text(f"# A long one\n\n{lines}\n", encoding="utf-8")
    program.session.refresh()
    settle(program)
    program.window.articles.open(program.session.library.find("long.md"))
    settle(program)
    return program


def shown_at_top(reader):
    block = reader.place().block
    return reader.page.blocks[block].text.partition(" tells")[0]


def scroll_to_paragraph(reader, number):
    block = next(n for n, block in enumerate(reader.page.blocks) if block.text.startswith(f"Paragraph {number} "))
    reader.go_to(Passage(block, 0, 0))


def test_at_the_top_a_wider_pane_does_not_wait_for_the_whole_text(long_text):
    reader = long_text.window.reader
    settle(long_text)
    whole = reader.verticalScrollBar().maximum()
    long_text.window.resize(long_text.window.width() + 200, long_text.window.height())
    assert reader.verticalScrollBar().maximum() < whole
    settle(long_text)
    assert reader.place() is None


def test_the_place_stays_when_the_pane_or_the_text_changes(long_text):
    window = long_text.window
    for number in (40, 1_500, 2_390):
        scroll_to_paragraph(window.reader, number)
        assert shown_at_top(window.reader) == f"Paragraph {number}"
        window.resize(window.width() + 100, window.height())
        settle(long_text)
        assert shown_at_top(window.reader) == f"Paragraph {number}"
        window.actions_table["text_larger"].trigger()
        assert shown_at_top(window.reader) == f"Paragraph {number}"
        settle(long_text)
        assert shown_at_top(window.reader) == f"Paragraph {number}"


def test_a_place_far_down_is_there_at_once_when_the_article_is_opened_there(long_text):
    window = long_text.window
    scroll_to_paragraph(window.reader, 2_000)
    article = window.articles.article.id
    window.articles.open(long_text.session.library.find("lead.md"))
    settle(long_text)
    window.actions_table["go_back"].trigger()
    settle(long_text)
    assert window.articles.article.id == article
    assert shown_at_top(window.reader) == "Paragraph 2000"
    assert "Related in your library" in window.reader.toPlainText()[-3000:]


BESIDE = """\
# Beside

> {words} {words} {words} {words} {words} {words} {words} {words} {words} {words}
>
> - {words}
"""


@pytest.mark.parametrize("words", ["the council met again and agreed", "اجتمع المجلس مرة أخرى ووافق على الخطة"])
def test_the_bar_beside_a_quotation_stands_clear_of_its_words(program, folder, words):
    (folder / "beside.md").write_text(BESIDE.format(words=words), encoding="utf-8")
    program.session.refresh()
    settle(program)
    program.window.articles.open(program.session.library.find("beside.md"))
    settle(program)
    reader = program.window.reader
    number, block = next((n, one) for n, one in enumerate(reader.page.blocks) if one.quoted)
    written = reader.document().findBlock(reader.page.positions[number])
    rect = reader.document().documentLayout().blockBoundingRect(written)
    picture = reader.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    rows = [round((rect.top() + rect.height() * part) * ratio) for part in (0.3, 0.5, 0.7)]
    line = SCHEMES["light"].line
    bar = [x / ratio for x in range(picture.width()) if all(picture.pixelColor(x, y) == line for y in rows)]
    assert bar
    first, last = min(bar), max(bar)
    if block.right_to_left:
        assert first > rect.right()
    else:
        assert last < rect.left() + written.blockFormat().leftMargin()
