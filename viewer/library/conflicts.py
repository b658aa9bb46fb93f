"""Conflicted copies: what a synchroniser leaves where two machines changed one file.

Known by their names: "A (Ada's conflicted copy 2018-11-02).md" (Dropbox, Nextcloud) and "A.sync-conflict-20181102-
101500-ABCDEFG.md" (Syncthing). They are shown and may be compared; Dateline neither merges nor deletes them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WHAT_TO_DO = "Compare the two, keep what you want and delete the other; Dateline neither merges nor deletes them."
_HINT = "conflict"
# Compiled when first needed: a start does without them.
_BRACKETED = r"(?P<before>.*\S)\s*\([^()]*conflicted copy[^()]*\)(?P<after>.*)"
_DOTTED = r"(?P<before>.+)\.sync-conflict-[^.]*(?P<after>.*)"
_OTHERWISE = r"(?P<before>.+?)[\s_-]+(?:\w+['’]s )?conflicted copy[^.]*(?P<after>.*)"


def original_name(name: str) -> str | None:
    """The name of the file that ``name`` is a conflicted copy of; "" where it cannot be told, None for no copy.

    >>> original_name("Border (Ada's conflicted copy 2018-11-02).md")
    'Border.md'
    >>> original_name("Border.annotations.sync-conflict-20181102-101500-ABCDEFG.json")
    'Border.annotations.json'
    """
    if _HINT not in name.lower():
        return None
    for pattern in (_BRACKETED, _DOTTED, _OTHERWISE):
        if found := re.fullmatch(pattern, name, re.I | re.S):
            return f"{found['before']}{found['after']}"
    return "" if "conflicted copy" in name.lower() or ".sync-conflict-" in name.lower() else None


def conflict_in_words(original: str) -> str:
    """What a conflicted copy of ``original`` ("" for one that is not there) is, and what to do about it."""
    which = f" of {original}" if original else ", and its original is not there"
    return f"This is a conflicted copy{which}, left by a synchroniser. {WHAT_TO_DO}"


def conflicts_among(folder: str, names: Iterable[str]) -> dict[str, str]:
    """The conflicted copies among the ``names`` in a folder, as path to the path of the original ("" for none)."""
    present = set(names)
    inner = f"{folder}/" if folder else ""
    found = {}
    for name in present:
        original = original_name(name) if _HINT in name.lower() else None
        if original is not None:
            found[f"{inner}{name}"] = f"{inner}{original}" if original in present else ""
    return found
