"""The command for feeds: which are followed, and what is new in them."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from viewer import paths
from viewer.cli.add_words import as_json, count, lines, written_report
from viewer.cli.adding import is_sample
from viewer.cli.arguments import Command, MixedParser, Parser, data_parser
from viewer.cli.output import DONE, FAILED, complain, plain, print_json, print_rows
from viewer.cli.progress import told
from viewer.cli.writing import check_place, write_out
from viewer.model import DatelineError, ImportedFeed, ImportProblem, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from viewer.gathering.feeds import FeedOutcome, FeedsReport
    from viewer.gathering.subscribing import FeedsThere
    from viewer.library import Library
    from viewer.library.feed_memory import FeedState
    from viewer.library.subscriptions import Subscription
    from viewer.network import Fetched

_SAMPLE = (
    "The sample library that comes with Dateline follows no feeds. Name a folder of your own: "
    "dateline feeds add ADDRESS --library FOLDER."
)
_NO_FEED = "No feed is followed yet. “dateline feeds add ADDRESS --library FOLDER” follows one."
_DESCRIPTION = """\
Follow feeds (RSS, Atom, JSON Feed). Nothing is asked but when you say so.

  dateline feeds                          the feeds, when each was asked last, and what went wrong
  dateline feeds add ADDRESS...           follow a feed, or the feed of a site, and bring in what it holds
  dateline feeds remove FEED...           follow it no more; its articles stay
  dateline feeds refresh [FEED...]        ask all, or these, and bring in what is new
  dateline feeds import FILE              follow all that an OPML file lists
  dateline feeds export --out FILE        the list as OPML, for other readers

A FEED is an address or a title. The list is the file feeds.opml in the library.
"""


def _parser() -> Parser:
    parser = data_parser("dateline feeds", _DESCRIPTION, kind=MixedParser)
    parser.add_argument("what", nargs="?", choices=tuple(_ACTIONS), default="list", metavar="WHAT")
    parser.add_argument("names", nargs="*", metavar="ADDRESS|FEED|FILE")
    parser.add_argument("--folder", default="", metavar="NAME", help="in which folder of the list to add")
    parser.add_argument(
        "--due", action="store_true", help="refresh as a schedule does: leave alone what failed of late"
    )
    parser.add_argument("--no-refresh", action="store_true", help="follow, and ask for nothing yet")
    parser.add_argument("--dry-run", action="store_true", help="say what would come, and write nothing")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to export to; - is standard output")
    parser.add_argument("--report", type=Path, metavar="FILE", help="keep the report; as JSON where it ends in .json")
    parser.add_argument("--progress", action="store_true", help="for other programs: JSON lines on standard error")
    return parser


def _feeds(options: argparse.Namespace) -> int:
    from viewer.library import Library

    folder = options.library or paths.sample_library()
    if options.what not in ("list", "export") and is_sample(folder):
        raise UsageError(_SAMPLE)
    with Library.open(folder) as library:
        for out in filter(None, (options.report, options.out)):
            check_place(out, library.root)
        return _ACTIONS[options.what](options, library)


# --- the list


def _list(options: argparse.Namespace, library: Library) -> int:
    from viewer.library.feed_memory import FeedState
    from viewer.library.links import url_key

    states = library.feed_states.all()
    rows = [_row(feed, states.get(url_key(feed.url), FeedState())) for feed in library.feeds.all()]
    print_rows(options, rows, _line)
    if not rows:
        complain(_NO_FEED)
    return DONE


def _row(feed: Subscription, state: FeedState) -> dict[str, Any]:
    return {
        "title": feed.title,
        "url": feed.url,
        "site": feed.site_url,
        "folders": list(feed.folders),
        "asked": _moment(state.asked),
        "answered": _moment(state.answered),
        "fault": state.fault,
        "gone": state.gone,
    }


def _moment(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds)) if seconds else ""


def _line(row: dict[str, Any]) -> str:
    when = row["answered"].replace("T", " ").removesuffix("Z")[:16] or "never"
    fault = f"\n    {row['fault']}" if row["fault"] else ""
    return f"{row['title']}  ({row['url']})  {when}{fault}"


def _named(library: Library, names: Sequence[str]) -> list[Subscription]:
    """The feeds of these addresses or titles; all of them for no names. Raises UsageError for a name of none."""
    from viewer.library.links import url_key

    feeds = library.feeds.all()
    fitting: dict[str, list[Subscription]] = {}
    for feed in feeds:
        for name in {feed.url, feed.title, url_key(feed.url)}:
            fitting.setdefault(name, []).append(feed)
    found: list[Subscription] = []
    for name in names:
        if not (ones := fitting.get(name) or fitting.get(url_key(name))):
            raise UsageError(f"No feed answers to “{name}”. “dateline feeds” lists what there is.")
        found += ones
    return found if names else list(feeds)


# --- following


def _add(options: argparse.Namespace, library: Library) -> int:
    if not options.names:
        raise UsageError("Give the address of a feed, or of the site: dateline feeds add ADDRESS.")
    answers = list(_behind(options))
    there = [one for one in answers if not isinstance(one, ImportProblem)]
    problems = [one for one in answers if isinstance(one, ImportProblem)]
    had = {one.feeds[0].url: one.answer for one in there if one.answer}
    return _follow(options, library, [one.feeds[0] for one in there], problems, had)


def _behind(options: argparse.Namespace) -> Iterator[FeedsThere | ImportProblem]:
    """The feeds behind each address, or why there is none."""
    from viewer.gathering.addresses import SECONDS_TO_READ
    from viewer.gathering.subscribing import feeds_at
    from viewer.importers import Questioner
    from viewer.network import Fetcher

    folders = (options.folder,) if options.folder else ()
    with Questioner(SECONDS_TO_READ) as apart:
        for address in options.names:
            try:
                there = feeds_at(address, Fetcher(), apart, folders=folders)
            except DatelineError as error:
                yield ImportProblem(address, str(error))
                continue
            yield there
            if len(there.feeds) > 1 and not options.json:
                others = ", ".join(feed.url for feed in there.feeds[1:])
                complain(f"{address} has other feeds too, which were not added: {others}")


def _import(options: argparse.Namespace, library: Library) -> int:
    from viewer import importers

    if not options.names:
        raise UsageError("Give the file: dateline feeds import FILE.")
    found: list[ImportedFeed] = []
    problems: list[ImportProblem] = []
    for name in options.names:
        for one in importers.ask_apart("read_feed_list", Path(name).expanduser().absolute()):
            (found if isinstance(one, ImportedFeed) else problems).append(one)
    options.no_refresh = True  # hundreds of feeds at once: only when the reader asks
    return _follow(options, library, found, problems, {})


def _follow(
    options: argparse.Namespace,
    library: Library,
    found: list[ImportedFeed],
    problems: list[ImportProblem],
    had: Mapping[str, Fetched],
) -> int:
    """Add the feeds to the list, tell of it, and bring in what they hold; what ``had`` has is not asked for again."""
    known = {feed.url for feed in library.feeds.all()}
    new = [feed for feed in found if feed.url not in known]
    added = new if options.dry_run else list(library.feeds.add(found))
    for problem in problems:
        complain(f"{problem.item}: {problem.reason}")
    report = None
    if added and not (options.no_refresh or options.dry_run):
        feeds = _named(library, [feed.url for feed in added])
        report = _refreshed(options, library, feeds, named=True, had=had)
    if options.json:
        rows = [{"title": feed.title, "url": feed.url} for feed in added]
        trouble = [{"item": problem.item, "reason": problem.reason} for problem in problems]
        print_json({"followed": rows, "problems": trouble, "refreshed": _as_json(report) if report else None})
    else:
        verb = "Would follow" if options.dry_run else "Following"
        print(plain("\n".join([f"{verb}: {count(len(added), 'new feed')}", *(f"  {one.title}" for one in added)])))
        if report:
            _print(report)
    return FAILED if problems or (report and _has_faults(report)) else DONE


def _remove(options: argparse.Namespace, library: Library) -> int:
    if not options.names:
        raise UsageError("Name the feed: dateline feeds remove FEED.")
    feeds = _named(library, options.names)
    removed = len(feeds) if options.dry_run else library.feeds.remove([feed.url for feed in feeds])
    if options.json:
        print_json({"removed": [feed.url for feed in feeds]})
    else:
        print(f"Removed: {count(removed, 'feed')}. What came of them stays in the library.")
    return DONE


def _export(options: argparse.Namespace, library: Library) -> int:
    if not options.out:
        raise UsageError("Say where to write: dateline feeds export --out FILE.")
    write_out(options.out, [library.feeds.opml()])
    return DONE


# --- refreshing


def _refresh(options: argparse.Namespace, library: Library) -> int:
    report = _refreshed(options, library, _named(library, options.names), named=bool(options.names))
    if options.report:
        write_out(options.report, [_written(options.report, report).encode("utf-8", "replace")])
    if options.json:
        print_json(_as_json(report))
    elif report.feeds:
        _print(report)
    else:
        complain(_NO_FEED)
    return FAILED if _has_faults(report) else DONE


def _refreshed(
    options: argparse.Namespace,
    library: Library,
    feeds: Sequence[Subscription],
    *,
    named: bool,
    had: Mapping[str, Fetched] | None = None,
) -> FeedsReport:
    from viewer.gathering.feeds import FeedRefresh

    refresh = FeedRefresh(library, tell=told(options), had=had)
    return refresh.run(feeds, named=named, only_due=options.due, dry_run=options.dry_run)


def _has_faults(report: FeedsReport) -> bool:
    return bool(report.entries.stopped or report.entries.problems or any(feed.fault for feed in report.feeds))


def _as_json(report: FeedsReport) -> dict[str, Any]:
    return {"feeds": [_outcome(one) for one in report.feeds], "entries": as_json(report.entries)}


def _outcome(one: FeedOutcome) -> dict[str, Any]:
    return {
        "title": one.feed.title,
        "url": one.moved_to or one.feed.url,
        "added": one.added,
        "already": one.already,
        "fault": one.fault,
        "moved_to": one.moved_to,
        "left_alone": one.left_alone,
    }


def _print(report: FeedsReport) -> None:
    print(plain("\n".join([*lines(report.entries), *_words(report)])))
    for problem in report.entries.problems:
        complain(f"{problem.item}: {problem.reason}")
    for one in report.feeds:
        if one.fault:
            complain(f"{one.feed.title}: {one.fault}")
    if report.entries.stopped:
        complain(report.entries.stopped)


def _words(report: FeedsReport) -> Iterator[str]:
    asked = [one for one in report.feeds if not one.left_alone]
    failed = sum(bool(one.fault) for one in asked)
    yield f"Asked: {count(len(asked), 'feed')}" + (f", {failed:,} of them failed" if failed else "")
    yield from (f"  {one.feed.title} moved to {one.moved_to}" for one in report.feeds if one.moved_to)
    yield from (f"  {one.feed.title}: {one.left_alone}" for one in report.feeds if one.left_alone)


def _written(file: Path, report: FeedsReport) -> str:
    import json

    if file.suffix.lower() == ".json":
        return json.dumps(_as_json(report), ensure_ascii=False, indent=1) + "\n"
    faults = [f"{one.feed.title}: {one.fault}" for one in report.feeds if one.fault]
    return written_report(file, report.entries) + "\n".join([*_words(report), *faults]) + "\n"


_ACTIONS: dict[str, Callable[[argparse.Namespace, Library], int]] = {
    "list": _list,
    "add": _add,
    "remove": _remove,
    "refresh": _refresh,
    "import": _import,
    "export": _export,
}
COMMANDS: dict[str, Command] = {"feeds": (_parser, _feeds)}
