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
