"""Settings of the web server: `gunicorn -c gunicorn.conf.py wsgi:app`. Environment variables set what differs by host.

gunicorn has no setting for its error page, and no hook before it stops. Therefore this file replaces two undocumented
functions, `gunicorn.util.write_error` and `Arbiter.stop`, and calls another, `write_nonblock` (checked in version
`GUNICORN_READ`).
"""

import gc
import json
import os
import resource
from dataclasses import replace
from pathlib import Path
from socket import socket
from typing import Any

import structlog
from gunicorn import util

from app.api.error_responses import SENTENCES
from app.auth.browser import software_of
from app.domain.bulkhead import THREADS
from app.middleware.security_headers import DATA_POLICY, FIXED, HSTS
from app.observability import logging
from app.server.listeners import drop_new_connections
from app.services import connection_fault
from app.settings.doubts import log_doubts
from app.settings.env_file import RESTART_ONLY, log_restart_needed
from app.settings.environment import restored_on_failure
from app.settings.model import is_public
from app.store import migrations
from app.store.engine import Database
from config import ConfigurationError, current, environment, is_kept, keep, load, load_env_file

GUNICORN_READ = "27.0.1"

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
worker_class = "app.server.worker.ReceivingWorker"
workers = variables.int("WEB_CONCURRENCY", 2) or 1
threads = THREADS

# Each connection is an open file, and a process needs others: databases, AgentOS, long bodies. The usual soft limit of
# 1,024 is for programs that use `select`.
_soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
_files = 65_536 if _hard == resource.RLIM_INFINITY else min(max(_soft, 65_536), _hard)
resource.setrlimit(resource.RLIMIT_NOFILE, (_files, _hard))
worker_connections = min(1_000, _files // 2)

# A request may take 55 s (an invoice with its document), so gunicorn must not kill or stop its workers sooner.
timeout = 75
graceful_timeout = 60
keepalive = 5
sendfile = False  # it would wait for the client
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
    log_doubts(config)


def when_ready(server: Any) -> None:
    """Let no connection begin once the server stops, unless systemd or a server after SIGUSR2 has its sockets, too."""
    stop = server.stop

    def drop_and_stop(graceful: bool = True) -> None:
        if server.reexec_pid == server.master_pid == 0 and not server.systemd:
            for listener in server.LISTENERS:
                drop_new_connections(listener.sock)
        stop(graceful)

    server.stop = drop_and_stop


def on_reload(_server: Any) -> None:
    """Load the settings again on SIGHUP. If they are wrong, log the faults, and go on with the former ones."""
    log = structlog.get_logger("process")
    log_restart_needed()  # also before a refusal: a secret that moved into a file is set twice until the restart
    try:
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
    """Load the patterns of browsers' names, which the first request would wait for. Log a fault of the database once.

    Forked processes must not share a connection, so the first of them looks for the fault. At the end, exempt all that
    was loaded from garbage collection: a full one would stop all threads, perhaps one with the lock for writes, and the
    interpreter makes three when it ends.
    """
    services = worker.wsgi.extensions.get("services")  # None in other applications, which are measured for comparison
    if services is None:
        return
    software_of("")
    if worker.age == 1:
        migrations.log_fault(services.database, services.config.database_url)
    gc.collect()
    gc.freeze()


def _write_error(client: socket, status: int, _reason: str, _message: str) -> None:
    """Respond in place of the application: 400 to malformed or oversized HTTP, 500 if the application fails.

    The response is JSON like the portal's other errors. gunicorn's own page would quote the request.
    """
    line, status = ("500 Internal Server Error", 500) if status == 500 else ("400 Bad Request", 400)
    body = json.dumps({"error": SENTENCES[status]}, separators=(",", ":")).encode() + b"\n"
    headers = {
        "Connection": "close",
        "Content-Type": "application/json",
        "Content-Length": len(body),
        "Cache-Control": "no-store",
        "Content-Security-Policy": DATA_POLICY,
        **FIXED,
        **({"Strict-Transport-Security": HSTS} if is_public(os.environ.get("PORTAL_ENV")) else {}),
    }
    lines = [f"HTTP/1.1 {line}", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    util.write_nonblock(client, "\r\n".join(lines).encode() + body)


util.write_error = _write_error
