import pytest

from viewer.library import article_files
from viewer.library.article_files import files_of, with_links_to
from viewer.model import ImportedArticle, ImportedFile, ImportedHighlight


def test_what_the_library_could_not_read_again_is_refused():
    with pytest.raises(ValueError, match="not text"):
        files_of(ImportedArticle(title="a\ufffd\ufffd\ufffdb", markdown="\ufffd" * 40), "x")


def test_what_is_no_text_is_refused():
    with pytest.raises(ValueError, match="binary data"):
        files_of(ImportedArticle(item="x", markdown="0" + "\x1f" * 12, title="0"), "x")


def test_an_article_becomes_a_file_with_what_belongs_to_it_beside_it():
    files = files_of(
        ImportedArticle(
            "Title",
            "![a](images/a.png) and the words.",
            files=(ImportedFile("images/a.png", b"a"), ImportedFile("other/A.png", b"b")),
            original=ImportedFile("x.html", b"<p>"),
            highlights=(ImportedHighlight("the words"),),
        ),
        "My name",
    )
    assert files.article.decode() == "---\ntitle: Title\n---\n\n![a](My%20name.files/a.png) and the words.\n"
    assert set(files.beside) == {
        "My name.files/a.png",
        "My name.files/A-2.png",
        "My name.original.html",
        "My name.annotations.json",
    }
    assert (files.beside["My name.files/A-2.png"], files.beside["My name.original.html"]) == (b"b", b"<p>")


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("![x](p.png)", "![x](N.files/p.png)"),
        ('![x](p.png "title")', '![x](N.files/p.png "title")'),
        ("![x](<p.png>)", "![x](N.files/p.png)"),
        ("![x](./p.png)", "![x](N.files/p.png)"),
        ("<img src='p.png'>", "<img src='N.files/p.png'>"),
        ('<a href="a%20%281%29.pdf">', '<a href="N.files/a.pdf">'),
        ("[x](a (1).pdf)", "[x](N.files/a.pdf)"),
        ("[1]: p.png\n", "[1]: N.files/p.png\n"),
        ("![x](p.png.bak) and p.png in words", "![x](p.png.bak) and p.png in words"),
        ("![x](https://e.example/p.png)", "![x](https://e.example/p.png)"),
    ],
)
def test_links_to_the_files_are_led_to_their_place(markdown, expected):
    assert with_links_to(markdown, {"p.png": "N.files/p.png", "a (1).pdf": "N.files/a.pdf"}) == expected


def test_an_address_without_a_text_is_a_link():
    files = files_of(ImportedArticle("T", url="https://x.example/a_(b)?c=[1]", description="What it is."), "T")
    body = files.article.decode().partition("---\n\n")[2]
    assert body == "What it is.\n\n[https://x.example/a\\_(b)?c=\\[1\\]](https://x.example/a_%28b%29?c=%5B1%5D)\n"


def test_characters_that_are_none_do_not_reach_the_file():
    assert files_of(ImportedArticle("T", "a\0b\ud800c"), "T").article.endswith(b"\n\nab?c\n")


def test_an_article_that_could_not_be_opened_again_is_refused(monkeypatch):
    monkeypatch.setattr(article_files, "MOST_BYTES", 100)
    with pytest.raises(ValueError, match="larger than"):
        files_of(ImportedArticle("T", "x" * 101), "T")


def test_an_address_that_is_no_unicode_still_has_a_link():
    assert article_files.address_as_text("http://a/\ud800") == "[http://a/\ud800](http://a/?)"
