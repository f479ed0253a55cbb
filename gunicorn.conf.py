"""Settings of the web server: `gunicorn -c gunicorn.conf.py wsgi:app`. Environment variables set what differs by host.

In production, a proxy is in front. It receives each request whole, and takes each response at once (`deploy/nginx`,
`deploy/caddy`), so a slow client occupies no thread here. This server need not defend itself against its clients.

| guarantee | given by |
|---|---|
| deadlines of 25 s and 55 s | the application; `timeout` and `graceful_timeout` are longer |
| 413 | the proxy; below its limit, the application, before it reads the body (`post_request` reads it then) |
| 400 for malformed HTTP | the proxy; `limit_request_line` and gunicorn's defaults for what it passes on |
| the request id, and one line of log for each request | the application (`accesslog` is off) |
| readiness | the application |
| no connection waits for a process that has stopped | `close_after_sigterm` |
| no accepted request is lost by a stop or a reload | `graceful_timeout` |
| a reload with wrong settings changes nothing | `on_reload` |
| the memory of large bodies is free afterwards | `M_MMAP_THRESHOLD` |
"""

import ctypes
import gc
import os
import signal
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread
from types import FrameType
from typing import Any

import structlog

from app.auth.browser import software_of
from app.domain.bulkhead import THREADS
from app.domain.limits import INVOICE_BYTES, MIB
from app.domain.private_folder import empty_private_folder
from app.observability import logging, metrics
from app.services import connection_fault
from app.settings.env_file import RESTART_ONLY, log_restart_needed
from app.settings.environment import environment, restored_on_failure
from app.settings.model import ConfigurationError
from app.settings.warnings import log_warnings
from app.store import migrations
from app.store.engine import Database
from config import current, is_kept, keep, load, load_env_file

# Load `.env` as Flask's commands do. Otherwise the worker and the web server could use different databases. On SIGHUP,
# gunicorn runs this file again, and then `on_reload`, which loads variables that are new in `.env`.
if not is_kept():
    try:
        load_env_file()
    except ConfigurationError as error:
        logging.begin()
        logging.refuse_to_start(error.faults)

# Read variables as the application does. The application reports wrong values when it starts.
variables = environment()
bind = variables.str("BIND", "127.0.0.1:8000") or ""
worker_class = "gthread"
workers = variables.int("WEB_CONCURRENCY", 2) or 1
threads = THREADS

# Each connection is an open file. The usual limit is 1,024, and databases and AgentOS need some.
worker_connections = 500

# A request may take 55 s (an invoice with its document), so gunicorn must not kill or stop its workers sooner.
timeout = 75
graceful_timeout = 60
keepalive = 5
CLOSE_AFTER_S = 0.001
M_MMAP_THRESHOLD = -3  # of mallopt(3)
limit_request_line = 8190

# gunicorn trusts no proxy. Only the application reads the client's address and scheme, by PROXY_HOPS.
forwarded_allow_ips = ""

# The heartbeat of a gunicorn worker is a file. On a slow disk, a living worker would seem dead.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - gunicorn chooses the file names

# The portal does not use gunicorn's control socket, which would be in the home directory.
control_socket_disable = True

# The application logs requests itself, without addresses and query strings.
accesslog = None
errorlog = "-"
logger_class = "app.observability.gunicorn_log.GunicornLog"
loglevel = (variables.str("LOG_LEVEL", "INFO") or "").lower()


def on_starting(server: Any) -> None:
    """Refuse wrong settings once, before the port is bound. Otherwise each web process would report them."""
    logging.begin()
    try:
        config = load()
    except ConfigurationError as error:
        logging.refuse_to_start(error.faults)
    database = Database(config.database_url)
    fault = connection_fault(replace(config, web_concurrency=server.cfg.workers), database)
    database.dispose()  # forked processes must not share a connection
    if fault:
        logging.refuse_to_start([fault])
    keep(config)
    log_warnings(config)


def when_ready(_server: Any) -> None:
    """Delete the counts of an earlier start. The port is bound, so no other web server uses the folder."""
    config = current()
    if config.metrics_bind:
        empty_private_folder(config.metrics_dir / "web")


def on_reload(_server: Any) -> None:
    """Load the settings again on SIGHUP. If they are wrong, log the faults, and go on with the former ones."""
    log = structlog.get_logger("process")
    try:
        log_restart_needed()  # also before a refusal: a secret that moved into a file is set twice until the restart
        with restored_on_failure() as former:
            load_env_file()
            for name in set(RESTART_ONLY).difference(former):
                os.environ.pop(name, None)  # gunicorn would take them over at the next reload, unchecked
            keep(load())
        return
    except ConfigurationError as error:
        log.error("reload_refused", faults=error.faults)
    except Exception:  # any other would end the running host
        log.exception("reload_refused")
    keep(replace(current(), reload_refused=True))  # the new web processes tell `/health/ready`


def post_worker_init(worker: Any) -> None:
    """Prepare a web process for requests, and for its end.

    Load what the first requests would wait for: documents of the identity provider, and patterns of browsers' names.
    Log a fault of the database once: forked processes must not share a connection, so the first of them looks for the
    fault. Exempt all that was loaded from garbage collection: a full one would stop all threads, perhaps one with the
    lock for writes, and the interpreter makes three when it ends.
    """
    close_after_sigterm(worker)
    with suppress(AttributeError):  # only glibc has it, and would raise the size from which it returns blocks to 32 MiB
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, MIB)
    services = worker.wsgi.extensions.get("services")  # None in other applications, which are measured for comparison
    if services is None:
        return
    if services.config.metrics_bind:
        logging.begin(metrics.counting(services.config.metrics_dir / "web"))
    Thread(target=worker.wsgi.extensions["issuers"].prepare, daemon=True).start()
    software_of("")
    services.processes.begin(f"web-{worker.age}")
    if worker.age == 1:
        migrations.log_fault(services.database, services.config.database_url)
    gc.collect()
    gc.freeze()


def post_request(_worker: Any, _request: Any, environ: dict[str, Any], _response: Any) -> None:
    """Read the rest of a body that the application refused. Otherwise the connection ends while the proxy sends it."""
    for _ in range(INVOICE_BYTES // MIB + 2):
        if not environ["wsgi.input"].read(MIB):
            return


def worker_exit(_server: Any, _worker: Any) -> None:
    """Ignore the timer of `close_after_sigterm`. Otherwise it would kill a process that is just ending."""
    signal.signal(signal.SIGALRM, signal.SIG_IGN)


def close_after_sigterm(worker: Any) -> None:
    """Let SIGTERM also close the listening sockets, as soon as gunicorn no longer asks them for connections.

    gunicorn closes them only when the last request has ended. Until then, the kernel would accept connections for a
    process that serves none of them. Of a closed socket, a proxy knows at once that it must take another host.
    """
    end: Any = signal.getsignal(signal.SIGTERM)

    def stop(number: int, frame: FrameType | None) -> None:
        end(number, frame)
        signal.setitimer(signal.ITIMER_REAL, CLOSE_AFTER_S)

    def close(_number: int, _frame: FrameType | None) -> None:
        polled = worker.poller.get_map() or {}
        if any(each in polled for each in worker.sockets):
            signal.setitimer(signal.ITIMER_REAL, CLOSE_AFTER_S)
            return
        for each in worker.sockets:
            each.close()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGALRM, close)
