"""One look into the inbox: what has come to rest there is brought in, and put away once it is in the library."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from viewer.importers import read_apart
from viewer.library.arrivals import ADDED, arrivals, at_rest, check_inbox, parts_of
from viewer.library.saving import move_to_free_name
from viewer.model import ImportedArticle, ImportProblem, LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from viewer.library import AddReport

AT_REST_S = 2.0
_LONG_AGO_S = 30.0
_MOST_NAMES = 10_000


class Inbox:
    """A folder whose arrivals are added to the library at ``library``.

    Nothing is deleted and nothing written over: what came goes to the sub-folder ``Added``, what did not stays.
    Raises UsageError for a folder that can be no inbox.
    """

    def __init__(self, folder: Path, library: Path) -> None:
        self.folder = check_inbox(folder, library)
        self._items: dict[Path, set[str]] = {}
        self._failed: set[Path] = set()

    def settled(self, wait: float = AT_REST_S) -> tuple[Path, ...]:
        """What has come to rest: unchanged for a while, or between two looks ``wait`` seconds apart.

        Raises LibraryError where the folder cannot be read.
        """
        try:
            first = arrivals(self.folder)
            long_ago = (time.time() - _LONG_AGO_S) * 1e9
            if all(stamp[2] < long_ago for stamp in first.values()):
                return tuple(first)
            time.sleep(wait)
            return at_rest(first, arrivals(self.folder))
        except OSError as error:
            raise LibraryError(f"The inbox {self.folder} cannot be read ({error.strerror}).") from error

    def articles(self, paths: Sequence[Path]) -> Iterator[ImportedArticle | ImportProblem]:
        """What the importers make of each path; what becomes of each is remembered for ``put_away``."""
        for path in paths:
            items = self._items[path] = set[str]()
            for found in read_apart(path):
                items.add(found.item)
                if isinstance(found, ImportProblem):
                    self._failed.add(path)
                yield found

    def put_away(self, report: AddReport) -> tuple[ImportProblem, ...]:
        """Move what came, wholly, to the sub-folder ``Added``; gives what could not be moved, and why."""
        if report.stopped or report.cancelled or report.dry_run:
            return ()
        troubled = {problem.item for problem in report.problems}
        came = [path for path, items in self._items.items() if path not in self._failed and not items & troubled]
        return tuple(problem for path in came for problem in self._move(path))

    def _move(self, path: Path) -> Iterator[ImportProblem]:
        try:
            place = self.folder / ADDED
            place.mkdir(exist_ok=True)
            name = self._free_name(path, place)
            for part in reversed([one for one in parts_of(path) if one.exists()]):
                move_to_free_name(part, place / f"{name}{part.name.removeprefix(path.stem)}")
        except OSError as error:
            reason = f"It was added, but could not be moved to “{ADDED}” ({error.strerror}). Move it away yourself."
            yield ImportProblem(path.name, reason)

    @staticmethod
    def _free_name(path: Path, place: Path) -> str:
        """A stem under which nothing lies in ``place``."""
        endings = [part.name.removeprefix(path.stem) for part in parts_of(path)]
        for number in range(1, _MOST_NAMES):
            stem = path.stem if number == 1 else f"{path.stem} ({number})"
            if not any((place / f"{stem}{ending}").exists() for ending in endings):
                return stem
        raise FileExistsError(17, "too many of its name")
