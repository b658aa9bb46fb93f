"""What the temporal expressions of a sentence date: ranges are joined, modifiers of things set aside."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from viewer.chronology import events_words as vocabulary
from viewer.chronology.events_beside import counted_from
from viewer.chronology.events_comparisons import is_compared
from viewer.chronology.events_periods import whole_period
from viewer.chronology.events_tokens import (
    BE,
    COMMA,
    COORDINATOR,
    GERUND,
    MARK,
    NOT,
    NUMBER,
    PREPOSITION,
    QUOTE,
    STRONG_MARK,
    TIMEX,
    VERBAL,
    Sentence,
)
from viewer.chronology.events_words import word_set
from viewer.model import Basis, Interval, Precision, Timex, TimexType

if TYPE_CHECKING:
    from collections.abc import Sequence


_RANGE_WORDS = word_set("to until till through – — - into")
_UNTIL = word_set("until till to")
_LONGEST_END = 7  # tokens of "until her retirement from the bench in"
_DASHES = frozenset("-–—")
_HOURS = ("dawn", "daybreak", "sunrise", "noon", "dusk", "sunset", "midnight")
_SHORTLY = word_set("shortly soon just right immediately minutes moments hours")
_WEEK = 7
_AROUND_ZONES = ("local", "time")
_CALLED = word_set("called set scheduled fixed arranged convened planned announced")
_DELAYED = word_set("postponed adjourned deferred delayed rescheduled")
_TO_DELAY = 5  # tokens from the verb to the date
_LONGEST_DELAY = 14
_PARTS = ("quarter", "half")
_TO_PERIOD = 3  # tokens back from the day on which a period ended


class Dating(NamedTuple):
    """One or two expressions that give a time: tokens ``first`` to ``last``, the time and its EDTF form.

    ``timex`` is the first of them, ``until`` the last of a range.
    """

    first: int
    last: int
    timex: Timex
    interval: Interval
    edtf: str
    until: Timex | None = None

    @property
    def tokens(self) -> tuple[int, ...]:
        """The tokens of the expressions themselves and what joins them."""
        return tuple(range(self.first, self.last + 1))


def days_of(interval: Interval) -> int | None:
    """How many days an interval has, None where it has no end."""
    return None if interval.first is None or interval.last is None else interval.last - interval.first + 1


def is_within(inner: Interval, outer: Interval) -> bool:
    """Whether all days of an interval are days of another that has both ends."""
    if inner.first is None or inner.last is None or outer.first is None or outer.last is None:
        return False
    return outer.first <= inner.first and inner.last <= outer.last


def find_datings(sentence: Sentence) -> list[Dating]:
    """The expressions of a sentence that place something in time, ranges joined into one, in text order."""
    datings: list[Dating] = []
    for token, timex in sentence.timexes.items():
        if timex.type is TimexType.SET or timex.interval is None:
            continue
        if timex.basis is Basis.READER:  # it is just what the reader says
            datings.append(Dating(token, token, timex, timex.interval, timex.edtf))
            continue
        if _is_mention(sentence, token) or is_compared(sentence, token, timex):
            continue
        if period := whole_period(sentence, Dating(token, token, timex, timex.interval, timex.edtf)):
            datings.append(period)
            continue
        if _ends_period(sentence, token):
            if datings and datings[-1].last >= token - _TO_PERIOD:
                datings[-1] = datings[-1]._replace(last=token)
            continue
        dating = Dating(token, token, timex, timex.interval, timex.edtf)
        dating = counted_from(sentence, dating) or _opened(sentence, dating)
        joined = _joined(sentence, datings[-1], dating) if datings else None
        ended = _ended(sentence, datings[-1], dating) if datings and not joined else None
        if ended:
            is_event = not vocabulary.EVENT_NOUNS.isdisjoint(sentence.words[ended.first : ended.last])
            datings[-1:] = [ended, dating] if is_event else [ended]
        elif joined:
            datings[-1] = joined
        else:
            datings.append(dating)
    return [dating if dating.timex.basis is Basis.READER else _begun(sentence, dating) for dating in datings]


def _ends_period(sentence: Sentence, token: int) -> bool:
    """Whether a day only tells when a period ended: "for the quarter ended Sept. 30"."""
    at = token - 2 if sentence.word(token - 1) in ("on", "in") else token - 1
    return sentence.word(at) in ("ended", "ending") and bool(sentence.kind(at - 1) & TIMEX)


def _ended(sentence: Sentence, left: Dating, right: Dating) -> Dating | None:
    """What began on one date and ended with what the other tells of: "from 1951 until his death in 1964"."""
    between = range(left.last + 1, right.first)
    if sentence.word(left.first - 1) != "from" or not between or sentence.words[between.start] not in _UNTIL:
        return None
    if len(between) > _LONGEST_END or not sentence.kinds[between.stop - 1] & PREPOSITION:
        return None
    if any(sentence.kinds[at] & (MARK | VERBAL | COORDINATOR) for at in between):
        return None
    return _range(left, right)


def _begun(sentence: Sentence, dating: Dating) -> Dating:
    """The dating with an open end behind a "from" that no "to" follows: "from 1934 oil ran beneath it"."""
    plain = dating.first == dating.last and dating.interval.last is not None and "/" not in dating.edtf
    if sentence.word(dating.last + 1) in _RANGE_WORDS:
        return dating
    if not plain or sentence.word(dating.first - 1) != "from" or dating.timex.type is not TimexType.DATE:
        return dating
    return dating._replace(interval=replace(dating.interval, last=None), edtf=f"{dating.edtf}/..")


def _is_mention(sentence: Sentence, token: int) -> bool:
    """Whether an expression is only talked about: one in quotation marks, or any such day ("from a Friday")."""
    at = token - 1
    described = at > 0 and not sentence.kinds[at] and sentence.words[token].endswith(_PARTS)
    article = at - 1 if described else at  # "after a flat second quarter"
    if sentence.word(article) in {"a", "an"} and not sentence.kind(token + 1) & NUMBER:
        return True
    if sentence.word(at) in {"every", "each"}:
        return True
    while at >= 0 and sentence.kinds[at] & PREPOSITION:
        at -= 1
    if _is_short_answer(sentence, token):
        return True
    quoted = bool(sentence.kind(at) & QUOTE and sentence.kind(token + 1) & QUOTE)
    return quoted and (at <= 1 or _is_equated(sentence, token))


def _is_short_answer(sentence: Sentence, token: int) -> bool:
    """Whether an expression ends a quotation without a verb: 'He replied: "Not today."'."""
    if not sentence.kind(token + 1) & QUOTE:
        return False
    for at in range(token - 1, max(0, token - _SHORT_ANSWER), -1):
        if sentence.kinds[at] & QUOTE:
            return sentence.words[at - 1] == ":"
        if sentence.kinds[at] & VERBAL:
            return False
    return False


_SHORT_ANSWER = 6  # tokens


def _is_equated(sentence: Sentence, token: int) -> bool:
    """Whether the clause around a token has a form of "to be", up to its semicolons and dashes."""
    for step in (-1, 1):
        at = token
        while 0 <= at < len(sentence) and not sentence.kinds[at] & STRONG_MARK:
            if sentence.kinds[at] & BE:
                return True
            at += step
    return False


def preposition_of(sentence: Sentence, dating: Dating) -> str:
    """The word that leads to a date: "until" of "until late Friday", "since" of "since at least 1247"."""
    if sentence.words[max(0, dating.first - 3) : dating.first] == ["since", "at", "least"]:
        return "since"
    return sentence.word(dating.first - 1 - (sentence.word(dating.first - 1) in ("early", "late")))


def _opened(sentence: Sentence, dating: Dating) -> Dating:
    """The dating with an open end where a preposition opens one: "since 2014", "from May on", "until 2010"."""
    before, after = preposition_of(sentence, dating), sentence.word(dating.last + 1)
    if before == "before" and dating.timex.text.lower().startswith(_HOURS):
        return dating  # "before dawn on Thursday" is on Thursday
    if before in {"before", "after"} and sentence.word(dating.first - 2) in _SHORTLY:
        return dating
    interval, edtf = dating.interval, dating.edtf
    since = _since_gerund(sentence, dating.first)
    if since >= 0 and interval.last is not None and "/" not in edtf:
        first = since if since == 0 else dating.first
        return dating._replace(first=first, interval=replace(interval, last=None), edtf=f"{edtf}/..")
    if before == "since" and "/" in edtf and interval.last is not None:
        return dating._replace(interval=replace(interval, last=None), edtf=f"{_edge(edtf, 0)}/..")
    days = edtf.count("/") == 1 and ".." not in edtf and "~" not in edtf and dating.timex.type is TimexType.DATE
    if before in {"until", "till"} and days and not _is_end_of_delay(sentence, dating.first):
        return dating._replace(interval=replace(interval, first=None), edtf=f"../{_edge(edtf, 1)}")
    if "/" in edtf or "[" in edtf or not edtf:
        return dating
    bound = sentence.word(dating.first - 2) if before == "than" and sentence.word(dating.first - 3) == "no" else ""
    opens = before in {"since", "after"} or bound in {"earlier", "sooner"}
    if opens or (before == "from" and after in {"on", "onward", "onwards"}):
        return dating._replace(interval=replace(interval, last=None), edtf=f"{edtf}/..")
    through = before == "through" and interval.precision is Precision.DAY  # "cancelled flights through Monday"
    if (through or before in {"until", "till", "before"}) and not _is_end_of_delay(sentence, dating.first):
        return dating._replace(interval=replace(interval, first=None), edtf=f"../{edtf}")
    return dating


def _since_gerund(sentence: Sentence, token: int) -> int:
    """The "since" of "since leaving the stage in 1948" for the token of the date; -1 where there is none."""
    for at in range(token - 2, max(-1, token - _LONGEST_END), -1):
        if sentence.words[at] == "since":
            return at if sentence.kinds[at + 1] & GERUND else -1
        if sentence.kinds[at] & (MARK | VERBAL | TIMEX):
            return -1
    return -1


def as_given(dating: Dating) -> Dating:
    """The dating as its expression has it, without the open end that a preposition gave it; of a range its end."""
    assert dating.timex.interval
    if dating.until and dating.until.interval:
        return dating._replace(timex=dating.until, interval=dating.until.interval, edtf=dating.until.edtf, until=None)
    if "/" in dating.edtf and ".." not in dating.edtf:
        return dating
    return dating._replace(interval=dating.timex.interval, edtf=dating.timex.edtf)


def _is_end_of_delay(sentence: Sentence, token: int) -> bool:
    """Whether "until" names the day on which it happened after all: "did not sail until 1956"."""
    first = token
    while first > max(0, token - _LONGEST_DELAY) and not sentence.kinds[first - 1] & STRONG_MARK:
        first -= 1
    window = range(first, token)
    if "have" in sentence.words[window.start : token]:
        return False
    if is_put_off(sentence, token):
        return True
    return any(sentence.kinds[at] & NOT or sentence.words[at] in vocabulary.REFUSALS for at in window)


def is_put_off(sentence: Sentence, token: int) -> bool:
    """Whether a date is the day to which something was put off, or for which it was called.

    As in "was adjourned until Monday", "have called a strike for Monday".
    """
    window = sentence.words[max(0, token - _TO_DELAY) : token]
    if window and window[-1] == "for":
        return sentence.word(token - 2) in vocabulary.EVENT_NOUNS and not _CALLED.isdisjoint(window)
    if not window or window[-1] not in _UNTIL:
        return False
    return not _DELAYED.isdisjoint(window) or any(pair == ("put", "off") for pair in itertools.pairwise(window))


def _joined(sentence: Sentence, left: Dating, right: Dating) -> Dating | None:
    """Two expressions as one: a range ("from 26 to 28 October"), or a time of day with its day."""
    between = [word for word in sentence.words[left.last + 1 : right.first] if word not in _AROUND_ZONES]
    if between == ["("] and left.timex.type is right.timex.type is TimexType.TIME:
        return left._replace(last=right.last)  # the same time in another zone
    if between[:1] == [")"] and left.timex.type is TimexType.TIME:
        del between[0]
    before = sentence.word(left.first - 1)
    if len(between) == 1 and between[0] in _UNTIL:
        return _range(left, right)
    if len(between) == 1 and (between[0] in _RANGE_WORDS or (between[0] == "and" and before == "between")):
        return span(left, right)
    if not between and sentence.text[sentence.ends[left.last] : sentence.begins[right.first]] in _DASHES:
        return span(left, right)
    if _says_exactly(left, right, between):
        return right._replace(first=left.first)
    listed = between == [","] and sentence.word(right.last + 1) == "and" and sentence.kind(right.last + 2) & TIMEX
    if (between == ["and"] or listed) and _is_next(left, right) and "respectively" not in sentence.words:
        return span(left, right)
    if len(between) <= 1 and set(between) <= {"on", ",", "of", "in"}:
        return _refined(left, right)
    if between == ["or"]:
        return _either(left, right)
    return None


def _is_next(left: Dating, right: Dating) -> bool:
    """Whether a day or decade begins where the one before it ends: "on 10 and 11 April", not "won in 2015 and 2016"."""
    first, second = left.interval, right.interval
    if second.precision not in (Precision.DAY, Precision.MONTH, Precision.DECADE):
        return False
    return first.last is not None and second.first == first.last + 1 and first.precision is second.precision


def _says_exactly(left: Dating, right: Dating, between: Sequence[str]) -> bool:
    """Whether a date tells what the round words before it come to: "two and a half years later, on 26 November"."""
    if list(between) not in ([","], [",", "on"], [",", "in"]) or _days(left) <= _days(right):
        return False
    return left.timex.text.lower().endswith(("later", "earlier"))


def span(left: Dating, right: Dating) -> Dating | None:
    """Two datings as one, from the first to the last; None where they are no span."""
    first, last = left.timex.interval, right.timex.interval
    if first is None or last is None or first.first is None or last.last is None:
        return None
    begin, edtf = first.first, _edge(left.timex.edtf, 0)
    if begin > last.last:
        if begin - last.last >= _WEEK or first.precision is not Precision.DAY:
            return None
        begin -= _WEEK
        if begin < 1:
            return None
        edtf = date.fromordinal(begin).isoformat()
    approximate = first.approximate or last.approximate
    interval = Interval(begin, last.last, last.precision, approximate)
    return Dating(left.first, right.last, left.timex, interval, f"{edtf}/{_edge(right.timex.edtf, -1)}")


def _range(left: Dating, right: Dating) -> Dating | None:
    both = span(left, right)
    return both._replace(until=right.timex) if both else None


def _edge(edtf: str, which: int) -> str:
    """One end of an EDTF string that may be a range itself."""
    return edtf.split("/")[which] if "/" in edtf and not edtf.startswith("[") else edtf


def _refined(left: Dating, right: Dating) -> Dating | None:
    """The narrower of two expressions of which one lies in the other: "at 10 a.m." and "on Monday"."""
    inner, outer = (left, right) if _days(left) <= _days(right) else (right, left)
    if not _contains(outer.interval, inner.interval):
        return None
    return inner._replace(first=left.first, last=right.last)


def _days(dating: Dating) -> float:
    if dating.interval.first is None or dating.interval.last is None:
        return float("inf")
    return dating.interval.last - dating.interval.first


def _contains(outer: Interval, inner: Interval) -> bool:
    if outer.first is None or outer.last is None or inner.first is None or inner.last is None:
        return False
    return outer.first <= inner.first and inner.last <= outer.last


def _either(left: Dating, right: Dating) -> Dating | None:
    """One of two: "on the 8th or 9th"."""
    firsts = (left.interval.first, right.interval.first)
    lasts = (left.interval.last, right.interval.last)
    if None in firsts or None in lasts or "/" in left.edtf + right.edtf or "[" in left.edtf + right.edtf:
        return None
    first = min(value for value in firsts if value is not None)
    last = max(value for value in lasts if value is not None)
    interval = Interval(first, last, right.interval.precision, approximate=True)
    return Dating(left.first, right.last, left.timex, interval, f"[{left.edtf},{right.edtf}]")


def _opens_participle(sentence: Sentence, left: Dating, right: Dating) -> bool:
    """Whether a participle behind a comma parts two dates: "took it last year, ending with Bukamal in November"."""
    between = sentence.kinds[left.last + 1 : right.first]
    return any(kind & COMMA and following & GERUND for kind, following in itertools.pairwise(between))


def merge_same_target(sentence: Sentence, datings: Sequence[Dating]) -> list[Dating]:
    """Of several datings of one event, the narrower of any two that lie in each other."""
    kept: list[Dating] = []
    for dating in datings:
        for index, other in enumerate(kept):
            if _opens_participle(sentence, other, dating):
                continue
            if _contains(other.interval, dating.interval):
                kept[index] = dating
                break
            if _contains(dating.interval, other.interval):
                break
        else:
            kept.append(dating)
    return kept
