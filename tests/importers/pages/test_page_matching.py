from __future__ import annotations

import pytest
from builders import page, prose, root_of

from viewer.importers.html_walk import pieces_of
from viewer.importers.page_matching import changed_pieces
from viewer.importers.pages import read_page

NOTES = '<ol><li id="fn1"><p>A note. <a href="#r1">↩</a></p></li></ol>'
UNUSUAL = {
    "time": 'The council meets on <time datetime="2019-11-21">21 November</time> in the town hall, as ever.',
    "quotation": "The mayor said: <q>enough is enough</q>, and went home to mop her own kitchen floor.",
    "ruby": "The next meeting is in <ruby>北港<rt>Hokko</rt></ruby>, and the public may speak there.",
    "formula": "So it is E = <math><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>, which ends the whole proof.",
    "footnote": 'This is one sentence of the article that has a note.<sup><a href="#fn1" id="r1">1</a></sup>',
}
WORDS = {
    "time": "on 21 November in",
    "quotation": "enough is enough",
    "ruby": "北港",
    "formula": "ends the whole proof",
    "footnote": "has a note.[^1]",
}


def changed(body, *paragraphs):
    pieces = pieces_of(root_of(body), "").pieces
    return [pieces[number].text for number in sorted(changed_pieces(pieces, paragraphs))]


@pytest.mark.parametrize("kind", UNUSUAL)
@pytest.mark.parametrize("place", ["first", "last"])
def test_the_first_and_the_last_paragraph_come_however_they_are_written(kind, place):
    prose_of_it = "".join(f"<p>{prose(number)}</p>" for number in range(1, 5))
    unusual = f"<p>{UNUSUAL[kind]}</p>"
    inner = f"{unusual}{prose_of_it}" if place == "first" else f"{prose_of_it}{unusual}"
    notes = NOTES if kind == "footnote" else ""
    markdown = read_page(page(f"<h1>Title</h1><article>{inner}{notes}</article>")).markdown
    assert WORDS[kind] in markdown


def test_a_paragraph_without_some_of_its_words_is_known():
    body = "<p>The bridge opens on Monday at noon.</p><p>Another one, of other words altogether.</p>"
    assert changed(body, "Thebridgeopensonatnoon.") == ["The bridge opens on Monday at noon."]


def test_a_teaser_that_begins_alike_is_not_the_paragraph():
    assert changed("<p>The bridge opens on Monday at noon …</p>", "ThebridgeopensonMondayatnoonsaidthemayor.") == []


def test_a_piece_that_is_there_to_the_letter_lends_its_words_to_no_other():
    body = "<p>The bridge opens at noon today.</p><p>Today: The bridge opens on Monday at noon today.</p>"
    assert changed(body, "Thebridgeopensatnoontoday.") == []


def test_a_line_of_which_little_is_left_is_no_match():
    body = "<p>Published in <time>November 2019, at half past nine in the morning</time> by us</p>"
    assert changed(body, "Publishedinthemorning") == []
