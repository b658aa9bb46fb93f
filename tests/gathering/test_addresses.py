"""Addresses become articles, from a real server on this machine."""

from __future__ import annotations

import pytest

from viewer.gathering.addresses import Addresses
from viewer.importers import Questioner
from viewer.model import ImportedArticle, ImportProblem, LibraryError

WORDS = (
    "<p>Engineers repaired the barrage on Monday. " + "The water rose slowly behind the gates all day. " * 12 + "</p>"
)


def page(head="", body=WORDS * 4, title="The barrage was repaired"):
    top = f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head>'
    return f"{top}<body><article><h1>{title}</h1>{body}</article></body></html>"


def gather(*given):
    with Addresses() as gathering:
        found = list(gathering.articles(given))
    articles = [one for one in found if isinstance(one, ImportedArticle)]
    return articles, [one for one in found if isinstance(one, ImportProblem)]


def test_a_page_comes_with_its_pictures_and_as_it_was(server, picture):
    html = page(body=f'<p><img src="/map.png" alt="A map"></p>{WORDS * 4}<img src="sub/second.png" alt="Two">')
    server.give("/news/story.html", html)
    server.give("/map.png", picture(), "image/png")
    server.give("/news/sub/second.png", picture(90), "image/png")
    [article], problems = gather(server.address("/news/story.html"))
    assert problems == []
    assert article.title == "The barrage was repaired"
    assert article.url == server.address("/news/story.html")
    assert "![A map](files/map.png)" in article.markdown
    assert [file.name for file in article.files] == ["files/map.png", "files/second.png"]
    assert article.original.data == html.encode()
    assert article.saved.tzinfo is not None
    asked = dict(server.asked)
    assert "Referer" not in asked["/map.png"]
    assert "Cookie" not in asked["/map.png"]


def test_the_address_after_redirects_and_the_one_that_the_page_calls_its_own(server):
    server.lead("/short", "/news/story?session=1")
    server.give("/news/story?session=1", page('<link rel="canonical" href="/news/story">'))
    [article], _ = gather(server.address("/short"))
    assert article.url == server.address("/news/story")
    assert article.extra == (("fetched_from", server.address("/news/story?session=1")),)


@pytest.mark.parametrize("own", ["https://famous.example/story", "/", "javascript:x", "http://[bad"])
def test_a_page_speaks_for_its_own_site_alone(server, own):
    server.give("/story", page(f'<link rel="canonical" href="{own}">'))
    [article], _ = gather(server.address("/story"))
    assert article.url == server.address("/story")


@pytest.mark.parametrize(
    ("encoding", "kind", "meta"),
    [
        ("latin-1", "text/html; charset=iso-8859-1", ""),
        ("latin-1", "text/html; charset=iso-8859-1", '<meta charset="utf-8">'),
        ("shift_jis", "text/html; charset=Shift_JIS", ""),
        ("shift_jis", "text/html", '<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">'),
        ("utf-16", "text/html", ""),
        ("utf-16-le", "text/html; charset=utf-16le", ""),
        ("utf-8", "text/html; charset=iso-8859-1", ""),
        ("utf-8", "text/html; charset=nonsense", ""),
        ("cp1251", "text/html; charset=windows-1251", ""),
    ],
)
def test_characters_come_as_they_are_whatever_is_said_of_them(server, encoding, kind, meta):
    title = {"shift_jis": "東京の水門が直された", "cp1251": "Плотину починили в понедельник"}.get(
        encoding, "Über die Brücke für Fußgänger"
    )
    server.give("/", page(meta, title=title).encode(encoding), kind)
    [article], _ = gather(server.address("/"))
    assert article.title == title


def test_a_charset_that_only_the_server_knows_is_kept_for_later(server):
    server.give("/", page(title="東京の水門").encode("shift_jis"), "text/html; charset=Shift_JIS")
    [article], _ = gather(server.address("/"))
    assert ("original_charset", "Shift_JIS") in article.extra


def test_pictures_that_count_readers_are_not_fetched(server, picture):
    hidden = (
        '<img src="/a.png" width="1" height="1"><img src="/pixel.gif"><img src="/t/beacon?u=1">'
        '<img src="data:image/png;base64,AAAA"><img src="ftp://x.example/a.png"><img src="file:///etc/passwd">'
    )
    server.give("/", page(body=hidden + WORDS * 4 + '<img src="/real.png" alt="Real">'))
    server.give("/real.png", picture(), "image/png")
    [article], problems = gather(server.address("/"))
    assert server.paths() == ["/", "/real.png"]
    assert len(article.files) == 1
    assert problems == []


def test_a_page_of_the_web_fetches_nothing_from_the_network_of_the_reader(server, monkeypatch):
    html = page(body=f'<img src="{server.address("/router.png")}" alt="x">{WORDS * 4}')
    monkeypatch.setenv("http_proxy", server.address("").rstrip("/"))
    server.answers["http://news.example/a"] = (200, {"Content-Type": "text/html"}, html.encode())
    with Addresses() as gathering:
        _, problem = gathering.articles(["http://news.example/a"])
    assert "/router.png" not in server.paths()
    assert "own network" in problem.reason


def test_a_picture_that_does_not_come_is_told_and_keeps_its_address(server):
    server.give("/", page(body=f'<img src="/gone.png" alt="Gone">{WORDS * 4}'))
    [article], [problem] = gather(server.address("/"))
    assert f"![Gone]({server.address('/gone.png')})" in article.markdown
    assert problem.item == server.address("/")
    assert problem.reason.startswith("It came without one of its pictures. ")
    assert "404" in problem.reason


def test_a_feed_says_that_it_is_one(server):
    server.give("/rss", "<rss version='2.0'><channel><title>Border news</title></channel></rss>", "text/xml")
    with Addresses() as gathering:
        [problem] = gathering.articles([server.address("/rss")])
    assert "It is a feed (“Border news”)" in problem.reason
    assert f"dateline feeds add {server.address('/rss')}" in problem.reason
    assert [(feed.url, feed.title) for feed in gathering.feeds] == [(server.address("/rss"), "Border news")]


def test_a_picture_alone(server, picture):
    server.give("/maps/hajin-front.png", picture(), "image/png")
    [article], _ = gather(server.address("/maps/hajin-front.png"))
    assert article.title == "Hajin front"
    assert article.markdown == "![Hajin front](files/picture.png)\n"
    assert article.files[0].data == picture()


def test_text_and_markdown(server):
    server.give(
        "/a.txt", "Grüße aus dem Süden. Heute war ein schöner Tag.".encode("latin-1"), "text/plain; charset=latin-1"
    )
    server.give("/b", "# A heading\n\nSome *words*.", "text/markdown")
    articles, problems = gather(server.address("/a.txt"), server.address("/b"))
    assert problems == []
    assert "Grüße" in articles[0].markdown
    assert articles[1].title == "A heading"
    assert articles[1].url == server.address("/b")


def test_markdown_keeps_its_front_matter_and_gets_its_address(server):
    server.give("/b.md", "---\ntitle: A day\nmood: good\n---\nSome words.\n", "text/markdown")
    [article], _ = gather(server.address("/b.md"))
    assert article.header == f'---\nsource: "{server.address("/b.md")}"\ntitle: A day\nmood: good\n---\n'


def test_a_pdf(server):
    import io

    from pypdf import PdfWriter

    writer, stream = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(stream)
    server.give("/report.pdf", stream.getvalue(), "application/pdf")
    articles, problems = gather(server.address("/report.pdf"))
    assert [one.item for one in (*articles, *problems)] == [server.address("/report.pdf")] * (
        len(articles) + len(problems)
    )
    assert articles or "text" in problems[0].reason


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        (b"PK\x05\x06" + bytes(18), "application/zip", "archive"),
        (b"\x7fELF" + bytes(range(256)), "application/octet-stream", "none of the things"),
        (b"<opml version='2.0'><body/></opml>", "text/xml", "list of feeds"),
        (b"<html><body></body></html>", "text/html", "no article"),
        (b"x", "video/mp4", "film"),
    ],
)
def test_what_is_no_article_says_so(server, body, kind, words):
    server.give("/x", body, kind)
    articles, [problem] = gather(server.address("/x"))
    assert articles == []
    assert words in problem.reason
    assert problem.item == server.address("/x")


def test_one_bad_address_does_not_stop_the_rest(server):
    server.give("/a", page())
    articles, problems = gather("nonsense here", server.address("/gone"), server.address("/a"))
    assert [one.title for one in articles] == ["The barrage was repaired"]
    assert [one.item for one in problems] == ["nonsense here", server.address("/gone")]


@pytest.mark.apart
def test_a_page_comes_into_the_library_once_with_all_that_belongs_to_it(server, library, picture):
    server.give("/a", page(body=f'<img src="/map.png" alt="A map">{WORDS * 4}'))
    server.give("/map.png", picture(), "image/png")
    with Addresses() as gathering:
        [added] = library.add(gathering.articles([server.address("/a")])).added
    names = sorted(path.relative_to(library.root).as_posix() for path in library.root.rglob("*") if path.is_file())
    stem = added.path.stem
    assert names == [f"{stem}.files/map.png", f"{stem}.md", f"{stem}.original.html"]
    server.lead("/short", "/a")
    with Addresses() as gathering:
        again = library.add(gathering.articles([server.address("/short")]))
    assert (len(again.added), len(again.already)) == (0, 1)


def test_what_takes_its_reader_down_is_the_fault_of_that_address(server, monkeypatch):
    def gone(*_args, **_more):
        raise LibraryError("It takes too long to be read.")

    monkeypatch.setattr(Questioner, "ask", gone)
    server.give("/a", page())
    _, [problem] = gather(server.address("/a"))
    assert problem == ImportProblem(server.address("/a"), "It takes too long to be read.")
