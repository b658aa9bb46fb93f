"""What histories are read by must not touch news: old years beside news, counts that look like early years."""

from __future__ import annotations

import re
from calendar import isleap

import pytest

from tests.chronology.examples import PUBLISHED, values
from tests.chronology.marked import told
from viewer.chronology import tag


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The church, built in 1850, burned on 9 October. On Tuesday, police came.", "1850 2018-10-09 2018-10-30"),
        (
            "The treaty of 1868 gave them the land. The court on Tuesday ruled. They have until December 3 to appeal.",
            "1868 2018-10-30 2018-12-03",
        ),
        ("On March 3, 250 were killed. On March 5, 310 were hurt.", "2018-03-03 2018-03-05"),
        ("Bugs fixed: 320 in May, 410 in June, 250 in July.", "2018-05 2018-06 2018-07"),
        ("At Easter, 300 came; at Christmas, 450.", "2018-04-01 2018-12-25"),
        ("Butterfly: in 100 he was third, in 200 he was second, in 400 he was first.", ""),
        ("The odds are one in 100, one in 250, and one in 500.", ""),
        ("Students enrolled in 101, in 201 and in 301.", ""),
        ("The 9th-century hoard is shown. Bids rose from 120 to 250. By 300, only two were left.", "08"),
        (
            "A temple built in 450 BC reopened on Monday. It is open from 8 to 20. By 10 it is full.",
            "BC0450 2018-10-29",
        ),
        ("The B.C. 2018 budget", "2018"),
        ("In B.C. 120 fires burn.", ""),
        ("He moved to B.C. 20 years ago.", "1998"),
        ("Temperatures in the mid-90s are expected on Monday, with lows in the 30s.", "2018-11-05"),
        ("She shot in the 60s. He scored in the mid-sixties.", ""),
        ("It was fashion in the mid-60s.", "196"),
        ("He died on May 5, '45.", "1945-05-05"),
        ("In 1995 he was hired. By the end of the decade he led the firm.", "1995 199"),
        ("On the 18th he made par.", ""),
        ("The show starts at 7.30pm.", "2018-11-02T19:30"),
        ("Membership grew from 12 to 28 by 2016.", "2016"),
        ("The bank, which typically moves last, cut rates in March.", "2018-03"),
        ("Exports, averaging $2 billion a month, peak in May.", "2018-05"),
        (
            "Apple, founded in 1976, went public in 1980. It holds an event today in Cupertino.",
            "1976 1980 2018-11-02",
        ),
        ("1000 The first session\n1100 Coffee\n1200 Lunch\n1300 Keynote\n1400 End", ""),
    ],
)
def test_news(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2005 it began. They took it in 2008. In April they left. In 2010 they came. In June 2012 it ended.",
            "2005 2008 2008-04 2010 2012-06",
        ),
        (
            "In 1890 it was founded. Smith bought it in 1930. In May he closed it. In 1955 it opened.",
            "1890 1930 1930-05 1955",
        ),
        ("In 1911 it was laid down. It was launched in 1913. On 5 June it sailed.", "1911 1913 1913-06-05"),
    ],
)
def test_a_year_that_ends_a_sentence_leads_the_next_one_of_a_history(text, expected):
    assert values(text) == expected


def test_a_decade_without_its_century_in_an_old_story_is_in_doubt():
    history = (
        "In 1848 he came. In 1850 he wed. In May 1852 he left. In June 1853 he died. A film of the eighties has it."
    )
    *_, last = tag(history, published=PUBLISHED)
    assert last.doubt == "The century is not stated; that of the story is assumed."


@pytest.mark.parametrize(
    "text",
    [
        "On 29 February last year he left.",
        "On 29 February two thousand years ago.",
        "The 9th century. In 301 he came. On 29 February 301, he died.",
        "On February 29 and March 3, 2017, he came.",
        "In 1850 he came. On 29 February of the next year he left.",
    ],
)
def test_a_leap_day_of_a_common_year_is_no_day(text):
    for published in (PUBLISHED, None):
        years = re.findall(r"(\d{4})-02-29", values(text, published))
        assert all(isleap(int(year)) for year in years)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("He moved to Rome in [2010|2010], Milan in [2012|2012].", "Milan moved"),
        ("He spoke to Smith on [Monday|2018-10-29], Jones on [Tuesday|2018-10-30].", "Jones spoke"),
    ],
)
def test_names_behind_a_preposition_become_no_subjects(text, labels):
    assert not any(label.startswith(labels) for _, _, label in told(text))


def test_a_clause_in_brackets_gives_its_subject_to_none_behind_it():
    marked = (
        "Troops took the town on [Monday|2018-10-29] (it had fallen in [2015|2015]) and left on [Friday|2018-11-02]."
    )
    assert not any(label.startswith("it left") for _, _, label in told(marked))
