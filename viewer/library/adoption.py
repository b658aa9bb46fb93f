"""Finding the reader's marks again after the library's folder was moved or renamed.

Marks are kept by the folder's path, so a moved library seems to have none. If the marks of a folder that is gone
fit the files of this one, they are copied; the old ones stay, in case that folder was only away.
"""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.library.source import UnreadableError, read_source
from viewer.library.state import StateStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.library.places import Places

_SAMPLE = 20
_LABEL = "library.txt"
_ADOPTED = "The marks that you made while this library was in {} were found and are used here too."


def label_marks(folder: Path, root: Path) -> None:
    """Write beside the marks, for people and for ``adopt_marks``, which folder they belong to."""
    with contextlib.suppress(OSError):
        (folder / _LABEL).write_text(f"{root}\n", encoding="utf-8", errors="surrogateescape")


def adopt_marks(places: Places) -> str:
    """Copy the marks of the folder that this one was before; gives a sentence that says so, or ""."""
    if places.data.exists():
        return ""
    for marks, old_root in _orphans(places.data.parent):
        if _fits(marks, places.root):
            with contextlib.suppress(OSError):
                _copy(marks, places)
                return _ADOPTED.format(old_root)
    return ""


def _orphans(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Marks whose library is no longer where it was, the latest first."""
    with contextlib.suppress(OSError):
        labels = sorted(folder.glob(f"*/{_LABEL}"), key=lambda path: -path.stat().st_mtime)
        for label in labels:
            root = Path(label.read_text(encoding="utf-8", errors="surrogateescape").rstrip("\n"))
            if not root.exists():
                yield label.parent, root


def _fits(marks: Path, root: Path) -> bool:
    """Whether at least half of some marked articles stand in ``root``, at their place, with their very content."""
    store = StateStore(marks)
    try:
        sample = store.identities()[:_SAMPLE]
    finally:
        store.close()
    same = sum(_fingerprint(root, one.path) == one.fingerprint for one in sample)
    return bool(sample) and 2 * same >= len(sample)


def _fingerprint(root: Path, path: str) -> bytes:
    try:
        return read_source(root, path).fingerprint
    except UnreadableError:
        return b""


def _copy(marks: Path, places: Places) -> None:
    unfinished = places.data.with_name(f"{places.data.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    shutil.copytree(marks, unfinished)
    label_marks(unfinished, places.root)
    unfinished.rename(places.data)
