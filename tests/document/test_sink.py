from __future__ import annotations

from viewer.document.sink import LONGEST_BLOCK, MAX_BLOCKS, Sink
from viewer.model import Block, BlockKind, ImageReference, Mark, Run


def paragraph(text, **fields):
    return Block(BlockKind.PARAGRAPH, text, **fields)


def test_sentences_direction_and_words_are_worked_out():
    sink = Sink("en")
    sink.add(paragraph("One. Two."))
    sink.add(paragraph("أعلنت القوات"))
    first, second = sink.document().blocks
    assert first.sentences == ((0, 4), (5, 9))
    assert (first.right_to_left, second.right_to_left) == (False, True)
    assert sink.document().words == 4


def test_headings_get_anchors_of_their_own():
    sink = Sink("en")
    for anchor in ("", "", "given"):
        sink.add(Block(BlockKind.HEADING, "A heading", level=2, anchor=anchor))
    assert [block.anchor for block in sink.blocks] == ["a-heading", "a-heading-1", "given"]


def test_code_is_one_sentence_and_runs_left_to_right():
    sink = Sink("ar")
    sink.add(Block(BlockKind.CODE, "  a. B. c"))
    sink.add(Block(BlockKind.CODE, ""))
    assert [block.sentences for block in sink.blocks] == [((2, 9),), ()]
    assert not any(block.right_to_left for block in sink.blocks)


def test_a_picture_is_one_character_and_no_word():
    sink = Sink("en")
    sink.add_image(ImageReference("a.png", "A"), 1)
    (block,) = sink.blocks
    assert (block.kind, block.text, block.quoted) == (BlockKind.IMAGE, "\ufffc", 1)
    assert sink.document().words == 0


def test_a_long_block_is_split_with_its_runs():
    text = "word " * 10_000
    run = Run(5, 49_000, Mark.BOLD, "https://example.org")
    sink = Sink("en")
    sink.add(paragraph(text.strip(), runs=(run,), marker="1.", anchor="here"))
    assert len(sink.blocks) > 2
    assert all(len(block.text) <= LONGEST_BLOCK for block in sink.blocks)
    assert " ".join(block.text for block in sink.blocks) == text.strip()
    bold = "".join(block.text[r.begin : r.end] for block in sink.blocks for r in block.runs)
    assert len(bold.replace(" ", "")) == len(text[5:49_000].replace(" ", ""))
    assert [block.marker for block in sink.blocks] == ["1."] + [""] * (len(sink.blocks) - 1)


def test_beyond_the_limit_no_block_is_taken_and_it_is_said_once():
    sink = Sink("en")
    for _ in range(MAX_BLOCKS + 10):
        sink.add(paragraph("a"))
    assert len(sink.blocks) == MAX_BLOCKS
    assert sink.document().notice == "Only the first 20,000 paragraphs are shown."
