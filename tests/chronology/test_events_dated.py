from __future__ import annotations

from tests.chronology.marked import events, told


def test_each_date_of_a_sentence_makes_its_own_event():
    assert told("The army attacked on [Monday|2018-10-29], and the rebels fled on [Tuesday|2018-10-30].") == [
        ("2018-10-29", "reported", "The army attacked"),
        ("2018-10-30", "reported", "the rebels fled"),
    ]


def test_dates_of_one_verb_share_it():
    assert told("IS lost Mosul in [July|2017-07], Raqqa in [October|2017-10] and Rawa in [November|2017-11].") == [
        ("2017-07", "reported", "IS lost Mosul"),
        ("2017-10", "reported", "IS lost Raqqa"),
        ("2017-11", "reported", "IS lost Rawa"),
    ]


def test_a_colon_opens_a_list_of_dated_things():
    labels = [
        label for _, _, label in told("It went in a hurry: Tal Afar in [August|2017-08], Hawija in [October|2017-10].")
    ]
    assert labels == ["It went in a hurry: Tal Afar", "It went in a hurry: Hawija"]


def test_dates_that_lead_take_what_follows_them():
    found = told("In [1990|1990] it closed the border, and in [1991|1991] the pipeline.")
    assert [(when, label) for when, _, label in found] == [
        ("1990", "it closed the border"),
        ("1991", "it closed the pipeline"),
    ]


def test_a_leading_date_holds_for_the_next_clause_too():
    assert told("On [3 May|2018-05-03] the army took one town and the police took the other.") == [
        ("2018-05-03", "reported", "the army took one town"),
        ("2018-05-03", "reported", "the police took the other"),
    ]


def test_the_date_of_saying_dates_what_is_said():
    (event,) = events("The SDF said on [Thursday|2018-11-01] that it had halted its fight.")
    assert (event.dating.edtf, event.sources) == ("2018-11-01", ("SDF",))


def test_what_is_said_keeps_a_date_of_its_own():
    assert told("Police said on [Thursday|2018-11-01] that he was arrested on [Monday|2018-10-29].") == [
        ("2018-10-29", "attributed", "he was arrested")
    ]


def test_an_aside_with_a_date_leaves_the_date_of_saying_to_what_is_said():
    found = told(
        "The firm said on [Thursday|2018-11-01] that it had stopped after men fell ill on [Monday|2018-10-29]."
    )
    assert [(when, kind) for when, kind, _ in found] == [("2018-11-01", "attributed"), ("2018-10-29", "attributed")]


def test_an_announcement_with_a_dated_content_is_an_event_besides():
    assert [
        when for when, _, _ in told("They announced on [Monday|2018-10-29] that it would open on [Friday|2018-11-02].")
    ] == [
        "2018-10-29",
        "2018-11-02",
    ]


def test_both_things_that_are_said_have_the_date():
    found = told("He said on [Monday|2018-10-29] that the war was won and that troops would leave.")
    assert [(when, kind) for when, kind, _ in found] == [("2018-10-29", "attributed"), ("2018-10-29", "planned")]


def test_a_clause_of_when_happened_then():
    assert told("The road was last closed in [1988|1988], when a bridge fell.") == [
        ("1988", "reported", "The road was last closed"),
        ("1988", "reported", "a bridge fell"),
    ]


def test_a_participle_behind_a_comma_has_its_own_date():
    assert told("They took that bank [last year|2017], ending with Bukamal in [November|2017-11].") == [
        ("2017", "reported", "They took that bank"),
        ("2017-11", "reported", "ending with Bukamal"),
    ]


def test_the_only_event_of_a_sentence_has_the_sentence_as_its_passage():
    (event,) = events("On [Monday|2018-10-29], he said, the army left.")
    assert (event.begin, event.end) == (0, len("On Monday, he said, the army left."))


def test_passages_of_two_events_do_not_overlap():
    first, second = events("The army attacked on [Monday|2018-10-29], and the rebels fled on [Tuesday|2018-10-30].")
    assert first.end <= second.begin


def test_names_in_a_row_take_the_place_of_the_subject_where_the_verb_has_no_object():
    marked = "Ramadi came back in [2015|2015], Rutba, on the road, in [May|2016-05], Falluja in [June|2016-06]."
    assert [(when, label) for when, _, label in told(marked)] == [
        ("2015", "Ramadi came back"),
        ("2016-05", "Rutba came back"),
        ("2016-06", "Falluja came back"),
    ]


def test_a_clause_that_only_tells_the_time_is_no_event():
    assert told("It was the afternoon of [5 May|2018-05-05].") == []
    assert [label for _, _, label in told("IS lost it on [5 May|2018-05-05].")] == ["IS lost it"]


def test_a_relative_of_the_subject_is_not_what_is_said():
    found = told("A lake that lay under ice for ages contains life, a team reported on [Wednesday|2025-09-03].")
    assert found == [("2025-09-03", "attributed", "A lake contains life")]


def test_an_act_of_speech_is_told_with_what_was_said():
    found = told("The bank forecast in [May|2021-05] that prices would fall in [2022|2022].")
    assert found[0] == ("2021-05", "reported", "The bank forecast that prices would fall in 2022")


def test_a_clause_of_pronouns_and_auxiliaries_tells_nothing():
    assert told("It has to do so on [Monday|2018-10-29].") == []


def test_an_until_beside_a_date_tells_no_event_of_its_own():
    assert told("In [January|2017-01] it extended his contract until [2020|2020].") == [
        ("2017-01", "reported", "it extended his contract until 2020")
    ]


def test_what_was_promised_ahead_of_the_speaker_is_told_with_the_promise():
    found = told("Schools should reopen in [May|2016-05], the ministry promised on [Monday|2016-04-11].")
    assert [label for _, _, label in found] == [
        "Schools should reopen",
        "Schools should reopen in May, the ministry promised",
    ]
