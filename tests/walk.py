"""Opens every article of the sample library in the window, one after the other, and names the files opened meanwhile.

Run as a program by ``test_private.py``. Prints one path a line. Between the two markers below, a trace from outside
(strace) sees what the C++ side opens too.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from viewer import paths
from viewer.app import Program, settle
from viewer.ui.settings import Settings

BEGIN, END = "/the-walk-begins", "/the-walk-ends"
WATCHED = {"open", "os.listdir", "os.scandir", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.exec"}


def main() -> None:
    application = QApplication([])
    program = Program(application, Settings(Path(sys.argv[1]) / "settings.ini"), "light")
    program.open(paths.sample_library())
    program.window.resize(1000, 700)
    program.window.show()
    settle(program)
    program.window.actions_table["show_keys"].trigger()
    seen: list[str] = []
    watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in WATCHED:
            seen.append(str(arguments[0]) if event in {"open", "os.listdir", "os.scandir"} else f"{event} {arguments}")

    sys.addaudithook(watch)
    os.path.exists(BEGIN)
    for article in program.session.library.ids():
        program.window.articles.open(article)
        settle(program)
        program.window.articles.next_date()
        program.window.reader.verticalScrollBar().setValue(10**6)
        settle(program)
    os.path.exists(END)
    watching = False
    program.close()
    print("\n".join(seen))


if __name__ == "__main__":
    main()
