from __future__ import annotations

import threading

import pytest

from viewer.document import markup
from viewer.document.markup import to_html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("~~gone~~ and ==kept==", "<p><del>gone</del> and <mark>kept</mark></p>"),
        ("a ~~ b ~~ c == d", "<p>a ~~ b ~~ c == d</p>"),
        ("a{: onclick=x }", "<p>a{: onclick=x }</p>"),
        ("Term\n: Meaning", "<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>"),
        ("<script>x</script><b onclick='x' style='y'>b</b>", "<p><b>b</b></p>"),
    ],
)
def test_markdown_and_its_extensions(markdown, html):
    assert to_html(markdown).strip() == html


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x.png onerror=alert(1)>",
        "<iframe src=//x></iframe>",
        "<object data=x></object>",
        "<embed src=x>",
        "<meta http-equiv=refresh content='0;url=//x'>",
        "<base href=//x>",
        "<form action=//x><input name=a></form>",
        "<svg onload=alert(1)><use href=#a /></svg>",
        "<math><annotation-xml encoding=text/html><script>alert(1)</script></annotation-xml></math>",
        "<style>@import '//x';</style>",
        "<link rel=stylesheet href=//x>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<p style='background:url(//x)'>a</p>",
        "<a href='javascript:alert(1)'>a</a>",
    ],
)
def test_nothing_active_passes(hostile):
    for markdown in (hostile, f"a {hostile} b", f"- {hostile}", f"> {hostile}", f"| a |\n|---|\n| {hostile} |"):
        html = to_html(markdown).lower()
        for word in ("<script", "onerror=", "onload=", "<iframe", "<object", "<embed", "<meta", "<base", "<form",
                     "<input", "<svg", "<math", "<style", "<link", "style=", "href=\"javascript"):  # fmt: skip
            assert word not in html


def test_one_article_leaves_nothing_to_the_next():
    to_html("[^1]: note\n\nText[^1] [a]\n\n[a]: http://x.example\n\n<div>raw</div>")
    assert to_html("Text[^1] [a]") == "<p>Text[^1] [a]</p>"


def test_a_converter_that_failed_is_not_used_again(monkeypatch):
    to_html("warm")
    failed = markup._kept.converter
    monkeypatch.setattr(failed, "convert", lambda _text: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        to_html("- a")
    assert to_html("b") == "<p>b</p>"
    assert markup._kept.converter is not failed


def test_each_thread_has_its_own_converter():
    to_html("warm")
    seen = []

    def convert():
        seen.append(to_html("[^1]: note\n\nText[^1]"))
        seen.append(markup._kept.converter)

    thread = threading.Thread(target=convert)
    thread.start()
    thread.join()
    assert "footnote" in seen[0]
    assert seen[1] is not markup._kept.converter
