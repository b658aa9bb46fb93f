import subprocess
import sys

from viewer.library.locks import held

HOLDER = """
import sys
from pathlib import Path
from viewer.library.locks import held
with held(Path(sys.argv[1]), 0) as got:
    print(got, flush=True)
    sys.stdin.read()
"""


def test_a_lock_is_held_by_one_at_a_time(tmp_path):
    with held(tmp_path / "lock", 0) as first, held(tmp_path / "lock", 0) as second:
        assert (first, second) == (True, False)
    with held(tmp_path / "lock", 0) as third:
        assert third


def test_a_lock_ends_with_its_process_however_that_ends(tmp_path):
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"True\n"
        with held(tmp_path / "lock", 0) as got:
            assert not got
        process.kill()
    with held(tmp_path / "lock", 5) as got:
        assert got


def test_waiting_can_be_given_up(tmp_path):
    with held(tmp_path / "lock", 0), held(tmp_path / "lock", 60, still_wanted=lambda: False) as got:
        assert not got
