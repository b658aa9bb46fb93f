"""News or history."""

from __future__ import annotations

from datetime import date

import pytest

from tests.chronology.examples import values
from viewer.chronology import tag
from viewer.chronology.narrative import is_narrative, reaches_publication, with_neighbours, writes_day_first
from viewer.chronology.reading import find

HISTORY = "On 3 May 1864 they crossed. In June 1864, in July 1864 and in 1865 they fought. On 12 October it ended."
NEWS = "He said on Monday that the law of 1998, passed on Tuesday, replaced that of 1990, 1991 and 1992."


def mentions(text):
    return list(find(text))


def tells_history(text, published):
    return is_narrative(text, mentions(text), published)


def test_a_history_is_a_narrative():
    assert tells_history(HISTORY, date(2018, 11, 2))


def test_news_of_old_laws_is_none():
    assert not tells_history(NEWS, date(2018, 11, 2))


def test_dates_of_the_year_of_publication_are_news():
    assert not tells_history(HISTORY, date(1865, 12, 1))


def test_a_year_reaches_back_over_a_range():
    first, second = with_neighbours("May-August 1950", mentions("May-August 1950"))
    assert (first.meaning.year, second.meaning.year) == (1950, 1950)


def test_the_order_of_day_and_month():
    text = "on 26/10/2018 and 03/04/2018"
    assert writes_day_first(text, mentions(text), "en") is True
    assert writes_day_first("on 03/04/2018", mentions("on 03/04/2018"), "en") is None
    assert writes_day_first("on 03/04/2018", mentions("on 03/04/2018"), "en-GB") is True
    assert writes_day_first("on 03/04/2018", mentions("on 03/04/2018"), "en-US") is False


def test_one_full_old_date_at_the_head_makes_a_history():
    text = "On 25 May 1720 the ship reached Marseille. On 20 June a tailor died. In August the city was closed."
    assert [timex.value for timex in tag(text, date(2001, 3, 4))] == ["1720-05-25", "1720-06-20", "1720-08"]


def test_old_dates_behind_a_lead_make_none():
    lead = "The craft landed on Wednesday. "
    assert not tells_history(lead + HISTORY, date(2018, 11, 2))
    assert not is_narrative(
        "The firm, founded in 1985, closed in May.",
        mentions("The firm, founded in 1985, closed in May."),
        date(2018, 11, 2),
    )
    assert not is_narrative(
        "Founded in May 1985, it cut jobs in June.",
        mentions("Founded in May 1985, it cut jobs in June."),
        date(2018, 11, 2),
    )
    assert not is_narrative(
        "On May 3, 2014 a bomb fell. A trial opens in June.",
        mentions("On May 3, 2014 a bomb fell. A trial opens in June."),
        date(2018, 11, 2),
    )


def test_a_weekday_in_a_text_that_reaches_publication_is_news():
    text = HISTORY + " It was restored in 2018, and reopened on Wednesday."
    assert reaches_publication(mentions(text), date(2018, 11, 2))
    assert tag(text, date(2018, 11, 2))[-1].value == "2018-10-31"


def test_a_count_of_years_is_the_year_that_follows_it():
    text = HISTORY + " The dam stood in 1890. It was planned two years earlier, in 1854."
    assert [timex.value for timex in tag(text, date(2018, 11, 2))][-2:] == ["1854", "1854"]


def test_a_time_takes_the_day_behind_its_zone_in_words():
    text = "They left on 3 May 2003. At 5:34 AM Baghdad time on March 20, 2003 the ships fired."
    assert [timex.value for timex in tag(text)][1:] == ["2003-03-20T05:34", "2003-03-20"]


def test_a_named_offensive_has_its_year():
    text = HISTORY + " It fell in the Easter Offensive of 1872, after the spring campaign of 1871."
    assert [timex.value for timex in tag(text, date(2018, 11, 2))][-4:] == ["1872-03-31", "1872", "1871-SP", "1871"]


def test_next_summer_counts_from_the_text_and_moves_it_no_further():
    text = HISTORY + " On 10 September 1867 he promised peace by next summer. On 14 September he left."
    assert [timex.value for timex in tag(text, date(2018, 11, 2))][-2:] == ["1868-SU", "1867-09-14"]


def test_days_count_from_no_day_of_another_year():
    text = "On 21 May 1911 he went. He governed with care. He had to resign in 1913. He was killed "
    full = HISTORY + " " + text
    assert tag(full + "three days later.", date(2018, 11, 2))[-1].value == "1913-XX-XX"
    assert tag(full + "a week later.", date(2018, 11, 2))[-1].value == "1913-WXX"


def test_decades_and_centuries_before_the_common_era():
    text = "In May 490 BC, in June 490 BC, in July 490 BC and in 489 BC they fought. "
    assert tag(text + "In the following decade they sailed.")[-1].value == "BC047"
    assert tag(text + "They undid the previous century.")[-1].value == "BC05"


def test_today_is_our_time_where_nothing_is_told_of_it():
    today = "Today there are clubs in many countries, in what is today Belgium too."
    assert tells_history(HISTORY + " " + today, date(2018, 11, 2))
    assert tag(HISTORY + " " + today, date(2018, 11, 2))[-1].value == "PRESENT_REF"
    assert not tells_history(HISTORY + " The minister said today that it was over.", date(2018, 11, 2))


def test_a_century_or_decade_before_living_memory_begins_a_history():
    assert tells_history("In the 12th century it was a county, and a duchy from 1346.", date(2018, 11, 2))
    assert tells_history("In the 4th century BC it was a town. It fell in 1204.", date(2018, 11, 2))
    assert not tells_history("In the 1990s it was a firm. It closed in 2004.", date(2018, 11, 2))


def test_weekdays_do_not_make_news_of_what_happened_before_living_memory():
    assert tells_history("In 1645 it was besieged. On Saturday night they came.", date(2018, 11, 2))
    assert not tells_history("In 1645 it was besieged. It was sold last week.", date(2018, 11, 2))
    assert not tells_history("On Saturday they met, as in 1645.", date(2018, 11, 2))


def test_today_is_our_time_in_a_text_that_tells_of_no_day_around_its_own():
    text = (
        "Little is known of it. In 1853 he came to the town, and in 1892 it was closed. Today there are three schools."
    )
    assert tag(text, date(2018, 11, 2))[-1].value == "PRESENT_REF"
    assert tag(text + " It was sold last week.", date(2018, 11, 2))[2].value == "2018-11-02"
    assert tag("In 2017 there were two schools. Today there are three.", date(2018, 11, 2))[-1].value == "2018-11-02"


def test_a_length_does_not_begin_a_history():
    assert tells_history("It was three years before he tried again, and in July, 1905, he sailed.", date(2018, 11, 2))


def test_a_month_that_names_an_event_has_the_year_of_the_event():
    (month, _) = with_neighbours("the April Uprising of 1876", mentions("the April Uprising of 1876"))
    assert (month.meaning.month, month.meaning.year) == (4, 1876)
    (month, _) = with_neighbours("In March the treaty of 1815 fell.", mentions("In March the treaty of 1815 fell."))
    assert month.meaning.year is None


def test_a_season_whose_year_is_named_behind_it():
    (season, _) = with_neighbours("The next summer, 1897,", mentions("The next summer, 1897,"))
    assert (season.meaning.part, season.meaning.year) == ("SU", 1897)


def test_a_history_may_tell_its_years_with_parts_of_days():
    text = (
        "On the morning of 24 February 1916, three days into the offensive, the line broke. From 27 February on, men "
        "came by lorry. In April the Germans attacked. The last effort came on 11 July. The ossuary was begun in 1927."
    )
    assert values(text, date(2026, 7, 9)).split()[2:5] == ["1916-02-27", "1916-04", "1916-07-11"]


def test_a_text_that_opens_with_a_plan_is_news():
    text = (
        "The bridge will be closed from 7 July. It was put up in 1959 to replace one of 1953. Rust was found in 2021, "
        "and in 2014 it had been painted. A firm was hired in May."
    )
    assert not tells_history(text, date(2025, 6, 26))
    assert tells_history(text.replace("will be", "was"), date(2025, 6, 26))


def test_an_obituary_is_news_whatever_years_a_life_had():
    text = (
        "Ann Lee, who in 1962 became a pilot, has died. She died on 11 January. She was born in 1929, flew from 1951 "
        "to 1958 and retired in 1984."
    )
    assert not tells_history(text, date(2024, 1, 20))
    assert tells_history(text.replace("has died", "was famous"), date(2024, 1, 20))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the spring of 1809 the army crossed. On 19 April it fought; the next day it won.",
            "1809-SP 1809-04-19 1809-04-20",
        ),
        ("In 218 BC he crossed the Alps and the next year he won.", "BC0218 BC0217"),
        ("The firm, founded in 1898, moved on 3 March.", "1898 XXXX-03-03"),
        ("In May 1898 it was founded. On Monday it moved; on 3 March it closes.", "1898-05 XXXX-WXX-1 XXXX-03-03"),
    ],
)
def test_without_a_day_of_publication_a_history_is_known_by_how_it_begins(text, expected):
    assert values(text, None) == expected


def test_a_month_of_decades_ago_begins_a_history_where_bare_days_follow_that_are_told():
    text = (
        "The crisis came to a head in September 1962, when troops appeared. On 8 September, a Saturday, they moved in. "
        "It went on until 20 October, when, at 5:14 am, mortars opened. Tawang was abandoned on the 24th."
    )
    assert values(text, date(2009, 12, 19)) == ("1962-09 1962-09-08 1962-09-08 1962-10-20 1962-10-20T05:14 1962-10-24")
    assert not tells_history(text, date(1980, 12, 19))
    assert not tells_history(text + " A play about it will open on 3 May.", date(2009, 12, 19))


def test_behind_a_range_a_history_begins_where_that_began():
    text = "The siege began on 8 September 1941 and lasted until 27 January 1944. On 20 November the ice held. By May"
    assert values(text + " it had gone.", date(2009, 12, 19)).split()[2:] == ["1941-11-20", "1942-05"]


def test_a_century_of_a_story_before_the_common_era_is_one_before_it():
    text = "In 218 BC he left. In 217 BC, in 216 BC and in 202 BC they fought, until the middle of "
    assert tag(text + "the 2nd century.", date(2009, 12, 19))[-1].value == "BC01"
    assert tag(text + "the 19th century.", date(2009, 12, 19))[-1].value == "18"


def test_a_length_that_begins_a_period_of_a_history_is_one_with_it():
    timexes = tag(HISTORY + " In the first two months of 1865 they sailed. It ended on 4 March.", date(2018, 11, 2))
    assert [(timex.text, timex.value) for timex in timexes][-2:] == [
        ("the first two months of 1865", "P2M"),
        ("4 March", "1865-03-04"),
    ]
