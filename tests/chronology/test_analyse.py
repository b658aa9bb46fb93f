from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.chronology import analyse
from viewer.chronology.analyse import MOST_EVENTS
from viewer.document import parse
from viewer.model import Basis, Block, BlockKind, Cell, Chronology, Event, Factuality, Run

PUBLISHED = date(2018, 11, 2)


def read(markdown: str, published: date | None = PUBLISHED) -> tuple[tuple[Block, ...], Chronology]:
    blocks = parse(markdown, language="en").blocks
    return blocks, analyse(blocks, published)


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, ((0, len(text)),))


def only(markdown: str) -> Event:
    (event,) = read(markdown)[1].events
    return event


def test_an_empty_article_has_an_empty_chronology():
    assert analyse((), PUBLISHED) == Chronology()


def test_expressions_keep_their_place_in_their_block():
    blocks, chronology = read("Nothing here.\n\nThe army left on Thursday.")
    (dated,) = chronology.timexes
    assert (dated.timex.begin, dated.timex.end) == (dated.passage.begin, dated.passage.end)
    assert blocks[dated.passage.block].text[dated.passage.begin : dated.passage.end] == "Thursday"


def test_an_event_knows_the_expression_that_dates_it():
    event = only("The army left the town on Thursday.")
    assert (event.when, event.timex.text, event.dated_by.passage.block) == ("2018-11-01", "Thursday", 0)


def test_headings_and_code_give_no_events_and_code_no_expressions():
    _, chronology = read("# The army left on Thursday\n\n```\nit left in May 2017\n```\n")
    assert chronology.events == ()
    assert [dated.timex.text for dated in chronology.timexes] == ["Thursday"]


def test_a_list_of_links_gives_no_events():
    text = "The army left in May 2017"
    linked = Block(BlockKind.LIST_ITEM, text, ((0, len(text)),), runs=(Run(0, len(text), link="a.md"),))
    plain = Block(BlockKind.LIST_ITEM, text, ((0, len(text)),))
    assert analyse((linked,), PUBLISHED).events == ()
    assert len(analyse((plain,), PUBLISHED).events) == 1


def test_a_dated_row_of_a_table_is_one_event():
    _, chronology = read("| Town | Taken |\n|---|---|\n| Mosul | 10 July 2017 |\n| Raqqa | 17 October 2017 |\n")
    assert [(event.when, event.label) for event in chronology.events] == [
        ("2017-07-10", "Mosul: taken"),
        ("2017-10-17", "Raqqa: taken"),
    ]


def test_a_cell_with_a_sentence_counts_like_a_paragraph():
    text = "The army left the town in May 2017."
    block = Block(BlockKind.CELL, text, ((0, len(text)),), cell=Cell(0, 1, 0))
    assert [event.when for event in analyse((block,), PUBLISHED).events] == ["2017-05"]


def test_a_note_behind_a_full_stop_parts_two_sentences():
    _, chronology = read("The army left in May 2017.[^1] It came back in June 2018.\n\n[^1]: A note.\n")
    assert [event.label for event in chronology.events] == ["The army left", "It came back"]


def test_without_a_publication_date_an_undated_report_is_unresolved():
    _, chronology = read("Iraqi troops have reinforced their positions.", None)
    assert [event.basis for event in chronology.events] == [Basis.UNRESOLVED]


def test_the_contradiction_of_the_lead_is_kept_with_both_readings():
    event = only("Colonel Abbas Mohammad said on Thursday, November 2, that all measures had been taken.")
    assert event.when == "[2018-11-01,2018-11-02]"
    assert event.readings == ("2018-11-01", "2018-11-02")
    assert "Friday" in event.conflict
    assert event.factuality is Factuality.ATTRIBUTED


def test_another_language_gives_its_dated_sentences():
    blocks = (paragraph("Die Armee nahm die Stadt am 3. Mai 2018 ein."),)
    assert [event.when for event in analyse(blocks, PUBLISHED, "de").events] == ["2018-05-03"]


def test_no_more_events_than_the_cap():
    text = "The army attacked in May 2017. " * (MOST_EVENTS + 50)
    sentences = tuple((begin, begin + 30) for begin in range(0, len(text), 31))
    assert len(analyse((Block(BlockKind.PARAGRAPH, text, sentences),), PUBLISHED).events) == MOST_EVENTS


@pytest.mark.parametrize(
    "text",
    [
        "said " * 4_000,
        "1 jan " * 2_000,
        "9" * 100_000,
        "“" * 5_000,
        "On 3 May 2011 he said that it was killed and, " * 300,
        "he said, she said; who said that that which was, and was, " * 300,
        "\u202e\u0000 on Monday \ud800 they left",
        "31 February 2018 and 29 February 2019 and the year 0 they left",
    ],
)
def test_no_text_is_too_much(text):
    for event in analyse((paragraph(text),), PUBLISHED).events:
        assert 0 <= event.passage.begin < event.passage.end <= len(text)


WORDS = """
in on at by since until from to the a of and , . ; ( ) - – / " 1 3 12 31 99 1066 1999 2060 10:35 a.m. p.m. GMT local
time Mountain Time noon Monday Friday weekend Jan. May March October Nov. 3rd fourth quarter Q3 H1 week month years
century 1990s 1700s '89 BC B.C winter Spring Christmas ago later earlier before last next this that same day night early
late over nearly two half each per minute second will said planned goes sale By Then fiscal 9/11 x Street sank died not
killed people army village hopes may if was had taken Mosul who which “ ” 40 : according General Ann 's would retreat
after hope is were them told assured than compared with against $5 rose charged include ended bound as up because
where they letter published overnight usually mid afternoon nights Sept. previously reported half 😀 é\u0301 \u05d0
"""


@settings(max_examples=200, deadline=None)
@given(
    words=st.lists(st.sampled_from(WORDS.split()), max_size=50),
    published=st.sampled_from([None, date(1, 1, 1), date(9999, 12, 31), PUBLISHED, date(2016, 2, 29)]),
)
def test_passages_ranks_and_receipts_are_sound_whatever_the_words(words, published):
    text = " ".join(words)
    chronology = analyse((paragraph(text),), published)
    for dated in chronology.timexes:
        assert text[dated.timex.begin : dated.timex.end] == dated.timex.text
        assert dated.timex.explain()
    assert [event.order for event in chronology.events] == list(range(len(chronology.events)))
    for event in chronology.events:
        assert 0 <= event.passage.begin < event.passage.end <= len(text)
        assert 0 < len(event.label) <= 90
        assert (event.when == "") == (event.interval is None)


def test_a_time_with_its_twin_in_another_zone_dates_one_event():
    text = "The blast occurred at 10:35 a.m. local time (0735 GMT) on Friday, toppling a wall."
    event = only(text)
    assert (event.when, event.label) == ("2018-11-02T10:35:00", "The blast occurred, toppling a wall")


NOTED = """In 2014 it was quiet. On 26 October 2015 they landed.[^night] On the next day it was told.

On 3 March 2017 it ended.

[^night]: By the clock of the town, in the night of 27 October. On 9 May 2001 the clock was built.
"""


def test_a_footnote_is_read_where_the_text_refers_to_it_and_leads_nothing_behind_it_astray():
    found = [(dated.passage.block, dated.timex.value) for dated in read(NOTED, date(2019, 1, 1))[1].timexes]
    assert found == [
        (0, "2014"),
        (0, "2015-10-26"),
        (0, "2015-10-27"),
        (1, "2017-03-03"),
        (2, "2015-10-27TNI"),
        (2, "2001-05-09"),
    ]


def test_a_footnote_that_nothing_refers_to_is_read_last():
    blocks = parse("In 2014 it was quiet.", language="en").blocks
    alone = Block(BlockKind.FOOTNOTE, "In May it rained.", ((0, 17),), anchor="fn-9")
    found = [dated.passage.block for dated in analyse((alone, *blocks), PUBLISHED).timexes]
    assert found == [0, 1]
