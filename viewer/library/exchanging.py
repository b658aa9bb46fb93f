"""Showing another version of an article: its text takes the place of the present one, which is kept as a version.

The present text is durable among the versions before the article's file is replaced, so a kill at any moment loses
neither. The article keeps its name, its front matter except for title and dates, its marks and its annotations.
"""

from __future__ import annotations

import errno
import os
import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from viewer.library.annotations import quotes_in
from viewer.library.article_files import encoded
from viewer.library.digest import rough_text
from viewer.library.front_matter import FrontMatter, header_of, split_front_matter
from viewer.library.metadata import read_metadata
from viewer.library.quoting import Quotation, QuoteFinder
from viewer.library.rewriting import NotRewrittenError, rewrite
from viewer.library.saving import save
from viewer.library.scan import ANNOTATIONS, beside
from viewer.library.source import UnreadableError, read_regular_file, source_of
from viewer.library.version_keeping import text_of_file
from viewer.library.versions import age, folder_of, list_versions
from viewer.model import LibraryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path, PurePosixPath

    from viewer.library.versions import Version

TAKEN = ("title", "published", "published_from", "updated", "description", "extraction")
_ENTRY = re.compile(r"^(?P<key>[A-Za-z][\w-]*)[ \t]*:.*\n(?:(?:[ \t]+.*|-.*)?\n)*?(?=\S|\Z)", re.M)
_FENCE = "---\n"
_LINK = re.compile(
    r"(?P<before>\]\(\s{0,9}<?|^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]{1,9}<?|\b(?:src|href)\s{0,3}=\s{0,3}[\"'])"
    r"(?P<target>[^\s<>\"')#/][^\s<>\"')]{0,2000})",
    re.M | re.I,
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_UP = "../"
_PLAIN = (
    "{} is a plain text file, in which the text of a version would lose its headings and links. Rename it to .md first."
)
_NO_VERSION = "“{}” is no version of {}. There are: {}."
_FAULT = "The text of {} could not be exchanged ({}). Nothing of it is lost."


def use_version(root: Path, path: PurePosixPath, name: str) -> tuple[int, int]:
    """Put the text of the version ``name`` in the place of that of the article at ``path``.

    Gives how many highlights stand in the new text and how many do not; those are kept all the same. Raises UsageError
    for no such version or a plain text file, and LibraryError where a file cannot be read or written.
    """
    versions = list_versions(root, path)
    wanted = next((one for one in versions if one.name == name), None)
    if wanted is None:
        known = ", ".join(one.name for one in versions[:20]) or "none"
        raise UsageError(_NO_VERSION.format(name, path, known))
    return put_text(root, path, _read(root, wanted.path)[1], versions)


def put_text(
    root: Path,
    path: PurePosixPath,
    text: str,
    versions: tuple[Version, ...],
    *,
    is_inner: bool = True,
    keys: Collection[str] = TAKEN,
) -> tuple[int, int]:
    """Put the body of ``text``, a file's content, in the place of the article's; see ``use_version``.

    ``is_inner`` says that its links are those of a file among the versions; ``keys`` of its front matter come along.
    """
    if path.suffix.lower() == ".txt":
        raise UsageError(_PLAIN.format(path))
    try:
        raw, present = _read(root, path)
        below = _parted(text)[1]
        body = moved_out(below, folder_of(path).name) if is_inner else below
        content = encoded(f"{merged_header(present, text, keys)}{body}")
        if body.strip() != _parted(present)[1].strip():
            _keep_present(root, path, raw, present, versions)
        rewrite(root / path, raw, content)
    except (OSError, NotRewrittenError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error).rstrip(".")
        raise LibraryError(_FAULT.format(path, reason)) from error
    return highlights_in(root, path, rough_text(below))


def highlights_in(root: Path, path: PurePosixPath, text: str) -> tuple[int, int]:
    """How many highlights of the article stand in ``text``, by their words, and how many do not."""
    quotes = quotes_in(root / beside(path, ANNOTATIONS))
    finder = QuoteFinder(text)
    placed = sum(finder.find(Quotation(quote)) is not None for quote in quotes)
    return placed, len(quotes) - placed


def merged_header(present: str, other: str, keys: Collection[str] = TAKEN) -> str:
    """The front matter of ``present`` with the ``keys`` of ``other`` and no others of these, else byte for byte.

    Where one of them has none, or none that can be read, it is what ``present`` has.
    """
    front, other_front = split_front_matter(present), split_front_matter(other)
    header, taken = header_of(present, front), header_of(other, other_front)
    if not _is_yaml(front, header) or not _is_yaml(other_front, taken):
        return header
    ours = header.removeprefix(_FENCE).removesuffix(_FENCE) if header else ""
    theirs = taken.removeprefix(_FENCE).removesuffix(_FENCE)
    entries = {found["key"]: found[0] for found in _ENTRY.finditer(theirs) if found["key"] in keys}
    kept = _ENTRY.sub(lambda found: entries.pop(found["key"], "") if found["key"] in keys else found[0], ours)
    changed = f"{kept}{''.join(entries.values())}"
    return f"{_FENCE}{changed}{_FENCE}" if header or changed else ""


def _parted(text: str) -> tuple[str, str]:
    """The front matter of a file and all that stands below it, as they are written."""
    header = header_of(text, split_front_matter(text))
    return header, text[len(header) :]


def _is_yaml(front: FrontMatter, header: str) -> bool:
    """Whether the front matter is there, of the kind that this program writes, and sound; or there is none."""
    closed = header.startswith(_FENCE) and header.endswith(f"\n{_FENCE}")
    return not front.problem and (closed or not header)


def moved_in(body: str) -> str:
    """The text with the links of a file one folder further in."""
    return _LINK.sub(lambda found: f"{found['before']}{_inwards(found['target'])}", body)


def moved_out(body: str, folder: str) -> str:
    """The text of a file in ``folder`` with the links of one beside that folder."""
    inner = f"{folder}/".replace(" ", "%20")
    return _LINK.sub(lambda found: f"{found['before']}{_outwards(found['target'], inner)}", body)


def _inwards(target: str) -> str:
    return target if _SCHEME.match(target) else f"{_UP}{target}"


def _outwards(target: str, inner: str) -> str:
    if _SCHEME.match(target):
        return target
    return target.removeprefix(_UP) if target.startswith(_UP) else f"{inner}{target}"


def _keep_present(root: Path, path: PurePosixPath, raw: bytes, present: str, versions: tuple[Version, ...]) -> None:
    """Keep the present text as a version, unless one of its day has it already. Raises OSError.

    What is not plainly UTF-8 is kept byte for byte, its links as they are.
    """
    front = split_front_matter(present)
    day, words = _day_of(front, path), rough_text(front.body)
    if any(text_of_file(root, one.path.as_posix()) == words for one in versions if one.day == day):
        return
    folder = root / folder_of(path)
    make_folder(folder)
    header, below = _parted(present)
    moved = encoded(f"{header}{moved_in(below)}")
    save(folder / f"{free_name(versions, day)}.md", moved if encoded(present) == raw else raw)


def make_folder(folder: Path) -> None:
    """Make a folder beside an article where it is not there yet. Raises OSError, also for a link to another place."""
    if folder.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(folder))
    folder.mkdir(exist_ok=True)


def _day_of(front: FrontMatter, path: PurePosixPath) -> date:
    metadata = read_metadata(front.fields, "", path)
    own = age(metadata)
    return date.fromordinal(own // 1440) if own else metadata.saved or datetime.now(UTC).date()


def free_name(versions: tuple[Version, ...], day: date) -> str:
    """A name for a version of ``day`` that none of ``versions`` has."""
    taken = {one.name for one in versions}
    names = (str(day) if number == 1 else f"{day} {number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _read(root: Path, path: PurePosixPath) -> tuple[bytes, str]:
    """Bytes and text of a file. Raises LibraryError, a sentence."""
    try:
        raw, status = read_regular_file(root / path)
        return raw, source_of(path.as_posix(), raw, status).text
    except UnreadableError as error:
        raise LibraryError(f"The file {path} cannot be read. {error}") from error
