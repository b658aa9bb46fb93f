"""Markdown files, alone or in a folder of Obsidian, Hugo or Jekyll: their own text, with the pictures it names."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from viewer.importers.drafts import web_address
from viewer.importers.moments import published_text
from viewer.importers.words import decode_exactly, one_line, unique
from viewer.model import ImportedArticle, ImportedFile, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source

LARGEST_FILE = 64_000_000
MOST_PICTURES = 200
MOST_PICTURE_BYTES = 100_000_000
_FENCE = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n")
_ENDS = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.M),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\r?\n|\Z)", re.M),
}
_KEY = re.compile(r"^([A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]*(\S[^\r\n]*)", re.M)
_PICTURE = re.compile(
    r"!\[[^\]\n]{0,500}\]\([ \t]*<?([^)>\s]{1,500})|!\[\[([^\]|#\n]{1,300})|"
    r"\bsrc[ \t]{0,9}=[ \t]{0,9}[\"']([^\"'\s]{1,500})[\"']"
)
_HEADING = re.compile(r"^ {0,3}#[ \t]+([^\n]+?)[ \t#]*$", re.M)
_DATED_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-(.+)")
_SITE_FOLDERS = frozenset(["content", "_posts", "posts", "post", "_drafts", "."])
_PICTURE_NAME = re.compile(r"\.(?:png|jpe?g|gif|webp|avif|bmp)(?:\?|\Z)", re.I)


def read_markdown(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The file as one article: its front matter untouched in ``header``, the rest in ``markdown``."""
    text = decode_exactly(source.data(LARGEST_FILE))
    header, body = split_header(text)
    if not body.strip():
        yield ImportProblem(source.name, "The file holds no text." if header else "The file is empty.")
        return
    fields = _fields(header)
    pictures, missing = _pictures(source, body)
    title, day = name_and_day(source.name)
    published = next((date for key in _DATES if (date := published_text(fields.get(key, "")))), "")
    yield ImportedArticle(
        title=one_line(fields.get("title", "")) or _heading(body) or title,
        markdown=body,
        url=web_address(*(fields.get(key, "") for key in ("url", "source", "original_url", "link", "canonical"))),
        sections=_sections(source.name),
        published=published or day,
        published_from="front matter" if published else "file name" if day else "",
        files=pictures,
        item=source.name,
        header=header,
    )
    if "\ufffd" in text:
        yield ImportProblem(source.name, "It came, but some of its characters could not be read and were replaced.")
    if missing:
        yield ImportProblem(source.name, f"It came without pictures that are not there: {', '.join(missing)[:300]}.")


_DATES = ("published", "pubdate", "publishdate", "date")


def split_header(text: str) -> tuple[str, str]:
    """The front matter with its fences, "" where there is none, and the rest; together they are ``text`` again."""
    fence = _FENCE.match(text)
    closing = _ENDS[fence[1]].search(text, fence.end()) if fence else None
    if not fence or not closing or not _KEY.search(text, fence.end(), closing.start()):
        return "", text
    return text[: closing.end()], text[closing.end() :]


def _fields(header: str) -> dict[str, str]:
    """The plain ``key: value`` lines of the front matter; of two with one key the first."""
    found: dict[str, str] = {}
    for match in _KEY.finditer(header[: 64 * 1024]):
        value = match[2].strip()
        quotes = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        found.setdefault(match[1].lower(), value[1:-1] if quotes else value)
    return found


def _heading(body: str) -> str:
    found = _HEADING.search(body[:20_000])
    return one_line(found[1]) if found else ""


def name_and_day(name: str) -> tuple[str, str]:
    """The title and the day that a file's name gives (Jekyll: ``2018-11-02-hajin-falls.md``); "" for no day."""
    path = PurePosixPath(name)
    stem = path.parent.name if path.stem in ("index", "_index") and path.parent.name else path.stem
    dated = _DATED_NAME.fullmatch(stem)
    day = published_text(dated[1]) if dated else ""
    rest = dated[2] if dated and day else stem
    words = rest if " " in rest else re.sub(r"[-_]+", " ", rest)
    return one_line(words[:1].upper() + words[1:]) or "Untitled", day


def _sections(name: str) -> tuple[str, ...]:
    """The folders that the file stands in, but for those that only a site generator asks for."""
    path = PurePosixPath(name)
    folders = list(path.parts[:-1])
    if path.stem == "index" and folders:
        folders.pop()  # a page with a folder of its own
    return unique([folder for folder in folders if folder.lower() not in _SITE_FOLDERS])


def _pictures(source: Source, body: str) -> tuple[tuple[ImportedFile, ...], list[str]]:
    """The pictures that the text names and that are there, and the names of those that are not."""
    if source.folder is None:
        return (), []
    found, missing, size = list[ImportedFile](), list[str](), 0
    for name in _names(body):
        data = source.folder.picture(name, str(PurePosixPath(source.name).parent))
        if data is None or size + len(data) > MOST_PICTURE_BYTES:
            missing.append(one_line(name))
            continue
        size += len(data)
        found.append(ImportedFile(name, data))
    return tuple(found), missing


def _names(body: str) -> list[str]:
    """The names of pictures of this machine, each once, as the Markdown writes them."""
    written = (next(group for group in match.groups() if group).strip() for match in _PICTURE.finditer(body))
    local = (name for name in written if _PICTURE_NAME.search(name) and not re.match(r"[A-Za-z][\w+.-]*:|//", name))
    return list(dict.fromkeys(local))[:MOST_PICTURES]
