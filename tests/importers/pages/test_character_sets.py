from __future__ import annotations

import pytest

from viewer.importers.html_bytes import page_text

ENGLISH = "<p>The council met on Tuesday and heard the engineers.</p>" * 6
WESTERN = {
    "": f"{ENGLISH}<p>The bridge will cost £2.4m, and a naïve guess said half.</p>",
    "en": f"{ENGLISH}<p>José Peña’s café: 30°C, and its façade is ½ of a naïve “joke”.</p>",
    "es": "<p>La ministra Lucía Peñalver explicó que las ayudas llegarán antes del año próximo.</p>",
    "sv": "<p>Älven svämmade över på kvällen och tvingade familjer att lämna sina hem i Ånäs.</p>",
    "fr": "<p>Le maire a déclaré que la rivière était sortie de son lit à l’aube, près du collège.</p>",
    "de": "<p>Der Fluss überflutete am Abend vierzig Häuser, erklärte Bürgermeister Groß.</p>",
}
OTHERS = [
    ("pl", "cp1250", "Rzeka wylała we wtorek wieczorem, zalewając domy w dolnej części miasta, rzekł Żak."),
    ("cs", "cp1250", "Řeka se v úterý večer vylila z břehů a zaplavila čtyřicet domů ve městě, řekl Šťastný."),
    ("hu", "cp1250", "A folyó kedden este kilépett a medréből, és elöntötte az alsóváros negyven házát, közölte Őry."),
    ("tr", "cp1254", "Salı gecesi nehir taştı, aşağı mahallede kırk evi su bastı, dedi başkan Şükrü Işık."),
    ("lt", "cp1257", "Upė išsiliejo antradienio vakarą ir užliejo namus žemutinėje miesto dalyje, sakė Šarūnas."),
    ("ru", "cp1251", "Река вышла из берегов во вторник вечером и затопила сорок домов в нижней части города."),
    ("ru", "koi8-r", "Река вышла из берегов во вторник вечером и затопила сорок домов в нижней части города."),
    ("el", "cp1253", "Ο ποταμός ξεχείλισε το βράδυ της Τρίτης και πλημμύρισε σαράντα σπίτια στην κάτω πόλη."),
    ("ar", "cp1256", "أعلنت وزارة النقل يوم الثلاثاء إعادة فتح الجسر القديم أمام حركة السير بعد عامين."),
    ("ja", "cp932", "市は火曜日、古い中央図書館を建て替える計画を発表した。新しい図書館は駅前に建てられる。"),
]


def page(text: str, language: str, head: str = "") -> str:
    return f"<html{language and f' lang={language}'}><head>{head}</head><body>{text}</body></html>"


@pytest.mark.parametrize("stated", [True, False])
@pytest.mark.parametrize("language", WESTERN)
def test_western_text_that_names_no_set_is_windows_1252(language, stated):
    text = page(WESTERN[language] * 3, language if stated else "")
    assert page_text(text.encode("cp1252")) == text


@pytest.mark.parametrize("stated", [True, False])
@pytest.mark.parametrize(("language", "name", "text"), OTHERS)
def test_other_letters_and_scripts_are_told_by_what_they_are(language, name, text, stated):
    whole = page(f"<p>{text}</p>" * 3, language if stated else "")
    assert page_text(whole.encode(name)) == whole


def test_a_language_that_the_page_only_inherited_from_its_template_does_not_decide():
    whole = page(f"<p>{OTHERS[0][2]}</p>" * 3, "en")
    assert page_text(whole.encode("cp1250")) == whole


def test_a_long_head_of_scripts_does_not_hide_the_letters():
    whole = page(f"<p>{OTHERS[5][2]}</p>" * 3, "", "<script>" + "var a = 1;" * 8_000 + "</script>")
    assert page_text(whole.encode("cp1251")) == whole
