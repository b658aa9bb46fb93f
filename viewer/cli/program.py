"""The program in a terminal. Says what it found in words, or as JSON for other programs.

Exit status: 0 done, 1 something in the input failed (each named on standard error), 2 the request made no sense.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from typing import TYPE_CHECKING

from viewer.cli.output import DONE, FAILED, USAGE, complain
from viewer.model import DatelineError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.cli.arguments import Command

# Where each command is at home; a start loads only the one that was asked for.
_HOMES = {
    "open": "window",
    "screenshot": "window",
    "list": "reading",
    "search": "reading",
    "related": "reading",
    "timeline": "reading",
    "mark": "organising",
    "tag": "organising",
    "shelves": "organising",
    "date": "dating",
    "add": "adding",
    "feeds": "feeds",
    "export": "exporting",
    "doctor": "checking",
    "versions": "originals",
    "extract": "originals",
}
_WITH_VALUE = frozenset(
    [
        *("--library", "--or-screenshot", "--limit", "--out", "--size", "--scale", "--theme", "--article", "--format"),
        *("--restore", "--compare", "--use", "--view", "--order", "--remove"),
        *("--report", "--inbox", "--folder", "--whole", "--is", "--published"),
    ]
)


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
        complain("Stopped.")
        return FAILED
    return status


def _run(arguments: list[str]) -> int:
    try:
        command, rest = _part_command(arguments)
        parser, action = _command(command)
        return action(parser().parse_args(rest))
    except UsageError as error:
        complain(str(error))
        return USAGE
    except DatelineError as error:
        complain(str(error))
        return FAILED
    except SystemExit as leaving:  # --help and --version
        return int(leaving.code or 0)


def _command(name: str) -> Command:
    commands: dict[str, Command] = importlib.import_module(f"viewer.cli.{_HOMES[name]}").COMMANDS
    return commands[name]


def _part_command(arguments: list[str]) -> tuple[str, list[str]]:
    """The command, wherever it stands among the options, and the arguments without it; "open" where none is given."""
    is_value = False
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if not is_value and not argument.startswith("-"):
            if argument in _HOMES and argument != "open":
                return argument, [*arguments[:index], *arguments[index + 1 :]]
            break
        is_value = argument in _WITH_VALUE
    return "open", arguments
