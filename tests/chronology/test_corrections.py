from datetime import date

from viewer.chronology import analyse
from viewer.document import parse
from viewer.model import Basis, Factuality, Passage, SetDate

PUBLISHED = date(2018, 11, 2)
TEXTS = (
    "The siege began in 2016. Troops entered the town on Thursday. Rebels left in May 2017.",
    "Soldiers were killed near the bridge.",
    "The town fell on Thursday, November 2.",
)
BLOCKS = parse("\n\n".join(TEXTS)).blocks


def passage(words, block=0):
    begin = TEXTS[block].index(words)
    return Passage(block, begin, begin + len(words))


def set_to(*dates, published=PUBLISHED):
    return analyse(BLOCKS, published, set_dates=dates)


def event_of(chronology, word):
    return next(event for event in chronology.events if word in event.label)


def timex_of(chronology, words, block=0):
    return next(dated.timex for dated in chronology.timexes if dated.passage == passage(words, block))


def test_a_date_that_was_set_dates_its_event_and_its_words():
    chronology = set_to(SetDate(passage("Thursday"), "2018-10-25", date(2026, 11, 23)))
    event = event_of(chronology, "Troops")
    assert (event.when, event.basis, str(event.begin)) == ("2018-10-25", Basis.READER, "2018-10-25")
    timex = event.timex
    assert timex.value == "2018-10-25"
    assert "You set it on 23 Nov 2026." in timex.explain()
    assert "Dateline reads it as Thursday 1 November 2018, from the day of publication." in timex.explain()
    assert "set by the reader" in timex.explain()


def test_the_events_are_in_the_order_of_time_again():
    labels = [event.label.split()[0] for event in set_to(SetDate(passage("Thursday"), "2015")).events]
    assert labels.index("Troops") == 0
    assert [event.order for event in set_to(SetDate(passage("Thursday"), "2015")).events] == list(range(len(labels)))


def test_what_was_not_set_stays():
    before = analyse(BLOCKS, PUBLISHED)
    after = set_to(SetDate(passage("Thursday"), "2018-11-01"))
    same = [(event.label, event.when, event.order) for event in before.events]
    assert [(event.label, event.when, event.order) for event in after.events] == same
    assert set_to() == before


def test_words_that_are_no_date_date_nothing():
    chronology = set_to(SetDate(passage("Thursday"), ""))
    assert not any("Troops" in event.label for event in chronology.events)
    timex = timex_of(chronology, "Thursday")
    assert (timex.interval, timex.basis) == (None, Basis.READER)
    assert "You said that it is no date." in timex.explain()


def test_words_that_could_not_be_resolved_date_their_event_once_they_are_set():
    def whens(*dates):
        return [event.when for event in set_to(*dates, published=None).events if "Troops" in event.label]

    assert whens() == [""]
    assert whens(SetDate(passage("Thursday"), "2018-11-01")) == ["2018-11-01"]


def test_a_plan_that_was_none_is_a_report_again():
    chronology = analyse(BLOCKS, date(2018, 10, 1), set_dates=[SetDate(passage("Thursday"), "2018-09-27")])
    assert event_of(chronology, "Troops").factuality is Factuality.REPORTED


def test_a_contradiction_is_settled():
    before = event_of(analyse(BLOCKS, PUBLISHED), "town fell")
    assert before.conflict
    words = before.dated_by.passage
    event = event_of(set_to(SetDate(words, "2018-11-01")), "town fell")
    assert (event.when, event.conflict, event.readings, event.timex.doubt) == ("2018-11-01", "", (), "")


def test_an_event_without_a_date_gets_one():
    chronology = set_to(SetDate(passage("Soldiers were killed near the bridge", 1), "2018-10"))
    event = event_of(chronology, "Soldiers")
    assert (event.when, event.basis) == ("2018-10", Basis.READER)
    assert "The text gives no date for it." in event.timex.explain()
    assert chronology.timexes == analyse(BLOCKS, PUBLISHED).timexes


def test_what_lies_behind_publication_is_no_fact():
    assert event_of(set_to(SetDate(passage("Thursday"), "2018-11-08")), "Troops").factuality is Factuality.PLANNED


def test_what_is_no_date_or_lies_outside_is_left_out():
    before = analyse(BLOCKS, PUBLISHED)
    for one in (
        SetDate(passage("Thursday"), "soon"),
        SetDate(Passage(7, 0, 3), "2018"),
        SetDate(Passage(0, 5, 5000), "2018"),
        SetDate(Passage(0, 8, 8), "2018"),
    ):
        assert set_to(one) == before


def chronology_of(text, *dates, published=PUBLISHED):
    return analyse(parse(text).blocks, published, set_dates=dates)


def at(text, words, when):
    begin = text.index(words)
    return SetDate(Passage(0, begin, begin + len(words)), when)


def test_a_date_of_an_event_is_that_of_no_words_in_it():
    text = "Soldiers who had served since 2003 were killed near the bridge."
    before = chronology_of(text)
    event = event_of(before, "were killed")
    assert event.dated_by is None
    after = chronology_of(text, SetDate(event.passage, "2018-10-25"))
    assert event_of(after, "were killed").when == "2018-10-25"
    assert event_of(after, "had served").when == event_of(before, "had served").when
    assert after.timexes == before.timexes


def test_a_date_of_words_is_that_of_the_nearest_alike_and_of_no_others():
    text = "It rained from Monday to Friday."
    chronology = chronology_of(text, at(text, "to Friday", "2018-10-26"))
    assert [dated.timex.edtf for dated in chronology.timexes if dated.timex.basis is Basis.READER] == ["2018-10-26"]
    assert next(dated.timex.text for dated in chronology.timexes if dated.timex.basis is Basis.READER) == "Friday"


def test_an_event_whose_date_is_set_stands_in_its_time():
    text = "Rebels left in May 2017. Soldiers were killed near the bridge. Troops came in June 2018."
    event = event_of(chronology_of(text), "were killed")
    chronology = chronology_of(text, SetDate(event.passage, "2019"), published=None)
    assert [event.when for event in chronology.events] == ["2017-05", "2018-06", "2019"]
    assert [event.order for event in chronology.events] == [0, 1, 2]


def test_an_event_that_is_set_behind_publication_is_no_fact():
    text = "Soldiers were killed near the bridge."
    event = chronology_of(text).events[0]
    assert chronology_of(text, SetDate(event.passage, "2018-11-08")).events[0].factuality is Factuality.PLANNED
    assert chronology_of(text, SetDate(event.passage, "2018-11-01")).events[0].factuality is Factuality.REPORTED


def test_what_is_set_is_just_that_whatever_stands_in_front_of_it():
    for text, words in (("They have held the town since 2014.", "2014"), ("The town fell before 2014.", "2014")):
        chronology = chronology_of(text, at(text, words, "2015-06-03"))
        assert [event.when for event in chronology.events] == ["2015-06-03"]
        assert [dated.timex.edtf for dated in chronology.timexes] == ["2015-06-03"]


def test_of_two_dates_for_the_same_words_the_last_holds_and_tells_how_dateline_reads_them():
    chronology = set_to(SetDate(passage("Thursday"), "2018-10-25"), SetDate(passage("Thursday"), "2018-10-18"))
    timex = event_of(chronology, "Troops").timex
    assert timex.edtf == "2018-10-18"
    assert "Thursday 1 November 2018" in timex.explain()


def test_many_dates_take_no_time_that_grows_with_their_square(monkeypatch):
    compared = []
    about = Passage.is_about
    monkeypatch.setattr(Passage, "is_about", lambda one, other: compared.append(1) or about(one, other))
    text = "\n\n".join(["Troops came on 3 May 2018."] * 300)
    blocks = parse(text).blocks
    dates = [SetDate(Passage(number, 15, 25), "2018-05-04") for number in range(300)]
    chronology = analyse(blocks, PUBLISHED, set_dates=dates)
    assert sum(event.when == "2018-05-04" for event in chronology.events) == 300
    assert len(compared) <= 600
