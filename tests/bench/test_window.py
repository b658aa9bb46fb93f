"""Start, memory and article switch, against a bare window with the same text in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.bench.conftest import report
from viewer import app, paths
from viewer.library import Library
from viewer.ui.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

RUNS = 7
SCRIPT = Path(__file__).with_name("first_paint.py")
SWITCHES = 120


def measure(kind: str, place: Path) -> tuple[float, float]:
    """Seconds to the first painted article and MiB resident after it."""
    began = str(time.clock_gettime(time.CLOCK_MONOTONIC))
    environment = {
        **os.environ,
        "DATELINE_BENCH_BEGAN": began,
        "PYTHONPATH": str(paths.resources().parent),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    done = subprocess.run(
        [sys.executable, str(SCRIPT), kind, str(place)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    words = done.stdout.split()
    return float(words[1]), float(words[3])


def same_text(folder: Path, target: Path) -> Path:
    """A file with the text of the article that the program opens on ``folder``."""
    with Library.open(folder) as library:
        names = {"border-troops-reinforced.md"} & {row.path.name for row in library.rows(library.ids())}
        first = library.find(names.pop()) if names else library.ids()[0]
        target.write_text(library.document(first).text, encoding="utf-8")
    return target


def test_start_and_memory(indexed, tmp_path):
    name, folder = indexed
    text = same_text(folder, tmp_path / "same.md")
    measure("bare", text), measure("dateline", folder)  # the first of each fills the caches of the system
    pairs = [(measure("bare", text)[0], measure("dateline", folder)) for _ in range(RUNS)]
    bare = statistics.median(seconds for seconds, _ in pairs)
    ours = statistics.median(seconds for _, (seconds, _) in pairs)
    ratio = statistics.median(seconds / floor for floor, (seconds, _) in pairs)
    memory = statistics.median(mib for _, (_, mib) in pairs)
    report(f"{name}: first paint {ours:.2f} s, bare window {bare:.2f} s, ratio {ratio:.2f} (bound 2)")
    report(f"{name}: resident {memory:.0f} MiB (bound 180)")
    assert ratio <= 2
    assert memory <= 180


def test_article_switch(indexed, qapp, tmp_path):
    name, folder = indexed
    took = list(switches(qapp, folder, tmp_path))
    took.sort()
    middle, late = took[len(took) // 2], took[int(len(took) * 0.95)]
    report(f"{name}: article switch p50 {1e3 * middle:.0f} ms, p95 {1e3 * late:.0f} ms (bound 50)")
    assert late <= 0.050


def switches(application: QApplication, folder: Path, home: Path):
    """Seconds from asking for an article never shown before to the end of its first paint, for many articles."""
    program = app.Program(application, Settings(home / "settings.ini"), "light")
    program.open(folder)
    program.window.resize(1180, 800)
    program.window.show()
    app.settle(program)
    ids = program.session.library.ids()
    for article in ids[1 : SWITCHES + 1]:
        if article == program.window.articles.article.id:
            continue
        started = time.perf_counter()
        program.window.articles.open(article)
        while program.window.articles.article.id != article:
            application.processEvents()
        program.window.repaint()
        program.window.reader.viewport().repaint()
        yield time.perf_counter() - started
        app.settle(program)  # as a reader does: who has an article before him looks at it
    program.close()


@pytest.fixture(autouse=True)
def _compiled():
    """Both windows start from compiled modules, as an installed program does."""
    import compileall

    compileall.compile_dir(Path(app.__file__).parent, quiet=2)
