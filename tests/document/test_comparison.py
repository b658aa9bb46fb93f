"""What changed from one state of a text to the next, by paragraphs, sentences and words."""

import time

from hypothesis import example, given
from hypothesis import strategies as st

from viewer.document import parse
from viewer.document.comparison import CUT, Change, compare
from viewer.model import Block, BlockKind, ImageReference

OLD = """The troops came on Thursday. Twelve people were hurt, the ministry said.

Nobody knew why they came.

A witness saw three cars."""
NEW = """The troops came on Thursday. Fifteen people were hurt, the ministry said on Friday.

A witness saw three cars.

The border was closed again in the evening."""


def blocks(text):
    return parse(text, language="en", title="").blocks


def compared(old, new):
    return compare(blocks(old), blocks(new))


def text_of(comparison, without):
    parts = ("".join(text for text, change in one.pieces if change is not without) for one in comparison.paragraphs)
    return [" ".join(part.split()) for part in parts if part.strip()]


def test_words_within_a_sentence():
    first = compared(OLD, NEW).paragraphs[0]
    assert first.change is Change.CHANGED
    assert [(text.strip(), change.value) for text, change in first.pieces] == [
        ("The troops came on Thursday.", "same"),
        ("Twelve", "removed"),
        ("Fifteen", "added"),
        ("people were hurt, the ministry said", "same"),
        ("on Friday", "added"),
        (".", "same"),
    ]


def test_paragraphs_and_counts():
    found = compared(OLD, NEW)
    assert [one.change.value for one in found.paragraphs] == ["changed", "removed", "same", "added"]
    assert (found.added, found.removed, found.cut, found.is_same) == (11, 6, "", False)


def test_the_same_text_in_another_layout_is_the_same():
    assert compared("One  two\nthree.\n\n---\n\nFour.", "One two three.\n\nFour.").is_same


def test_a_sentence_of_other_words_is_replaced_whole():
    always = "It rained for all of the week in the towns along the coast. "
    found = compared(f"{always}The dog slept all day long.", f"{always}Nobody came to see the sea.")
    assert [(text, change.value) for text, change in found.paragraphs[0].pieces] == [
        (always, "same"),
        ("The dog slept all day long.", "removed"),
        ("Nobody came to see the sea.", "added"),
    ]


def test_pictures_are_named():
    picture = Block(BlockKind.IMAGE, "\ufffc", image=ImageReference("map.png", "A map"))
    (one,) = compare([picture], []).paragraphs
    assert (one.change, one.pieces[0].text) == (Change.REMOVED, "[Picture: A map]")


def test_nothing_against_something():
    assert [one.change for one in compared("", "A word.").paragraphs] == [Change.ADDED]
    assert compare([], []).is_same


WORDS = st.lists(st.sampled_from(["Troops", "came.", "They", "left", "at", "noon.", "\n\n", "Why?"]), max_size=60)


@given(WORDS, WORDS, st.integers(0, 20_000))
@example(["Troops", "came.", "Troops"], ["Troops", "came."], 5)
def test_both_texts_can_be_read_from_a_comparison(old, new, steps):
    ours, theirs = blocks(" ".join(old)), blocks(" ".join(new))
    found = compare(ours, theirs, steps)
    assert text_of(found, Change.REMOVED) == [" ".join(block.text.split()) for block in theirs]
    assert sorted(text_of(found, Change.ADDED)) == sorted(" ".join(block.text.split()) for block in ours)


def plain(texts):
    return [Block(BlockKind.PARAGRAPH, text, ((0, len(text)),)) for text in texts]


def hostile():
    yield [f"same {n}" for n in range(20_000)], [f"same {n}" if n % 2 else f"other {n}" for n in range(20_000)]
    yield ["a"] * 20_000, ["b", "a"] * 10_000
    yield [f"w{n}" for n in range(20_000)], [f"w{n}" for n in reversed(range(20_000))]
    yield ["a b " * 100_000], ["b a c " * 100_000]
    yield [" ".join(f"x{n * 7 % 50_000}" for n in range(50_000))], [" ".join(f"x{n}" for n in range(50_000))]
    yield ["word " * 100 + str(n) for n in range(2_000)], ["word " * 100 + str(-n) for n in range(2_000)]


def test_hostile_texts_are_compared_in_part_and_soon():
    cuts = []
    for old, new in hostile():
        began = time.process_time()
        cuts.append(compare(plain(old), plain(new)).cut)
        assert time.process_time() - began < 10  # a second on a quiet machine; quadratic work would take minutes
    assert cuts[0] == ""
    assert CUT in cuts
