"""Twenty starts at once on one library: one window, and all others ask it to come forward."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

STARTS = 20
START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from viewer.ui.single import OneWindow
application = QCoreApplication([])
window = OneWindow(Path(sys.argv[1]), Path(sys.argv[2]))
sys.stdin.readline()
if window.claim():
    print("window", flush=True)
    asked = []
    def on_asked(article):
        asked.append(article)
        if len(asked) == int(sys.argv[3]) - 1:
            application.quit()
    window.asked.connect(on_asked)
    application.exec()
else:
    print("handed over" if window.hand_over("x.md") else "nobody answers", flush=True)
"""


def test_twenty_starts_make_one_window(tmp_path):
    (tmp_path / "library").mkdir()
    command = [sys.executable, "-c", START, str(tmp_path / "library"), str(tmp_path / "windows"), str(STARTS)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    pipe = subprocess.PIPE
    starts = [subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment, text=True) for _ in range(STARTS)]
    try:
        for start in starts:
            start.stdin.write("\n")
            start.stdin.flush()
        said = [start.communicate(timeout=120)[0].strip() for start in starts]
    finally:
        for start in starts:
            start.kill()
            start.wait()
    assert sorted(said) == ["handed over"] * (STARTS - 1) + ["window"]
