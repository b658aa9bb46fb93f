"""What can go wrong in the world, as opposed to a bug of ours.

DatelineError
  UsageError      the command line or a request makes no sense (exit status 2)
  LibraryError    a folder, file or database that cannot be used (exit status 1)

Every message is a sentence for the reader: what happened, and what to do now.
"""

from __future__ import annotations


class DatelineError(Exception):
    """A fault of the world. ``str(error)`` is a sentence that may be shown to the reader."""


class UsageError(DatelineError):
    """A request that makes no sense, such as an article name that nothing answers to."""


class LibraryError(DatelineError):
    """A folder, a file or a database that cannot be used."""
