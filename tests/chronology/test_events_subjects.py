from __future__ import annotations

import pytest

from tests.chronology.marked import told


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("Its goods, including a villa that he bought in [2016|2016], are gone.", "he bought a villa"),
        ("The reasons that he gave in [May|2018-05] are gone.", "he gave the reasons"),
        ("They refused it in a letter, which a paper published on [Friday|2026-04-17].", "a paper published a letter"),
        ("The house that he lived in in [2016|2016] is gone.", "he lived in the house"),
        ("The deal that it refused to sign in [May|2018-05] is dead.", "it refused to sign the deal"),
        ("He told all that the army would come in [May|2018-05].", "the army would come"),
    ],
)
def test_the_object_of_a_relative_stands_behind_its_verb(marked, label):
    assert label in [label for _, _, label in told(marked)]


def test_whose_names_the_owner():
    labels = [label for _, _, label in told("The union, whose contract ends in [May|2024-05], wants more.")]
    assert labels == ["The union's contract ends"]


def test_a_clause_behind_a_free_relative_has_it_for_a_subject():
    found = told("What was left was done in a hurry in [May|2017-05].")
    assert [label for _, _, label in found] == ["What was left was done in a hurry"]


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("Its head, Ann Lee, who came in [2013|2013], will stay.", "Its head, Ann Lee, came"),
        ("The son of the mayor, who fled in [2013|2013], is back.", "The son of the mayor, who fled"),
        ("A book on the dam that he built in [2013|2013] is out.", "A book on the dam that he built"),
        ("The son of a mayor, whose house fell in [2013|2013], is back.", "The son of a mayor, whose house fell"),
    ],
)
def test_a_relative_that_may_mean_another_noun_stays_as_it_is(marked, label):
    assert told(marked)[0][2] == label


def test_what_somebody_did_not_do_takes_no_object():
    found = told("They row all year, which they did not do before [2013|2013].")
    assert [label for _, _, label in found if label.startswith("they did not do they")] == []


def test_a_second_that_clause_of_speech_takes_no_object():
    found = told("They say that it helped to find him, and that the work was delayed in [May|2019-05] by rain.")
    assert [label for _, _, label in found] == ["the work was delayed by rain"]


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("He set up the second for Ann Lee, who came in [2010|2010].", "Ann Lee came"),
        ("He is the mayor of Leeds, who came in [2010|2010].", "the mayor of Leeds, who came"),
        (
            "In [1853|1853] Ann saw it, and [the next year|1854] a boat, finding none, left it.",
            "a boat, finding none, left it",
        ),
        ("Two men of a home where 23 people died were jailed in [May|2018-05].", "Two men of a home were jailed"),
        ("Her set, which won when it was seen in [2012|2012], is grey.", "it was seen"),
        ("She sat, and from [1861|1861] to [1863|1863] nursed them.", "She nursed them"),
        ("It is rubble, a view that was doubted in [2016|2016].", "a view was doubted"),
        ("Founded in [1921|1921] by two demobbed men, Hull & Co rose.", "Hull & Co was founded by two demobbed men"),
        ("It was laughed at in [May|2018-05].", "It was laughed at"),
        ("It hoped to be carried through in [May|2018-05].", "It hoped to be carried through"),
        ("It went in [2010|2010] and swung past A in [2011|2011] and past B in [2012|2012].", "It swung past B"),
        ("It was not until [14 January|2013-01-14] that the first doses came.", "the first doses came"),
    ],
)
def test_the_subject_is_the_noun_of_the_clause(marked, label):
    assert label in [label for _, _, label in told(marked)]
