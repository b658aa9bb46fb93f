from datetime import UTC, datetime, timedelta, timezone

import pytest

from viewer.library.highlights import Annotation, Annotations
from viewer.model import Passage
from viewer.ui.highlight_words import NOWHERE, WHOLE, day_of, lines_of, row_of, whole_of
from viewer.ui.reader.front import HIGHLIGHTS

PLACED = Annotation("some words", passages=(Passage(0, 0, 10),))


@pytest.mark.parametrize(
    ("annotations", "words"),
    [
        ((PLACED,), "1 highlight. "),
        ((PLACED, PLACED._replace(note="why")), "2 highlights and 1 note. "),
        ((Annotation(note="of all"),), "1 note. "),
        ((Annotation(tags=("war",)),), "1 tag. "),
    ],
)
def test_the_page_says_how_many_there_are_and_leads_to_them(annotations, words):
    assert list(lines_of(Annotations(annotations))) == [[(words, ""), ("Read them", HIGHLIGHTS)]]


def test_the_page_says_what_is_wrong_and_what_there_is_all_the_same():
    assert list(lines_of(Annotations((), "It is damaged."))) == [[("It is damaged.", "")]]
    assert len(list(lines_of(Annotations((PLACED,), "Only the first are shown.")))) == 2
    assert list(lines_of(Annotations())) == []


def test_a_row_is_short_and_in_one_line():
    quote, note, tags, day, color = row_of(Annotation("word " * 1_000, "first\n\nsecond", ("a", "b")))
    assert len(quote) < 310
    assert quote.endswith(" …")
    assert (note, tags, day, color) == ("first second", "a, b", "", "Yellow")
    assert row_of(Annotation(note="x")) == (WHOLE, "x", "", "", "")


def test_the_whole_of_it_leaves_nothing_out():
    made = datetime(2019, 3, 4, 9, 30)  # the file names no zone
    whole = whole_of(Annotation("words", "note\nmore", ("a", "b"), "green", made, "page 7"))
    assert whole.split("\n\n") == [
        "“words”",
        "note\nmore",
        f"Tags: a, b\nMade on 4 Mar 2019\nColour: green\nWhere it stood: page 7\n{NOWHERE}",
    ]
    assert whole_of(Annotation(note="of all")) == f"{WHOLE}\n\nof all"
    assert NOWHERE not in whole_of(PLACED)


@pytest.mark.parametrize(
    "made",
    [datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)],
)
def test_a_day_at_the_end_of_the_calendar_is_no_fault(made):
    assert day_of(Annotation("x", made=made)).endswith((" 1", " 9999", " BC"))
