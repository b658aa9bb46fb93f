"""What is the same stays together, whatever stands around it."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.document.alignment import Budget, align

LISTS = st.lists(st.integers(0, 6), max_size=40)


def same(old, new, budget=100_000):
    return [old[one.old_begin : one.old_end] for one in align(old, new, Budget(budget)) if one.same]


def test_what_was_put_in_between_is_found():
    stretches = align("abcdef", "abXcdef", Budget(1000))
    assert [tuple(one) for one in stretches] == [(0, 2, 0, 2, True), (2, 2, 2, 3, False), (2, 6, 3, 7, True)]


def test_what_was_moved_is_the_same_in_one_place_only():
    assert same("abcdefgh", "efghabcd") == ["abcd"] or same("abcdefgh", "efghabcd") == ["efgh"]


def test_repeated_parts_are_compared_in_full():
    assert same("xaxbx", "xbx") == ["x", "bx"] or same("xaxbx", "xbx") == ["xbx"]


def test_without_a_budget_only_beginning_and_end_are_the_same():
    budget = Budget(0)
    stretches = align("abcXdefYghi", "abcPdefQghi", budget)
    assert [one.same for one in stretches] == [True, False, True]
    assert budget.spent


@given(LISTS, LISTS, st.integers(0, 500))
def test_stretches_cover_both_sides_and_the_same_are_equal(old, new, steps):
    at = new_at = 0
    before = False
    for one in align(old, new, Budget(steps)):
        assert (one.old_begin, one.new_begin) == (at, new_at)
        at, new_at = one.old_end, one.new_end
        if one.same:
            assert old[one.old_begin : at] == new[one.new_begin : new_at] != []
            assert not before
        before = one.same
    assert (at, new_at) == (len(old), len(new))


@given(LISTS)
def test_a_sequence_is_the_same_as_itself(items):
    assert all(one.same for one in align(items, items, Budget(0)))
