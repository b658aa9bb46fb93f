import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.library.query import fold, read_query


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("border troops ", '("border" AND "troops")'),
        ("border tro", '("border" AND "tro"*)'),
        ('"border troops"', '("border troops")'),
        ("Hajin OR Baghuz ", '("hajin") OR ("baghuz")'),
        ("syria -raqqa ", '(("syria")) NOT ("raqqa")'),
        ("reinf* border ", '("reinf"* AND "border")'),
        ("al-Qaim ", '("al qaim")'),
        ("Größe ", '("große")'),
        ('"unclosed phrase', '("unclosed phrase")'),
        ("OR ", '("or")'),
        ("-only ", ""),
        ('!!! "" ', ""),
        ("", ""),
    ],
)
def test_signs_of_a_question(text, match):
    assert read_query(text).match == match


def test_the_wanted_words_are_those_to_mark():
    assert read_query('"border troops" Haj -raqqa ').wanted == ("border", "troops", "haj")
    assert read_query("haj").wanted == ("haj*",)


@given(st.text(max_size=80))
def test_no_text_is_a_mistake_to_full_text_search(text):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (body)")
    query = read_query(text)
    if query.match:
        assert connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (query.match,)).fetchall() == []
    connection.close()


@given(st.text(max_size=80))
def test_folding_keeps_every_place(text):
    assert len(fold(text)) == len(text)


def test_folding_takes_case_and_accents_away():
    assert fold("Žižek ÉCOLE") == "zizek ecole"
