from __future__ import annotations

from datetime import date

import pytest

from viewer.chronology import analyse
from viewer.document import parse
from viewer.model import Basis, Factuality
from viewer.ui.timeline import wording
from viewer.ui.timeline.entries import entries_of


def entry_of(event):
    return entries_of([event])[0]


def test_the_count(story, make):
    assert wording.count_words(entries_of(story.events)) == "7 events, 2 undated"
    assert wording.count_words(entries_of([make.on("x", date(2018, 1, 1))])) == "1 event"


def test_the_publication():
    assert wording.published_words(date(2018, 11, 2)) == "published 2 Nov 2018"
    assert wording.published_words(None) == ""


@pytest.mark.parametrize("factuality", list(Factuality))
def test_the_tool_tip_answers_what_when_why_and_who(make, factuality):
    event = make.on("A town fell", date(2018, 11, 1), text="Thursday", factuality=factuality, sources=("the army",))
    words = wording.tip(entry_of(event))
    for part in ("Thursday 1 November 2018", "A town fell", "“Thursday”", "a rule", "the army"):
        assert part in words


def test_each_factuality_has_words_of_its_own(make):
    tips = {wording.tip(entry_of(make("x", factuality=each))) for each in Factuality}
    assert len(tips) == len(Factuality)


def test_a_contradiction_is_explained(make):
    event = make(
        "x",
        date(2018, 11, 1),
        date(2018, 11, 2),
        readings=("2018-11-01", "2018-11-02"),
        conflict="The 2nd was a Friday.",
    )
    assert "The 2nd was a Friday." in wording.tip(entry_of(event))
    assert "The 2nd was a Friday." in wording.spoken(entry_of(event))
    assert wording.certainty(entry_of(event)).startswith("date contradicts itself")


def test_the_steps_from_the_words_to_the_date_are_told(make):
    event = make.on("x", date(2018, 11, 1), steps=("“Thursday” is the last one before publication",))
    assert "“Thursday” is the last one before publication" in wording.tip(entry_of(event))


def test_a_date_that_is_not_resolved_is_told_by_its_words():
    text = parse("Troops entered the town on Thursday. It had rained on 3 May 2017.").blocks
    event = next(one for one in analyse(text, None).events if not one.when)
    entry = entry_of(event)
    assert entry.date == "“Thursday”"
    assert wording.certainty(entry) == "day not known"
    assert wording.basis(entry) == "not resolved"
    assert "Which day?" in wording.tip(entry)
    assert "The publication date is not known." in wording.tip(entry)
    assert wording.spoken(entry).startswith("“Thursday”: Troops entered the town")


def test_nothing_of_the_article_is_taken_for_html(make):
    evil = '<img src="file:///etc/passwd">'
    event = make.on(evil, date(2018, 11, 1), text=evil, sources=(evil,), conflict=evil)
    assert "<img" not in wording.tip(entry_of(event))
    assert "<img" not in wording.chip_tip([entry_of(event)])


def test_the_tip_of_a_chip_is_short(make):
    entries = entries_of([make.on(f"Event {number}", date(2018, 11, 1)) for number in range(30)])
    words = wording.chip_tip(entries)
    assert "Event 0" in words
    assert "Event 29" not in words
    assert "22 more" in words


def test_the_cells_of_the_list(make):
    said = entry_of(make.on("x", date(2018, 11, 1), factuality=Factuality.ATTRIBUTED, sources=("A", "B", "C")))
    undated = entry_of(make("y", basis=Basis.PUBLICATION_ONLY))
    assert wording.certainty(said) == "day known, attributed"
    assert wording.sources(said) == "A, B and C"
    assert wording.basis(said) == "as written"
    assert (wording.sources(undated), wording.basis(undated)) == ("—", "—")


@pytest.mark.parametrize("basis", list(Basis))
def test_every_basis_has_words(make, basis):
    assert wording.basis(entry_of(make.on("x", date(2018, 11, 1), basis=basis)))


def test_a_screen_reader_hears_one_sentence(make):
    event = make.on("A town fell", date(2018, 11, 1), factuality=Factuality.ATTRIBUTED, sources=("the army",))
    assert wording.spoken(entry_of(event)) == (
        "Thursday 1 November 2018: A town fell. day known, attributed. according to the army"
    )


def test_a_date_in_doubt_never_looks_like_a_fact():
    blocks = parse("Flight 418 took off at 17:52. The plane crashed on Tuesday.", language="en").blocks
    doubtful, known = (entry_of(event) for event in reversed(analyse(blocks, date(2016, 2, 19)).events))
    assert doubtful.date.endswith("?")
    assert wording.certainty(doubtful) == "date in doubt"
    assert "The day is not stated; that of publication is assumed." in wording.tip(doubtful)
    assert ", in doubt:" in wording.spoken(doubtful)
    assert not known.date.endswith("?")
    assert wording.certainty(known) == "day known"
    assert "doubt" not in wording.tip(known) + wording.spoken(known)
