"""The commands that mark and tag articles, and list everything under which articles stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from viewer.cli.add_words import count
from viewer.cli.arguments import Command, Parser, data_parser
from viewer.cli.opening import ProgressLine, opened_library
from viewer.cli.output import DONE, FAILED, complain, plain, print_json, print_rows
from viewer.model import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from viewer.library import Changes, Library

_OPPOSITES = (("read", "unread"), ("star", "unstar"), ("archive", "unarchive"), ("trash", "restore"))
_NO_ARTICLE = "Name the articles, or a view with --view: dateline {} ARTICLE … or dateline {} --view unread …."
_NO_MARK = "Say what to mark: --read, --unread, --star, --unstar, --archive, --unarchive, --trash or --restore."
_NO_TAG = "Say which tags: --add TAG, --remove TAG, or both."


def _articles_parser(name: str, about: str) -> Parser:
    parser = data_parser(f"dateline {name}", about)
    parser.add_argument("names", nargs="*", metavar="ARTICLE", help="a path, file name, id or beginning of a title")
    parser.add_argument("--view", default="", help="every article of a view, as “dateline list” names it")
    return parser


def _mark_parser() -> Parser:
    parser = _articles_parser("mark", "Mark articles read, starred, archived, or put them into the trash and back.")
    for mark, opposite in _OPPOSITES:
        either = parser.add_mutually_exclusive_group()
        either.add_argument(f"--{mark}", action="store_true")
        either.add_argument(f"--{opposite}", action="store_true")
    return parser


def _tag_parser() -> Parser:
    parser = _articles_parser("tag", "Change the tags in the files of articles; all else in them stays.")
    parser.add_argument("--add", action="append", default=[], metavar="TAG")
    parser.add_argument("--remove", action="append", default=[], metavar="TAG")
    return parser


def _shelves_parser() -> Parser:
    about = "Archive, trash, stories, saved searches, tags and sections, each as a view for “list --view”."
    return data_parser("dateline shelves", about)


def _mark(options: argparse.Namespace) -> int:
    wanted = [mark for pair in _OPPOSITES for mark in pair if getattr(options, mark)]
    if not wanted:
        raise UsageError(_NO_MARK)
    with opened_library(options) as library:
        ids = _chosen(library, options, "mark")
        before = {article.id: article for article in library.rows(ids)}
        changed = {id for mark in wanted for id in _marked(library, ids, mark).status}
    return _report(options, [str(before[id].path) for id in ids if id in changed], _so_already(ids))


def _marked(library: Library, ids: list[int], mark: str) -> Changes:
    change = {
        "read": library.mark_read,
        "star": library.star,
        "archive": library.archive,
        "trash": library.trash,
    }
    is_set = mark in change
    name = mark if is_set else next(one for one, opposite in _OPPOSITES if opposite == mark)
    return change[name](ids, is_set)


def _tag(options: argparse.Namespace) -> int:
    if not (options.add or options.remove):
        raise UsageError(_NO_TAG)
    with opened_library(options) as library:
        ids = _chosen(library, options, "tag")
        changes = library.retag(ids, add=options.add, remove=options.remove, progress=ProgressLine())
        paths = [str(article.path) for article in library.rows(changes.changed)]
    for problem in changes.problems:
        complain(f"{problem.path}: {problem.reason}")
    return _report(options, paths, "" if changes.problems else _so_already(ids)) or (
        FAILED if changes.problems else DONE
    )


def _chosen(library: Library, options: argparse.Namespace, command: str) -> list[int]:
    """The articles that were named, each once. Raises UsageError for none, or a name that nothing answers to."""
    if not (options.names or options.view):
        raise UsageError(_NO_ARTICLE.format(command, command))
    named = [library.find(name) for name in options.names]
    return list(dict.fromkeys([*named, *(library.ids(options.view) if options.view else ())]))


def _so_already(ids: list[int]) -> str:
    """Why nothing was changed where nothing went wrong."""
    return "; what was asked for is so already." if ids else "; none stands in this view."


def _report(options: argparse.Namespace, paths: list[str], why_none: str) -> int:
    if options.json:
        print_json({"changed": paths})
        return DONE
    print(plain("\n".join([f"Changed: {count(len(paths), 'article')}{'' if paths else why_none}", *paths])))
    return DONE


def _shelves(options: argparse.Namespace) -> int:
    with opened_library(options) as library:
        rows = list(_rows(library))
    print_rows(options, rows, lambda row: f"{row['articles']:>7,}  {row['view']}{_called(row)}")
    return DONE


def _rows(library: Library) -> Iterator[dict[str, Any]]:
    from viewer.library.shelves import counts_of_searches, shelves_of

    shelves = shelves_of(library)
    found = counts_of_searches(library, shelves.searches)
    for view in ("all", "unread", "starred", "archive", "trash"):
        yield {"view": view, "name": "", "articles": getattr(shelves.counts, view)}
    for story, number in shelves.stories:
        yield {"view": f"story:{story.id}", "name": story.name, "articles": number}
    for search in shelves.searches:
        yield {"view": f"search:{search.query}", "name": search.name, "articles": found.get(search.id, 0)}
    for kind, labels in (("tag", shelves.tags), ("section", shelves.sections)):
        yield from ({"view": f"{kind}:{one.name}", "name": one.name, "articles": one.count} for one in labels)


def _called(row: dict[str, Any]) -> str:
    return f"  ({row['name']})" if row["view"].startswith(("story:", "search:")) else ""


COMMANDS: dict[str, Command] = {
    "mark": (_mark_parser, _mark),
    "tag": (_tag_parser, _tag),
    "shelves": (_shelves_parser, _shelves),
}
