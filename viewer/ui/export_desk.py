"""Writing a timeline or the whole library from the window.

The formats for other programs are written by ``dateline export`` in a process of its own, which can be ended; the
pictures are what the timeline pane shows.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QObject,
    QPoint,
    QSizeF,
    QStandardPaths,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QFileDialog

from viewer.library import Progress
from viewer.library.file_names import safe_stem
from viewer.library.given_files import check_given, write_given
from viewer.model import LibraryError
from viewer.ui.command_process import run_command
from viewer.ui.jobs import sentence_of
from viewer.ui.words import plural

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintDevice
    from PySide6.QtWidgets import QWidget

    from viewer.ui.article_desk import ArticleDesk
    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.session import Session
    from viewer.ui.timeline_host import TimelineHost

_SHARPNESS = 2
_POINTS_TO_AN_INCH = 72
_LONGEST_NAME = 60


class Format(NamedTuple):
    """How something can be written: what the dialog calls it, the ending of its files, its name for the terminal."""

    label: str
    suffix: str
    name: str = ""

    @property
    def filter(self) -> str:
        """As file dialogs want it."""
        return f"{self.label} (*.{self.suffix})"


TIMELINES = (
    Format("Web page with sources", "html", "html"),
    Format("Markdown with sources", "md", "md"),
    Format("Calendar", "ics", "ics"),
    Format("TimelineJS", "json", "timelinejs"),
    Format("TimelineJS spreadsheet", "csv", "csv"),
    Format("Picture of the timeline", "png"),
    Format("Drawing of the timeline", "svg"),
    Format("Timeline on a page", "pdf"),
)
LIBRARIES = (
    Format("All files, and a list with your marks", "zip", "zip"),
    Format("Articles with text and marks", "json", "json"),
    Format("List of articles with marks", "csv", "csv"),
    Format("List of feeds", "opml", "opml"),
)


class ExportDesk(QObject):
    """Asks where to, and writes. ``told`` carries a sentence, ``progressed`` that it goes on, None at the end."""

    told = Signal(object)
    progressed = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, articles: ArticleDesk, timeline: TimelineHost, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._jobs, self._window = session, jobs, window
        self._articles, self._timeline = articles, timeline
        self._ticket: Ticket | None = None

    def export_timeline(self) -> None:
        """Ask where to write the timeline that is shown, of the open article or its story, and in which format."""
        article = self._articles.article
        if article is not None:
            name = self._timeline.shown_story or article.title
            self._ask("Export the timeline", name, TIMELINES, self.write_timeline)

    def export_library(self) -> None:
        """Ask where to write the library, and in which format."""
        library = self._session.library
        if library is not None:
            self._ask("Export the library", library.root.name or "library", LIBRARIES, self.write_library)

    def write_timeline(self, path: Path, format: Format) -> None:
        """Write the timeline that is shown to ``path``."""
        article = self._articles.article
        if article is None:
            return
        if format.name:
            story = self._timeline.shown_story
            name = f"story:{story}" if story else str(article.id)
            self._run(path, ["timeline", name, "--format", format.name])
        else:
            self._draw(path, _DRAWN[format.suffix])

    def write_library(self, path: Path, format: Format) -> None:
        """Write the library to ``path``."""
        self._run(path, ["opml"] if format.name == "opml" else ["library", "--format", format.name])

    def cancel(self) -> None:
        """End what is being written; a file is written whole or not at all."""
        if self._ticket is not None and not self._ticket.cancelled:
            self._ticket.cancel()
            self.progressed.emit(None)

    def _ask(self, title: str, name: str, formats: Sequence[Format], write: Callable[[Path, Format], None]) -> None:
        dialog = SaveDialog(title, name, formats, self._window)
        dialog.chosen.connect(write)
        dialog.open()

    def _run(self, path: Path, arguments: Sequence[str]) -> None:
        library = self._session.library
        if library is None:
            return
        command = ["export", *arguments, "--out", str(path), "--library", str(library.root)]
        self.progressed.emit(Progress(0, 0, f"writing {path.name}"))
        self._ticket = self._jobs.start(
            "gather", partial(_written, command, path), self._on_written, failed=self._on_failed
        )

    def _draw(self, path: Path, draw: Callable[[QWidget], bytes]) -> None:
        library = self._session.library
        try:
            if library is not None:
                check_given(path, library.root)
            write_given(path, draw(self._timeline.pane.drawing))
        except LibraryError as error:
            self.told.emit(str(error))
        else:
            self.told.emit(f"{path} was written.")

    def _on_written(self, sentence: str) -> None:
        self.progressed.emit(None)
        self.told.emit(sentence)

    def _on_failed(self, error: Exception) -> None:
        self.progressed.emit(None)
        self.told.emit(sentence_of(error))


class SaveDialog(QFileDialog):
    """Asks for a file to write. ``chosen`` carries the Path and its Format."""

    chosen = Signal(object, object)

    def __init__(self, title: str, name: str, formats: Sequence[Format], parent: QWidget) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        super().__init__(parent, title, folder)
        self._formats = {format.filter: format for format in formats}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(list(self._formats))
        self.setDefaultSuffix(formats[0].suffix)
        self._name = safe_stem(name, otherwise="timeline", longest=_LONGEST_NAME)
        self.selectFile(f"{self._name}.{formats[0].suffix}")
        self.filterSelected.connect(self._on_filter)
        self.fileSelected.connect(self._on_file)

    def _on_filter(self, filter: str) -> None:
        suffix = self._formats[filter].suffix
        self.setDefaultSuffix(suffix)
        self.selectFile(f"{self._name}.{suffix}")

    def _on_file(self, path: str) -> None:
        self.chosen.emit(Path(path), self._formats[self.selectedNameFilter()])


def _written(command: Sequence[str], path: Path, ticket: Ticket) -> str:
    """Run ``dateline export`` and say what came of it. Raises LibraryError with its sentence where nothing did."""
    problems = run_command([*command, "--json"], ticket)["problems"]
    missing = f" {plural(len(problems), 'file')} could not be read and came without text." if problems else ""
    return f"{path} was written.{missing}"


def _png(picture: QWidget) -> bytes:
    buffer = _buffer()
    image = QImage(picture.size() * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    _paint(picture, image)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _svg(picture: QWidget) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    buffer = _buffer()
    drawing = QSvgGenerator()
    drawing.setSize(picture.size())
    drawing.setViewBox(picture.rect())
    drawing.setTitle("Timeline")
    drawing.setOutputDevice(buffer)
    _paint(picture, drawing)
    return bytes(buffer.data().data())


def _pdf(picture: QWidget) -> bytes:
    buffer = _buffer()
    page = QPdfWriter(buffer)
    page.setResolution(_POINTS_TO_AN_INCH)
    page.setPageSize(QPageSize(QSizeF(picture.size()), QPageSize.Unit.Point))
    page.setPageMargins(QMarginsF())
    _paint(picture, page)
    return bytes(buffer.data().data())


_DRAWN = {"png": _png, "svg": _svg, "pdf": _pdf}


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _paint(picture: QWidget, device: QPaintDevice) -> None:
    painter = QPainter(device)
    picture.render(painter, QPoint())
    painter.end()
