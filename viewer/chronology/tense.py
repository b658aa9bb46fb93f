"""Which way a date without a year or a week points: past or future, by the words around it."""

from __future__ import annotations

import re
from functools import lru_cache

from viewer.chronology.tense_cues import cues_of, is_past_verb
from viewer.chronology.vocabulary import word_set

_SAYING = frozenset(("said", "told"))
_STRONG = frozenset(("will", "to be", "scheduled", "due"))
_SENTENCE_END = re.compile(
    r"[.!?\n](?:(?<!\n)(?<![ .][A-Z].)"
    r"(?<! Mr.)(?<! Ms.)(?<! Dr.)(?<! St.)(?<! Mrs.)(?<! Gen.)(?<! Sen.)(?<! Gov.)(?<! Rep.)"
    r"(?!(?<= [ap]\.m\.) (?:Eastern|Central|Mountain|Pacific|[MTWFS][a-z]+day|[A-Z]{2,4}\b))[\"'”’)]*\s+"
    r"(?=[\"'“‘(]?[A-Z])|(?<=\n)[ \t]*\n)"
)
_AHEAD = re.compile(
    r"\b(?:until|by|till|before|through|effective|due|as early as|as soon as|no later "
    r"than|starting|beginning)"
    r"(?: (?:the|late|early|mid|end of|end of the|at least))*\W*$",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:will|shall|ends|begins|starts|opens|reopens|expires|resumes|scheduled|slated|due"
    r"|(?<!than )expected|(?<!than )planned"
    r"|(?:is|are|going|set|expects?|plans?|hopes?|aims?|intends?) to"
    r"|(?:go|goes|going) on (?:sale|display|show|trial|view))"
    r"(?: (?!that |which |who |when |after )[\w'’-]+){0,7}?,? (?:in|on|by|for|during|at)"
    r"(?: the| fiscal| early| late| mid)*\W*$"
)
_WILL = re.compile(r"\b(?:will|shall|(?:is|are|set) to)\b[^.,;:]*$")
_OPENS = re.compile(r"(?:[a-z\d)][a-z\d)%][.!?][\"'”’)]*\s+|\n\s*\n)$")
_MAY_CLOSE = ".!?\"'”’)"
_ON = re.compile(r"\b(?:on|over|since)\s+(?:the\s+)?$", re.I)
_WAS = re.compile(r"(?: (?!week\b)\w+)?,? (?:was|were|had|passed|went|came|began|ended|saw|brought|left)\b")
_INTO = re.compile(
    r"(?:(?:Then|And|But),? )?(?:(?:In|On|By|From|Between|Until|Since) (?:the |early |late |mid-)?)?$", re.I
)
_PASSED = re.compile(r"\b(?:had|was|were|did)\b", re.I)
_CLAUSE = 45
_REACH_BACK, _REACH_AHEAD = 110, 90


_HAD = re.compile(
    r"\bhad (?:[^.,;:!?]{1,60} since "
    r"|(?:(?!by |until |since )[\w'’-]+ ){1,2}?(?:(?:in|on|during|over|throughout) )?(?:the )?)$"
)


def tells_back(text: str, begin: int) -> bool:
    """Whether a past perfect leads to ``begin`` ("had spent the"): what happened before the time told of."""
    return _HAD.search(text, max(0, begin - _CLAUSE), begin) is not None


_BACK = re.compile(r"\bhad\b[^.!?]*$")


def looked_back(text: str, stated: int, end: int) -> bool:
    """Whether a past perfect told only the date that ends at ``stated``: "He had left in May 2014. In June he wins"."""
    back = _BACK.search(text, max(0, stated - _REACH_AHEAD), stated)
    return back is not None and " had " not in text[end : end + _REACH_AHEAD]


_OLD = re.compile(r"\b(?:had|ago|as late as|last year|previous year|year before)\b(?:(?!\bbut now\b)[^.;\n])*$")
_DEADLINE = re.compile(r"\b(?:ha[sd]|have|g[ai]ven?|giv(?:es|ing))(?: \w+){0,2} (?:until|till) (?:the |late |early )*$")
_YEAR_SAID = re.compile(r"\b(last|this|next) year,? (?:through|until|till|to|from|since|in|by) $", re.I)
_TO = re.compile(r" ?(?:to|until|till|through|-|–|—) ?(?:the )?")


def leads_on(text: str, end: int, begin: int) -> bool:
    """Whether only a "to" or a dash stands between a date that ends at ``end`` and one that begins at ``begin``."""
    return begin - end <= 12 and _TO.fullmatch(text, end, begin) is not None


def year_said(text: str, begin: int) -> int | None:
    """0 where "this year through" leads to ``begin``, -1 where "last year in" does, 1 for the next; else None."""
    match = _YEAR_SAID.search(text, max(0, begin - _CLAUSE), begin)
    return {"last": -1, "this": 0, "next": 1}[match[1].lower()] if match else None


def tells_of_old(text: str, begin: int) -> bool:
    """Whether the words before ``begin`` in its sentence tell of a time that is well past."""
    left = max(0, begin - _REACH_BACK)
    return _OLD.search(text, left, begin) is not None and _DEADLINE.search(text, left, begin) is None


def ends_sentence(text: str) -> bool:
    """Whether a sentence or paragraph ends inside ``text``."""
    return _SENTENCE_END.search(text) is not None


def _last_sentence(text: str) -> str:
    """What stands behind the last end of a sentence."""
    stops = list(_SENTENCE_END.finditer(text))
    return text[stops[-1].end() :] if stops else text


def clause_before(left: str) -> str:
    """What the sentence that goes on behind ``left`` has in it, "" where the next one begins."""
    words = left.rstrip()
    may_open = words[-1:] in _MAY_CLOSE or "\n" in left[len(words) :]
    return "" if may_open and _OPENS.search(left) else _last_sentence(left)


def tells_past(words: str) -> bool:
    """Whether a verb in the past stands in the words."""
    return any(tense == "past" for _, _, tense in cues_of(words))


def tells_only_past(words: str) -> bool:
    """Whether a verb in the past stands in the words, and none that looks ahead."""
    return {tense for _, _, tense in cues_of(words)} == {"past"}


def _first_sentence(text: str) -> str:
    """What stands before the first end of a sentence."""
    stop = _SENTENCE_END.search(text)
    return text[: stop.start()] if stop else text


def sentence_ends(text: str) -> int:
    """How many sentences end inside ``text``; the end of a paragraph counts twice."""
    return sum(2 if "\n" in end[0] else 1 for end in _SENTENCE_END.finditer(text))


_HABIT = re.compile(
    r"\b(?:usually|generally|commonly|typically|normally|traditionally|annually|on average|averaging"
    r"|(?:each|every) year|(?:is|are) (?:celebrated|observed|common)|celebrates?)\b",
    re.I,
)
_TOLD = re.compile(r"\b(?:was|were|had|did|will|would|has|have|been|said|rose|fell|became|began)\b|\w{3}ed\b", re.I)
_PARTS_OF_HABITS = ("ally", "common", "averag", "each year", "every year", "celebrat", "observed")
# What says that something comes again, who says so, and the participle of a passive in the present.
_NOTHING_TOLD = re.compile(rf"^.*\b(?:said|says)\b|\b(?:is|are)\b(?: [a-z]+)?? [a-z]{{3,}}ed\b|{_HABIT.pattern}", re.I)
_HABIT_REACH = 160  # characters


def tells_habit(text: str, begin: int, end: int) -> bool:
    """Whether the sentence around ``text[begin:end]`` says in the present what comes again: "usually in March"."""
    around = text[max(0, begin - _HABIT_REACH) : end + _HABIT_REACH].lower()
    if not any(part in around for part in _PARTS_OF_HABITS):  # far cheaper than the expression
        return False
    left, right = text[max(0, begin - _HABIT_REACH) : begin], text[end : end + _HABIT_REACH]
    left, right = clause_before(left), _first_sentence(right)
    habit = _HABIT.search(left.rpartition(",")[2]) or _HABIT.search(right.partition(",")[0])
    return habit is not None and not any(_TOLD.search(_NOTHING_TOLD.sub("", side)) for side in (left, right))


def is_planned(text: str, begin: int) -> bool:
    """Whether the words just before ``begin`` plan something for that date: "will be held on", "expected in"."""
    return _PLANNED.search(text, max(0, begin - _REACH_BACK), begin) is not None


def is_bound(text: str, begin: int) -> bool:
    """Whether "by", "until" and the like lead to ``begin``, which then is no date that is over."""
    return _BOUND.search(text, max(0, begin - _CLAUSE), begin) is not None


_BOUND = re.compile(r"\b(?:by|until|till|before|no later than)(?: (?:the|late|early|mid|end of|at least))*\W*$", re.I)


_STILL_PLANNED = re.compile(
    r"\b(?:will|shall"
    r"|(?:is|are) (?:also |still |now |being )?(?:to|due|scheduled|planned|expected|set|slated))\b[^;:]*$"
)


def is_still_planned(text: str, begin: int) -> bool:
    """Whether the sentence plans something for ``begin`` in the present tense: "is planned for", not "planned for"."""
    clause = clause_before(text[max(0, begin - _REACH_BACK) : begin])
    return _STILL_PLANNED.search(clause) is not None and _OF_THEN.search(clause) is None


# What somebody said in the days of a history: "“You will attack on Sunday”", "declared that all shall be free on"
_OF_THEN = re.compile(
    r"[“\"]|\b\d{4}\b|\b(?:said|declared|announced|wrote|cabled|replied|told|ordered|proclaimed|stated|promised|warned|that)\b"
)


_WILL_BEHIND = re.compile(r"\b(?:will|shall)\b")


def will_follows(text: str, end: int) -> bool:
    """Whether a "will" stands behind ``end`` in its sentence: "on 12 October, the anniversary, he will be there"."""
    return _WILL_BEHIND.search(_first_sentence(text[end : end + _REACH_BACK])) is not None


_WAS_MEANT = re.compile(
    r"\b(?:(?:was|were) (?:[a-z]+ly )?(?:supposed|meant|intended)"
    r"|had (?:[a-z]+ly )?been (?:due|scheduled|slated|supposed|meant)) (?:to|for)\b[^.,;:]*$"
)


def was_meant(text: str, begin: int) -> bool:
    """Whether something was meant for the day at ``begin``, which may be over: "were supposed to vote on"."""
    return _WAS_MEANT.search(text, max(0, begin - _REACH_BACK), begin) is not None


_WAS_TO_HAVE = re.compile(r"\b(?:was|were) to have (?:[\w’'-]+ ){1,5}?(?:in|on|during) (?:the |early |late |mid-)?$")


def was_to_have(text: str, begin: int) -> bool:
    """Whether something was to have happened at ``begin``: "was to have begun in"."""
    return _WAS_TO_HAVE.search(text, max(0, begin - _REACH_BACK), begin) is not None


_DECIDED = re.compile(
    r"\b(?:voted|agreed|decided|promised|pledged|vowed|ordered|undertook|planned|resolved|chose|threatened|offered)"
    r" (?:(?:him|her|it|them|us|[A-Z]\w+) )?(?:to|that|it would|he would|she would|they would) [^.;,]*\bby (?:the )?$"
)


def is_decided(text: str, end: int, begin: int) -> bool:
    """Whether the clause behind a date that ends at ``end`` decides what is to be by ``begin``: "voted to go by"."""
    between = text[end:begin]
    return len(between) <= _REACH_AHEAD * 2 and not ends_sentence(between) and _DECIDED.search(between) is not None


_WITH_PRONOUN = re.compile(r"(?:He|She|It|They) ")


def goes_on(text: str, end: int, begin: int) -> bool:
    """Whether the next sentence behind ``end`` begins with a pronoun, in the same paragraph, and holds ``begin``."""
    if begin - end > _REACH_BACK * 2:
        return False
    ends = list(_SENTENCE_END.finditer(text, end, begin))
    return len(ends) == 1 and "\n" not in ends[0][0] and _WITH_PRONOUN.match(text, ends[0].end()) is not None


_LASTED_FOR = re.compile(r"(?P<clause>[^,.;:]*) (?:for|over|in|during) (?:the )?$")


def lasted(text: str, begin: int) -> bool:
    """Whether a clause tells only of the past what went on for a length at ``begin``: "held the seat for"."""
    match = _LASTED_FOR.search(text, max(0, begin - _REACH_BACK), begin)
    clause = clause_before(match["clause"]) if match else ""
    return tells_only_past(clause) and cues_of(clause)[-1][1] not in _SPEECH and not _AHEAD_BEFORE.search(clause)


_LASTS_ON = re.compile(r"\b(?:will|would|shall)\b[^.,;:]* (?:until|till) (?:the )?$")


def lasts_on(text: str, begin: int) -> bool:
    """Whether "will" or "would" and an "until" lead to ``begin``: "would go on working until"."""
    return _LASTS_ON.search(text, max(0, begin - _REACH_BACK), begin) is not None


def says_will(text: str, begin: int) -> bool:
    """Whether a "will" or its like stands in the words before ``begin``, no comma between."""
    return _WILL.search(text, max(0, begin - _REACH_BACK), begin) is not None


def is_over(text: str, begin: int, end: int) -> bool:
    """Whether ``text[begin:end]`` is a day that something happened on or that was: "on Easter Sunday", "Easter was"."""
    before = _ON.search(text, max(0, begin - 20), begin) and not text.startswith(" week", end)
    return bool(before or _WAS.match(text, end))


def continues(text: str) -> bool:
    """Whether ``text`` leads from one sentence right into the first words of the next: ". Between", ". Then, in"."""
    ends = list(_SENTENCE_END.finditer(text))
    return len(ends) == 1 and "\n" not in ends[0][0] and _INTO.match(text, ends[0].end()) is not None


def tense_of(text: str, begin: int, end: int) -> str:
    """As in "past", "future" or "" for the words around ``text[begin:end]`` in its sentence; the nearest cue wins."""
    left = text[max(0, begin - _REACH_BACK) : begin]
    if left.endswith("before ") and _TIME_OF_DAY.match(text, begin):
        left = left[: -len("before ")]  # "struck before dawn on Monday"
    return _tense("" if _OPENS.search(left) else left, text[end : end + _REACH_AHEAD])


_TIME_OF_DAY = re.compile(r"dawn|daybreak|sunrise|noon|midday|midnight|dusk|sunset|nightfall|\d")


_VERB_BEFORE = re.compile(
    r"(?P<verb>[^\W\d_]+)(?: (?:back|out|up|off|here|there|down|in|away|effect|place|office|part|power))?"
    r"(?: (?:on|at|from|between|over|during|the|a|night|of|morning|evening)){0,3} $"
)
_SPEECH = word_set("said told announced reported added stated claimed declared")
_AHEAD_BEFORE = re.compile(r"\b(?:will|to|would|be|may|can|could|should|is|are|for|if)\b", re.I)


def told_before(text: str, begin: int) -> bool:
    """Whether a verb in the past, none of saying, leads to the words at ``begin``: "was held on", "took effect on"."""
    left = text[max(0, begin - 40) : begin]
    match = _VERB_BEFORE.search(left)
    if match is None or _AHEAD_BEFORE.search(left):
        return False
    verb = match["verb"].lower()
    return verb not in _SPEECH and verb not in _NO_VERBS and is_past_verb(verb)


_NO_VERBS = word_set("after following")  # "will meet after the March 5 vote"


_SALE = re.compile(
    r"\b(?:(?:go|goes|going) on (?:sale|display|show|trial|view) (?:\w+ ){0,3}?"
    r"|(?:is|are|comes?) up for [\w-]+ (?:\w+ ){0,2}?"
    r"|(?:is|are) (?:out|back) (?:at [\w.:]+ )?(?:on )?"
    r"|(?:told|asked|ordered|summoned|invited) (?:\w+ )?to (?:attend|appear|testify|report)\b[^,.;]*"
    r"|(?<!to )(?<!not )(?:play|face|host) (?:on )?)$"
)
_BY_FIRST = re.compile(r"(?:(?:But|And|Then),? )?(?:[Bb]y|(?:[Uu]p )?[Uu]ntil) (?:the )?$")
_LASTED = re.compile(
    r"\b(?:stayed|remained|lasted|waited|ran|fought|worked|lived|slept|stood|continued|lay|raged|burned|went on|trailed"
    r"|led|served|reigned|taught|hid|sheltered|clung|lingered|persisted|thrived|flourished)\b"
    r"(?: [\w'’-]+){0,6} (?:until|till|through) (?:the |late |early )?$"
)
# What is quoted before tells nothing of when it was said.
_QUOTED = re.compile(r"“[^”]*”|(?:^|(?<=\s))\"[^\"]*[,.?!]\"")
_SET_BEHIND = re.compile(r",? (?:he|she|it|they|we) (?:set|let|spread|split|hurt)\b")  # "on Tuesday he set a deadline"
_SUMMED = re.compile(
    r"\b(?:year|quarter|half|months|weeks|days|period) (?:through|until|till) (?:the end of |end-|mid-)?$"
)
_THROUGH = re.compile(r"\bthrough (?:the |late |early )?$")
_THEN_FIRST = re.compile(r"(?:(?:But|And|Then),? )?(?:[Bb]y|[Ii]n|[Oo]n) (?:the )?$")


_CLAUSE_END = re.compile(r"[,;:.]\s")


def clause_tells(text: str, begin: int) -> bool:
    """Whether an "in" leads to ``begin``, and the nearest verb of its clause that tells a tense is in the past.

    Verbs of saying tell nothing of what is said.
    """
    if not text.startswith(" in ", begin - 4):
        return False
    clause = _CLAUSE_END.split(text[max(0, begin - _REACH_BACK) : begin])[-1]
    cues = cues_of(clause)
    return bool(cues) and cues[-1][2] == "past" and cues[-1][1] not in _SPEECH


def opens_told(text: str, begin: int, end: int) -> bool:
    """Whether a sentence begins with "By" or "Then in" and these words and goes on in the past: "By May, it had"."""
    left = _last_sentence(text[max(0, begin - _CLAUSE) : begin])
    return _THEN_FIRST.match(left) is not None and _tense(left, text[end : end + _REACH_AHEAD]) == "past"


@lru_cache(maxsize=256)
def _tense(left: str, right: str) -> str:
    left, right = _last_sentence(left), _first_sentence(right)
    if "“" in left or '"' in left:
        left = _QUOTED.sub(" ", left)
    if _SALE.search(left):
        return "future"
    if (_BY_FIRST.match(left) and _tells_first(right[:_CLAUSE])) or _LASTED.search(left):
        return "past"
    if _SET_BEHIND.match(right):
        return "past"
    if _SUMMED.search(left):
        return _nearest(left, right)  # "grew in the year through June"
    if _THROUGH.search(left) and _does_in_past(left):
        return "past"  # "lost $2 million a day through Monday"
    if left.endswith(_EARLY) and _does_in_past(left.removesuffix(_EARLY)):
        return "past"  # "had warned of it as early as June"
    if _AHEAD.search(left) and not _PASSED.search(left) and not _PASSED.search(right[:40]):
        return "future"
    return _nearest(left, right)


_EARLY = "as early as "


def _does_in_past(left: str) -> bool:
    """Whether the words tell only of the past, and last of a deed that leaves nothing ahead."""
    cues = cues_of(left)
    only_past = bool(cues) and all(tense == "past" and cue not in _PERFECT for _, cue, tense in cues)
    return only_past and cues[-1][1] not in _LEAVES_AHEAD and cues[-1][1] not in _SPEECH


_PERFECT = word_set("has have")
_LEAVES_AHEAD = word_set(
    "was were been had extended renewed delayed postponed closed shut suspended cancelled canceled barred banned "
    "booked scheduled reserved gave signed hired appointed elected"
)


def _tells_first(right: str) -> bool:
    """Whether the first verb that tells a tense, none of saying, is in the past."""
    return next((tense for _, cue, tense in cues_of(right) if cue not in _SPEECH), "") == "past"


def _nearest(left: str, right: str) -> str:
    best, answer = 1000, ""
    for end, cue, tense in cues_of(left):
        distance = len(left) - end
        if distance <= best:
            best, answer = distance - (25 if cue in _STRONG else 0), tense
    if answer and _WHEN.match(right):
        return answer
    if right.startswith(",") and (aside := _ASIDE.search(left)) and (told := cues_of(aside["clause"])):
        return told[-1][2]
    purpose = _PURPOSE.match(right) if answer else None
    for end, cue, tense in cues_of(right):
        if purpose and end == purpose.end():
            continue
        if cue in _SAYING and answer:
            break  # "suspended it on Monday and said that charges would follow"
        distance = end - len(cue) + 4
        if distance < best:
            best, answer = distance, tense
    return answer


_WHEN = re.compile(r",? (?:when|where|whereupon)\b")  # "they spoke on Wednesday, when he said he would"
_ASIDE = re.compile(r", (?:who|which|whose) (?P<clause>[^,;:]*)$")  # "who is to brief them on Thursday, last saw him"
_PURPOSE = re.compile(r" to \w+")  # "he cut his holiday short Thursday to meet them"
