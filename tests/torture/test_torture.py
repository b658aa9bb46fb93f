"""A short form of ``python -m tests.torture``, whose long form is ``make torture``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture.faults import Faults, full
from tests.torture.full_disk import add_on
from tests.torture.scenes import SCENES, Import, text_of
from viewer.library import Library
from viewer.model import LibraryError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("scene", [*SCENES, "full disk"])
def test_nothing_is_lost_and_nothing_half_there_is_seen(scene):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": ""}
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture", scene, "--kills", "8"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert " 0 faults" in done.stdout


@pytest.mark.parametrize("call", range(0, 24, 2))
def test_a_library_opened_first_on_a_full_disk_says_so_and_opens_later(tmp_path, call):
    root = tmp_path / "library"
    root.mkdir()
    (root / "a.md").write_text(text_of(1))
    places = {"cache": tmp_path / "cache", "data": tmp_path / "data"}

    def look():
        with Library.open(root, **places) as library:
            library.refresh()
            return [row.title for row in library.articles()]

    with Faults(full, call, lasting=True).installed(), pytest.raises(LibraryError, match="Make room"):
        look()
    assert look() == ["Title 1"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a small disk in memory is a matter of Linux")
def test_a_disk_that_is_really_full(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160k", "none", str(disk)], check=False)
    if mounted.returncode:
        pytest.skip("only the administrator can mount a small disk")
    try:
        scene = Import(tmp_path)
        scene.root = disk / "library"
        scene.prepare()
        filler = disk / "filler"
        filler.write_bytes(b"x" * 64 * 1024)
        assert "is full. Make room on it." in add_on(scene.root, tmp_path)
        filler.unlink()
        assert add_on(scene.root, tmp_path) == ""
        scene.judge([str(number) for number in range(5)])
    finally:
        subprocess.run(["umount", str(disk)], check=True)
