"""Nearly the same, told from a few hashes."""

import random

from viewer.stories import are_nearly_the_same, describe, keys_of, sketch_of
from viewer.stories.sketches import SIZE

WORDS = [f"word{n}" for n in range(4000)]


def text(seed, length=400):
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def edited(words, share, seed=1):
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) if chance.random() < share else word for word in words.split())


def alike(one, other):
    return are_nearly_the_same(
        sketch_of([one]), describe("T", [one]).packed, sketch_of([other]), describe("T", [other]).packed
    )


def test_a_sketch_is_small_and_the_same_everywhere():
    made = sketch_of([text(1)])
    assert len(made) == 4 * SIZE
    assert list(keys_of(sketch_of(["one two three four five " * 4]))) == [
        3528803,
        400017859,
        583163706,
        2422156857,
        4281963824,
    ]
    assert list(keys_of(made)) == sorted(keys_of(made))


def test_few_words_have_no_sketch():
    assert sketch_of(["Only a few words stand here."]) == b""
    assert not alike("few words", "few words")


def test_small_edits_are_nearly_the_same():
    for seed in range(8):
        assert alike(text(seed), edited(text(seed), 0.03, seed))


def test_a_longer_version_is_nearly_the_same_and_half_of_it_is_not():
    one = text(1)
    assert alike(one, f"{one} {text(2, 100)}")
    assert not alike(one, f"{one} {text(2, 1200)}")


def test_other_texts_are_not():
    assert not any(alike(text(seed), text(seed + 100)) for seed in range(20))
    assert not alike(text(1), edited(text(1), 0.4))


def test_the_same_words_in_another_order_are_not():
    words = text(1).split()
    shuffled = " ".join(random.Random(3).sample(words, len(words)))
    assert not alike(text(1), shuffled)


def test_texts_without_blanks_are_compared_by_characters():
    one = "伊拉克军队周四增援了哈金附近的边境地区因为战斗正在逼近" * 3
    assert alike(one, one.replace("周四", "周五", 1))
    assert not alike(one, "面粉水盐和耐心做成一个面包店里什么也没有发生过" * 3)


def test_nearly_the_same_texts_share_a_key():
    shared = [set(keys_of(sketch_of([text(n)]))) & set(keys_of(sketch_of([edited(text(n), 0.1)]))) for n in range(20)]
    assert all(shared)
