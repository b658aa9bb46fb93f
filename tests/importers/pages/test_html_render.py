from __future__ import annotations

import pytest
from builders import root_of

from viewer.document import parse
from viewer.importers.html_render import to_markdown
from viewer.importers.html_walk import pieces_of


def markdown(body, place=lambda source: f"files/{source}"):
    return to_markdown(pieces_of(root_of(body), "").pieces, place, lambda link: link)


def blocks(body):
    return [(block.kind.value, block.text, block.marker, block.quoted) for block in parse(markdown(body)).blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>Head</h2><p>Text</p>", [("heading", "Head", "", 0), ("paragraph", "Text", "", 0)]),
        ("<ul><li>a<li>b</ul>", [("list item", "a", "•", 0), ("list item", "b", "•", 0)]),
        (
            "<ol><li>a<ul><li>b</ul><li>c</ol>",
            [("list item", "a", "1.", 0), ("list item", "b", "◦", 0), ("list item", "c", "2.", 0)],
        ),
        ("<blockquote><p>a<p>b</blockquote>", [("quote", "a", "", 1), ("quote", "b", "", 1)]),
        ("<pre>a = [1]\n\n  b</pre>", [("code", "a = [1]", "", 0), ("code", "", "", 0), ("code", "  b", "", 0)]),
        ("<p>a</p><hr><p>b</p>", [("paragraph", "a", "", 0), ("rule", "", "", 0), ("paragraph", "b", "", 0)]),
        (
            "<blockquote><p>x</p><pre>a\nb</pre></blockquote>",
            [("quote", "x", "", 1), ("code", "a", "", 1), ("code", "b", "", 1)],
        ),
    ],
)
def test_the_document_reads_what_the_page_shows(body, expected):
    assert blocks(body) == expected


def test_a_picture_with_its_caption():
    body = "<figure><img src=a.png alt='A [b]'><figcaption>Seen from \"above\"</figcaption></figure>"
    assert markdown(body) == '![A \\[b\\]](files/a.png "Seen from ”above”")\n'
    kinds = [(block.kind.value, block.text) for block in parse(markdown(body)).blocks]
    assert kinds[-1] == ("caption", "Seen from ”above”")


def test_a_picture_that_does_not_come_leaves_its_caption():
    body = "<figure><img src=a.png alt=A><figcaption>Caption</figcaption></figure>"
    assert markdown(body, lambda source: "") == "Caption\n"


def test_a_linked_picture_keeps_its_link():
    assert markdown("<a href='http://a.org/big'><img src=a.png alt=A></a>") == "[![A](files/a.png)](http://a.org/big)\n"


def test_footnotes_come_as_footnotes():
    body = "<p>Shut<sup><a href='#n'>1</a></sup> now.</p><ol><li id=n>The note. <a href='#r'>↩</a></li></ol>"
    assert markdown(body) == "Shut[^1] now.\n\n[^1]: The note.\n"
    assert [block.kind.value for block in parse(markdown(body)).blocks] == ["paragraph", "footnote"]


def test_a_reference_whose_note_is_not_kept_stays_readable():
    pieces = pieces_of(root_of("<p>Shut<sup><a href='#n'>7</a></sup> now.</p><p id=n>Note</p>"), "").pieces
    assert to_markdown(pieces[:1], lambda source: "", lambda link: link) == "Shut\\[1\\] now.\n"


def test_code_with_fences_of_its_own():
    assert markdown("<pre>```\nx\n```</pre>").startswith("````\n```\nx")


def test_endless_nesting_is_cut():
    assert len(markdown("<blockquote>" * 100 + "deep").split(">")) < 20
