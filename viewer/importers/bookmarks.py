"""Bookmarks in the format of Netscape, which every browser and most services write."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from viewer.importers.drafts import Doubts, extras, long_text, no_address, web_address, yes
from viewer.importers.markup import Tag, plain, tags
from viewer.importers.words import decode, names, one_line, title_or_address
from viewer.model import ImportedArticle, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source

MOST_FOLDERS = 100
LONGEST_TITLE = 20_000
# Tags that end the text of a bookmark, a folder's name or a description: few writers close all they open.
_ENDS = frozenset(["a", "dt", "dl", "dd", "h3", "h1"])


@dataclass(slots=True)
class _Walk:
    """Where the reader stands in the file: the open folders, the bookmark at hand and its description."""

    text: str
    name: str
    folders: list[str] = field(default_factory=list)
    folder: str = ""
    open_tag: Tag | None = None
    link: Tag | None = None
    title: str = ""
    description: str = ""
    number: int = 0


def read_bookmarks(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The bookmarks of the file: folders as sections, ``TOREAD`` as unread, unclosed tags or not."""
    walk = _Walk(decode(source.data()), source.name)
    for tag in tags(walk.text):
        if tag.name in _ENDS:
            _close_text(walk, tag.begin)
            if tag.name in ("dt", "dl", "a", "h3") and not (tag.name == "a" and tag.closing):
                yield from _finish(walk)
            _enter(walk, tag)
    _close_text(walk, len(walk.text))
    yield from _finish(walk)


def _close_text(walk: _Walk, end: int) -> None:
    """Take the text since the tag that was open for what that tag says it is."""
    tag, walk.open_tag = walk.open_tag, None
    if tag is None:
        return
    written = plain(walk.text[tag.end : min(end, tag.end + LONGEST_TITLE)])
    if tag.name == "a":
        walk.title = written
    elif tag.name == "h3":
        walk.folder = one_line(written)
    elif walk.link:
        walk.description = long_text(written)


def _enter(walk: _Walk, tag: Tag) -> None:
    if tag.name == "dl":
        _change_folder(walk, tag)
    elif not tag.closing and tag.name in ("a", "h3", "dd"):
        walk.open_tag = tag
        walk.link = tag if tag.name == "a" else walk.link


def _change_folder(walk: _Walk, tag: Tag) -> None:
    if tag.closing:
        if walk.folders:
            walk.folders.pop()
    elif len(walk.folders) < MOST_FOLDERS:
        walk.folders.append(walk.folder)
        walk.folder = ""


def _finish(walk: _Walk) -> Iterator[ImportedArticle | ImportProblem]:
    """The bookmark at hand, if any: its title and description are complete now."""
    link, title, description = walk.link, walk.title, walk.description
    walk.link, walk.title, walk.description = None, "", ""
    if link is None:
        return
    walk.number += 1
    sections = tuple(folder for folder in walk.folders if folder)
    yield from _from_link(link, title, description, sections, f"{walk.name}, bookmark {walk.number}")


def _from_link(
    link: Tag, title: str, description: str, sections: tuple[str, ...], item: str
) -> Iterator[ImportedArticle | ImportProblem]:
    fields = link.attributes()
    url = web_address(fields.get("href", ""))
    if not url:
        yield no_address(item, fields.get("href", "") or one_line(title))
        return
    doubts = Doubts(item)
    to_read = fields.get("toread", "")
    yield ImportedArticle(
        title=title_or_address(title, url),
        url=url,
        sections=sections,
        tags=names(fields.get("tags", "")),
        description=description,
        saved=doubts.moment(fields.get("add_date", ""), "ADD_DATE"),
        read=bool(to_read) and not yes(to_read),
        item=item,
        extra=_visits(fields, doubts),
    )
    yield from doubts.problems()


def _visits(fields: dict[str, str], doubts: Doubts) -> tuple[tuple[str, str], ...]:
    moments = ((name, doubts.moment(fields.get(name, ""), name.upper())) for name in ("last_visit", "last_modified"))
    return extras("bookmark", [(name, moment.isoformat()) for name, moment in moments if moment])
