"""Other texts of an article, in words."""

from datetime import date
from pathlib import PurePosixPath

from viewer.document.comparison import Change, ComparedParagraph, Comparison
from viewer.library.others import OtherText
from viewer.model import BlockKind
from viewer.ui.others_words import called, lines_beside, summary
from viewer.ui.reader.front import COMPARE

PATH = PurePosixPath("a.md")
NEWER = OtherText("version", PATH, "2018-11-03 2", date(2018, 11, 3), is_newest=True)
OLDER = OtherText("version", PATH, "2018-11-01", date(2018, 11, 1), is_later=False)
COPY = OtherText("conflicted copy", PATH, "a.sync-conflict-1.md", id=3)
ORIGINAL = OtherText("original", PATH, "a.md", id=4)
NOTES = OtherText("notes", PATH, "a.annotations.sync-conflict-1.json")


def words(*others):
    return ["".join(text for text, _ in line) for line in lines_beside(others)]


def test_names_in_a_list():
    assert [called(one) for one in (NEWER, OLDER, COPY, ORIGINAL, NOTES)] == [
        "Version of Saturday 3 November 2018 (2), newer",
        "Version of Thursday 1 November 2018",
        "Conflicted copy: a.sync-conflict-1.md",
        "Original: a.md",
        "Conflicted copy of the highlights: a.annotations.sync-conflict-1.json",
    ]


def test_lines_of_a_page():
    assert words(NEWER, OLDER) == ["A newer version of Saturday 3 November 2018 is here. Compare, and use it"]
    assert words(OLDER) == ["1 other version kept. Compare"]
    assert words(COPY, COPY, NOTES) == [
        "There are 2 conflicted copies of this article, left by a synchroniser. Compare",
        "There is a conflicted copy of its highlights. Compare",
    ]
    assert words(ORIGINAL) == ["This is a conflicted copy, left by a synchroniser. Compare with the original"]
    assert [link for line in lines_beside([NEWER, COPY, ORIGINAL]) for _, link in line if link] == [COMPARE] * 3


def test_nearly_the_same_articles_are_links():
    twins = [OtherText("nearly the same", PATH, f"Title {n}", id=n) for n in range(1, 6)]
    assert words(*twins) == ["Nearly the same: Title 1, Title 2, Title 3 and 2 more. Compare"]
    assert lines_beside(twins)[0][1] == ("Title 1", "dateline:article/1")


def test_what_a_comparison_found():
    other = (ComparedParagraph(BlockKind.PARAGRAPH, Change.CHANGED, ()),)
    assert summary(Comparison(other, 0, 2), NEWER) == "2 words removed, from this article to that text."
    assert summary(Comparison(other, 1, 0), OLDER) == "1 word added, from that text to this article."
    assert summary(Comparison((), 0, 0), NEWER) == "Both texts have the same words."
