from __future__ import annotations

import pytest

pytest.importorskip("viewer.importers.html_render")
markdown = pytest.importorskip("viewer.importers.html_markdown")


def test_html_as_markdown():
    html = '<h2>Head</h2><p>One <b>two</b> <a href="/x">three</a>.</p><ul><li>a</li><li>b</li></ul>'
    html += '<img src="/p.png" alt="P">'
    text = markdown.markdown_of(html, url="https://a.example/1")
    assert text.split("\n\n")[:2] == ["## Head", "One **two** [three](https://a.example/x)."]
    assert "- a\n- b" in text
    assert "![P](https://a.example/p.png)" in text


def test_names_without_an_address_stay():
    html = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>'
    text = markdown.markdown_of(html + '<p>Text</p><p><img src="../images/map.png" alt="Map"/></p></body></html>')
    assert text.strip() == "Text\n\n![Map](../images/map.png)"


def test_what_is_not_shown_or_leads_nowhere_is_left_out():
    text = markdown.markdown_of(
        '<p>A<script>x()</script> <a href="javascript:x()">b</a></p><img src="file:///etc/x.png">'
    )
    assert "x()" not in text
    assert "file:" not in text
