"""Markdown to blocks and sentences: the one text of record. These names are the whole of the public interface."""

from viewer.document.crude import crude_text
from viewer.document.language import detect_language
from viewer.document.parsing import parse
from viewer.document.plain import plain
from viewer.document.sentences import sentences
from viewer.document.text import clean_text, strip_controls
from viewer.document.words import count_words

__all__ = [
    "clean_text",
    "count_words",
    "crude_text",
    "detect_language",
    "parse",
    "plain",
    "sentences",
    "strip_controls",
]
