"""What is pasted: addresses, pieces of pages, Markdown, plain text."""

from viewer.importers.pasted import pasted_addresses, read_pasted
from viewer.model import ImportProblem


def one(text, **more):
    [found] = read_pasted(text, **more)
    return found


def test_addresses_and_nothing_else():
    assert pasted_addresses("https://a.example/x") == ("https://a.example/x",)
    assert pasted_addresses(" https://a.example/x\n\nhttp://b.example \nhttps://a.example/x") == (
        "https://a.example/x",
        "http://b.example",
    )
    assert pasted_addresses("see https://a.example/x") == ()
    assert pasted_addresses("javascript:alert(1)") == ()
    assert pasted_addresses("") == ()


def test_a_piece_of_a_page_keeps_its_headings_links_and_source():
    html = (
        "Version:0.9\r\nSourceURL:https://news.example/story\r\n<html><body><!--StartFragment-->"
        '<h2>The halt</h2><p>See <a href="/a">this</a> <script>x()</script></p><!--EndFragment--></body></html>'
    )
    found = one(html, is_html=True)
    assert found.title == "The halt"
    assert found.url == "https://news.example/story"
    assert "[this](https://news.example/a)" in found.markdown
    assert "x()" not in found.markdown
    assert found.original.data.decode() == html
    assert found.saved is not None


def test_a_piece_without_a_heading_is_called_after_its_first_words():
    found = one("<p>" + "The SDF halted its campaign. " * 9 + "</p>", is_html=True)
    assert found.title.startswith("The SDF halted its campaign.")
    assert found.title.endswith("…")
    assert len(found.title) <= 101


def test_markdown():
    found = one("# A heading\n\n- one\n- two\n")
    assert found.title == "A heading"
    assert "- one" in found.markdown
    assert one("See [this](https://a.example) and that.").title == "See this and that."


def test_markdown_with_front_matter_keeps_it():
    found = one("---\ntitle: Mine\nmood: good\n---\nText.\n")
    assert found.title == "Mine"
    assert "mood: good" in found.header


def test_plain_text():
    found = one("First line\n\nSome words that follow.\n")
    assert found.title == "First line"
    assert "Some words" in found.markdown


def test_nothing():
    assert isinstance(one("  \n "), ImportProblem)
    assert isinstance(one("<p> </p>", is_html=True), ImportProblem)
