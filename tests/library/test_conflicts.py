"""What a synchroniser left is found, named with its original, and never touched."""

import pytest

from viewer.library.conflicts import conflicts_among, original_name


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("border (Ada's conflicted copy 2018-11-02).md", "border.md"),
        ("border (conflicted copy 2018-11-02 101500).md", "border.md"),
        ("border (Ada Writer’s Conflicted Copy 2018-11-02).annotations.json", "border.annotations.json"),
        ("border.sync-conflict-20181102-101500-ABCDEFG.md", "border.md"),
        ("border.annotations.sync-conflict-20181102-101500-ABCDEFG.json", "border.annotations.json"),
        ("border-conflicted copy.md", "border.md"),
        ("a conflicted copy of a treaty.md", "a.md"),
        ("conflicted copy.md", ""),
        (".sync-conflict-1.md", ""),
        ("conflict at the border.md", None),
        ("border.md", None),
        ("(" * 5000 + "conflicted copy" + "(" * 5000, ""),
    ],
)
def test_whose_copy_a_name_tells(name, original):
    assert original_name(name) == original


def test_only_an_original_that_is_there_is_named():
    names = ["a.md", "a.sync-conflict-1.md", "b.sync-conflict-1.md", "c.md"]
    assert conflicts_among("sub", names) == {
        "sub/a.sync-conflict-1.md": "sub/a.md",
        "sub/b.sync-conflict-1.md": "",
    }


def test_copies_are_problems_that_name_their_original(library, snapshot):
    (library.root / "border.sync-conflict-1.md").write_text("# Troops\n\nOther words.")
    (library.root / "border.annotations (conflicted copy).json").write_text("{}")
    before = snapshot(library.root)
    library.refresh()
    found = {str(one.path): one for one in library.problems() if not one.failed}
    assert "a conflicted copy of border.md, left" in found["border.sync-conflict-1.md"].reason
    assert "its original is not there" in found["border.annotations (conflicted copy).json"].reason
    assert snapshot(library.root) == before


def test_an_article_and_its_copy_lead_to_each_other(library):
    (library.root / "border.sync-conflict-1.md").write_text("# Troops at the border\n\nIraqi troops reinforced Hajin.")
    library.refresh()
    (copy,) = library.others(library.find("border.md"))
    assert (copy.kind, str(copy.path), copy.is_later) == ("conflicted copy", "border.sync-conflict-1.md", True)
    (original,) = library.others(copy.id)
    assert (original.kind, original.id, original.is_later) == ("original", library.find("border.md"), False)
    there, back = library.compare(library.find("border.md"), copy), library.compare(copy.id, original)
    assert there == back
    assert there.removed > there.added == 0


def test_a_conflict_in_the_front_matter_is_seen(library):
    text = (library.root / "border.md").read_text()
    (library.root / "border.sync-conflict-1.md").write_text(text.replace("tags: [Iraq, Syria]", "tags: [Iraq, Hajin]"))
    library.refresh()
    (copy,) = library.others(library.find("border.md"))
    found = library.compare(library.find("border.md"), copy)
    changed = [one for one in found.paragraphs if one.change == "changed"]
    assert [[piece.text for piece in one.pieces] for one in changed] == [["tags: [Iraq, ", "Syria", "Hajin", "]"]]


def test_words_between_two_rules_are_no_front_matter_in_a_comparison(library):
    (library.root / "rules.md").write_text("---\nSome words, which are no keys.\n---\nMore of them.\n")
    (library.root / "rules.sync-conflict-1.md").write_text("---\nSome words, which are no keys.\n---\nOthers.\n")
    library.refresh()
    (copy,) = library.others(library.find("rules.md"))
    found = library.compare(library.find("rules.md"), copy)
    assert [one.pieces[0].text for one in found.paragraphs][:1] == ["Some words, which are no keys."]


def test_a_copy_of_the_highlights_is_compared_by_their_words(library):
    text = '{"items": [{"target": {"selector": {"type": "TextQuoteSelector", "exact": "%s"}}, "body": {"value": "n"}}]}'
    (library.root / "border.annotations.json").write_text(text % "Iraqi troops")
    (library.root / "border.annotations.sync-conflict-1.json").write_text(text % "Hajin on Thursday")
    library.refresh()
    (notes,) = library.others(library.find("border.md"))
    found = library.compare(library.find("border.md"), notes)
    assert (notes.kind, found.added, found.removed) == ("notes", 4, 3)


def test_a_copy_that_went_away_is_forgotten(library):
    copy = library.root / "border.sync-conflict-1.md"
    copy.write_text("# Troops\n\nOther words.")
    library.refresh()
    copy.unlink()
    library.refresh()
    assert library.problems() == ()
    assert library.others(library.find("border.md")) == ()
