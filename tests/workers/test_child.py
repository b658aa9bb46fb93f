from __future__ import annotations

import subprocess
import sys

import pytest

from viewer.workers import child


def run(program, **more):
    """What a process of its own says; what it does to itself cannot be undone."""
    start = f"import sys; sys.path[:] = {[place for place in sys.path if place]!r}\nfrom viewer.workers import child\n"
    return subprocess.run([sys.executable, "-c", start + program], capture_output=True, text=True, check=False, **more)


@pytest.mark.parametrize(
    "asked",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', ''])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "import os; os.execv('/bin/true', ['true'])",
    ],
)
def test_neither_a_connection_nor_a_process_is_had(asked):
    module = asked.partition(";")[0]
    done = run(f"{module}\nchild.shut_off()\n{asked}\n")
    assert done.returncode == 1
    assert "must not" in done.stderr


def test_reading_files_goes_on(tmp_path):
    (tmp_path / "a.md").write_text("Text")
    done = run(f"child.shut_off(); print(open({str(tmp_path / 'a.md')!r}).read())")
    assert done.stdout == "Text\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit of the system is kept on Linux")
def test_memory_is_limited():
    done = run("child.be_modest()\ntry: bytearray(2 * 1024 ** 3)\nexcept MemoryError: print('refused')")
    assert done.stdout == "refused\n"


def test_elsewhere_it_watches_its_memory_itself():
    program = "import time; child.MOST_MEMORY = 1; child._watch_memory(); time.sleep(30); print('lived on')"
    done = run(program)
    assert (done.returncode, done.stdout) == (1, "")


def test_memory_is_told_in_bytes():
    assert 5_000_000 < child.most_memory_used() < 64 * 1024**3


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such alarm")
def test_nobody_waits_for_ever():
    assert run("child.die_in(0.2)\nwhile True: pass", timeout=30).returncode < 0
    assert run("child.die_in(0.2); child.die_in(0); import time; time.sleep(0.5)", timeout=30).returncode == 0
