"""Which folder a library is, and where its index and the reader's marks of it are kept."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import NamedTuple

from viewer import paths
from viewer.library.scan import SUFFIXES
from viewer.model import LibraryError, UsageError


class Places(NamedTuple):
    """``root`` is the real path of the folder; ``recursive`` is false where a single file was opened."""

    root: Path
    recursive: bool
    cache: Path
    data: Path
    opened_file: str = ""


def find_places(folder: str | os.PathLike[str], cache: Path | None = None, data: Path | None = None) -> Places:
    """Where everything of a library is. Raises LibraryError where there is no such folder or article file."""
    given = Path(folder).expanduser()
    try:
        root = given.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        kind = "file" if given.suffix.lower() in SUFFIXES else "folder"
        raise LibraryError(f"The {kind} {given} does not exist. Check its name, or choose another {kind}.") from error
    opened_file = ""
    if not root.is_dir():
        _check_is_article(given, root)
        root, opened_file = root.parent, root.name
    _check_can_be_listed(given, root)
    caches, states = (cache or paths.cache_folder()) / "libraries", (data or paths.data_folder()) / "libraries"
    recursive = not opened_file
    return Places(root, recursive, caches / _key(root, recursive), states / _key(root, True), opened_file)


def refuse_sample(root: Path, remedy: str = "Copy its folder, and open the copy.") -> None:
    """Raises UsageError, with the remedy, where ``root`` is the library that ships with the program."""
    if paths.is_sample(root):
        raise UsageError(f"The sample library that comes with Dateline is not written to. {remedy}")


def _check_is_article(given: Path, real: Path) -> None:
    if not real.is_file() or real.suffix.lower() not in SUFFIXES:
        kinds = ", ".join(SUFFIXES)
        raise LibraryError(f"{given} is neither a folder nor an article. Articles are files that end in {kinds}.")


def _check_can_be_listed(given: Path, root: Path) -> None:
    try:
        with os.scandir(root):
            pass
    except OSError as error:
        reason = f"The folder {given} cannot be read ({error.strerror}). Check its permissions, or choose another one."
        raise LibraryError(reason) from error


def _key(root: Path, recursive: bool) -> str:
    """A folder name that shows which library it belongs to, and that no two libraries share."""
    name = re.sub(r"[^\w-]+", "-", root.name).strip("-")[:40] or "library"
    digest = hashlib.blake2b(os.fsencode(root), digest_size=8, person=b"tree" if recursive else b"flat").hexdigest()
    return f"{name}-{digest}"
