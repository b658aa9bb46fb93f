"""Front matter for an article that comes into the library: Obsidian's keys, and ``lang``, ``site`` and ``section``.

The YAML is the plainest there is: no anchors, no tags, no folded lines, and every string that any reader could take
for something else in double quotes. Dates are no strings and stay bare, as Obsidian writes them.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from viewer.document import strip_controls
from viewer.library.metadata import PUBLISHED_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from viewer.model import ImportedArticle

# A letter first and only these characters: no number, date, indicator or comment can come of that.
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.'’“”–—()/&+-]|:(?=\S))*(?<! )(?<!:)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)?)?")
_WORDS_WITH_MEANING = frozenset(["y", "n", "yes", "no", "true", "false", "on", "off", "null", "none", "nan", "inf"])
_ESCAPED = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_KEY = re.compile(r"[A-Za-z][\w-]{0,60}")
_BARE = (*PUBLISHED_KEYS, "updated", "created", "archived")
_LONGEST = 1000
_LONGEST_ADDRESS = 8000
_MOST_NAMES = 200


def header_of(article: ImportedArticle) -> str:
    """The block of keys for ``article``, with its lines of dashes and an empty line after them.

    The front matter that an article brought along stays as it is, byte for byte.
    """
    return article.header or write_header(fields_of(article))


def fields_of(article: ImportedArticle) -> dict[str, str | Sequence[str]]:
    """What the front matter of ``article`` says, by key, in order; empty where there is nothing to say."""
    fields: dict[str, str | Sequence[str]] = {
        "title": article.title,
        "source": article.url,
        "author": article.authors,
        "published": article.published,
        "published_from": article.published_from,
        "updated": article.updated,
        "created": article.saved.isoformat(timespec="seconds") if article.saved else "",
        "description": article.description,
        "tags": article.tags,
        "lang": article.language,
        "site": article.site,
        "section": article.sections,
        "credit": article.credit,
        "archived": "true" if article.archived else "",
    }
    if article.saved and article.saved.tzinfo:
        fields["created"] = article.saved.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for key, value in article.extra:
        if _KEY.fullmatch(key):
            fields.setdefault(key, value)
    return fields


def write_header(fields: Mapping[str, str | Sequence[str]]) -> str:
    """The fields as front matter; empty ones are left out, and a list stays a list however short."""
    lines = [line for key, value in fields.items() for line in _lines(key, value)]
    return "\n".join(["---", *lines, "---", "", ""])


def one_address(written: str) -> str:
    """An address as it stands in the header: on one line, without control characters."""
    return "".join(strip_controls(written).split())[:_LONGEST_ADDRESS]


def _lines(key: str, value: str | Sequence[str]) -> Iterable[str]:
    if isinstance(value, str):
        text = one_address(value) if key == "source" else _one_line(value)
        if text:
            yield header_line(key, text)
        return
    names = [text for name in list(value)[:_MOST_NAMES] if (text := _one_line(name))]
    if names:
        yield f"{key}:"
        yield from (f"  - {scalar(name)}" for name in names)


def header_line(key: str, text: str) -> str:
    """The line of a key whose value is ``text``, which is one line."""
    return f"{key}: {text if key in _BARE and _is_bare(text) else scalar(text)}"


def _one_line(text: str) -> str:
    return " ".join(strip_controls(text).split())[:_LONGEST]


def _is_bare(text: str) -> bool:
    """Whether YAML takes ``text`` for a date that exists, or for a switch."""
    if text == "true":
        return True
    try:
        return bool(_DATE.fullmatch(text)) and datetime.fromisoformat(text).year > 0
    except ValueError:
        return False


def scalar(text: str) -> str:
    """``text``, which is one line, as a YAML scalar that every reader takes for this very string.

    >>> [scalar(text) for text in ("Troops at the border", "NO", "12:30", "2018-11-02", "One: two")]
    ['Troops at the border', '"NO"', '"12:30"', '"2018-11-02"', '"One: two"']
    """
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_WITH_MEANING:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
