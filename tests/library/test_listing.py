import pytest

from viewer.library import NamedCount
from viewer.model import UsageError


def paths(library, view="all", order="published"):
    return [str(article.path) for article in library.rows(library.ids(view, order))]


def test_views_by_section_and_tag(library):
    assert paths(library, "section:War") == ["border.md", "sub/before.md"]
    assert paths(library, "section:Middle East") == ["border.md"]
    assert paths(library, "tag:Iraq") == ["border.md"]
    assert paths(library, "tag:nowhere") == []


def test_orders(library):
    assert paths(library, order="title") == ["bread.txt", "border.md", "sub/before.md"]
    assert paths(library, order="saved") == paths(library)
    assert set(paths(library, order="length")) == set(paths(library))


def test_the_longest_comes_first(folder, library):
    (folder / "long.md").write_text("word " * 500)
    library.refresh()
    assert paths(library, order="length")[0] == "long.md"


def test_moments_order_articles_of_one_day(folder, library):
    for name, moment in (("late", "22:00:00+00:00"), ("early", "22:30:00+05:00")):
        (folder / f"{name}.md").write_text(f"---\npublished: 2020-01-01T{moment}\n---\n{name}")
    library.refresh()
    assert paths(library)[:2] == ["late.md", "early.md"]


def test_what_there_is_none_of_is_said(library):
    with pytest.raises(UsageError, match="There is no view “colour”"):
        library.ids("colour")
    with pytest.raises(UsageError, match="There is no order “colour”"):
        library.ids(order="colour")


def test_rows_come_in_the_order_asked_without_those_that_are_gone(library):
    ids = list(library.ids())
    assert [row.id for row in library.rows([*reversed(ids), 4711])] == ids[::-1]
    assert library.rows([]) == ()


def test_more_rows_than_a_question_has_places_for(library):
    ids = list(library.ids())
    assert len(library.rows(ids * 700)) == 3 * 700


def test_sections_and_tags_with_their_counts(library):
    assert library.sections() == (NamedCount("Middle East", 1), NamedCount("War", 2))
    assert library.tags() == (NamedCount("Iraq", 1), NamedCount("Syria", 2))
