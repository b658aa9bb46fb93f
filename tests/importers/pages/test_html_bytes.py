from __future__ import annotations

import pytest

from viewer.importers.html_bytes import page_text, without_controls

ARABIC = "<p>أغلق الجسر يوم الثلاثاء</p>"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("é “x”".encode(), "é “x”"),
        ("\ufeffé".encode(), "é"),
        ("é".encode("utf-16"), "é"),
        (("<html>" + "é" * 40).encode("utf-16-le"), "<html>" + "é" * 40),
        (("<html>" + "a" * 40).encode("utf-16-be"), "<html>" + "a" * 40),
        (b"<meta charset=iso-8859-1>\x93x\x94", "<meta charset=iso-8859-1>“x”"),
        (b"<meta charset=windows-1256>" + ARABIC.encode("cp1256"), "<meta charset=windows-1256>" + ARABIC),
        (b"<meta charset=gb2312>" + "中文".encode("gb18030"), "<meta charset=gb2312>中文"),
        (b"a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_text_is_decoded_as_browsers_do(data, expected):
    assert page_text(data) == expected


def test_utf_8_that_claims_to_be_latin_is_utf_8():
    assert "“Zürich”" in page_text("<meta charset=iso-8859-1>“Zürich”".encode())


def test_a_few_broken_bytes_leave_utf_8_as_it_is():
    text = page_text("é".encode() * 200 + b"\xff")
    assert text.startswith("é" * 200)
    assert text.endswith("\ufffd")


def test_the_envelope_names_the_set_where_the_page_does_not():
    assert page_text("Москва не сразу".encode("koi8-r"), "koi8-r") == "Москва не сразу"


@pytest.mark.parametrize("name", ["base64", "no-such-set", "hex", "\x00"])
def test_a_set_that_is_none_of_text_is_not_used(name):
    assert page_text(b"plain", name) == "plain"


def test_control_characters_and_surrogates_go():
    assert without_controls("a\x00b\x1b\ud800c\td\n") == "abc\td\n"
