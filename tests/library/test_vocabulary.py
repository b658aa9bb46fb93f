import pytest

from viewer.library.vocabulary import holding, near


@pytest.fixture
def connection(library):
    """The index of the small library."""
    return library._database.connection()


def test_words_that_hold_a_part(connection):
    assert holding(connection, "roop") == ("troops",)
    assert holding(connection, "troops") == holding(connection, "ro") == holding(connection, '"') == ()


def test_words_that_were_meant(connection):
    assert near(connection, "camapign") == ("campaign",)
    assert near(connection, "septmeber") == ("september",)
    assert near(connection, "zzzzzz") == near(connection, "a") == near(connection, "東京都市") == ()


def test_a_word_of_two_articles_is_kept_once(connection):
    assert connection.execute("SELECT count(*) FROM term WHERE term = 'troops'").fetchone() == (1,)


def test_an_article_that_changed_brings_its_new_words(library, folder):
    (folder / "bread.txt").write_text("On bread\n\nPumpernickel.\n", encoding="utf-8")
    library.refresh()
    assert holding(library._database.connection(), "pernick") == ("pumpernickel",)
