from __future__ import annotations

from tests.chronology.marked import events


def test_figures_and_sources_come_with_the_event():
    (event,) = events("NBC News reported between 6,000 and 10,000 soldiers and up to 20,000 fighters.")[:1] or [None]
    assert event.sources == ("NBC News",)
    assert event.figures == ("between 6,000 and 10,000 soldiers", "up to 20,000 fighters")


def test_numbers_of_the_date_are_no_figures_of_the_event():
    (event,) = events("On [3 May 2011|2011-05-03] it lost 40 men.")
    assert event.figures == ("40 men",)


def test_a_subject_from_another_clause_stands_in_the_label():
    labels = [event.label for event in events("IS took Mosul in [2014|2014], and lost it in [2017|2017].")]
    assert labels == ["IS took Mosul", "IS lost it"]


def test_one_more_participle_keeps_the_auxiliary_of_the_first():
    labels = [event.label for event in events("He was arrested in [May|2018-05] and charged in [June|2018-06].")]
    assert labels == ["He was arrested", "He was charged"]


def test_the_passage_of_a_relative_begins_with_its_noun():
    text = "The drought that began in 2021 emptied two reservoirs, and many died in 2022."
    drought, deaths = events(text.replace("2021", "[2021|2021]").replace("2022", "[2022|2022]"))
    assert text[drought.begin : drought.end] == "The drought that began in 2021"
    assert text[deaths.begin : deaths.end] == "and many died in 2022"


def test_a_relative_with_a_long_antecedent_keeps_its_pronoun():
    (event,) = events("It has an agreement on the town of Manbij, which was reached in [June|2018-06].")
    assert event.label == "an agreement on the town of Manbij, which was reached"


def test_the_object_of_a_relative_is_named():
    labels = [event.label for event in events("It is inside the record that she set in [2016|2016].")]
    assert labels == ["the record that she set"]


def test_a_label_that_is_too_long_begins_with_its_subject():
    (event,) = events(
        "Facing them on the other side, Syrian troops backed by Russia cleared the group from the west bank of the "
        "river and from its islands in [2017|2017]."
    )
    assert event.label.startswith("Syrian troops backed by Russia cleared the group")
    assert event.label.endswith("…")
