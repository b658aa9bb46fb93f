"""The article that is open: page, related articles and timeline kept together, and the ways from it to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from viewer.model import BlockKind, Passage
from viewer.ui.article_dates import ArticleDates
from viewer.ui.history import History, Visit
from viewer.ui.outside import outside_address
from viewer.ui.place import passage_at_share, share_of_passage
from viewer.ui.reader.formats import Formats, PageStyle
from viewer.ui.reader.front import ARTICLE, COMMANDS, SECTION, TAG, TOP, write_back, write_front
from viewer.ui.reader.page import PageBuilder, laid_out_in_steps
from viewer.ui.theme import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QUrl

    from viewer.library import Changes
    from viewer.library.highlights import Annotations
    from viewer.model import Article, Document, RelatedRow, SetDate
    from viewer.ui.reader.gallery import Gallery
    from viewer.ui.reader.highlighting import Noted
    from viewer.ui.reader.reader_view import ReaderView
    from viewer.ui.related_pane import RelatedPane
    from viewer.ui.session import LookedAt, OpenArticle, Related, Session
    from viewer.ui.timeline_host import TimelineHost

_FINISHED = 0.985
_WORTH_KEEPING = 0.002
_KEEP_AFTER_MS = 3_000


class ArticleDesk(ArticleDates):
    """Shows articles in the three panes that belong to one.

    Signals: ``shown`` with the Article, ``annotated`` when its highlights or notes changed, ``view_wanted`` with a
    view of the library, ``command_wanted`` with the name of a command, ``told`` with a sentence.
    """

    shown = Signal(object)
    annotated = Signal()
    view_wanted = Signal(object)
    command_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        reader: ReaderView,
        gallery: Gallery,
        related: RelatedPane,
        timeline: TimelineHost,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(reader, timeline, parent)
        self._session, self._gallery, self._related = session, gallery, related
        self.history = History()
        self.style: PageStyle | None = None
        self._travelling = False
        self._sides_wanted = False
        self._related_rows: Sequence[RelatedRow] = ()
        self._related_of: int | None = None
        self._builder: PageBuilder | None = None
        self._kept_share = 0.0
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._keeping.timeout.connect(self.keep_place)
        session.closing.connect(self.close)
        session.article_ready.connect(self.show)
        session.related_ready.connect(self._on_related)
        session.changed.connect(self._on_changed)
        session.looked_at.connect(self._on_looked_at)
        reader.link_activated.connect(self.follow)
        reader.moved.connect(self._on_moved)
        reader.painted.connect(self._fill_sides)
        related.chosen.connect(self.open)

    @property
    def article(self) -> Article | None:
        """The article that is open."""
        return self._open.article if self._open else None

    # Opening

    def open(self, article_id: int, anchor: str = "") -> None:
        """Open an article as a new step of the walk."""
        here = self.article is not None and self.article.id == article_id
        if here and not self._has_other_hits(article_id):
            self._reader.go_to(self._anchored(anchor))
            return
        self._travelling = here
        self._session.open_article(article_id, None, anchor)

    def _has_other_hits(self, article_id: int) -> bool:
        """Whether another search than the one that led to the open article has found it now."""
        before, now = self._open.found if self._open else None, self._session.found
        if now is None or article_id not in now.ids:
            return False
        return before is None or before.query.text != now.query.text

    @property
    def hits(self) -> Sequence[Passage]:
        """The places in the open article of what was searched for in the library."""
        return self._open.hits if self._open else ()

    @property
    def document(self) -> Document | None:
        """The text of record of the open article, as it is shown."""
        return self._open.document if self._open else None

    @property
    def annotations(self) -> Annotations | None:
        """The highlights and notes of the open article; None where it has none."""
        return self._open.annotations if self._open else None

    @property
    def begins_at_hit(self) -> bool:
        """Whether the open article begins at the first of its hits."""
        opened = self._open
        return opened is not None and bool(opened.hits) and opened.place is None and not opened.anchor

    @property
    def sought(self) -> str:
        """What was searched for where ``hits`` are set."""
        return self._open.found.query.text if self._open and self._open.found else ""

    def drop_hits(self) -> None:
        """Forget the hits: the reader has done with them."""
        if self._open is not None:
            self._open = self._open._replace(hits=())

    def show(self, opened: OpenArticle) -> None:
        """Show an article that was read."""
        self.leave()
        again = self.article is not None and self.article.id == opened.article.id
        if again:
            self.keep_in_hand(opened.article.id)
        self._open = opened
        self.forget_date()
        self._kept_share = opened.article.position
        if not self._travelling:
            self.history.visit(opened.article.id)
        self._travelling = False
        self._related_of = None
        self._build()
        self._sides_wanted = True
        self._reader.go_to(self._first_place(opened))
        if self._session.library is not None:
            self._session.watch_file(self._session.library.root / opened.article.path)
            if not again:
                self._session.note_opened(opened.article.id)
        self.shown.emit(opened.article)

    def _fill_sides(self) -> None:
        """Related articles and timeline, once the page itself is on the screen."""
        opened = self._open
        if opened is None or not self._sides_wanted:
            return
        self._sides_wanted = False
        self._session.relate(opened.article.id)
        self._timeline.set_chronology(opened.chronology, opened.article.published, _right_to_left(opened))
        self._reader.tell_where()
        self.choose_wanted_date()

    def _on_related(self, related: Related) -> None:
        if self.article is None or related.article != self.article.id:
            return
        self._related_rows, self._related_of = related.rows, related.article
        self._related.show_rows(related.rows)
        self._write_back()

    def _write_back(self) -> None:
        """What comes after the article: written once it is known, without moving what is being read."""
        if self._builder is None or self._open is None:
            return
        place = self._reader.place()
        with laid_out_in_steps(self._builder.page.document) as moved:
            self._builder.resume()
            write_back(self._builder, self._open.article, self._related_rows)
            self._builder.finish()
        self._builder = None
        if moved:
            self._reader.go_to(place)

    def close(self) -> None:
        """Keep the place and show nothing: another library is being opened."""
        self.leave()
        self._open, self._builder, self._related_rows = None, None, ()
        self.choose_date(None, None)
        self.forget_date()
        self.history.clear()
        if self.style is not None and self._reader.page is not None:
            self._reader.show_page(PageBuilder(Formats(self.style)).finish(), self.style)
        self._related.clear()
        self._timeline.clear()

    def leave(self) -> None:
        """Keep the place in the article that is open."""
        if self._open is None or self._reader.page is None:
            return
        place = self._reader.place()
        self._note_place(place)
        self.keep_place()

    def _note_place(self, place: Passage | None) -> None:
        """Note in the walk where the article was left, unless the walk has gone on already."""
        if self.article is not None and self.history.present == self.article.id:
            self.history.leave(place)

    def keep_place(self) -> None:
        """Keep the place now and then: nobody knows when the power goes."""
        if self._open is not None and self._reader.page is not None:
            share = self._share(self._open, self._reader.place())
            if abs(share - self._kept_share) > _WORTH_KEEPING:
                self._kept_share = share
                self._session.keep_position(self._open.article.id, share)

    def restyle(self, style: PageStyle) -> None:
        """Set the page anew, at the same place."""
        self.style = style
        self._set_anew()

    def _set_anew(self) -> None:
        if self._open is not None:
            with self._reader.kept_in_place():
                self._build()

    def hang_for_paper(self, gallery: Gallery, ratio: float) -> None:
        """Build the article as a page to print, dark on white, and have ``gallery`` fill in its pictures.

        ``ratio`` is the dots of the paper to a px of the page. Nothing is hung where no article is open.
        """
        opened = self._open
        if opened is None or self.style is None:
            return
        style = PageStyle(SCHEMES["light"], self.style.reading)
        builder = PageBuilder(Formats(style, right_to_left=_right_to_left(opened)))
        write_front(builder, opened.article, opened.document.notice)
        builder.article(opened.document)
        _painted(builder, opened)
        gallery.hang(builder.finish(), opened.pictures, style, ratio, style.column)

    def _share(self, opened: OpenArticle, place: Passage | None) -> float:
        if self._reader.progress() >= 1.0 and place is not None:
            return 1.0
        return share_of_passage(opened.document.blocks, place)

    def _build(self) -> None:
        if self._open is None or self.style is None:
            return
        opened = self._open
        builder = PageBuilder(Formats(self.style, right_to_left=_right_to_left(opened)))
        write_front(builder, opened.article, opened.document.notice, _beside(opened))
        builder.article(opened.document, opened.chronology.timexes)
        noted = _painted(builder, opened)
        is_whole = self._related_of == opened.article.id
        if is_whole:
            write_back(builder, opened.article, self._related_rows)
        page = builder.finish()
        self._builder = None if is_whole else builder
        ratio = self._reader.devicePixelRatioF()
        self._gallery.hang(page, opened.pictures, self.style, ratio, self._reader.column_width(self.style))
        self._reader.show_page(page, self.style, opened.chronology.timexes, noted)

    def _first_place(self, opened: OpenArticle) -> Passage | None:
        if opened.anchor:
            return self._anchored(opened.anchor)
        if opened.place is not None:
            return opened.place
        if opened.hits:
            return opened.hits[0]
        share = opened.article.position
        return passage_at_share(opened.document.blocks, share) if 0 < share < _FINISHED else None

    def _anchored(self, anchor: str) -> Passage | None:
        if not anchor or self._open is None:
            return None
        blocks = self._open.document.blocks
        return next((Passage(n, 0, 0) for n, block in enumerate(blocks) if block.anchor == anchor), None)

    def _on_changed(self, changes: Changes) -> None:
        """The article's file changed: read it again at the same place; it has gone: say so and leave it open."""
        article = self.article
        if article is None:
            return
        if article.id in changes.removed:
            self.told.emit(
                f"The file of “{article.title}” has gone from the library. It stays open until you leave it."
            )
        elif article.id in changes.changed or article.id in changes.added:
            self._travelling = True
            self._session.open_article(article.id, self._reader.place())
        elif self._open is not None:
            self._session.look_at(self._open)

    def _on_looked_at(self, found: LookedAt) -> None:
        """Another program changed the open article, or highlights came or went beside it: show that at this place."""
        opened, library = self._open, self._session.library
        if opened is None or library is None or found.document is not opened.document:
            return
        if not found.is_same or _dates(found.annotations) != _dates(opened.annotations):
            self._travelling = True
            self._session.open_article(opened.article.id, self._reader.place())
        elif found.stamp != opened.stamp:
            self._open = opened._replace(annotations=found.annotations, stamp=found.stamp)
            self._session.watch_file(library.root / opened.article.path)
            if found.annotations != opened.annotations:
                self._set_anew()
                self.annotated.emit()

    def _on_moved(self, place: Passage) -> None:
        self._keeping.start()
        self._show_where(place)

    # The walk

    def go_back(self) -> None:
        """The article before, where it was left."""
        self._travel(back=True)

    def go_forward(self) -> None:
        """The article that was left by going back."""
        self._travel(back=False)

    def _travel(self, *, back: bool) -> None:
        self._note_place(self._reader.place())
        visit: Visit | None = self.history.back() if back else self.history.forward()
        if visit is not None:
            self._travelling = True
            self._session.open_article(visit.article, visit.place or Passage(0, 0, 0))

    def back_to_top(self) -> None:
        """The beginning of the article."""
        self._reader.go_to(None)

    def follow(self, link: str) -> None:
        """Go where a link leads: within the page, to another article, or, after a question, out of Dateline."""
        if link == TOP:
            self.back_to_top()
        elif link.startswith(ARTICLE):
            self.open(int(link.removeprefix(ARTICLE)))
        elif link.startswith(SECTION):
            self.view_wanted.emit(f"section:{link.removeprefix(SECTION)}")
        elif link.startswith(TAG):
            self.view_wanted.emit(f"tag:{link.removeprefix(TAG)}")
        elif link in COMMANDS:
            self.command_wanted.emit(COMMANDS[link])
        elif link.startswith("#"):
            place = self._anchored(link[1:])
            if place is not None:
                self._reader.go_to(place)
        elif (url := outside_address(link)) is not None:
            self._ask(url)
        else:
            self._follow_inside(link)

    def _ask(self, url: QUrl) -> None:
        from viewer.ui.dialogs import OutsideLink

        OutsideLink(url, self._reader).open()

    def _follow_inside(self, link: str) -> None:
        library, article = self._session.library, self.article
        if library is None or article is None:
            return
        if self.present() is None:
            return
        target = library.link_target(article.id, link)
        if target is None:
            self.told.emit(f"This link leads to “{link[:120]}”, which is not in this library.")
        else:
            self.open(target, link.partition("#")[2])

    # What the reader does with the article

    def present(self) -> Article | None:
        """The article that is open as the library has it now; None, with a word, where its file has gone."""
        if self._session.library is None or self.article is None:
            return None
        rows = self._session.library.rows([self.article.id])
        if not rows:
            self.told.emit(f"The file of “{self.article.title}” has gone from the library.")
        return rows[0] if rows else None

    def open_original(self) -> None:
        """Show the article's address, then open it in the browser."""
        url = outside_address(self.article.url) if self.article else None
        if url is None:
            self.told.emit("This article states no address of its own.")
        else:
            self._ask(url)

    def copy_link(self) -> None:
        """Copy the article's address, or its file's path where it states none."""
        if self.article is not None and self._session.library is not None:
            path = str(self._session.library.root / self.article.path)
            QGuiApplication.clipboard().setText(self.article.url or path)
            self.told.emit("The address was copied." if self.article.url else "The file's path was copied.")


def _dates(annotations: Annotations | None) -> Sequence[SetDate]:
    """The dates that the reader set, on which the chronology rests."""
    return annotations.dates if annotations is not None else ()


def _beside(opened: OpenArticle) -> Sequence[Sequence[tuple[str, str]]]:
    lines: list[Sequence[tuple[str, str]]] = []
    if opened.annotations is not None:
        from viewer.ui.highlight_words import lines_of  # most articles have neither highlights ...

        lines += lines_of(opened.annotations)
    if opened.others:
        from viewer.ui.others_words import lines_beside  # ... nor another text

        lines += lines_beside(opened.others)
    return lines


def _painted(builder: PageBuilder, opened: OpenArticle) -> Noted | None:
    """Paint the highlights of an article that was written; gives what is noted on them."""
    if opened.annotations is None:
        return None
    from viewer.ui.reader.highlighting import paint  # most articles have none

    return paint(builder.page, builder.formats.style.colors, opened.annotations.highlights)


def _right_to_left(opened: OpenArticle) -> bool:
    paragraphs = (block for block in opened.document.blocks if block.kind is BlockKind.PARAGRAPH)
    return next((block.right_to_left for block in paragraphs), False)
