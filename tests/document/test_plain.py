from __future__ import annotations

from viewer.document.plain import plain
from viewer.document.sink import LONGEST_BLOCK, MAX_BLOCKS
from viewer.model import BlockKind


def test_paragraphs_are_split_at_empty_lines_and_lines_joined():
    document = plain("One\ntwo\n \t\nthree.  Four\r\n\r\nfive", notice="")
    assert [block.text for block in document.blocks] == ["One two", "three. Four", "five"]
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}
    assert document.words == 5
    assert document.notice == ""


def test_the_notice_and_the_language_are_kept():
    document = plain("text", notice="Why.", language="fr")
    assert (document.notice, document.language) == ("Why.", "fr")


def test_markup_stays_as_written_and_controls_go():
    assert plain("*a* <b>\x00\u202e[x](y)", notice="").blocks[0].text == "*a* <b>[x](y)"


def test_a_paragraph_of_ten_megabytes_is_split_at_spaces():
    text = "word " * 2_000_000
    document = plain(text, notice="")
    assert all(len(block.text) <= LONGEST_BLOCK for block in document.blocks)
    assert " ".join(block.text for block in document.blocks) == text.strip()


def test_a_word_without_end_is_split_all_the_same():
    document = plain("x" * (3 * LONGEST_BLOCK + 1), notice="")
    assert [len(block.text) for block in document.blocks] == [LONGEST_BLOCK] * 3 + [1]


def test_too_many_paragraphs_are_cut_and_said():
    document = plain("a\n\n" * (MAX_BLOCKS + 5), notice="")
    assert len(document.blocks) == MAX_BLOCKS
    assert "20,000" in document.notice


def test_no_text_is_no_block():
    assert plain(" \n\n\x00", notice="").blocks == ()
