from __future__ import annotations

from viewer.document.crude import crude_text


def words(markdown):
    return crude_text(markdown).split()


def test_markup_tags_and_targets_go_and_words_stay():
    markdown = "# The *end*\n\nA [link](https://example.org/x) and <b>bold</b> `code`.\n\n| a | b |\n> quote ~~gone~~"
    assert words(markdown) == ["The", "end", "A", "link", "and", "bold", "code.", "a", "b", "quote", "gone"]


def test_what_is_no_markup_is_left_alone():
    assert crude_text("3 — 2018, it's said (twice).") == "3 — 2018, it's said (twice)."


def test_the_same_work_for_open_brackets_and_tags():
    assert words("<" * 1000 + "](" * 1000 + " end")[-1] == "end"


def test_a_stop_keeps_close_to_its_word():
    assert crude_text("The [border](b.md). (**So** it was), *then*; `now`?").split() == [
        *("The", "border.", "(So", "it", "was),", "then;", "now?"),
    ]
