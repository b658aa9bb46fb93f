"""The command that sets dates: the day of publication of an article, and what words of it mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from viewer.cli.arguments import Command, Parser, data_parser
from viewer.cli.opening import opened_library
from viewer.cli.output import DONE, FAILED, complain, plain, print_json
from viewer.model import Passage, UsageError

if TYPE_CHECKING:
    import argparse

    from viewer.library import Changes, Library
    from viewer.model import Chronology, Document

_NONE = ("none", "no date")
_NOTHING = (
    "Say what to set: dateline date ARTICLE --published DAY, or dateline date ARTICLE WORDS --is DATE (“none” for no "
    "date; --as-read takes back what was set)."
)
_NO_WORDS = "The words “{}” do not stand in {}."
_NO_DATE = (
    "“{}” is neither a date of the article nor an event without one. Give the words of the date, or the whole event, "
    "as “dateline timeline ARTICLE --json” shows them."
)
_SEVERAL = "The words “{}” stand in {} {} times: “{}”. Give more of the words around the one that is meant."
_UNREAD = "“{}” says no date that can be read. Write it as 2018-11-01, “1 Nov 2018” or 2018-10-26/2018-10-28."
_AROUND = 30
_MOST_SHOWN = 3


def _date_parser() -> Parser:
    parser = data_parser("dateline date", "Set the day of publication of an article, or what words of it mean.")
    parser.add_argument("name", metavar="ARTICLE", help="a path, file name, id or beginning of a title")
    parser.add_argument(
        "words", nargs="?", default="", metavar="WORDS", help="words of the article, as they stand there"
    )
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--is", dest="date", default="", metavar="DATE", help="what the words mean; “none” for no date")
    either.add_argument("--as-read", action="store_true", help="take back what was set for the words")
    either.add_argument("--published", default="", metavar="DAY", help="a day, month or year, written into the file")
    return parser


def _date(options: argparse.Namespace) -> int:
    with opened_library(options) as library:
        id = library.find(options.name)
        if options.published and not options.words:
            changes = library.set_published([id], options.published)
        elif options.words and (options.date or options.as_read):
            changes = _set(library, id, options)
        else:
            raise UsageError(_NOTHING)
        for problem in changes.problems:
            complain(f"{problem.path}: {problem.reason}")
        _report(options, library, id, changes)
    return FAILED if changes.problems else DONE


def _set(library: Library, id: int, options: argparse.Namespace) -> Changes:
    from viewer.chronology.typed import read_typed

    (document, chronology), article = library.read(id), library.article(id)
    passage = _meant(chronology, _passage(document, options.words, str(article.path)))
    if passage is None:
        raise UsageError(_NO_DATE.format(options.words))
    if options.as_read:
        return library.forget_date(id, document, passage)
    if options.date.lower() in _NONE:
        return library.set_date(id, document, passage, "")
    found = read_typed(options.date, article.published, document.language)
    if found is None:
        raise UsageError(_UNREAD.format(options.date))
    return library.set_date(id, document, passage, found.edtf)


def _passage(document: Document, words: str, path: str) -> Passage:
    """Where the words stand, once, in the text. Raises UsageError where they do not, or several times."""
    found = list[Passage]()
    for number, block in enumerate(document.blocks):
        begin = block.text.find(words)
        while begin >= 0:
            found.append(Passage(number, begin, begin + len(words)))
            begin = block.text.find(words, begin + len(words))
    if not found:
        raise UsageError(_NO_WORDS.format(words, path))
    if len(found) > 1:
        places = "”, “".join(_around(document, one) for one in found[:_MOST_SHOWN])
        raise UsageError(_SEVERAL.format(words, path, len(found), places))
    return found[0]


def _meant(chronology: Chronology, words: Passage) -> Passage | None:
    """The date, or else the event without one, that the words are about."""
    dates = [dated.passage for dated in chronology.timexes]
    events = [event.passage for event in chronology.events if event.dated_by is None or event.dated_by.passage == words]
    return next((passage for passage in (*dates, *events) if passage.is_about(words)), None)


def _around(document: Document, passage: Passage) -> str:
    text = document.blocks[passage.block].text
    return " ".join(text[max(0, passage.begin - _AROUND) : passage.end + _AROUND].split())


def _report(options: argparse.Namespace, library: Library, id: int, changes: Changes) -> None:
    article = library.article(id)
    row: dict[str, Any] = {"path": str(article.path), "changed": bool(changes)}
    if options.json:
        print_json(row)
    elif not changes.problems:
        print(plain(f"{'Set' if changes else 'Nothing to change'}: {article.path}"))


COMMANDS: dict[str, Command] = {"date": (_date_parser, _date)}
