"""The command that brings articles into the library."""

from __future__ import annotations

import contextlib
import itertools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from viewer import paths
from viewer.cli.add_words import as_json, lines, whole_as_json, whole_words, written_report
from viewer.cli.arguments import Command, Parser, data_parser
from viewer.cli.output import DONE, FAILED, complain, plain, print_json
from viewer.cli.progress import told
from viewer.cli.writing import check_place, write_out
from viewer.model import DatelineError, ImportProblem, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

    from viewer.gathering.addresses import Addresses, FoundFeed
    from viewer.gathering.inbox import Inbox
    from viewer.library import AddReport, Library
    from viewer.model import ImportedArticle

    Found = ImportedArticle | ImportProblem

_SAMPLE = (
    "Articles are added to a library of your own, not to the sample that comes with Dateline. "
    "Name its folder: dateline add PATH --library FOLDER."
)
_NOTHING = "Say what to add: a file, a folder, an address, --inbox FOLDER or --paste."
_MISSING = "There is no such file or folder. Check its name; an address of the web begins with https://."
_FAULT = "It could not be read, by a fault in Dateline ({}: {}). Please report it."
_MOST_PASTED = 64_000_000
_FEW = 5
_DESCRIPTION = """\
Bring pages, text, feeds, books and the exports of other readers into the library.

  dateline add page.html export.zip ~/Notes        files and folders
  dateline add https://news.example/story          a page of the web with its pictures
  dateline add --inbox ~/Downloads/Inbox           what lies there; what came moves to its sub-folder “Added”
  dateline add --paste < notes.txt                 text or Markdown from standard input, or a list of addresses
  dateline add --whole ARTICLE                     the page of an article of which a feed gave only the beginning

Nothing is ever fetched but what you name.
"""


def _parser() -> Parser:
    parser = data_parser("dateline add", _DESCRIPTION)
    parser.add_argument("paths", nargs="*", metavar="PATH|ADDRESS", help="a file, a folder, or an address of the web")
    parser.add_argument("--dry-run", action="store_true", help="say what would come, and write nothing")
    parser.add_argument("--report", type=Path, metavar="FILE", help="keep the report; as JSON where it ends in .json")
    parser.add_argument("--inbox", type=Path, metavar="FOLDER", help="add what has arrived there, or the PATHs of it")
    parser.add_argument(
        "--paste", nargs="?", choices=("text", "html"), const="text", help="add what comes on standard input"
    )
    parser.add_argument("--whole", metavar="ARTICLE", help="fetch the page of an article and show it whole")
    parser.add_argument("--progress", action="store_true", help="for other programs: JSON lines on standard error")
    return parser


def _add(options: argparse.Namespace) -> int:
    from viewer.library import Library

    folder = options.library or paths.sample_library()
    if is_sample(folder):
        raise UsageError(_SAMPLE)
    if not (options.paths or options.inbox or options.paste or options.whole):
        raise UsageError(_NOTHING)
    with Library.open(folder) as library:
        if options.report:
            check_place(options.report, library.root)
        return _whole(options, library) if options.whole else _run(options, library)


def _whole(options: argparse.Namespace, library: Library) -> int:
    """Fetch the page of an article that is there."""
    from viewer.gathering.addresses import Addresses
    from viewer.gathering.whole_page import fetch_whole_page

    if options.paths or options.inbox or options.paste or options.dry_run:
        raise UsageError("The whole page of an article is fetched alone: dateline add --whole ARTICLE.")
    library.refresh()
    with Addresses(tell=told(options)) as addresses:
        page = fetch_whole_page(library, library.find(options.whole), addresses)
    if options.json:
        print_json(whole_as_json(page))
    else:
        print(plain(whole_words(page)))
    for problem in page.problems:
        complain(f"{problem.item}: {problem.reason}")
    return FAILED if page.problems else DONE


def _run(options: argparse.Namespace, library: Library) -> int:
    with contextlib.ExitStack() as stack:
        return _bring(options, library, _Sources(options, library, stack))


def _bring(options: argparse.Namespace, library: Library, sources: _Sources) -> int:
    # A few addresses are fetched first: meanwhile others may add, who would have to wait behind a slow server.
    items = list(sources.items()) if sources.are_few_addresses else sources.items()
    report = library.add(items, dry_run=options.dry_run, progress=told(options))
    left = sources.inbox.put_away(report) if sources.inbox else ()
    _tell(options, report, left, sources.feeds)
    return FAILED if report.problems or report.stopped or left else DONE


def _tell(
    options: argparse.Namespace, report: AddReport, left: Sequence[ImportProblem], feeds: Sequence[FoundFeed]
) -> None:
    if options.report:
        write_out(options.report, [written_report(options.report, report, left).encode("utf-8", "replace")])
    if options.json:
        print_json(as_json(report, left, feeds))
    else:
        print(plain("\n".join(lines(report))))
    for problem in (*report.problems, *left):
        complain(f"{problem.item}: {problem.reason}")
    if report.stopped:
        complain(report.stopped)


def is_sample(folder: Path) -> bool:
    """Whether a folder, or that of an article file, is the library that ships with the program."""
    real = folder.expanduser().resolve()
    return paths.is_sample(real) or paths.is_sample(real.parent)


class _Sources:
    """All that was named on the command line, one after the other. ``stack`` closes what it opened."""

    def __init__(self, options: argparse.Namespace, library: Library, stack: contextlib.ExitStack) -> None:
        self._options, self._stack = options, stack
        self._addresses: Addresses | None = None
        self.inbox: Inbox | None = None
        if options.inbox:
            from viewer.gathering.inbox import Inbox

            self.inbox = Inbox(options.inbox.expanduser(), library.root)

    @property
    def feeds(self) -> Sequence[FoundFeed]:
        """The feeds that some of the addresses turned out to be."""
        return self._addresses.feeds if self._addresses else ()

    @property
    def are_few_addresses(self) -> bool:
        """Whether only a handful of addresses was named, and nothing else."""
        named = self._options.paths
        return len(named) <= _FEW and all(map(_is_address, named)) and not (self.inbox or self._options.paste)

    def items(self) -> Iterator[Found]:
        """What all of it brings."""
        if self._options.paste:
            yield from self._pasted(_standard_input(), is_html=self._options.paste == "html")
        if self.inbox:
            given = [Path(path).expanduser().resolve() for path in self._options.paths]
            yield from self.inbox.articles(given or self.inbox.settled())
            return
        for is_web, group in itertools.groupby(self._options.paths, _is_address):
            together = list(group)
            yield from self._fetched(together) if is_web else read_all(Path(path) for path in together)

    def _pasted(self, text: str, *, is_html: bool) -> Iterator[Found]:
        from viewer import importers

        addresses = () if is_html else importers.pasted_addresses(text)
        found = self._fetched(addresses) if addresses else importers.ask_apart("read_pasted", text, is_html=is_html)
        yield from found

    def _fetched(self, addresses: Sequence[str]) -> Iterator[Found]:
        if self._addresses is None:
            from viewer.gathering.addresses import Addresses  # the network: nothing else needs it

            self._addresses = self._stack.enter_context(Addresses(tell=told(self._options)))
        yield from self._addresses.articles(addresses)


def _is_address(text: str) -> bool:
    return text.lower().startswith(("http://", "https://", "feed:"))


def _standard_input() -> str:
    data = sys.stdin.buffer.read(_MOST_PASTED + 1)
    if len(data) > _MOST_PASTED:
        raise UsageError(f"More than {_MOST_PASTED // 1_000_000} MB came to be pasted, which no article is.")
    return data.decode("utf-8", "replace")


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


COMMANDS: dict[str, Command] = {"add": (_parser, _add)}
