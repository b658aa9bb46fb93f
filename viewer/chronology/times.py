"""Times of day."""

from __future__ import annotations

from typing import cast

from viewer.chronology.durations import is_united_time
from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Anchor, Clock, Direction, Meaning, Shift, Timed
from viewer.chronology.told_by import is_told_by_event
from viewer.chronology.vocabulary import DAY_PARTS, MONTHS, WEEKDAYS, ZONES, word_set

BOOK = RuleBook()

_ZONE = (
    "(zone:ZONE | OPEN zone:ZONE CLOSE | "
    "('eastern'|'central'|'mountain'|'pacific') ('standard'|'daylight'|'summer')? 'time')?"
)


def _time(hour: int, minute: int | None, half: str) -> str | None:
    """As in "T22:30", None for an impossible time."""
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    if not 0 <= hour <= 24 or not 0 <= (minute or 0) <= 59:
        return None
    return f"T{hour:02}" if minute is None else f"T{hour:02}:{minute:02}"


_SCRIPTURES = word_set(
    "genesis exodus leviticus deuteronomy joshua judges samuel psalm psalms proverbs isaiah jeremiah ezekiel daniel "
    "matthew mark luke john acts romans corinthians galatians ephesians philippians timothy hebrews revelation surah "
    "sura"
)
_FIRST_HOUR = 6
_MARGINS = frozenset(("won", "lost", "beat", "beaten", "led", "ahead", "behind", "trailed", "victory", "win", "faster"))
_OF_A_GAME = frozenset(("into", "of", "left", "remaining", "mark", "per"))


@BOOK.rule(
    "clock",
    f"time:CLOCK_TIME (half:AMPM|hours:('hours'|'hrs'))? {_ZONE} (?!'win'|'lead'|'victory')",
    kind="CLOCK",
    examples={
        "10:30 a.m.": "2018-11-02T10:30",
        "at 7h01": "2018-11-02T07:01",
        "14:05": "2018-11-02T14:05",
        "It was up 12 points by 10:30.": "2018-11-02T10:30",
        "5:15 p.m. EST": "2018-11-02T17:15",
        "by 05:30hrs": "2018-11-02T05:30",
    },
)
def clock(part: Parts) -> Clock | None:
    """Hours and minutes."""
    pieces = [int(piece) for piece in part.word("time").replace("h", ":").split(":")]
    plain = not any(name in part for name in ("half", "hours", "zone"))
    if plain and part.before() in _SCRIPTURES:
        return None
    if plain and part.before() == "by" and (pieces[0] < _FIRST_HOUR or part.before(2) in _MARGINS):
        return None  # "won by 1:30"
    if plain and part.before() in ("of", "score", "won", "lost", "ratio", "chapter", "verse"):
        return None
    if plain and (part.after() in _OF_A_GAME or part.before() == "final"):
        return None  # "2:55 into overtime"
    if len(pieces) > 2 and "hours" in part:
        return None  # a time of 2:05:30 hours
    value = _time(pieces[0], pieces[1], part.word("half"))
    seconds = f":{pieces[2]:02}" if len(pieces) > 2 and pieces[2] < 60 else ""
    return Clock(value + seconds, zone=ZONES.get(part.word("zone"), "")) if value else None


@BOOK.rule(
    "hour",
    "(hour:(DAY_NUMBER|NUMBER_WORD|CARDINAL|NUMERAL|YEAR_NUMBER|SPELLED_YEAR) half:AMPM | "
    "hour:(CARDINAL|NUMBER_WORD|DAY_NUMBER|SPELLED_YEAR) minute:CARDINAL? half:('a'|'p') DOT? 'm' DOT? | "
    "hour:(CARDINAL|NUMBER_WORD|DAY_NUMBER) minute:CARDINAL half:AMPM | both:CLOCK_AMPM | decimal:DECIMAL "
    f"half_two:AMPM) {_ZONE}",
    kind="CLOCK",
    examples={
        "10 p.m.": "2018-11-02T22:00", "6 a.m.": "2018-11-02T06:00", "10pm": "2018-11-02T22:00",
        "at ten fifty five p. m. the train leaves": "2018-11-02T22:55",
    },
)  # fmt: skip
def hour(part: Parts) -> Clock | None:
    """A full hour of the morning or the afternoon."""
    zone = ZONES.get(part.word("zone"), "")
    if "both" in part:
        word = part.word("both")
        digits = word.rstrip("apm.")
        value = (
            _time(int(digits[:-2] or 0), int(digits[-2:]), word[len(digits)])
            if len(digits) > 2
            else _time(int(digits), 0, word[len(digits)])
        )
    elif "decimal" in part:
        hours, _, minutes = part.word("decimal").partition(".")
        if len(minutes) != 2 or not minutes.isdigit() or len(hours) > 2:
            return None
        value = _time(int(hours), int(minutes), part.word("half_two"))
    else:
        value = _spoken(part.number("hour"), part.number("minute") if "minute" in part else 0, part.word("half"))
    return Clock(value, zone=zone) if value else None


def _spoken(number: int, minutes: int, half: str) -> str | None:
    """As in "Seven thirty p.m." and "1140 a.m."."""
    if number > 99:
        number, minutes = divmod(number, 100)
    return _time(number, minutes, half) if number <= 24 else None


@BOOK.rule(
    "four digits and a zone",
    "time:(NUMERAL|YEAR_NUMBER) (zone:ZONE|'hours'|'hrs'|'local' 'time') | united:UNITED",
    kind="CLOCK",
    examples={
        "0600 GMT": "2018-11-02T06:00", "1830 UTC on Monday": "2018-10-29T18:30", "at 0300 hours": "2018-11-02T03:00",
        "for 1430 hours": "PT1430H", "at 1430hrs": "2018-11-02T14:30", "at 2100 local time": "2018-11-02T21:00",
    },
)  # fmt: skip
def military_time(part: Parts) -> Clock | None:
    """A time of the day as agencies write it."""
    if "united" in part and not is_united_time(part.before(), part.word("united")):
        return None
    digits = part.word("time") or part.word("united")[:4]
    value = _time(int(digits[:2]), int(digits[2:]), "") if len(digits) == 4 and digits.isdigit() else None
    return Clock(value, zone=ZONES.get(part.word("zone"), "")) if value else None


@BOOK.rule(
    "hour before its half of the day",
    "hour:DAY_NUMBER (?=(DASH|'to'|'and'|'until'|'till') (DAY_NUMBER half:AMPM|both:CLOCK_AMPM))",
    kind="CLOCK",
    examples={"from 1 to 3 p.m.": "2018-11-02T13:00 2018-11-02T15:00"},
)
def hour_in_range(part: Parts) -> Clock | None:
    """The first hour of "1 to 3 p.m."."""
    half = part.word("half") or part.word("both").lstrip("0123456789")
    value = _time(part.number("hour"), 0, half)
    return Clock(value) if value and part.number("hour") <= 12 else None


@BOOK.rule(
    "o'clock",
    "hour:(DAY_NUMBER|NUMBER_WORD|CARDINAL) OCLOCK ('in' 'the' part:DAY_PART | 'at' part_night:'night' | half:AMPM)?",
    kind="CLOCK",
    examples={"seven o’clock": "2018-11-02T07:00"},
)
def oclock(part: Parts) -> Clock | None:
    """An hour by the clock."""
    half = part.word("half") or ("p" if "part_night" in part or part.word("part") in ("afternoon", "evening") else "")
    value = _time(part.number("hour"), 0, half)
    return Clock(value) if value else None


@BOOK.rule(
    "past the hour",
    "('a'? what:('half'|'quarter') DASH? | three:CARDINAL 'quarters' | minutes:COUNT ('minutes'|'min'|'mins')?) "
    "side:('past'|'to'|'after') hour:(DAY_NUMBER|NUMBER_WORD|CARDINAL) minute:CARDINAL? "
    "((OCLOCK? COMMA)? half:AMPM|OCLOCK? ('in' 'the' part:DAY_PART)?) | "
    "('a'? what:('half'|'quarter') | three:CARDINAL 'quarters' | minutes:COUNT ('minutes'|'min'|'mins')?) "
    "side:('past'|'to'|'after') both:CLOCK_AMPM",
    kind="CLOCK",
    examples={
        "half past seven in the morning": "2018-11-02T07:30", "quarter to nine p.m.": "2018-11-02T20:45",
        "half-past ten o'clock": "2018-11-02T10:30", "three quarters past 9 p.m.": "2018-11-02T21:45",
        "three mins to five thirty": "2018-11-02T05:27",
    },
)  # fmt: skip
def past_the_hour(part: Parts) -> Clock | None:
    """Minutes past or to an hour, where it says which half of the day."""
    minutes = {"half": 30, "quarter": 15}.get(part.word("what")) or (part.number("minutes") if "minutes" in part else 0)
    half = part.word("half") or (
        "p" if part.word("part") in ("afternoon", "evening", "night") else "a" if "part" in part else ""
    )
    if "both" in part:
        digits = part.word("both").rstrip("apm.")
        number, half = int(digits), part.word("both")[len(digits)]
    else:
        number = part.number("hour")
    late = part.number("minute") if "minute" in part else 0
    counted = bool({"minutes", "min", "mins"} & set(part.all_words())) or "what" in part
    if "three" in part:
        minutes, counted = 45, True
        if part.number("three") != 3:
            return None
    if (part.word("side") == "after" and not half) or (part.word("side") == "to" and not counted):
        return None
    if part.word("side") == "to":
        number, minutes = number - 1, 60 - minutes
    number, minutes = number + (late + minutes) // 60, (late + minutes) % 60
    value = _time(number, minutes, half)
    return Clock(value) if value else None


@BOOK.rule(
    "noon and midnight",
    f"'high'? word:('noon'|'midnight'|'midday'|'noontime'|'mid' DASH? 'day'|'mid' DASH? 'night') {_ZONE}",
    kind="CLOCK",
    examples={"noon": "2018-11-02T12:00", "midnight": "2018-11-02T24:00"},
)
def noon(part: Parts) -> Clock | None:
    """Noon, or the end of the day; "High Noon" is a film."""
    if "high" in (part.all_words()[0], part.before()) and part.text_of("word")[0].isupper():
        return None
    return Clock("T24:00" if part.words("word").endswith("night") else "T12:00", zone=ZONES.get(part.word("zone"), ""))


@BOOK.rule(
    "part of the day",
    "article:'the'? ('early'|'late'|'wee')? part:DAY_PART ('hours')?",
    kind="DAY_PART_DATE",
    examples={
        "the morning": "2018-11-02TMO",
        "the late afternoon": "2018-11-02TAF",
        "an overnight train": "XXXX-XX-XXTNI",
        "It was hit overnight.": "2018-11-01TNI",
        "It was hurt by overnight losses": "2018-11-01TNI",
        "Overnight trains are cheap.": "XXXX-XX-XXTNI",
        "Ten were hurt in an overnight raid.": "2018-11-01TNI",
        "by mid-afternoon they had left": "2018-11-02TAF",
        "She left on the night he was shot": "XXXX-XX-XXTNI",
        "In the night he was shot": "2018-11-02TNI",
    },
)
def part_of_day(part: Parts) -> Clock | None:
    """Morning, afternoon, evening, night."""
    word = part.word("part")
    if part.node("part").word[0].isupper() and (part.before() or part.after()[:1].isupper()):
        return None  # "The Evening Standard"
    if word in _EDGES_OF_DAY and part.before() not in (
        "at",
        "before",
        "by",
        "after",
        "until",
        "since",
    ):
        return None
    if word.endswith("s") and part.before() not in _BEFORE_HABITS and "article" not in part:
        return None  # "all of the other dark nights"
    if word == "night" and part.before() == "last" and part.after() == "of":
        return None  # "the last night of the year" is a day's, "the last night of the fair" no date
    if part.before() in ("good", "opening", "all") or (word == "dawn" and part.after() == "of" and _is_word(part)):
        return None
    if "article" in part and part.before() == "on" and part.after().islower() and part.after(2) == "of":
        return None  # "on the evening tide of 3 April"
    indefinite = part.before() in ("a", "an")
    happened = part.before(2) in ("in", "during") if indefinite else part.after().endswith("s")  # "overnight losses"
    if word == "overnight" and (happened or part.after() in _AFTER_AN_ADVERB):
        return Clock("TNI", Direction.LAST)
    if "article" not in part:
        bound = _before_part(part) in _BOUNDS and word in _PLAIN_PARTS | _EDGES_OF_DAY
        bound = bound or (part.before() == "at" and word.startswith("mid"))
        return Clock("T" + DAY_PARTS[word], Direction.THIS if bound else Direction.OPEN)
    told = part.after() == "of" or is_told_by_event(part)
    return Clock("T" + DAY_PARTS[word], Direction.SAME if told else Direction.THIS)


def _before_part(part: Parts) -> str:
    """The word before a part of the day and what says which third of it: "by" of "by mid-afternoon"."""
    steps = 1
    while part.before(steps) in ("mid", "early", "late", "-"):
        steps += 1
    return part.before(steps)


_BOUNDS = ("by", "until", "till", "before")
_PLAIN_PARTS = frozenset(("morning", "afternoon", "evening", "midmorning", "midafternoon", "lunchtime"))
_EDGES_OF_DAY = frozenset(("dawn", "dusk", "sunset", "sundown", "sunrise", "daybreak", "nightfall"))
_BEFORE_HABITS = (
    word_set("on in at during for and or of most some these many several , . ; - – — work works worked spend spent")
    | {""}
    | WEEKDAYS.keys()
)


def _is_word(part: Parts) -> bool:
    """Whether no day follows the "of": "at the dawn of the empire"."""
    return not (part.after(2)[:1].isdigit() or part.after(2) in ("that", "this") or part.after(2).lower() in MONTHS)


_AFTER_AN_ADVERB = word_set("in by after as with from at on and but near into when while during , . ; )") | {""}


@BOOK.rule(
    "this, that part of the day",
    "('just'|'only')? which:('this'|'that' 'same'?|'the' 'same'|'last'|'the' 'previous'|'the' 'next'|'the' "
    "'following') part:DAY_PART",
    kind="REL_TIME",
    examples={
        "this morning": "2018-11-02TMO",
        "last night": "2018-11-01TNI",
        "On 2 May 2014, that afternoon": "2014-05-02 2014-05-02TAF",
    },
)
def this_part(part: Parts) -> Meaning | None:
    """A part of the day of publication or of the day mentioned last."""
    words = set(part.words("which").split())
    if "last" in words and part.before() == "the":
        return None  # "on the last night of the fair"
    code = "T" + DAY_PARTS[part.word("part")]
    if words & {"this", "last"}:
        return Timed(Shift("D", -1 if "last" in words else 0, Anchor.PUBLICATION), code)
    step = -1 if "previous" in words else 1 if words & {"next", "following"} else 0
    return Timed(Shift("D", step, Anchor.TEXT), code)


@BOOK.rule(
    "throughout the day",
    "(?<='throughout'|'during'|'Throughout') 'the' 'day'",
    kind="REL_DAY",
    examples={"throughout the day": "2018-11-02"},
)
def the_day(part: Parts) -> Shift:
    """The day that the report is about."""
    del part
    return Shift("D", 0, Anchor.NEAREST)


@BOOK.rule(
    "the early hours",
    "'the'? ('early'|'small'|'wee'|'late') ('morning'|'evening'|'night')? 'hours'",
    kind="DAY_PART_DATE",
    examples={"the early hours of Tuesday": "2018-10-30TMO", "the late hours of 3 May 2014": "2014-05-03TNI"},
)
def early_hours(part: Parts) -> Clock:
    """The hours after midnight, or before it."""
    return Clock("TNI" if "late" in part.all_words() else "TMO", Direction.THIS)


_FREE = frozenset((".", ",", "", "!", "?", ";", ")", "and", "when", "but", "to", "with", "for"))


@BOOK.rule(
    "part of the day and its bare hour",
    "part:DAY_PART_DATE 'at' hour:(DAY_NUMBER|CARDINAL)",
    kind="CLOCK_PART",
    examples={
        "We met in the afternoon at 3.": "2018-11-02T15:00",
        "every day in the morning at seven.": "P1D 2018-11-02T07:00",
    },
    stage=2,
)
def part_and_hour(part: Parts) -> Clock | None:
    """As in "in the afternoon at 7"; the number may count nothing that follows."""
    hour, half = part.number("hour"), cast("Clock", part.value("part")).value
    if not 1 <= hour <= 12 or part.after() not in _FREE:
        return None
    later = half in ("TAF", "TEV") or (half == "TNI" and 5 < hour < 12)
    return Clock(f"T{hour % 12 + (12 if later or (half == 'TMI' and hour < 11) else 0):02}:00")


@BOOK.rule(
    "this part of the day and its bare hour",
    "part:REL_TIME 'at' hour:(DAY_NUMBER|CARDINAL)",
    kind="TIMED",
    examples={"He speaks this morning at 10.": "2018-11-02T10:00", "tonight at eight": "2018-11-02T20:00"},
    stage=2,
)
def this_part_and_hour(part: Parts) -> Timed | None:
    """As in "this morning at 10"."""
    whole, hour = part.value("part"), part.number("hour")
    if not isinstance(whole, Timed) or not 1 <= hour <= 12 or part.after() not in _FREE:
        return None
    later = whole.clock in ("TAF", "TEV") or (whole.clock == "TNI" and 5 < hour < 12)
    return Timed(whole.day, f"T{hour % 12 + (12 if later else 0):02}:00") if hour < 12 else None


@BOOK.rule(
    "hour and minute in words before the part of the day",
    "hour:CARDINAL minute:CARDINAL 'in' 'the' part:DAY_PART",
    kind="CLOCK",
    examples={"at five thirty in the morning": "2018-11-02T05:30", "six fifteen in the evening": "2018-11-02T18:15"},
)
def words_and_part(part: Parts) -> Clock | None:
    """As in "five thirty in the morning"."""
    hour, minute, half = part.number("hour"), part.number("minute"), DAY_PARTS[part.word("part")]
    if not 1 <= hour <= 12 or not 10 <= minute <= 59:
        return None
    value = _time(hour, minute, "p" if half in ("AF", "EV") or (half == "NI" and 5 < hour < 12) else "a")
    return Clock(value) if value else None
