"""Reading opens nothing but the library, the program's own files, and the reader's folders; and no connection."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import PySide6
import pytest

from tests import walk
from viewer import paths


def environment(home):
    """The walk's folders, and modules from the sources."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "DATA", "CONFIG")}
    return {**os.environ, **folders, "PYTHONPATH": str(Path(paths.__file__).parent.parent)}


def allowed(home):
    """Where a walk may read: library, resources, the reader's folders, the program and the fonts of the system."""
    program = Path(paths.__file__).parent
    places = [paths.sample_library(), paths.resources(), home, program, Path(PySide6.__file__).parent, sys.prefix]
    places += [sys.base_prefix, *sysconfig.get_paths().values(), "/usr/share/fonts", "/usr/share/fontconfig"]
    places += ["/var/cache/fontconfig", "/etc/fonts", "/proc/self", "/dev/urandom"]
    places += [
        "/proc/sys/kernel/random/boot_id",
        "/etc/machine-id",
        "/var/lib/dbus",
    ]  # by which Qt tells a stale lock of the settings
    return [str(Path(place)) for place in places]


def strangers(names, home):
    """The names that lie in none of the allowed places."""
    places = allowed(home)
    return sorted(
        {name for name in names if not any(name == place or name.startswith(f"{place}/") for place in places)}
    )


def run_walk(home, *before):
    command = [*before, sys.executable, walk.__file__, str(home)]
    return subprocess.run(
        command, env=environment(home), capture_output=True, text=True, timeout=300, check=True, cwd=home
    )


def test_a_walk_over_every_sample_article_opens_nothing_else(tmp_path):
    names = run_walk(tmp_path).stdout.splitlines()
    assert sum(name.endswith(".md") for name in names) >= 14, "the walk did read the articles"
    assert strangers([name for name in names if not name.isdigit()], tmp_path) == []


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace, to see what Qt itself opens")
def test_neither_does_qt(tmp_path):
    trace = tmp_path / "trace.txt"
    calls = "trace=open,openat,connect,access,stat,newfstatat"
    run_walk(tmp_path, "strace", "-f", "-qq", "-e", calls, "-o", str(trace))
    text = trace.read_text(errors="replace")
    during = text[text.index(walk.BEGIN) : text.index(walk.END)]
    opened = re.findall(r'open(?:at)?\((?:AT_FDCWD, )?"((?:[^"\\]|\\.)*)"[^\n]*= \d+', during)
    assert any(name.endswith(".png") for name in opened), "Qt did read the map"
    assert strangers([name for name in opened if name.startswith("/")], tmp_path) == []
    assert re.findall(r"connect\([^\n]*AF_INET[^\n]*", during) == []


def test_a_start_knows_nothing_of_the_network(tmp_path):
    names = "urllib3", "http.client", "viewer.network", "viewer.gathering", "PySide6.QtNetwork"
    program = f"import sys, viewer.app; print([name for name in {names!r} if name in sys.modules])"
    found = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert found.stdout.strip() == "[]"
