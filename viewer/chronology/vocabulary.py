"""The words of English that rules speak of. Vocabulary is data: a class name, its words, what each stands for.

Lower-case words stand for all their spellings; a word with a capital stands for itself and for all capitals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def word_set(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
MONTHS["mar"] = 3

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed weds",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        1,
    )
    for name in names.split()
}

SEASONS = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "fall": "FA",
    "autumn": "FA",
    "winter": "WI",
    "wintertime": "WI",
}

UNITS = {
    "second": "TS", "sec": "TS", "minute": "TM", "min": "TM", "hour": "H", "hr": "H", "day": "D", "week": "W",
    "fortnight": "FN", "month": "M", "quarter": "Q", "year": "Y", "yr": "Y", "decade": "E", "century": "C",
    "millennium": "L", "weekend": "WE", "night": "N",
}  # fmt: skip
UNITS_PLURAL = {
    "seconds": "TS", "secs": "TS", "minutes": "TM", "mins": "TM", "hours": "H", "hrs": "H", "days": "D",
    "weeks": "W", "fortnights": "FN", "months": "M", "quarters": "Q", "years": "Y", "yrs": "Y", "decades": "E",
    "centuries": "C", "millennia": "L", "millenniums": "L", "weekends": "WE", "nights": "N",
}  # fmt: skip

DAY_PARTS = {
    "morning": "MO", "mornings": "MO", "forenoon": "MO", "afternoon": "AF", "afternoons": "AF", "evening": "EV",
    "evenings": "EV", "night": "NI", "nights": "NI", "nighttime": "NI", "daytime": "DT", "midmorning": "MO",
    "midafternoon": "AF", "lunchtime": "MI", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "dusk": "EV",
    "nightfall": "EV", "sunset": "EV", "sundown": "EV", "overnight": "NI",
}  # fmt: skip

NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
} | {"fourty": 40}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
} | {"thirtieth": 30, "2d": 2, "3d": 3, "22d": 22, "23d": 23}
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip

SMALL_NUMBERS = NUMBERS | TENS | ORDINALS | {"a": 1, "an": 1, "another": 1, "twice": 2, "once": 1, "both": 2, "half": 0}

EARLY_LATE = {"early": "START", "late": "END", "mid": "MID", "middle": "MID"}

WEEKDAYS_TRIGGERS = (
    *(word for word in WEEKDAYS if word.endswith("day")), *(word + "s" for word in WEEKDAYS if word.endswith("day")),
    "Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun",
)  # fmt: skip

ZONES = {
    "est": "-05:00", "edt": "-04:00", "et": "", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "gmt": "Z", "utc": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "msk": "+03:00", "jst": "+09:00", "ist": "+05:30", "pt": "", "ct": "", "hkt": "+08:00", "sgt": "+08:00",
    "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00", "eet": "+02:00", "eest": "+03:00",
}  # fmt: skip

# Written small, these are words and names of other things.
_SMALL_WORDS = word_set("may march mar dec jan jun jul sep")
_NAMES = word_set("august april june")

# Goods of which a month's delivery is traded: "March corn".
GOODS = word_set(
    "crude oil gold silver copper platinum wheat corn soybean soybeans cotton coffee cocoa sugar gasoline cattle hogs "
    "gas bellies delivery futures contract contracts"
)

FISCAL_YEARS = tuple(f"FY{year}" for short in range(90, 150) for year in (f"{short % 100:02}", 1900 + short))

VOCABULARY: Mapping[str, tuple[str, ...]] = {
    "MONTH_SURE": (
        *(word for word in MONTHS if word not in _SMALL_WORDS and word not in _NAMES),
        "Jan", "Dec", "Jun", "Jul", "Sep", "August", "April", "June",
    ),
    "MONTH_SHORT": (
        *(word for word in MONTHS if len(word) <= 4 and word not in _SMALL_WORDS and word not in ("june", "july")),
        "Jan", "Dec", "Jun", "Jul", "Sep", "Mar",
    ),
    "MONTH_MAYBE": ("May", "March"),
    "MONTH_LOWER": ("may", "march", "Mar", "august", "april", "june", "jan", "dec", "jul", "jun", "sep"),
    "NAME_MONTH": ("April", "June", "August"),
    "WEEKDAY_FULL": tuple(word for word in WEEKDAYS if word.endswith("day")),
    "WEEKDAY_SHORT": ("Mon", "Tue", "Tues", "Wed", "Weds", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"),
    "WEEKDAYS_PLURAL": tuple(word + "s" for word in WEEKDAYS if word.endswith("day")),
    "SEASON_SURE": tuple(word for word in SEASONS if word not in ("spring", "fall")),
    "SEASON_MAYBE": ("spring", "fall"),
    "SEASONS_PLURAL": ("summers", "winters", "springs", "autumns"),
    "UNIT": tuple(UNITS),
    "UNITS": tuple(UNITS_PLURAL),
    "CALENDAR_UNIT": ("day", "week", "month", "quarter", "year", "decade", "century", "weekend", "millennium",
    "fortnight"),
    "DAY_PART": tuple(DAY_PARTS),
    "NUMBER_WORD": tuple(NUMBERS),
    "TENS_WORD": tuple(TENS),
    "SCALE_WORD": tuple(SCALES),
    "ORDINAL_WORD": tuple(ORDINALS),
    "DECADE_WORD": tuple(DECADES),
    "AMPM": ("a.m.", "p.m.", "a.m", "p.m", "am", "pm"),
    "BC_ERA": ("BC", "B.C.", "B.C", "BCE", "B.C.E.", "B.C.E", "bc", "b.c."),
    "AD_ERA": ("AD", "A.D.", "A.D", "CE", "C.E.", "C.E", "ad", "a.d."),
    "ZONE": (
        "EST", "EDT", "ET", "CST", "CDT", "MST", "MDT", "PST", "PDT", "GMT", "UTC", "BST", "CET", "CEST", "MSK", "JST",
        "IST", "PT", "CT", "HKT", "SGT", "KST", "AEST", "AEDT", "EET", "EEST",
    ),
    "NUMERAL": (), "DAY_NUMBER": (), "YEAR_NUMBER": (), "ORDINAL_NUMBER": (), "DECIMAL": (), "CLOCK_TIME": (),
    "ISO_DATE": (), "SLASH_DATE": (), "DOT_DATE": (), "DECADE_NUMBER": (), "CLOCK_AMPM": (), "BREAK": (),
    "OTHER": (), "SIGN_DATE": (), "DECADE_PLAIN": (), "DECADE_SHORT": (), "QUOTE_YEAR": (), "SLASH": ("/",),
    "OCLOCK": ("o'clock", "o’clock"),
    "ISO_WEEK": tuple(f"W{number:02}" for number in range(1, 54)),
    "UNITED": (), "YEAR_PART": (), "FISCAL_YEAR": FISCAL_YEARS,
    "QUARTER_SHORT": ("q1", "q2", "q3", "q4", "h1", "h2"),
    "SET_ADVERB": (
        "daily", "everyday", "weekly", "biweekly", "fortnightly", "monthly", "bimonthly", "quarterly", "annually",
        "annual", "yearly", "hourly", "nightly", "biannually", "semiannually", "biennially", "biennial",
    ), "SLASH_PAIR": (), "DASH_DATE": (), "MONEY": (),
    "DOT": (".",), "COMMA": (",",), "DASH": ("-", "–", "—", "‐", "‑"), "OPEN": ("(", "[", "{"), "CLOSE": (")",
    "]", "}"),
    "QUOTE": ("“", "”", '"', "''", "``", "«", "»"), "COLON": (":", ";"), "CURRENCY": ("$", "£", "€", "¥", "#", "+"),
    "APOSTROPHE": ("'s", "’s", "'S", "’S", "'", "’"),
}  # fmt: skip

UNIONS: Mapping[str, tuple[str, ...]] = {
    "MONTH": ("MONTH_SURE", "MONTH_MAYBE"),
    "MONTH_NAME": ("MONTH_SURE", "MONTH_MAYBE", "MONTH_LOWER"),
    "WEEKDAY": ("WEEKDAY_FULL",),
    "WEEKDAY_NAME": ("WEEKDAY_FULL", "WEEKDAY_SHORT"),
    "SEASON": ("SEASON_SURE", "SEASON_MAYBE"),
    "COUNT": ("NUMERAL", "DAY_NUMBER", "YEAR_NUMBER", "CARDINAL", "NUMBER_WORD", "TENS_WORD", "DECIMAL"),
    "ORDINAL": ("ORDINAL_NUMBER", "ORDINAL_WORD", "COMPOUND_ORDINAL"),
    "DAY_OF_MONTH": ("DAY_NUMBER", "ORDINAL_NUMBER"),
    "ANY_YEAR": ("YEAR_NUMBER", "SPELLED_YEAR", "OLD_YEAR", "FISCAL_YEAR"),
    "ANY_UNIT": ("UNIT", "UNITS"),
}

TRIGGERS: tuple[str, ...] = (
    *(word for word in MONTHS if word not in ("may", "march", "mar")),
    "May", "March", "Jan", "Dec", "Jun", "Jul", "Sep", "Mar",
    *WEEKDAYS_TRIGGERS, *SEASONS,
    *(word for word in UNITS if word not in ("second", "sec", "min", "hr", "yr", "quarter")),
    *UNITS_PLURAL, "today", "yesterday", "tomorrow", "morrow", "tonight", "now", "currently", "recently", "nowadays",
    "lately", "recent", "current", "former", "past", "future", "present", "moment", "later", "then", "ago", "noon",
    "midnight", "midday", "noughties", "thousands", "half", "mins", "hrs", "teens",
    "clock", "daily", "everyday", "weekly", "biweekly", "fortnightly", "monthly", "bimonthly", "annually", "yearly",
    "nightly", "biennially", "fiscal", "christmas", "thanksgiving", "easter", "ramadan", "ramazan", "ramzan",
    "ramadhan", "eid", "halloween",
    "eve", "juneteenth", "hogmanay", "epiphany", "pentecost", "ashura", "nowruz", "xmas", "yuandan", "period",
    "BC", "BCE", "AD", "CE", "a.m", "p.m", "am", "pm",
    *FISCAL_YEARS, "q1", "q2", "q3", "q4", "nineteen", "eighteen", "twenty", "B.C", "A.D", "b.c",
    "a.d", "thousand", "p. m", "a. m", "p m", "this time", "near term", "short term",
    "some time", "long time", "short time", "a while", "long while", "short while", "little while",
    "whitsun", "michaelmas", "candlemas", "martinmas", "kwanzaa", "diwali", "deepavali",
    "sukkot", "hanukkah", "chanukah", "hanukah", "passover", "pesach", "purim", "shavuot", "mawlid", "muharram",
    "hashanah", "hashana", "kippur", "torah", "baomer", "ramathan", "eidul", "fast", "sacrifice", "festival",
    "assumption", "nabi", "qadr", "quarterly", "weekdays", "midweek", "tmrw", "seventeen", "sixteen", "fifteen",
    "presently", "gras", "christi", "mayo", "fools", "date",
 "midwinter", "midsummer", *DAY_PARTS, *DECADES, "quarter", "min", "hr", "sec",
)  # fmt: skip
