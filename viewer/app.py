"""Builds the program and wires its parts: Library, Settings, Jobs and Theme are made here and passed down."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QLoggingCategory, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from viewer import __version__, paths
from viewer.ui.collector import Collector
from viewer.ui.icons import application_icon
from viewer.ui.jobs import Jobs
from viewer.ui.main_window import MainWindow
from viewer.ui.session import Session
from viewer.ui.settings import Settings
from viewer.ui.theme import Theme

if TYPE_CHECKING:
    from types import TracebackType

    from viewer.ui.single import OneWindow

# An argument, for setStyle would give back a QStyle, whose enums take 6 ms before anything is painted.
STYLE = ("-style", "Fusion")
_POLL_MS, _MOST_LOOKS, _IDLE_LOOKS = 10, 6_000, 5


class Program:
    """One window with all that it needs. ``close`` ends the jobs and gives everything back."""

    def __init__(self, application: QApplication, settings: Settings, theme_name: str | None = None) -> None:
        self.settings = settings
        self.theme = Theme(theme_name or settings.appearance)
        self.theme.apply(application)
        self.collector = Collector()
        self.jobs = Jobs()
        self.session = Session(self.jobs)
        self.window = MainWindow(self.session, settings, self.jobs, self.theme)

    def open(self, library: Path | None, article: str | None = None) -> None:
        """Begin to open a library: the one given, the one open last, or the sample."""
        self.window.opening.wanted = article or ""
        last = self.settings.library
        if library is None and last is not None and not last.is_dir():
            self.window.notice.tell(f"The folder {last} is not there any more. This is the sample library.")
        self.session.open(library_to_open(library, self.settings))

    def come_forward(self, article: str) -> None:
        """Another start asked for this window, and perhaps for an article."""
        self.window.show_again(article)

    def close(self) -> None:
        """Keep what the window remembers, end the jobs, close the library."""
        self.window.remember()
        self.window.hide()
        self.jobs.close()
        self.session.close()
        # Here, and not whenever Python finds them: what is collected on another thread is destroyed there.
        for owner in (self.window, self.session, self.jobs, self.theme):
            owner.deleteLater()
        self.collector.stop()


def run(library: Path | None, article: str | None = None) -> int:
    """Show the window until it is closed; gives the exit status."""
    from viewer.ui.single import OneWindow

    application = _application()
    settings = Settings(paths.config_folder() / "dateline.ini")
    chosen = library_to_open(library, settings)
    wanted = article or (chosen.name if chosen.is_file() else "")
    window = OneWindow(chosen.parent if chosen.is_file() else chosen, paths.cache_folder() / "windows")
    if not window.claim():
        return _hand_over(window, chosen, wanted)
    program = Program(application, settings)
    window.asked.connect(program.come_forward)
    window.told.connect(program.window.notice.tell)
    program.session.opened.connect(window.follow)
    sys.excepthook = _Told(program)
    program.open(library, article)
    program.window.show()
    status = application.exec()
    program.close()
    window.release()
    return status


def library_to_open(given: Path | None, settings: Settings) -> Path:
    """The folder or file given, else the library that was open last, else the sample."""
    last = settings.library
    return given or (last if last is not None and last.is_dir() else paths.sample_library())


def _hand_over(window: OneWindow, library: Path, article: str) -> int:
    if window.hand_over(article):
        print(f"Dateline already shows {library}; its window was asked to come forward.")
        return 0
    print(
        f"Another Dateline holds {library} but does not answer. Close it, or end its process, and start again.",
        file=sys.stderr,
    )
    return 1


def screenshot(
    library: Path | None,
    out: Path,
    size: tuple[int, int] = (1280, 820),
    scale: float = 1.0,
    theme: str = "light",
    article: str | None = None,
) -> int:
    """Write a picture of the window to ``out``, ``size`` logical pixels times ``scale``; gives the exit status."""
    import tempfile  # only here

    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    qInstallMessageHandler(_quiet_about_itself)
    with tempfile.TemporaryDirectory() as folder:
        program = Program(_application(), Settings(Path(folder) / "dateline.ini"), theme)
        program.window.resize(*size)
        program.open(library or paths.sample_library(), article)
        program.window.show()
        settle(program)
        try:
            return _save_picture(program, out, article)
        finally:
            program.window.hide()
            program.jobs.close()
            program.session.close()


def _save_picture(program: Program, out: Path, wanted: str | None) -> int:
    """Write the window to ``out``. Raises UsageError where the wanted article is not there."""
    opened = program.session.library
    if wanted and opened is not None:
        opened.find(wanted)
    if program.window.articles.article is None:
        print(program.window.notice.text or "The library holds no article to show.", file=sys.stderr)
        return 1
    program.window.reader.lay_out_all()
    if not settle(program):
        print("The window was still busy after a minute; the picture shows it as it was then.", file=sys.stderr)
    if not program.window.grab().save(str(out)):
        print(f"The picture could not be written to {out}. Choose a folder that can be written to.", file=sys.stderr)
        return 1
    return 0


def _quiet_about_itself(kind: QtMsgType, _context: object, text: str) -> None:
    """Qt's messages, without what the offscreen platform says of itself whenever a window is shown."""
    if kind != QtMsgType.QtDebugMsg and not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def settle(program: Program) -> bool:
    """Wait until the window has nothing left to do; whether it came to that within a minute of looking.

    Looks are counted and not seconds: where the whole machine stood still, nothing had time to be done.
    """
    return _Quiet(program).wait()


class _Quiet:
    """Looks again and again whether jobs and window are idle."""

    def __init__(self, program: Program) -> None:
        self._program, self._loop = program, QEventLoop()
        self._looks = self._idle = 0
        self._timer = QTimer(interval=_POLL_MS)
        self._timer.timeout.connect(self._look)

    def wait(self) -> bool:
        """Whether they were found idle some times in a row, and still are."""
        self._timer.start()
        while self._looks < _MOST_LOOKS and not self._is_quiet:
            self._loop.exec()
        self._timer.stop()
        return self._is_quiet

    @property
    def _is_quiet(self) -> bool:
        # The same turn of the loop that found all idle may have begun something new.
        return self._idle >= _IDLE_LOOKS and not self._is_busy

    @property
    def _is_busy(self) -> bool:
        return self._program.jobs.busy or self._program.window.waiting

    def _look(self) -> None:
        self._looks += 1
        self._idle = 0 if self._is_busy else self._idle + 1
        if self._idle >= _IDLE_LOOKS or self._looks >= _MOST_LOOKS:
            self._loop.quit()


class _Told:
    """The last resort for a bug of ours: the log gets the trace, the reader a sentence."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._program.window.close()
            return
        import traceback

        folder = paths.data_folder()
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "errors.log").open("a", encoding="utf-8") as log:
            log.write("".join(traceback.format_exception(kind, error, trace)))
        self._program.window.notice.tell(
            f"Something went wrong in Dateline ({kind.__name__}). Nothing of yours was changed. "
            f"The details are in {folder / 'errors.log'}."
        )


def _application() -> QApplication:
    QLoggingCategory.setFilterRules("qt.qpa.fonts.warning=false")
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([*sys.argv[:1], *STYLE])
    application.setApplicationName("Dateline")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("dateline")
    application.setWindowIcon(application_icon())
    return application
