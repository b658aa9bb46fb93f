"""Kills imports, savings, bulk actions, migrations and backups at every moment, and looks at what is left.

    python -m tests.torture [SCENE ...] [--kills N]

Without a number there is a kill at every call (write, renaming, statement), and as many again at random moments as
KILLS says. With one, half of so many kills come at calls, spread over all of them, half at random moments. "full disk"
lets the disk be full from every write on. Prints a row for each scene; exit status 1 where anything was lost, or
anything half there was to be seen.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.torture.faults import Faults, die
from tests.torture.full_disk import fill_up
from tests.torture.scenes import SCENES

FULL = "full disk"
KILLS = {"import": 200}
OTHERWISE = 50


def main(arguments=None) -> int:
    """Give each scene its kills."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__.splitlines()[0])
    names = [*SCENES, FULL]
    parser.add_argument("scenes", nargs="*", choices=[*names, []], metavar="SCENE", help=", ".join(names))
    parser.add_argument("--kills", type=int, help="so many for each scene")
    options = parser.parse_args(arguments)
    faults = 0
    for name in options.scenes or names:
        faults += fill_up(options.kills or 0) if name == FULL else torture(name, options.kills)
    return 1 if faults else 0


def torture(name, kills=None):
    """Kill a scene so often, at every call where no number is given; gives how often something was wrong."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="dateline-torture-") as place:
        tale = Tale(name, Path(place))
        calls, seconds = tale.rehearse()
        chosen = spread(calls, kills - kills // 2 if kills else calls)
        count = kills // 2 if kills else KILLS.get(name, OTHERWISE)
        moments = [random.Random(number).uniform(0, 1.1 * seconds) for number in range(count)]
        for number in chosen:
            tale.kill_at(number)
        for moment in moments:
            tale.kill_after(moment)
    lasted = time.monotonic() - began
    print(
        f"{name}: {tale.kills} kills ({len(chosen)} at chosen ones of {calls} calls, the rest at random moments; "
        f"{tale.survived} came too late), {tale.acknowledged} acknowledged items, {tale.faults} faults, {lasted:.0f} s",
        flush=True,
    )
    return tale.faults


def spread(calls, count):
    """So many numbers of calls, each of them where there are no more, evenly apart where there are."""
    return sorted({number * calls // count for number in range(count)}) if calls > count else list(range(calls))


class Tale:
    """One scene played again and again, each time in a home of its own."""

    def __init__(self, name, place):
        self._scene, self._place = SCENES[name], place
        self.kills = self.survived = self.acknowledged = self.faults = 0
        self._number = 0

    def rehearse(self):
        """Play it to its end; gives how many calls there are, and seconds."""
        scene = self._prepared()
        began = time.monotonic()
        report = self._place / "calls"
        process = self._fork(scene, lambda faults: report.write_text(str(faults.count)), Faults())
        status = os.waitpid(process, 0)[1]
        seconds = time.monotonic() - began
        if status:
            raise AssertionError("the scene fails when nobody disturbs it")
        scene.judge(self._said(scene))
        return int(report.read_text()), seconds

    def kill_at(self, number):
        """Let it die at a call."""
        self._judge(lambda scene: self._fork(scene, None, Faults(die, number)), f"at call {number}")

    def kill_after(self, moment):
        """Kill it after so many seconds."""

        def start(scene):
            process = self._fork(scene, None, Faults())
            time.sleep(moment)
            os.kill(process, signal.SIGKILL)
            return process

        self._judge(start, f"after {moment:.4f} s")

    def _judge(self, start, words):
        scene = self._prepared()
        status = os.waitpid(start(scene), 0)[1]
        self.kills += 1
        self.survived += status == 0
        said = self._said(scene)
        self.acknowledged += len(said)
        try:
            scene.judge(said)
        except Exception:
            self.faults += 1
            print(f"{scene.name}, killed {words}, {said} acknowledged:\n{traceback.format_exc()}", file=sys.stderr)

    def _prepared(self):
        self._number += 1
        scene = self._scene(self._place / str(self._number))
        scene.prepare()
        return scene

    def _fork(self, scene, at_the_end, faults):
        """Play it in a process of its own."""
        process = os.fork()
        if process:
            return process
        status = 1
        try:
            said = os.open(self._diary(scene), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            write = os.write
            with faults.installed():
                scene.do(lambda line: write(said, f"{line}\n".encode()))
            if at_the_end:
                at_the_end(faults)
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)

    def _said(self, scene):
        diary = self._diary(scene)
        return diary.read_text().split() if diary.exists() else []

    @staticmethod
    def _diary(scene):
        return scene.root.with_name("diary")


if __name__ == "__main__":
    raise SystemExit(main())
