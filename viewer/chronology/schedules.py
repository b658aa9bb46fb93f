"""Whether words put a weekday or weekend ahead of publication or behind it, where they are surer than the nearest verb.

News is told in the past tense. What its present tense dates is on a schedule ("Egyptians vote Saturday"), and so is
what was put off, awaited or forecast for a day.
"""

from __future__ import annotations

import re
from functools import lru_cache

from viewer.chronology.tense import clause_before, tells_only_past, tells_past
from viewer.chronology.tense_cues import BEFORE_NOUNS
from viewer.chronology.vocabulary import GOODS

# The patterns that begin with words have one \b for all: it is what fails at most places.
# The patterns for words in any case are given small letters: such are compiled and searched for twice as fast.
_REACH_BACK, _REACH_AHEAD = 110, 60
_SINGULAR = (
    "hears|takes|goes|flies|convenes|gathers|decides|considers|debates|unveils|launches|debuts|delivers|announces"
    "|resumes|begins|starts|opens|reopens|reconvenes|meets|returns|arrives|travels|departs|plays|hosts|kicks|expires|retires"
    r"|elects|chooses|graduates|marries|sails|joins|adjourns|enters|comes (?:out|up|before)|falls (?=on)"
    r"|heads (?:to|into|for|back|home)|turns \d\d?"
)
_WITH_SUBJECT = (
    r"(?:company|group|bank|firm|retailer|[a-z]*maker|airline|carrier|chain|giant) reports"
    "|(?:house|senate|parliament|committee|council|board|panel|chamber|assembly|congress|country|nation) votes"
)
_PLURAL = (
    "vote|meet|begin|start|open|reopen|close|resume|return|arrive|leave|fly|travel|go|gather|convene|play|face|take"
    "|compete|march|strike|hear|decide|debate|celebrate|kick|choose|elect|head|adjourn|graduate"
)
_SUBJECT = (
    r"(?:they|we|people|police|men|women|children|both|most|who"
    r"|(?!was\b|has\b|does\b|is\b|as\b|this\b|us\b|always\b)[^\W\d_]{2,}s)"
)
_MATCH = r"(?<!to )(?<!not )(?<!will )\b(?:play|face|host|visit|meet)s?(?: [A-Z][\w.’'-]+){1,3}"
_PRESENT = rf"(?:\b(?P<verb>{_SINGULAR})|\b(?:{_WITH_SUBJECT})|\b{_SUBJECT} (?:{_PLURAL}))\b"
_EVENT = (
    "ruling|meeting|report|vote|votes|elections?|decision|summit|talks|hearing|debate|statement|budget|auction|data"
    "|figures|referendum|game|match|final|race|contest|fight|session|primary|launch|deadline|verdict|testimony|start"
    "|numbers?|payrolls|speech|release|rally|showdown"
)
_LEFT_PAST = re.compile(
    r"(?:\b(?:said|reported|announced|warned|added|(?<!be )told (?!to )(?:[\w.’'-]+ ){1,3}?)"
    r"(?:,|also|again|late|early|later|\s)*"
    r"|\bafter (?:[a-z]+ing|having|being)\b[^,.;:]*|\bsince )(?: ?on )?(?:the )?$",
)
_GOES_ON_AHEAD = re.compile(
    r",? (?:and|but) (?:\w+ )?(?:will|would|should|is|are|may|might|could|can|must|plans?|expects?|hopes?|faces|remains"
    r"|leaves|awaits|seeks|wants|needs|goes|begins|continues)\b"
)
_LEFT_AHEAD = re.compile(
    r"\b(?:(?:cancell?ed|adjourned|postponed|delayed|put off|suspended|closed|shut|deferred|extended|recessed|moved"
    r"|pushed back|rescheduled|remanded|barred|banned|halted|grounded|frozen)\b[^.;,]{0,30}\b(?:until|till|through|to)"
    r"|(?:scheduled|slated|set|due|planned|booked|pencill?ed in) for"
    r"|(?:called|set|scheduled|fixed|arranged|convened|planned|announced) (?:[\w’'-]+ ){1,3}?"
    rf"(?:{_EVENT}|strikes?|walkouts?|hearings?|trial|conference|protests?|march|ballot|date|polls?|demonstrations?"
    r"|ceremony|funeral) for"
    r"|will\b[^.;:]*\b(?:today|tonight|tomorrow),? and (?:again )?(?:on)?"
    r"|(?:is|are)(?: being held| out| up| back)?(?: on)?"
    r"|(?:was|were) to (?!have\b|be found\b)[^.;:,]*"
    rf"|ahead of\b[^.;:,]*|before (?!\w+ing\b)(?:[\w’'-]+ ){{1,4}}?(?:{_EVENT})(?: [a-z]+)?(?: on)?"
    r"|await(?:s|ed|ing)?\b[^.;:]*|there (?:is|are|was|were) (?:an? )?(?:\w+ )?(?:chance|possibility|risk|threat)"
    r"\b[^.;:,]*|\b(?:is|are) (?:also |still )?(?:possible|likely|predicted|planned|expected)(?: \w+){0,2}?"
    r" (?:on|for|by|over|at|from))(?: the)? $",
)
_EXPECTED = re.compile(
    r"\b(?:are|is|was|were) (?:\w+ly |all )?"
    r"(?:(?:forecast|expected|likely|due|set|scheduled|supposed|going|poised|bound|on track|on course) (?:to|for)"
    r"|(?:forecast|predicted|expected) (?:through|until|by|on|over|from|late|early))\b(?P<rest>[^.;:]*) ?(?:the )?$",
)
_IS_A = re.compile(
    r" (?:(?:is|will be|are) (?:an?|the|also|not|expected|likely)|marks|has been (?:declared|set|named)) "
)
_WHO = re.compile(r"\b(?:which|who|whose|that) (?P<clause>[^,;:.]*|[^;:,]*\$[^;:,]*)$")
_DONE = re.compile(
    r"\b(?:attack|bombing|blast|killings?|death|shooting|crash|collapse|resignation|ouster|arrest|defeat|victory|win|loss"
    r"|announcement|coup|massacre|earthquake|explosion)s? (?:on )?$"
)
_MODAL = re.compile(r" (?:could|would|may|might|will|should)\b")
_UNLIKELY = re.compile(r" (?:is|are) (?:unlikely|likely|expected|due|scheduled|set|certain|sure)\b")
_EVENT_IN = re.compile(rf"\b(?:{_EVENT}) (?:in|on) $")
_AHEAD_OF_IT = re.compile(r"['’]s [^,.;]{1,30}, [^.;]{0,40}?\b(?:will|is to|are to|plans?)\b")
_LEFT_MATCH = re.compile(rf"{_MATCH} (?:on )?$")
_NOUN_FOLLOWS = re.compile(rf"\b(?:{'|'.join(sorted(BEFORE_NOUNS))}) $")
_LEFT_PRESENT = re.compile(rf"{_PRESENT}[^.;:,]*$")
_PAST_INSIDE = re.compile(r"\b(?:after|since|following|who|which|that)\b")
_RIGHT_PRESENT = re.compile(rf",? (?:[^\W\d_]+ ){{0,3}}?{_PRESENT}")
_QUOTES = " “‘`'" + '"'
_DURING, _CLAUSE = (" over ", " during "), re.compile(r"[,;:] ")
_OWN_EVENT = re.compile(
    rf"['’]s (?:[\w’'-]+ ){{0,4}}?(?:{_EVENT})\b[\w ’'-]*? "
    r"(?:will|is expected|are expected|is likely|is a|should|could)\b"
)
_AWAITED = re.compile(
    r"\b(?:await(?:s|ed|ing)?|ahead of|brac(?:e|es|ed|ing) for|prepar(?:e|es|ed|ing) for"
    r"|look(?:s|ed|ing)? (?:ahead )?to|eyes (?:are |were )?on|attention (?:turns|turned|shifts|shifted) to) $",
)


def side_told(text: str, begin: int, end: int) -> str:
    """As in "future" or "past" for the day at ``text[begin:end]``; "" where only the verbs around it tell."""
    return _side(text[max(0, begin - _REACH_BACK) : begin], text[end : end + _REACH_AHEAD])


@lru_cache(maxsize=256)
def _side(before: str, right: str) -> str:
    left = _HALF_OF_DAY.sub("m", clause_before(before))
    if right[:2] in ("'s", "’s"):
        return _side_of_event(left, right)
    if _is_told(left, right):
        return "past"
    return "future" if _is_to_come(left, right) else ""


def _side_of_event(left: str, right: str) -> str:
    """The side of "Friday's report": ahead where it is awaited or something will come before it."""
    if _AWAITED.search(left.lower()) or _OWN_EVENT.match(right):
        return "future"
    return "future" if left == "Before " and _AHEAD_OF_IT.match(right) else ""


def _is_told(left: str, right: str) -> bool:
    """Whether the clause tells of the day, whatever the words around it have ahead."""
    if left.endswith(_DURING) and tells_past(_CLAUSE.split(left)[-1]):
        return True
    if _LEFT_PAST.search(left.lower()) or (_GOES_ON_AHEAD.match(right) and tells_past(left)):
        return True
    if _DONE.search(left) and _MODAL.match(right):
        return True
    clause = _WHO.search(left) if right.startswith((",", " could", " would", " may", " might", " will")) else None
    return clause is not None and tells_only_past(clause["clause"])


def _is_to_come(left: str, right: str) -> bool:
    """Whether the clause has the day ahead: put off, expected, awaited, or in the present tense of a schedule."""
    small = left.lower()
    if _LEFT_AHEAD.search(small) or _LEFT_MATCH.search(left) or (_UNLIKELY.match(right) and _EVENT_IN.search(small)):
        return True
    if expected := _EXPECTED.search(small):
        rest = left[expected.start("rest") : expected.end("rest")]
        return not (_PAST_INSIDE.search(rest.lower()) or tells_past("to" + rest))
    present = _LEFT_PRESENT.search(small, max(map(small.rfind, ".;:,")) + 1)
    if present and not (present["verb"] and _NOUN_FOLLOWS.search(small[: present.start()])):
        return not (_PAST_INSIDE.search(present[0].removeprefix("who ")) or tells_past(left[present.start() :]))
    opens = small.strip(_QUOTES) in ("on", "") or left.endswith("; ")
    return opens and bool(_RIGHT_PRESENT.match(right.lower()) or _IS_A.match(right))


_HALF_OF_DAY = re.compile(r"(?<=[ \d][ap])\.m\.")  # whose dots end no clause
_FIGURES = (
    "data|figures|results?|reports?|earnings|numbers|sales|inflation|surveys?|index|statistics|rate|output|production"
    "|orders|profits?|deficit|surplus|payrolls|accounts"
)
_FIGURES_FOR = re.compile(
    rf"\b(?:{_FIGURES}|figure|loss(?:es)?|income|revenues?) (?:for|in) (?:the |early |late |mid-)?$"
)
_FIGURES_OF = re.compile(rf"(?: [a-z]+){{0,2}}? (?:{_FIGURES})\b")
_DELIVERED = re.compile(
    r" (?:\d\d(?: \d/\d)?(?:s| calls?| puts?)|(?:(?:heating|light|sweet|soybean|palm|pork|live|natural) ){0,2}"
    rf"(?:{'|'.join(sorted(GOODS))}))\b"
)
_TRADED_FOR = re.compile(r"\b(?:futures|contracts?) for $|\bdelivery in $")


def is_reported(text: str, begin: int, end: int) -> bool:
    """Whether figures are of a month or for it, which are told when it is over: "its report on April sales"."""
    left = text[max(0, begin - _SHORT_REACH) : begin].lower()
    return _FIGURES_FOR.search(left) is not None or _FIGURES_OF.match(text, end, end + _SHORT_REACH) is not None


def is_traded(text: str, begin: int, end: int) -> bool:
    """Whether goods are bought for a month that is to come: "March copper", "for December delivery"."""
    left = text[max(0, begin - _SHORT_REACH) : begin].lower()
    return _DELIVERED.match(text, end, end + _SHORT_REACH) is not None or _TRADED_FOR.search(left) is not None


_SHORT_REACH = 40  # characters
