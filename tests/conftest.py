"""Every test runs offscreen, in folders of its own, and without a network."""

from __future__ import annotations

import gc
import os
import socket
from functools import partialmethod
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application of the tests has the program's style."""
    from viewer.app import STYLE

    return ["dateline", *STYLE]


class PatientBot(QtBot):
    """Waits as long as a busy machine may take; what never comes fails all the same."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=90_000)  # noqa: N815 - the name is that of pytest-qt
    waitSignal = partialmethod(QtBot.waitSignal, timeout=90_000)  # noqa: N815 - the name is that of pytest-qt


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _garbage_goes_between_tests(request):
    """Within a test of the window no garbage is collected, as in the window itself (``ui/collector.py``).

    Qt holds a lock while it deletes an object and looks for what Python makes of that; where a collection happens to
    begin there and deletes another object of Qt, it waits for itself.
    """
    has_window = "qapp" in request.fixturenames
    if not gc.isenabled():
        gc.collect(1)  # what the test before left
    (gc.disable if has_window else gc.enable)()
    yield
    if has_window:
        gc.disable()


@pytest.fixture(autouse=True)
def _no_key_stays_pressed(request):
    """A modifier key that a test sent is released before the next: Qt remembers it, and tables select otherwise."""
    yield
    if "qapp" in request.fixturenames:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QWidget

        if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
            QTest.keyClick(QWidget(), Qt.Key.Key_Escape)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory, monkeypatch):
    """Cache, data and settings of the test go to a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("CACHE", "DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """A connection to anywhere but this process's own pipes is a failure."""

    def refuse(*_args, **_kwargs):
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def run(capsys, folder):
    """Run the program on the library in ``folder``; gives its status, output and complaints."""
    from viewer import cli

    def start(*arguments):
        status = cli.main([*map(str, arguments), "--library", str(folder)])
        captured = capsys.readouterr()
        return SimpleNamespace(status=status, out=captured.out, err=captured.err)

    return start
