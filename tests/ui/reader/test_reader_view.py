"""The reading pane: long texts are laid out in steps, and places are kept all the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QImage, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip

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


def at_top(reader):
    """The place at the top, and how far below the edge its line begins."""
    place = reader.place()
    return place, reader.cursorRect(reader.page.cursor(place)).top()


def test_the_place_does_not_wander_however_often_the_pane_or_the_text_changes(program):
    window = program.window
    reader, size = window.reader, window.size()
    scroll_to_paragraph(reader, 12)
    reader.verticalScrollBar().setValue(reader.verticalScrollBar().value() + 71)  # amidst the paragraph
    settle(program)
    before = at_top(reader)
    for name in ("show_library", "show_library", "text_larger", "text_larger", "text_smaller", "text_smaller") * 4:
        window.actions_table[name].trigger()
        settle(program)
    assert at_top(reader) == before
    for wider in (*range(0, 300, 20), *range(300, -1, -20)):
        window.resize(size.width() + wider, size.height() - wider // 3)
        settle(program)
    assert at_top(reader) == before


def test_at_the_end_the_place_comes_back_when_a_pane_below_went_and_came(program):
    window = program.window
    bar = window.reader.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(program)
    before = at_top(window.reader)
    window.actions_table["show_timeline"].trigger()
    settle(program)
    assert at_top(window.reader) != before  # more of the text is in sight
    window.actions_table["show_timeline"].trigger()
    settle(program)
    assert at_top(window.reader) == before


def test_who_scrolls_on_is_held_where_that_led(program):
    window = program.window
    scroll_to_paragraph(window.reader, 12)
    window.actions_table["show_library"].trigger()
    settle(program)
    scroll_to_paragraph(window.reader, 20)
    window.actions_table["show_library"].trigger()
    settle(program)
    assert window.reader.page.blocks[window.reader.place().block].text.startswith("Paragraph 20 ")


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


def heights(reader):
    """How tall each block of words stands on the page."""
    document, layout = reader.document(), reader.document().documentLayout()
    blocks = (document.findBlockByNumber(number) for number in range(document.blockCount()))
    return [layout.blockBoundingRect(block).height() for block in blocks if block.text().strip()]


@pytest.fixture(params=[40, PARAGRAPHS], ids=["of ordinary length", "long"])
def with_picture(program, folder, request):
    """An article with a picture near its beginning, and much text below."""
    picture = QImage(900, 500, QImage.Format.Format_RGB32)
    picture.fill(0x335577)
    picture.save(str(folder / "map.png"))
    told = f"tells of the river and its towns{', on and on' * 25}."
    lines = "\n\n".join(f"Paragraph {n} {told}" for n in range(request.param))
    (folder / "map.md").write_text(f"# With a map\n\nA river.\n\n![The map](map.png)\n\n{lines}\n", encoding="utf-8")
    program.session.refresh()
    settle(program)
    program.window.articles.open(program.session.library.find("map.md"))
    settle(program)
    return program


@pytest.mark.parametrize("command", ["text_larger", "theme_dark", "show_library"])
def test_an_article_with_a_picture_can_be_read_to_its_end_whatever_changes(with_picture, command):
    reader = with_picture.window.reader
    assert min(heights(reader)) > 5
    with_picture.window.actions_table[command].trigger()
    settle(with_picture)
    assert min(heights(reader)) > 5
    bar = reader.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert reader.position_at(reader.viewport().height() - 40) >= reader.document().lastBlock().position()


def test_a_picture_is_seen_once_it_is_decoded(with_picture):
    reader = with_picture.window.reader
    cursor = QTextCursor(reader.document())
    cursor.setPosition(reader.page.positions[next(iter(reader.page.images.values()))] + 1)
    place = reader.cursorRect(cursor)
    seen = reader.viewport().grab().toImage()
    assert seen.pixelColor(round((place.left() - 20) * seen.devicePixelRatio()), place.center().y()).name() == "#335577"


def test_a_picture_is_no_wider_than_a_narrow_pane(with_picture):
    window = with_picture.window
    for width in (900, 760, 640, 900):
        window.resize(width, 700)
        settle(with_picture)
        assert window.reader.horizontalScrollBar().maximum() == 0
        assert min(heights(window.reader)) > 5


def test_the_scroll_bar_tells_of_the_whole_page_once_all_of_it_is_laid_out(long_text):
    reader, window = long_text.window.reader, long_text.window
    window.resize(window.width() + 40, window.height())
    reader.lay_out_all()
    QApplication.processEvents()
    at_once = reader.verticalScrollBar().maximum()
    settle(long_text)
    assert reader.verticalScrollBar().maximum() == at_once


def told(qtbot):
    """What the tip says once it stands, or is away, for good."""
    qtbot.wait(400)  # Qt takes a tip away 300 ms after it was told to
    return QToolTip.text()


def move(reader, by=0):
    """The pointer moves in the middle of the text by some px, or is said to be where it was."""
    where = QCursor.pos() + QPoint(by, 0)
    point = reader.viewport().mapFromGlobal(where)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(point), QPointF(where), none, none, Qt.KeyboardModifier.NoModifier
    )
    reader.mouseMoveEvent(event)


def test_a_receipt_goes_with_its_place(window, press, qtbot):
    press(Qt.Key.Key_D)
    assert "Thursday 1 November 2018" in told(qtbot)
    press(Qt.Key.Key_PageDown)
    assert told(qtbot) == ""


def test_a_receipt_does_not_lie_over_another_article(program, window, press, qtbot):
    press(Qt.Key.Key_D)
    window.articles.open(program.session.library.find("bread.md"))
    settle(program)
    assert told(qtbot) == ""


def test_esc_takes_a_receipt_away(window, press, qtbot):
    press(Qt.Key.Key_D)
    press(Qt.Key.Key_Escape)
    assert told(qtbot) == ""


def test_only_a_pointer_that_moves_takes_a_receipt_away(window, press, qtbot):
    reader = window.reader
    QCursor.setPos(reader.viewport().mapToGlobal(reader.viewport().rect().center()))
    press(Qt.Key.Key_D)
    for by in (0, 2):
        move(reader, by)
    assert "Thursday 1 November 2018" in told(qtbot)
    move(reader, 60)
    assert told(qtbot) == ""


def test_a_pointer_that_lay_on_a_date_leaves_the_receipt_of_the_next(window, press, qtbot):
    reader = window.reader
    cursor = reader.document().find("Thursday")
    cursor.setPosition(cursor.selectionStart() + 2)
    QCursor.setPos(reader.viewport().mapToGlobal(reader.cursorRect(cursor).center()))
    move(reader)
    press(Qt.Key.Key_D)
    press(Qt.Key.Key_D)
    move(reader)
    assert "late 2017" in told(qtbot)
