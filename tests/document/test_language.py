from __future__ import annotations

import pytest

from viewer.document.language import detect_language, is_right_to_left, runs_right_to_left

TEXTS = {
    "en": "The troops said that they had taken the town, and the army was on its way to the river.",
    "de": "Die Truppen haben nach eigenen Angaben die Stadt eingenommen, und die Armee ist auf dem Weg zum Fluss.",
    "fr": "Les troupes ont dit qu'elles avaient pris la ville et que l'armée est en route pour le fleuve.",
    "es": "Las tropas dijeron que habían tomado la ciudad y que el ejército está en camino hacia el río por la noche.",
    "it": "Le truppe hanno detto che la città è stata presa e che l'esercito si trova nella valle del fiume.",
    "pt": "As tropas disseram que não tomaram a cidade e que o exército está a caminho do rio com uma coluna.",
    "nl": "De troepen zeggen dat zij de stad hebben ingenomen en dat het leger op weg is naar de rivier.",
    "ar": "أعلنت القوات أنها سيطرت على البلدة، وأن الجيش في طريقه إلى النهر.",
    "fa": "نیروها گفتند که شهر را گرفته‌اند و ارتش در راه رودخانه است که می‌گذرد.",
    "he": "הכוחות אמרו כי כבשו את העיר וכי הצבא בדרכו אל הנהר.",
    "ru": "Войска заявили, что взяли город и что армия находится на пути к реке.",
    "uk": "Війська заявили, що взяли місто і що армія прямує до річки.",
    "el": "Τα στρατεύματα δήλωσαν ότι κατέλαβαν την πόλη.",
    "zh": "部队表示已经占领该镇，军队正在前往河边。",
    "ja": "部隊は町を占領したと発表し、軍は川に向かっている。",
    "ko": "부대는 마을을 점령했다고 밝혔다.",
    "hi": "सैनिकों ने कहा कि उन्होंने शहर पर कब्ज़ा कर लिया है।",
}


@pytest.mark.parametrize("language", TEXTS)
def test_each_language_is_told(language):
    assert detect_language(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text", ["", "12:30", "Hajin", "\ud800\ufffd", "🙂🙂", "Al-Hashd al-Shaabi (الحشد الشعبي) is a force."]
)
def test_english_when_in_doubt(text):
    assert detect_language(text) == "en"


def test_a_block_runs_as_its_first_strong_character():
    assert is_right_to_left("«2018» أعلنت the army", "en")
    assert not is_right_to_left("2018: the army أعلنت", "ar")
    assert is_right_to_left("2018 – 2019", "ar")
    assert not is_right_to_left("2018 – 2019", "en")


def test_the_region_of_a_tag_does_not_matter():
    assert runs_right_to_left("ar-IQ")
    assert not runs_right_to_left("en-US")
