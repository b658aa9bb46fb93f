from __future__ import annotations

from viewer.importers.pdf_lines import paragraphs


def test_parted_words():
    page = (
        "the fighting near the US-\nbacked force, which the re-\nport of the US names well-\n"
        "known, and it is well\nto be reported.\n"
    )
    assert paragraphs([page * 2])[0].startswith(
        "the fighting near the US-backed force, which the report of the US names well-known, and"
    )


def test_heads_feet_and_numbers_of_pages():
    pages = [
        f"The Review, page {number}\nText of this page {name} here.\n\n- {number} -"
        for number, name in enumerate("abcd")
    ]
    assert paragraphs(pages) == [f"Text of this page {name} here." for name in "abcd"]


def test_a_head_of_two_pages_may_be_text():
    assert paragraphs(["Same\n\nOne.", "Same\n\nTwo."]) == ["Same", "One.", "Same", "Two."]


def test_lists_and_nothing():
    assert paragraphs(["A list:\n• one\n• two"]) == ["A list:", "• one", "• two"]
    assert paragraphs([]) == []
    assert paragraphs(["", "\n\n"]) == []
