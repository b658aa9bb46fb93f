from __future__ import annotations

from builders import prose, root_of

from viewer.importers.html_walk import pieces_of
from viewer.importers.page_selection import select


def selected(body):
    """What is selected where the opinion holds the long paragraphs alone."""
    page = pieces_of(root_of(body), "")
    return [
        piece.text or piece.picture.source for piece in select(page, [len(piece.text) > 100 for piece in page.pieces])
    ]


def paragraphs(*numbers):
    return "".join(f"<p>{prose(number)}</p>" for number in numbers)


def test_what_stands_between_paragraphs_comes_along():
    inner = "<h2>Head</h2><ul><li>Item</ul><table><tr><th>a<th>b</table><pre>code</pre><img src=a.jpg>"
    body = f"<article>{paragraphs(1, 2)}{inner}{paragraphs(3)}</article>"
    assert selected(body) == [prose(1), prose(2), "Head", "Item", "a b", "code", "a.jpg", prose(3)]


def test_boxes_beside_the_article_and_lines_to_other_stories_do_not():
    inner = "<div class=newsletter>Sign up</div><p><a href=/x>Read more: another</a></p><p>Advertisement</p>"
    assert selected(f"<article>{paragraphs(1)}{inner}{paragraphs(3)}</article>") == [prose(1), prose(3)]


def test_a_list_of_other_stories_goes_with_its_heading():
    inner = "<h3>Related articles</h3><ul><li><a href=/a>First</a><li><a href=/b>Second</a></ul><p>Plain words.</p>"
    assert selected(f"<article>{paragraphs(1)}{inner}{paragraphs(3)}</article>") == [prose(1), "Plain words.", prose(3)]


def test_a_box_whose_name_misleads_is_believed_by_what_it_holds():
    body = f"<div class='content sidebar'>{paragraphs(1, 2)}<p>Short.</p>{paragraphs(3)}</div>"
    assert selected(body) == [prose(1), prose(2), "Short.", prose(3)]


def test_the_first_picture_comes_from_above_the_text():
    body = f"<h1>Title</h1><div><figure><img src=top.jpg></figure></div><div>{paragraphs(1, 2)}</div>"
    assert selected(body) == ["top.jpg", prose(1), prose(2)]


def test_pictures_shown_twice_come_once():
    body = f"<div>{paragraphs(1)}<img src=a.jpg><img src=a.jpg>{paragraphs(2)}</div>"
    assert selected(body) == [prose(1), "a.jpg", prose(2)]


def test_headings_that_nothing_follows_go():
    assert selected(f"<div>{paragraphs(1, 2)}<h2>Comments</h2><hr></div>") == [prose(1), prose(2)]


def test_nothing_chosen_gives_nothing():
    assert selected("<p>Short.</p>") == []
