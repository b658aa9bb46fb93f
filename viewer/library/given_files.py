"""Writing to a file that the reader named: whole or not at all, and never over an article."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.library.saving import save
from viewer.model import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterable


def write_given(file: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all. Raises LibraryError where that fails."""
    if file.is_dir() or (file.exists() and not file.is_file()):
        raise LibraryError(f"{file} is no file that could be written over. Choose another name.")
    try:
        save(Path(os.path.realpath(file)), content, replace=True)
    except OSError as error:
        raise LibraryError(unwritable(file, error)) from error


def check_given(file: Path, library: Path) -> None:
    """Raises LibraryError where there is no folder for the file, or an article might be written over."""
    folder = file.absolute().parent
    if not folder.is_dir():
        raise LibraryError(f"The folder {folder} does not exist. Make it, or choose another.")
    if file.exists() and folder.resolve().is_relative_to(library):
        raise LibraryError(f"{file} lies in the library and is not written over. Choose another name.")


def unwritable(file: Path, error: OSError) -> str:
    """Why a file could not be written, as a sentence."""
    return (
        f"{file} could not be written ({error.strerror}). Nothing of what was there is changed. Choose another place."
    )
