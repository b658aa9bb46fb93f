from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.library.query import FIELDS, All, Any, Days, Label, Not, Query, Status, Words, written
from viewer.library.query_reading import read_query

TODAY = date(2026, 11, 23)


def shape(node):
    """The tree in brackets: + for all, / for either, - for not, * for a beginning."""
    if isinstance(node, Words):
        place = f"{node.field}:" if node.field else ""
        return f"{place}{'_'.join(node.terms)}{'*' if node.begins else ''}"
    if isinstance(node, Not):
        return f"-{shape(node.node)}"
    if isinstance(node, All | Any):
        return f"({('+' if isinstance(node, All) else '/').join(map(shape, node.nodes))})"
    return node.written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("border troops ", "(border+troops)"),
        ("border tro", "(border+tro*)"),
        ('"border troops"', "border_troops"),
        ("“border troops” ", "border_troops"),
        ('"border tro', "border_tro*"),
        ('"border troops "', "border_troops"),
        ("Hajin OR Baghuz ", "(hajin/baghuz)"),
        ("a OR b c OR d ", "(a/(b+c)/d)"),
        ("syria -raqqa ", "(syria+-raqqa)"),
        ('syria -"deir ezzor" ', "(syria+-deir_ezzor)"),
        ("reinf* border ", "(reinf*+border)"),
        ("al-Qaim ", "al_qaim"),
        ("Größe ", "grosse"),
        ("(iraq OR syria) border ", "((iraq/syria)+border)"),
        ("border -(iraq OR syria) ", "(border+-(iraq/syria))"),
        ("iraq AND syria ", "(iraq+syria)"),
        ("((hajin)) ", "hajin"),
        ("(hajin", "hajin*"),
        ("hajin) troops ", "(hajin+troops)"),
        ("title:border ", "title:border"),
        ('author:"Ada Writer" -title:salt ', "(author:ada_writer+-title:salt)"),
        ("tag:Syria -tag:Iraq x ", "(tag:Syria+-tag:Iraq+x)"),
        ("is:unread hajin ", "(is:unread+hajin)"),
        ("https://news.example/a ", "https_news_example_a"),
        ("at 12:30 ", "(at+12_30)"),
        ("Syria: what next ", "(syria+what+next)"),
        ("OR ", "or"),
        ("a OR ", "a"),
        ("- a - ", "a"),
        ("x\0y ", "(x+y)"),
    ],
)
def test_signs_of_a_search(text, expected):
    assert shape(read_query(text).root) == expected


@pytest.mark.parametrize("text", ["", "   ", '!!! ""', "()", "(((", "-", "OR" * 0, "\0"])
def test_a_text_without_a_word_asks_for_nothing(text):
    assert read_query(text).root is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("published:2018 ", "2018-01-01", "2018-12-31"),
        ("published:2018-11 ", "2018-11-01", "2018-11-30"),
        ("saved:2018-11-02 ", "2018-11-02", "2018-11-02"),
        ("when:2018-10..2018-12 ", "2018-10-01", "2018-12-31"),
        ("when:2018-10.. ", "2018-10-01", None),
        ("when:..2018/2 ", None, "2018-02-28"),
        ("before:2018-11 ", None, "2018-10-31"),
        ("after:2018 ", "2019-01-01", None),
        ("saved:today ", "2026-11-23", "2026-11-23"),
        ("saved:yesterday.. ", "2026-11-22", None),
    ],
)
def test_days(text, first, last):
    query = read_query(text, TODAY)
    assert query.problems == ()
    assert isinstance(query.root, Days)
    assert query.root.first == (date.fromisoformat(first).toordinal() if first else None)
    assert query.root.last == (date.fromisoformat(last).toordinal() if last else None)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("foo:bar", "There is no field “foo:”. Fields are title: author:"),
        ("auhtor:bar", "Did you mean “author:”?"),
        ("tag:", "After “tag:” something is missing, such as tag:Syria."),
        ('tag:"" x', "After “tag:” something is missing"),
        ("published:201x", "“published:201x” cannot be looked for. “201x” is no date. Write 2018, 2018-11"),
        ("when:2018-13", "There is no day “2018-13” in the calendar."),
        ("when:2018-02-30", "There is no day “2018-02-30” in the calendar."),
        ("when:0000", "There is no day “0000” in the calendar."),
        ("when:2019..2018", "“2019..2018” ends before it begins."),
        ("when:2018..2019..2020", "is no date"),
        ("is:blue", "“is:blue” is not known. After “is:” comes one of unread, read, starred"),
        ("is:unraed", "Did you mean “unread”?"),
        ("lang:1", "After “lang:” comes the code of a language, such as en, de or ar."),
        ('"border troops', "A quotation mark is not closed"),
        ("-raqqa", "only leaves things out"),
        ("-tag:x -raqqa", "only leaves things out"),
        ("b*", "“b*” would begin too many words"),
    ],
)
def test_a_mistake_is_said_in_a_sentence(text, sentence):
    assert any(sentence in problem for problem in read_query(text).problems)


@pytest.mark.parametrize(
    "text", ["border", "https://a.example/b?c=d", "12:30", "Syria: war", 'x -"a b"', "tag:x is:read", "a OR b", "5*3"]
)
def test_what_is_no_mistake_is_not_called_one(text):
    assert read_query(text).problems == ()


def test_the_rest_of_a_search_with_a_mistake_still_counts():
    query = read_query("foo:bar hajin is:blue ")
    assert shape(query.root) == "hajin"
    assert len(query.problems) == 2


def test_labels_are_compared_folded_and_may_be_nested():
    assert read_query('tag:"Žižek  Éc/Middle-East"').root == Label(
        "tag", "zizek ec/middle east", 'tag:"Žižek  Éc/Middle-East"'
    )
    assert read_query("tag:mid*").root.begins
    assert read_query("tag:mid").root.unfinished


def test_other_names_of_fields_and_states():
    assert read_query("is:archive ").root == Status("archived", "is:archive")
    assert read_query("by:ada ").root.field == "author"
    assert all(name in read_query("nofield:x").problems[0] for name in FIELDS)


def test_a_word_with_two_spellings_is_asked_for_in_both():
    assert read_query("Müller ").root == Words(("muller",), "Müller", "", False, ("mueller",))
    assert read_query('"Hans Müller"').root.spelled == ("hans", "mueller")


def test_scripts_without_blanks_are_asked_for_in_pairs():
    assert read_query("東京都 ").root.terms == ("東京", "京都")
    assert read_query("京 ").root == Words(("京",), "京", "", True)
    assert read_query("東京").root.begins is False


@pytest.mark.parametrize(
    "text",
    ["w " * 10_000, '"' * 10_000, "(" * 100_000 + "a" + ")" * 100_000, "-(" * 50_000, "a OR " * 10_000, "tag:" * 9999],
)
def test_a_hostile_search_is_read_in_part(text):
    query = read_query(text)
    assert len(query.leaves) <= 64
    assert len(query.problems) < 10


@given(st.text(max_size=200))
def test_any_text_is_a_search(text):
    query = read_query(text)
    assert isinstance(query, Query)
    assert all(problem.endswith((".", "?")) for problem in query.problems)


SIGNS = st.sampled_from(
    ["(", ")", "-", '"', "OR", "AND", "tag:", "when:", "is:", "a", "bc*", "2018", "..", " ", "東", "ß", ":"]
)


@given(st.lists(SIGNS, max_size=40).map("".join))
def test_any_row_of_signs_is_a_search(text):
    query = read_query(text)
    if query.root is not None:
        assert isinstance(written(query.root), str)
