from __future__ import annotations

from viewer.importers.html_pieces import Frame, Piece, PieceKind


def piece(text="", **fields):
    return Piece(PieceKind.PARAGRAPH, text, 0, **fields)


def test_the_key_has_no_white_space():
    assert piece("a b\nc").key == "abc"


def test_the_share_of_links():
    assert piece("abcd", linked=1).link_share == 0.25
    assert piece("", linked=1).link_share == 0.0


def test_frames():
    assert piece(frames=(Frame(">"), Frame("2."))).in_list
    assert not piece(frames=(Frame("-"), Frame(">"))).in_list
    assert not piece(frames=(Frame("[^1]:"),)).in_list
    assert Frame("[^1]:").is_footnote
