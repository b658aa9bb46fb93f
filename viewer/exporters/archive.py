"""A folder as a zip, as it is: nothing is followed that leads out of it, and one bad file does not stop the rest."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from viewer.model import IndexProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_STORED = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".zip", ".epub", ".mp3", ".mp4")


def write_zip(target: IO[bytes], root: Path, extra: Mapping[str, str]) -> tuple[IndexProblem, ...]:
    """Write every regular file below ``root`` that is not hidden, and ``extra`` texts by name, to ``target``.

    Gives the files that could not be read. Raises OSError where ``target`` cannot be written.
    """
    problems = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
        names = set()
        for path, file in _files(root):
            names.add(path)
            try:
                source = file.open("rb")
            except OSError as error:
                problems.append(IndexProblem(PurePosixPath(path), f"It cannot be read ({error.strerror})."))
                continue
            with source, archive.open(_entry(path, file), "w") as place:
                shutil.copyfileobj(source, place, 1024 * 1024)
        for name, text in extra.items():
            archive.writestr(_free(name, names), text.encode("utf-8", "replace"))
    return tuple(problems)


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    """Path and file of everything to be kept, in order; links and hidden names are left out.

    A sub-folder that cannot be listed is given as if it were a file, for the caller to fail on.
    """
    with os.scandir(root) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        place = root / entry.name
        if entry.is_dir(follow_symlinks=False) and os.access(place, os.R_OK | os.X_OK):
            yield from ((f"{_printable(entry.name)}/{path}", file) for path, file in _files(place))
        elif entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False):
            yield _printable(entry.name), place


def _entry(path: str, file: Path) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo.from_file(file, path, strict_timestamps=False)
    entry.compress_type = zipfile.ZIP_STORED if path.lower().endswith(_STORED) else zipfile.ZIP_DEFLATED
    return entry


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name = f"_{name}"
    return name


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")
