"""The reading pane itself: shows a page, says where the reader is, marks events, asks before a link leads away."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import contextmanager, nullcontext
from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QToolTip, QWidget

from viewer.model import DatedPassage, Passage
from viewer.ui.place import Held
from viewer.ui.reader.formats import hit_look, mark_look
from viewer.ui.reader.page import laid_out_in_steps
from viewer.ui.reader.receipt import date_around, next_date, receipt_html, tip_html

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from viewer.library.highlights import Annotation
    from viewer.ui.reader.formats import PageStyle
    from viewer.ui.reader.gallery import Gallery
    from viewer.ui.reader.highlighting import Noted
    from viewer.ui.reader.page import Page

_FLASH_MS = 1400
_UNSEEN_MS = 300
_READING_LINE = 0.3  # the reader's eye is taken to be about this far down the pane
_LEAST_MARGIN = 26
_GAP = 8  # px: less than a line of text is high
_PAGEFUL = 8_000  # characters: more than any pane shows
_SLIP = 10  # px: a pointer that moved no farther was not moved on purpose
_NOTHING: tuple[DatedPassage | None, tuple[Annotation, ...]] = (None, ())


class ReaderView(QTextBrowser):
    """Shows one page.

    Signals: ``link_activated`` with the address behind a link, ``link_hovered`` likewise ("" when left),
    ``date_activated`` with a DatedPassage, ``moved`` with the Passage at the reading line after scrolling,
    ``finished`` when the reader wants to go on at the end, ``painted`` when a new page is on the screen, or, where
    nothing is painted, a moment after it was shown; ``page_changed`` when another document took the pane;
    ``menu_opening`` with the menu of a place that is about to open, and the Passage there, or None.
    """

    link_activated = Signal(object)
    link_hovered = Signal(object)
    date_activated = Signal(object)
    moved = Signal(object)
    finished = Signal()
    painted = Signal()
    page_changed = Signal()
    menu_opening = Signal(object, object)

    def __init__(self, gallery: Gallery, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gallery = gallery
        self._page: Page | None = None
        self._style: PageStyle | None = None
        self._dates: Sequence[DatedPassage] = ()
        self._noted: Noted | None = None
        self._hovered = _NOTHING
        self._rested: QPoint | None = None  # where the pointer lay when a receipt was shown without it
        self._marked: Passage | None = None
        self._hits: list[QTextCursor] = []
        self._at_hit = -1
        self._flashing = self._fleeting = self._keeping = False
        self._held: Held | None = None
        self._room = 0
        self._set_up()

    def _set_up(self) -> None:
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Article")
        self._flash = QTimer(self, singleShot=True, interval=_FLASH_MS)
        self._flash.timeout.connect(self._end_flash)
        self._on_screen = QTimer(self, singleShot=True)
        self._on_screen.timeout.connect(self.painted)
        self._settle = QTimer(self, singleShot=True, interval=60)
        self._settle.timeout.connect(self._tell_where)
        self.anchorClicked.connect(self._on_anchor)
        self.highlighted.connect(self._on_anchor_hovered)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # What is shown

    @property
    def waiting(self) -> bool:
        """Whether a page is on its way to the screen, or its place is about to be told."""
        return self._on_screen.isActive() or self._settle.isActive()

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    def show_page(
        self,
        page: Page,
        style: PageStyle,
        dates: Sequence[DatedPassage] = (),
        noted: Noted | None = None,
    ) -> None:
        """Show ``page``, from its top. ``dates`` and what is ``noted`` on its highlights are told under the pointer.

        ``noted`` is None for a page without highlights.
        """
        self._hide_tip()
        old = self._page
        self._page, self._style, self._dates = page, style, dates
        self._noted, self._held = noted, None
        self._marked, self._hits, self._flashing = None, [], False
        self.setExtraSelections([])
        page.document.setParent(self)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, style.colors.line)  # what Qt draws a rule with
        self.setPalette(palette)
        self._set_margins(page.document)
        self.setDocument(page.document)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        if old is not None and old is not page:
            old.document.deleteLater()
        self._on_screen.start(_UNSEEN_MS)
        self._settle.start()
        self.page_changed.emit()

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:  # noqa: ANN401
        """Answer what the page was not given with nothing, so that Qt never looks for a file of that name."""
        return self._gallery.blank

    # Where the reader is

    def place(self) -> Passage | None:
        """The place in the article at the top of the pane; None above its first line, its last behind its end."""
        if self._page is None or not self._page.blocks or self.verticalScrollBar().value() == 0:
            return None
        return self._page.passage_at(min(self.position_at(2), self._page.body_end))

    def position_at(self, y: int) -> int:
        """The place in the document that stands at height ``y`` of the pane.

        While a long document is still being laid out, Qt takes the gap between two of its paragraphs for the very end:
        so the end counts only where nothing else stands below.
        """
        height, middle = self.viewport().height(), self.viewport().width() // 2
        end = self.document().characterCount() - 1
        found = (self.cursorForPosition(QPoint(middle, at)).position() for at in range(y, max(y + 1, height), _GAP))
        return next((position for position in found if position < end), end)

    def go_to(self, place: Passage | None) -> None:
        """Bring ``place`` to the top of the pane; None is the top of the page."""
        if self._page is None:
            return
        if place is None or place.block >= len(self._page.positions):
            self.verticalScrollBar().setValue(0)
            return
        self._scroll_to(self._page.cursor(place).selectionStart(), 0.0)

    @contextmanager
    def kept_in_place(self) -> Iterator[None]:
        """Keep the line at the top where it is, and the event marked, while article or pane are set anew."""
        if self._page is None or self._keeping:
            yield
            return
        held, marked, page = self._hold(), self._marked, self._page
        caret = self.textCursor()
        before = caret.anchor(), caret.position()
        self._keeping = True
        try:
            yield
        finally:
            self._keeping = False
        if self._marked is not marked:
            self._marked = marked
            self._refresh_marks()
        if self._page is not page:
            self._put_caret(page, *before)
        self._bring_back(held)

    def _put_caret(self, before: Page, anchor: int, position: int) -> None:
        """Put the caret, and what is selected, where they stood in the page of before."""
        if position and self._page is not None:
            from viewer.ui.reader.selecting import select  # seldom anything was clicked at, or selected

            select(self, before.passage_at(anchor), before.passage_at(position))

    def _hold(self) -> Held:
        """The place as it was when the reader came to it.

        It is asked for again only after the reader scrolled on: lines set anew begin and end elsewhere, and what is
        taken from them each time would wander.
        """
        height = self.verticalScrollBar().value()
        if self._held is None or self._held.now != height:
            place = self.place()
            self._held = Held(place, self._top_of(place), height, height)
        return self._held

    def _bring_back(self, held: Held) -> None:
        bar = self.verticalScrollBar()
        if held.place is None:
            bar.setValue(held.height)
        else:
            self.go_to(held.place)
            bar.setValue(bar.value() + self._top_of(held.place) - held.top)
        self._held = held._replace(now=bar.value())

    def _top_of(self, place: Passage | None) -> int:
        """How far below the upper edge of the pane the line of ``place`` begins."""
        cursor = self._page.cursor(place) if self._page and place else self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        return self.cursorRect(cursor).top()

    def progress(self) -> float:
        """How much of the page lies above the pane's lower edge, 0.0 to 1.0."""
        bar = self.verticalScrollBar()
        return 1.0 if bar.maximum() <= 0 else bar.value() / bar.maximum()

    def tell_where(self) -> None:
        """Say again in a moment where the reader is: somebody who is to know it has come."""
        self._settle.start()

    def _passage_at_height(self, y: int) -> Passage | None:
        if self._page is None:
            return None
        return self._page.passage_at(self.position_at(y))

    def _on_scrolled(self, _value: int) -> None:
        self._hide_tip()
        if not self._settle.isActive():
            self._settle.start()

    def _tell_where(self) -> None:
        bar = self.verticalScrollBar()
        line = 1.0 if bar.value() >= bar.maximum() > 0 else _READING_LINE
        height = round(self.viewport().height() * line)
        position = self.position_at(height)
        if self._page is None or not self._page.blocks:
            return
        place = self._page.passage_at(min(position, self._page.body_end))
        if place is not None:
            self.moved.emit(place)

    def _scroll_to(self, position: int, share: float) -> None:
        self._lay_out(position + _PAGEFUL)
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(round(top - share * self.viewport().height() - 4))

    def _lay_out(self, position: int) -> None:
        """Qt lays a long page out bit by bit; here it is needed down to ``position`` now."""
        document = self.document()
        block = document.findBlock(min(position, document.characterCount() - 1))
        below = ceil(document.documentLayout().blockBoundingRect(block).bottom()) - self.viewport().height()
        if self.verticalScrollBar().maximum() < below:
            self.verticalScrollBar().setMaximum(below)  # it would follow too late for whoever scrolls there now

    def lay_out_all(self) -> None:
        """Have all of the page laid out now, not in steps; the scroll bar tells of it once events were processed."""
        self.document().size()

    # Marks

    def reveal(self, passage: Passage, *, fleeting: bool = False) -> None:
        """Scroll to ``passage`` where it is out of sight, flash it, and keep it faintly marked unless ``fleeting``."""
        if self._page is None or passage.block >= len(self._page.positions):
            return
        self._marked, self._fleeting = passage, fleeting
        self._flashing = True
        self.bring(self._page.cursor(passage))
        self._refresh_marks()
        self._flash.start()

    def mark(self, passage: Passage) -> None:
        """Mark faintly what was marked before the page was set anew; nothing moves."""
        if self._page is not None and passage.block < len(self._page.positions):
            self._marked, self._fleeting = passage, False
            self._refresh_marks()

    def unmark(self) -> None:
        """Take the event's mark away."""
        self._marked = None
        self._refresh_marks()

    def show_hits(self, cursors: list[QTextCursor], at: int = -1) -> None:
        """Mark the results of a search in the article; ``at`` is the number of the one that the reader is at."""
        self._hits, self._at_hit = cursors, at
        self._refresh_marks()

    def bring(self, cursor: QTextCursor) -> None:
        """Scroll to where ``cursor`` begins, unless it is well in sight."""
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        self._lay_out(start.position() + _PAGEFUL)
        shown = self.cursorRect(start)
        if shown.top() < 10 or shown.bottom() > self.viewport().height() * 0.8:
            self._scroll_to(start.position(), _READING_LINE)

    def _end_flash(self) -> None:
        self._flashing = False
        if self._fleeting:
            self._marked = None
        self._refresh_marks()

    def _refresh_marks(self) -> None:
        if self._style is None or self._page is None:
            return
        colors = self._style.colors
        marks = [(cursor, hit_look(colors, here=n == self._at_hit)) for n, cursor in enumerate(self._hits)]
        if self._marked is not None:
            look = mark_look(colors, flashing=self._flashing, among_highlights=self._noted is not None)
            marks.append((self._page.cursor(self._marked), look))
        selections = []
        for cursor, look in marks:
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, look
            selections.append(selection)
        self.setExtraSelections(selections)

    # Under the pointer

    def date_at(self, point: QPoint) -> DatedPassage | None:
        """The temporal expression under ``point`` of the viewport."""
        place = self._place_under(point) if self._dates else None
        return date_around(self._dates, place) if place else None

    def notes_at(self, point: QPoint) -> tuple[Annotation, ...]:
        """The highlights with a note or tags under ``point`` of the viewport."""
        if not self._noted or (place := self._place_under(point)) is None:
            return ()
        noted = self._noted.get(place.block, ())
        return tuple(one for passage, one in noted if passage.begin <= place.begin <= passage.end)

    def _place_under(self, point: QPoint) -> Passage | None:
        if self._page is None:
            return None
        cursor = self.cursorForPosition(point)
        if not self.cursorRect(cursor).adjusted(-14, -2, 14, 2).contains(point):
            return None
        return self._page.passage_at(cursor.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the receipt of the date under the pointer, and the notes on what is highlighted there."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        dated = self.date_at(point)
        under = dated, self.notes_at(point)
        where = event.globalPosition().toPoint()
        if under != self._hovered and not self._rests(where):
            self._hovered = under
            QToolTip.showText(where, tip_html(*under), self)  # none hides it
        if dated is not None and not self.anchorAt(point):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif not self.anchorAt(point):
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def _rests(self, where: QPoint) -> bool:
        """Whether the pointer lies where it lay when a receipt was shown: the text moved below it, not the pointer."""
        if self._rested is not None and (where - self._rested).manhattanLength() > _SLIP:
            self._rested = None
        return self._rested is not None

    def _hide_tip(self) -> None:
        """Take away what is said of a place that is moving off, or of a page that is."""
        if self._hovered != _NOTHING:
            self._hovered, self._rested = _NOTHING, None
            QToolTip.hideText()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a date that is no link selects its event."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        point = event.position().toPoint()
        dated = self.date_at(point)
        if dated is not None and not self.anchorAt(point):
            self.date_activated.emit(dated)

    def step_date(self, forward: bool) -> DatedPassage | None:
        """Go to the next or previous date of the article and show its receipt."""
        if not self._dates or self._page is None:
            return None
        place = self._marked or self._passage_at_height(2) or Passage(0, 0, 0)
        dated = next_date(self._dates, place, forward)
        if dated is None:
            return None
        self.reveal(dated.passage)
        cursor = self._page.cursor(dated.passage)
        where = self.viewport().mapToGlobal(self.cursorRect(cursor).bottomLeft())
        self._hovered, self._rested = (dated, ()), QCursor.pos()
        QToolTip.showText(where, receipt_html(dated.timex), self)
        return dated

    # Links

    def _on_anchor(self, url: QUrl) -> None:
        if self._page is not None:
            self.link_activated.emit(self._page.link(url.toString()))

    def _on_anchor_hovered(self, url: QUrl) -> None:
        if self._page is not None:
            self.link_hovered.emit(self._page.link(url.toString()) if not url.isEmpty() else "")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the place."""
        from viewer.ui.reader.menu import menu_at  # none is wanted at the start

        menu = menu_at(self, event.pos())
        self.menu_opening.emit(menu, self._place_under(event.pos()))
        menu.popup(event.globalPos())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk the links with Tab, then leave; backwards, Qt would stay at the first of them for ever."""
        before = self.textCursor()
        has_moved = super().focusNextPrevChild(forward)
        cursor = self.textCursor()
        if forward or not before.hasSelection() or cursor.selectionStart() != before.selectionStart():
            return has_moved
        cursor.clearSelection()
        self.setTextCursor(cursor)
        return QTextEdit.focusNextPrevChild(self, forward)

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column's width and the line that is being read."""
        with self.kept_in_place():
            if self._page is not None:
                self._set_margins(self._page.document)
            super().resizeEvent(event)

    def column_width(self, style: PageStyle) -> int:
        """Width of the text column of a page in ``style`` as it stands on screen, in px."""
        return max(80, min(style.column, self.viewport().width() - 2 * _LEAST_MARGIN))

    def _set_margins(self, document: QTextDocument) -> None:
        if self._style is None:
            return
        margin = max(_LEAST_MARGIN, (self.viewport().width() - self._style.column) // 2)
        room = self.viewport().width() - 2 * margin
        pictured = self._page is not None and bool(self._page.images)
        frame = document.rootFrame().frameFormat()
        if frame.leftMargin() == margin and (room == self._room or not pictured):
            return
        self._room = room
        frame.setLeftMargin(margin)
        frame.setRightMargin(margin)
        frame.setTopMargin(self._style.em(1.6))
        frame.setBottomMargin(self._style.em(2))
        with laid_out_in_steps(document, always=pictured) if document is self.document() else nullcontext():
            document.rootFrame().setFrameFormat(frame)
            if self._page is not None:
                self._gallery.fit(self._page, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the bar beside each quotation in sight."""
        super().paintEvent(event)
        if self._on_screen.isActive() and self._on_screen.interval() > 0:
            self._on_screen.start(0)
        if self._page is None or self._style is None or not any(block.quoted for block in self._page.blocks):
            return
        painter = QPainter(self.viewport())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.colors.line)
        shift = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        for number in self._numbers_in_sight():
            block = self._page.blocks[number]
            if block.quoted:
                rect = layout.blockBoundingRect(self.document().findBlock(self._page.positions[number]))
                self._paint_bar(painter, rect.translated(0, -shift), block.right_to_left)
        painter.end()

    def _paint_bar(self, painter: QPainter, rect: QRectF, right_to_left: bool) -> None:
        if self._style is None:
            return
        inset = self._style.em(0.3)
        x = rect.left() + inset
        if right_to_left:
            # Qt gives a block without its margins, but begins it where the column does: there is no right edge in it.
            x = self.document().textWidth() - self.document().rootFrame().frameFormat().rightMargin() - 3 - inset
        painter.drawRoundedRect(QRectF(x, rect.top(), 3, rect.height()), 1.5, 1.5)

    def _numbers_in_sight(self) -> range:
        if self._page is None or not self._page.positions:
            return range(0)
        top = self.position_at(0)
        bottom = self.cursorForPosition(QPoint(self.viewport().width(), self.viewport().height())).position()
        first = max(0, bisect_right(self._page.positions, top) - 1)
        return range(first, bisect_right(self._page.positions, bottom))

    def leaveEvent(self, event: QEvent) -> None:
        """No receipt stays behind."""
        self._hovered = _NOTHING
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space scrolls a page, Esc takes a receipt away; everything else as Qt does it."""
        if event.key() == Qt.Key.Key_Escape:
            self._hide_tip()
        if event.key() == Qt.Key.Key_Space:
            self.read_on(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        super().keyPressEvent(event)

    def read_on(self, back: bool = False) -> None:
        """Scroll a page down, or ``back``; at the end, say that the reader wants to go on."""
        if not self.scroll_page(-1 if back else 1) and not back:
            self.finished.emit()

    def scroll_page(self, pages: int) -> bool:
        """Scroll by ``pages`` less two lines; False where the end was reached already."""
        bar = self.verticalScrollBar()
        before = bar.value()
        overlap = round(2 * (self._style.em(1.55) if self._style else 28))
        bar.setValue(before + pages * max(40, self.viewport().height() - overlap))
        return bar.value() != before
