"""The Related list as the library gives it."""

import pytest

from viewer.library import Library

STORY = (
    "The SDF and Iraqi troops fought the Islamic State near Hajin in Deir Ezzor on 1 November 2018. {} Commanders of "
)
STORY += "the alliance spoke of sandstorms, trenches, artillery and retreat around the pocket."


@pytest.fixture
def related(tmp_path):
    """A library of a story with a copy, a linked outsider and a stranger; gives a function that asks it."""
    root = tmp_path / "stories"
    root.mkdir()
    articles = {
        "first.md": ("2018-11-02", STORY.format("Helicopters came.") + " See [why](essay.md)."),
        "copy.md": ("2018-11-02", STORY.format("Helicopters came.")),
        "other.md": ("2018-10-20", "Hajin: artillery and sandstorms drove the SDF and its troops back to Deir Ezzor."),
        "essay.md": ("2019-01-01", "Patience is a virtue of bakers, and of nobody else at all."),
        "bread.md": ("2020-01-01", "Flour, water, salt and a hot oven make a loaf in any weather."),
        "undated.md": ("", STORY.format("Trenches near Hajin were dug deeper, and the pocket shrank again in spring.")),
    }
    for name, (day, text) in articles.items():
        (root / name).write_text(f"---\ntitle: {name.title()}\npublished: {day}\n---\n\n{text}\n")
    with Library.open(root) as library:
        library.refresh()

        def ask(name, **options):
            rows = library.related(library.find(name), **options)
            return {str(library.article(row.id).path): row for row in rows}

        ask.library, ask.root = library, root
        yield ask


def test_links_come_first_and_say_so_whatever_the_words(related):
    rows = related("first.md")
    assert next(iter(rows)) == "essay.md"
    assert rows["essay.md"].relation == "linked"
    assert rows["essay.md"].why[0] == "linked from this article"
    assert related("essay.md")["first.md"].why[0] == "links here"
    assert "bread.md" not in rows


def test_reasons_name_what_both_name_and_report(related):
    why = related("copy.md")["undated.md"].why
    assert any(reason.startswith("both name ") and "SDF" in reason for reason in why)
    assert "both report 1 Nov 2018" in why


def test_earlier_later_undated(related):
    rows = related("copy.md", collapse=False)
    assert rows["other.md"].relation == "earlier"
    assert rows["undated.md"].relation == "undated"
    assert related("other.md", collapse=False)["copy.md"].relation == "later"


def test_near_duplicates_share_a_row_unless_all_are_wanted(related):
    rows = related("other.md")
    pair = {"first.md", "copy.md"}
    shown = [name for name in rows if name in pair]
    assert len(shown) == 1
    hidden = rows[shown[0]].duplicates
    assert str(related.library.article(hidden[0]).path) in pair - set(shown)
    assert pair <= set(related("other.md", collapse=False))
    assert pair <= set(related("other.md", limit=100))


def test_a_linked_article_has_its_true_score(related):
    assert related("first.md")["essay.md"].score < 0.1
    (related.root / "other.md").write_text("# Other\n\n" + STORY.format("Links [first](first.md)."))
    related.library.refresh()
    assert related("first.md")["other.md"].score > 0.5


def test_limit(related):
    assert len(related("first.md", limit=1)) == 1
    assert related("first.md", limit=0) == {}
    assert related.library.related(4711) == ()


def test_what_was_added_changed_and_removed_is_seen(related):
    related("copy.md")
    (related.root / "new.md").write_text("# New\n\n" + STORY.format("A fresh report."))
    (related.root / "undated.md").unlink()
    related.library.refresh()
    rows = related("copy.md", collapse=False)
    assert "new.md" in rows
    assert "undated.md" not in rows
    (related.root / "new.md").write_text("# New\n\nSalt and flour for a loaf in a hot oven, whatever the weather.")
    related.library.refresh()
    assert "new.md" not in related("copy.md", collapse=False)
    assert "new.md" in related("bread.md")


def test_an_article_without_words_has_no_relations(related):
    (related.root / "bare.md").write_text("1 2 3")
    related.library.refresh()
    assert related("bare.md") == {}


def test_warming_up_changes_no_answer(related):
    before = related("first.md")
    with Library.open(related.root) as other:
        other.warm_up()
        assert other.related(other.find("first.md")) == tuple(before.values())
