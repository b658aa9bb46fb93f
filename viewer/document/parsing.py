"""Markdown to a document: the whole way, with the plain-text way out."""

from __future__ import annotations

import re

from viewer.document.crude import crude_text
from viewer.document.language import detect_language
from viewer.document.limits import MAX_CHARACTERS, reason_for_plain_text
from viewer.document.plain import plain
from viewer.document.prepare import prepare
from viewer.document.shorten import shorten_tables
from viewer.document.sink import Sink
from viewer.document.tags import without_tags
from viewer.document.text import clean_source
from viewer.document.walk import Walk
from viewer.model import BlockKind, Document

_NOT_LETTERS = re.compile(r"[\W_]+")
_SAMPLE = 6_000
_FEW_TAGS = 20


def parse(markdown: str, *, language: str | None = None, title: str = "") -> Document:
    """The document of an article's Markdown (its body, without front matter). Never raises, on any text.

    ``title`` is dropped where the text repeats it as its first heading. What cannot be parsed within the limits is
    shown as plain text, and ``Document.notice`` says why.
    """
    source = clean_source(markdown)
    language = language or detect_language(crude_text(source[:_SAMPLE]))
    source, notice = shorten_tables(source)
    prepared = prepare(source) if len(source) <= MAX_CHARACTERS else source
    if reason := reason_for_plain_text(prepared):
        return _as_plain_text(source, reason, language)
    try:
        return _parsed(prepared, language, title, notice)
    except Exception as error:
        reason = f"This article is shown as plain text: its Markdown could not be read ({type(error).__name__})."
        return _as_plain_text(source, reason, language)


def _as_plain_text(source: str, reason: str, language: str) -> Document:
    text = without_tags(source) if source.count("<") > _FEW_TAGS else source
    return plain(text, notice=reason, language=language)


def _parsed(prepared: str, language: str, title: str, notice: str) -> Document:
    from viewer.document.markup import to_html  # Python-Markdown and nh3 are loaded when first needed

    sink = Sink(language)
    if notice:
        sink.note(notice)
    Walk(sink).run(to_html(prepared))
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
