from __future__ import annotations

import sys
import time

from viewer.workers.process import WorkerProcess, command_for, watched

ECHO = """
import sys, time
sys.path[:] = {path!r}
from viewer.workers.child import serve
def handle(request, send):
    print("nothing that is printed gets between the answers")
    if request == "hangs":
        time.sleep(600)
    send(request)
serve(handle)
"""


def echo():
    return WorkerProcess([sys.executable, "-c", ECHO.format(path=[place for place in sys.path if place])])


def test_it_answers_until_it_is_ended():
    process = echo()
    assert process.answer(1.0) is None  # not started yet
    assert process.start()
    assert process.start()
    for request in ("one", (2, b"3")):
        process.ask(request)
        assert process.answer(30.0) == request
    process.end()
    process.ask("nobody hears it")
    assert process.answer(1.0) is None


def test_an_answer_that_takes_too_long_ends_it_and_another_can_be_started():
    process = echo()
    with watched([process]):
        assert process.start()
        process.ask("hangs")
        assert process.answer(0.3) is None
        assert process.was_slow
        process.end()
        assert process.start()
        process.ask("again")
        assert process.answer(30.0) == "again"
        assert not process.was_slow
    process.end()


def test_it_ends_with_whoever_started_it():
    process = echo()
    assert process.start()
    inner = process._process
    inner.stdin.close()
    assert inner.wait(timeout=30) == 0
    process.end()


def test_what_cannot_be_started_is_said():
    assert not WorkerProcess(["/no/such/program"]).start()
    assert not WorkerProcess([sys.executable, "-c", "print('not what a worker says first')"]).start()


def test_stopping_from_elsewhere_wakes_whoever_waits():
    process = echo()
    assert process.start()
    process.ask("hangs")
    began = time.monotonic()
    process.stop()
    assert process.answer(600.0) is None
    assert time.monotonic() - began < 300
    process.end()


def test_the_command_runs_nothing_of_the_main_module():
    command = command_for("viewer.library.worker")
    assert command[0] == sys.executable
    assert command[-1].endswith("from viewer.library.worker import main; main()")
