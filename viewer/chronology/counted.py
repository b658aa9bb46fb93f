"""Dates so many units, seasons or weekdays from publication or from a date mentioned before."""

from __future__ import annotations

from viewer.chronology.durations import length
from viewer.chronology.grammar import Nothing, Parts, RuleBook
from viewer.chronology.meaning import Anchor, Calendar, Duration, Following, Meaning, Shift, Within
from viewer.chronology.vocabulary import NUMBERS, SEASONS, TENS, UNITS, UNITS_PLURAL, WEEKDAYS, word_set

BOOK = RuleBook()


@BOOK.rule(
    "so many units ago",
    "('a' (?='few'|'couple'))? amount:(COUNT|'a'|'an'|'some'|'several'|'few'|'many'|'couple') 'of'? 'more'? "
    "DASH? unit:ANY_UNIT ('or' 'so')? "
    "(side:('ago'|'earlier'|'later'|'previously'|'hence'|'afterward'|'afterwards') | side:'on' (?=COMMA) | "
    "side:('before'|'after'|'prior') "
    "(?!'the'|'his'|'her'|'its'|'their'|'a'|'an'|'he'|'she'|'they'|'it'|'that'|'to'|"
    "YEAR_NUMBER|MONTH|OTHER|WEEKDAY|'this') | side:('before'|'after') 'that' (?=COMMA|DOT))",
    kind="REL_COUNT",
    examples={
        "In 1985, and two years after that.": "1985 1987",
        "two weeks ago": "2018-10-19", "five years ago": "2013",
        "On 2 May 2014. Three days later": "2014-05-02 2014-05-05",
        "In May 2014. A month earlier": "2014-05 2014-04", "several years ago": "PAST_REF",
        "a few days later": "FUTURE_REF", "a decade ago": "2008",
        "a week or so ago": "2018-10-26",
        "48 hours ago": "2018-10-31",
    },
)  # fmt: skip
def counted_shift(part: Parts) -> Meaning | Nothing | None:
    """A number of units before or after: "ago" from publication, "later" and "earlier" from the date before."""
    side, word = part.word("side"), part.word("unit")
    unit = UNITS.get(word) or UNITS_PLURAL[word]
    if word == "second" and part.word("amount") == "a":
        return None
    if side in ("later", "earlier") and part.after() == "than":
        return None  # "two years later than planned": a length
    if part.node("amount").word.isdigit() and part.node("unit").word in ("Minutes", "Hours", "Days", "Weeks"):
        return Nothing()  # "48 Hours Later" is a film
    if part.before() == "for" and side in ("after", "afterward", "afterwards", "on"):
        return None  # "for some years after, he wrote": a length
    if side in ("before", "after", "prior") and _is_length_to(part.after()):
        return None  # "a decade before George", "30 minutes after your walk": a length
    back = side in ("ago", "earlier", "before", "previously", "prior")
    amount = amount_of(part)
    anchor = Anchor.PUBLICATION if side in ("ago", "hence") else Anchor.TEXT
    if amount is None:
        return Shift(unit, None, anchor, back=back)
    if unit == "E" and amount == 1:
        unit, amount = "Y", 10
    if unit == "H" and amount % _HOURS_OF_DAY == 0:
        unit, amount = "D", amount // _HOURS_OF_DAY
    same = unit == "Y" and amount == 1 and side in ("ago", "earlier")
    return Shift(unit, -amount if back else amount, anchor, back=back, same_time=same)


_HOURS_OF_DAY = 24


def _is_length_to(after: str) -> bool:
    """Whether what stands behind "before" or "after" is what the length leads to, and no end of the clause."""
    return after[:1].isupper() or after in _NO_ENDS or after in NUMBERS or after in TENS or after.isdigit()


_NO_ENDS = word_set(
    "your my our these those each every being any another independence victory labour labor peace mother father new"
)


def amount_of(part: Parts) -> int | None:
    """The number of units, None where the words leave it open."""
    word = part.word("amount")
    if word == "couple":
        return 2
    if word in _OPEN_AMOUNTS or (part.node("amount").symbol and isinstance(part.value("amount"), str)):
        return None
    if "." in word:
        return None
    return part.number("amount")


_OPEN_AMOUNTS = frozenset(("some", "several", "few", "many"))


@BOOK.rule(
    "units ago, their number open",
    "('just'|'only')? unit:('weeks'|'months'|'years'|'days'|'decades'|'hours'|'minutes'|'seconds'|'centuries') "
    "(side:('ago'|'earlier'|'later') | side:'before' (?!'the'|'that'|'his'|'her'|MONTH|YEAR_NUMBER|OTHER))",
    kind="REL_COUNT",
    examples={"years ago": "PAST_REF", "weeks later": "FUTURE_REF"},
)
def open_shift(part: Parts) -> Shift | None:
    """Some units ago or later."""
    side = part.word("side")
    if side == "before" and part.after() in _SUBJECTS:
        return None  # "days before they knew": a length
    anchor = Anchor.PUBLICATION if side == "ago" else Anchor.TEXT
    return Shift(UNITS_PLURAL[part.word("unit")], None, anchor, back=side != "later")


_SUBJECTS = word_set("he she it they we you I there a an this these those any its our their")


@BOOK.rule(
    "so many seasons ago",
    "amount:COUNT season:SEASONS_PLURAL 'ago'",
    kind="REL_NAMED",
    examples={"two summers ago": "2016-SU", "Three winters ago": "2015-WI"},
)
def seasons_ago(part: Parts) -> Within | None:
    """The season of the year so many years before publication."""
    amount = amount_of(part)
    if amount is None or amount > _MOST_SEASONS:
        return None
    return Within(Calendar(part=SEASONS[part.word("season")[:-1]]), Shift("Y", -amount, Anchor.PUBLICATION))


_MOST_SEASONS = 99


@BOOK.rule(
    "in so many units",
    "(?<='in') amount:(COUNT|'a'|'an') unit:ANY_UNIT APOSTROPHE? 'time'",
    kind="REL_COUNT",
    examples={"in two weeks' time": "2018-11-16"},
)
def in_time(part: Parts) -> Shift | None:
    """So many units from publication on."""
    word, amount = part.word("unit"), amount_of(part)
    return None if amount is None else Shift(UNITS.get(word) or UNITS_PLURAL[word], amount, Anchor.PUBLICATION)


@BOOK.rule(
    "so many units from now",
    "amount:(COUNT|'a'|'an') unit:ANY_UNIT ('in' 'the' 'future' | 'from' ('now'|'today'|day:'tomorrow') | 'after' "
    "('today'|day:'tomorrow') | 'from' day:'yesterday' | before:'before' "
    "('today'|day:('yesterday'|'tomorrow')))",
    kind="REL_COUNT",
    examples={
        "two weeks from now": "2018-11-16",
        "three days from tomorrow": "2018-11-06",
        "within two weeks from now": "P2W",
        "4 weeks in the future": "2018-11-30",
    },
)
def from_now(part: Parts) -> Meaning | None:
    """So many units before or after the day of publication or its neighbour."""
    word, amount = part.word("unit"), amount_of(part)
    if amount is None:
        return None
    unit = UNITS.get(word) or UNITS_PLURAL[word]
    if part.before() in ("within", "for") and part.all_words()[-2:] in (["from", "now"], ["from", "today"]):
        return Duration(length(unit, amount), 1)
    amount = -amount if "before" in part else amount
    if "day" in part and unit in ("D", "W"):
        days = amount * (7 if unit == "W" else 1) + {"tomorrow": 1, "yesterday": -1}[part.word("day")]
        return Shift("D", days, Anchor.PUBLICATION)
    return Shift(unit, amount, Anchor.PUBLICATION)


@BOOK.rule(
    "so many weekdays from now",
    "amount:COUNT (weekday:WEEKDAY_FULL|weekday:WEEKDAYS_PLURAL) side:('ago'|'later'|'earlier'|'hence'|'from' 'now')",
    kind="REL_DAY",
    examples={
        "two Sundays ago": "2018-10-21",
        "three Fridays from now": "2018-11-23",
        "two Mondays later": "XXXX-WXX-1",
    },
)
def counted_weekdays(part: Parts) -> Following | None:
    """The second or third weekday of a name from publication, or from the date before."""
    count, side = amount_of(part), part.word("side")
    if count is None or not 1 <= count <= 60:
        return None
    anchor = Anchor.TEXT if side in ("later", "earlier") else Anchor.PUBLICATION
    weekday = WEEKDAYS[part.word("weekday").rstrip("s")]
    return Following(Calendar(weekday=weekday), -count if side in ("ago", "earlier") else count, anchor)
