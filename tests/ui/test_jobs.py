from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject

from viewer.ui.jobs import Jobs


class Desk(QObject):
    """Takes what jobs deliver."""

    def __init__(self):
        super().__init__()
        self.got, self.errors, self.threads = [], [], []

    def take(self, value):
        self.got.append(value)
        self.threads.append(threading.current_thread())

    def fail(self, error):
        self.errors.append(str(error))


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def desk(qapp):
    return Desk()


def test_a_job_runs_elsewhere_and_delivers_on_the_ui_thread(jobs, desk, qtbot):
    jobs.start("read", lambda _: threading.current_thread(), desk.take)
    qtbot.waitUntil(lambda: bool(desk.got))
    assert desk.got[0] is not threading.current_thread()
    assert desk.threads == [threading.current_thread()]


def test_only_the_latest_of_a_slot_delivers(jobs, desk, qtbot):
    gate = threading.Event()
    jobs.start("read", lambda _: gate.wait(5) and "first", desk.take, slot="search")
    jobs.start("read", lambda _: "second", desk.take, slot="search")
    jobs.start("read", lambda _: "third", desk.take, slot="search")
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    qtbot.waitUntil(lambda: bool(desk.got))
    assert desk.got == ["third"]


def test_jobs_of_one_lane_run_one_after_the_other(jobs, desk, qtbot):
    for number in range(20):
        jobs.start("write", lambda _, n=number: n, desk.take)
    qtbot.waitUntil(lambda: len(desk.got) == 20)
    assert desk.got == list(range(20))


def test_a_failure_reaches_its_receiver_or_the_common_one(jobs, desk, qtbot):
    def fail(_):
        raise ValueError("no such thing")

    jobs.failed.connect(desk.fail)
    jobs.start("read", fail, desk.take, failed=desk.fail)
    jobs.start("read", fail, desk.take)
    qtbot.waitUntil(lambda: len(desk.errors) == 2)
    assert desk.got == []


def test_a_cancelled_job_learns_of_it_and_delivers_nothing(jobs, desk, qtbot):
    started, ended = threading.Event(), threading.Event()

    def work(ticket):
        started.set()
        while not ticket.cancelled:
            ended.wait(0.005)
        ended.set()
        return "too late"

    jobs.start("work", work, desk.take)
    assert started.wait(5)
    jobs.cancel_all()
    assert ended.wait(5)
    qtbot.waitUntil(lambda: not jobs.busy)
    qtbot.wait(20)
    assert desk.got == []


def test_what_writes_for_the_reader_is_never_cancelled(jobs, desk, qtbot):
    gate = threading.Event()
    jobs.start("write", lambda _: gate.wait(5), desk.take, essential=True)
    jobs.start("write", lambda _: "kept", desk.take, essential=True)
    jobs.cancel_all()
    gate.set()
    qtbot.waitUntil(lambda: "kept" in desk.got)


def test_closing_waits_for_what_is_being_written(qapp, desk):
    jobs, written = Jobs(), []
    jobs.start("write", lambda _: written.append("mark"), desk.take, essential=True)
    jobs.close()
    assert written == ["mark"]


def test_progress_arrives_in_order(jobs, desk, qtbot):
    def work(ticket):
        for number in range(5):
            ticket.progress(number)

    jobs.start("work", work, lambda _: None, progress=desk.take)
    qtbot.waitUntil(lambda: len(desk.got) == 5)
    assert desk.got == [0, 1, 2, 3, 4]


def test_a_receiver_that_was_destroyed_is_not_called(jobs, qtbot):
    gate, desk = threading.Event(), Desk()
    got = desk.got
    jobs.start("read", lambda _: gate.wait(5), desk.take)
    from shiboken6 import delete

    delete(desk)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    qtbot.wait(20)
    assert got == []
