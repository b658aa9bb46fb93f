"""A window in a process of its own: prints seconds from the start of the process to its first painted article, and MiB.

``python first_paint.py bare FILE`` shows the article in a bare window; ``python first_paint.py dateline FOLDER`` starts
the program on a library. Both end as soon as they have told.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser


def age() -> float:
    """Seconds since the bench started this process; the kernel's own account of it is no finer than 10 ms."""
    return time.clock_gettime(time.CLOCK_MONOTONIC) - float(os.environ["DATELINE_BENCH_BEGAN"])


def resident() -> float:
    """Resident memory in MiB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


class FirstPaint(QObject):
    """Waits for the first paint event of a viewport that shows at least 500 characters."""

    def __init__(self, view: QTextBrowser, wait_ms: int) -> None:
        super().__init__()
        self._view, self._wait_ms = view, wait_ms
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and self._view.document().characterCount() > 500:
            watched.removeEventFilter(self)
            print(f"painted {age():.3f}", flush=True)
            QTimer.singleShot(self._wait_ms, self, self.finish)
        return False

    def finish(self) -> None:
        print(f"resident {resident():.1f}", flush=True)
        os._exit(0)


def bare(path: Path) -> None:
    application = QApplication([])
    window, view = QMainWindow(), QTextBrowser()
    view.setMarkdown(path.read_text(encoding="utf-8"))
    window.setCentralWidget(view)
    window.resize(1180, 800)
    watch = FirstPaint(view, 0)
    window.show()
    application.exec()
    del watch


def dateline(folder: Path) -> None:
    gc.disable()  # as the command does
    from viewer import app, paths
    from viewer.ui.settings import Settings

    application = app._application()
    program = app.Program(application, Settings(paths.config_folder() / "dateline.ini"))
    watch = FirstPaint(program.window.reader, 1500)
    program.open(folder)
    program.window.show()
    application.exec()
    del watch


if __name__ == "__main__":
    {"bare": bare, "dateline": dateline}[sys.argv[1]](Path(sys.argv[2]))
