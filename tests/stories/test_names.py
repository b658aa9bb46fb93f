from viewer.stories.names import MOST_NAMES, names_in


def test_names_of_one_and_several_words():
    names = names_in(
        [
            "Fighters of the Islamic State held Deir Ezzor, and the Hashd al-Shaabi waited near al-Qaim.",
            "They met the SDF at Hajin. The army of President Haider al-Abadi came to Hajin too.",
        ]
    )
    assert names[0] == "Hajin"
    expected = {"Islamic State", "Deir Ezzor", "Hashd al-Shaabi", "al-Qaim", "SDF", "President Haider al-Abadi"}
    assert expected <= set(names)


def test_a_capital_at_the_beginning_of_a_sentence_is_no_name():
    assert names_in(["Fighting went on. Helicopters came. “Nobody knows,” he said."]) == ()


def test_a_first_word_that_is_a_name_elsewhere_counts():
    assert names_in(["Hajin fell. The road to Hajin is open."]) == ("Hajin",)


def test_days_months_and_articles_are_no_names():
    assert names_in(["He came on Thursday to The Hague in November with Mr Brown."]) == ("Hague", "Brown")


def test_two_places_are_two_names():
    assert set(names_in(["Talks between Baghdad and Damascus began."])) == {"Baghdad", "Damascus"}


def test_a_possessive_is_taken_off():
    assert names_in(["We saw Trump's troops and the Kurds’ flags."])[0] == "Trump"


def test_there_is_an_end():
    text = " and ".join(f"x Name{number}" for number in range(500))
    assert len(names_in([text])) == MOST_NAMES
    assert names_in([]) == ()
