"""What was copied elsewhere and pasted here: a piece of a page, Markdown, or plain text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from viewer.importers.bodies import body_of, original_page
from viewer.importers.drafts import Doubts
from viewer.importers.markdown_files import read_markdown
from viewer.importers.plain_text import read_text
from viewer.importers.sources import bytes_source
from viewer.importers.words import address, one_line
from viewer.model import ImportedArticle, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "what was pasted"
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.S)
_SOURCE = re.compile(r"^SourceURL:(\S{1,4000})\s*$", re.M)
_MARKDOWN = re.compile(
    r"^(?:#{1,6} \S|```|---\s*$|[-*+] \S|\d+[.)] \S|> \S|\|.+\|\s*$)|\[[^\]\n]{1,300}\]\([^)\s]{1,2000}\)|\*\*\S", re.M
)
_HEADING = re.compile(r"^#{1,6}[ \t]+([^\n]+?)[ \t#]*$", re.M)
_MARKUP = re.compile(r"[*_`\[\]]|\([^)\s]*\)")
_LONGEST_TITLE = 100


def pasted_addresses(text: str) -> tuple[str, ...]:
    """The addresses, where the text is nothing but web addresses, one after the other; else none."""
    found = [address(word) for word in text.split()]
    return tuple(dict.fromkeys(found)) if found and all(found) else ()


def read_pasted(text: str, *, is_html: bool = False, url: str = "") -> Iterator[ImportedArticle | ImportProblem]:
    """The article that the text is; ``url`` is where it was copied, if that is known."""
    if not text.strip():
        yield ImportProblem(NAME, "There is no text in it.")
    elif is_html:
        yield from _from_html(text, url)
    else:
        name = "Pasted.md" if _MARKDOWN.search(text) else "Pasted.txt"
        read = read_markdown if name.endswith(".md") else read_text
        for found in read(bytes_source(name, text.encode("utf-8", "replace"))):
            yield _dated(found, url)


def _dated(found: ImportedArticle | ImportProblem, url: str) -> ImportedArticle | ImportProblem:
    if isinstance(found, ImportProblem):
        return replace(found, item=NAME)
    title = found.title if found.title != "Pasted" else _title(found.markdown)
    return replace(found, title=title, url=found.url or url, saved=datetime.now(UTC), item=NAME)


def _from_html(html: str, url: str) -> Iterator[ImportedArticle | ImportProblem]:
    doubts = Doubts(NAME)
    source = _SOURCE.search(html[:2_000])
    whole = url or (address(source[1]) if source else "")
    fragment = _FRAGMENT.search(html)
    markdown = body_of(fragment[1] if fragment else html, whole, doubts)
    if markdown:
        page = original_page(html)
        yield ImportedArticle(_title(markdown), markdown, whole, saved=datetime.now(UTC), original=page, item=NAME)
    else:
        yield from doubts.problems() if doubts.reasons else [ImportProblem(NAME, "There is no text in it.")]


def _title(markdown: str) -> str:
    """The first heading, else the first sentence or so of the text."""
    heading = _HEADING.search(markdown[:20_000])
    line = heading[1] if heading else next((line for line in markdown.splitlines() if line.strip(" #>*-")), "")
    words = one_line(_MARKUP.sub("", line).strip(" #>*-"))
    return words if len(words) <= _LONGEST_TITLE else words[:_LONGEST_TITLE].rpartition(" ")[0] + "…"
