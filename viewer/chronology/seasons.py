"""Seasons, quarters, halves and numbered weeks."""

from __future__ import annotations

from viewer.chronology.absolute import two_digit_year, year_of
from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import UNNAMED_PERIOD, Calendar
from viewer.chronology.tense_cues import is_past_verb
from viewer.chronology.told_by import is_told_by_event
from viewer.chronology.vocabulary import MONTHS, SEASONS, word_set

BOOK = RuleBook()


@BOOK.rule(
    "season and year",
    "'the'? season:SEASON ('of'|COMMA)? year:ANY_YEAR BC_ERA? | year:YEAR_NUMBER season:SEASON_SURE "
    "| 'the'? season:SEASON 'of' year:QUOTE_YEAR",
    kind="PART_DATE",
    examples={
        "the summer of 1864": "1864-SU",
        "spring 1920": "1920-SP",
        "winter of 1941": "1941-WI",
        "the summer of '96": "1996-SU",
        "their 1982 summer offensives": "1982-SU",
    },
)
def season_and_year(part: Parts) -> Calendar | None:
    """A season of a year; "1956 Summer Olympics" are those of the year."""
    if part.all_words()[-1] in SEASONS and part.all_written()[-1][0].isupper() and part.after()[:1].isupper():
        return None
    return Calendar(year=year_of(part), part=SEASONS[part.word("season")])


@BOOK.rule(
    "winter of two years",
    "'the'? 'winter' 'of'? year:YEAR_NUMBER (DASH|SLASH) end:(DAY_NUMBER|NUMERAL|YEAR_NUMBER|QUOTE_YEAR)",
    kind="PART_DATE",
    examples={"the winter of 1942-43": "1942-WI", "winter 1999/2000": "1999-WI"},
)
def winter_of_two_years(part: Parts) -> Calendar | None:
    """A winter named after both its years."""
    year, end = part.number("year"), int(part.node("end").word.lstrip("'’"))
    return Calendar(year=year, part="WI") if end in (year + 1, (year + 1) % 100) else None


@BOOK.rule(
    "the middle of a season",
    "(?<='in'|'by'|'until'|'till'|'at'|'since'|'of'|'before'|'after') word:('midwinter'|'midsummer') "
    "(?!OTHER|DASH|'day')",
    kind="PART_DATE",
    examples={"The pass was crossed in midwinter": "2017-WI", "by midsummer": "2018-SU"},
)
def middle_of_season(part: Parts) -> Calendar:
    """As in "in midwinter"."""
    return Calendar(part=SEASONS[part.word("word")[len("mid") :]])


@BOOK.rule(
    "season before its verb or subject",
    "(?<='in'|'by'|'during'|'throughout'|'until') 'the' season:SEASON (?=OTHER)",
    kind="PART_DATE",
    examples={
        "Talks in the spring came to nothing": "2018-SP", "by the summer Antwerp had fallen": "2018-SU",
        "in the summer offensive": "2018-SU",
    },
)  # fmt: skip
def season_before_verb(part: Parts) -> Calendar | None:
    """A season with its article, behind which no noun of the season stands."""
    after = part.after()
    named = after[:1].isupper() and after[1:].islower() and after not in _HELD
    return Calendar(part=SEASONS[part.word("season")]) if named or is_past_verb(after) else None


@BOOK.rule(
    "season",
    "'the' season:SEASON 'months' | 'the'? season:SEASON (?!OTHER) | season:SEASON",
    kind="PART_DATE",
    examples={
        "in the summer months": "2018-SU",
        "during the summer": "2018-SU",
        "in winter": "2017-WI",
        "the summer offensive": "2018-SU",
    },
)
def season_alone(part: Parts) -> Calendar | None:
    """A season; "spring" and "fall" only where the words around make them one."""
    word = part.word("season")
    if word in ("fall", "spring") and not _is_season(part):
        return None
    if part.node("season").word[0].isupper() and _is_first_name(part):
        return None
    if "the" in (part.all_words()[0], part.before()) and is_told_by_event(part) and part.after() not in _HELD:
        return None
    return Calendar(part=SEASONS[word])


def _is_first_name(part: Parts) -> bool:
    """As in "with Autumn Calabrese"; "the Summer Olympics" and "Winter Games" are held in theirs."""
    after, before = part.after(), part.before()
    if after in ("-", "‐", "‑") and part.after(2)[:1].isupper() and part.after(2) not in _HELD:
        return True  # "the Winter-Garden Theatre"
    if before.isdigit() and after[:1].isupper():
        return True  # "the 1956 Summer Olympics"
    named = part.written_before()
    if named[:1].isupper() and named[1:].islower() and before not in _BEFORE_CAPITALS and after not in _HELD:
        return True  # "Donna Summer"
    return after[:1].isupper() and after[1:].islower() and after not in _HELD


_BEFORE_CAPITALS = word_set(
    "the a an in by during since until through throughout and or this last next every each of early late mid for"
)
_HELD = ("Olympics", "Games", "Paralympics", "Festival", "Harvest", "Break", "Offensive", "Campaign")


def _is_season(part: Parts) -> bool:
    before, after, article = part.before(), part.after().lower(), part.all_words()[0] == "the"
    if after in _SEASON_NOUNS:
        return True
    if after == "of":
        return article and (part.after(2).lower() in ("that", "this", "next", "last") or part.after(2).isdigit())
    if part.node("season").word[0].isupper():
        if after in ("and", "or", "to") and part.after(2).lower() in SEASONS:
            return True
        return after in (".", ",") and before in ("in", "by", "until", "since", "during")
    if after in _NOT_AFTER_SEASON:
        return False
    if (before if article else part.before(2)) in _SPENT:
        return True
    return before in _SEASON_CUES or (article and after in ("and", ",", "-", "–", ".", "when"))


_NOT_AFTER_SEASON = word_set("in to from below into back apart short up again behind off away asleep under victim")
_SEASON_NOUNS = word_set(
    "offensive campaign season semester term harvest election elections offensives session schedule meeting training"
)
_SPENT = word_set("spent spend spends spending")
_SEASON_CUES = word_set(
    "in by during since until through throughout and or this last next every each of early late mid that -"
)


@BOOK.rule(
    "quarter",
    "'the'? ('fiscal' DASH?)? number:ORDINAL 'fiscal'? 'quarter' (('of' 'fiscal'?)? year:ANY_YEAR)? "
    "| 'the' last:('last'|'final') 'quarter' 'of' 'fiscal'? year:ANY_YEAR | "
    "'fiscal'? number:ORDINAL DASH 'quarter' | 'the'? number:ORDINAL DASH 'quarter' 'of' 'fiscal'? year:ANY_YEAR",
    kind="PART_DATE",
    examples={
        "the third quarter of 1989": "1989-Q3",
        "third-quarter": "2018-Q3",
        "the second quarter": "2018-Q2",
        "the first quarter of fiscal 2014": "2014-Q1",
        "the last quarter of 2012": "2012-Q4",
        "in the third-quarter of 2016": "2016-Q3",
    },
)
def quarter(part: Parts) -> Calendar | None:
    """A quarter of a year."""
    number = 4 if "last" in part else part.number("number")
    if year_of(part) is None and part.stands_near(_OF_A_GAME, _SENTENCE):
        return None
    return Calendar(year=year_of(part), part=f"Q{number}") if 1 <= number <= 4 else None


_OF_A_GAME = word_set(
    "touchdown touchdowns halftime yard yards quarterback scored outscored scoring rebounds fumble punt interception "
    "fumbled intercepted sacked punted linebacker lineman kickoff overtime "
    "interceptions layup dunk buzzer pointer pointers bulge"
)
_SENTENCE = 25  # words


@BOOK.rule(
    "quarter named after its last month",
    "'the' month:MONTH DASH? 'quarter' year:ANY_YEAR?",
    kind="PART_DATE",
    examples={"the September quarter": "2018-Q3", "the March quarter 2017": "2017-Q1"},
)
def quarter_of_month(part: Parts) -> Calendar | None:
    """A quarter as Australian and Indian reports name it."""
    month = MONTHS[part.word("month")]
    return Calendar(year=year_of(part), part=f"Q{month // 3}") if month % 3 == 0 else None


@BOOK.rule(
    "quarters together",
    "'the'? number:ORDINAL (?=('and'|DASH|'to'|'through') ORDINAL 'quarters' ('of'? year:ANY_YEAR)?) "
    "| number:ORDINAL 'quarters' ('of'? year:ANY_YEAR)?",
    kind="PART_DATE",
    examples={
        "the third and fourth quarters of 2017": "2017-Q3 2017-Q4",
        "He said it is usually sold in the second and fourth quarters.": "XXXX-Q2 XXXX-Q4",
    },
)
def quarters_together(part: Parts) -> Calendar | None:
    """Each of "the third and fourth quarters"."""
    number = part.number("number")
    return Calendar(year=year_of(part), part=f"Q{number}") if 1 <= number <= 4 else None


@BOOK.rule(
    "first-half",
    "number:('first'|'second') DASH 'half'",
    kind="PART_DATE",
    examples={"first-half profit": "2018-H1"},
)
def half_as_adjective(part: Parts) -> Calendar | None:
    """As in "first-half" results; a "first-half goal" is of a game."""
    if part.after() in _OF_A_MATCH or part.stands_near(_OF_A_GAME, _SENTENCE):
        return None
    return Calendar(part="H1" if part.word("number") == "first" else "H2")


_OF_A_MATCH = word_set(
    "goal goals stoppage injury added penalty penalties header strike whistle lead deficit comeback rally substitute "
    "tries try conversion display performance surge run"
)
_REPORTED = word_set(
    "results earnings revenue revenues sales profit profits deliveries report gdp net loss losses income guidance "
    "growth figures numbers forecast outlook"
)
_BEFORE_HALF = word_set("in for of during since by from and until through , ( fiscal - –") | {""}
_BEGINS = ("In", "For", "During", "By", "Since", "The", "Fiscal", "From")


@BOOK.rule(
    "quarter in short",
    "('the' year_first:ANY_YEAR)? number:QUARTER_SHORT ('of'? year:ANY_YEAR)?",
    kind="PART_DATE",
    examples={"Q3 2016": "2016-Q3", "the 2007 Q1 figures": "2007-Q1"},
)
def quarter_in_short(part: Parts) -> Calendar | None:
    """As in "Q3" or "H1" of a year; "the upgraded H1 chip" and the "Audi Q3" are things."""
    if year_of(part) is None and part.after().lower() not in _REPORTED:
        named = part.written_before()
        if part.word("number")[0] == "h" and not named.isdigit() and named.lower() not in _BEFORE_HALF:
            return None
        if named[:1].isupper() and named[1:].islower() and part.before(2) not in ("", ".") and named not in _BEGINS:
            return None
    year = year_of(part, "year_first" if "year_first" in part else "year")
    return Calendar(year=year, part=part.word("number").upper())


_NEWEST_SHORT_YEAR = 49  # "1Q84" is a title


@BOOK.rule(
    "quarter and year in one word",
    "word:YEAR_PART year:ANY_YEAR?",
    kind="PART_DATE",
    examples={
        "during 2016H2": "2016-H2", "1Q18 results": "2018-Q1", "2018Q3": "2018-Q3", "2016W05": "2016-W05",
        "in 2H 2017": "2017-H2", "3Q FY18 sales": "2018-Q3",
    },
)  # fmt: skip
def quarter_in_one_word(part: Parts) -> Calendar | None:
    """As in "2016H2", "1Q18", "3Q 2018" and "2016W05"."""
    word = part.word("word").upper() + (str(year_of(part)) if "year" in part else "")
    if "W" in word:
        return Calendar(year=int(word[:4]), part=word[4:]) if 1 <= int(word[5:]) <= 53 else None
    letter = "Q" if "Q" in word else "H"
    left, _, right = word.partition(letter)
    year, number = (left, right) if len(left) == 4 else (right, left)
    if (letter == "H" and number not in "12") or (len(year) == 2 and int(year) > _NEWEST_SHORT_YEAR):
        return None
    return Calendar(year=int(year) if len(year) == 4 else two_digit_year(int(year)), part=letter + number)


@BOOK.rule(
    "year's quarter",
    "'the'? year:ANY_YEAR APOSTROPHE? ('fiscal'? number:ORDINAL DASH? unit:('quarter'|'half') | 'quarter' | 'period')",
    kind="PART_DATE",
    examples={
        "the 1988 second quarter": "1988-Q2",
        "the 1988 period": "1988",
        "In the third quarter it lost, in the 1988 period it earned": "2018-Q3 1988-Q3",
    },
)
def quarter_of_named_year(part: Parts) -> Calendar | None:
    """A quarter after its year; "the 1988 period" is the quarter, where one is reported."""
    if "number" not in part:
        return Calendar(year=year_of(part), part="QX" if part.all_words()[-1] == "quarter" else UNNAMED_PERIOD)
    letter = "Q" if part.word("unit") == "quarter" else "H"
    number = part.number("number")
    return (
        Calendar(year=year_of(part), part=f"{letter}{number}") if 1 <= number <= (4 if letter == "Q" else 2) else None
    )


@BOOK.rule(
    "half of a year",
    "'the' number:('first'|'second'|'latter'|'last') DASH? 'half' 'of' 'fiscal'? year:ANY_YEAR",
    kind="PART_DATE",
    examples={
        "the first half of 2009": "2009-H1",
        "the latter half of 2009": "2009-H2",
        "the first half of fiscal 1997": "1997-H1",
    },
)
def half_of_year(part: Parts) -> Calendar:
    """A half of a year."""
    return Calendar(year=year_of(part), part="H1" if part.word("number") == "first" else "H2")


_BEFORE_WEEK = ("", ".", "from", "to", "between", "and", "until", "through")


@BOOK.rule(
    "week of the year",
    "'week' number:(DAY_NUMBER|NUMERAL) ('of' year:ANY_YEAR)?",
    kind="PART_DATE",
    examples={"week 31": "2018-W31", "week 10 of 2014": "2014-W10"},
)
def week_of_year(part: Parts) -> Calendar | None:
    """A week by its number (ISO 8601)."""
    number = part.number("number")
    if year_of(part) is None and part.all_written()[0][0].isupper() and part.before() not in _BEFORE_WEEK:
        return None  # of a season: "the Week 13 rematch"
    return Calendar(year=year_of(part), part=f"W{number:02}") if 1 <= number <= 53 else None
