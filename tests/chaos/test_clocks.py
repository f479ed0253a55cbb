"""Stepped clocks: they move the wall clock of a running process, and no other clock."""

import os
import subprocess
import sys
import time

import pytest

from tests.chaos.clocks import MISSING, SteppedClock, library

PROGRAM = """
import datetime, time
while input():
    print(time.time(), datetime.datetime.now().timestamp(), time.clock_gettime(time.CLOCK_BOOTTIME), flush=True)
"""


@pytest.mark.skipif(library() is None, reason=MISSING)
def test_stepped_clock_moves_only_wall_clock_of_its_process() -> None:
    clock = SteppedClock("clock-of-a-test")
    environment = {**os.environ, **clock.environment()}
    command = [sys.executable, "-c", PROGRAM]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for off_s in (0, 300, -300, 0):
            clock.step(off_s)
            process.stdin.write("?\n")
            process.stdin.flush()
            wall, date, boot = (float(seconds) for seconds in process.stdout.readline().split())
            assert wall - time.time() == pytest.approx(off_s, abs=20)
            assert date == pytest.approx(wall, abs=20)
            assert boot == pytest.approx(time.clock_gettime(time.CLOCK_BOOTTIME), abs=20)
        process.stdin.close()
