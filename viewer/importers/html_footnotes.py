"""Which links of a page lead to footnotes, and where those stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from viewer.importers.html_tree import classes, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_FOOTNOTES = 400

_MARK = re.compile(r"[\[(]?\s*(?:note\s+|n\s+|fn\s*)?(?:\d{1,4}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,4})\s*[\])]?", re.IGNORECASE)
_NAMED_SO = re.compile(r"foot-?note|noteref|fnref|\bfn|cite_ref|reference|endnote|\bnote\b|sdfootnote")
_BLOCKS = frozenset(("li", "p", "div", "dd", "aside", "section"))
_MARKER_TAGS = frozenset(("a", "span", "sup", "b", "strong"))


@dataclass(slots=True)
class Footnotes:
    """``references`` are labels by linking element, ``notes`` labels by the element that holds the note's text."""

    references: dict[HtmlElement, str] = field(default_factory=dict)
    notes: dict[HtmlElement, str] = field(default_factory=dict)


def find_footnotes(root: HtmlElement, url: str) -> Footnotes:
    """The footnotes of the page and what refers to them; labels count from "1" in the order of the references."""
    found = Footnotes()
    candidates = [(link, name) for link in root.iter("a") if (name := _target_name(link, url))]
    if not candidates:
        return found
    order = {element: number for number, element in enumerate(root.iter())}
    targets = {name: element for element in order for name in (element.get("id"), element.get("name")) if name}
    for link, name in candidates[: MAX_FOOTNOTES * 3]:
        note = _note_block(targets.get(name))
        if note is None or order[note] <= order[link] or note in link.iterancestors():
            continue
        if note not in found.notes and len(found.notes) >= MAX_FOOTNOTES:
            continue
        found.references[link] = found.notes.setdefault(note, str(len(found.notes) + 1))
    return found


def _target_name(link: HtmlElement, url: str) -> str:
    """The name that ``link`` leads to within the page, if it looks like the mark of a footnote; else ""."""
    before, hash_sign, name = (link.get("href") or "").partition("#")
    if not hash_sign or not name or (before and before != url.partition("#")[0]):
        return ""
    parent = link.getparent()
    raised = link.find("sup") is not None or (parent is not None and parent.tag == "sup")
    if not raised and not _NAMED_SO.search(f"{classes(link)} {link.get('role', '')} {name.lower()}"):
        return ""
    return name if _MARK.fullmatch(text_of(link)) else ""


def _note_block(target: HtmlElement | None) -> HtmlElement | None:
    """The block that holds the text of the note at ``target``; None where there is none of a sensible size."""
    if target is not None and target.tag in _MARKER_TAGS:
        target = next((above for above in target.iterancestors() if above.tag in _BLOCKS), None)
    if target is None or target.tag not in _BLOCKS:
        return None
    return target if 0 < len(text_of(target)) < 3_000 else None
