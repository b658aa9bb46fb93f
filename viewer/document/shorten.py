"""Tables cut to a length that can be shown, before anything parses them. Linear."""

from __future__ import annotations

import re

from viewer.document.table import MAX_CELLS

MAX_ROWS = 2_000
NOTICE = f"A table was too large and is shown in part: at most {MAX_CELLS:,} of its cells."

_DELIMITER = re.compile(r"^[ ]{0,3}\|?[ ]*+:?-+:?[ ]*+(?:\|[ ]*+:?-*+:?[ ]*+)+$", re.MULTILINE)
_TABLE_TAG = re.compile(r"<(/?)(table|tr)\b", re.IGNORECASE)


def shorten_tables(markdown: str) -> tuple[str, str]:
    """``markdown`` with the rows beyond the limit taken out of each table, and a notice if any were (else "")."""
    shorter = markdown
    if markdown.count("|") > MAX_CELLS:
        shorter = _cut(shorter, _surplus_of_pipe_tables(shorter))
    if "<t" in markdown.lower() and len(_TABLE_TAG.findall(markdown)) > MAX_ROWS:
        shorter = _cut(shorter, _surplus_of_html_tables(shorter))
    return shorter, NOTICE if len(shorter) < len(markdown) else ""


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    pieces = []
    position = 0
    for begin, end in spans:
        pieces.append(text[position:begin])
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def _surplus_of_pipe_tables(text: str) -> list[tuple[int, int]]:
    """(begin, end) of the rows beyond the limit, for each table that a row of hyphens and bars announces."""
    spans: list[tuple[int, int]] = []
    done = 0
    for match in _DELIMITER.finditer(text):
        if match.start() < done:
            continue
        done = text.find("\n\n", match.end())
        done = done if done >= 0 else len(text)
        columns = max(1, match[0].strip().strip("|").count("|") + 1)
        begin = _after_lines(text, match.end(), done, max(1, MAX_CELLS // columns))
        if begin < done:
            spans.append((begin, done))
    return spans


def _after_lines(text: str, begin: int, end: int, count: int) -> int:
    """The place after ``count`` more lines, at most ``end``."""
    for _ in range(count):
        begin = text.find("\n", begin + 1, end)
        if begin < 0:
            return end
    return begin


def _surplus_of_html_tables(text: str) -> list[tuple[int, int]]:
    """(begin, end) of the rows beyond the limit, for each outermost ``<table>``."""
    spans: list[tuple[int, int]] = []
    depth = rows = 0
    begin = -1
    for match in _TABLE_TAG.finditer(text):
        if match[2].lower() == "table":
            depth = max(0, depth + (-1 if match[1] else 1))
            if depth == 0:
                spans += [(begin, match.start())] if begin >= 0 else []
                rows, begin = 0, -1
        elif not match[1]:
            rows += 1
            begin = match.start() if rows == MAX_ROWS and depth else begin
    return [*spans, (begin, len(text))] if begin >= 0 else spans
