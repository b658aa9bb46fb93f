from __future__ import annotations

from builders import article, page, prose

from viewer.importers import page_opinion
from viewer.importers.html_tree import tree_of
from viewer.importers.html_walk import pieces_of
from viewer.importers.page_opinion import opinion, own_opinion, trafilatura_opinion


def read(data):
    root = tree_of(data.decode(), "x")
    return root, pieces_of(root, "")


def chosen(page, votes):
    return [piece.text for piece, yes in zip(page.pieces, votes, strict=True) if yes]


def test_trafilatura_finds_the_paragraphs():
    root, pieces = read(article())
    assert chosen(pieces, trafilatura_opinion(root, pieces.pieces)) == [prose(number) for number in (1, 2, 3, 4, 9)]


def test_the_second_opinion_finds_them_too():
    _, pieces = read(article("<div class=related><p>" + prose(7) + "</p></div>"))
    assert chosen(pieces, own_opinion(pieces)) == [prose(number) for number in (1, 2, 3, 4, 9)]


def test_the_second_opinion_is_asked_where_the_first_found_little(monkeypatch):
    monkeypatch.setattr(page_opinion, "_extracted", lambda root: page_opinion._Extracted())
    root, pieces = read(article())
    assert chosen(pieces, opinion(root, pieces, 10)) == [prose(number) for number in (1, 2, 3, 4, 9)]


def test_a_page_too_large_for_trafilatura_is_read_all_the_same(monkeypatch):
    monkeypatch.setattr(page_opinion, "_extracted", lambda root: 1 / 0)
    root, pieces = read(article())
    assert prose(1) in chosen(pieces, opinion(root, pieces, 10**6))


def test_without_any_paragraph_all_that_is_not_beside_counts():
    _, pieces = read(page("<div>Short.</div><nav>Home</nav>"))
    assert chosen(pieces, own_opinion(pieces)) == ["Short."]


def test_cells_that_claim_many_columns_cost_nothing_and_hide_nothing(monkeypatch):
    asked = []
    monkeypatch.setattr("trafilatura.bare_extraction", lambda root, **options: asked.append(root))
    root, pieces = read(article("<table><tr>" + "<td colspan=1000 rowspan=1000>cell</td>" * 50 + "</tr></table>"))
    trafilatura_opinion(root, pieces.pieces)
    assert not [cell for cell in asked[0].iter("td") if cell.get("colspan") or cell.get("rowspan")]
