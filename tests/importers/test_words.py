from __future__ import annotations

import pytest

from viewer.importers.words import (
    address,
    decode,
    decode_exactly,
    encoding_of,
    listed,
    names,
    one_line,
    title_or_address,
)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Text".encode("utf-16"), "utf-16-le"),
        ("Text".encode("utf-16-be"), "utf-16-be"),
        ("\ufeffé".encode(), "utf-8"),
        ("é" * 40_000, "utf-8"),
        ("Größe".encode("cp1252"), "cp1252"),
        (b"", "utf-8"),
    ],
)
def test_encodings(data, encoding):
    assert encoding_of(data.encode()[:65_535] if isinstance(data, str) else data)[0] == encoding


def test_bytes_to_characters():
    assert decode(b"a\r\nb\rc\x00") == "a\nb\nc"
    assert decode_exactly(b"\xef\xbb\xbfa\r\nb") == "a\r\nb"
    assert (
        decode(b"sound \xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 and one broken \xff byte")
        == "sound éééé and one broken \ufffd byte"
    )


def test_one_line_is_short_and_clean():
    assert one_line(" a\n b\u202e\x07\t c\ud800 ") == "a b c\ufffd"
    assert len(one_line("x" * 10_000)) == 1000
    assert len(one_line("e" + "\u0301" * 1_000_000)) == 9


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "file:///x", "https://a b", "//a.example", "", "https://" + "x" * 9000]
)
def test_what_is_no_address(text):
    assert address(text) == ""


@pytest.mark.parametrize(
    ("title", "url", "expected"),
    [
        ("Troops", "https://a.example/1", "Troops"),
        ("https://a.example/1/", "https://a.example/1", "a.example"),
        ("", "https://a.example/2018/hajin%20falls-at_last.html?x", "Hajin falls at last"),
        ("http://other.example/some-words", "https://a.example/the-words", "The words"),
        ("", "https://[broken", "https://[broken"),
    ],
)
def test_titles(title, url, expected):
    assert title_or_address(title, url) == expected


def test_names():
    assert names("a|b| a ||c", "|") == ("a", "b", "c")
    assert len(names(",".join(map(str, range(5000))))) == 200
    assert listed("['a', \"b's\", 'c\\'s']") == ("a", "b's", "c's")
    assert listed('["a", "b, c"]') == ("a", "b, c")
    assert listed("a, b") == ("a", "b")
    assert listed("[]") == ()
    assert listed("[__import__('os')]") == ("os",)
