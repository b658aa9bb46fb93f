"""Commands as processes of their own."""

import threading

import pytest

from viewer.library import Progress
from viewer.model import LibraryError
from viewer.ui import command_process
from viewer.ui.command_process import run_command
from viewer.ui.jobs import Cancelled, Ticket

TALKER = """
import json, sys
text = sys.stdin.read()
print('{"done": 1, "total": 3, "phase": "reading"}', file=sys.stderr, flush=True)
print("{no json", file=sys.stderr)
print("dateline: a complaint", file=sys.stderr)
print(json.dumps({"text": text}))
"""


@pytest.fixture
def ticket():
    made = Ticket("", False, lambda _ticket, value: heard.append(value))
    heard = made_heard[made.slot] = []
    return made


made_heard = {}


@pytest.fixture
def program(monkeypatch):
    """Let another program stand for ours."""

    def stand(code):
        python = command_process.sys.executable
        popen = command_process.subprocess.Popen

        def start(_command, **options):
            return popen([python, "-c", code], **options)

        monkeypatch.setattr(command_process.subprocess, "Popen", start)

    return stand


def test_it_is_given_its_input_and_tells_progress_and_result(program, ticket):
    program(TALKER)
    assert run_command(["x"], ticket, "Größe".encode()) == {"text": "Größe"}
    assert made_heard[""] == [Progress(1, 3, "reading")]


def test_more_input_than_is_read_is_no_trouble(program, ticket):
    program("import sys; sys.stdin.close(); print('{}')")
    assert run_command(["x"], ticket, b"x" * 3_000_000) == {}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import sys; print('dateline: Name a folder.', file=sys.stderr); sys.exit(2)", "^Name a folder.$"),
        ("import sys; print('dateline: It is busy.', file=sys.stderr); sys.exit(1)", "^It is busy.$"),
        ("import os; os.abort()", "nothing says why"),
    ],
)
def test_where_it_could_not_begin_it_says_so_itself(program, ticket, code, words):
    program(code)
    with pytest.raises(LibraryError, match=words):
        run_command(["x"], ticket)


def test_it_ends_when_it_is_cancelled(program, ticket):
    program("import time; time.sleep(60)")
    threading.Timer(0.2, ticket.cancel).start()
    with pytest.raises(Cancelled):
        run_command(["x"], ticket)
