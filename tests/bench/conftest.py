"""Libraries to measure on, and what was measured, printed at the end."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from tests.bench.generate import generate
from viewer import paths
from viewer.library import Library

if TYPE_CHECKING:
    from pathlib import Path

SIZES = {"sample": 0, "10,000": 10_000}
_lines: list[str] = []


@pytest.fixture(scope="session")
def folders(tmp_path_factory):
    """Cache, data and settings of all benchmarks together, so that an index is made once."""
    home = tmp_path_factory.mktemp("bench")
    names = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "DATA", "CONFIG")}
    old = {name: os.environ.get(name) for name in names}
    os.environ.update(names)
    yield home
    for name, value in old.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    shutil.rmtree(home)


@pytest.fixture
def _own_folders(folders):
    """Benchmarks share their folders."""


@pytest.fixture(scope="session", params=SIZES)
def indexed(request, folders) -> tuple[str, Path]:
    """The name and the folder of a library that is wholly indexed."""
    folder = paths.sample_library()
    if SIZES[request.param]:
        folder = folders / "generated"
        generate(folder, SIZES[request.param])
    started = time.perf_counter()
    with Library.open(folder) as library:
        library.refresh()
        count = len(library.ids())
    report(f"{request.param}: {count} articles indexed in {time.perf_counter() - started:.1f} s")
    return request.param, folder


def report(line: str) -> None:
    """Keep a figure for the end of the run."""
    _lines.append(line)


def pytest_terminal_summary(terminalreporter):
    """Print every figure."""
    if _lines:
        terminalreporter.write_sep("-", "figures")
        for line in _lines:
            terminalreporter.write_line(line)
