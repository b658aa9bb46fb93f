"""The command that brings articles into the library."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from viewer import paths
from viewer.cli.arguments import Command, Parser, data_parser
from viewer.cli.output import DONE, FAILED, complain, plain, print_json
from viewer.model import DatelineError, ImportProblem, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from viewer.library import AddReport, Progress
    from viewer.model import ImportedArticle

_SAMPLE = (
    "Articles are added to a library of your own, not to the sample that comes with Dateline. "
    "Name its folder: dateline add PATH --library FOLDER."
)
_MISSING = "There is no such file or folder. Check its name."
_FAULT = "It could not be read, by a fault in Dateline ({}: {}). Please report it."
_EVERY = 0.5


def _parser() -> Parser:
    parser = data_parser(
        "dateline add", "Bring pages, text, feeds, books and the exports of other readers into the library."
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    parser.add_argument("--dry-run", action="store_true", help="say what would come, and write nothing")
    return parser


def _add(options: argparse.Namespace) -> int:
    from viewer.library import Library

    folder = options.library or paths.sample_library()
    if _is_sample(folder):
        raise UsageError(_SAMPLE)
    with Library.open(folder) as library:
        report = library.add(read_all(options.paths), dry_run=options.dry_run, progress=_Told())
    if options.json:
        print_json(_as_json(report))
    else:
        print(plain("\n".join(_lines(report))))
    for problem in report.problems:
        complain(f"{problem.item}: {problem.reason}")
    if report.stopped:
        complain(report.stopped)
    return FAILED if report.problems or report.stopped else DONE


def _is_sample(folder: Path) -> bool:
    """Whether a folder, or that of an article file, is the library that ships with the program."""
    real, sample = folder.expanduser().resolve(), paths.sample_library().resolve()
    return sample in (real, real.parent)


def read_all(given: Iterable[Path]) -> Iterator[ImportedArticle | ImportProblem]:
    """What the importers make of each path, one by one; a fault in one does not stop the others."""
    for path in given:
        if not path.expanduser().exists():
            yield ImportProblem(str(path), _MISSING)
            continue
        try:
            yield from _read(path.expanduser())
        except (DatelineError, OSError) as error:
            yield ImportProblem(str(path), _sentence(error))
        except Exception as error:
            yield ImportProblem(str(path), _FAULT.format(type(error).__name__, error))


def _read(path: Path) -> Iterable[ImportedArticle | ImportProblem]:
    from viewer import importers  # with all their parsers: nothing else needs them

    items: Iterable[ImportedArticle | ImportProblem] = importers.read_apart(path)
    return items


def _sentence(error: Exception) -> str:
    return f"It cannot be read ({error.strerror})." if isinstance(error, OSError) else str(error)


class _Told:
    """Tells on a terminal, and only there, how many items were taken."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if sys.stderr.isatty() and now - self._last > _EVERY:
            self._last = now
            print(f"\r{progress.phase}: {progress.done:,}   ", end="", file=sys.stderr, flush=True)


def _lines(report: AddReport) -> Iterator[str]:
    yield f"{'Would add' if report.dry_run else 'Added'}: {_count(len(report.added), 'article')}"
    yield from (f"  {one.title}  ({one.path})" for one in report.added)
    if report.already:
        yield f"Already in the library: {_count(len(report.already), 'article')}"
        yield from (f"  {one.title}  ({one.path})" for one in report.already)
    if report.problems:
        yield f"Did not come: {_count(len(report.problems), 'item')}, each named below with its reason"


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _as_json(report: AddReport) -> dict[str, Any]:
    return {
        "added": [{"id": one.id, "path": str(one.path), "title": one.title} for one in report.added],
        "already": [{"item": one.item, "title": one.title, "path": str(one.path)} for one in report.already],
        "problems": [{"item": one.item, "reason": one.reason} for one in report.problems],
        "stopped": report.stopped,
        "dry_run": report.dry_run,
    }


COMMANDS: dict[str, Command] = {"add": (_parser, _add)}
