"""The year that a history is in."""

from __future__ import annotations

import pytest

from tests.chronology.examples import values
from viewer.chronology.days import Place
from viewer.chronology.thread import Thread


def test_no_date_yet():
    assert Thread("text").year_for(5, 0) is None


def test_the_year_before_goes_on():
    thread = Thread("x" * 100)
    thread.note(Place(1939, 9, 1), 10)
    assert thread.year_for(10, 50) == 1939


def test_january_after_december_is_the_next_year():
    thread = Thread("x" * 100)
    thread.note(Place(1941, 12, 7), 10)
    assert thread.year_for(1, 50) == 1942


def test_a_year_inside_a_sentence_is_an_aside():
    text = "In May 1975 the attack planned for 1976 came early. In June it ended."
    thread = Thread(text)
    thread.note(Place(1975, 5), 3)
    thread.note(Place(1976), text.index("1976"))
    assert thread.year_for(6, text.index("June")) == 1975


def test_a_sentence_that_opens_with_a_year_moves_on():
    text = "In May 1955 it began. In 1960 it went on. In June it ended."
    thread = Thread(text)
    thread.note(Place(1955, 5), 3)
    thread.note(Place(1960), text.index("1960"))
    assert thread.year_for(6, text.index("June")) == 1960


@pytest.mark.parametrize(
    "text",
    [
        "It began in August 1942 and ended in February 1943. In August it burned.",
        "The siege lasted from August 1942 until February 1943. In August it burned.",
    ],
)
def test_behind_a_range_the_story_begins_where_that_began(text):
    thread = Thread(text)
    thread.note(Place(1942, 8), text.index("August"))
    thread.note(Place(1943, 2), text.index("February"))
    assert thread.year_for(8, text.rindex("August")) == 1942


def test_by_goes_on_over_the_turn_of_the_year():
    text = "In November 1942 it began. By May it was over. In May it was over."
    thread = Thread(text)
    thread.note(Place(1942, 11), 3)
    assert thread.year_for(5, text.index("May")) == 1943
    assert thread.year_for(5, text.rindex("May")) == 1942


def test_a_new_paragraph_goes_back_to_the_first_date_of_the_one_before():
    text = "In June 1944 they landed, and by May 1945 had won.\n\nIn July they took the island."
    thread = Thread(text)
    thread.note(Place(1944, 6), 3)
    thread.note(Place(1945, 5), text.index("May"))
    assert thread.year_for(7, text.index("July")) == 1944


def test_a_date_in_brackets_is_an_aside():
    text = "In May 1864 Grant (born in April 1822) attacked. In June he stopped."
    thread = Thread(text)
    thread.note(Place(1864, 5), 3)
    thread.note(Place(1822, 4), text.index("April"))
    assert thread.year_for(6, text.index("June")) == 1864


def test_a_season_stands_in_its_months():
    text = "In December 1776 they rested. In the spring they marched."
    thread = Thread(text)
    thread.note(Place(1776, 12), 3)
    assert thread.year_for(3, text.index("spring")) == 1777
    thread.note(Place(1777, part="SP"), text.index("spring"))
    assert thread.year_for(9, len(text)) == 1777


def test_a_past_perfect_goes_no_year_ahead():
    text = "In December 1919 he attacked. He had spent the spring in Estonia."
    thread = Thread(text)
    thread.note(Place(1919, 12), 3)
    assert thread.year_for(3, text.index("spring")) == 1919


def running(text: str, *years: int) -> int | None:
    thread = Thread(text)
    for year in years:
        thread.note(Place(year), text.index(str(year)))
    return thread.running_year(text.index("next"))


def test_a_year_counts_from_the_one_told_and_from_no_aside_of_the_paragraph_before():
    assert running("In 1854 he took Thrace, Roman since 1833. The next year he left.", 1854, 1833) == 1833
    assert running("In 1854 he took Thrace, Roman since 1833.\n\nThe next year he left.", 1854, 1833) == 1854
    assert running("In 1854 he said it would last until 1860.\n\nThe next year he left.", 1854, 1860) == 1854
    assert running("In 1854 it was begun, and was ready in 1860.\n\nThe next year he left.", 1854, 1860) == 1860


def test_there_is_no_year_to_count_from_before_the_first_date():
    assert Thread("The next year").running_year(4) is None


def test_a_short_step_back_is_likelier_than_a_long_one_ahead():
    text = "In September 1944 they landed, and by May 1945 had won.\n\nIn July they had taken the island."
    thread = Thread(text)
    thread.note(Place(1944, 9), 3)
    thread.note(Place(1945, 5), text.index("May"))
    assert thread.year_for(7, text.index("July")) == 1944


def test_a_winter_is_the_one_in_progress_or_the_next():
    text = "In October 1918 they fell back. In the winter they starved. In January 1919 they left in the winter."
    thread = Thread(text)
    thread.note(Place(1918, 10), 3)
    assert thread.winter_for(text.index("winter")) == 1919
    thread.note(Place(1919, 1), text.index("January"))
    assert thread.winter_for(text.rindex("winter")) == 1919
    assert Thread("the winter").winter_for(4) is None


def test_a_paragraph_goes_on_from_its_year_behind_a_comparison():
    text = "Throughout 2008 it fell, from a peak in June 2007.\n\nIn May they attacked."
    thread = Thread(text)
    thread.note(Place(2008), text.index("2008"))
    thread.note(Place(2007, 6), text.index("June"))
    assert thread.year_for(5, text.index("May")) == 2008


def test_asides_lead_back_to_the_year_that_the_story_had_come_to():
    text = "In May 1788 he was born. In 1814 he began it, as promised in 1812. In June it was read."
    thread = Thread(text)
    thread.note(Place(1788, 5), 3)
    thread.note(Place(1814), text.index("1814"))
    thread.note(Place(1812), text.index("1812"))
    assert thread.year_for(6, text.index("June")) == 1814


def test_a_year_that_is_named_again_is_no_aside():
    text = "In March 1992 it ruled. It fell in late 1996. He spoke in late 1996, and in February they rose."
    thread = Thread(text)
    thread.note(Place(1992, 3), 3)
    thread.note(Place(1996), text.index("1996"), late=True)
    assert thread.year_for(2, text.index("February")) == 1992
    thread.note(Place(1996), text.rindex("1996"), late=True)
    assert thread.year_for(2, text.index("February")) == 1997


def test_a_counted_year_moves_the_story_on():
    text = "On July 16, 1893 she wrote it. It was printed two years later and sung in July."
    thread = Thread(text)
    thread.note(Place(1893, 7, 16), 3)
    thread.note(Place(1895), text.index("two"), counted=True)
    assert thread.year_for(7, text.rindex("July")) == 1895


def test_a_day_right_behind_a_year_is_one_of_that_year():
    text = "On June 23, 1856, it was laid out, but not until 1857, when, September 9th, it was moved."
    thread = Thread(text)
    thread.note(Place(1856, 6, 23), 3)
    thread.note(Place(1857), text.index("1857"))
    assert thread.year_for(9, text.index("September")) == 1857


def test_how_long_a_record_stood_moves_nothing():
    assert running("In 1988 he set a record that stood until he broke it in 2005. The next year", 1988, 2005) == 1988


def test_the_year_that_the_story_has_come_to():
    text = "In 1990 he won, as in 1989."
    thread = Thread(text)
    assert thread.story_year() is None
    thread.note(Place(1990), 3)
    thread.note(Place(1989), text.index("1989"))
    assert thread.story_year() == 1990


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The siege lasted from September 1854 until September 1855. On 17 October the guns opened fire. "
            "In February the cabinet fell.",
            "1854-09 1855-09 1854-10-17 1855-02",
        ),
        (
            "From 5 May 1940 to 3 March 1941 she sailed. On 6 June she was in Rio. In January she reached Lima.",
            "1940-05-05 1941-03-03 1940-06-06 1941-01",
        ),
    ],
)
def test_what_is_told_behind_a_range_lies_in_it(text, expected):
    assert values(text) == expected


def test_a_year_at_whose_beginning_something_was_moves_on():
    text = "In June 1982 it was refused. At the beginning of 1988 it rained. On 20 August it ended."
    thread = Thread(text)
    thread.note(Place(1982, 6), 3)
    thread.note(Place(1988), text.index("the beginning"))
    assert thread.year_for(8, text.index("20 August")) == 1988
