import sys
from datetime import date

import pytest

from viewer.chronology import analyse, reading
from viewer.chronology.supposed import latest_day
from viewer.document import parse
from viewer.model import Basis, Factuality
from viewer.model.date_words import event_words

TEXT = (
    "Troops entered the town on Thursday. Rebels left on 3 May 2017, and on Friday the shops opened.\n\n"
    "The mayor said on Monday that he would resign next week. He was born in May."
)
YEAR = (date(2018, 1, 1), date(2018, 12, 31))
MONTH = (date(2018, 11, 1), date(2018, 11, 30))


def analysed(published=None, period=None, text=TEXT, language="en"):
    return analyse(parse(text).blocks, published, language, period)


def event_of(chronology, words):
    return next(event for event in chronology.events if words in event.label)


def test_what_hangs_on_the_day_of_publication_is_an_event_without_a_date():
    chronology = analysed()
    for words in ("Troops entered the town", "the shops opened", "he would resign"):
        event = event_of(chronology, words)
        assert (event.when, event.interval, event.basis) == ("", None, Basis.UNRESOLVED)
    assert event_of(chronology, "would resign").factuality is Factuality.PLANNED
    assert event_of(chronology, "Rebels left").when == "2017-05-03"


def test_its_receipt_says_what_is_open_and_what_may_be_meant():
    event = event_of(analysed(), "Troops entered the town")
    assert event.timex.text == "Thursday"
    assert (event.timex.interval, event.timex.edtf) == (None, "")
    assert "The publication date is not known." in event.timex.doubt
    assert "Proposal: Thursday 27 April 2017" in event.timex.doubt


def test_the_same_events_are_found_as_with_a_day_of_publication():
    dated = {event.passage: event.label for event in analysed(date(2017, 5, 4)).events}
    assert {event.passage: event.label for event in analysed().events} == dated


def test_no_expression_leaves_with_a_supposed_date():
    chronology = analysed()
    open_ones = [dated.timex for dated in chronology.timexes if dated.timex.text in ("Thursday", "Friday", "next week")]
    assert [(timex.interval, timex.edtf) for timex in open_ones] == [(None, "")] * 3
    shown = {dated.passage: dated for dated in chronology.timexes}
    assert all(event.dated_by == shown[event.dated_by.passage] for event in chronology.events if event.dated_by)


def test_they_keep_the_order_of_the_text():
    labels = [event.label for event in analysed().events]
    assert labels.index("Troops entered the town") < labels.index("Rebels left") < labels.index("the shops opened")


def test_a_text_without_any_full_date_has_them_too():
    chronology = analysed(text="Troops entered the town on Thursday.")
    assert [event.label for event in chronology.events] == ["Troops entered the town"]
    assert chronology.events[0].timex.doubt == "The publication date is not known."


def test_with_a_month_of_publication_what_hangs_on_the_day_is_there_too():
    chronology = analysed(period=(date(2017, 5, 1), date(2017, 5, 31)))
    assert event_of(chronology, "Troops entered the town").when == ""
    assert event_of(chronology, "Rebels left").when == "2017-05-03"


def test_other_languages_have_them_too():
    chronology = analysed(text="Die Truppen zogen am Donnerstag in die Stadt ein.", language="de")
    assert [event.when for event in chronology.events] == [""]


def test_it_is_told_by_the_words_of_the_text():
    event = event_of(analysed(), "Troops entered the town")
    assert event_words(event) == "“Thursday”"


def test_the_latest_day_is_one_that_the_text_names():
    assert latest_day(analysed().timexes) == date(2017, 5, 3)
    assert latest_day(analysed(text="Troops entered the town on Thursday.").timexes) is None


@pytest.mark.parametrize(
    "text",
    [
        "The army took the town on Wednesday, a day after a shell hit the bridge. It rained on 3 May 2018.",
        "The bridge fell three weeks after Monday.",
        "Yesterday, ten years after the war ended, the court jailed him.",
        "The army took the town on 5 May, a day after a shell hit the bridge.",
        "The shop was closed from 3 May 2017 to Friday.",
        "Sales rose in the three months to June. The week ended Friday was wet.",
    ],
)
@pytest.mark.parametrize(
    "period", [None, (date(2018, 1, 1), date(2018, 12, 31)), (date(2018, 11, 1), date(2018, 11, 30))]
)
def test_nothing_is_counted_from_a_supposed_day(text, period):
    stated = {"2018-05-03", "2018-05-05", "2018-05-04", "2018-06", "2018-04/2018-06"}
    whens = {event.when for event in analysed(period=period, text=text).events}
    known = {when for when in whens if when and (period is None or when not in stated)}
    assert known <= ({"2018-05-03"} if "2018" in text else set())


def test_open_events_take_no_other_place(monkeypatch):
    monkeypatch.setattr(sys.modules["viewer.chronology.analyse"], "MOST_EVENTS", 3)
    text = "Troops came on Thursday. " * 5 + "Rebels left on 3 May 2017. " * 5
    events = analysed(text=text).events
    assert [event.when for event in events].count("2017-05-03") == 3
    assert [event.when for event in events].count("") == 3


def test_only_what_holds_an_open_date_is_read_twice(monkeypatch):
    texts = []
    real = reading.read
    monkeypatch.setattr(reading, "read", lambda text, *more: texts.append(text.strip()) or real(text, *more))
    analysed(text="Troops came on Thursday.\n\nRebels left on 3 May 2017.")
    assert texts == ["Troops came on Thursday.\n\nRebels left on 3 May 2017.", "Troops came on Thursday."]
