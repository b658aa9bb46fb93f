from __future__ import annotations

import pytest

from tests.chronology.marked import unmark
from viewer.chronology.events_other_languages import find_plain_events, label_of_text, sentence_factuality


def found(marked: str, language: str) -> list[tuple[str, str, str]]:
    text, timexes = unmark(marked)
    events = find_plain_events(text, 0, len(text), timexes, language)
    return [(event.dating.edtf, str(event.factuality), event.label) for event in events]


def test_a_dated_sentence_is_an_event_with_itself_as_label():
    assert found("Die Armee nahm die Stadt am [3. Mai 2018|2018-05-03] ein.", "de") == [
        ("2018-05-03", "reported", "Die Armee nahm die Stadt ein")
    ]


def test_two_dates_between_which_it_happened_are_one_span():
    assert [when for when, _, _ in found("بين [26|2018-10-26] و[28 تشرين الأول|2018-10-28] هاجم", "ar")] == [
        "2018-10-26/2018-10-28"
    ]
    assert [when for when, _, _ in found("vom [3.|2018-05-03] bis [5. Mai|2018-05-05]: Sturm", "de")] == [
        "2018-05-03/2018-05-05"
    ]


@pytest.mark.parametrize(
    ("marked", "language", "label"),
    [
        (
            "Les combats ont duré du [3|2022-06-03] au [5 juin 2022|2022-06-05] dans la ville.",
            "fr",
            "Les combats ont duré dans la ville",
        ),
        ("Zwischen [2010|2010] und [2015|2015] stieg der Preis.", "de", "stieg der Preis"),
        ("Бои шли с [3|2022-06-03] по [5 июня 2022 года|2022-06-05].", "ru", "Бои шли"),
        ("Dans les [années 80|1980], il vivait à Lyon.", "fr", "il vivait à Lyon"),
        ("بدأ الحفر فى [25 أبريل|1859-04-25]", "ar", "بدأ الحفر"),
    ],
)
def test_a_label_keeps_no_word_that_only_leads_to_a_date(marked, language, label):
    assert found(marked, language)[0][2] == label


def test_two_dates_side_by_side_are_two_events():
    assert len(found("La ville tomba en [2014|2014] et en [2017|2017].", "fr")) == 2


@pytest.mark.parametrize("marked", ["Der Fluss fließt.", "Er las [drei Tage|P3D] lang.", "[jeden Tag|SET] liest er"])
def test_without_a_time_there_is_none(marked):
    assert found(marked, "de") == []


@pytest.mark.parametrize(
    ("sentence", "language", "factuality"),
    [
        ("Die Armee griff nicht an.", "de", "negated"),
        ("Le sommet est prévu lundi.", "fr", "planned"),
        ("Im Oktober äußerten sie die Hoffnung, die Brücke zu öffnen.", "de", "planned"),
        ("La trêve n’a pas tenu.", "fr", "negated"),
        ("Según el ejército, cayó el lunes.", "es", "attributed"),
        ("وقال المقدم إن المدينة سقطت", "ar", "attributed"),
        ("Город пал в мае.", "ru", "reported"),
        ("En by, en dag.", "da", "reported"),
    ],
)
def test_cues_of_each_language(sentence, language, factuality):
    assert sentence_factuality(sentence, language) == factuality


def test_a_text_in_any_language_loses_only_its_dates():
    assert label_of_text("Am 3. Mai fiel die Stadt.", [(3, 9)]) == "fiel die Stadt"
