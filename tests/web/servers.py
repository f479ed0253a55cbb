"""Servers for the browser tests: the portal with a browser, an empty front end, and programs of Node.js."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

from tests.end_to_end.processes import running, wait_until
from tests.web import agencies
from tests.web.browsing import FLAGS, Web, headless_shell
from tests.web.engines import kill

SMALL = ("--branches", "2", "--contractors", "12", "--jobs", "60", "--no-limit")
SETTINGS = {
    "AGENTOS_BUDGET": "10000",
    "WRITES_PER_MINUTE": "1000",
    "AGE_JOBS_S": "3",
    "AGE_ACCOUNT_S": "5",
    "AGE_CONTACTS_S": "10",
    "AGE_STATEMENTS_S": "5",
}
"""Settings that allow any number of calls, and show a change in AgentOS within seconds.

Fetching everything once a second would take a sixth of the machine's time. Most tests wait for jobs only.
"""


@contextmanager
def running_web(folder: Path, playwright: Playwright, **settings: str) -> Iterator[Web]:
    """Run the portal with its worker, a simulated AgentOS, and Chromium. `settings` replace those of `SETTINGS`."""
    everything = {**SETTINGS, "AGENCIES_FILE": agencies.example(folder), **settings}
    with running(folder, simulator=SMALL, **everything) as processes:
        browser = playwright.chromium.launch(executable_path=headless_shell(), args=[*FLAGS])
        yield Web(processes, browser)
        browser.close()


class EmptyPage(BaseHTTPRequestHandler):
    """Answers every request with an empty page."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Print nothing."""


@contextmanager
def running_front_end() -> Iterator[int]:
    """Run a front end of another origin with an empty page. A test runs the page's requests. Yield its port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), EmptyPage) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@contextmanager
def running_node(port: int, folder: Path, *command: str | Path) -> Iterator[None]:
    """Run a server of Node.js that listens at this port of localhost."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "NEXT_TELEMETRY_DISABLED": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )

    def is_listening() -> bool:
        with suppress(OSError), socket.create_connection(("localhost", port), 5):
            return True
        return False

    try:
        wait_until(f"a server at port {port}", is_listening)
        yield
    finally:
        kill(process)
