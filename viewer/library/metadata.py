"""What an article says of itself: front matter in the keys that others write, with fallbacks from its text.

Keys and their order of precedence: Obsidian Web Clipper, MarkDownload, Instapaper, Hugo, Jekyll.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from viewer.document import strip_controls
from viewer.library.header_dates import (
    HeaderDate,
    days_of_period,
    read_header_date,
    read_period,
    states_no_date,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime
    from pathlib import PurePosixPath

    from viewer.library.front_matter import Value

_URL_KEYS = ("url", "source", "original_url", "link", "canonical")
PUBLISHED_KEYS = ("published", "pubdate", "publishdate", "date")
"""The keys that can state when an article was published, the first that does so wins."""
_UPDATED_KEYS = ("updated", "lastmod", "modified", "last_modified_at")
_SAVED_KEYS = ("created", "saved", "date_saved", "savedat")
_LANGUAGE_KEYS = ("lang", "language")
_SITE_KEYS = ("site", "site_name", "publication", "publisher")
_DESCRIPTION_KEYS = ("description", "summary", "excerpt")
_SECTION_KEYS = ("sections", "section", "categories", "category")
_AUTHOR_KEYS = ("author", "authors", "byline")

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.I)
_WIKILINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.M)
_UNDERLINED = re.compile(r"\A\s*(\S[^\n]{0,200})\n(?:=+|-{3,})[ \t]*$", re.M)
_MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|\\(?=[#*_\[\]`])")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_MOST_CHARACTERS = 500
_MOST_OF_AN_ADDRESS = 8000
_MOST_NAMES = 100


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of ``model.Article`` that the file itself states. ``problems`` are sentences."""

    title: str
    published: date | None = None
    published_at: datetime | None = None
    published_in: str = ""
    updated: date | None = None
    updated_at: datetime | None = None
    saved: date | None = None
    authors: tuple[str, ...] = ()
    site: str = ""
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ""
    url: str = ""
    description: str = ""
    credit: str = ""
    problems: tuple[str, ...] = field(default=())


def read_metadata(fields: Mapping[str, Value], body: str, path: PurePosixPath) -> Metadata:
    """Everything the front matter says; the title falls back to the first heading, line, or the file's name."""
    problems: list[str] = []
    published, published_in = _publication(fields, problems)
    updated = _first_date(fields, _UPDATED_KEYS, problems)
    saved = _first_date(fields, _SAVED_KEYS, problems)
    return Metadata(
        title=_first(fields, ("title",)) or _title_from(body, path),
        published=published.day if published else None,
        published_at=published.moment if published else None,
        published_in=published_in,
        updated=updated.day if updated else None,
        updated_at=updated.moment if updated else None,
        saved=saved.day if saved else None,
        authors=_authors(fields),
        site=_first(fields, _SITE_KEYS),
        sections=_names(_first_value(fields, _SECTION_KEYS), split_at=","),
        tags=tag_names(fields.get("tags", "")),
        language=_language(_first(fields, _LANGUAGE_KEYS)),
        url=_address(fields),
        description=_first(fields, _DESCRIPTION_KEYS),
        credit=_first(fields, ("credit",)),
        problems=tuple(problems),
    )


def tag_names(value: Value) -> tuple[str, ...]:
    """The tags that a value of the key ``tags`` stands for: a list, or words parted by commas, else by blanks."""
    return tuple(tag.lstrip("#") for tag in _names(value, split_at=None))


def _texts(value: Value, most: int = _MOST_CHARACTERS) -> list[str]:
    """The strings of a value, however nested: an unquoted ``[[Name]]`` is a list in a list to YAML."""
    if isinstance(value, str):
        text = " ".join(strip_controls(_WIKILINK.sub(r"\1", value[: 4 * most])).split())[:most]
        return [text] if text else []
    items: Iterable[Value] = value.values() if isinstance(value, dict) else value
    return [text for item in items for text in _texts(item, most)][:_MOST_NAMES]


def _first_value(fields: Mapping[str, Value], keys: tuple[str, ...]) -> Value:
    return next((fields[key] for key in keys if _texts(fields.get(key, ""))), "")


def _first(fields: Mapping[str, Value], keys: tuple[str, ...]) -> str:
    return next(iter(_texts(_first_value(fields, keys))), "")


def _publication(fields: Mapping[str, Value], problems: list[str]) -> tuple[HeaderDate | None, str]:
    """The day of publication, or the month or year where no day is named; a day behind it counts if it lies in it."""
    key = publication_key(fields)
    text = _one_text(fields, key)
    period = "" if read_header_date(text) else read_period(text)
    if not period:
        return _first_date(fields, PUBLISHED_KEYS, problems), ""
    day = _first_date(fields, PUBLISHED_KEYS[PUBLISHED_KEYS.index(key) + 1 :], [])
    first, last = days_of_period(period)
    return (day, "") if day and first <= day.day <= last else (None, period)


def publication_key(fields: Mapping[str, Value]) -> str:
    """The key that states when an article was published, by whatever words; "" for none."""
    return next((key for key in PUBLISHED_KEYS if not states_no_date(_one_text(fields, key))), "")


def _one_text(fields: Mapping[str, Value], key: str) -> str:
    return next(iter(_texts(fields.get(key, ""))), "")


def _first_date(fields: Mapping[str, Value], keys: tuple[str, ...], problems: list[str]) -> HeaderDate | None:
    for key in keys:
        written = _one_text(fields, key)
        if states_no_date(written):
            continue
        found = read_header_date(written)
        if found:
            return found
        problems.append(f"“{key}: {written[:60]}” names no day that can be read.")
    return None


def _names(value: Value, *, split_at: str | None) -> tuple[str, ...]:
    """The names of a list, or of one string parted at commas (else, where ``split_at`` is None, at blanks)."""
    texts = _texts(value)
    if isinstance(value, str) and texts:
        texts = texts[0].split("," if "," in texts[0] else split_at)
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _authors(fields: Mapping[str, Value]) -> tuple[str, ...]:
    value = _first_value(fields, _AUTHOR_KEYS)
    params = fields.get("params")
    if not value and isinstance(params, dict):
        value = params.get("author", "")
    return tuple(dict.fromkeys(_texts(value)))


def _address(fields: Mapping[str, Value]) -> str:
    """The first value that is an address; ``source: instapaper`` names a program and is none."""
    written = (text for key in _URL_KEYS for text in _texts(fields.get(key, ""), _MOST_OF_AN_ADDRESS))
    return next((text for text in written if _ADDRESS.fullmatch(text)), "")


def _language(written: str) -> str:
    return written.replace("_", "-") if _LANGUAGE.fullmatch(written) else ""


def _title_from(body: str, path: PurePosixPath) -> str:
    head = body[:20_000]
    found = _UNDERLINED.match(head) or (None if path.suffix == ".txt" else _HEADING.search(head))
    if found:
        line = found[1]
    elif path.suffix == ".txt":
        line = next((line for line in head.splitlines() if line.strip()), "")
    else:
        line = ""
    title = " ".join(strip_controls(_MARKUP.sub(r"\1", line)).split())
    return title[:200] if title and len(title) < 300 else readable_name(path)


def readable_name(path: PurePosixPath) -> str:
    """A file's name as a title: ``border-troops_reinforced.md`` becomes "Border troops reinforced"."""
    words = path.stem if " " in path.stem else re.sub(r"[-_]+", " ", path.stem)
    words = " ".join(words.split())
    return words[:1].upper() + words[1:] if words else path.name
