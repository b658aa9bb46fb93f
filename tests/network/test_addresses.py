"""What somebody types as an address."""

import pytest

from viewer.network import Fault, FetchError, host_of, whole_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://news.example/a", "https://news.example/a"),
        (" news.example ", "https://news.example/"),
        ("news.example/a b?c=d e#f", "https://news.example/a%20b?c=d%20e"),
        ("HTTP://News.Example:80/A", "http://news.example/A"),
        ("localhost:8000/feed", "https://localhost:8000/feed"),
        ("//news.example/x", "https://news.example/x"),
        ("feed://news.example/rss", "http://news.example/rss"),
        ("feed:https://news.example/rss", "https://news.example/rss"),
        ("https://zürich.example/ä", "https://xn--zrich-kva.example/%C3%A4"),
        ("https://[::1]:8080/x", "https://[::1]:8080/x"),
        ("https://news.example/%C3%A4", "https://news.example/%C3%A4"),
        ("https://news.example./", "https://news.example/"),
    ],
)
def test_an_address_as_the_web_takes_it(typed, address):
    assert whole_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "file:///etc/passwd",
        "ftp://x.example",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "https://",
        "https://a b.example/",
        "https://a.example:99999/",
        "https://[bad/",
        "two words",
        "https://user:secret@a.example/",
        "https://" + "a" * 9_000,
        "https://a\x00.example/",
        "https://\ud800.example/",
    ],
)
def test_what_is_no_address(typed):
    with pytest.raises(FetchError) as caught:
        whole_address(typed)
    assert caught.value.fault is Fault.ADDRESS


def test_the_host():
    assert host_of("https://A.example:80/x") == "a.example"
    assert host_of("http://[bad") == ""
