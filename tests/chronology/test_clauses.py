from __future__ import annotations

import pytest

from tests.chronology.marked import clause_texts, clauses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army attacked on [Monday|2018-10-29], and the rebels fled.",
            ["The army attacked on Monday", "and the rebels fled"],
        ),
        ("After IS took Mosul, the army collapsed.", ["After IS took Mosul", "the army collapsed"]),
        (
            "She said that troops from Iraq and Syria retreated.",
            ["She said", "that troops from Iraq and Syria retreated"],
        ),
        (
            "They took the town after heavy fighting, officials said.",
            ["They took the town after heavy fighting", "officials said"],
        ),
        ("Officials said troops captured the town.", ["Officials said", "troops captured the town"]),
        ("It fell in [May|2018-05]; nobody wept.", ["It fell in May", "nobody wept"]),
        ("A red sunset.", ["A red sunset"]),
        ("They won (Leeds had lost before) a cup.", ["They won", "Leeds had lost before"]),
    ],
)
def test_each_verb_has_its_clause(text, expected):
    assert clause_texts(text) == expected


def subjects(text: str) -> list[str]:
    read, found = clauses(text)
    return [read.span(*clause.subject) if clause.subject else "" for clause in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The troops, who arrived on [Monday|2018-10-29], were sent home.", ["The troops", "The troops"]),
        ("IS took Mosul and lost it again.", ["IS", "IS"]),
        ("On [Monday|2018-10-29], in Baghdad, the minister resigned.", ["the minister"]),
        ("In Cape Town, South Africa, the police arrested him.", ["the police"]),
        ("It began in [May|2018-05], and Ann, who led it, died.", ["It", "Ann", "Ann"]),
        (
            "IS withdrew, waited until the flag was raised and the guards had gone, and struck.",
            ["IS", "IS", "the flag", "the guards", "IS"],
        ),
    ],
)
def test_subjects_are_found_also_where_they_stand_in_another_clause(text, expected):
    assert subjects(text) == expected


def test_what_stands_ahead_of_a_leading_clause_belongs_to_the_main_clause():
    read, found = clauses("On [Monday|2018-10-29], after talks failed, the army attacked.")
    assert [read.span(clause.begin, clause.end) for clause in found] == ["after talks failed", "the army attacked"]
    assert read.span(*found[1].prefix) == "On Monday,"


def test_an_insertion_does_not_part_a_clause_from_its_head():
    read, found = clauses("It split, and from [1968|1968], when they were back, there were two governments.")
    assert read.span(*found[2].prefix) == "and from 1968"


def test_as_late_as_a_date_is_no_subject():
    read, found = clauses("As late as [2021|2021] the bank said that it was fine.")
    assert read.span(*found[0].subject) == "the bank"


def test_a_clause_behind_a_semicolon_has_its_own_subject():
    assert clause_texts("People live in the zone that was burned; then there were few.")[-1] == "then there were few"


def test_a_date_behind_a_semicolon_goes_to_the_clause_behind_an_aside():
    _, found = clauses("Sales slipped; in [July|2019-07], which was cool, they were down.")
    assert found[-1].prefix


def test_a_second_relative_refers_to_what_the_first_does():
    read, found = clauses("The film, which was shot in Malta and which won two prizes, opens.")
    assert [read.span(*clause.subject) for clause in found] == ["The film"] * 3
