"""Which way a date without a year or a week points: past or future, by the words around it."""

from __future__ import annotations

import re

_FUTURE = (
    r"will|shall|won['’]t|['’]ll|scheduled|due|expects?|expected|plans?|planned|planning|intends?|hopes?|slated|set to|"
    r"going to|tomorrow|next|upcoming|coming|effective|payable|supposed|deadline|expires?|begins|starts|opens|would|"
    r"may|can|could|should|must|to be|as (?:early|soon|late) as|starting|beginning|forthcoming|urged|calls? for"
)
_PAST = (
    r"said|was|were|had|did|has|have|been|ago|since|after|following|follows|told|announced|reported|closed|\w+ed|last|fell|rose|went|"
    r"came|made|took|met|won|lost|began|died|killed|found|gave|got|left|led|held|kept|sent|shot|struck|hit|ran|saw|spoke|wrote|became|broke"
)
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.I)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n[ \t]*\n")
_REACH_BACK, _REACH_AHEAD = 110, 60
_PASSED = re.compile(r"\b(?:had|was|were|did)\b", re.I)
_AHEAD = re.compile(r"\b(?:until|by|till|before|through|effective|due|as early as|as soon as|as late as|no later than|starting|beginning)(?: (?:the|late|early|mid|end of|end of the))*\W*$", re.I)


def tense_of(text: str, begin: int, end: int) -> str:
    """ "past", "future" or "" for the words around ``text[begin:end]`` in its sentence; the nearest cue wins."""
    left = text[max(0, begin - _REACH_BACK) : begin]
    stops = list(_SENTENCE_END.finditer(left))
    left = left[stops[-1].end() :] if stops else left
    right = text[end : end + _REACH_AHEAD]
    stop = _SENTENCE_END.search(right)
    right = right[: stop.start()] if stop else right
    if _AHEAD.search(left) and not _PASSED.search(left):
        return "future"
    return _nearest(left, right)


def _nearest(left: str, right: str) -> str:
    best, answer = 1000, ""
    for match in _CUE.finditer(left):
        distance = len(left) - match.end()
        if distance <= best:
            best, answer = distance, match.lastgroup or ""
            if match.group().lower() in ("will", "to be", "scheduled", "due", "’ll", "'ll"):
                best -= 25
    for match in _CUE.finditer(right):
        distance = match.start() + 4
        if distance < best:
            best, answer = distance, match.lastgroup or ""
    return answer
