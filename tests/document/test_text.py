from __future__ import annotations

import pytest

from viewer.document.text import MAX_BYTES, clean_characters, clean_source, clean_text, strip_controls
from viewer.model import LibraryError


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (b"plain", "plain"),
        ("Bükamal".encode(), "Bükamal"),
        (b"\xef\xbb\xbfmark", "mark"),
        ("mark é".encode("utf-16"), "mark é"),
        (b"\xfe\xff" + "mark é".encode("utf-16-be"), "mark é"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
    ],
)
def test_sound_files_are_read_without_a_word(raw, text):
    assert clean_text(raw) == (text, "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(encoding):
    text, notice = clean_text("Troops crossed the river.".encode(encoding))
    assert text == "Troops crossed the river."
    assert "UTF-16" in notice


def test_windows_1252_is_read_and_said():
    text, notice = clean_text("a café – “closed”".encode("cp1252"))
    assert text == "a café – “closed”"
    assert "Windows-1252" in notice


def test_a_broken_byte_among_much_utf_8_is_replaced_and_said():
    text, notice = clean_text("“é” – “ü” “ä”".encode() + b" \xff end")
    assert text.endswith("\ufffd end")
    assert "replaced" in notice


def test_zero_characters_are_left_out_and_said():
    text, notice = clean_text(b"a long enough line of text\x00 with a zero")
    assert "\x00" not in text
    assert "Zero" in notice


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n\x01\x02\x03\x04\x05" + bytes(range(1, 32)) * 20, b"\x7fELF\x02\x01\x01" * 50]
)
def test_binary_data_is_refused_with_a_sentence(raw):
    with pytest.raises(LibraryError, match="binary data, not text"):
        clean_text(raw)


def test_a_file_too_large_is_refused_with_the_limit(monkeypatch):
    monkeypatch.setattr("viewer.document.text.MAX_BYTES", 10)
    with pytest.raises(LibraryError, match="too large"):
        clean_text(b"eleven bytes")
    assert MAX_BYTES >= 10_000_000


def test_a_title_is_one_line_without_overrides():
    assert strip_controls("one\ntwo\u202e\x07\u2066three\ufffc") == "one twothree"


def test_letters_joiners_and_spaces_of_scripts_stay():
    text = "می‌خواهم\u00a0👩‍👩‍👧 é e\u0301"
    assert clean_characters(text) == text


def test_of_a_heap_of_marks_eight_stay():
    assert clean_characters("a" + "\u0301" * 1_000_000 + "b") == "a" + "\u0301" * 8 + "b"


def test_lone_surrogates_are_replaced():
    assert clean_characters("a\ud800b") == "a\ufffdb"


def test_every_line_break_of_a_source_is_a_line_feed():
    assert clean_source("a\r\nb\rc\x0bd\u2029e\tf") == "a\nb\nc\nd\ne\tf"


def test_short_lines_as_windows_writes_them_are_text():
    text, notice = clean_text(b"a\r\n" * 40)
    assert (text, notice) == ("a\n" * 40, "")
