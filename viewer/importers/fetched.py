"""What somebody else has fetched from an address: told what it is, and read. Nothing is fetched here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from viewer.importers.html_bytes import page_text
from viewer.importers.kinds import Kind, recognise_source
from viewer.importers.pictures_alone import picture_article
from viewer.importers.reading import describe_feed, read_feed, read_source
from viewer.importers.sources import bytes_source
from viewer.importers.web_pages import feeds_of_page, read_web_page
from viewer.model import ImportedArticle, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

MOST_ENTRIES = 1_000
"""Of one feed at one time: feeds hold the newest of what there is, and a page of it at most."""

_FEEDS = (Kind.FEED, Kind.JSON_FEED)
_FENCE = "---\n"
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
}
_LIST = "It is a list of feeds. Save the file, and subscribe to what it lists: dateline feeds import FILE"
_ARCHIVE = "It is an archive of files, not a page. Save it, look what is in it, and add the file."
_NOT_READ = "It is none of the things that Dateline reads{}. Add the page that it stands on."


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """The article of a page, and the addresses of its pictures, which stand in its Markdown."""

    article: ImportedArticle
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FetchedFeed:
    """A feed: the address that was fetched, its title and its site."""

    url: str
    title: str
    site_url: str = ""


def read_fetched(
    data: bytes, *, url: str, kind: str = "", charset: str = "", saved: datetime | None = None
) -> Iterator[FetchedPage | FetchedFeed | ImportedArticle | ImportProblem]:
    """What was fetched from ``url``; ``kind`` and ``charset`` are as the server stated them.

    Raises DatelineError, with a sentence, and what parsers raise.
    """
    if picture := picture_article(data, url=url, saved=saved):
        yield picture
        return
    source = bytes_source(file_name(url, kind), data)
    found = recognise_source(source)
    if found is Kind.PAGE:
        page = read_web_page(data, url=url, charset=charset, saved=saved)
        yield FetchedPage(page.article, page.pictures)
    elif found in _FEEDS:
        info = describe_feed(data, url=url)
        yield FetchedFeed(url, info.title, info.site_url)
    elif found in (Kind.OPML, Kind.ARCHIVE, Kind.UNKNOWN):
        yield ImportProblem(url, _why_not(found, kind))
    else:
        text = found in (Kind.TEXT, Kind.MARKDOWN)
        whole = page_text(data, charset).encode("utf-8", "replace") if text else data
        for one in read_source(bytes_source(source.name, whole)):
            yield _placed(one, url, saved)


def feeds_behind(data: bytes, *, url: str, kind: str = "", charset: str = "") -> Iterator[FetchedFeed]:
    """The feed that was fetched from ``url``, or those that the page names which was fetched there."""
    found = recognise_source(bytes_source(file_name(url, kind), data))
    if found in _FEEDS:
        info = describe_feed(data, url=url)
        yield FetchedFeed(url, info.title, info.site_url)
    elif found is Kind.PAGE:
        for feed in feeds_of_page(data, url=url, charset=charset):
            yield FetchedFeed(feed.url, feed.title, url)


def read_subscription(
    data: bytes, *, url: str, charset: str = "", most: int = MOST_ENTRIES
) -> Iterator[FetchedFeed | ImportedArticle | ImportProblem]:
    """The feed that was fetched from ``url``, then its first ``most`` entries. Raises DatelineError for anything else.

    A problem of the feed as a whole is named by its address.
    """
    whole = page_text(data, charset).encode("utf-8", "replace")
    info = describe_feed(whole, url=url)
    yield FetchedFeed(url, info.title, info.site_url)
    yield from read_feed(whole, url=url, most=most)


def file_name(url: str, kind: str) -> str:
    """A file name for what was fetched, with the ending of its kind: importers look at it where bytes do not tell."""
    name = unquote(urlsplit(url).path.rpartition("/")[2])[:100] or "page"
    suffix = _SUFFIXES.get(kind, "")
    if not suffix and not kind and "." not in name:
        suffix = ".html"
    return name if name.lower().endswith(suffix) else f"{name}{suffix}"


def _placed(
    found: ImportedArticle | ImportProblem, url: str, saved: datetime | None
) -> ImportedArticle | ImportProblem:
    if isinstance(found, ImportProblem):
        return replace(found, item=url)
    header = found.header
    if header.startswith(_FENCE) and not found.url:
        header = f'{_FENCE}source: "{url}"\n{header.removeprefix(_FENCE)}'
    return replace(found, url=found.url or url, saved=saved, item=url, header=header)


def _why_not(found: Kind, kind: str) -> str:
    if found is Kind.OPML:
        return _LIST
    return _ARCHIVE if found is Kind.ARCHIVE else _NOT_READ.format(f" ({kind})" if kind else "")
