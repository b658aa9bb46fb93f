from __future__ import annotations

import pytest

from viewer.chronology.figures import find_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Between 6,000 and 10,000 Iraqi soldiers and up to 20,000 Hashd fighters were deployed",
            ("Between 6,000 and 10,000 Iraqi soldiers", "up to 20,000 Hashd fighters"),
        ),
        ("some 2,000 of the group's fighters are there", ("some 2,000 of the group's fighters",)),
        ("five or six kilometres away", ("five or six kilometres",)),
        ("shares rose 3.5 per cent", ("3.5 per cent",)),
        ("a loss of $2.4 billion in cash", ("$2.4 billion",)),
        ("at least a dozen people died", ("at least a dozen people",)),
        ("hundreds of thousands of people fled", ("hundreds of thousands of people",)),
        ("it raised $340,000", ("$340,000",)),
        ("“Hundreds of people”, he said, and (two soldiers)", ("Hundreds of people", "two soldiers")),
    ],
)
def test_figures_come_with_their_bounds_and_what_they_count(text, figures):
    assert find_figures(text) == figures


@pytest.mark.parametrize(
    "text",
    ["one of them left", "Flight 418 took off", "Resolution 2254 was passed", "the M23 attacked", "no number at all"],
)
def test_names_and_bare_words_are_no_figures(text):
    assert find_figures(text) == ()


def test_numbers_of_a_date_are_no_figures():
    assert find_figures("On 3 May 2011 it lost 40 men", [(3, 13)]) == ("40 men",)


def test_a_row_of_numbers_is_cut():
    assert len(find_figures(", ".join(f"{number} men" for number in range(10, 60)))) == 8


def test_a_date_behind_a_figure_is_not_counted():
    assert find_figures("It fell 508 points yesterday", [(19, 28)]) == ("508 points",)
    assert find_figures("after ten long months", [(15, 21)]) == ("ten long months",)


def test_what_the_counted_did_is_no_part_of_the_figure():
    assert find_figures("when more than 1,000 died") == ("more than 1,000",)
    assert find_figures("230,000 men laid down their arms") == ("230,000 men",)
