from __future__ import annotations

from tests.chronology.marked import attributions, clauses, told
from viewer.chronology.events_dates import find_datings
from viewer.chronology.events_reading import Reading, clause_of_when, content_clauses, last_clause_of, sharing_the_date


def read(marked: str) -> Reading:
    sentence, found = clauses(marked)
    return Reading(sentence, found, attributions(marked)[1], find_datings(sentence))


def test_later_verbs_of_a_subject_belong_to_its_first():
    assert last_clause_of(read("IS took Mosul, held it and lost it."), 0) == 2


def test_a_clause_with_its_own_subject_ends_the_event():
    assert last_clause_of(read("IS took Mosul, and the army fled."), 0) == 0


def test_what_is_said_is_known_by_its_clauses():
    reading = read("The army said that it had won and that the war was over.")
    assert content_clauses(reading, reading.attributions[0]) == [1, 2]


def test_only_a_leading_date_is_shared():
    leading, trailing = read("In [May|2018-05] Ann fell and Bob rose."), read("Ann fell in [May|2018-05] and Bob rose.")
    assert sharing_the_date(leading, 0, leading.datings[0]) == 1
    assert sharing_the_date(trailing, 0, trailing.datings[0]) is None


def test_when_takes_the_date_right_in_front_of_it():
    reading = read("It closed in [1988|1988], when a bridge fell.")
    assert clause_of_when(reading, reading.datings[0]) == 1


def test_what_leads_to_a_later_verb_is_no_end_of_a_label():
    found = told("They opened a gate on [Friday|2024-02-09] after a crack that was found grew.")
    assert [label for _, _, label in found] == ["They opened a gate"]


def test_a_clause_that_means_nothing_alone_is_left_out():
    found = told("He began in [March|2014-03], when he owed a bank, and stopped only when Bob Ray left.")
    assert [label for _, _, label in found] == ["He began", "he owed a bank"]


def test_a_second_that_is_told_by_itself():
    found = told("Police said that the hill fell at [9 a.m.|2018-12-06] and that 17 men had died.")
    assert found[0] == ("2018-12-06", "attributed", "the hill fell")
