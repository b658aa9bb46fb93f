from __future__ import annotations

from viewer.document.slug import Slugs, slug


def test_as_github_makes_them():
    assert slug("What's new in 2018?") == "whats-new-in-2018"
    assert slug("Über die Grenze — Teil 2") == "über-die-grenze--teil-2"
    assert slug("snake_case-and-more") == "snake_case-and-more"
    assert slug("?!") == "section"
    assert slug("الحشد الشعبي") == "الحشد-الشعبي"


def test_the_same_heading_again_gets_a_number():
    slugs = Slugs()
    assert [slugs.anchor(text) for text in ("A b", "a B", "A-b-1", "a b")] == ["a-b", "a-b-1", "a-b-1-1", "a-b-2"]
