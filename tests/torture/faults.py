"""Counts the calls that change what is on disk, and lets something happen at one of them."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
from contextlib import contextmanager

CALLS = ("write", "fsync", "rename", "replace", "link", "unlink", "remove", "mkdir", "rmdir", "truncate", "ftruncate")
_READING = ("SELECT", "PRAGMA DATA_VERSION", "PRAGMA QUICK_CHECK", "PRAGMA INTEGRITY_CHECK", "PRAGMA DATABASE_LIST")


class Faults:
    """``happen(name)`` is called at the call number ``at``, counted from 0, and at each after it if ``lasting``."""

    def __init__(self, happen=None, at=-1, lasting=False):
        self.count = 0
        self._happen, self._at, self._lasting = happen, at, lasting

    def passed(self, name):
        number, self.count = self.count, self.count + 1
        if number == self._at or (self._lasting and 0 <= self._at < number):
            self._happen(name)

    @contextmanager
    def installed(self):
        """Within the block every such call of this process is counted."""
        real = {name: getattr(os, name) for name in CALLS}
        connect = sqlite3.connect
        for name in CALLS:
            setattr(os, name, self._write(real[name]) if name == "write" else self._counted(name, real[name]))
        sqlite3.connect = lambda *given, **more: connect(*given, **{**more, "factory": self._connection()})
        try:
            yield self
        finally:
            sqlite3.connect = connect
            for name in CALLS:
                setattr(os, name, real[name])

    def _counted(self, name, call):
        def counted(*given, **more):
            self.passed(name)
            return call(*given, **more)

        return counted

    def _write(self, call):
        """A write, which may be cut short in its middle as well."""

        def counted(descriptor, data):
            self.passed("write")
            half = len(data) // 2
            written = call(descriptor, data[:half]) if half else 0
            if written == half:
                self.passed("write")
                written += call(descriptor, data[half:])
            return written

        return counted

    def _connection(self):
        faults = self

        class Counted(sqlite3.Connection):
            def execute(self, statement, *given):
                if not statement.lstrip().upper().startswith(_READING):
                    faults.passed("statement")
                return super().execute(statement, *given)

            def executemany(self, statement, rows):
                faults.passed("statement")
                return super().executemany(statement, rows)

            def executescript(self, script):
                faults.passed("statement")
                return super().executescript(script)

            def commit(self):
                faults.passed("statement")
                super().commit()
                faults.passed("committed")

            def backup(self, target, **more):
                faults.passed("statement")
                super().backup(target, **more)
                faults.passed("copied")

        return Counted


def die(_name):
    """What no program can prepare for."""
    os.kill(os.getpid(), signal.SIGKILL)


def full(name):
    """The disk is full: what takes room fails, what gives room or only reads does not."""
    if name in ("write", "mkdir", "link", "fsync"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if name == "statement":
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error
