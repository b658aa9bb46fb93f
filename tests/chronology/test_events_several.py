from __future__ import annotations

import pytest

from tests.chronology.marked import told


@pytest.mark.parametrize(
    ("marked", "labels"),
    [
        (
            "It was closed in the war, from [1940|1940] to [1945|1945], and for weeks in [1987|1987], when ice came.",
            ["It was closed in the war", "It was closed for weeks", "ice came"],
        ),
        (
            "It raised its rate in [May|2022-05], [a month after|P1M] another, and then ten times until [2023|2023].",
            ["It raised its rate", "It raised its rate then ten times"],
        ),
        (
            "The rest went in a hurry: one in [May|2017-05], one in [June|2017-06].",
            ["The rest went in a hurry: one", "The rest went in a hurry: one"],
        ),
        (
            "In [1990|1990] it closed the border, and in [1991|1991] the pipeline.",
            ["it closed the border", "it closed the pipeline"],
        ),
    ],
)
def test_each_date_has_its_piece_of_the_clause(marked, labels):
    assert [label for _, _, label in told(marked)] == labels


def test_a_second_subject_takes_the_verb_of_the_first():
    found = told("The first round was held on [7 April|2022-04-07] and the second on [24 April|2022-04-24].")
    assert [label for _, _, label in found] == ["The first round was held", "the second was held"]
