"""Which language a text is in, and which way a line of it runs."""

from __future__ import annotations

import re
import unicodedata

_SAMPLE = 2_000
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]")),
    ("ar", re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_DENSE = {"ja", "ko", "zh"}
_PERSIAN = re.compile(r"[پچژگکی]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_STOP_WORDS = {
    "en": "the of and to in a is that for was on with as by at from it he be are this have has had were said which "
    "not but they his her who will an their its been would after about into more than",
    "de": "der die das und ist in den von zu mit sich des auf für nicht ein eine dem auch es an werden aus er hat dass "
    "sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis",
    "fr": "le la les de des du et est un une que dans pour qui sur pas par au plus avec ce il ne se sont aux cette ont "
    "mais elle ses été comme nous son à en leur",
    "es": "el la los las de del y que en un una es por con para se no al lo como más su sus pero fue ha este esta son "
    "entre cuando también muy sobre hasta hay donde desde está",
    "it": "il lo la i gli le di del della dei delle che e è un una in per con non si da come più anche sono ma nel "
    "nella alla al ha questo questa dal dalla o ed stato",
    "pt": "o a os as de do da dos das e que em um uma é para com não se na no por mais como mas foi ao ele sua seu ou "
    "ser quando muito há nos já está também pelo pela são",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door maar naar dan uit nog wordt "
    "heeft hij ze over werd worden meer deze geen wel",
    "sv": "och att det som en på är av för med till den har de inte om ett men var jag från vi så kan",
    "pl": "w i na z się nie do to jest że o jak po ale przez od za dla jego oraz był są tym",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en kadar ne sonra ama olduğu var",
}
_STOP_SETS = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}
_WORDS = re.compile(r"[^\W\d_]+")
_RIGHT_TO_LEFT = frozenset(("ar", "he", "fa", "ur", "ps", "yi", "dv", "ug", "sd", "ckb"))


def detect_language(text: str) -> str:
    """The BCP 47 tag of the language of ``text``, told by its script, then by common words; "en" when in doubt."""
    sample = text[:_SAMPLE]
    return (_by_script(sample) if not sample.isascii() else "") or _by_words(sample)


def _by_script(sample: str) -> str:
    letters = sum(map(str.isalpha, sample)) or 1
    counts = {language: len(pattern.findall(sample)) for language, pattern in _SCRIPTS}
    if counts["ja"] and (counts["ja"] + counts["zh"]) * 4 > letters and counts["ja"] * 20 > counts["zh"]:
        return "ja"
    language = max(counts, key=lambda name: counts[name])
    if counts[language] * (5 if language in _DENSE else 2) < letters:
        return ""
    if language == "ar" and len(_PERSIAN.findall(sample)) * 30 > letters:
        return "fa"
    if language == "ru" and _UKRAINIAN.search(sample):
        return "uk"
    return language


def _by_words(sample: str) -> str:
    words = _WORDS.findall(sample.lower())
    scores = {language: sum(map(common.__contains__, words)) for language, common in _STOP_SETS.items()}
    best = max(scores, key=lambda name: scores[name])
    clear = scores[best] >= 3 and scores[best] > 1.2 * scores["en"]
    return best if clear else "en"


def runs_right_to_left(language: str) -> bool:
    """Whether text in ``language`` (BCP 47) is written from right to left."""
    return language.partition("-")[0].lower() in _RIGHT_TO_LEFT


def is_right_to_left(text: str, language: str) -> bool:
    """The direction of a block by its first strong character (Unicode bidi rules P2 and P3), else by ``language``."""
    if text.isascii():
        return runs_right_to_left(language) and not any(map(str.isalpha, text))
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return runs_right_to_left(language)
