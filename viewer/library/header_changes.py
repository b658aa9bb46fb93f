"""What changes of front matter have in common: what a text says before and after, and why a file is left alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.document import clean_text
from viewer.library.front_matter import split_front_matter
from viewer.library.header_keys import find_key
from viewer.library.metadata import Metadata, read_metadata

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePosixPath

    from viewer.library.front_matter import HeaderPlace
    from viewer.library.header_keys import KeyPlace

_TOML = "Its front matter is TOML (+++), which Dateline reads and does not change. Change it in an editor."
_UNREADABLE = "{} Mend it in an editor, then it can be changed here."
_NOT_UTF8 = "The file is not UTF-8. Save it as UTF-8 in an editor, then it can be changed here."
_STRANGE = "Its first lines are written in a way in which Dateline changes nothing. Change them in an editor."


class HeaderError(Exception):
    """A file whose front matter is not changed; ``str(error)`` is a sentence. Nothing was written."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says of itself, as the library reads it."""

    metadata: Metadata
    body: str


def is_same(before: Reading, after: Reading, besides: Callable[[Metadata], Metadata]) -> bool:
    """Whether two texts say the same, ``besides`` what this leaves out of what they say of themselves."""
    is_told = besides(before.metadata) == besides(after.metadata)
    return is_told and before.body.lstrip("\n") == after.body.lstrip("\n")


def strange() -> HeaderError:
    """The error for front matter that says something in a way which cannot be changed safely."""
    return HeaderError(_STRANGE)


def text_of(raw: bytes) -> str:
    """The content of a file as text. Raises HeaderError where it is not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HeaderError(_NOT_UTF8) from error


def read_header(raw: bytes, path: PurePosixPath) -> Reading:
    """What the content of an article file says. Raises HeaderError where its front matter cannot be read."""
    text, _ = clean_text(raw)
    front = split_front_matter(text)
    if front.problem:
        raise HeaderError(_UNREADABLE.format(front.problem.partition(";")[0].rstrip(".") + "."))
    return Reading(read_metadata(front.fields, front.body, path), front.body)


def place_of(header: HeaderPlace, name: str) -> KeyPlace:
    """Where a key stands in front matter. Raises HeaderError where that is not plain to see."""
    if header.is_toml:
        raise HeaderError(_TOML)
    found = find_key(header.block, name)
    if found is None:
        raise strange()
    return found


def with_new_header(text: str, *lines: str) -> str:
    """A text that has no front matter, with one of these lines."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    line_break = "\r\n" if "\r\n" in text[:2000] else "\n"
    return mark + line_break.join(("---", *lines, "---", "", "")) + text.removeprefix(mark)


def with_line(header: HeaderPlace, place: KeyPlace, *lines: str) -> str:
    """The block of front matter with lines for a key that it lacks, whose ``place`` says where keys begin.

    Raises HeaderError where keys stand in braces.
    """
    if place.is_flow:
        raise strange()
    indent = " " * place.column
    return header.block + "".join(f"{indent}{line}{header.line_break}" for line in lines)


def line_begin(block: str, at: int) -> int:
    """Where the line around ``at`` begins."""
    return block.rfind("\n", 0, at) + 1


def next_line(block: str, at: int) -> int:
    """Where the line behind the one around ``at`` begins; the end of the block where there is none."""
    found = block.find("\n", at)
    return len(block) if found < 0 else found + 1
