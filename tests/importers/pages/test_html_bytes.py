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


@pytest.mark.parametrize("bad", [b"caf\xe9", b"10\xa0000", b"\x93quoted", b"cut short \xe2\x80"])
def test_one_bad_byte_costs_a_declared_utf_8_page_one_letter(bad):
    text = page_text(b"<meta charset=utf-8>" + "“Boats”, for £2.4m. ".encode() + bad)
    assert "“Boats”, for £2.4m." in text
    assert text.count("\ufffd") == 1


def test_a_page_that_only_claims_to_be_utf_8_is_read_as_what_it_is():
    page = "<html lang=fr><meta charset=utf-8><p>L’été a été pourri à Orbe, où la rivière a débordé.</p>"
    assert page_text(page.encode("cp1252")) == page


def test_a_few_bad_bytes_do_not_make_undeclared_utf_8_another_set():
    assert "Älven svämmade över på kvällen" in page_text("Älven svämmade över på kvällen ".encode() + b"\xe9")
