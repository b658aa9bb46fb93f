from __future__ import annotations

import pytest

from viewer.library import Progress
from viewer.library.pace import Pace


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def pace(clock):
    return Pace(clock)


def run(pace, clock, rate, seconds, *, total, begin=0, phase="reading"):
    """What is said after ``seconds`` of steady work."""
    words = ""
    for step in range(int(seconds * 2) + 1):
        words = pace.words(Progress(int(begin + rate * step / 2), total, phase))
        clock.now += 0.5
    return words


def test_at_first_only_the_count_is_said(pace):
    assert pace.words(Progress(3, 1_200, "reading")) == "Reading 3 of 1,200"
    assert pace.words(Progress(0, 0, "adding 2 files")) == "Adding 2 files"


def test_rate_and_rest_follow(pace, clock):
    assert run(pace, clock, 85, 10, total=100_000) == "Reading 850 of 100,000 · 85 a second · about 19 minutes left"


@pytest.mark.parametrize(
    ("rate", "total", "rest"),
    [
        (10, 110, "a few seconds left"),
        (10, 400, "about 30 seconds left"),
        (10, 800, "about a minute left"),
        (1, 40_000, "about 11 hours left"),
    ],
)
def test_the_rest_is_said_no_finer_than_it_is_known(pace, clock, rate, total, rest):
    assert run(pace, clock, rate, 10, total=total).endswith(rest)


def test_slow_work_is_counted_by_the_minute(pace, clock):
    assert "30 a minute" in run(pace, clock, 0.5, 20, total=100)


def test_the_last_seconds_count_and_not_the_first(pace, clock):
    run(pace, clock, 1_000, 30, total=100_000)
    words = run(pace, clock, 10, 60, total=100_000, begin=30_000)
    assert "10 a second" in words


def test_another_phase_begins_anew(pace, clock):
    run(pace, clock, 100, 30, total=10_000)
    assert pace.words(Progress(1, 10_000, "relating")) == "Relating 1 of 10,000"


def test_without_a_total_there_is_no_rest(pace, clock):
    assert run(pace, clock, 5, 10, total=0, phase="adding") == "Adding 50 · 5 a second"


def test_work_that_stands_still_promises_nothing(pace, clock):
    assert run(pace, clock, 0, 30, total=100, begin=40) == "Reading 40 of 100"
