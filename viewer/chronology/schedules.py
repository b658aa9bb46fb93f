"""Whether words put a weekday or weekend ahead of publication or behind it, where they are surer than the nearest verb.

News is told in the past tense. What its present tense dates is on a schedule ("Egyptians vote Saturday"), and so is
what was put off, awaited or forecast for a day.
"""

from __future__ import annotations

import re

from viewer.chronology.tense import clause_before, tells_past
from viewer.chronology.vocabulary import GOODS

_REACH_BACK, _REACH_AHEAD = 110, 60
_SINGULAR = (
    "hears|takes|goes|flies|convenes|gathers|decides|considers|debates|unveils|launches|debuts|delivers|announces"
    "|resumes|begins|starts|opens|reopens|meets|returns|arrives|travels|departs|plays|hosts|kicks|expires|retires"
    r"|turns \d\d?|(?:company|group|bank|firm|retailer|[a-z]*maker|airline|carrier|chain|giant) reports"
    "|(?:house|senate|parliament|committee|council|board|panel|chamber|assembly|congress|country|nation) votes"
)
_PLURAL = (
    "vote|meet|begin|start|open|reopen|close|resume|return|arrive|leave|fly|travel|go|gather|convene|play|face|take"
    "|compete|march|strike|hear|decide|debate|celebrate|kick"
)
_SUBJECT = r"(?:they|we|people|police|(?!was\b|has\b|does\b|is\b|as\b|this\b|us\b|always\b)[^\W\d_]{2,}s)"
_MATCH = r"(?<!to )(?<!not )(?<!will )\b(?:play|face|host|visit|meet)s?(?: [A-Z][\w.’'-]+){1,3}"
_PRESENT = rf"(?:\b(?:{_SINGULAR})|\b{_SUBJECT} (?:{_PLURAL}))\b"
_EVENT = (
    "ruling|meeting|report|vote|votes|elections?|decision|summit|talks|hearing|debate|statement|budget|auction|data"
    "|figures|referendum|game|match|final|race|contest|fight|session|primary|launch|deadline|verdict|testimony|start"
)
_LEFT_PAST = re.compile(
    r"(?:\b(?:said|reported|announced|warned|added|(?<!be )told (?!to )(?:[\w.’'-]+ ){1,3}?)"
    r"(?:,|also|again|late|early|later|\s)*"
    r"|\bafter (?:[a-z]+ing|having|being)\b[^,.;:]*|\bsince )(?: ?on )?(?:the )?$",
    re.I,
)
_GOES_ON_AHEAD = re.compile(
    r",? (?:and|but) (?:\w+ )?(?:will|would|should|is|are|may|might|could|can|must|plans?|expects?|hopes?)\b"
)
_LEFT_AHEAD = re.compile(
    r"(?:\b(?:cancell?ed|adjourned|postponed|delayed|put off|suspended|closed|shut|deferred|extended|recessed|moved"
    r"|pushed back|rescheduled|remanded|barred|banned)\b[^.;,]{0,30}\b(?:until|till|to)"
    r"|\b(?:scheduled|slated|set|due|planned|booked) for|\b(?:is|are)(?: being held| out| up| back)?(?: on)?"
    r"|\b(?:was|were) to (?!have\b|be found\b)[^.;:,]*"
    rf"|\bahead of\b[^.;:,]*|\bbefore (?:[\w’'-]+ ){{1,4}}?(?:{_EVENT})(?: [a-z]+)?(?: on)?"
    r"|\bawait(?:s|ed|ing)?\b[^.;:]*)(?: the)? $",
    re.I,
)
_EXPECTED = re.compile(
    r"\b(?:are|is|was|were) (?:\w+ly |all )?(?:forecast|expected|likely|due|set|scheduled|supposed|going|poised|bound) "
    r"(?:to|for)\b(?P<rest>[^.;:]*) (?:the )?$",
    re.I,
)
_IS_A = re.compile(r" (?:is|will be|are) (?:an?|the|also|not|expected|likely)\b")
_LEFT_MATCH = re.compile(rf"{_MATCH} (?:on )?$")
_LEFT_PRESENT = re.compile(rf"{_PRESENT}[^.;:,]*$", re.I)
_PAST_INSIDE = re.compile(r"\b(?:after|since|following|who|which|that)\b", re.I)
_RIGHT_PRESENT = re.compile(rf",? (?:[^\W\d_]+ ){{0,3}}?{_PRESENT}", re.I)
_DURING, _CLAUSE = (" over ", " during "), re.compile(r"[,;:] ")
_OWN_EVENT = re.compile(
    rf"['’]s (?:[\w’'-]+ ){{0,4}}?(?:{_EVENT})\b[\w ’'-]*? "
    r"(?:will|is expected|are expected|is likely|is a|should|could)\b"
)
_AWAITED = re.compile(r"\b(?:await(?:s|ed|ing)?|ahead of|brac(?:e|es|ed|ing) for|prepar(?:e|es|ed|ing) for) $", re.I)


def side_told(text: str, begin: int, end: int) -> str:
    """As in "future" or "past" for the day at ``text[begin:end]``; "" where only the verbs around it tell."""
    left = clause_before(text[max(0, begin - _REACH_BACK) : begin])
    right = text[end : end + _REACH_AHEAD]
    if right[:2] in ("'s", "’s"):
        return "future" if _AWAITED.search(left) or _OWN_EVENT.match(right) else ""
    if left.endswith(_DURING) and tells_past(_CLAUSE.split(left)[-1]):
        return "past"
    if _LEFT_PAST.search(left) or (_GOES_ON_AHEAD.match(right) and tells_past(left)):
        return "past"
    ahead = _LEFT_AHEAD.search(left)
    if ahead:
        return "" if tells_past(left[ahead.end() :]) else "future"
    expected = _EXPECTED.search(left)
    if expected:
        behind = expected["rest"]
        return "" if _PAST_INSIDE.search(behind) or tells_past(behind) else "future"
    if _LEFT_MATCH.search(left):
        return "future"
    present = _LEFT_PRESENT.search(left)
    if present:
        behind = left[present.end() - len(present[0]) :]
        return "" if _PAST_INSIDE.search(behind) or tells_past(behind) else "future"
    opens = left.strip().lower() in ("on", "") or left.endswith("; ")
    return "future" if opens and (_RIGHT_PRESENT.match(right) or _IS_A.match(right)) else ""


_FIGURES = (
    "data|figures|results?|reports?|earnings|numbers|sales|inflation|surveys?|index|statistics|rate|output|production"
    "|orders|profits?|deficit|surplus|payrolls|accounts"
)
_FIGURES_FOR = re.compile(rf"\b(?:{_FIGURES}|loss(?:es)?|income|revenues?) (?:for|in) (?:early |late |mid-)?$", re.I)
_FIGURES_OF = re.compile(rf"(?: [a-z]+){{0,2}}? (?:{_FIGURES})\b")
_DELIVERED = re.compile(
    rf" (?:(?:heating|light|sweet|soybean|palm|pork|live|natural) ){{0,2}}(?:{'|'.join(sorted(GOODS))})\b"
)
_TRADED_FOR = re.compile(r"\b(?:futures|contracts?) for $|\bdelivery in $", re.I)


def is_reported(text: str, begin: int, end: int) -> bool:
    """Whether figures are of a month or for it, which are told when it is over: "its report on April sales"."""
    left = text[max(0, begin - _SHORT_REACH) : begin]
    return _FIGURES_FOR.search(left) is not None or _FIGURES_OF.match(text, end, end + _SHORT_REACH) is not None


def is_traded(text: str, begin: int, end: int) -> bool:
    """Whether goods are bought for a month that is to come: "March copper", "for December delivery"."""
    left = text[max(0, begin - _SHORT_REACH) : begin]
    return _DELIVERED.match(text, end, end + _SHORT_REACH) is not None or _TRADED_FOR.search(left) is not None


_SHORT_REACH = 40  # characters
