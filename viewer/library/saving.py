"""Writing a file so that it is there whole or not at all, whatever happens meanwhile.

A temporary file in the same folder, the length checked, the content made durable, then its name given, then the
folder made durable. The length is checked because a full disk was seen to let a truncated file be committed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PREFIX = ".dateline-"
"""How everything unfinished is called: hidden, so that no reading of the library ever sees it."""

UNFINISHED = ".part"

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}
_TRUNCATED = "the file came out shorter than what was written to it"


def save(path: Path, content: bytes | Iterable[bytes], *, replace: bool = False) -> None:
    """Write ``content`` to ``path``; durable when this returns, and nothing is left behind where it raises.

    Raises FileExistsError where there is such a file and ``replace`` is false, and OSError for any other fault.
    """
    temporary = path.with_name(f"{PREFIX}{secrets.token_hex(8)}{UNFINISHED}")
    try:
        write_durably(temporary, content)
        _give_name(temporary, path, replace=replace)
        make_folder_durable(path.parent)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def write_durably(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a new file and make its content durable, but not its name. Raises OSError."""
    descriptor = os.open(path, _FLAGS, 0o666)
    try:
        written = sum(_write_all(descriptor, part) for part in _parts(content))
        _settle(descriptor)
        if os.fstat(descriptor).st_size != written:
            raise OSError(errno.ENOSPC, _TRUNCATED, str(path))
    finally:
        os.close(descriptor)


def move_to_free_name(source: Path, target: Path) -> None:
    """Rename a file or a folder, never over another one. Raises FileExistsError, or OSError for any other fault.

    A file that already has both names, because an earlier renaming was cut short, loses the first.
    """
    if not source.is_dir() and os.path.lexists(target) and os.path.samestat(source.lstat(), target.lstat()):
        source.unlink()
    elif source.is_dir():
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        source.rename(target)
    else:
        _give_name(source, target, replace=False)


def make_folder_durable(folder: Path) -> None:
    """Make the names in ``folder`` durable, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:  # some network file systems know no such thing
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(descriptor)


def _parts(content: bytes | Iterable[bytes]) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
    else:
        yield from content


def _write_all(descriptor: int, part: bytes) -> int:
    rest = memoryview(part)
    while rest:
        count = os.write(descriptor, rest)
        if count == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[count:]
    return len(part)


def _settle(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # there, fsync leaves the content in the drive's own cache
            return
    os.fsync(descriptor)


def _give_name(temporary: Path, path: Path, *, replace: bool) -> None:
    if replace:
        temporary.replace(path)
    elif os.name == "nt":
        temporary.rename(path)  # which there never goes over another file
    else:
        _link(temporary, path)


def _link(temporary: Path, path: Path) -> None:
    """A second name, then the first one away: unlike a renaming, this cannot go over a file made in the meantime."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from error
        temporary.rename(path)
    else:
        temporary.unlink()
