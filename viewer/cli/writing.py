"""Writing what a command made to the file that was asked for, or to standard output."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

STANDARD_OUTPUT = Path("-")


def write_out(out: Path, pieces: Iterable[bytes]) -> None:
    """Write a file whole or not at all. Raises LibraryError where that fails."""
    from viewer.library.given_files import write_given

    if out != STANDARD_OUTPUT:
        write_given(out, pieces)
        return
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def check_place(out: Path, library: Path) -> None:
    """Raises LibraryError where there is no folder for the file, or an article might be written over."""
    from viewer.library.given_files import check_given

    if out != STANDARD_OUTPUT:
        check_given(out, library)
