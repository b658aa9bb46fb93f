from __future__ import annotations

import pytest

from viewer.document.links import safe_image_source, safe_link


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c#d",
        "http://xn--e1awd7f.example",
        "article.md",
        "../other/article.md#heading",
        "Part%201%3A%20x.md",
        "/posts/article.md",
        "#fn-1",
        "mailto:desk@example.org",
    ],
)
def test_these_stay_as_written(address):
    assert safe_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " java\tscript:alert(1)",
        "java\x00script:alert(1)",
        "\u200bjavascript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "smb://host/share",
        "vscode:extension/x",
        "vbscript:x",
        "mailto:?attach=/etc/passwd",
        "C:/Windows/x",
        "C:\\Windows",
        "\\\\host\\share",
        "///etc/passwd",
        "//\\host",
        "https:",
        "http:relative",
        "https://",
        "a" * 5_000,
    ],
)
def test_these_are_no_links(address):
    assert safe_link(address) == ""


def test_mail_keeps_the_address_only():
    assert safe_link("mailto:a@example.org?subject=x&attach=/etc/passwd") == "mailto:a@example.org"


def test_an_address_without_a_scheme_is_https_and_schemes_are_in_small_letters():
    assert safe_link("//example.org/x") == "https://example.org/x"
    assert safe_link("HTTPS://example.org/X") == "https://example.org/X"


@pytest.mark.parametrize("source", ["map.png", "images/a%20map.png", "../images/x.jpg", "b c.webp", "x.png?width=3"])
def test_pictures_of_the_library(source):
    assert safe_image_source(source) == source


@pytest.mark.parametrize(
    "source",
    [
        "",
        "http://example.org/x.png",
        "https%3A//example.org/x.png",
        "//host/share/x.png",
        "%2F%2Fhost/x.png",
        "/dev/zero",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "C:/x.png",
        "..\\x.png",
        "a%5Cb.png",
        "x.svg",
        "x.SVG?y.png",
        "x%2Esvg",
        "x.svgz#a",
        "a\x00.png",
        "a%00.png",
    ],
)
def test_these_are_no_pictures(source):
    assert safe_image_source(source) == ""
