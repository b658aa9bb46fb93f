import sys
import time

import pytest

from viewer.library.digest import FullReading, QuickReading, Refusal
from viewer.library.pool import WorkerPool

# A worker that reads as the real one does, except that it dies or hangs over files with such a name.
MISCHIEF = """
import os, sys, time
sys.path[:] = {path!r}
from viewer.library import readers, worker
real = readers.read_safely
def read(kind, root, path):
    if "dies" in path:
        os._exit(9)
    if "hangs" in path:
        time.sleep(600)
    return real(kind, root, path)
worker.read_safely = read
worker.main()
"""


@pytest.fixture
def many(tmp_path):
    for number in range(40):
        (tmp_path / f"{number:02}.md").write_text(f"# Title {number}\n\nIt happened on 1 November 2018.\n")
    return tmp_path, [f"{number:02}.md" for number in range(40)]


def mischief():
    return [sys.executable, "-c", MISCHIEF.format(path=[place for place in sys.path if place])]


def test_every_file_is_read_once(many):
    root, paths = many
    quick = list(WorkerPool().read("quick", root, paths))
    assert {type(reading) for reading in quick} == {QuickReading}
    assert sorted(reading.stamp.path for reading in quick) == paths
    full = list(WorkerPool().read("full", root, [*paths, "missing.md"]))
    assert sorted(reading.path for reading in full) == [*paths, "missing.md"]
    assert {type(reading) for reading in full} == {FullReading, Refusal}


def test_a_file_that_kills_its_worker_is_refused_and_the_others_are_read(many):
    root, paths = many
    for name in ("05 dies.md", "17 dies.md"):
        (root / name).write_text("x")
    readings = list(WorkerPool(command=mischief()).read("quick", root, sorted([*paths, "05 dies.md", "17 dies.md"])))
    refused = {reading.path: reading.reason for reading in readings if isinstance(reading, Refusal)}
    assert set(refused) == {"05 dies.md", "17 dies.md"}
    assert "ended unexpectedly" in refused["05 dies.md"]
    assert len(readings) == 42


def test_a_file_that_takes_too_long_is_refused_and_the_others_are_read(many):
    root, paths = many
    (root / "20 hangs.md").write_text("x")
    readings = list(WorkerPool(3.0, mischief()).read("quick", root, [*paths, "20 hangs.md"]))
    (refusal,) = [reading for reading in readings if isinstance(reading, Refusal)]
    assert refusal.path == "20 hangs.md"
    assert "takes too long" in refusal.reason
    assert len(readings) == 41


@pytest.mark.parametrize("command", [[sys.executable, "-c", "raise SystemExit(3)"], ["/no/such/program"]])
def test_where_no_worker_can_be_started_the_files_are_read_here(many, command):
    root, paths = many
    readings = list(WorkerPool(command=command).read("quick", root, paths))
    assert [type(reading) for reading in readings] == [QuickReading] * len(paths)


def test_closing_early_ends_the_workers_at_once(many):
    root, paths = many
    (root / "hangs.md").write_text("x")
    readings = WorkerPool(600.0, mischief()).read("quick", root, [*paths, *["hangs.md"] * 20])
    next(readings)
    began = time.monotonic()
    readings.close()
    assert time.monotonic() - began < 300  # the hanging file would have taken 600


def test_nothing_to_read(tmp_path):
    assert list(WorkerPool().read("quick", tmp_path, [])) == []
