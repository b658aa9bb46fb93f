from __future__ import annotations

import pytest

from tests.chronology.marked import clause_texts, sentence, told
from viewer.chronology.events_boundaries import find_boundary
from viewer.chronology.events_predicates import find_predicates


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("It fell and the army fled.", "and the army fled"),
        ("It fell, which the army denied.", "which the army denied"),
        ("He said that, after all, it fell.", "that, after all, it fell"),
        ("It took Mosul after the war, officials said.", "officials said"),
        ("It burned the town before Ann and Bob fled.", "before Ann and Bob fled"),
        ("He said Bob, a neighbour, had left.", "Bob, a neighbour, had left"),
        ("He said on [Monday|2018-10-29] troops had left.", "troops had left"),
        ("“We won,” said Ann.", "said Ann"),
        ("They won a cup (Leeds lost it before).", "Leeds lost it before)"),
        ("They (Leeds lost it before) won a cup.", "won a cup"),
        ("It ruled in [1991|1991]–[92|1992] and the army fled.", "and the army fled"),
    ],
)
def test_the_second_clause_begins_at_the_mark_that_parts_it(text, second):
    read = sentence(text)
    first, last = [found for found in find_predicates(read) if not found.reduced]
    assert read.span(find_boundary(read, first, last), len(read) - 1) == second


def test_a_pronoun_opens_the_main_clause_where_no_comma_does():
    assert clause_texts("When he died in [2020|2020] she took the shop.") == [
        "When he died in 2020",
        "she took the shop",
    ]
    assert clause_texts("As it rained in [May|2020-05] it flooded the town.") == [
        "As it rained in May",
        "it flooded the town",
    ]


def test_a_semicolon_between_dates_parts_clauses():
    assert clause_texts("It fell in [2016|2016]; [the same year|2016] a fire broke out.") == [
        "It fell in 2016",
        "the same year a fire broke out",
    ]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("It won in [1873|1873] and [five years later|1878] was named best.", "and five years later was named best"),
        ("It had none, and from [1942|1942] until the peace in [1945|1945] only chalk was made.", ", and from"),
    ],
)
def test_a_date_behind_and_opens_the_second_clause(text, second):
    assert clause_texts(text)[1].startswith(second.lstrip(", "))


def test_the_year_behind_a_date_opens_a_clause_that_shares_it():
    found = told("He died in [1912|1912], the year she was born.")
    assert found == [("1912", "reported", "He died"), ("1912", "reported", "she was born")]
