"""The command `worker`, which SIGTERM ends, and which SIGHUP starts again with new settings."""

import gc
import os
import signal
import subprocess
import sys

import click
import structlog
from flask import current_app
from flask.cli import with_appcontext

from app.api.blueprint import services
from app.cli.shared import require_tables
from app.observability.logging import refuse_to_start
from app.response_cache.prerender import renderer
from app.services import connection_fault
from app.store.engine import pool_size
from app.worker import tasks

# The process waits for these signals instead of handling them, because a handler could interrupt code inside a lock.
STOP_SIGNALS = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}
CHECK = ("-m", "flask", "--app", "wsgi", "config", "check")
CHECK_S = 60.0

log = structlog.get_logger("process")


@click.command("worker")
@with_appcontext
def run_worker() -> None:
    """Refresh the mirror, deliver submissions and send e-mails, until SIGTERM or Ctrl-C.

    On SIGHUP, the worker ends its calls and starts again with the new file of agencies and the new files of secrets. If
    they cannot be used, it logs why and goes on with the former ones.
    """
    require_tables()
    if fault := connection_fault(services().config, services().database):
        refuse_to_start([fault])
    services().database.resize(pool_size(services().config.worker_threads))
    signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
    site = current_app._get_current_object()  # type: ignore[attr-defined]
    received: list[int] = []
    gc.collect()
    gc.freeze()  # a full collection of what was loaded would stop all threads, and the end of the process needs three
    has_terminal = os.isatty(0)
    tasks.run(services(), renderer(site), lambda: received.append(_wait_for_end(has_terminal=has_terminal)))
    if received == [signal.SIGHUP]:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - the command of this process


def _wait_for_end(*, has_terminal: bool) -> int:
    """Wait for a signal that ends the worker, or that starts it again with settings that can be used. Return it.

    `has_terminal`: the worker was started in a terminal. If that closes, it sends SIGHUP, and the worker ends.
    """
    while True:
        number = signal.sigwait(STOP_SIGNALS)
        if number == signal.SIGHUP and has_terminal and not os.isatty(0):
            return signal.SIGTERM
        if number != signal.SIGHUP or os.isatty(0) or _can_start():
            return number
        log.error("reload_refused")


def _can_start() -> bool:
    """Return whether a new process could start with the present settings. That process logs its faults."""
    command, nothing = [sys.executable, *CHECK], subprocess.DEVNULL
    try:
        ended = subprocess.run(command, stdin=nothing, stdout=nothing, timeout=CHECK_S, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0
