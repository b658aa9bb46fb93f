from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from viewer.ui.timeline.packing import GAP, Want, pack_cards, pack_rows

WIDTH = 1000.0


def wants(xs, natural=160.0, least=100.0):
    return [Want(index, (x,), natural, least) for index, x in enumerate(xs)]


def through(card, stem):
    return card.left + 1 < stem < card.right - 1


anything = given(xs=st.lists(st.floats(0, WIDTH), max_size=40), lanes=st.integers(0, 6), first=st.integers(-1, 40))


class TestWhateverIsAsked:
    @anything
    def test_cards_of_a_lane_do_not_overlap(self, xs, lanes, first):
        cards = pack_cards(wants(xs), lanes, 0, WIDTH, first).cards
        for one, other in combinations(cards, 2):
            if one.lane == other.lane:
                assert one.right <= other.left + 0.01 or other.right <= one.left + 0.01

    @anything
    def test_no_stem_runs_through_a_card(self, xs, lanes, first):
        cards = pack_cards(wants(xs), lanes, 0, WIDTH, first).cards
        for one, other in combinations(cards, 2):
            upper, lower = (one, other) if one.lane > other.lane else (other, one)
            assert upper.lane == lower.lane or not through(lower, upper.stem)

    @anything
    def test_every_event_has_a_card_or_is_named_as_hidden(self, xs, lanes, first):
        packing = pack_cards(wants(xs), lanes, 0, WIDTH, first)
        assert sorted([*(card.index for card in packing.cards), *packing.hidden]) == list(range(len(xs)))

    @anything
    def test_a_card_hangs_on_its_stem_and_keeps_its_width(self, xs, lanes, first):
        for card in pack_cards(wants(xs), lanes, 0, WIDTH, first).cards:
            assert card.left - 0.01 <= card.stem <= card.right + 0.01
            assert 100 - 0.01 <= card.right - card.left <= 160 + 0.01
            assert card.left >= 0
            assert card.right <= WIDTH + 0.01


def test_a_card_does_not_grow_over_a_stem_at_its_very_edge():
    cards = pack_cards(wants([2, 101.5]), 2, 0, WIDTH, first=0).cards
    assert not any(through(card, other.stem) for card in cards for other in cards if other.lane > card.lane)


def test_one_card_flies_to_the_right_of_its_stem_at_full_width():
    (card,) = pack_cards(wants([300]), 3, 0, WIDTH).cards
    assert (card.left, card.right, card.lane) == (300, 460, 0)


def test_a_cluster_becomes_a_staircase():
    cards = pack_cards(wants([300, 340, 380]), 3, 0, WIDTH).cards
    assert [card.lane for card in cards] == [2, 1, 0]


def test_cards_on_one_pole_stand_on_top_of_each_other():
    cards = pack_cards(wants([300, 300, 300]), 3, 0, WIDTH).cards
    assert {card.left for card in cards} == {300}
    assert sorted(card.lane for card in cards) == [0, 1, 2]


def test_a_pole_without_room_to_the_right_carries_cards_to_the_left():
    packing = pack_cards(wants([300, 300, 300, 300]), 2, 0, WIDTH)
    assert packing.hidden == ()
    assert sorted((card.lane, card.left < 300) for card in packing.cards) == [
        (0, False),
        (0, True),
        (1, False),
        (1, True),
    ]


def test_the_right_edge_pushes_a_card_back():
    (card,) = pack_cards(wants([990]), 1, 0, WIDTH).cards
    assert card.right <= WIDTH


def test_the_chosen_one_is_never_hidden():
    xs = [500.0] * 30
    assert 7 not in pack_cards(wants(xs), 2, 0, WIDTH, first=7).hidden
    assert len(pack_cards(wants(xs), 2, 0, WIDTH, first=7).hidden) > 20


def test_a_squeezed_card_grows_up_to_its_neighbour():
    cards = pack_cards(wants([300, 430], natural=400, least=100), 1, 0, WIDTH).cards
    assert cards[0].right == 430 - GAP


def test_another_stem_of_a_wide_bar_is_taken_where_the_first_has_no_room():
    packing = pack_cards([Want(0, (300, 600), 100, 100), Want(1, (300,), 100, 100)], 1, 250, WIDTH)
    assert {card.stem for card in packing.cards} == {300, 600}


class TestRows:
    @given(st.lists(st.tuples(st.floats(0, 500), st.floats(1, 80))), st.integers(1, 5))
    def test_marks_of_a_row_do_not_overlap(self, boxes, rows):
        extents = sorted((left, left + width) for left, width in boxes)
        placed = pack_rows(extents, rows)
        for (one, row), (other, other_row) in combinations(zip(extents, placed, strict=True), 2):
            if row == other_row >= 0:
                assert one[1] <= other[0]

    def test_the_lowest_free_row_is_taken(self):
        assert pack_rows([(0, 10), (5, 15), (20, 30)], 3) == [0, 1, 0]

    def test_what_finds_no_row_is_said_so(self):
        assert pack_rows([(0, 10), (1, 10), (2, 10)], 2) == [0, 1, -1]
