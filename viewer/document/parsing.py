"""Markdown to a document: the whole way, with the plain-text way out."""

from __future__ import annotations

import re

from viewer.document.crude import crude_text
from viewer.document.language import detect_language
from viewer.document.limits import reason_for_plain_text
from viewer.document.plain import plain
from viewer.document.sink import Sink
from viewer.document.text import clean_source
from viewer.document.walk import Walk
from viewer.model import BlockKind, Document

_NOT_LETTERS = re.compile(r"[\W_]+")
_SAMPLE = 6_000


def parse(markdown: str, *, language: str | None = None, title: str = "") -> Document:
    """The document of an article's Markdown (its body, without front matter). Never raises, on any text.

    ``title`` is dropped where the text repeats it as its first heading. What cannot be parsed within the limits is
    shown as plain text, and ``Document.notice`` says why.
    """
    source = clean_source(markdown)
    language = language or detect_language(crude_text(source[:_SAMPLE]))
    if reason := reason_for_plain_text(source):
        return plain(source, notice=reason, language=language)
    try:
        return _parsed(source, language, title)
    except Exception as error:
        notice = f"This article is shown as plain text: its Markdown could not be read ({type(error).__name__})."
        return plain(source, notice=notice, language=language)


def _parsed(source: str, language: str, title: str) -> Document:
    from viewer.document.markup import to_html

    sink = Sink(language)
    Walk(sink).run(to_html(source))
    _drop_title(sink, title)
    return sink.document()


def _drop_title(sink: Sink, title: str) -> None:
    """Takes the first heading out where it repeats ``title`` and only pictures or rules stand before it."""
    wanted = _letters(title)
    for index, block in enumerate(sink.blocks):
        if block.kind is BlockKind.HEADING and wanted and _letters(block.text) == wanted:
            del sink.blocks[index]
            return
        if block.kind not in {BlockKind.IMAGE, BlockKind.RULE, BlockKind.CAPTION}:
            return


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()
