"""The small parts of the window that hold values only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model import Block, BlockKind, Passage
from viewer.ui.history import History
from viewer.ui.place import passage_at_share, share_of_passage

BLOCKS = tuple(Block(BlockKind.PARAGRAPH, text) for text in ("One two three.", "", "Four five six seven.", "Eight."))


def test_going_back_returns_to_the_place_where_one_left():
    history = History()
    history.visit(1)
    history.leave(Passage(4, 0, 0))
    history.visit(2)
    history.leave(Passage(9, 3, 3))
    visit = history.back()
    assert (visit.article, visit.place) == (1, Passage(4, 0, 0))
    visit = history.forward()
    assert (visit.article, visit.place) == (2, Passage(9, 3, 3))


def test_a_new_step_forgets_what_lay_ahead():
    history = History()
    for article in (1, 2, 3):
        history.visit(article)
    history.back()
    history.visit(4)
    assert not history.can_go_forward
    assert history.back().article == 2


def test_at_either_end_there_is_nowhere_to_go():
    history = History()
    assert history.back() is None
    history.visit(1)
    assert history.back() is None
    assert history.forward() is None
    history.visit(1)
    assert not history.can_go_back


def test_a_long_walk_keeps_its_last_steps():
    history = History()
    for article in range(1000):
        history.visit(article)
    steps = 0
    while history.back():
        steps += 1
    assert steps == 199


@given(st.integers(0, 3), st.floats(0, 1))
def test_a_place_survives_as_a_share_of_the_text(number, part):
    offset = int(part * max(0, len(BLOCKS[number].text) - 1))
    share = share_of_passage(BLOCKS, Passage(number, offset, offset))
    assert 0 <= share <= 1
    found = passage_at_share(BLOCKS, share)
    if BLOCKS[number].text:
        assert found.block == number
        assert abs(found.begin - offset) <= 1


@pytest.mark.parametrize("share", [1.0, 5.0])
def test_the_end_of_the_text_is_no_place_in_it(share):
    assert passage_at_share(BLOCKS, share) is None
    assert share_of_passage((), None) == 0
