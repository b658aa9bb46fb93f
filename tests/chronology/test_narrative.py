"""News or history."""

from __future__ import annotations

from datetime import date

from viewer.chronology import tag
from viewer.chronology.narrative import is_narrative, reaches_publication, with_neighbours, writes_day_first
from viewer.chronology.reading import find

HISTORY = "On 3 May 1864 they crossed. In June 1864, in July 1864 and in 1865 they fought. On 12 October it ended."
NEWS = "He said on Monday that the law of 1998, passed on Tuesday, replaced that of 1990, 1991 and 1992."


def mentions(text):
    return list(find(text))


def test_a_history_is_a_narrative():
    assert is_narrative(mentions(HISTORY), date(2018, 11, 2))


def test_news_of_old_laws_is_none():
    assert not is_narrative(mentions(NEWS), date(2018, 11, 2))


def test_dates_of_the_year_of_publication_are_news():
    assert not is_narrative(mentions(HISTORY), date(1865, 12, 1))


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
    assert not is_narrative(mentions(lead + HISTORY), date(2018, 11, 2))
    assert not is_narrative(mentions("The firm, founded in 1985, closed in May."), date(2018, 11, 2))


def test_a_weekday_in_a_text_that_reaches_publication_is_news():
    text = HISTORY + " It was restored in 2018, and reopened on Wednesday."
    assert reaches_publication(mentions(text), date(2018, 11, 2))
    assert tag(text, date(2018, 11, 2))[-1].value == "2018-10-31"
