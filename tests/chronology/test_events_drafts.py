from __future__ import annotations

from tests.chronology.marked import events, told


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
    assert labels == ["she set the record"]


def test_a_label_that_is_too_long_begins_with_its_subject():
    (event,) = events(
        "Facing them on the other side, Syrian troops backed by Russia cleared the group from the west bank of the "
        "river and from its islands in [2017|2017]."
    )
    assert event.label.startswith("Syrian troops backed by Russia cleared the group")
    assert event.label.endswith("…")


def labels(marked: str) -> list[str]:
    return [label for _, _, label in told(marked)]


def test_a_label_that_is_too_long_ends_before_a_later_clause_or_a_participle():
    assert labels(
        "She sold her shares in the restaurant to her daughter in [2012|2012], but kept coming in every morning "
        "to taste the stock."
    ) == ["She sold her shares in the restaurant to her daughter"]
    assert labels(
        "Ardmore Rovers won the Northern Cup for the first time in decades on [Saturday|2019-05-18], beating the "
        "holders after extra time."
    ) == ["Ardmore Rovers won the Northern Cup for the first time in decades"]


def test_a_relative_that_is_cut_off_leaves_an_ellipsis():
    (label,) = labels(
        "On [Monday|2019-05-20] the museum gave back a painting by Jan Sib that had been taken from a family in the "
        "town of Antwerp."
    )
    assert label == "the museum gave back a painting by Jan Sib…"


def test_an_adverb_before_the_verb_stays_with_it():
    assert labels("Rovers, who almost went bankrupt in [2014|2014], won.")[0] == "Rovers almost went bankrupt"


def test_a_name_beside_a_subject_keeps_both_commas():
    assert labels("The head, Ann Lee, who has led it, will stay until [2026|2026].") == ["The head, Ann Lee, will stay"]
    assert labels("Ann Lee, the cook who fed a town, died in [2023|2023].") == ["Ann Lee, the cook, died"]


def test_what_hangs_on_the_speaker_keeps_its_subject():
    assert labels("“It is so,” said manager Ann Lee, who took charge in [October|2018-10].") == [
        "manager Ann Lee took charge"
    ]


def test_a_participle_that_is_told_apart_is_left_out():
    assert labels("The deal, announced in [May|2024-05], was cleared in [June|2024-06].") == [
        "The deal was announced",
        "The deal was cleared",
    ]


def test_a_condition_is_told_with_what_depends_on_it():
    assert labels("If no deal is reached by [May|2022-05], the president has to call a vote.") == [
        "If no deal is reached, the president has to call a vote"
    ]
    assert labels("They will strike in Rome if no deal is reached by [May|2022-05].") == [
        "They will strike in Rome if no deal is reached"
    ]


def test_a_participle_of_the_subject_is_left_out_of_its_second_verb_too():
    assert labels(
        "The deal, announced in [May|2024-05], was cleared in [June|2024-06] and closed in [July|2024-07]."
    ) == [
        "The deal was announced",
        "The deal was cleared",
        "The deal was closed",
    ]
