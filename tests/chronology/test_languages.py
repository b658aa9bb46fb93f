"""Explicit and simple relative dates in other languages."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.chronology.examples import PUBLISHED, values
from viewer.chronology import tag
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
        ("ar", "في 25 أبريل من عام 1859", "1859-04-25"),
        ("ar", "بين عامي 2010 و2015، أمس الأول", "2010 2015 2018-10-31"),
        ("de", "Der Bau begann 1859 mit rund 2000 Leuten, 1800 Frauen und 1850 ohne sie.", "1859 1850"),
        ("fr", "entre 2010 et 2015, en l’année 1980", "2010 2015 1980"),
        ("es", "más de 2000 muertos desde 2015, plus de 2000", "2015"),
        ("ru", "между 2010 и 2015 годами, в 2014 г.", "2010 2015 2014"),
    ],
)
def test_dates(language, text, expected):
    assert values(text, language=language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "in den 1980er Jahren, in den 80er-Jahren, im 19. Jahrhundert, im Sommer 2019", "198 198 18 2019-SU"),
        ("fr", "dans les années 1980, les années 80, au XIXe siècle, au printemps 2019", "198 198 18 2019-SP"),
        ("es", "en los años 80, la década de 1980, el siglo XIX, en verano de 2019", "198 198 18 2019-SU"),
        ("ru", "в 1980-х годах, в XIX веке, в 19-м веке, летом 2019 года", "198 18 18 2019-SU"),
        ("it", "negli anni '80, negli anni 1980, nel XIX secolo, nell'estate 2019", "198 198 18 2019-SU"),
        ("pt", "nos anos 80, na década de 1980, no século XIX, no verão de 2019", "198 198 18 2019-SU"),
        ("nl", "in de jaren 80, in de 19e eeuw, in de zomer van 2019", "198 18 2019-SU"),
        ("ar", "في مطلع القرن الخامس عشر، في صيف 2019", "14 2019-SU"),
    ],
)
def test_decades_centuries_and_seasons(language, text, expected):
    assert values(text, language=language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "vom 3. bis 5. Juni 2022"),
        ("fr", "du 3 au 5 juin 2022"),
        ("es", "del 3 al 5 de junio de 2022"),
        ("ru", "с 3 по 5 июня 2022 года"),
        ("it", "dal 3 al 5 giugno 2022"),
        ("pt", "de 3 a 5 de junho de 2022"),
        ("nl", "van 3 tot 5 juni 2022"),
        ("de", "am 3. und 5. Juni 2022"),
    ],
)
def test_both_days_of_a_pair_are_found(language, text):
    assert values(text, language=language) == "2022-06-03 2022-06-05"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Er wird am Montag reden. Er kam am Montag.", "2018-11-05 2018-10-29"),
        ("fr", "Il sera jugé lundi. Il est venu lundi.", "2018-11-05 2018-10-29"),
        ("es", "Será juzgado el lunes. Vino el lunes.", "2018-11-05 2018-10-29"),
        ("ru", "Встреча состоится в понедельник. Он был там в понедельник.", "2018-11-05 2018-10-29"),
        ("fr", "Il sera là en 2027. La grève a commencé lundi.", "2027 2018-10-29"),
        ("de", "Im Januar gewann er.", "2018-01"),
    ],
)
def test_words_of_the_future_put_a_weekday_ahead(language, text, expected):
    assert values(text, language=language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وفي منتصف أكتوبر أعربت بغداد عن أملها في إحياء التجارة."),
        ("de", "Mitte Oktober äußerte Bagdad die Hoffnung auf neuen Handel."),
    ],
)
def test_a_hope_that_was_told_of_lies_in_the_past(language, text):
    assert values(text, language=language) == "2018-10"


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Il a fini en 2019."), ("ru", "летом 2019 года."), ("ar", "في مايو ٢٠٢٢."), ("de", "1. Mai 2018.")],
)
def test_the_full_stop_of_a_sentence_belongs_to_no_date(language, text):
    assert not any(timex.text.endswith(".") for timex in tag(text, published=PUBLISHED, language=language))


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
