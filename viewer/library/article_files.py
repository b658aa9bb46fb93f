"""An imported article as the files that are written for it. Nothing is written here.

``NAME.md`` is the article; beside it, where there are any, ``NAME.files/`` holds its pictures, ``NAME.original.html``
the page as it came, and ``NAME.annotations.json`` highlights and notes.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from viewer.library.annotations import annotations_of
from viewer.library.digest import lay_out
from viewer.library.file_names import distinct, safe_name
from viewer.library.header_writing import header_of, one_address
from viewer.library.scan import ANNOTATIONS, FILES, MOST_BYTES, FileStamp
from viewer.library.source import Source, UnreadableError, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from viewer.model import ImportedArticle

ORIGINAL = ".original.html"

_BEFORE = r"(?P<before>\]\(\s{0,9}|^ {0,3}\[[^\]\n]{1,200}\]:[ \t]{1,9}|\b(?:src|href)\s{0,3}=\s{0,3}[\"'])"
_AFTER = r"(?=\s{0,9}[\"')]|\s|\Z)"


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """``article`` is the content of ``NAME.md``; ``beside`` all other files by their path below the folder."""

    name: str
    article: bytes
    beside: Mapping[str, bytes]


def files_of(article: ImportedArticle, name: str) -> ArticleFiles:
    """The files of an article that is to be called ``name``.

    Raises ValueError, a sentence, for one that could not be opened again: too large, or no text.
    """
    return files_around(article, name, encoded(header_of(article) + body_of(article, places_of(article, name))))


def files_around(article: ImportedArticle, name: str, content: bytes) -> ArticleFiles:
    """An article file of this content with all that comes along beside it. Raises ValueError as ``files_of`` does."""
    if len(content) > MOST_BYTES:
        raise ValueError(f"The article is larger than {MOST_BYTES // 1024**2} MB, which cannot be opened again.")
    try:
        text_of(content)
    except UnreadableError as error:  # what would not be taken for an article later must not be written as one now
        raise ValueError("It holds binary data, not text.") from error
    places = places_of(article, name)
    beside = {places[file.name]: file.data for file in article.files}
    if article.original:
        beside[f"{name}{ORIGINAL}"] = article.original.data
    marked = _annotations(article, f"{name}.md", content)
    if marked:
        beside[f"{name}{ANNOTATIONS}"] = encoded(marked)
    return ArticleFiles(name, content, beside)


def places_of(article: ImportedArticle, name: str) -> dict[str, str]:
    """Where each file of the article goes, by the name that its Markdown gives it."""
    files = {file.name: file for file in article.files}
    own_names = distinct(safe_name(given, otherwise=f"file-{number}") for number, given in enumerate(files, 1))
    return {given: f"{name}{FILES}/{own}" for given, own in zip(files, own_names, strict=True)}


def encoded(text: str) -> bytes:
    """The text as a file holds it: UTF-8, without zero characters, what is no character replaced."""
    return text.replace("\0", "").encode("utf-8", "replace")


def with_links_to(markdown: str, places: Mapping[str, str]) -> str:
    """The Markdown with every picture and link that names a key of ``places`` leading to its value."""
    if not places:
        return markdown
    links = {spelling: as_link(place) for name, place in places.items() for spelling in _spellings(name)}
    names = "|".join(re.escape(spelling) for spelling in sorted(links, key=len, reverse=True))
    pattern = re.compile(rf"{_BEFORE}(?:<(?P<angled>{names})>|(?P<bare>{names}){_AFTER})", re.M | re.I)

    def replaced(found: re.Match[str]) -> str:
        return f"{found['before']}{links.get(found['angled'] or found['bare'], found[0])}"

    return pattern.sub(replaced, markdown)


def body_of(article: ImportedArticle, places: Mapping[str, str]) -> str:
    """The text of the article's file; of an article of which only the address is known, a link to it."""
    if article.header:
        return with_links_to(article.markdown, places)
    if article.markdown.strip():
        return with_links_to(article.markdown, places).strip("\n") + "\n"
    address = one_address(article.url)
    parts = [" ".join(article.description.split()), address_as_text(address)]
    return "\n\n".join(part for part in parts if part) + "\n"


def address_as_text(address: str) -> str:
    """A link to an address, in Markdown; "" for none."""
    return f"[{_as_text(address)}]({_as_target(address)})" if address else ""


def _annotations(article: ImportedArticle, file_name: str, content: bytes) -> str:
    if not article.highlights and not article.note.strip():
        return ""
    document, _ = lay_out(Source(FileStamp(file_name, 0, 0, 0), content.decode("utf-8"), b""))
    return annotations_of(article, document, file_name)


def _spellings(name: str) -> set[str]:
    """The ways in which Markdown and HTML write the path ``name``."""
    encoded = {_quoted(name), _quoted(name, safe="/()"), name.replace(" ", "%20")}
    spellings = {name, unquote(name), html.escape(name)} | encoded
    return spellings | {f"./{one}" for one in spellings if not one.startswith("/")}


def as_link(path: str) -> str:
    """A path as Markdown and HTML take it: only what could end it is encoded, so that it stays legible."""
    return "".join(one if one.isalnum() or one in "/._-~" or _is_harmless(one) else _quoted(one) for one in path)


def _is_harmless(character: str) -> bool:
    return character > "\x7f" and character.isprintable() and not character.isspace()


def _as_text(address: str) -> str:
    return re.sub(r"([\\\[\]*_`<>])", r"\\\1", address)


def _as_target(address: str) -> str:
    return _quoted(address, safe=":/?#[]@!$&'*+,;=%~").replace("[", "%5B").replace("]", "%5D")


def _quoted(text: str, safe: str = "/") -> str:
    """Percent-encoded; what is no Unicode (half of a pair) as a question mark."""
    return quote(text, safe=safe, errors="replace")
