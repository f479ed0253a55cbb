"""Serves the web app with the answers of a sample day, to browsers whose requests Playwright cannot answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace
from typing import Any

import requests

from tests.web.browsing import Web
from tests.web.sample_day import SampleDay

PASSED_ON = ("Content-Type", "Content-Security-Policy", "Service-Worker-Allowed", "Cache-Control")


class Handler(BaseHTTPRequestHandler):
    """Answers the API's requests by the sample day, and all others by the portal."""

    def __init__(self, web: Web, day: SampleDay, *connection: Any) -> None:
        self._web, self._day = web, day
        super().__init__(*connection)

    def _serve(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"] or 0))
        if self.path.startswith("/api/"):
            headers = {name.lower(): value for name, value in self.headers.items()}
            request = SimpleNamespace(method=self.command, url=self.path, headers=headers, post_data_buffer=sent)
            route: Any = SimpleNamespace(request=request, fulfill=self._fulfill)
            self._day.answer(route)
        else:
            cookie = {"Cookie": self.headers["Cookie"]}
            page = requests.get(f"{self._web.url}{self.path}", headers=cookie, timeout=10)
            kept = {name: page.headers[name] for name in PASSED_ON if name in page.headers}
            self._answer(page.status_code, kept, page.content)

    do_GET = do_POST = do_PUT = do_DELETE = _serve

    def _fulfill(self, status: int, headers: dict[str, str], **content: Any) -> None:
        body = json.dumps(content["json"]).encode() if content else b""
        self._answer(status, {"Content-Type": "application/json", **headers}, body)

    def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Print nothing."""


@contextmanager
def sample_server(web: Web, day: SampleDay) -> Iterator[str]:
    """Serve the app and the sample day. Yield the base URL."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, web, day)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
