"""Writing what a command made to the file that was asked for, or to standard output."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

from viewer.model import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterable

STANDARD_OUTPUT = Path("-")


def write_out(out: Path, pieces: Iterable[bytes]) -> None:
    """Write a file whole or not at all. Raises LibraryError where that fails."""
    from viewer.library.saving import save

    if out == STANDARD_OUTPUT:
        sys.stdout.flush()
        _write_to(sys.stdout.buffer, pieces)
        return
    if out.is_dir() or (out.exists() and not out.is_file()):
        raise LibraryError(f"{out} is no file that could be written over. Choose another name.")
    try:
        save(Path(os.path.realpath(out)), pieces, replace=True)
    except OSError as error:
        raise LibraryError(unwritable(out, error)) from error


def check_place(out: Path, library: Path) -> None:
    """Raises LibraryError where there is no folder for the file, or an article might be written over."""
    if out == STANDARD_OUTPUT:
        return
    folder = out.absolute().parent
    if not folder.is_dir():
        raise LibraryError(f"The folder {folder} does not exist. Make it, or choose another.")
    if out.exists() and folder.resolve().is_relative_to(library):
        raise LibraryError(f"{out} lies in the library and is not written over. Choose another name.")


def unwritable(out: Path, error: OSError) -> str:
    """Why a file could not be written, as a sentence."""
    return f"{out} could not be written ({error.strerror}). Nothing of what was there is changed; choose another place."


def _write_to(stream: IO[bytes], pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        stream.write(piece)
    stream.flush()
