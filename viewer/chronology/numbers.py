"""Numbers in words: the first stage, so that later rules see one token for "twenty-five"."""

from __future__ import annotations

from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.vocabulary import NUMBERS, ORDINALS, SCALES, TENS, UNITS_PLURAL

BOOK = RuleBook()

_SMALL = "(TENS_WORD (DASH? NUMBER_WORD)? | NUMBER_WORD)"


def _value_of(words: list[str]) -> int | None:
    """The number that words such as "two hundred and five" spell, None where they spell none."""
    total, group = 0, 0
    for word in words:
        small = NUMBERS.get(word, TENS.get(word))
        if small is not None:
            group += small
        elif word == "hundred":
            group = max(group, 1) * 100
        elif word in SCALES:
            total, group = total + max(group, 1) * SCALES[word], 0
        elif word == "a":
            group = 1
    return total + group


@BOOK.rule(
    "year in words",
    "century:NUMBER_WORD (tens:TENS_WORD (DASH? unit:NUMBER_WORD)? | DASH? nought:('zero'|'oh') DASH? unit:NUMBER_WORD "
    "| teen:NUMBER_WORD)",
    kind="SPELLED_YEAR",
    examples={
        "nineteen ninety-six": "1996", "nineteen forty": "1940", "nineteen fourteen": "1914",
        "in nineteen oh five": "1905", "on September 10, nineteen zero one": "1901-09-10",
    },
    stage=0,
)  # fmt: skip
def year_in_words(part: Parts) -> int | None:
    """A year said in two pairs of digits, from 1100 on."""
    century = NUMBERS[part.word("century")]
    if "tens" in part:
        unit = NUMBERS[part.word("unit")] if "unit" in part else 0
        rest = TENS[part.word("tens")] + unit if unit < 10 else 0
    elif "nought" in part:
        unit = NUMBERS[part.word("unit")]
        return century * 100 + unit if 11 <= century <= 19 and 1 <= unit <= 9 else None
    else:
        rest = NUMBERS[part.word("teen")]
    return century * 100 + rest if 11 <= century <= 19 and rest >= 10 else None


@BOOK.rule(
    "year two thousand and so on",
    "'two' 'thousand' ('and'? (TENS_WORD (DASH? NUMBER_WORD)? | NUMBER_WORD))? | 'twenty' (NUMBER_WORD | "
    "TENS_WORD (DASH? NUMBER_WORD)?)",
    kind="SPELLED_YEAR",
    examples={"the year two thousand": "2000", "in twenty sixteen": "2016", "two thousand years": "P2000Y"},
    stage=0,
)
def year_after_two_thousand(part: Parts) -> int | None:
    """A year from 2000 to 2099 in words; "two thousand years" is a length."""
    if part.after() in UNITS_PLURAL:
        return None
    words = [word for word in part.all_words() if word not in ("-", "and")]
    if words[0] == "two":
        return _value_of(words)
    rest = sum(NUMBERS.get(word, TENS.get(word, 0)) for word in words[1:])
    if rest < 10 or (len(words) == 3 and NUMBERS.get(words[2], 10) >= 10):
        return None
    return 2000 + rest


@BOOK.rule(
    "number in words",
    f"({_SMALL} | 'a' (?=SCALE_WORD)) (DASH? SCALE_WORD ('and'? {_SMALL})?)*",
    kind="CARDINAL",
    examples={
        "twenty-five years": "P25Y", "a hundred years": "P100Y", "two hundred and ten days": "P210D",
        "Sunday, January twenty one two thousand and eighteen": "2018-01-21",
    },
    stage=0,
)  # fmt: skip
def number_in_words(part: Parts) -> int | None:
    """A whole number in words."""
    words = [word for word in part.all_words() if word not in ("-", "–", "—")]
    if "and" in words and not {"hundred", "thousand", "million"} & set(words):
        return None
    kinds = ["t" if word in TENS else "n" for word in words if word in NUMBERS or word in TENS]
    if not {"hundred", "thousand", "million"} & set(words) and "".join(kinds) not in ("n", "t", "tn"):
        return None
    return _value_of(words)


@BOOK.rule(
    "unit and tens the old way",
    "(unit:NUMBER_WORD 'and' tens:TENS_WORD | tens:TENS_WORD 'and' unit:NUMBER_WORD) (?=UNITS)",
    kind="CARDINAL",
    examples={"four and twenty hours": "PT24H", "twenty and four hours": "PT24H"},
    stage=0,
)
def old_number(part: Parts) -> int | None:
    """As in "four and twenty"; "between five and twenty days" are two numbers."""
    unit = NUMBERS[part.word("unit")]
    return TENS[part.word("tens")] + unit if 0 < unit < 10 and part.before() not in ("between", "or", "of") else None


@BOOK.rule(
    "half a dozen",
    "'half' DASH? ('a' DASH?)? 'dozen' (?=UNITS)",
    kind="CARDINAL",
    examples={"half a dozen years": "P6Y", "over the next half-dozen weeks": "P6W"},
    stage=0,
)
def half_a_dozen(part: Parts) -> int:
    """Six."""
    del part
    return 6


@BOOK.rule(
    "digits and scale",
    "number:(NUMERAL|DAY_NUMBER|DECIMAL) scale:SCALE_WORD",
    kind="CARDINAL",
    examples={"10 thousand years": "P10000Y"},
    stage=0,
)
def digits_and_scale(part: Parts) -> int | None:
    """A number such as "65 million"."""
    node = part.node("number")
    base = node.value if isinstance(node.value, int) else float(node.word) if node.word.count(".") == 1 else None
    return None if base is None else round(base * SCALES[part.word("scale")])


@BOOK.rule(
    "ordinal in words",
    "tens:TENS_WORD DASH? unit:ORDINAL_WORD",
    kind="COMPOUND_ORDINAL",
    examples={"the twenty-first century": "20", "May twenty-second": "2018-05-22"},
    stage=0,
)
def ordinal_in_words(part: Parts) -> int | None:
    """An ordinal above twenty."""
    unit = ORDINALS[part.word("unit")]
    return TENS[part.word("tens")] + unit if unit < 10 else None
