"""Four digits that are no year: counts, sizes, codes, numbers of flights and rooms, addresses, models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology.vocabulary import word_set

if TYPE_CHECKING:
    from viewer.chronology.grammar import Parts

YEAR_CUES = word_set(
    "in since until till by from of before after during through throughout to between and or early late mid "
    "circa c ca around about year years the ( fiscal - – — / than or, spring summer autumn fall winter for"
)
_COUNTED = word_set(
    "people men women soldiers troops miles kilometers kilometres km meters metres feet percent per dollars yen "
    "euros pounds tons tonnes points votes seats shares jobs workers words prisoners casualties dead wounded "
    "ships guns tanks aircraft planes horses houses homes acres hectares kg lbs mph years year days hours "
    "minutes months weeks million billion thousand hundred civilians men, members students children cases "
    "deaths copies units vehicles rounds square cubic troops, others inhabitants men. times % persons infantry "
    "cavalry volunteers m ft mi cm mm lb yd pixels phone"
)
_PEOPLE = word_set(
    "people men women soldiers troops workers employees civilians students children inmates passengers protesters "
    "demonstrators officers drivers delegates guests spectators residents refugees fighters rebels policemen farmers "
    "teachers nurses doctors engineers miners pilots sailors marines volunteers members patients voters"
)
_GATHERED = word_set(
    "crowd crowds group force forces army fleet garrison convention convoy gathering audience population staff "
    "workforce total maximum minimum number average sum distance height altitude elevation capacity village town team "
    "network chain caravan herd flock sample survey poll fine"
)
_SIZED = word_set(
    "bed beds seat seats page member members strong mile miles pound foot man men mb gb km kilometer kilometre meter "
    "metre ton tonne watt room unit acre person volt word calorie horsepower square cubic point dollar"
)
_NUMBERED = word_set(
    "flight flights section sections room resolution resolutions route highway interstate channel proposition gate hr "
    "apartment apt psalm patent docket lot pin"
)

APPROXIMATORS = word_set("nearly almost some over than least most only exactly no approximately roughly number no. nos")
BEFORE_OTHER_NUMBERS = word_set(
    "$ £ € ¥ # no + version page rs employs employed employ employing seats seated totaled totalled numbered numbering "
    "weighs weighing weighed"
)


def is_counted(part: Parts) -> bool:
    """Whether what follows says that so many of something are meant: "2000 troops", "2000 or more"."""
    after = part.after()
    if after != "or":
        return after in _COUNTED or _is_sum(part) or _people_follow(part)
    other = part.after(2)
    if part.after(3) in _COUNTED or plural(part.after(3)):
        return True
    return other not in _OR_YEARS and not (other.isdigit() and len(other) == len(part.node("year").word))


def _is_sum(part: Parts) -> bool:
    """Whether so many make something up, as in "a crowd of 1800 mostly young": not "the convention of 1951"."""
    if part.before() != "of" or part.before(2) not in _GATHERED or not part.after()[:1].islower():
        return False
    return "a" in (part.before(3), part.before(4)) or "an" in (part.before(3), part.before(4))


def _people_follow(part: Parts) -> bool:
    """Whether people are counted, a word or two between: "employs 1850 full-time workers", not "the 1992 rebels"."""
    if part.before() in _BEFORE_YEARS:
        return False
    for steps in range(1, _LONGEST_COUNT):
        word = part.after(steps)
        if word in _PEOPLE:
            return True
        if (word != "-" and not word.isalpha()) or word in _OWNERS:
            return False
    return False


def is_people(before: str, after: str) -> bool:
    """Whether a nation or the like is counted: "about 2000 Kosovars"."""
    return before in ("about", "around", "than") and after[:1].isupper() and after[1:].islower() and after.endswith("s")


BEFORE_COUNTS = word_set("of about around circa for than")
_OWNERS = word_set("the a an this that its his her their our my your 's ’s whose and with by in on at from to for")
_BEFORE_YEARS = (YEAR_CUES | _OWNERS) - {"about", "around", "circa", "than"}
_LONGEST_COUNT = 5  # words and dashes
_OR_YEARS = word_set("later earlier before after thereabouts early late")


def is_divided(part: Parts, year: int) -> bool:
    """Whether a stroke stands beside the year that is none between two years: "1893/94", "1818/1819", "2004/5"."""
    if part.before() == "/":
        return part.before(2) != str(year - 1)
    following = part.after(2)
    return part.after() == "/" and following not in (str(year + 1), f"{(year + 1) % 100:02}", str((year + 1) % 10))


def is_code(part: Parts, year: int) -> bool:
    """Whether a number names one of many ("Flight 1549"), is half of one ("case 2024-1187") or a size ("2000-bed")."""
    if part.before() in _NUMBERED or (part.after() in ("-", "‐") and part.after(2) in _SIZED):
        return True
    first, last = part.before(2), part.after(2)
    behind = part.before() == "-" and len(first) == 4 and first.isdigit() and int(first) > year
    return behind or (part.after() == "-" and len(last) == 4 and last.isdigit() and int(last) < year)


def is_measured(part: Parts) -> bool:
    """Whether a number is a side of something ("2048 by 1080"), part of a code ("X3.4-1963") or a bound of counts."""
    before, after = part.before(), part.after()
    if "x" in (before, after) or "×" in (before, after):
        return True
    sized = len(part.before(2)) > 2 and part.before(3) not in ("to", "from")
    if (before == "by" and part.before(2).isdigit() and sized) or (after == "by" and part.after(2).isdigit()):
        return True
    if before in ("-", "–") and PAGES & {part.before(3), part.before(4)} and part.before(2).isdigit():
        return True
    if before == "-" and part.before(3) == "." and part.before(2).isdigit() and len(part.before(2)) < len("1963"):
        return True
    return before == "to" and part.before(2) == "up" and (plural(after) or plural(part.after(2)))


def is_address(part: Parts) -> bool:
    """Whether a street follows, as in "of 1909 Jolinda Drive", or the number goes on from others: "751-1909"."""
    if part.before() in ("-", "–") and len(part.before(2)) == _DIGITS_OF_EXCHANGE and part.before(2).isdigit():
        return True
    for steps in range(1, _LONGEST_STREET):
        word = part.after(steps)
        if steps > 1 and word in _STREETS:
            return True
        if not word[:1].isupper() and not word[:1].isdigit():
            return False
    return False


def is_model(part: Parts) -> bool:
    """Whether a name in capitals stands before a year that no report is of: "RTX 2060"."""
    name, year = part.written_before(), part.number("year")
    if not (name.isalpha() and name.isupper() and len(name) > 1) or 1800 <= year <= 2050:
        return False
    return name not in _ERAS and name.lower() not in YEAR_CUES


_DIGITS_OF_EXCHANGE, _LONGEST_STREET = 3, 5
_ERAS = ("AD", "CE", "BC", "BCE", "AH", "AM")
_STREETS = ("St", "Street", "Ave", "Avenue", "Road", "Rd", "Drive", "Dr", "Lane", "Boulevard", "Blvd", "Court", "Place")


_OF_A_YEAR = word_set("levels highs lows elections results earnings figures prices rates riots protests talks accords")


def plural(word: str) -> bool:
    """Whether a word looks like a noun in the plural that numbers before it count."""
    if word in _OF_A_YEAR:
        return False
    return word.islower() and word.endswith("s") and not word.endswith(_SINGULAR) and word not in _NO_NOUNS


_SINGULAR = ("ss", "us", "is")  # "a 2005 analysis", "the 1979 census"
_NO_NOUNS = word_set("news was has as its 's ’s")
PAGES = frozenset(("p", "pp", "no", "nos", "vol", "ll"))
