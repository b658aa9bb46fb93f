"""The commands about other texts of an article: its versions and conflicted copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.cli.add_words import count
from viewer.cli.arguments import Command, Parser, data_parser
from viewer.cli.opening import opened_library
from viewer.cli.output import DONE, complain, plain, print_json, print_rows
from viewer.model import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from typing import Any

    from viewer.document.comparison import ComparedParagraph, Comparison
    from viewer.library import Library
    from viewer.library.others import OtherText

_ABOUT = """\
Other texts of an article: the versions that are kept of it, conflicted copies, articles that are nearly the same.

  dateline versions ARTICLE                     list them
  dateline versions ARTICLE --compare NAME      show what changed: [-removed-] {+added+}
  dateline versions ARTICLE --use NAME          show that version from now on; the present text is kept as one
"""


_ABOUT_EXTRACT = """\
Extract an article again from the page that is kept beside it. The present text is kept as a version: “dateline
versions ARTICLE” lists it, and --use brings it back.
"""
_MODES = (
    ("--first", "article", "what Dateline takes for the article at first"),
    ("--other", "other", "a second opinion on what the article is"),
    ("--whole", "page", "all of the page"),
)


def _parser() -> Parser:
    parser = data_parser("dateline versions", _ABOUT)
    parser.add_argument("name", metavar="ARTICLE")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--compare", metavar="NAME", help="compare the article with one of them")
    choice.add_argument("--use", metavar="NAME", help="show a version instead of the present text")
    return parser


def _versions(options: argparse.Namespace) -> int:
    with opened_library(options, options.name) as library:
        id = library.find(options.name)
        if options.use:
            return _use(library, id, options.use)
        others = library.others(id)
        if options.compare:
            return _compare(options, library.compare(id, _named(others, options.compare)))
    print_rows(options, [_row(one) for one in others], _line)
    if not others:
        complain("No other text of this article is kept.")
    return DONE


def _use(library: Library, id: int, name: str) -> int:
    placed, unplaced = library.use_version(id, name)
    library.refresh()
    print(f"The text of the version {name} is shown now. The one before is kept as a version.")
    _tell_of_highlights(placed, unplaced)
    return DONE


def _tell_of_highlights(placed: int, unplaced: int) -> None:
    if unplaced:
        total = placed + unplaced
        complain(f"{unplaced:,} of {total:,} highlights do not stand in it; they are kept with their words.")


def words_changed(added: int, removed: int) -> str:
    """What differs between two texts: "3 words added, 1 word removed"."""
    parts = [f"{count(number, 'word')} {how}" for number, how in ((added, "added"), (removed, "removed")) if number]
    return ", ".join(parts) or "no words changed"


def _named(others: Sequence[OtherText], name: str) -> OtherText:
    """The text of this name or path. Raises UsageError, naming those there are."""
    found = next((one for one in others if name in (one.name, str(one.path))), None)
    if found is None:
        known = ", ".join(one.name for one in others[:20]) or "none"
        raise UsageError(f"No other text of this article is called “{name}”. There are: {known}.")
    return found


def _row(other: OtherText) -> dict[str, Any]:
    day = other.day.isoformat() if other.day else None
    return {"name": other.name, "kind": other.kind, "path": str(other.path), "day": day, "newer": other.is_newest}


def _line(row: dict[str, Any]) -> str:
    return f"{row['name']}  {row['kind']}{', newer' if row['newer'] else ''}  ({row['path']})"


def _compare(options: argparse.Namespace, comparison: Comparison) -> int:
    if options.json:
        print_json(_as_json(comparison))
        return DONE
    print(plain("\n\n".join(_changes(comparison.paragraphs)) or "Both texts have the same words."))
    if comparison.cut:
        complain(comparison.cut)
    return DONE


def _changes(paragraphs: Sequence[ComparedParagraph]) -> Iterator[str]:
    """The paragraphs that changed, in the signs of ``wdiff``."""
    signs = {"added": "{{+{}+}}", "removed": "[-{}-]"}
    for one in paragraphs:
        if one.change != "same":
            yield "".join(signs.get(piece.change, "{}").format(piece.text) for piece in one.pieces)


def _as_json(comparison: Comparison) -> dict[str, Any]:
    paragraphs = [
        {"kind": one.kind, "change": one.change, "pieces": [[piece.change, piece.text] for piece in one.pieces]}
        for one in comparison.paragraphs
    ]
    return {"added": comparison.added, "removed": comparison.removed, "cut": comparison.cut, "paragraphs": paragraphs}


def _extract_parser() -> Parser:
    parser = data_parser("dateline extract", _ABOUT_EXTRACT)
    parser.add_argument("name", metavar="ARTICLE")
    choice = parser.add_mutually_exclusive_group(required=True)
    for option, mode, words in _MODES:
        choice.add_argument(option, dest="mode", action="store_const", const=mode, help=words)
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and write nothing")
    return parser


def _extract(options: argparse.Namespace) -> int:
    with opened_library(options, options.name) as library:
        id = library.find(options.name)
        extraction = library.extract(id, options.mode)
        comparison = library.compare_extraction(id, extraction)
        if options.dry_run:
            return _compare(options, comparison)
        placed, unplaced = library.use_extraction(id, extraction)
        library.refresh()
    row = {"words": extraction.words, "added": comparison.added, "removed": comparison.removed}
    if options.json:
        print_json(row | {"highlights_placed": placed, "highlights_unplaced": unplaced})
    else:
        changed = words_changed(comparison.added, comparison.removed)
        print(f"{extraction.words:,} words: {changed}. The text before is kept.")
    _tell_of_highlights(placed, unplaced)
    return DONE


COMMANDS: dict[str, Command] = {"versions": (_parser, _versions), "extract": (_extract_parser, _extract)}
