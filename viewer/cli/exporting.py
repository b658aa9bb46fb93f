"""The commands that write a timeline or the whole library in a format that others read."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from viewer import exporters
from viewer.cli.arguments import Command, Parser, base_parser
from viewer.cli.opening import opened_library
from viewer.cli.output import DONE, FAILED, complain, print_json
from viewer.cli.writing import STANDARD_OUTPUT, check_place, write_out
from viewer.library.given_files import unwritable
from viewer.model import LibraryError, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator

    from viewer.exporters import Highlighted, Timeline
    from viewer.library import Library
    from viewer.library.highlights import Annotation
    from viewer.model import Article, IndexProblem

_TIMELINES: dict[str, Callable[[Timeline], str]] = {
    "timelinejs": exporters.timelinejs_json,
    "csv": exporters.timelinejs_csv,
    "ics": lambda timeline: exporters.icalendar(timeline, datetime.now(UTC)),
    "md": exporters.markdown_page,
    "html": exporters.html_page,
}
_HIGHLIGHTS: dict[str, Callable[[Iterable[Highlighted]], str]] = {
    "md": exporters.highlights_markdown,
    "json": exporters.highlights_json,
}
_LIBRARIES = ("zip", "json", "csv")
_PIECE = 1024 * 1024
_LIST_IN_ZIP = "dateline-articles.json"
_SHELVES_IN_ZIP = "dateline-stories.json"

_DESCRIPTION = """\
Write a timeline or the whole library in a format that others read.

  dateline export timeline ARTICLE|story:NAME --format timelinejs|csv|ics|md|html --out FILE
  dateline export highlights [ARTICLE] --format md|json --out FILE
  dateline export library --format zip|json|csv --out FILE
  dateline export opml --out FILE

timelinejs and csv are for TimelineJS 3, ics for calendars, md and html for people, with a footnote for every event.
highlights are those of one article, or of all, with the notes on them.
zip holds the folder as it is, and a list of all articles with your marks; json all articles with their text; csv a
line for each article. opml is the list of feeds. “--out -” writes to standard output.
"""


def _parser() -> Parser:
    parser = base_parser("dateline export", _DESCRIPTION)
    parser.add_argument("what", choices=("timeline", "highlights", "library", "opml"))
    parser.add_argument(
        "name",
        nargs="?",
        metavar="ARTICLE",
        help="whose timeline or highlights; also story:NAME",
    )
    parser.add_argument("--format", choices=sorted({*_TIMELINES, *_HIGHLIGHTS, *_LIBRARIES}))
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write; - is standard output")
    parser.add_argument("--json", action="store_true", help="for other programs: what was written, as JSON")
    return parser


def _export(options: argparse.Namespace) -> int:
    if options.what == "opml":
        return _export_feeds(options)
    if not options.format:
        raise UsageError("Say in which format: --format. “dateline export --help” lists them.")
    ways = {"timeline": _export_timeline, "highlights": _export_highlights, "library": _export_library}
    return ways[options.what](options)


def _export_feeds(options: argparse.Namespace) -> int:
    if options.name or options.format:
        raise UsageError("The list of feeds is exported with nothing but a place: dateline export opml --out FILE.")
    with opened_library(options) as library:
        check_place(options.out, library.root)
        write_out(options.out, [library.feeds.opml()])
    return _told(options, ())


def _export_timeline(options: argparse.Namespace) -> int:
    if not options.name:
        raise UsageError("Name the article: dateline export timeline ARTICLE --format html --out FILE.")
    _check_format(options.format, tuple(_TIMELINES), "A timeline")
    kind, _, story = options.name.partition(":")
    is_story = kind == "story" and bool(story)
    with opened_library(options, "" if is_story else options.name) as library:
        check_place(options.out, library.root)
        timeline = _story_timeline(library, story) if is_story else _article_timeline(library, options.name)
        write_out(options.out, [_TIMELINES[options.format](timeline).encode("utf-8", "replace")])
    return _told(options, ())


def _article_timeline(library: Library, name: str) -> Timeline:
    id = library.find(name)
    document, chronology = library.read(id)
    return exporters.timeline_of(library.article(id), document, chronology.events)


def _story_timeline(library: Library, name: str) -> Timeline:
    """The timeline of a story, by its name or id. Raises UsageError where there is none."""
    events = library.story_timeline(name)
    ids = {report.article for told in events for report in told.reports}
    texts = {id: (library.article(id), library.document(id)) for id in ids}
    titles = {str(story.id): story.name for story in library.stories()}
    return exporters.timeline_of_story(titles.get(name, name), events, texts)


def _export_highlights(options: argparse.Namespace) -> int:
    _check_format(options.format, tuple(_HIGHLIGHTS), "What is highlighted")
    problems: list[IndexProblem] = []
    with opened_library(options, options.name or "") as library:
        check_place(options.out, library.root)
        articles = [library.article(library.find(options.name))] if options.name else library.articles()
        found = _HIGHLIGHTS[options.format](_highlighted(library, articles, problems))
        write_out(options.out, [found.encode("utf-8", "replace")])
    return _told(options, problems)


def _highlighted(library: Library, articles: Iterable[Article], problems: list[IndexProblem]) -> Iterator[Highlighted]:
    """Every article that has highlights or notes, with them; a file that cannot be read is noted."""
    from viewer.model import IndexProblem

    for article in articles:
        if not library.has_annotations(article.id):
            continue
        try:
            found = library.annotations(article.id, library.document(article.id))
        except LibraryError as error:
            problems.append(IndexProblem(article.path, str(error)))
            continue
        if found is not None and found.fault:
            problems.append(IndexProblem(article.path, found.fault))
        if found is not None and found.all:
            yield exporters.Highlighted(article, [_highlight(one) for one in found.all])


def _highlight(one: Annotation) -> exporters.Highlight:
    return exporters.Highlight(one.quote, one.note, one.tags, one.color, one.made, bool(one.passages) or not one.quote)


def _export_library(options: argparse.Namespace) -> int:
    if options.name:
        raise UsageError("A whole library is exported without naming an article.")
    _check_format(options.format, _LIBRARIES, "A library")
    with opened_library(options) as library:
        check_place(options.out, library.root)
        problems = _LIBRARY_WRITERS[options.format](library, options.out)
    return _told(options, problems)


def _told(options: argparse.Namespace, problems: Iterable[IndexProblem]) -> int:
    """Name what could not be read; with ``--json`` also as one row, unless the export itself went there."""
    rows = [{"path": str(problem.path), "reason": problem.reason} for problem in problems]
    for row in rows:
        complain(f"{row['path']}: {row['reason']}")
    if options.json and options.out != STANDARD_OUTPUT:
        print_json({"out": str(options.out), "problems": rows})
    return FAILED if rows else DONE


def _check_format(format: str, known: tuple[str, ...], what: str) -> None:
    if format not in known:
        raise UsageError(f"{what} cannot be written as {format}. Choose one of: {', '.join(known)}.")


# --- whole libraries


def _write_csv(library: Library, out: Path) -> Iterable[IndexProblem]:
    write_out(out, [exporters.articles_csv(library.articles()).encode("utf-8", "replace")])
    return ()


def _write_json(library: Library, out: Path) -> Iterable[IndexProblem]:
    problems: list[IndexProblem] = []
    pieces = exporters.articles_json(_with_text(library, problems))
    write_out(out, _joined(piece.encode("utf-8", "replace") for piece in pieces))
    return problems


def _with_text(library: Library, problems: list[IndexProblem]) -> Iterator[tuple[Article, str]]:
    """Every article with its file's text; one that cannot be read is noted and comes without."""
    from viewer.library.source import UnreadableError, read_source
    from viewer.model import IndexProblem

    for article in library.articles():
        text = ""
        try:
            text = read_source(library.root, article.path.as_posix()).text
        except UnreadableError as error:
            problems.append(IndexProblem(article.path, str(error)))
        yield article, text


def _write_zip(library: Library, out: Path) -> Iterable[IndexProblem]:
    every = (*library.articles(), *library.articles("trash"))
    extra = {_LIST_IN_ZIP: "".join(exporters.articles_json((article, "") for article in every))}
    extra[_SHELVES_IN_ZIP] = exporters.shelves_json(library.stories(), library.saved_searches(), every)
    try:
        with tempfile.TemporaryFile(dir=None if out == STANDARD_OUTPUT else out.absolute().parent) as made:
            problems = exporters.write_zip(made, library.root, extra)
            made.seek(0)
            write_out(out, iter(lambda: made.read(_PIECE), b""))
    except OSError as error:
        raise LibraryError(unwritable(out, error)) from error
    return problems


_LIBRARY_WRITERS: dict[str, Callable[[Library, Path], Iterable[IndexProblem]]] = {
    "zip": _write_zip,
    "json": _write_json,
    "csv": _write_csv,
}


# --- writing


def _joined(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in larger pieces."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        if len(waiting) > _PIECE:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)


COMMANDS: dict[str, Command] = {"export": (_parser, _export)}
