"""The commands that look into the library: list, search, related, timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.cli.arguments import Command, Parser, WordsParser, data_parser, positive
from viewer.cli.opening import opened_library
from viewer.cli.output import DONE, FAILED, complain, plain, print_json, print_rows
from viewer.cli.rows import article_head, article_line, event_lines, event_row, story_event_row
from viewer.cli.search_help import SEARCH_HELP
from viewer.exporters import article_row
from viewer.model.date_words import publication_words

if TYPE_CHECKING:
    import argparse

_NO_ARTICLE = "The library holds no article yet. “dateline add PATH --library FOLDER” brings some in."


def _list_parser() -> Parser:
    parser = data_parser("dateline list", "The articles of the library.")
    views = "all, unread, starred, archive, trash, section:NAME, tag:NAME or story:NAME (default: all)"
    parser.add_argument("--view", default="all", help=views)
    orders = "published, saved, read (the last one first), title or length (default: published)"
    parser.add_argument("--duplicates", action="store_true", help="only articles that are nearly the same, in groups")
    parser.add_argument("--order", default="published", help=orders)
    return parser


def _search_parser() -> Parser:
    about = "Articles that answer a search, best first.\n\n" + SEARCH_HELP
    parser = data_parser("dateline search", about, WordsParser)
    parser.add_argument("words", nargs="+", metavar="WORD")
    parser.add_argument("--limit", type=positive, default=50, metavar="N", help="rows at most (default: 50)")
    return parser


def _related_parser() -> Parser:
    parser = data_parser("dateline related", "Articles that tell the same story, and why.")
    parser.add_argument("name", metavar="ARTICLE")
    parser.add_argument("--limit", type=positive, default=10, metavar="N", help="rows at most (default: 10)")
    return parser


def _timeline_parser() -> Parser:
    about = "What an article reports, or all articles of a story (story:NAME), in the order of time."
    parser = data_parser("dateline timeline", about)
    parser.add_argument("name", metavar="ARTICLE")
    parser.add_argument("--explain", action="store_true", help="say for every date how it was worked out")
    return parser


def _list_duplicates(options: argparse.Namespace) -> int:
    """Articles that are nearly the same, group after group."""
    with opened_library(options) as library:
        view = set(library.ids(options.view))
        groups = [[id for id in group if id in view] for group in library.duplicates()]
        found = [library.rows(group) for group in groups if len(group) > 1]
    if options.json:
        print_json([article_row(article) | {"group": n} for n, group in enumerate(found, 1) for article in group])
        return DONE
    if not found:
        complain("No two articles are nearly the same.")
        return DONE
    print(plain("\n\n".join("\n".join(article_line(article_row(one)) for one in group) for group in found)))
    return DONE


def _list(options: argparse.Namespace) -> int:
    if options.duplicates:
        return _list_duplicates(options)
    with opened_library(options) as library:
        articles = library.articles(options.view, options.order)
        print_rows(options, [article_row(article) for article in articles], article_line)
        if not articles:
            complain(_NO_ARTICLE if options.view == "all" else f"No article stands in “{options.view}”.")
        shown = {article.path for article in library.articles()} if articles else set()
        unreadable = [problem for problem in library.problems() if problem.path not in shown]
    for problem in unreadable:
        complain(f"{problem.path}: {problem.reason}")
    return FAILED if any(problem.failed and str(problem.path) != "." for problem in unreadable) else DONE


def _search(options: argparse.Namespace) -> int:
    words = " ".join(options.words)
    with opened_library(options) as library:
        found = library.look_up(words)
        answers = library.snippets(found, found.ids[: options.limit])
        known = {article.id: article for article in library.rows([row.id for row in answers])}
    rows = [
        article_head(known[row.id])
        | {"score": row.score, "snippet": row.snippet, "hits": row.hits, "problems": found.remarks}
        for row in answers
        if row.id in known
    ]
    for remark in found.remarks or (() if rows else (f"Nothing in the library answers to “{words[:200]}”.",)):
        complain(remark)
    print_rows(options, rows, lambda row: f"{article_line(row)}\n    {row['snippet']}")
    return DONE


def _related(options: argparse.Namespace) -> int:
    with opened_library(options, options.name) as library:
        found = library.related(library.find(options.name), options.limit)
        known = {article.id: article for article in library.rows([row.id for row in found])}
    rows = [
        article_head(known[row.id])
        | {"score": row.score, "relation": row.relation, "why": row.why, "duplicates": row.duplicates}
        for row in found
        if row.id in known
    ]
    if not rows:
        complain("Nothing in the library tells the same story.")
    print_rows(options, rows, lambda row: f"{article_line(row)}\n    {row['relation']}: {'; '.join(row['why'])}")
    return DONE


def _timeline(options: argparse.Namespace) -> int:
    kind, _, story = options.name.partition(":")
    return _story_timeline(options, story) if kind == "story" and story else _article_timeline(options)


def _story_timeline(options: argparse.Namespace, story: str) -> int:
    with opened_library(options) as library:
        events = library.story_timeline(story)
        paths = {article.id: str(article.path) for article in library.rows(library.ids(f"story:{story}"))}
    if options.json:
        print_json([story_event_row(event, paths) for event in events])
        return DONE
    for event in events:
        print(plain("\n".join(event_lines(event.event, explain=options.explain))))
    if not events:
        complain("The articles of this story report nothing that could be dated or put in order.")
    return DONE


def _article_timeline(options: argparse.Namespace) -> int:
    with opened_library(options, options.name) as library:
        id = library.find(options.name)
        article, document, events = library.article(id), library.document(id), library.timeline(id)
    if options.json:
        print_json([event_row(event, document) for event in events])
        return DONE
    day = publication_words(article.published, article.published_in) or "no date of publication"
    print(plain(f"{article.title}\n{article.path} · {day}\n"))
    for event in events:
        print(plain("\n".join(event_lines(event, explain=options.explain))))
    if not events:
        complain("This article reports nothing that could be dated or put in order.")
    return DONE


COMMANDS: dict[str, Command] = {
    "list": (_list_parser, _list),
    "search": (_search_parser, _search),
    "related": (_related_parser, _related),
    "timeline": (_timeline_parser, _timeline),
}
