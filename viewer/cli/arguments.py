"""What all commands take, and the kinds of value that an option may have."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeAlias

from viewer import __version__
from viewer.model import UsageError


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are UsageErrors, so that they are told in one place."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with the message and where to read more."""
        raise UsageError(f"{message[:1].upper()}{message[1:]}. “{self.prog} --help” says what can be given.")


class MixedParser(Parser):
    """A parser whose options may stand between its words: ``feeds add --folder News ADDRESS``."""

    def parse_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        """As argparse does it, options and words in any order."""
        return self.parse_intermixed_args(args, namespace)


Command: TypeAlias = tuple[Callable[[], Parser], Callable[[argparse.Namespace], int]]
"""What reads the arguments of a command, and what then does it and gives the exit status."""


class WordsParser(Parser):
    """A parser whose ``words`` may begin with a minus sign, as in a search: ``border -Raqqa``."""

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        """As argparse does it, with words such as ``-Raqqa`` (and ``-hajin``, which is no ``-h``) in their places."""
        kept = ["\0" + word if _is_left_out(word) else word for word in args]
        options, rest = super().parse_known_args(kept, namespace)
        options.words = [word.removeprefix("\0") for word in options.words]
        return options, rest


def _is_left_out(word: str) -> bool:
    return len(word) > 1 and word[0] == "-" != word[1] and word != "-h"


def base_parser(
    prog: str, description: str, usage: str | None = None, epilog: str | None = None, kind: type[Parser] = Parser
) -> Parser:
    """A parser with the options that every command has."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = kind(
        prog=prog, description=description, usage=usage, epilog=epilog, formatter_class=raw, allow_abbrev=False
    )
    parser.add_argument("--library", type=Path, metavar="FOLDER", help="the folder of articles (default: the sample)")
    parser.add_argument("--version", action="version", version=f"Dateline {__version__}")
    return parser


def data_parser(prog: str, description: str, kind: type[Parser] = Parser) -> Parser:
    """A parser of a command that prints rows, for people or for programs."""
    parser = base_parser(prog, description, kind=kind)
    parser.add_argument("--json", action="store_true", help="for other programs: JSON")
    return parser


def positive(text: str) -> int:
    """A whole number above 0. Raises ArgumentTypeError for any other text."""
    if not text.isascii() or not text.isdecimal() or not 0 < len(text) < 10 or int(text) == 0:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number above 0")
    return int(text)
