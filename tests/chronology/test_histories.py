"""Bare months and seasons of histories."""

from __future__ import annotations

from datetime import date

from tests.chronology.examples import values
from viewer.chronology.context import Context
from viewer.chronology.days import Place
from viewer.chronology.histories import beside, filled, lies_ahead, narrative_year, part_of_history
from viewer.chronology.meaning import Calendar, Direction
from viewer.model import Basis


def history(text: str, *places: Place) -> Context:
    """What is known behind ``text`` once its dates were read; each stands where its year does."""
    context = Context(text, date(2018, 11, 2), narrative=True)
    for place in places:
        context.thread.note(place, text.index(str(place.year)))
        context.last = place
    context.begin = context.end = len(text)
    return context


def test_that_december_is_one_of_the_year_mentioned_last():
    context = history("In May 1788 he was born. He finished it in 1818. He left that ", Place(1788, 5), Place(1818))
    assert narrative_year(Calendar(month=12, direction=Direction.SAME), context) == 1818
    assert narrative_year(Calendar(month=12), context) == 1788
    assert part_of_history(Calendar(part="FA", direction=Direction.SAME), Place(1818), context).value == "1818-FA"


def test_a_leap_day_needs_a_leap_year():
    assert narrative_year(Calendar(month=2, day=29), history("In May 1943 ", Place(1943, 5))) == 1944


def test_the_next_and_the_last_summer_are_beside_the_story():
    context = history("In May 1864 ", Place(1864, 5))
    assert beside(Calendar(part="SU", direction=Direction.NEXT), Place(1864, 5), context).value == "1864-SU"
    assert beside(Calendar(part="SU", direction=Direction.LAST), Place(1864, 5), context).value == "1863-SU"


def test_a_day_that_no_year_has_stays_open():
    assert filled(Place(1864, 2, 30), Basis.TEXT, history("In May 1864 ", Place(1864, 5))).value == "XXXX-02-30"


def test_what_is_told_does_not_lie_ahead():
    context = history("In May 2018 he came. He left in ", Place(2018, 5))
    assert lies_ahead(2018, Calendar(month=12), context)
    assert not lies_ahead(2018, Calendar(month=6), context)


def test_a_text_from_one_end_to_the_other():
    text = (
        "On 22 February 1788 he was born in Danzig, and in 1793 the family moved. In 1805 his father died. In 1814 he "
        "began his work. He finished it in 1818 and published it that December."
    )
    assert values(text) == "1788-02-22 1793 1805 1814 1818 1818-12"


def test_a_year_further_on_in_the_same_sentence_is_gone_on_to():
    context = history("In May 1854 it came. It was sold in 1863, and left in ", Place(1854, 5), Place(1863))
    assert narrative_year(Calendar(month=2), context) == 1863
    context = history("In May 1854 it came. For its 1863 voyage it was made ready in ", Place(1854, 5), Place(1863))
    assert narrative_year(Calendar(month=2), context) == 1854
    context = history("In May 1854 it came. As papers found in 2005 showed, it left in ", Place(1854, 5), Place(2005))
    assert narrative_year(Calendar(month=2), context) == 1854


def test_a_range_over_the_new_year_may_end_in_the_month_that_the_story_is_in():
    text = (
        "The war began on 30 November 1939. Temperatures fell in January 1940. "
        "From 21 December to 8 January the division was destroyed."
    )
    assert values(text).split()[-2:] == ["1939-12-21", "1940-01-08"]


def test_last_november_is_not_counted_from_a_year_to_come():
    text = "It was founded in 1853, burned in 1887 and rebuilt in 1891. The mine closed in 1921. "
    assert values(text + "A plan to reopen it by 2028 was rejected last November.").endswith("1921 2028 2017-11")


def test_what_has_been_so_since_last_year_is_so_now():
    text = "It was founded in 1853, burned in 1887 and rebuilt in 1891. It closed in 1994 and was listed in 1995. "
    assert values(text + "It has housed the archive since last year.").endswith("1995 2017")
