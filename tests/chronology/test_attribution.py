from __future__ import annotations

import pytest

from tests.chronology.marked import attributions, events
from viewer.chronology.events import Speaker


def spoken(text: str) -> list[tuple[tuple[str, ...], str]]:
    read, found = attributions(text)
    return [(attribution.sources, read.span(*attribution.scope)) for attribution in found]


@pytest.mark.parametrize(
    ("text", "source", "scope"),
    [
        ("The SDF said that it had halted.", "SDF", "that it had halted"),
        ("Officials said troops had left.", "Officials", "troops had left"),
        ("Three men were killed, the ministry said on [Monday|2018-10-29].", "ministry", "Three men were killed"),
        ("“We won,” said Ann Lee, the coach.", "Ann Lee", "“We won"),
        ("“We won,” the coach, Ann Lee, said.", "Ann Lee", "“We won"),
        ("IS was near, according to General Qassem, who heads the unit.", "General Qassem", "IS was near"),
        ("Three died, according to the governor, Ilse Brandt.", "Ilse Brandt", "Three died"),
        ("The mill was dead, in [2018|2018] Ann Lee said.", "Ann Lee", "The mill was dead"),
        ("NBC News reported up to 20,000 fighters.", "NBC News", "up to 20,000 fighters"),
        ("“We won,” Ann Lee, who came in [May|2013-05], told the court.", "Ann Lee", "“We won"),
        ("The mill burned, Ann Lee, who came in [May|2013-05], said.", "Ann Lee", "The mill burned"),
        ("Its roof leaks, a study of 3,400 roofs suggests.", "study of 3,400 roofs", "Its roof leaks"),
        ("The offensive, officials said, was halted.", "officials", "was halted"),
    ],
)
def test_who_says_what(text, source, scope):
    assert spoken(text) == [((source,), scope)]


@pytest.mark.parametrize(
    "text",
    [
        "The president declared victory.",
        "The group claimed responsibility for it.",
        "He agreed to the plan.",
        "The men were told to leave.",
        "The army proclaimed a state that nobody wanted.",
    ],
)
def test_deeds_with_words_are_no_attributions(text):
    assert spoken(text) == []


def test_a_contrast_ends_what_is_said():
    read, (first, *_) = attributions("The ministry said three were killed, but residents told of ten.")
    assert read.span(*first.scope) == "three were killed"


@pytest.mark.parametrize(
    ("pronoun", "speaker", "sources"),
    [
        ("he", ("officials",), ()),
        ("they", ("officials",), ("officials",)),
        ("they", ("London",), ()),
        ("it", ("ministry",), ("ministry",)),
        ("it", ("Ann Lee",), ()),
    ],
)
def test_a_pronoun_is_the_last_speaker_only_where_it_fits(pronoun, speaker, sources):
    (event,) = events(f"At least 30 men died, {pronoun} said.", Speaker(speaker))
    assert event.sources == sources


def test_he_said_is_the_last_speaker():
    speaker = Speaker()
    events("General Karim said that 12 men had died.", speaker)
    (event,) = events("The unit lost 30 men, he said.", speaker)
    assert event.sources == ("General Karim",)


def test_what_follows_a_closed_quotation_is_not_quoted():
    read, found = attributions("“I told them that it was so,” said Ann Lee, who took charge later.")
    assert not any(attribution.covers(read.words.index("took")) for attribution in found)


def test_putting_food_on_menus_is_no_speech():
    assert attributions("The cook put the food of the sea on the menus.")[1] == []
    assert attributions("The UN put the toll at 60.")[1] != []


def test_a_threat_with_a_condition_is_no_question():
    assert spoken("The union has threatened to strike if no deal is reached.") == []


def test_a_pronoun_behind_a_phrase_speaks():
    speaker = Speaker(("Ann Lee",))
    (event,) = events("Through a spokesman she said on [Monday|2018-10-29] that it had sunk.", speaker)
    assert event.sources == ("Ann Lee",)


def test_telling_a_story_is_no_report():
    assert spoken("The show tells the story of a ship that was lost.") == []


def test_a_word_that_is_promised_vouches_for_nothing_before_it():
    assert spoken("Governor Ann Lee, who came in [May|2024-05], promised “humility”.") == []


def test_what_a_quotation_says_is_known_ends_with_it():
    found = dict(spoken("“I knew that it was so,” Ann Lee, who came in [May|2013-05], told the court."))
    assert found == {(): "that it was so,", ("Ann Lee",): "“I knew that it was so"}
