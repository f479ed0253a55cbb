"""The command `worker`, which SIGTERM ends, and which SIGHUP starts again with new settings."""

import gc
import signal

import click
from flask import current_app
from flask.cli import with_appcontext

from app.api.blueprint import services
from app.cli.shared import require_tables
from app.cli.signals import STOP_SIGNALS, start_again, wait_for_end
from app.observability.logging import refuse_to_start
from app.response_cache.prerender import renderer
from app.services import connection_fault
from app.store.engine import pool_size
from app.worker import tasks


@click.command("worker")
@with_appcontext
def run_worker() -> None:
    """Refresh the mirror, deliver submissions and send e-mails, until SIGTERM or Ctrl-C.

    On SIGHUP, the worker ends its calls and starts again with the new file of agencies and the new files of secrets. If
    they or the database cannot be used, it logs why and goes on with the former ones.
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
    tasks.run(services(), renderer(site), lambda: received.append(wait_for_end("--database")))
    if received == [signal.SIGHUP]:
        start_again()
