import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.library.file_names import LONGEST, FreeNames, distinct, name_key, safe_name, safe_stem


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Troops at the border", "Troops at the border"),
        ("Who? What: a/b\\c <d> | “e” * f", "Who What a b c d “e” f"),
        ("../../etc/passwd", "etc passwd"),
        ("a\\..\\w", "a .. w"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com¹", "_com¹"),
        ("Console", "Console"),
        (" . hidden . ", "hidden"),
        ("…", "…"),
        ("???", "Article"),
        ("", "Article"),
        ("line\nbreak\ttab\x00nul\u202eoverride", "line break tabnuloverride"),
        ("\ud800", "Article"),
        ("Cafe\u0301", "Café"),
        ("تعزيز الحدود", "تعزيز الحدود"),
    ],
)
def test_a_name_is_safe_on_every_system(title, stem):
    assert safe_stem(title) == stem


def test_a_long_title_is_cut_at_a_word_or_at_least_at_a_character():
    assert safe_stem("word " * 60) == ("word " * 24).strip()
    assert len(safe_stem("語" * 100).encode()) <= LONGEST
    assert safe_stem("x" * 300) == "x" * LONGEST


@given(st.text(max_size=200))
def test_any_title_gives_a_name_that_every_system_takes(title):
    stem = safe_stem(title)
    assert 0 < len(stem.encode("utf-8")) <= LONGEST + 1
    assert not set(stem) & set('<>:"/\\|?*\0\n')
    assert stem == stem.strip(". ")
    assert stem.split(".")[0].strip().upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}


def test_names_equal_but_for_case_or_unicode_form_are_one():
    names = FreeNames(["Border.md", "Other.files", "Text.txt"])
    assert names.take("border") == "border 2"
    assert names.take("BORDER") == "BORDER 3"
    assert names.take("other") == "other 2"
    assert names.take("Text") == "Text 2"
    assert names.take("Café") == "Café"
    assert names.take(unicodedata.normalize("NFD", "CAFÉ")) == "CAFÉ 2"
    assert names.take("free") == "free"
    assert name_key("Straße") == name_key("STRASSE")


def test_ten_thousand_articles_of_one_title_get_names_in_no_time():
    names = FreeNames(())
    assert len({names.take("Untitled") for _ in range(10_000)}) == 10_000


def test_files_of_an_article_keep_their_ending_and_lose_their_path():
    assert safe_name("../images/Photo one.JPG", otherwise="file-1") == "Photo-one.jpg"
    assert safe_name("https://x.example/a/???", otherwise="file-2") == "file-2"
    assert safe_name("C:\\pictures\\con.png", otherwise="x") == "_con.png"
    assert distinct(["a.png", "A.PNG", "b", "a.png", "B"]) == ["a.png", "A-2.PNG", "b", "a-3.png", "B-2"]
