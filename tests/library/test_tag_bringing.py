"""Tags for an article that the library has."""

import pytest

from viewer.library import Library
from viewer.library.planned_files import PlannedFiles
from viewer.library.tag_bringing import TagBringer
from viewer.model import ImportedArticle

ITEM = ImportedArticle("Gate", url="https://news.example/gate", tags=("War", "Iraq"))


@pytest.fixture
def library(tmp_path):
    (tmp_path / "mine").mkdir()
    with Library.open(tmp_path / "mine") as library:
        yield library


def bringer(library):
    return TagBringer(library.root, library._database, library._state, PlannedFiles())


def text(library, name="Gate.md"):
    return (library.root / name).read_text(encoding="utf-8")


def write(library, header, name="Gate.md"):
    (library.root / name).write_text(f"---\n{header}---\n\nThe  text  as it is.\n", encoding="utf-8")


def test_tags_are_united_and_none_is_taken_away(library):
    write(library, "title: Gate\ntags: [Mine, war]  # of mine\n")
    tags = bringer(library)
    assert tags.add(ITEM, "Gate.md", 1, dry_run=False) == 1
    assert text(library) == "---\ntitle: Gate\ntags: [Mine, war, Iraq]  # of mine\n---\n\nThe  text  as it is.\n"
    assert tags.add(ITEM, "Gate.md", 1, dry_run=False) == 0
    assert bringer(library).add(ITEM, "Gate.md", 1, dry_run=False) == 0


def test_a_trial_counts_the_same_and_writes_nothing(library):
    write(library, "title: Gate\n")
    before, tags = text(library), bringer(library)
    assert [tags.add(ITEM, "Gate.md", 1, dry_run=True) for _ in range(2)] == [2, 0]
    tags.note(ITEM, "New.md")
    assert tags.add(ITEM, "New.md", 2, dry_run=True) == 0  # what came with it is there
    assert text(library) == before


@pytest.mark.parametrize("name", ["two words", "a, b", "#hash", "[x]", "حرب", "it's", "key: value", "x" * 150])
def test_whatever_a_new_article_would_get_comes_once(library, name):
    item = ImportedArticle("New", "Words of its own.", tags=(name,))
    library.add([item])
    (path,) = library.root.glob("New*.md")
    (wanted,) = library.article(library.find("New")).tags
    write(library, "title: Gate\ntags: one\n")
    assert bringer(library).add(item, "Gate.md", 1, dry_run=False) == 1
    library.refresh()
    assert library.article(library.find("Gate.md")).tags == ("one", wanted)
    assert bringer(library).add(item, path.name, 2, dry_run=False) == 0


def test_the_tags_of_a_markdown_file_are_its_readers(library):
    write(library, "title: Gate\n")
    item = ImportedArticle("Gate", "Text.", header="---\ntags: [Mine]\n---\n", item="gate.md")
    assert bringer(library).add(item, "Gate.md", 1, dry_run=False) == 1
    assert "Mine" in text(library)


def test_what_a_publisher_calls_keywords_comes_with_a_new_article_only(library):
    write(library, "title: Gate\n")
    item = ImportedArticle("Gate", "Text.", tags=("news", "world"), tags_by_reader=False)
    assert bringer(library).add(item, "Gate.md", 1, dry_run=False) == 0
    assert "news" not in text(library)


@pytest.mark.parametrize("content", [b"+++\ntitle = 'Gate'\n+++\n\nText.\n", b"---\ntags: {a: b}\n---\n\nText.\n"])
def test_a_file_in_which_no_tags_are_set_stays_as_it_is_and_that_is_said(library, content):
    (library.root / "Gate.md").write_bytes(content)
    with pytest.raises(ValueError, match=r"^Its tags did not come"):
        bringer(library).add(ITEM, "Gate.md", 1, dry_run=False)
    assert (library.root / "Gate.md").read_bytes() == content
    with pytest.raises(ValueError, match=r"^Its tags did not come"):
        bringer(library).add(ITEM, "Gate.md", 1, dry_run=True)
