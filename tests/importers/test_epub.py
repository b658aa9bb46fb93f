from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("plain_converter")

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20
CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
PACKAGE = """<?xml version="1.0"?><package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>The Border &amp; the War</dc:title><dc:creator>Ada Writer</dc:creator><dc:creator>Bo Reporter</dc:creator>
<dc:language>en-GB</dc:language><dc:date>2018-11</dc:date><dc:publisher>A Press</dc:publisher>
<dc:subject>Syria</dc:subject><dc:subject>Iraq</dc:subject><dc:description>What it is about</dc:description>
<dc:identifier>urn:isbn:1</dc:identifier></metadata><manifest>
<item id="two" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="gone" href="text/gone.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
</manifest><spine><itemref idref="one"/><itemref idref="two"/>{more}</spine></package>"""
NAV = '<html><nav epub:type="toc"><ol><li><a href="text/one.xhtml#x">First <b>part</b></a></li></ol></nav></html>'
NCX = """<ncx><navMap>
<navPoint><navLabel><text>Second part</text></navLabel><content src="text/two%20b.xhtml"/></navPoint>
</navMap></ncx>"""


def book(
    more="", one="Text of one ![Map](../images/map.png) ![](https://a.example/x.png)", two="Text of two", **others
):
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": PACKAGE.replace("{more}", more),
        "OEBPS/nav.xhtml": NAV,
        "OEBPS/toc.ncx": NCX,
        "OEBPS/text/one.xhtml": one,
        "OEBPS/text/two b.xhtml": two,
        "OEBPS/images/map.png": PNG,
        **others,
    }


def test_a_short_book_is_one_article(bring_in, zipped):
    data = zipped(book())
    (article,), problems = bring_in("book.epub", data)
    assert article.title == "The Border & the War"
    assert article.authors == ("Ada Writer", "Bo Reporter")
    assert (article.language, article.site, article.description) == ("en-GB", "A Press", "What it is about")
    assert (article.published, article.published_from) == ("2018-11", "e-book")
    assert article.tags == ("Syria", "Iraq")
    assert article.markdown.split("\n\n") == [
        "## First part",
        "Text of one ![Map](chapter-1-1.png) ![](https://a.example/x.png)",
        "## Second part",
        "Text of two",
    ]
    assert [(file.name, file.data) for file in article.files] == [("chapter-1-1.png", PNG)]
    assert (article.original.name, article.original.data) == ("original.epub", data)
    assert dict(article.extra) == {"epub_identifier": "urn:isbn:1"}
    assert problems == []


def test_a_long_book_is_an_article_for_each_chapter(bring_in, zipped):
    long = " ".join(f"word{number}" for number in range(20_000))
    articles, problems = bring_in("book.epub", zipped(book(one=long, more='<itemref idref="gone"/>')))
    assert [article.title for article in articles] == ["First part", "Second part"]
    assert [article.sections for article in articles] == [("The Border & the War",)] * 2
    assert articles[1].markdown == "Text of two"
    assert dict(articles[1].extra)["epub_chapter"] == "2 of 3"
    assert articles[1].item == "book.epub, chapter 2"
    assert "gone.xhtml" in problems[0].reason


def test_a_protected_chapter_is_named(bring_in, zipped):
    lock = '<encryption><CipherReference URI="OEBPS/text/two%20b.xhtml"/></encryption>'
    (article,), problems = bring_in("book.epub", zipped(book(**{"META-INF/encryption.xml": lock})))
    assert "Text of two" not in article.markdown
    assert "protected" in problems[0].reason


@pytest.mark.parametrize(
    "package",
    [
        '<!DOCTYPE p [<!ENTITY a "b">]><package><spine/></package>',
        "<package>" + "<a>" * 100_000 + "b" * 10,
        "",
    ],
)
def test_a_package_that_harms_or_is_missing_is_one_problem(bring_in, zipped, package):
    entries = book(pad=bytes(range(256)) * 2000) | {"OEBPS/book.opf": package}
    if not package:
        del entries["OEBPS/book.opf"]
    articles, problems = bring_in("book.epub", zipped(entries))
    assert articles == []
    assert len([problem for problem in problems if problem.item == "book.epub"]) == 1


def test_names_of_chapters_lead_nowhere(bring_in, zipped, tmp_path):
    (tmp_path / "secret.xhtml").write_text("secret")
    package = PACKAGE.replace("text/one.xhtml", "../../secret.xhtml").replace("{more}", "")
    (article,), problems = bring_in("book.epub", zipped(book() | {"OEBPS/book.opf": package}))
    assert "secret" not in article.markdown
    assert "is not in the e-book" in problems[0].reason
