from __future__ import annotations

from viewer.importers.turns import in_turn, step, told


class Watcher:
    def __init__(self):
        self.said = []

    def begin(self, place, name):
        self.said.append((place, name))

    def end(self, place):
        self.said.append((place, ""))

    def live(self):
        self.said.append("live")


def archive():
    for letter in in_turn("abc", str.upper):
        for row in in_turn([1, 2, 3], str) if letter != "a" else [0]:
            yield letter, row


def test_where_nobody_watches_nothing_changes():
    step()
    assert len(list(archive())) == 7


def test_places_are_told():
    watcher = Watcher()
    with told(watcher):
        assert len(list(archive())) == 7
    assert watcher.said[:6] == [((1,), "A"), ((1,), ""), ((2,), "B"), ((2, 1), "1"), ((2, 1), ""), ((2, 2), "2")]
    assert watcher.said[-2:] == [((3, 3), ""), ((3,), "")]


def test_what_was_in_hand_and_all_before_it_is_left_out():
    for last, rest in {
        (1,): [("b", 1), ("b", 2), ("b", 3), ("c", 1), ("c", 2), ("c", 3)],
        (2, 2): [("b", 3), ("c", 1), ("c", 2), ("c", 3)],
        (2,): [("c", 1), ("c", 2), ("c", 3)],
        (3, 3): [],
    }.items():
        with told(Watcher(), last):
            assert list(archive()) == rest


def test_passing_over_many_is_getting_on():
    watcher = Watcher()
    with told(watcher, (250,)):
        assert list(in_turn(range(251), str)) == [250]
    assert watcher.said[:2] == ["live", "live"]


def test_a_step_is_told():
    watcher = Watcher()
    with told(watcher):
        step()
    assert watcher.said == ["live"]
