from __future__ import annotations

import pytest
from builders import page, prose, root_of

from viewer.importers.html_walk import pieces_of
from viewer.importers.page_edges import paragraphs_at_the_edges
from viewer.importers.pages import read_page

CLOSING = "These are closing words of the report, and they stand by themselves."
PROSE = "".join(f"<p>{prose(number)}</p>" for number in range(1, 5))


def taken(body):
    """What is taken where the opinion holds the long paragraphs alone."""
    found = pieces_of(root_of(body), "")
    opinion = [len(piece.text) > 200 for piece in found.pieces]
    numbers = [number for number, yes in enumerate(opinion) if yes]
    return [found.pieces[at].text for at in paragraphs_at_the_edges(found, opinion, numbers[0], numbers[-1])]


@pytest.mark.parametrize(
    "markup",
    ["<div>{}</div>", "<p><span></span>{}</p>", "<p><b></b>{}</p>", "<section>{}</section>", "<center>{}</center>"],
)
@pytest.mark.parametrize("place", ["first", "last"])
def test_a_paragraph_in_another_element_comes_along(markup, place):
    other = markup.format(CLOSING)
    inner = f"{other}{PROSE}" if place == "first" else f"{PROSE}{other}"
    markdown = read_page(page(f"<article><h1>Title</h1><div>{inner}</div></article>")).markdown
    assert CLOSING in markdown


def test_several_are_taken_and_pictures_between_them_do_no_harm():
    assert taken(f"<div>{PROSE}<div>{CLOSING}</div><img src=a.jpg><div>Again: {CLOSING}</div></div>") == [
        CLOSING,
        f"Again: {CLOSING}",
    ]


def test_scripts_without_blanks_need_fewer_characters():
    closing = "市は来月から説明会を開き、年内に業者を決める方針だ。"
    assert taken(f"<div>{PROSE}<div>{closing}</div></div>") == [closing]


@pytest.mark.parametrize(
    "beside",
    [
        f"<div class=share>{CLOSING}</div>",
        f"<h3>About the author</h3><div>{CLOSING}</div>",
        f"<ul><li>{CLOSING}</ul>",
        f"<div><div><div>{CLOSING}</div></div></div>",
        f"<div><a href=/x>{CLOSING}</a></div>",
        "<div>Share this story with all of your friends and family</div>",
        "<div>Too short.</div>",
        "<div>Read more: the bridge was shut last year for the same reason.</div>",
        "<div>Our newsletter brings you the news of the week every Friday.</div>",
        "<div>© 2019 The Daily Bridge and its many licensors, near and far.</div>",
        "<div>Jane Doe is a senior staff writer of this paper, and lives by the river.</div>",
        "<div>This article was originally published by the Daily Bridge in 2018.</div>",
    ],
)
def test_what_stands_beside_an_article_is_left(beside):
    assert taken(f"<div>{PROSE}{beside}</div>") == []


def test_nothing_is_taken_behind_what_is_left():
    assert taken(f"<div>{PROSE}<div>Share</div><div>{CLOSING}</div></div>") == []


def test_another_box_is_not_entered():
    assert taken(f"<div>{PROSE}</div><div><div>{CLOSING}</div></div>") == []
