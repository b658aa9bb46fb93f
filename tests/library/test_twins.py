"""Articles that are nearly the same stand in one row, and none of them goes away."""

import random
from array import array

import pytest

from viewer.library import Library

WORDS = [f"word{n}" for n in range(3000)]


def text(seed, length=300):
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def write(root, name, body, url="", day="2018-11-02"):
    address = f"url: {url}\n" if url else ""
    (root / name).write_text(f"---\ntitle: {name}\npublished: {day}\n{address}---\n\n{body}\n")


@pytest.fixture
def mine(tmp_path):
    root = tmp_path / "mine"
    root.mkdir()
    write(root, "a.md", text(1), "https://news.example/a")
    write(root, "b.md", text(2))
    write(root, "c.md", text(3), "https://news.example/c")
    with Library.open(root) as library:
        library.refresh()
        yield library


def names(library, ids):
    return [article.path.stem for article in library.rows(ids)]


def groups(library):
    return sorted(sorted(names(library, ids)) for ids in library.duplicates())


def test_other_articles_stand_alone(mine):
    assert mine.duplicates() == ()
    assert mine.collapsed(mine.ids()) == mine.ids()


def test_nearly_the_same_text_and_the_same_address_collapse(mine):
    write(mine.root, "a2.md", f"{text(1)} One sentence more.", day="2018-11-03")
    write(mine.root, "c2.md", text(9), "http://www.news.example/c/?utm_source=feed", day="2018-11-01")
    mine.refresh()
    assert groups(mine) == [["a", "a2"], ["c", "c2"]]
    ids = mine.ids()
    assert names(mine, ids) == ["a2", "c", "b", "a", "c2"]
    assert names(mine, mine.collapsed(ids)) == ["a2", "c", "b"]
    assert names(mine, mine.collapsed(array("q", reversed(ids)))) == ["c2", "a", "b"]
    assert [article.twins for article in mine.rows(ids)] == [1, 1, 0, 1, 1]


def test_opening_one_shows_the_others(mine):
    write(mine.root, "a2.md", f"{text(1)} One sentence more.", day="2018-11-01")
    mine.refresh()
    (twin,) = mine.others(mine.find("a.md"))
    assert (twin.kind, twin.id, twin.is_later) == ("nearly the same", mine.find("a2.md"), False)
    assert mine.compare(mine.find("a.md"), twin).removed == 4
    mine.trash([twin.id])
    assert mine.others(mine.find("a.md")) == ()
    assert mine.article(mine.find("a.md")).twins == 0


def test_groups_follow_what_changes(mine):
    write(mine.root, "b2.md", text(2))
    mine.refresh()
    assert groups(mine) == [["b", "b2"]]
    write(mine.root, "b2.md", text(7))
    mine.refresh()
    assert groups(mine) == []
    write(mine.root, "b2.md", text(2))
    write(mine.root, "b3.md", text(2))
    mine.refresh()
    assert groups(mine) == [["b", "b2", "b3"]]
    (mine.root / "b.md").unlink()
    mine.refresh()
    assert groups(mine) == [["b2", "b3"]]
    (mine.root / "b3.md").unlink()
    mine.refresh()
    assert groups(mine) == []


def test_a_story_told_on_from_day_to_day_is_no_chain(mine):
    parts = [text(100 + n, 100) for n in range(12)]
    for number in range(8):
        write(mine.root, f"d{number}.md", " ".join(parts[number : number + 4]), day=f"2019-01-0{number + 1}")
    mine.refresh()
    assert all(len(group) <= 3 for group in groups(mine))


def test_conflicted_copies_are_not_collapsed(mine):
    write(mine.root, "a.sync-conflict-1.md", text(1), "https://news.example/a")
    mine.refresh()
    assert mine.duplicates() == ()


def test_many_copies_of_one_text_and_of_one_address(mine):
    for number in range(300):
        write(mine.root, f"same{number}.md", text(1))
        write(mine.root, f"address{number}.md", f"Short text {number}.", "https://news.example/c")
    mine.refresh()
    assert sorted(map(len, mine.duplicates())) == [301, 301]
    assert len(mine.collapsed(mine.ids())) == 3
    assert mine.article(mine.find("a.md")).twins == 300
    assert len(mine.others(mine.find("a.md"))) == 50


def test_what_a_site_writes_below_all_its_articles_makes_no_twins(mine):
    below = text(50, 60)
    for number in range(100):
        write(mine.root, f"site{number}.md", f"{text(200 + number, 200)}\n\n{below}")
    mine.refresh()
    assert mine.duplicates() == ()
