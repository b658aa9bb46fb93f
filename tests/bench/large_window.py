"""A window on a large library, in a process of its own: prints a figure a line, as a name and a number.

``python large_window.py cold FOLDER SECONDS`` begins without an index and looks on for so long while it is made;
``python large_window.py warm FOLDER SECONDS`` begins with it. Times are from the start of the process.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from tests.bench.first_paint import age, resident
from viewer import app, paths
from viewer.ui.article_model import ArticleModel
from viewer.ui.settings import Settings

_BEAT_MS = 5
_KEYS = 40


def tell(name: str, value: float) -> None:
    print(f"{name} {value:.4f}", flush=True)


def peak() -> float:
    """The most resident memory so far, in MiB."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


class Heart(QObject):
    """Beats on the UI thread and notes by how much each beat was late."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin(self) -> None:
        """Forget what was before."""
        self.late.clear()
        self._last = time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, now - self._last - _BEAT_MS / 1000))
        self._last = now

    def tell(self, name: str) -> None:
        late = sorted(self.late)
        tell(f"{name}_beats", len(late))
        tell(f"{name}_late_p95", late[int(len(late) * 0.95)])
        tell(f"{name}_late_p99", late[int(len(late) * 0.99)])
        tell(f"{name}_late_most", late[-1])


class FirstRows(QObject):
    """Waits for the first paint of a list that has rows."""

    def __init__(self, program: app.Program) -> None:
        super().__init__()
        self.model = program.window.library_pane.model
        self.seen = 0.0
        program.window.library_pane.list.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not self.seen and event.type() == QEvent.Type.Paint and self.model.rowCount():
            self.seen = age()
            tell("list_after", self.seen)
            tell("list_after_cpu", time.process_time())
            tell("list_rows", self.model.rowCount())
        return False


def run_for(application, seconds: float, until=lambda: False) -> None:
    """Let the window live."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        application.processEvents()
        time.sleep(0.001)


class Counted:
    """How often the list asks its model. To be made before the window is."""

    def __init__(self) -> None:
        self.calls = 0
        real = ArticleModel.data

        def data(model, index, role=0):
            self.calls += 1
            return real(model, index, role)

        ArticleModel.data = data

    def repaints(self, program: app.Program, application) -> int:
        """The most calls for one repaint, over several pages."""
        most = 0
        view = program.window.library_pane.list
        for page in range(20):
            view.verticalScrollBar().setValue(page * view.verticalScrollBar().maximum() // 20)
            application.processEvents()
            self.calls = 0
            view.viewport().repaint()
            most = max(most, self.calls)
        return most


def use(program: app.Program, application) -> None:
    """What a reader does: the next articles, a search typed, the list scrolled."""
    window = program.window
    for _ in range(10):
        window.lists.next_article()
        run_for(application, 0.15)
    for letter in "reported":
        window.search_field.insert(letter)
        run_for(application, 0.1)
    window.lists.end_search()
    view = window.library_pane.list
    for step in range(_KEYS):
        view.verticalScrollBar().setValue(step * view.verticalScrollBar().maximum() // _KEYS)
        run_for(application, 0.02)


def main(mode: str, folder: Path, seconds: float) -> None:
    """Look on, and tell."""
    application, counted = app._application(), Counted()
    program = app.Program(application, Settings(paths.config_folder() / f"{mode}.ini"))
    looked: list[float] = []
    program.session.progressed.connect(lambda progress: looked.append(age()) if progress is None else None)
    rows = FirstRows(program)
    program.open(folder)
    program.window.resize(1180, 800)
    program.window.show()
    run_for(application, 60, lambda: rows.seen > 0)
    heart = Heart()
    heart.begin()
    run_for(application, seconds / 2)
    heart.tell("idle")
    heart.begin()
    use(program, application)
    run_for(application, seconds / 2, lambda: mode == "warm" and bool(looked) and not program.jobs.busy)
    heart.tell("used")
    if looked:
        tell("looked_through_after", looked[0])
    tell("rows_at_the_end", rows.model.rowCount())
    if mode == "warm":
        tell("data_calls_per_repaint", counted.repaints(program, application))
    tell("resident", resident())
    tell("peak", peak())
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]))
