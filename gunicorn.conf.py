"""Settings of the web server: `gunicorn -c gunicorn.conf.py wsgi:app`. What differs by host is in the environment."""

import json
import os
from pathlib import Path
from socket import socket
from typing import Any

import structlog
from flask.cli import load_dotenv
from flask.helpers import get_load_dotenv
from gunicorn import util

from app.agentos.bulkhead import THREADS
from app.api.error_responses import SENTENCES
from app.middleware.security_headers import DATA_POLICY, FIXED, HSTS
from app.observability import logging
from app.store import migrations
from config import ConfigurationError, environment, load

# Flask's commands do the same by themselves: else the worker could have another database than the web server.
if get_load_dotenv():
    load_dotenv()

# As the application reads them; one that is wrong is told as it starts.
variables = environment()
bind = variables.str("BIND", "127.0.0.1:8000") or ""
worker_class = "gthread"
workers = variables.int("WEB_CONCURRENCY", 2) or 1
threads = THREADS

# A request may take 55 s (an invoice with its document): no worker is ended sooner, for silence or at the end.
timeout = 75
graceful_timeout = 60
keepalive = 5
limit_request_line = 8190

# Who is asking, and by which scheme, is read in one place only: the application's PROXY_HOPS.
forwarded_allow_ips = ""

# A worker's heartbeat is a file; on a slow disk it would look dead.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - not a file name of ours

# Nothing of ours speaks to gunicorn's own control socket, which would lie in the home directory.
control_socket_disable = True

# The application logs requests itself, without addresses and query strings.
accesslog = None
errorlog = "-"
logger_class = "app.observability.gunicorn_log.GunicornLog"
loglevel = (variables.str("LOG_LEVEL", "INFO") or "").lower()


def on_starting(_server: object) -> None:
    """Refuse wrong settings once, before anything is bound: each web process would say them again."""
    logging.begin()
    try:
        load()
    except ConfigurationError as error:
        logging.refuse(error.faults)


def post_worker_init(worker: Any) -> None:
    """Say what every request would fail of; once, in the first web process: a fork must not share a connection."""
    services = worker.wsgi.extensions.get("services")  # what is measured beside the portal has none
    if services and worker.age == 1 and not migrations.is_ready(services.database, services.config.database_url):
        structlog.get_logger("process").critical(migrations.NOT_READY)


def _answer(client: socket, status: int, _reason: str, _message: str) -> None:
    """Answer for the application: 400 to what never reaches it, for it is no proper HTTP or too long; 500 if it fails.

    In the portal's one shape; gunicorn's own page would repeat what it was sent.
    """
    line, sentence = (
        ("500 Internal Server Error", SENTENCES[500]) if status == 500 else ("400 Bad Request", SENTENCES[400])
    )
    body = json.dumps({"error": sentence}, separators=(",", ":")).encode() + b"\n"
    headers = {
        "Connection": "close",
        "Content-Type": "application/json",
        "Content-Length": len(body),
        "Cache-Control": "no-store",
        "Content-Security-Policy": DATA_POLICY,
        **FIXED,
        **({"Strict-Transport-Security": HSTS} if os.environ.get("PORTAL_ENV") == "production" else {}),
    }
    lines = [f"HTTP/1.1 {line}", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    util.write_nonblock(client, "\r\n".join(lines).encode() + body)


util.write_error = _answer
