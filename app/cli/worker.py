"""The command `worker`, which SIGTERM ends, and which SIGHUP starts again with new settings."""

import gc
import os
import signal
import subprocess
import sys

import click
import structlog
from flask.cli import with_appcontext

from app.api.blueprint import services
from app.cli.shared import require_tables
from app.domain.private_folder import empty_private_folder
from app.observability import logging, metrics
from app.observability.logging import refuse_to_start
from app.services import Services, connection_fault
from app.settings.env_file import log_restart_needed
from app.settings.fingerprints import REFUSED
from app.settings.model import ConfigurationError
from app.worker import tasks

# The process waits for these signals instead of handling them, because a handler could interrupt code inside a lock.
STOP_SIGNALS = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}
HAS_TERMINAL = os.isatty(0)
"""The command was started in a terminal, whose end sends SIGHUP."""
CHECK = ("-m", "flask", "--app", "wsgi", "config", "check", "--database")
CHECK_S = 60.0

log = structlog.get_logger("process")


@click.command("worker")
@click.option("--number", default=1, show_default=True, help="The number of this worker on its host.")
@with_appcontext
def run_worker(number: int) -> None:
    """Refresh the mirror, deliver submissions, send e-mails and delete old data, until SIGTERM or Ctrl-C.

    Each worker on a host needs a number of its own. Number 1 serves the metrics of all of them, and of the web server.

    On SIGHUP, the worker ends its calls and starts again with the new file of agencies and the new files of secrets. If
    they or the database cannot be used, it logs why and goes on with the former ones. In a terminal, SIGHUP ends it.
    """
    require_tables()
    if fault := connection_fault(services().config, services().database):
        refuse_to_start([fault])
    signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)  # before the first thread, so that each has it
    if services().config.metrics_bind:
        _begin_metrics(services(), number)
    received: list[int] = []
    gc.collect()
    gc.freeze()  # a full collection of what was loaded would stop all threads, and the end of the process needs three
    services().processes.begin(f"worker-{number}")
    tasks.run(services(), lambda: received.append(_wait_for_end()))
    if received == [signal.SIGHUP] and not HAS_TERMINAL:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - the command of this process


def _begin_metrics(parts: Services, number: int) -> None:
    """Serve the metrics of this host if this is its first worker. Then count the events of this process."""
    config = parts.config
    folder = config.metrics_dir / f"worker-{number}"
    os.environ[metrics.FOLDER_VARIABLE] = str(folder)
    from app.health import metrics_server  # imports prometheus_client, which reads the variable

    try:
        if number == 1:
            metrics_server.start(parts, folder)
        else:
            empty_private_folder(folder)
    except (OSError, OverflowError) as error:
        refuse_to_start(
            [
                f"METRICS_BIND: {config.metrics_bind} or METRICS_DIR: {config.metrics_dir} cannot be used "
                f"({getattr(error, 'strerror', error)}). Is there another worker 1?"
            ]
        )
    logging.begin(metrics.counting(folder))


def _wait_for_end() -> int:
    """Wait for a signal that ends the worker, or for SIGHUP if the worker can start again. Return the signal."""
    while True:
        number = signal.sigwait(STOP_SIGNALS)
        if number != signal.SIGHUP or HAS_TERMINAL or _can_start_again():
            return number


def _can_start_again() -> bool:
    """Return whether a new process could start with the present settings. If it could not, log why."""
    nothing = subprocess.DEVNULL
    try:
        log_restart_needed()
        check = [sys.executable, *CHECK]  # it logs its faults
        subprocess.run(check, stdin=nothing, stdout=nothing, timeout=CHECK_S, check=True)  # noqa: S603
        return True
    except ConfigurationError as error:  # Flask, which loads the file, does not name it
        faults = error.faults
    except (OSError, subprocess.SubprocessError) as error:
        faults = [f"The check of the settings failed: {error}."]
    services().processes.doubts = lambda: [REFUSED]
    log.error("reload_refused", faults=faults)
    return False
