"""What was copied or dropped."""

from PySide6.QtCore import QMimeData, QUrl

from viewer.ui.clipboard import Copied, copied, copied_address


def mime(text="", html="", urls=()):
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    return data


LONG = "Some words that were copied from somewhere and are long enough to be kept."


def test_an_empty_clipboard_that_is_none_at_all():
    assert (copied(None), copied_address(None)) == (Copied(), "")


def test_files_and_links():
    assert copied(mime(urls=["file:///tmp/a.html", "file:///tmp/b.md"])).files == ("/tmp/a.html", "/tmp/b.md")
    assert copied(mime(urls=["https://a.example/ä?x=1 2"])).addresses == ("https://a.example/%C3%A4?x=1%202",)
    assert copied(mime(urls=["ftp://a.example/x"])) == Copied()


def test_addresses_as_text():
    assert copied(mime("https://a.example/1\nhttps://b.example https://a.example/1")).addresses == (
        "https://a.example/1",
        "https://b.example",
    )
    assert copied(mime(f"https://a.example/1 {LONG}")).addresses == ()


def test_a_piece_of_a_page_and_text():
    assert copied(mime(LONG, f"<p>{LONG}</p>")) == Copied(text=f"<p>{LONG}</p>", is_html=True)
    assert copied(mime(LONG)) == Copied(text=LONG)
    assert copied(mime("# A\n\nb")).text == "# A\n\nb"


def test_a_short_word_is_no_article():
    assert copied(mime("hunter2")) == Copied()
    assert copied(mime()) == Copied()


def test_an_address_to_suggest():
    assert copied_address(mime("https://a.example/1")) == "https://a.example/1"
    assert copied_address(mime("https://a.example/1 https://a.example/2")) == ""
    assert copied_address(mime(LONG)) == ""
