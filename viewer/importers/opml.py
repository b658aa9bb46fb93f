"""OPML 2.0: a list of feeds in folders, not of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.importers.drafts import no_address, web_address
from viewer.importers.markup import checked_tags
from viewer.importers.words import decode, one_line, title_from_address
from viewer.model import ImportedFeed, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source

LARGEST_LIST = 64 * 1024 * 1024


def read_opml(source: Source) -> Iterator[ImportedFeed | ImportProblem]:
    """The feeds of the list, with the folders they stand in. Raises UnreadableError for XML that was made to harm."""
    text = decode(source.data(LARGEST_LIST))
    folders: list[str] = []
    number = 0
    for tag in checked_tags(text):
        if tag.name != "outline":
            continue
        if tag.closing:
            del folders[-1:]
            continue
        number += 1
        fields = tag.attributes()
        yield from _from_outline(fields, tuple(folder for folder in folders if folder), f"{source.name}, line {number}")
        if not tag.empty:
            folders.append("" if _is_feed(fields) else _name(fields))


def _is_feed(fields: dict[str, str]) -> bool:
    return "xmlurl" in fields or fields.get("type", "").lower() == "rss"


def _name(fields: dict[str, str]) -> str:
    return one_line(fields.get("title", "")) or one_line(fields.get("text", ""))


def _from_outline(
    fields: dict[str, str], folders: tuple[str, ...], item: str
) -> Iterator[ImportedFeed | ImportProblem]:
    if not _is_feed(fields):
        return
    url = web_address(fields.get("xmlurl", ""))
    if not url:
        yield no_address(item, fields.get("xmlurl", "") or _name(fields))
        return
    yield ImportedFeed(url, _name(fields) or title_from_address(url), web_address(fields.get("htmlurl", "")), folders)


def read_as_articles(source: Source) -> Iterator[ImportProblem]:
    """Why a list of feeds brings no articles, with the remedy; and its lines that name no address."""
    found = list(read_opml(source))
    problems = [one for one in found if isinstance(one, ImportProblem)]
    count = len(found) - len(problems)
    feeds = "one feed" if count == 1 else f"{count:,} feeds"
    where = "“Feeds” in the File menu, or dateline feeds import"
    reason = f"It is a list of {feeds}, not of articles. Subscribe to them instead ({where})."
    yield ImportProblem(source.name, reason)
    yield from problems
