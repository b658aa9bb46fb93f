from __future__ import annotations

import pytest
from builders import prose

from viewer.importers import html_scan
from viewer.importers.html_scan import MAX_DEPTH, MAX_TAGS, scan
from viewer.importers.html_tree import tree_of
from viewer.model import LibraryError


def depth_of(text: str) -> int:
    deepest = 0
    stack = [(tree_of(text, "x"), 1)]
    while stack:
        element, depth = stack.pop()
        deepest = max(deepest, depth)
        stack += [(child, depth + 1) for child in element]
    return deepest


def test_scripts_styles_drawings_and_comments_go():
    page = "a<script>if (1 < 2) '<p>'</script>b<STYLE>p{}</style>c<!-- <p> -->d<svg><path/></svg>e<svg/>f"
    assert scan(page, "x").text.split() == list("abcdef")


def test_linked_data_is_kept_apart():
    page = '<script type="application/ld+json">{"a": 1}</script><script>other</script>text'
    scanned = scan(page, "x")
    assert scanned.json_ld == ('{"a": 1}',)
    assert scanned.text.strip() == "text"


def test_a_script_without_end_hides_what_follows_and_a_comment_does_not():
    assert scan("a<script>b", "x").text.strip() == "a"
    assert scan("a<!--b", "x").text.split() == ["a", "b"]


@pytest.mark.parametrize(
    "tags", ["<div>", "<b>", "<ul><li>", "<blockquote>", "<span class='a'>", "<table><tr><td>", "<dl><dd>"]
)
def test_deep_pages_are_flattened(tags):
    scanned = scan("<p>before</p>" + tags * 20_000 + prose(), "x")
    assert prose() in " ".join(scanned.text.split())
    assert depth_of(scanned.text) < 3 * MAX_DEPTH + 10


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("<ul><li>a", "</li></ul>"),
        ("<ol><li><p>a</p>", "</li></ol>"),
        ("<dl><dd>a", "</dd></dl>"),
        ("<table><tbody><tr><td>a", "</td></tr></tbody></table>"),
        ("<UL><LI>a", "</LI></UL>"),
        ("<p><span>a", ""),
        ("<dd>a", ""),
    ],
)
@pytest.mark.parametrize("times", [60, 150, 700])
def test_nothing_behind_what_is_nested_deep_is_lost(begin, end, times):
    page = scan(f"<p>before</p>{begin * times}{end * times}<p>behind</p>", "x")
    text = "".join(tree_of(page.text, "x").itertext())
    assert text.count("a") == times
    assert text.endswith("behind")


def test_a_shallow_page_is_left_as_it_is():
    page = "<div><p>a</div>" * 1_000
    assert scan(page, "x").text == page


def test_an_element_with_endless_attributes_goes():
    page = "<p>a</p><div " + " ".join(f"a{number}=1" for number in range(20_000)) + ">b</div>"
    assert "a19999" not in scan(page, "x").text


def test_too_many_tags_are_refused_with_the_name_of_the_page():
    with pytest.raises(LibraryError, match=r"page\.html is too large"):
        scan("<i>" * (MAX_TAGS + 1), "page.html")


def test_pictures_within_a_page_are_no_text(monkeypatch):
    monkeypatch.setattr(html_scan, "MAX_CHARACTERS", 20_000)
    picture = f'<img src="data:image/png;base64,{"A" * 9_000}">'
    assert picture in scan(f"<p>{prose()}</p>{picture * 5}", "x").text
    with pytest.raises(LibraryError, match=r"page\.html is too large"):
        scan(f"<p>{prose() * 100}</p>{picture}", "page.html")


def test_a_picture_stays_where_another_element_has_endless_attributes():
    bomb = "<div " + " ".join(f"a{number}=1" for number in range(20_000)) + ">b</div>"
    picture = f'<img src="data:image/png;base64,{"A" * 50_000}">'
    assert picture in scan(f"<p>a</p>{bomb}{picture}", "x").text
