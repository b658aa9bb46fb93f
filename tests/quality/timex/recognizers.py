"""Score the tagger on a folder of date recogniser specifications (JSON: input, reference date, expected values).

usage: python -m tests.quality.timex.recognizers FOLDER [-v]

A phrase is right where the expression found on the expected words comes to the same days (dates, periods, holidays,
the past reading where both are given), the same TIMEX3 value and ``mod`` ("late last year", whose edges in days are
anyone's choice), the same length (durations), the same period (sets) or the same time of day. A day that no calendar
has ("Feb 30") is right where no day is given. "Now" is the reference date.

A phrase is read as it stands; alone; told as past ("I went back" for "I'll go back"), where the past reading is asked
for; and, where it counts from a date mentioned before ("the next day"), after a sentence that gives the reference date.
What differs is sorted: "convention" where the dates are another reading of the same words, "not supported" where
nothing was found, "wrong" for the rest.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from viewer.chronology import tag
from viewer.chronology.edtf import span_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from viewer.model import Interval, Timex

FILES = ("DateParser", "DatePeriodParser", "DurationParser", "SetParser", "TimeParser", "HolidayParser")
_DURATION = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)(?:D|BD))?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$"
)
_MODS = {"start": "START", "mid": "MID", "end": "END"}
_IMPOSSIBLE = "0001-01-01"
_TOLD_AS_PAST = (
    ("I'll go", "I went"),
    ("I'll be", "I was"),
    ("I'll leave", "I left"),
    ("I will leave", "I left"),
    ("I want", "I wanted"),
)
_SECONDS = (365 * 86400, 30 * 86400, 7 * 86400, 86400, 3600, 60, 1)


@dataclass(frozen=True)
class Case:
    """One expected expression of one input."""

    file: str
    text: str
    reference: date
    words: str
    start: int
    timex: str
    mod: str
    past: Mapping[str, str]
    future: Mapping[str, str]


def cases(folder: Path) -> Iterator[Case]:
    """Every expected result of every file."""
    for name in FILES:
        for entry in json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig")):
            moment = (entry.get("Context") or {}).get("ReferenceDateTime") or "2016-11-07T00:00:00"
            for result in entry["Results"]:
                yield _case(name, entry["Input"], datetime.fromisoformat(moment[:19]).date(), result)


def _case(name: str, text: str, reference: date, result: Mapping[str, Any]) -> Case:
    value = result.get("Value") or {}
    words = result.get("Text") or text
    start = result.get("Start", max(text.lower().find(words.lower()), 0))
    past, future = value.get("PastResolution") or {}, value.get("FutureResolution") or {}
    return Case(
        name, text, reference, words, start, str(value.get("Timex")), _MODS.get(value.get("Mod", ""), ""), past, future
    )


def outcome(case: Case) -> str:
    """ "right", or why not."""
    readings = [reading for reading in _readings(case) if reading]
    if case.past.get("date") == _IMPOSSIBLE:
        days = [timex for reading in readings[:1] for timex in reading if timex.edtf]
        return "wrong" if days else "right"
    if not readings:
        return "not supported"
    if any(_fits(case, reading, case.past) for reading in readings):
        return "right"
    if any(_fits(case, reading, case.future) for reading in readings):
        return "right" if case.past == case.future else "convention: the coming one"
    return _reason(case, readings[0])


def _readings(case: Case) -> Iterator[list[Timex]]:
    """What is found on the expected words: in their text, alone, told as past, and after the reference date."""
    found = _on_words(case, case.text)
    yield found
    yield list(tag(case.words, published=case.reference))
    told = case.text
    for ahead, past in _TOLD_AS_PAST:
        told = told.replace(ahead, past)
    if told != case.text:
        yield _on_words(case, told)
    if any("XX" in timex.value for timex in found):
        yield _on_words(case, f"It was {case.reference.isoformat()}. {case.text}")


def _on_words(case: Case, text: str) -> list[Timex]:
    """The expressions on the expected words of a text that may have more before them than the original."""
    start = case.start + len(text) - len(case.text)
    return [
        timex
        for timex in tag(text, published=case.reference)
        if timex.begin < start + len(case.words) and timex.end > start
    ]


def _fits(case: Case, found: list[Timex], expected: Mapping[str, str]) -> bool:
    return any(_same(case, timex, expected) for timex in found) or any(
        _same_range(case, first, last, expected) for first, last in combinations(found, 2)
    )


def _same(case: Case, timex: Timex, expected: Mapping[str, str]) -> bool:
    if case.mod and timex.mod == case.mod and _matches(timex.value, case.timex):
        return True
    if "date" in expected:
        return timex.edtf[:10] == expected["date"] or _days(timex) == (expected["date"],) * 2
    if "startDate" in expected and "endDate" in expected:
        return _same_period(_days(timex), expected["startDate"], expected["endDate"])
    if "duration" in expected:
        return _seconds(timex.value) == float(expected["duration"])
    if "set" in expected:
        return _period(timex.value) == _period(expected["set"].removeprefix("Set: "))
    if "time" in expected:
        return _time(timex.value) == expected["time"]
    return bool(timex.value) and timex.value == case.timex


def _matches(value: str, pattern: str) -> bool:
    """Whether a TIMEX3 value is the expected one, whose X stand for what is left to the context."""
    expected = pattern if pattern[:1] in "0123456789X" else f"XXXX-{pattern}"
    return re.fullmatch(expected.replace("X", "[0-9X]"), value) is not None


def _same_range(case: Case, first: Timex, last: Timex, expected: Mapping[str, str]) -> bool:
    """A range of two expressions: the first day of the first, the first or last day of the second.

    Both are taken as their values stand, without what "until" or "from ... to" before them adds.
    """
    if "startDate" not in expected or "endDate" not in expected:
        return False
    begin, end = _days_of_value(case, first), _days_of_value(case, last)
    ends = (expected["endDate"], _day_before(expected["endDate"]))
    return (
        begin is not None
        and end is not None
        and begin[0] == expected["startDate"]
        and (end[0] in ends or end[1] in ends)
    )


def _days_of_value(case: Case, timex: Timex) -> tuple[str, str] | None:
    if timex.value == "PRESENT_REF":
        return (case.reference.isoformat(),) * 2
    return _closed(span_of(timex.value, timex.mod)[0])


def _days(timex: Timex) -> tuple[str, str] | None:
    return _closed(timex.interval)


def _closed(interval: Interval | None) -> tuple[str, str] | None:
    if interval is None or interval.begin is None or interval.end is None:
        return None
    return interval.begin.isoformat(), interval.end.isoformat()


def _same_period(days: tuple[str, str] | None, start: str, end: str) -> bool:
    """Whether days are from start to the day before end; at the edge that is "now", a day more or less is the same."""
    if days is None:
        return False
    return (
        days[0] in (start, _day_before(start))
        and days[1] in (end, _day_before(end))
        and days != (_day_before(start), end)
    )


def _day_before(text: str) -> str:
    day = date.fromisoformat(text)
    return (day - timedelta(1)).isoformat() if day > date.min else text


def _seconds(value: str) -> float | None:
    match = _DURATION.match(value)
    if not match:
        return None
    if value == "P6M":
        return 365 * 86400 / 2
    return sum(float(piece or 0) * each for piece, each in zip(match.groups(), _SECONDS, strict=True))


def _period(value: str) -> str:
    return re.sub(r"T(\d\d):00$", r"T\1", value).replace("P12M", "P1Y")


def _time(value: str) -> str:
    match = re.search(r"T(\d\d)(?::(\d\d))?(?::(\d\d))?", value)
    if not match:
        return {"TMI": "12:00:00"}.get(value[-3:], "")
    hour = "00" if match[1] == "24" else match[1]
    return f"{hour}:{match[2] or '00'}:{match[3] or '00'}"


def _reason(case: Case, found: list[Timex]) -> str:
    """Why a value differs: another convention for the same words, or an error."""
    if not case.past:
        return "convention: no value is expected"
    checks: tuple[tuple[Callable[[Case, Timex], bool], str], ...] = (
        (_coarser, "TIMEX3 keeps the grain of the unit"),
        (_evening_before, "Islamic days begin the evening before"),
        (_vague, "a vague number stays vague"),
        (_part_of_day, "the middle of a part of the day is no clock time"),
        (_whole_decades, "decades counted from today, not by the calendar"),
        (_end_of_stretch, "the day itself, not the stretch up to it"),
        (_other_neighbour, "which one is next or last"),
        (_other_edges, "other edges of a vague period"),
    )
    for check, reason in checks:
        if any(check(case, timex) for timex in found):
            return f"convention: {reason}"
    return "wrong"


def _coarser(case: Case, timex: Timex) -> bool:
    return bool(timex.edtf) and case.past.get("date", "").startswith(timex.edtf)


def _evening_before(case: Case, timex: Timex) -> bool:
    return case.file == "HolidayParser" and any(
        _near(timex, reading.get("date", "")) for reading in (case.past, case.future)
    )


def _vague(case: Case, timex: Timex) -> bool:
    del case
    return timex.value.startswith(("PAST", "PX", "FUTURE"))


def _part_of_day(case: Case, timex: Timex) -> bool:
    return case.file == "TimeParser" and case.words.lower().startswith("mid") and timex.value[-2:].isalpha()


def _whole_decades(case: Case, timex: Timex) -> bool:
    return "decade" in case.words and timex.value.startswith("P") and timex.value.endswith("0Y")


def _end_of_stretch(case: Case, timex: Timex) -> bool:
    days, end = _days(timex), case.past.get("endDate")
    return days is not None and end is not None and days == (_day_before(end),) * 2


def _other_neighbour(case: Case, timex: Timex) -> bool:
    """Whether another week, weekday or month of the name is found than the one that is expected."""
    days, expected = _days(timex), case.past.get("date") or case.past.get("startDate")
    named = re.search(r"\b(?:next|last|the weekend)\b", case.words.lower())
    if days is None or expected is None or named is None:
        return False
    distance = abs((date.fromisoformat(days[0]) - date.fromisoformat(expected)).days)
    return distance in (7, 365, 366)


def _other_edges(case: Case, timex: Timex) -> bool:
    return case.file == "DatePeriodParser" and bool(timex.mod and timex.edtf)


def _near(timex: Timex, expected: str) -> bool:
    days = _days(timex)
    return (
        days is not None
        and bool(expected)
        and abs((date.fromisoformat(days[0]) - date.fromisoformat(expected)).days) == 1
    )


def main(arguments: list[str]) -> None:
    """Print a line for each file and the reasons; with -v each difference."""
    folder, verbose = Path(arguments[0]), "-v" in arguments
    totals: dict[str, Counter[str]] = {name: Counter() for name in FILES}
    for case in cases(folder):
        result = outcome(case)
        totals[case.file][result] += 1
        if verbose and result != "right":
            got = [(timex.text, timex.value, timex.edtf) for timex in tag(case.text, published=case.reference)]
            print(
                f"{case.file} {result}: {case.text!r} {case.words!r} {case.reference} "
                f"expected {dict(case.past)}, found {got}"
            )
    for name, counts in totals.items():
        print(
            f"{name}: {counts['right']} of {counts.total()} right; "
            + "; ".join(f"{why} {n}" for why, n in counts.most_common() if why != "right")
        )
    right, total = sum(each["right"] for each in totals.values()), sum(each.total() for each in totals.values())
    print(f"all: {right} of {total} right = {100 * right / max(total, 1):.1f} %")


if __name__ == "__main__":
    main(sys.argv[1:])
