"""How many words a text has."""

from __future__ import annotations

import re

_NO_WORD = re.compile(r"(?<!\S)[^\w\s]++(?!\S)")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def count_words(text: str) -> int:
    """Words of ``text``: what white space separates and holds a letter or a digit.

    Chinese, Japanese and Korean characters count half a word each.
    """
    if text.isascii():
        return _count(text)
    spread, dense = _DENSE.subn(" ", text)
    return _count(spread) + (dense + 1) // 2


def _count(text: str) -> int:
    """Stretches between white space, less those of punctuation alone."""
    return len(text.split()) - len(_NO_WORD.findall(text))
