"""Giving an article file another content, whole or not at all, and never over what someone else wrote meanwhile."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from typing import TYPE_CHECKING

from viewer.library.saving import PREFIX, UNFINISHED, make_folder_durable, write_durably
from viewer.library.source import UnreadableError, read_regular_file

if TYPE_CHECKING:
    from pathlib import Path

_ABANDONED_AFTER = 3600.0  # seconds

_READ_ONLY = "The file is write-protected. Allow writing to it, and then try again."
_CHANGED = "The file was changed by another program meanwhile, so it was left as it is. Try again."
_FULL = "The disk is full. Make room on it, and then try again; the file is as it was."
_FAULT = "The file could not be written ({}). It is as it was."


class NotRewrittenError(Exception):
    """The file is as it was; ``str(error)`` is a sentence. ``lasting`` is true where no other file will do better."""

    def __init__(self, reason: str, *, lasting: bool = False) -> None:
        super().__init__(reason)
        self.lasting = lasting


class ChangedMeanwhileError(NotRewrittenError):
    """Another program wrote the file meanwhile."""

    def __init__(self) -> None:
        super().__init__(_CHANGED)


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Put ``after`` in the place of the content ``before``; durable when this returns. The file keeps its permissions.

    Raises NotRewrittenError, and then the file is untouched and nothing is left beside it.
    """
    temporary = path.with_name(f"{PREFIX}{secrets.token_hex(8)}{UNFINISHED}")
    try:
        status = path.lstat()
        if not status.st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
            raise NotRewrittenError(_READ_ONLY)
        write_durably(temporary, after)
        with contextlib.suppress(PermissionError):  # file systems without permissions
            temporary.chmod(stat.S_IMODE(status.st_mode))
        if read_regular_file(path)[0] != before:
            raise ChangedMeanwhileError
        temporary.replace(path)
        make_folder_durable(path.parent)
    except UnreadableError as error:
        raise NotRewrittenError(str(error)) from error
    except OSError as error:
        raise _in_words(error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def clear_abandoned(folder: Path) -> None:
    """Clear away what a rewriting left in a folder that was cut short long ago."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{PREFIX}*{UNFINISHED}"):
            if path.is_file() and time.time() - path.stat().st_mtime > _ABANDONED_AFTER:
                path.unlink()


def _in_words(error: OSError) -> NotRewrittenError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NotRewrittenError(_FULL, lasting=True)
    if error.errno == errno.EROFS:
        return NotRewrittenError(_READ_ONLY, lasting=True)
    if error.errno in (errno.EACCES, errno.EPERM):
        return NotRewrittenError(_READ_ONLY)
    return NotRewrittenError(_FAULT.format(error.strerror or type(error).__name__))
