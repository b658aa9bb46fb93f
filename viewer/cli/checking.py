"""The command that looks whether everything of a library is sound."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from viewer import paths
from viewer.cli.arguments import Command, Parser, data_parser
from viewer.cli.opening import ProgressLine
from viewer.cli.output import DONE, FAILED, plain, print_json, print_rows
from viewer.library.backups import WHAT_IS_BACKED_UP

if TYPE_CHECKING:
    import argparse

    from viewer.library import Finding

_WORDS = {"sound": "sound", "mended": "mended", "note": "note", "attention": "ATTENTION"}


def _parser() -> Parser:
    parser = data_parser("dateline doctor", "Look whether files, index, feeds, reading marks and backups are sound.")
    parser.add_argument(
        "--mend",
        action="store_true",
        help="mend what is derived: a damaged index, an import cut short, the memory of feeds (a copy is kept)",
    )
    parser.add_argument("--backups", action="store_true", help="list the backups of your marks, and what they hold")
    parser.add_argument("--restore", metavar="DAY", help="bring your marks back to a backup; the present ones are kept")
    return parser


def _doctor(options: argparse.Namespace) -> int:
    if options.restore:
        return _restore(options)
    return _list_backups(options) if options.backups else _examine(options)


def _list_backups(options: argparse.Namespace) -> int:
    from viewer.library import Library

    with Library.open(options.library or paths.sample_library()) as library:
        backups = library.backups()
    print_rows(options, [asdict(one) | {"made": one.made.isoformat()} for one in backups], _backup_line)
    if not options.json:
        print(WHAT_IS_BACKED_UP if backups else f"There is no backup yet. {WHAT_IS_BACKED_UP}")
    return DONE


def _backup_line(row: dict[str, Any]) -> str:
    holds = ", ".join(row["holds"]) if row["sound"] else "damaged, cannot be restored"
    return f"{row['name']}  {holds}{'  (kept before a restoring)' if row['before_restoring'] else ''}"


def _restore(options: argparse.Namespace) -> int:
    from viewer.library import Library

    with Library.open(options.library or paths.sample_library()) as library:
        library.restore_backup(options.restore)
        kept = next(one.name for one in library.backups() if one.before_restoring)
    print(f"Your marks are those of {options.restore} again. Those of before are kept as {kept}.")
    return DONE


def _examine(options: argparse.Namespace) -> int:
    from viewer.library import Library, Verdict

    with Library.open(options.library or paths.sample_library()) as library:
        findings = library.examine(ProgressLine(), mend=options.mend)
        root = library.root
    needs_attention = sum(finding.verdict is Verdict.ATTENTION for finding in findings)
    if options.json:
        print_json([asdict(finding) for finding in findings])
    else:
        lines = [f"Library: {root}", *map(_line, findings), _summary(needs_attention)]
        print(plain("\n".join(lines)))
    return FAILED if needs_attention else DONE


def _line(finding: Finding) -> str:
    place = f"{finding.path}: " if finding.path else ""
    return f"{_WORDS[finding.verdict]:>9}  {finding.part:<10}  {place}{finding.words}"


def _summary(needs_attention: int) -> str:
    if not needs_attention:
        return "All is well."
    return f"{needs_attention:,} {'thing needs' if needs_attention == 1 else 'things need'} your attention."


COMMANDS: dict[str, Command] = {"doctor": (_parser, _doctor)}
