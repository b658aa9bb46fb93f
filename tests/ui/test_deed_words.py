from __future__ import annotations

from array import array

import pytest

from viewer.library.deeds import HeaderDeed, MarkDeed, NoteDeed, ShelfDeed, Splice
from viewer.model import SavedSearch, Story
from viewer.ui.deed_words import deed_words, is_quiet

ONE, THREE = array("q", [1]), array("q", [1, 2, 3])


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        (MarkDeed("read", ((0, 1, THREE),)), "3 articles marked read."),
        (MarkDeed("read", ((1, 0, ONE),)), "1 article marked unread."),
        (MarkDeed("starred", ((0, 1, ONE),)), "1 article starred."),
        (MarkDeed("archived", ((0, 1, THREE),)), "3 articles archived."),
        (MarkDeed("trashed_at", ((5.0, 0, ONE), (6.0, 0, THREE))), "4 articles put back from the trash."),
        (HeaderDeed((Splice(1, "a", 0, b"", b"", b"", b""),)), "The tags of 1 article were changed."),
        (
            HeaderDeed((Splice(1, "a", 0, b"", b"", b"", b""),), "published"),
            "The day of publication was set.",
        ),
        (
            HeaderDeed((Splice(1, "a", 0, b"", b"", b"", b""),) * 2, "published"),
            "The day of publication of 2 articles was set.",
        ),
        (NoteDeed(1, "", "{}", 0), "The highlight or note was made."),
        (NoteDeed(1, "{}", "{}", 0), "The highlight or note was changed."),
        (NoteDeed(1, "{}", "", 0), "The highlight or note was deleted."),
        (ShelfDeed(None, Story(1, "A")), "The story “A” was made."),
        (ShelfDeed(Story(1, "A"), None), "The story “A” was removed; its articles stay."),
        (ShelfDeed(Story(1, "A"), Story(1, "B")), "The story “A” is called “B” now."),
        (ShelfDeed(Story(1, "A", (1,)), Story(1, "A", (1, 2, 3))), "2 articles added to the story “A”."),
        (ShelfDeed(Story(1, "A", (1,)), Story(1, "A")), "1 article taken out of the story “A”."),
        (ShelfDeed(Story(1, "A", (1,)), Story(1, "A", (1,))), "Nothing changed in the story “A”."),
        (ShelfDeed(None, SavedSearch(1, "A", "q")), "The search “A” was saved."),
        (ShelfDeed(SavedSearch(1, "A", "q"), SavedSearch(1, "A", "r")), "The search “A” was changed."),
    ],
)
def test_what_was_done_is_one_sentence(deed, words):
    assert deed_words(deed) == words


def test_only_one_star_or_one_reading_needs_no_words():
    assert is_quiet(MarkDeed("starred", ((0, 1, ONE),)))
    assert not is_quiet(MarkDeed("starred", ((0, 1, THREE),)))
    assert not is_quiet(MarkDeed("archived", ((0, 1, ONE),)))
    assert not is_quiet(ShelfDeed(None, Story(1, "A")))


def test_a_highlight_that_is_seen_needs_no_words_and_one_that_went_does():
    assert is_quiet(NoteDeed(1, "", "{}", 0))
    assert not is_quiet(NoteDeed(1, "{}", "", 0))
