"""Checks of every request that a test makes to a `PortalServer`.

A request must not call AgentOS unless that is declared: reads come from the mirror. A response must have each header
that the description promises (`required`) for its operation and status.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import requests
from werkzeug.datastructures import Headers

from tools.openapi import COPY

WRITES = re.compile(
    r"PATCH /api/contractor/jobs/[^/]+/complete|POST /api/contractor/jobs/[^/]+/notes|POST /api/contractor/invoices"
)
"""The requests that may call AgentOS by contract. They read the job, and send their content."""

ELSEWHERE = ("/_control/", "/identity/")
"""Parts of the addresses of calls that are not to AgentOS: the simulator's controls, and the identity provider."""

Json = dict[str, Any]
_thread = threading.local()
_send = requests.Session.send


def _watched_send(session: requests.Session, request: requests.PreparedRequest, **options: Any) -> requests.Response:
    calls: list[str] | None = getattr(_thread, "calls", None)
    if calls is not None and not any(place in str(request.url) for place in ELSEWHERE):
        calls.append(f"{request.method} {request.path_url}")
    return _send(session, request, **options)


requests.Session.send = _watched_send  # type: ignore[method-assign]


@contextmanager
def _collecting(calls: list[str] | None) -> Iterator[None]:
    before = getattr(_thread, "calls", None)
    _thread.calls = calls
    try:
        yield
    finally:
        _thread.calls = before


@contextmanager
def work_of_the_worker() -> Iterator[None]:
    """Count calls as the worker's, although they are made in the thread of a request."""
    with _collecting(None):
        yield


class WatchedApp:
    """A WSGI application that raises AssertionError for an undeclared call and for a missing header."""

    def __init__(self, wsgi_app: Callable[..., Iterable[bytes]]) -> None:
        self._wsgi_app = wsgi_app
        self._declared = 0
        self._used = False

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Respond to a request, then check the calls and the headers."""
        answers: list[tuple[str, Headers]] = []

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            answers.append((status[:3], Headers(headers)))
            return start_response(status, headers, *more)

        calls: list[str] = []
        with _collecting(calls):
            body = self._wsgi_app(environ, start)
        request = f"{environ['REQUEST_METHOD'].upper()} {environ.get('PATH_INFO', '')}"
        self._used |= bool(calls)
        assert not calls or self._declared or WRITES.fullmatch(request), (
            f"{request} called AgentOS: {calls}. Reads come from the mirror. If the call is right, declare it: "
            "with portal_server.calls_agentos(): …"
        )
        for status, headers in answers:
            missing = [name for name in promised_headers(request, status) if name not in headers]
            assert not missing, f"{request} answered {status} without {missing}, which the description promises"
        return body

    @contextmanager
    def calls_agentos(self) -> Iterator[None]:
        """Let requests call AgentOS. Raise AssertionError if none of them does."""
        self._declared += 1
        self._used = False
        try:
            yield
        finally:
            self._declared -= 1
        assert self._used, "no request called AgentOS: the declaration is not needed"


def promised_headers(request: str, status: str) -> list[str]:
    """Return the headers that the description promises for a request ("GET /path") and the status of its response."""
    for pattern, operation in _operations():
        if pattern.fullmatch(request):
            headers = _resolved(operation["responses"].get(status, {})).get("headers", {})
            return [name for name, header in headers.items() if _resolved(header).get("required")]
    return []


@cache
def _description() -> Json:
    document: Json = json.loads(COPY.read_text("utf-8"))
    return document


@cache
def _operations() -> list[tuple[re.Pattern[str], Json]]:
    """Return each operation with a pattern of its requests. Paths without variables come first."""
    paths = sorted(_description()["paths"].items(), key=lambda item: "{" in item[0])
    return [
        (re.compile(f"{method.upper()} {re.sub(r'{[^}]*}', '[^/]+', path)}"), operation)
        for path, item in paths
        for method, operation in item.items()
        if method in ("get", "post", "patch", "delete")
    ]


def _resolved(node: Json) -> Json:
    if "$ref" not in node:
        return node
    _, *steps = node["$ref"].split("/")
    target: Any = _description()
    for step in steps:
        target = target[step]
    return _resolved(target)
