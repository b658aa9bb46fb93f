"""Libraries to measure on, and what was measured, printed at the end."""

from __future__ import annotations

import os
import resource
import shutil
import time
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.bench.generate import generate
from viewer import paths
from viewer.library import Library

if TYPE_CHECKING:
    from pathlib import Path

COUNT = int(os.environ.get("DATELINE_BENCH_ARTICLES", "10000"))
SIZES = {"sample": 0, f"{COUNT:,}": COUNT}
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


class Work(NamedTuple):
    """What something took: seconds on the clock, and of processors, those of other processes included."""

    wall: float
    cpu: float

    @classmethod
    def now(cls) -> Work:
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return cls(time.perf_counter(), sum(one.ru_utime + one.ru_stime for one in used))

    def since(self, before: Work) -> Work:
        return Work(self.wall - before.wall, self.cpu - before.cpu)


class Large(NamedTuple):
    """A generated library that is wholly indexed, and what that took: until all is found, and until the end."""

    folder: Path
    count: int
    searchable: float
    indexed: Work


@pytest.fixture(scope="session")
def large(folders) -> Large:
    """A library of ``DATELINE_BENCH_ARTICLES`` articles (10,000), indexed here and now."""
    folder = folders / "generated"
    generate(folder, COUNT)
    before, dating = Work.now(), []
    with Library.open(folder) as library:
        library.refresh(lambda progress: dating.append(time.perf_counter()) if "Dating" in progress.phase else None)
    return Large(folder, COUNT, dating[0] - before.wall, Work.now().since(before))


@pytest.fixture(scope="session", params=SIZES)
def indexed(request, folders) -> tuple[str, Path]:
    """The name and the folder of a library that is wholly indexed."""
    if SIZES[request.param]:
        return request.param, request.getfixturevalue("large").folder
    folder = paths.sample_library()
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
