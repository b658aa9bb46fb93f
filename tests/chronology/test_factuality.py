from __future__ import annotations

import pytest

from tests.chronology.marked import events, told


def factuality(marked: str) -> list[str]:
    return [kind for _, kind, _ in told(marked)]


@pytest.mark.parametrize(
    "marked",
    [
        "The army took the town on [Monday|2018-10-29].",
        "The school did not reopen until [Monday|2018-10-29].",
        "In [1919|1919] he would later marry a dancer.",
        "In [1950|1950] Iraq set up a board to spend the money.",
        "They agreed on [Monday|2018-10-29] to meet.",
        "The court denied the motion on [Monday|2018-10-29].",
        "No fewer than 30 villages were lost in [May|2018-05].",
        "Workers voted on [Monday|2018-10-29] to strike unless the plan is withdrawn.",
    ],
)
def test_plain_facts_are_reported(marked):
    assert factuality(marked) == ["reported"]


def test_a_condition_behind_and_is_that_of_the_next_clause():
    marked = "They hope to start in [May|2018-12], and if it rains, they could stop in [June|2019-06]."
    assert factuality(marked) == ["planned", "conditional"]


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("He would have stayed had he known in [May|2013-05].", "had he known"),
        ("He said that had Ann Lee owned up in [2004|2004] she might have won.", "had Ann Lee owned up"),
    ],
)
def test_an_inverted_condition_stands_inside_a_sentence_too(marked, label):
    assert [(kind, words) for _, kind, words in told(marked)] == [("conditional", label)]


@pytest.mark.parametrize(
    "marked",
    [
        "The army did not take the town on [Monday|2018-10-29].",
        "No soldier was hurt on [Monday|2018-10-29].",
        "She failed to reach the coast in [May|2018-05].",
        "The ministry denied on [Monday|2018-10-29] that it had known.",
        "They took no prisoners in [May|2018-05].",
        "He does not think that the town fell on [Monday|2018-10-29].",
    ],
)
def test_what_was_not_is_negated(marked):
    assert factuality(marked) == ["negated"]


@pytest.mark.parametrize(
    "marked",
    [
        "If the talks fail on [Monday|2018-11-05], he leaves.",
        "The bank could close in [May|2019-05].",
        "Should the talks fail in [May|2019-05], he leaves.",
        "It may rain on [Monday|2018-11-05].",
        "Had the fleet come in [April|1453-04], the end would have been put off.",
        "It might not survive in [May|2018-05].",
        "Did it fall on [Monday|2018-10-29]?",
    ],
)
def test_conditions_and_possibilities_are_conditional(marked):
    assert factuality(marked) == ["conditional"]


@pytest.mark.parametrize(
    "marked",
    [
        "The troops will leave on [Monday|2018-11-05].",
        "Baghdad and Damascus said in [mid-October|2018-10] that they hoped to revive trade.",
        "The talks are expected to resume on [Monday|2018-11-05].",
        "The trial is due on [Monday|2018-11-05].",
        "They agreed to meet on [Monday|2018-11-05].",
        "The minister said on [Monday|2018-10-29] that troops would leave.",
    ],
)
def test_hopes_and_plans_are_planned_and_never_reported(marked):
    assert factuality(marked) == ["planned"]


@pytest.mark.parametrize(
    "marked",
    [
        "The army said on [Monday|2018-10-29] that it had taken the town.",
        "The town fell on [Monday|2018-10-29], officials said.",
        "The town was reportedly taken on [Monday|2018-10-29].",
        "The town is believed to have fallen on [Monday|2018-10-29].",
        "According to the army, the town fell on [Monday|2018-10-29].",
    ],
)
def test_what_somebody_says_is_attributed(marked):
    assert factuality(marked) == ["attributed"]


def test_the_cue_furthest_from_a_fact_wins():
    assert factuality("The army said on [Monday|2018-10-29] that it had not attacked.") == ["negated"]


def test_what_is_set_for_a_date_is_planned():
    assert factuality("Their independence was set for [1991|1991].") == ["planned"]
    assert factuality("The house was set on fire in [1991|1991].") == ["reported"]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("If no deal is reached by [Monday|2018-10-29], they will strike.", "conditional"),
        ("Even if a treaty is signed in [2024|2024], it will be weak.", "conditional"),
        ("A convoy had been expected on [Monday|2018-10-29] but did not arrive.", "negated"),
        ("A court ordered it to do so in [May|2018-05].", "reported"),
        ("They claimed to have returned on [Monday|2018-10-29].", "attributed"),
    ],
)
def test_conditions_foiled_plans_and_claims(marked, kind):
    assert told(marked)[0][1] == kind


def test_who_claims_is_named():
    (event,) = events("The rebels claimed to have returned on [Monday|2018-10-29].")
    assert event.sources == ("rebels",)


def test_who_tried_did_so_and_what_is_provided_is_a_condition():
    assert told("They tried to buy it in [2011|2011].")[0][1] == "reported"
    found = told("It will start, provided that the council agrees in [May|2018-05].")
    assert [kind for _, kind, _ in found] == ["conditional"]


@pytest.mark.parametrize(
    "marked",
    [
        "The fly-by, foreseen for [May|2019-05], had to be dropped.",
        "A vote is foreseen for [May|2019-05].",
        "The trial was adjourned until [May|2019-05].",
        "Its opening, postponed until [May|2019-05], is near.",
    ],
)
def test_what_is_put_off_is_planned(marked):
    assert factuality(marked) == ["planned"]


def test_what_the_subject_was_is_not_what_it_did_not_do():
    marked = "Hull, champions in [2015|2015], have not won since [2017|2017]."
    assert factuality(marked) == ["reported", "negated"]
