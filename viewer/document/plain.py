"""Plain text as a document: what is shown where Markdown cannot be."""

from __future__ import annotations

import re

from viewer.document.language import detect_language
from viewer.document.sink import Sink
from viewer.document.text import clean_source
from viewer.model import Block, BlockKind, Document

_PARAGRAPHS = re.compile(r"\n[ \t]*+\n\s*+")
_WHITE_SPACE = re.compile(r"[ \t\n\u2028]{2,}+|[\t\n\u2028]")


def plain(text: str, *, notice: str, language: str | None = None) -> Document:
    """``text`` as paragraphs, split at blank lines; a paragraph beyond 20,000 characters is split at white space.

    ``notice`` is the sentence that tells the reader why; "" where plain text is what was asked for.
    """
    text = clean_source(text)
    sink = Sink(language or detect_language(text))
    if notice:
        sink.note(notice)
    for paragraph in _PARAGRAPHS.split(text):
        if piece := _WHITE_SPACE.sub(" ", paragraph).strip():
            sink.add(Block(BlockKind.PARAGRAPH, piece))
        if sink.full:
            break
    return sink.document()
