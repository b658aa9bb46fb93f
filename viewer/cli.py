"""The program in a terminal. Says what it found in words, or as JSON for other programs.

Exit status: 0 done, 1 something in the input failed (each named on standard error), 2 the request made no sense.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from viewer import __version__, paths
from viewer.model import DatelineError, LibraryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from viewer.library import Library, Progress
    from viewer.model import Article, Document, Event

DONE, FAILED, USAGE = 0, 1, 2

_WAIT_FOR_OTHERS = 20.0
_NO_DISPLAY = "There is no display, so the window cannot be opened."
_INSTEAD = "Use “dateline screenshot --out FILE” or “dateline list”, or set DISPLAY or QT_QPA_PLATFORM=offscreen."
_DESCRIPTION = "Read saved articles offline, each with the timeline of what it reports."
_COMMANDS_HELP = """\
commands:
  list                  the articles of the library, newest first
  search WORDS...       articles that hold the words
  related ARTICLE       articles that tell the same story, and why
  timeline ARTICLE      what an article reports, in the order of time
  screenshot --out PNG  a picture of the window, without a display
  “dateline COMMAND --help” says more about each.

An ARTICLE is a path, a file name, an id, or the beginning of a title.
Without a FOLDER, the sample library that comes with the program is opened.

examples:
  dateline                              open the sample library
  dateline ~/Articles                   open your own
  dateline report.md                    open one article, with its folder as the library
  dateline list --library ~/Articles --json
  dateline search '"border troops" OR Hajin'
  dateline timeline border-troops-reinforced --explain

exit status: 0 done, 1 something in the input failed, 2 usage
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (those of the process by default); gives the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has enough; nothing more may be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        _complain("Stopped.")
        return FAILED
    return status


def _run(arguments: list[str]) -> int:
    try:
        command, rest = _part_command(arguments)
        options = _PARSERS[command]().parse_args(rest)
        return _ACTIONS[command](options)
    except UsageError as error:
        _complain(str(error))
        return USAGE
    except DatelineError as error:
        _complain(str(error))
        return FAILED
    except SystemExit as leaving:  # --help and --version
        return int(leaving.code or 0)


# --- arguments


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are UsageErrors, so that they are told in one place."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with the message and where to read more."""
        raise UsageError(f"{message[:1].upper()}{message[1:]}. “{self.prog} --help” says what can be given.")


_WITH_VALUE = ("--library", "--or-screenshot", "--limit", "--out", "--size", "--scale", "--theme", "--article")


def _part_command(arguments: list[str]) -> tuple[str, list[str]]:
    """The command, wherever it stands among the options, and the arguments without it; "open" where none is given."""
    is_value = False
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if not is_value and not argument.startswith("-"):
            if argument in _PARSERS and argument != "open":
                return argument, [*arguments[:index], *arguments[index + 1 :]]
            break
        is_value = argument in _WITH_VALUE
    return "open", arguments


def _parser(prog: str, description: str, usage: str | None = None, epilog: str | None = None) -> _Parser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = _Parser(
        prog=prog, description=description, usage=usage, epilog=epilog, formatter_class=raw, allow_abbrev=False
    )
    parser.add_argument("--library", type=Path, metavar="FOLDER", help="the folder of articles (default: the sample)")
    parser.add_argument("--version", action="version", version=f"Dateline {__version__}")
    return parser


def _open_parser() -> _Parser:
    usage = "dateline [FOLDER|FILE] [options]\n       dateline COMMAND [options]"
    parser = _parser("dateline", _DESCRIPTION, usage, _COMMANDS_HELP)
    parser.add_argument("place", nargs="?", type=Path, metavar="FOLDER|FILE", help="what to open in the window")
    parser.add_argument(
        "--or-screenshot", type=Path, metavar="PNG", help="where there is no display, write a picture of the window"
    )
    return parser


def _list_parser() -> _Parser:
    parser = _data_parser("dateline list", "The articles of the library.")
    parser.add_argument("--view", default="all", help="all, unread, starred, section:NAME or tag:NAME (default: all)")
    parser.add_argument("--order", default="published", help="published, saved, title or length (default: published)")
    return parser


def _search_parser() -> _Parser:
    parser = _data_parser("dateline search", 'Articles that hold the words; "a phrase", OR, -without and begin* work.')
    parser.add_argument("words", nargs="+", metavar="WORD")
    parser.add_argument("--limit", type=_positive, default=50, metavar="N", help="rows at most (default: 50)")
    return parser


def _related_parser() -> _Parser:
    parser = _data_parser("dateline related", "Articles that tell the same story, and why.")
    parser.add_argument("name", metavar="ARTICLE")
    parser.add_argument("--limit", type=_positive, default=10, metavar="N", help="rows at most (default: 10)")
    return parser


def _timeline_parser() -> _Parser:
    parser = _data_parser("dateline timeline", "What an article reports, in the order of time.")
    parser.add_argument("name", metavar="ARTICLE")
    parser.add_argument("--explain", action="store_true", help="say for every date how it was worked out")
    return parser


def _screenshot_parser() -> _Parser:
    parser = _parser("dateline screenshot", "A picture of the window, without a display.")
    parser.add_argument("--out", type=Path, required=True, metavar="PNG")
    parser.add_argument("--size", type=_size, default=(1400, 900), metavar="1000x700", help="in logical pixels")
    parser.add_argument("--scale", type=_scale, default=1.0, metavar="1.5", help="device pixels for a logical one")
    parser.add_argument("--theme", choices=("light", "dark", "sepia"), default="light")
    parser.add_argument("--article", metavar="ARTICLE", help="which article to show")
    return parser


def _data_parser(prog: str, description: str) -> _Parser:
    parser = _parser(prog, description)
    parser.add_argument("--json", action="store_true", help="for other programs: one JSON array of rows")
    return parser


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 0 < len(text) < 10 or int(text) == 0:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number above 0")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    size = (_positive(width), _positive(height))
    if not all(200 <= side <= 10_000 for side in size):
        raise argparse.ArgumentTypeError("a side of the picture is between 200 and 10000")
    return size


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.5 <= scale <= 4:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number between 0.5 and 4")
    return scale


# --- the window


def _open(options: argparse.Namespace) -> int:
    place = options.place or options.library
    if options.place and options.library:
        raise UsageError("Give the library once: either as FOLDER or with --library.")
    article = _check_place(place) if place else None
    if _has_display():
        from viewer.app import run

        return int(run(place, article))
    if options.or_screenshot is None:
        raise UsageError(f"{_NO_DISPLAY} {_INSTEAD}")
    _complain(f"{_NO_DISPLAY} A picture of it is written to {options.or_screenshot} instead.")
    from viewer.app import screenshot

    return int(screenshot(place, options.or_screenshot, (1400, 900), 1.0, "light", article))


def _check_place(place: Path) -> str | None:
    """The name of the article where ``place`` is a file. Raises LibraryError where it cannot be opened."""
    from viewer.library import find_places

    return find_places(place).opened_file or None


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _screenshot(options: argparse.Namespace) -> int:
    if not options.out.absolute().parent.is_dir():
        raise LibraryError(f"The folder {options.out.absolute().parent} does not exist. Make it, or choose another.")
    if options.library:
        _check_place(options.library)
    from viewer.app import screenshot

    return int(screenshot(options.library, options.out, options.size, options.scale, options.theme, options.article))


# --- commands


def _list(options: argparse.Namespace) -> int:
    with _library(options) as library:
        articles = library.articles(options.view, options.order)
        _print_rows(options, [_article_row(article) for article in articles], _article_line)
        shown = {article.path for article in library.articles()} if articles else set()
        unreadable = [problem for problem in library.problems() if problem.path not in shown]
    for problem in unreadable:
        _complain(f"{problem.path}: {problem.reason}")
    return FAILED if any(str(problem.path) != "." for problem in unreadable) else DONE


def _search(options: argparse.Namespace) -> int:
    words = " ".join(options.words)
    with _library(options) as library:
        found = library.search(words, options.limit)
        known = {article.id: article for article in library.rows([row.id for row in found])}
    rows = [
        _article_head(known[row.id]) | {"score": row.score, "snippet": row.snippet, "hits": row.hits}
        for row in found
        if row.id in known
    ]
    if not rows:
        _complain(f"Nothing in the library answers to “{words}”.")
    _print_rows(options, rows, lambda row: f"{_article_line(row)}\n    {row['snippet']}")
    return DONE


def _related(options: argparse.Namespace) -> int:
    with _library(options, options.name) as library:
        found = library.related(library.find(options.name), options.limit)
        known = {article.id: article for article in library.rows([row.id for row in found])}
    rows = [
        _article_head(known[row.id])
        | {"score": row.score, "relation": row.relation, "why": row.why, "duplicates": row.duplicates}
        for row in found
        if row.id in known
    ]
    if not rows:
        _complain("Nothing in the library tells the same story.")
    _print_rows(options, rows, lambda row: f"{_article_line(row)}\n    {row['relation']}: {'; '.join(row['why'])}")
    return DONE


def _timeline(options: argparse.Namespace) -> int:
    with _library(options, options.name) as library:
        id = library.find(options.name)
        article, document, events = library.article(id), library.document(id), library.timeline(id)
    if options.json:
        _print_json([_event_row(event, document) for event in events])
        return DONE
    print(_plain(f"{article.title}\n{article.path} · {_day(article.published) or 'no date of publication'}\n"))
    for event in events:
        print(_plain("\n".join(_event_lines(event, explain=options.explain))))
    if not events:
        _complain("This article reports nothing that could be dated or put in order.")
    return DONE


@contextlib.contextmanager
def _library(options: argparse.Namespace, name: str = "") -> Iterator[Library]:
    """The library that was asked for, refreshed; that of the article's own folder where ``name`` is a file."""
    from viewer.library import Library

    folder = options.library
    if folder is None and name and Path(name).is_file():
        folder = Path(name)
    with Library.open(folder or paths.sample_library()) as library:
        if library.refresh(_ProgressLine(), wait=_WAIT_FOR_OTHERS).elsewhere:
            _complain("Another Dateline is still reading this library; what it has read so far is shown.")
        yield library


class _ProgressLine:
    """Tells on a terminal, and only there, how far a refresh is that takes longer than a second."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        if sys.stderr.isatty() and progress.total and time.monotonic() - self._began > 1:
            end = "\n" if progress.done >= progress.total else ""
            print(
                f"\r{progress.phase}: {progress.done:,} of {progress.total:,}   ", end=end, file=sys.stderr, flush=True
            )


# --- rows and lines


def _article_head(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "path": str(article.path),
        "title": article.title,
        "published": _iso(article.published),
    }


def _article_row(article: Article) -> dict[str, Any]:
    more = ("authors", "site", "sections", "tags", "language", "url", "words", "minutes", "read", "starred", "position")
    moments = {"published_at": article.published_at, "updated": article.updated, "saved": article.saved}
    return (
        _article_head(article)
        | {name: _iso(value) for name, value in moments.items()}
        | {name: getattr(article, name) for name in more}
    )


def _article_line(row: dict[str, Any]) -> str:
    minutes = f"{row['minutes']:>3} min  " if "minutes" in row else ""
    day = _day(date.fromisoformat(row["published"])) if row["published"] else "no date"
    return f"{day:>11}  {minutes}{row['title']}  ({row['path']})"


def _event_row(event: Event, document: Document) -> dict[str, Any]:
    passage = event.passage
    return {
        "order": event.order,
        "label": event.label,
        "text": document.blocks[passage.block].text[passage.begin : passage.end],
        "when": event.when,
        "begin": _iso(event.begin),
        "end": _iso(event.end),
        "precision": event.precision,
        "approximate": bool(event.interval and event.interval.approximate),
        "basis": event.basis,
        "factuality": event.factuality,
        "sources": event.sources,
        "figures": event.figures,
        "readings": event.readings,
        "conflict": event.conflict,
        "passage": {"block": passage.block, "begin": passage.begin, "end": passage.end},
        "expression": event.timex.text if event.timex else "",
        "explanation": event.timex.explain() if event.timex else "",
    }


def _event_lines(event: Event, *, explain: bool) -> Iterator[str]:
    yield f"{_when_in_words(event):>24}  {event.label}"
    remarks = [event.basis, event.factuality, *(f"says {source}" for source in event.sources), *event.figures]
    yield f"{'':24}    {' · '.join(remarks)}"
    if event.conflict:
        yield f"{'':24}    conflict: {event.conflict}"
    if explain and event.timex:
        yield f"{'':24}    {event.timex.explain()}"


def _when_in_words(event: Event) -> str:
    """The days of an event as a reader says them; "undated" where it has none."""
    begin, end = event.begin, event.end
    if event.conflict:
        return " or ".join(event.readings)
    if begin is None and end is None:
        return event.when or "undated"
    about = "about " if event.interval and event.interval.approximate else ""
    if begin is None or end is None:
        return f"{about}{'until' if begin is None else 'from'} {_day(begin or end)}"
    return about + _span_in_words(begin, end)


def _span_in_words(begin: date, end: date) -> str:
    if begin == end:
        return _day(begin)
    after = end + timedelta(days=1) if end < date.max else end
    if begin.day == after.day == 1:
        if begin.month == after.month == 1:
            return str(begin.year) if begin.year == end.year else f"{begin.year} to {end.year}"
        return (
            f"{begin:%b} {begin.year}"
            if begin.month == end.month
            else f"{begin:%b} {begin.year} to {end:%b} {end.year}"
        )
    return f"{_day(begin)} to {_day(end)}"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%b} {day.year}" if day else ""


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _print_rows(options: argparse.Namespace, rows: list[dict[str, Any]], line: Callable[[dict[str, Any]], str]) -> None:
    if options.json:
        _print_json(rows)
        return
    for row in rows:
        print(_plain(line(row)))


def _print_json(rows: list[dict[str, Any]]) -> None:
    print(json.dumps(rows, ensure_ascii=False, indent=1))


def _complain(message: str) -> None:
    print(_plain(f"dateline: {message}"), file=sys.stderr)


def _plain(text: str) -> str:
    """The text without characters that a terminal would obey."""
    return "".join(character if character.isprintable() or character in "\n\t" else " " for character in text)


_PARSERS: dict[str, Callable[[], _Parser]] = {
    "open": _open_parser,
    "list": _list_parser,
    "search": _search_parser,
    "related": _related_parser,
    "timeline": _timeline_parser,
    "screenshot": _screenshot_parser,
}
_ACTIONS: dict[str, Callable[[argparse.Namespace], int]] = {
    "open": _open,
    "list": _list,
    "search": _search,
    "related": _related,
    "timeline": _timeline,
    "screenshot": _screenshot,
}
