"""Serves the web app with the answers of a sample day, to browsers whose requests Playwright cannot answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from types import SimpleNamespace
from typing import Any

import requests
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from tests.web.browsing import Web
from tests.web.sample_day import SampleDay

PASSED_ON = ("Content-Type", "Content-Security-Policy", "Service-Worker-Allowed", "Cache-Control")


def answered_by(day: SampleDay, request: Request) -> Response:
    """Return the answer of the sample day, which takes the request for one of Playwright."""
    answers: list[Response] = []

    def fulfill(status: int, headers: dict[str, str], **content: Any) -> None:
        body = json.dumps(content["json"]) if content else ""
        answers.append(Response(body, status, headers, content_type="application/json"))

    headers = {name.lower(): value for name, value in request.headers.items()}
    seen = SimpleNamespace(method=request.method, url=request.url, headers=headers, post_data_buffer=request.get_data())
    route: Any = SimpleNamespace(request=seen, fulfill=fulfill)
    day.answer(route)
    return answers[0]


def answered_by_portal(web: Web, request: Request) -> Response:
    """Return the portal's answer: a page or a file."""
    cookie = {"Cookie": request.headers.get("Cookie")}
    answer = requests.get(f"{web.url}{request.full_path}", headers=cookie, timeout=10)
    headers = {name: answer.headers[name] for name in PASSED_ON if name in answer.headers}
    return Response(answer.content, answer.status_code, headers)


@contextmanager
def sample_server(web: Web, day: SampleDay) -> Iterator[str]:
    """Serve the app and the sample day. Yield the base URL."""

    @Request.application
    def application(request: Request) -> Response:
        is_api = request.path.startswith("/api/")
        return answered_by(day, request) if is_api else answered_by_portal(web, request)

    server = make_server("127.0.0.1", 0, application, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
