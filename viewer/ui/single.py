"""One window for each library: a second start hands over to the first and ends.

A lock file tells at no cost whether there is a window already; only then is the window spoken to.
"""

from __future__ import annotations

import hashlib
import json
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer

    from viewer.library import Library

_WAIT_MS = 3_000
_LISTEN_AFTER_MS = 300
_RETRY_S = 0.1
_LONGEST = 10_000
_ELSEWHERE = "“{}” is open in another window, too. What you mark there is shown here after the next look for changes."


class OneWindow(QObject):
    """The claim on a library's window.

    ``asked`` is emitted with the file or article that a second start wants, ``told`` with a sentence.
    """

    asked = Signal(object)
    told = Signal(object)

    def __init__(self, library: Path, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._server: QLocalServer | None = None
        folder.mkdir(parents=True, exist_ok=True)
        self._mean(library)

    def _mean(self, library: Path) -> None:
        """From here on the claim is on the window of ``library``."""
        key = hashlib.blake2b(str(library.resolve()).encode("utf-8", "surrogateescape"), digest_size=10).hexdigest()
        self._name = f"dateline-{key}"
        self._lock = QLockFile(str(self._folder / f"{key}.lock"))
        self._lock.setStaleLockTime(0)

    def follow(self, library: Library) -> None:
        """Another library was opened in this window: claim that one, and give up the one before."""
        name, lock = self._name, self._lock
        self._mean(library.root)
        if self._name == name and lock.isLocked():
            self._lock = lock
            return
        if self._server is not None:
            self._server.close()
        self._server = None
        lock.unlock()
        if not self.claim():
            self.told.emit(_ELSEWHERE.format(library.root.name))

    def claim(self) -> bool:
        """Whether this start is the first. Then it begins, a little later, to listen for others."""
        if not self._lock.tryLock(0) and self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        QTimer.singleShot(_LISTEN_AFTER_MS, self, self.listen)
        return True

    def listen(self) -> None:
        """Listen for other starts of this user, unless the claim was given up meanwhile."""
        if self._server is not None or not self._lock.isLocked():
            return
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def hand_over(self, article: str) -> bool:
        """Ask the window that is open to come forward and show ``article``; False where it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        deadline = time.monotonic() + _WAIT_MS / 1000
        socket.connectToServer(self._name)
        while not socket.waitForConnected(_WAIT_MS):
            if time.monotonic() > deadline:
                return False
            time.sleep(_RETRY_S)  # a window that is only just opening does not listen yet
            socket.connectToServer(self._name)
        socket.write(json.dumps({"article": article}).encode("utf-8") + b"\n")
        return socket.waitForBytesWritten(_WAIT_MS)

    def release(self) -> None:
        """Give the claim up."""
        if self._server is not None:
            self._server.close()
        self._server = None
        self._lock.unlock()

    def _on_connection(self) -> None:
        server = self._server
        if server is None:
            return
        socket = server.nextPendingConnection()
        socket.readyRead.connect(self._on_message)
        socket.disconnected.connect(socket.deleteLater)
        if socket.canReadLine():
            self._read(bytes(socket.readLine(_LONGEST).data()))

    def _on_message(self) -> None:
        socket = self.sender()
        if socket.canReadLine():  # type: ignore[attr-defined]
            self._read(bytes(socket.readLine(_LONGEST).data()))  # type: ignore[attr-defined]

    def _read(self, line: bytes) -> None:
        try:
            message = json.loads(line)
        except ValueError:
            return
        article = message.get("article") if isinstance(message, dict) else None
        self.asked.emit(article if isinstance(article, str) else "")
