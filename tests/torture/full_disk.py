"""A disk that fills up at any write of an import: a sentence, nothing lost, all goes on when there is room again."""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.torture.faults import Faults, full
from tests.torture.scenes import ARTICLES, Import
from viewer.library import Library
from viewer.model import LibraryError


def fill_up(count=0):
    """Let the disk be full from so many of its writes on, from each of them where 0; gives how often it went wrong."""
    began, faults = time.monotonic(), 0
    with tempfile.TemporaryDirectory(prefix="dateline-torture-") as place:
        counter = Faults()
        prepared(Path(place) / "first", counter)
        calls = counter.count
        chosen = sorted({number * calls // count for number in range(count)}) if count else range(calls)
        for number in chosen:
            try:
                from_call(Path(place) / str(number), number)
            except Exception:
                faults += 1
                print(f"full disk from call {number} on:\n{traceback.format_exc()}", file=sys.stderr)
    lasted = time.monotonic() - began
    print(f"full disk: from {len(chosen)} of {calls} calls on, {faults} faults, {lasted:.0f} s", flush=True)
    return faults


def prepared(home, faults):
    """A scene that was played with the faults; gives it, and the sentences that were said."""
    scene = Import(home)
    scene.prepare()
    acknowledged, told = [], []
    with faults.installed():
        try:
            with scene.open() as library:
                told.append(library.add(Import._items(acknowledged.append)).stopped)
        except LibraryError as error:
            told.append(str(error))
    return scene, acknowledged, told


def from_call(home, number):
    """What is left behind a disk that was full from a call on."""
    scene, acknowledged, (told,) = prepared(home, Faults(full, number, lasting=True))
    assert told == "" or is_sentence(told), told
    if told == "":
        assert len(acknowledged) == 5
    scene.judge(acknowledged)


def is_sentence(told):
    """Whether a reader learns what is wrong."""
    return told[0].isupper() and told.endswith(".") and ("full" in told or "No space" in told)


def add_on(root, home):
    """Add to the library ``root`` on a disk that is too small; gives the sentence."""
    with Library.open(root, cache=home / "cache", data=home / "data") as library:
        report = library.add(Import._items(lambda _: None))
        assert len([row for row in library.articles() if row.title.startswith("Title")]) == ARTICLES
    return report.stopped
