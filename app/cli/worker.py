"""The command `worker`, which SIGTERM ends, and which SIGHUP starts again with new settings."""

import gc
import os
import signal
from functools import partial

import click
from flask import current_app
from flask.cli import with_appcontext

from app.api.blueprint import services
from app.cli.shared import require_tables
from app.cli.signals import STOP_SIGNALS, start_again, wait_for_end
from app.domain.private_folder import empty_private_folder
from app.observability import logging, metrics
from app.observability.logging import refuse_to_start
from app.response_cache.prerender import Prerenderer
from app.services import Services, connection_fault
from app.store.engine import pool_size
from app.worker import tasks


@click.command("worker")
@click.option("--number", default=1, show_default=True, help="The number of this worker on its host.")
@with_appcontext
def run_worker(number: int) -> None:
    """Refresh the mirror, deliver submissions, send e-mails and delete old data, until SIGTERM or Ctrl-C.

    Each worker on a host needs a number of its own. Number 1 serves the metrics of all of them, and of the web server.

    On SIGHUP, the worker ends its calls and starts again with the new file of agencies and the new files of secrets. If
    they or the database cannot be used, it logs why and goes on with the former ones.
    """
    require_tables()
    if fault := connection_fault(services().config, services().database):
        refuse_to_start([fault])
    if services().config.metrics_bind:
        _begin_metrics(services(), number)
    services().database.resize(pool_size(services().config.worker_threads))
    signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
    site = current_app._get_current_object()  # type: ignore[attr-defined]
    received: list[int] = []
    gc.collect()
    gc.freeze()  # a full collection of what was loaded would stop all threads, and the end of the process needs three
    tasks.run(services(), partial(Prerenderer, site), lambda: received.append(wait_for_end("--database")))
    if received == [signal.SIGHUP]:
        start_again()


def _begin_metrics(parts: Services, number: int) -> None:
    """Serve the metrics of this host if this is its first worker. Then count the events of this process."""
    config = parts.config
    folder = config.metrics_dir / f"worker-{number}"
    os.environ[metrics.FOLDER_VARIABLE] = str(folder)
    from app.health import metrics_server  # imports prometheus_client, which reads the variable

    try:
        if number == 1:
            metrics_server.start(parts)
        empty_private_folder(folder)
    except (OSError, OverflowError) as error:
        at = f"METRICS_BIND: {config.metrics_bind} or METRICS_DIR: {config.metrics_dir}"
        refuse_to_start([f"{at} cannot be used ({getattr(error, 'strerror', error)}). Is there another worker 1?"])
    is_readable = logging.is_read_by_people(config.environment)
    logging.configure(config.log_level, readable=is_readable, count=metrics.counting(folder))
