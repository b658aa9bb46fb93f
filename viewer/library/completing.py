"""An article of which only the address was known, as its text comes: the file is completed, and nothing of it lost.

Such files come from the lists of other readers. What stands in their front matter stays, edited or not; keys that it
does not have yet are added, and the text takes the place of the address.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from viewer.library.article_files import address_as_text, body_of, encoded, files_around, places_of
from viewer.library.front_matter import FrontMatter, header_of, split_front_matter
from viewer.library.header_writing import fields_of, one_address, write_header
from viewer.library.links import url_key
from viewer.library.metadata import read_metadata

if TYPE_CHECKING:
    from viewer.library.article_files import ArticleFiles
    from viewer.model import ImportedArticle

_END = "---\n"
_TITLE = re.compile(r"^title:.*\n", re.M)
_MOST_PARAGRAPHS = 2


def completed(text: str, item: ImportedArticle, name: str) -> ArticleFiles | None:
    """The files of ``item`` in the place of ``text``, the file ``name``.md; None where that is more than an address."""
    front = split_front_matter(text)
    header = header_of(text, front)
    if front.problem or not header.startswith(_END) or not header.endswith(f"\n{_END}") or is_bare(item):
        return None
    metadata = read_metadata(front.fields, front.body, PurePosixPath(f"{name}.md"))
    if not _is_only(metadata.url, front.body):
        return None
    body = body_of(item, places_of(item, name))
    content = f"{_header(header, front, metadata.title, metadata.url, item)}\n{body}"
    return files_around(item, name, encoded(content))


def is_bare(item: ImportedArticle) -> bool:
    """Whether an item holds no text, or none but its address, as the file of such an article does."""
    return not item.markdown.strip() or _is_only(one_address(item.url), item.markdown)


def _is_only(address: str, body: str) -> bool:
    """Whether a body is the address, perhaps below a description, as the program writes it."""
    paragraphs = [part for part in body.split("\n\n") if part.strip()]
    return bool(address and paragraphs) and (
        len(paragraphs) <= _MOST_PARAGRAPHS and paragraphs[-1].strip() == address_as_text(address)
    )


def _header(header: str, front: FrontMatter, title: str, address: str, item: ImportedArticle) -> str:
    known = set(front.fields)
    if title in (address, url_key(address).removeprefix("//")):
        header = _TITLE.sub("", header, count=1)
        known.discard("title")
    missing = {key: value for key, value in fields_of(item).items() if key not in known}
    added = write_header(missing).removeprefix(_END).rstrip("\n").removesuffix("---")
    return f"{header.removesuffix(_END)}{added}{_END}"
