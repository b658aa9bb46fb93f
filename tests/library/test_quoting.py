import pytest

from viewer.library import quoting
from viewer.library.quoting import Quotation, QuoteFinder

TEXT = "The “last” pocket — Hajin — held.\n\nThe next paragraph names Hajin, and Hajin again."


def words_at(quotation, text=TEXT):
    place = QuoteFinder(text).find(quotation)
    return text[slice(*place)] if place else None


def test_words_are_found_whatever_their_spaces_quotation_marks_and_dashes():
    assert words_at(Quotation('the "last"   pocket - Hajin'.replace("the", "The"))) == "The “last” pocket — Hajin"
    assert words_at(Quotation("held.   The\tnext")) == "held.\n\nThe next"


def test_words_that_are_not_there_have_no_place():
    assert words_at(Quotation("never said")) is None
    assert words_at(Quotation(" \n")) is None
    assert words_at(Quotation("Hajin"), "") is None


def test_of_many_places_the_one_that_the_quotation_gives_is_right():
    second = TEXT.index("Hajin, and")
    assert QuoteFinder(TEXT).find(Quotation("Hajin", "wrong", "wrong", second, second + 5)) == (second, second + 5)


def test_a_place_where_other_words_stand_counts_only_for_nearness():
    last = TEXT.rindex("Hajin")
    assert QuoteFinder(TEXT).find(Quotation("Hajin", begin=last + 3, end=last + 8)) == (last, last + 5)
    assert QuoteFinder(TEXT).find(Quotation("Hajin", begin=9_000, end=9_005)) == (last, last + 5)


def test_the_words_around_decide_before_the_place_does():
    second = TEXT.index("Hajin, and")
    assert QuoteFinder(TEXT).find(Quotation("Hajin", "paragraph names ", ", and", 0, 5)) == (second, second + 5)


def test_without_anything_else_the_first_place_is_taken():
    assert QuoteFinder(TEXT).find(Quotation("Hajin")) == (TEXT.index("Hajin"), TEXT.index("Hajin") + 5)


def test_offsets_are_code_points():
    text = "😀 was  “here” 𝒙"
    assert words_at(Quotation('was "here" 𝒙'), text) == "was  “here” 𝒙"


def test_words_count_only_in_their_place():
    text = "He came on Monday to the town. She resigned on Monday, as planned."
    finder = QuoteFinder(text)
    first, second = text.index("Monday"), text.rindex("Monday")
    he = Quotation("Monday", "He came on ", " to the town")
    assert finder.find_in_context(he) == (first, first + 6)
    assert finder.find_in_context(he._replace(begin=second, end=second + 6)) == (first, first + 6)
    assert finder.find_in_context(Quotation("Monday", "It had rained on ", ", and snowed")) is None
    assert finder.find_in_context(Quotation("Monday")) is None
    assert finder.find_in_context(Quotation("resigned")) == (text.index("resigned"), text.index("resigned") + 8)
    assert finder.find_in_context(Quotation("nowhere", "He came on ")) is None


def test_long_words_stand_for_themselves():
    text = "One. The second paragraph of this text is not like any other of its kind. Three."
    words = text[5:73]
    assert QuoteFinder(text).find_in_context(Quotation(words, "Gone before. ", " Gone behind.")) == (5, 73)


def test_a_context_without_end_costs_no_more():
    text = "a Monday " * 200
    squeezed_lengths = []
    finder = QuoteFinder(text)
    real = quoting.squeezed
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quoting, "squeezed", lambda words: squeezed_lengths.append(len(words)) or real(words))
        finder.find_in_context(Quotation("Monday", "x " * 50_000, " y" * 50_000))
    assert sum(squeezed_lengths) < 40_000
