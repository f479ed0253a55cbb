"""The first records that a process decodes, by several threads at once."""

import subprocess
import sys

PROCESSES = 60
PROGRAM = f"""
import os, sys, threading
import msgspec
from app.mirror.kinds import DECODERS

decoders = list(DECODERS.values())
names = {{name for decoder in decoders for name in decoder.type.__dataclass_fields__}}
body = msgspec.json.encode(dict.fromkeys(names))
sys.setswitchinterval(1e-6)

def decode(barrier, decoders):
    barrier.wait()
    for decoder in decoders:
        try:
            decoder.decode(body)
        except msgspec.ValidationError:
            pass

for number in range({PROCESSES}):
    decoders.append(decoders.pop(0))
    process = os.fork()
    if not process:
        barrier = threading.Barrier(8)
        threads = [threading.Thread(target=decode, args=(barrier, decoders)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if status:
        sys.exit(f"a process ended with status {{status}}")
"""


def test_first_decoding_by_eight_threads_ends_no_process() -> None:
    """msgspec 0.22 ended web processes with SIGSEGV when two requests were the first to decode a job."""
    ended = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
