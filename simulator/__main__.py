"""`python -m simulator`: run the stand-in AgentOS as a process."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from datetime import date

from simulator.server import serve
from simulator.settings import Settings


def main() -> int:
    """Serve until SIGTERM or SIGINT, then return 0. Return 1 if the address is not available."""
    host, port, settings = _arguments()
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    try:
        simulator = serve(host, port, settings)
    except OSError as error:
        print(f"The simulator cannot listen on {host}:{port}: {error.strerror}.", file=sys.stderr)
        return 1
    print(f"Simulated AgentOS at {simulator.url}", flush=True)
    ended.wait()
    simulator.stop()
    return 0


def _arguments() -> tuple[str, int, Settings]:
    default = Settings()
    parser = argparse.ArgumentParser(prog="python -m simulator", description="A stand-in AgentOS.")
    parser.add_argument("--bind", default=os.environ.get("SIMULATOR_BIND", "127.0.0.1:9400"), help="HOST:PORT")
    parser.add_argument("--seed", type=int, default=default.seed)
    parser.add_argument("--branches", type=int, default=default.branches, help="per agency")
    parser.add_argument("--contractors", type=int, default=default.contractors, help="per agency")
    parser.add_argument("--jobs", type=int, default=default.jobs, help="per agency")
    parser.add_argument("--limit", type=int, default=default.limit, help="requests per key and window")
    parser.add_argument("--no-limit", dest="limit", action="store_const", const=None)
    parser.add_argument("--window-s", type=float, default=default.window_s)
    parser.add_argument("--today", type=date.fromisoformat, default=default.today, help="YYYY-MM-DD")
    flags = vars(parser.parse_args())
    host, _, port = flags.pop("bind").rpartition(":")
    if not host or not port.isdigit() or int(port) > 65535:
        parser.error("--bind must be HOST:PORT")
    try:
        return host, int(port), Settings(**flags)
    except ValueError as error:
        parser.error(str(error))


if __name__ == "__main__":
    sys.exit(main())
