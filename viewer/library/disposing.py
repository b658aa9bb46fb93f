"""Deleting articles for good: their files leave the folder for the system's wastebasket, and for nowhere else."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from viewer.library.file_names import COMPANIONS
from viewer.library.places import refuse_sample
from viewer.library.scan import SUFFIXES
from viewer.library.values import Changes, Progress
from viewer.model import IndexProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from viewer.library.state import Identity
    from viewer.library.values import ReportProgress

DELETING = "Deleting"

_OF_THE_SAMPLE = "Its articles stay in the trash."
_NO_BASKET = (
    "The system has no wastebasket for this folder, so the file was not deleted. Delete it in the file manager if you "
    "are sure."
)
_LEFT = "It belonged to an article that was deleted and could not be moved to the wastebasket. Delete it by hand."


class Disposal:
    """One emptying of the trash of the library ``root``."""

    def __init__(self, root: Path, dispose: Callable[[Path], bool]) -> None:
        self._root, self._dispose = root, dispose
        self._problems: list[IndexProblem] = []

    def run(self, articles: Sequence[Identity], progress: ReportProgress | None) -> Changes:
        """Dispose of articles one by one; stops at the first for which there is no wastebasket."""
        refuse_sample(self._root, _OF_THE_SAMPLE)
        gone: list[int] = []
        cancelled = False
        for number, article in enumerate(articles):
            if progress and progress(Progress(number, len(articles), DELETING)) is False:
                cancelled = True
                break
            if not self._take(article.path):
                break
            gone.append(article.id)
        return Changes(removed=tuple(gone), cancelled=cancelled, problems=tuple(self._problems))

    def _take(self, path: str) -> bool:
        """The article first: what stays of one that cannot be moved must still be whole."""
        companions = list(self._companions(path))
        file = self._root / path
        if file.exists() and not self._dispose(file):
            self._problems.append(IndexProblem(PurePosixPath(path), _NO_BASKET))
            return False
        for one in companions:
            if not self._dispose(one):
                self._problems.append(IndexProblem(PurePosixPath(one.relative_to(self._root)), _LEFT))
        return True

    def _companions(self, path: str) -> Iterator[Path]:
        """What lies beside an article and belongs to it alone."""
        stem, dot, ending = path.rpartition(".")
        if not dot or any(self._is_file(f"{stem}{other}") for other in SUFFIXES if other != f".{ending.lower()}"):
            return
        for companion in COMPANIONS:
            place = self._root / f"{stem}{companion}"
            if companion not in SUFFIXES and place.exists() and not place.is_symlink():
                yield place

    def _is_file(self, path: str) -> bool:
        return (self._root / path).is_file()
