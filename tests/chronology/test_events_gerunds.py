from __future__ import annotations

import pytest

from tests.chronology.marked import told


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "She moved to Rome in [1950|1950] after leaving the stage in [1948|1948].",
            [
                ("1950", "reported", "She moved to Rome after leaving the stage in 1948"),
                ("1948", "reported", "leaving the stage"),
            ],
        ),
        ("After retiring in [1990|1990] he kept bees.", [("1990", "reported", "retiring")]),
        ("He was jailed for stealing a car in [1948|1948].", [("1948", "reported", "stealing a car")]),
        (
            "He will rest in Rome before flying home on [Friday|2018-11-09].",
            [("2018-11-09", "planned", "flying home")],
        ),
        (
            "She said that he left after losing a vote in [May|2018-05].",
            [("2018-05", "attributed", "losing a vote")],
        ),
    ],
)
def test_a_gerund_is_an_event_of_its_own(marked, expected):
    assert told(marked) == expected


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("He stood for mayor, having left the army in [1948|1948].", "He had left the army"),
        ("Having lost an order in [2011|2011], the firm closed.", "the firm had lost an order"),
        (
            "He did not see it, having been killed before Hull on [2 May 1618|1618-05-02].",
            "He had been killed before Hull",
        ),
        ("It closed after being sold in [1948|1948] to a bank.", "It was sold to a bank"),
        ("Lee, having served until [1918|../1918], went home.", "Lee had served"),
    ],
)
def test_having_and_being_become_a_sentence(marked, label):
    assert [(kind, words) for _, kind, words in told(marked)] == [("reported", label)]


@pytest.mark.parametrize(
    "marked",
    [
        "It was built for shipping in [1950|1950] and sold.",
        "He kept a meeting going, then left in [1950|1950].",
    ],
)
def test_other_words_in_ing_leave_the_date_to_the_clause(marked):
    assert not any(label.endswith("ing") for _, _, label in told(marked))
