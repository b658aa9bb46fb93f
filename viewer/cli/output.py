"""Words for the terminal: rows and JSON on standard output, complaints on standard error."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

DONE, FAILED, USAGE = 0, 1, 2


def print_rows(options: argparse.Namespace, rows: list[dict[str, Any]], line: Callable[[dict[str, Any]], str]) -> None:
    """Print each row as its line, or all of them as JSON where that was asked for."""
    if options.json:
        print_json(rows)
        return
    for row in rows:
        print(plain(line(row)))


def print_json(rows: list[dict[str, Any]] | dict[str, Any]) -> None:
    """Print rows for other programs."""
    print(json.dumps(rows, ensure_ascii=False, indent=1))


def complain(message: str) -> None:
    """Say on standard error what is amiss."""
    print(plain(f"dateline: {message}"), file=sys.stderr)


def plain(text: str) -> str:
    """The text without characters that a terminal would obey."""
    return "".join(character if character.isprintable() or character in "\n\t" else " " for character in text)
