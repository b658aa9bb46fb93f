"""Makes libraries of any size: Markdown articles with words as unevenly used as in English, names, dates and links.

The same numbers give the same files. ``python -m tests.bench.generate FOLDER COUNT`` writes one by hand.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

VOCABULARY = 20_000
PARAGRAPHS = range(5, 14)  # of some 58 words each: 290 to 750 words
ARTICLES_IN_A_STORY = 8
ARTICLES_IN_A_FOLDER = 1000

_ONSETS = tuple("b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t th tr v w".split())  # noqa: SIM905
_VOWELS = tuple("a e i o u ai ea ee ia ou".split())  # noqa: SIM905
_CODAS = ("", "", "", "l", "m", "n", "nd", "r", "rd", "s", "st", "t", "ck", "ng")
_FIRST_DAY = date(2009, 1, 1)
_DAYS = 6000
_PHRASES = (
    "on {weekday}",
    "on {day} {month} {year}",
    "in {month} {year}",
    "last year",
    "in late {year}",
    "on {month} {day}",
    "for weeks",
    "{few} days later",
    "in mid-{month}",
)
_VERBS = tuple("said announced took reopened denied attacked signed reported closed suspended".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Plan:
    """What a generated library is made of."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    names: tuple[str, ...]
    sections: tuple[str, ...]


def plan(seed: int = 7) -> Plan:
    """The words, names and sections of a library; word number n is used in proportion to 1/n (Zipf)."""
    chance = random.Random(seed)
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words[_word(chance)] = None
    names = tuple(" ".join(_word(chance).capitalize() for _ in range(chance.choice((1, 2, 2)))) for _ in range(3000))
    weights = tuple(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    return Plan(tuple(words), weights, names, ("World", "War", "Economy", "Culture", "Science"))


def generate(folder: Path, count: int, seed: int = 7) -> None:
    """Write ``count`` articles below ``folder``, a thousand to a sub-folder."""
    made = plan(seed)
    for number in range(count):
        place = folder / f"{number // ARTICLES_IN_A_FOLDER:03}"
        if number % ARTICLES_IN_A_FOLDER == 0:
            place.mkdir(parents=True, exist_ok=True)
        (place / f"article-{number:06}.md").write_text(article(made, number), encoding="utf-8")


def article(made: Plan, number: int) -> str:
    """The text of article ``number``: front matter, a heading or two, paragraphs, a link to one of the same story."""
    chance = random.Random(number)
    story = random.Random(f"story {number // ARTICLES_IN_A_STORY}")
    names = story.sample(made.names, 5)
    subjects = story.sample(made.words[500:], 12)
    published = _FIRST_DAY + timedelta(days=story.randrange(_DAYS) + 3 * (number % ARTICLES_IN_A_STORY))
    title = f"{names[0]} {chance.choice(_VERBS)} {chance.choice(subjects)} {names[1]}"
    paragraphs = [_paragraph(chance, made, names, subjects, published) for _ in range(chance.choice(PARAGRAPHS))]
    paragraphs.insert(len(paragraphs) // 2, f"## {chance.choice(subjects).capitalize()}")
    if number % ARTICLES_IN_A_STORY:
        paragraphs.append(f"Read also: [an earlier report](article-{number - 1:06}.md).")
    head = "\n".join(
        (
            f'title: "{title}"',
            f"published: {published}",
            f'author:\n  - "[[{chance.choice(made.names)}]]"',
            f"section: {chance.choice(made.sections)}",
            f"tags: [{names[2].lower().replace(' ', '-')}, generated]",
            f"source: https://news.example/{number}",
        )
    )
    return f"---\n{head}\n---\n\n" + "\n\n".join(paragraphs) + "\n"


def _paragraph(chance: random.Random, made: Plan, names: list[str], subjects: list[str], published: date) -> str:
    return " ".join(_sentence(chance, made, names, subjects, published) for _ in range(4))


def _sentence(chance: random.Random, made: Plan, names: list[str], subjects: list[str], published: date) -> str:
    words = chance.choices(made.words, cum_weights=made.weights, k=10)
    words.insert(chance.randrange(8), chance.choice(subjects))
    start = f"{chance.choice(names)} {chance.choice(_VERBS)}"
    when = chance.choice(_PHRASES) if chance.random() < 0.4 else ""
    day = published - timedelta(days=chance.randrange(400))
    few = chance.choice(("two", "three"))
    dated = when.format(weekday=f"{day:%A}", day=day.day, month=f"{day:%B}", year=day.year, few=few)
    return f"{start} {' '.join(words)} {dated}".rstrip() + "."


def _word(chance: random.Random) -> str:
    syllables = range(chance.choice((1, 2, 2, 3)))
    return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in syllables)


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]))
