"""The linear look at Markdown before it is parsed.

Python-Markdown and nh3 take more than linear time on some inputs. Each function here estimates, in one pass, the
seconds that one kind of input would cost (measured with Markdown 3.11 and nh3 0.3); the sum decides. The same text
always gets the same answer, on every machine.
"""

from __future__ import annotations

import re
from collections import Counter

MAX_CHARACTERS = 1_500_000
MAX_SECONDS = 0.9
_MAX_OPEN_TAGS = 200
_MAX_NESTING = 24

_BLANK = re.compile(r"\n[ \t]*+\n")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID_TAGS = "area base br col hr img input link meta param source track wbr"
_CLOSED_BY_OTHERS = "p li dt dd tr td th option"
_NOT_NESTED = frozenset(f"{_VOID_TAGS} {_CLOSED_BY_OTHERS}".split())
_FORMATTING_TAGS = frozenset(
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
)
_MARKER = r"(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))"
_NESTED_LINE = re.compile(rf"^(?:[ \t]{{0,4}}{_MARKER}){{{_MAX_NESTING}}}", re.MULTILINE)
_DEEP_ITEM = re.compile(rf"^(?:[ ]{{4}}|[ ]{{0,3}}\t){{{_MAX_NESTING}}}[ \t]*+{_MARKER}", re.MULTILINE)
_DECLARATION = re.compile(r"<[!?]")
_FENCE = re.compile(r"^(`{3,}|~{3,})[ ]*+([^\n]*+)$", re.MULTILINE)
_BREAKING_LINE = re.compile(r"^[ ]{0,3}(?:#|=++[ ]*+$|([-*_])(?:[ ]*+\1)*+[ ]*+$|:[ ])", re.MULTILINE)
_LINK_MARK = re.compile(r"\\.|\]\(|[\[\]()]", re.DOTALL)
_EMPHASIS = re.compile(r"[*_]++")
_INLINE_MARKS = "*_[`!<&~=\\|"


def reason_for_plain_text(markdown: str) -> str:
    """Why ``markdown`` must not be given to the parser, as a sentence for the reader; "" where it may."""
    if len(markdown) > MAX_CHARACTERS:
        return _sentence(f"it is very long ({len(markdown):,} characters)")
    if _NESTED_LINE.search(markdown) or _DEEP_ITEM.search(markdown):
        return _sentence("its lists or quotations are nested too deeply")
    costs = _whole_costs(markdown)
    if sum(costs.values()) <= MAX_SECONDS:
        _add_block_costs(costs, markdown)
    if sum(costs.values()) <= MAX_SECONDS:
        return ""
    return _sentence(max(costs, key=lambda reason: costs[reason]))


def _sentence(reason: str) -> str:
    return f"This article is shown as plain text because {reason}."


def _whole_costs(markdown: str) -> dict[str, float]:
    """Estimated seconds for what concerns the text as a whole, by the reason to give."""
    paragraphs = markdown.count("\n\n")
    footnotes = markdown.count("[^")
    return {
        "it has too many paragraphs": 1e-9 * paragraphs**2 + 2e-5 * paragraphs,
        "it has too many lines": 1.2e-5 * markdown.count("\n"),
        "it has too many footnotes": 5e-7 * footnotes**2 if footnotes > 2 else 0.0,
        "it holds too many HTML comments or declarations": _declaration_cost(markdown),
        "its HTML is nested too deeply or is too large": _tag_cost(markdown),
        "its code blocks are not closed": _fence_cost(markdown),
    }


def _declaration_cost(markdown: str) -> float:
    """Each ``<!`` or ``<?`` may be searched for its end through all of the text."""
    return len(_DECLARATION.findall(markdown)) * (2e-8 * len(markdown) + 1e-4) if "<" in markdown else 0.0


def _tag_cost(markdown: str) -> float:
    """Tags one by one; open formatting is opened again in every paragraph; nesting beyond 200 is too much."""
    if markdown.count("<") < 20:
        return 0.0
    opened: Counter[str] = Counter()
    depth = deepest = formatting = most_formatting = tags = 0
    for closing, name in _TAG.findall(markdown.lower()):
        tags += 1
        step = -1 if closing else 1
        if name in _NOT_NESTED or opened[name] + step < 0:
            continue
        opened[name] += step
        depth += step
        deepest = max(deepest, depth)
        formatting += step if name in _FORMATTING_TAGS else 0
        most_formatting = max(most_formatting, formatting)
    return tags * (1.2e-5 + 1e-6 * most_formatting) + (MAX_SECONDS if deepest > _MAX_OPEN_TAGS else 0.0)


def _fence_cost(markdown: str) -> float:
    """A fence without an end is searched for to the end of the text."""
    if "```" not in markdown and "~~~" not in markdown:
        return 0.0
    ends = {found[1]: found.start() for found in _FENCE.finditer(markdown) if not found[2]}
    cost = 0.0
    for found in _FENCE.finditer(markdown):
        reach = len(markdown) - found.start() if ends.get(found[1], -1) <= found.start() else 0
        cost += 1e-8 * reach + 3e-5 + 2e-10 * len(markdown)
    return cost


def _add_block_costs(costs: dict[str, float], markdown: str) -> None:
    """Adds the estimates for what happens within each stretch between empty lines."""
    breaks = inline = brackets = emphasis = 0.0
    for block in _BLANK.split(markdown):
        length = len(block)
        marks = sum(map(block.count, _INLINE_MARKS)) + block.count("  \n")
        inline += marks * (2e-10 * length + 1.5e-5)
        if length > 2_000:
            breaks += 1e-8 * length * len(_BREAKING_LINE.findall(block))
        if marks > 100 and inline < MAX_SECONDS:
            brackets += 3e-7 * _bracket_work(block)
            emphasis += 8e-8 * length * _emphasis_depth(block)
    costs["it has too many headings or rules without empty lines between"] = breaks
    costs["it has too many marks such as * or ` in one paragraph"] = inline + emphasis
    costs["it has too many open brackets"] = brackets


def _bracket_work(block: str) -> int:
    """How many characters are looked at to find the ends of brackets; those without an end reach to the block's."""
    work = 0
    opened: list[tuple[str, int]] = []
    for found in _LINK_MARK.finditer(block):
        mark = found[0]
        if mark[0] == "]" and opened and opened[-1][0] == "[":
            work += found.start() - opened.pop()[1]
        if mark in {"[", "(", "]("}:
            opened.append((mark[-1], found.start()))
        elif mark == ")" and opened and opened[-1][0] == "(":
            work += found.start() - opened.pop()[1]
    return work + sum(len(block) - position for _, position in opened)


def _emphasis_depth(block: str) -> int:
    """The most runs of ``*`` or ``_`` that are open at one place."""
    depth = deepest = 0
    padded = f" {block} "
    for found in _EMPHASIS.finditer(padded):
        if padded[found.end()].isspace():
            depth = max(0, depth - 1)
        elif padded[found.start() - 1].isspace():
            depth += 1
            deepest = max(deepest, depth)
    return deepest
