from __future__ import annotations

import pytest

from tests.chronology.marked import sentence
from viewer.chronology.events_comparisons import is_compared


def compared(marked: str) -> list[str]:
    read = sentence(marked)
    return [timex.text for token, timex in read.timexes.items() if is_compared(read, token, timex)]


@pytest.mark.parametrize(
    "marked",
    [
        "Sales rose to $5 million from $4 million [a year earlier|2017].",
        "It earned 65 cents a share, compared with a loss of 3 cents [a year ago|2017].",
        "Net sales were $14 million, down from $21 million in [2017|2017].",
        "It had 402 cases, up from 310 [a week earlier|2017-05-03].",
        "Costs were lower than [a year ago|2017].",
        "More people came than in [2017|2017].",
        "Output fell 5% from [2017|2017].",
        "Profit was $3 million against $2 million in the same months of [2017|2017].",
    ],
)
def test_a_date_of_what_is_compared_dates_nothing_else(marked):
    assert len(compared(marked)) == 1


@pytest.mark.parametrize(
    "marked",
    [
        "It withdrew 500 troops from 40 villages in [2017|2017].",
        "He won $5 million from the state in [2017|2017].",
        "Shares fell to $40 from $50 on [Monday|2018-10-29].",
        "They marched from [2017|2017] on.",
        "More than 40 people died in [2017|2017].",
        "The troops fought against the rebels in [2017|2017].",
        "[2017|2017] was dry.",
    ],
)
def test_other_dates_are_not_compared(marked):
    assert compared(marked) == []
