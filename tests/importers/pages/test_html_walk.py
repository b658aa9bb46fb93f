from __future__ import annotations

import pytest
from builders import root_of

from viewer.importers.html_pieces import PieceKind
from viewer.importers.html_walk import pieces_of


def kinds_and_texts(body):
    return [(piece.kind.value, piece.text) for piece in pieces_of(root_of(body), "").pieces]


def test_boxes_end_paragraphs_and_lines_do_not():
    assert kinds_and_texts("one <b>two</b><div>three<p>four</div>five") == [
        ("paragraph", "one two"),
        ("paragraph", "three"),
        ("paragraph", "four"),
        ("paragraph", "five"),
    ]


def test_what_is_never_shown_is_left_out_and_the_text_after_it_is_not():
    body = "a<script>x</script>b<p hidden>c</p>d<form><select><option>e</select>f<button>g</button></form>"
    assert [text for _, text in kinds_and_texts(body)] == ["abd", "f"]


def test_lists_have_frames_with_markers():
    pieces = pieces_of(root_of("<ol start=3><li>a<ul><li>b</ul><li>c<p>d</ol>"), "").pieces
    assert [[frame.marker for frame in piece.frames] for piece in pieces] == [["3."], ["3.", "-"], ["4."], ["4."]]


def test_code_keeps_its_lines_and_its_language():
    body = "<pre class='language-python'><code>def f():\n    <span>return</span> 1<br>f()</code></pre>"
    (piece,) = pieces_of(root_of(body), "").pieces
    assert (piece.kind, piece.text, piece.info) == (PieceKind.CODE, "def f():\n    return 1\nf()", "python")


def test_code_in_code_ends_once():
    assert kinds_and_texts("<pre>a<pre>b</pre>c</pre>d")[-1] == ("paragraph", "d")


def test_pictures_stand_between_paragraphs_with_their_captions():
    body = "<figure><img src=a.jpg alt=Alt><figcaption>Caption <i>one</i></figcaption></figure><p>x<img src=b.jpg>y</p>"
    assert kinds_and_texts(body) == [("image", ""), ("caption", "Caption one"), ("paragraph", "xy"), ("image", "")]


def test_a_picture_within_sources_is_found():
    body = "<picture><source srcset='a.webp 2x'><source srcset=b.jpg><img src=c.jpg></picture>"
    assert kinds_and_texts(body) == [("image", "")]


def test_boxes_named_for_something_else_are_doubtful():
    body = "<p>a</p><div class='relatedStories'><p>b</p></div><aside>c</aside><div class='content'>d</div>"
    pieces = pieces_of(root_of(body), "").pieces
    assert [bool(piece.doubtful) for piece in pieces] == [False, True, True, False]


@pytest.mark.parametrize("tag", ["h1", "h3", "h6"])
def test_headings_have_their_level(tag):
    (piece,) = pieces_of(root_of(f"<{tag}><b>Head</b><br>line</{tag}>"), "").pieces
    assert (piece.kind, piece.text, piece.level) == (PieceKind.HEADING, "Head line", int(tag[1]))


def test_linked_characters_are_counted():
    (piece,) = pieces_of(root_of("<p>1234 <a href=/x>56789</a></p>"), "").pieces
    assert piece.link_share == 0.5


def test_parents_come_before_what_they_hold():
    page = pieces_of(root_of("<div><div><p>a</p></div><p>b</p></div>"), "")
    assert all(parent < number for number, parent in enumerate(page.parents) if number)


def test_a_picture_that_only_pages_without_scripts_show_comes_once_with_its_caption():
    lazy = "<div class=lazy></div><noscript><img src=a.jpg></noscript>"
    pieces = pieces_of(root_of(f"<figure>{lazy}<figcaption>The bridge</figcaption></figure>"), "").pieces
    assert [(piece.kind.value, piece.text) for piece in pieces] == [("image", ""), ("caption", "The bridge")]
