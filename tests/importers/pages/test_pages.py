from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest
from builders import article, page, png, prose

from viewer.document import parse
from viewer.importers import read_page
from viewer.importers.html_bytes import MAX_BYTES
from viewer.model import BlockKind, LibraryError

WORDS = "Some words of the article, which are long enough to count as prose. " * 4


def test_an_article_with_all_that_belongs_to_it():
    head = '<title>The bridge is shut</title><script type="application/ld+json">{"@type": "NewsArticle", '
    head += '"headline": "The bridge is shut", "datePublished": "2018-11-02", "author": "Ada Byron"}</script>'
    inner = "<h1>The bridge is shut</h1><h2>Cost</h2><ul><li>One</li></ul><blockquote><p>Said so.</p></blockquote>"
    found = read_page(article(inner, head), url="http://a.org/n/bridge", name="bridge.html")
    kinds = {block.kind for block in parse(found.markdown).blocks}
    assert kinds == {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE}
    assert (found.title, found.authors, found.site, found.language) == (
        "The bridge is shut",
        ("Ada Byron",),
        "a.org",
        "en",
    )
    assert (found.published, found.published_from) == ("2018-11-02", "json-ld")
    assert "# The bridge is shut" not in found.markdown
    assert "Home" not in found.markdown
    assert found.original is not None
    assert (found.original.name, found.original.data) == ("bridge.html", article(inner, head))


def test_pictures_of_the_folder_and_of_the_page(tmp_path):
    folder = tmp_path / "bridge_files"
    folder.mkdir()
    (folder / "one.png").write_bytes(png(color=1))
    within = base64.b64encode(png(color=2)).decode()
    inner = f"<img src='bridge_files/one.png' alt=One><img src='data:image/png;base64,{within}' alt=Two>"
    found = read_page(article(inner), name="bridge.html", folder=tmp_path)
    assert [file.name for file in found.files] == ["files/one.png", "files/image-2.png"]
    images = [block.image for block in parse(found.markdown).blocks if block.image]
    assert [image.source for image in images] == [file.name for file in found.files]
    assert read_page(article(inner), folder=folder).files[0].data == png(color=1)


def test_the_other_modes():
    data = article("<div class=related><p>" + prose(7) + "</p></div>")
    assert prose(7) not in read_page(data, mode="other").markdown
    assert prose(7) in read_page(data, mode="page").markdown
    assert "Home" in read_page(data, mode="page").markdown


def test_a_page_of_single_file_says_where_and_when():
    note = "<!--\n Page saved with SingleFile \n url: https://a.org/x?y=1 \n "
    note += "saved date: Fri Nov 02 2018 20:10:00 GMT+0000 (UTC)\n-->"
    found = read_page(note.encode() + article())
    assert found.url == "https://a.org/x?y=1"
    assert found.saved == datetime(2018, 11, 2, 20, 10, tzinfo=UTC)


def test_a_page_saved_by_a_browser_says_where():
    assert read_page(b"<!-- saved from url=(0017)https://a.org/x -->" + article()).url == "https://a.org/x"


def test_the_base_of_the_page_makes_links_whole():
    found = read_page(article("<p>See <a href=c>this</a> now.</p>", "<base href='/b/'>"), url="http://a.org/x")
    assert "[this](http://a.org/b/c)" in found.markdown


@pytest.mark.parametrize("data", [b"", b"\0" * 1_000, page(""), page("<script>x</script>"), page("<img src=a.jpg>")])
def test_no_article_is_said_in_a_sentence(data):
    with pytest.raises(LibraryError, match=r"^empty\.html holds no .*\."):
        read_page(data, name="empty.html")


def test_a_page_of_many_megabytes_is_refused():
    with pytest.raises(LibraryError, match=r"big\.html is too large"):
        read_page(b" " * (MAX_BYTES + 1), name="big.html")


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000,
        "<b>" * 100_000,
        "<table><tr><td>" * 5_000,
        "<table>" + "<tr><td>a<td>b" * 30_000,
        "text<br>" * 50_000,
        "<img src=http://a.org/b.jpg>" * 20_000,
        "<" * 300_000,
        "[" * 100_000,
        "*_`" * 30_000,
        "<![CDATA[" * 20_000,
        "<script" * 50_000,
        "<!--" * 50_000,
        "e" + "\u0301" * 200_000,
        "<sup><a href='#n'>1</a></sup>" * 5_000 + "<p id=n>Note</p>",
        "<div class=author>" * 140 + "<p class=author>x y</p>" * 5_000,
        "<p style='" + "display " * 50_000 + "'>x</p>",
    ],
    ids=lambda body: body[:24],
)
def test_hostile_bodies_leave_the_article_readable(body):
    found = read_page(page(f"<article><p>{WORDS}</p><p>{WORDS}</p>{body}</article>"))
    assert WORDS.strip() in found.markdown


def test_nothing_that_runs_or_hides_comes_through():
    inner = "<p onclick=x()>Safe <a href='javascript:x()'>link</a><iframe src=http://x.org></iframe></p>"
    inner += "<p style='display:none'>Hidden words</p><svg onload=x()></svg><object data=file:///etc/passwd></object>"
    found = read_page(article(inner)).markdown
    assert "Safe link" in found
    assert not any(word in found for word in ("javascript", "iframe", "Hidden", "svg", "passwd", "onclick"))
