"""Explicit and simple relative dates in other languages."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.chronology.examples import values
from viewer.chronology.languages import engine_of

DAY = "2018-11-01"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am Donnerstag, dem 1. November 2018", DAY),
        ("de", "letzten Donnerstag, gestern und vor zwei Wochen", f"{DAY} {DAY} 2018-10-19"),
        ("de", "Ende 2017, im Oktober, letztes Jahr", "2017 2018-10 2017"),
        ("fr", "Le jeudi 1er novembre 2018, hier", f"{DAY} {DAY}"),
        ("fr", "jeudi dernier, il y a deux semaines, fin 2017", f"{DAY} 2018-10-19 2017"),
        ("es", "El jueves 1 de noviembre de 2018, ayer, el año pasado", f"{DAY} {DAY} 2017"),
        ("ru", "В четверг, 1 ноября 2018 года, вчера, в прошлом году", f"{DAY} {DAY} 2017"),
        ("ru", "две недели назад", "2018-10-19"),
        ("it", "Giovedì 1º novembre 2018, ieri, due settimane fa", f"{DAY} {DAY} 2018-10-19"),
        ("pt", "quinta-feira, 1 de novembro de 2018, ontem", f"{DAY} {DAY}"),
        ("nl", "donderdag 1 november 2018, gisteren, vorig jaar", f"{DAY} {DAY} 2017"),
        ("ar", "يوم الخميس 1 نوفمبر 2018، أمس، العام الماضي", f"{DAY} {DAY} 2017"),
        ("ar", "في ١ تشرين الثاني/نوفمبر ٢٠١٨", DAY),
        ("pl", "1 listopada 2018", DAY),
        ("tr", "1 Kasım 2018", DAY),
        ("ja", "2018年11月1日", DAY),
        ("de-AT", "am 1.11.2018", DAY),
        ("xx", "on 1 November 2018", DAY),
    ],
)
def test_dates(language, text, expected):
    assert values(text, language=language) == expected


def test_an_unknown_language_has_no_engine():
    assert engine_of("xx") is None


def test_babel_is_not_imported_for_english():
    code = "import sys; from viewer.chronology import tag; tag('in 1998'); print('babel' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
        == "False"
    )


@pytest.mark.parametrize("language", ["ar", "de", "es", "fr", "ru", "zh"])
def test_tokens_that_only_english_has_rules_for_are_plain_words_elsewhere(language):
    assert values("2016H2, 3h, 1Q18, 2016W05", language=language) == ""


def test_a_time_with_h_is_a_time_in_french():
    assert values("le 3 mai 2018 à 7h30", language="fr").startswith("2018-05-03")
