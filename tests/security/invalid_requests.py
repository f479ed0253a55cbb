"""The columns of the matrix: each kind of invalid request, the routes that refuse it, and the status."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.contract.api_calls import PROBLEM, error_sentence, problem_of, read_everything
from tests.portal_server import PortalServer
from tests.security import clients
from tests.security.observer import take_snapshot
from tests.security.routes import CONTRACTOR, FOREIGN_QUERY, PAGE, Route, routes

JSON = "application/json"
CHUNK = 64 * 1024
"""The number of bytes beyond its limit that may be read from a body before it is refused."""


class Endless(io.RawIOBase):
    """A request body that never ends. It counts the bytes that are read."""

    read_bytes = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the whole buffer."""
        buffer[:] = b" " * len(buffer)
        self.read_bytes += len(buffer)
        return len(buffer)


@dataclass(frozen=True)
class InvalidRequest:
    """A kind of invalid request.

    `changes` makes a valid request of `who` invalid. Each route for which `refuses` is true responds with `status` and
    `words`.
    """

    status: int
    refuses: Callable[[Route], bool]
    changes: Callable[[Route], dict[str, Any]] = field(default=lambda route: {})
    who: Callable[[PortalServer], FlaskClient] = clients.harper
    words: str = ""


def headers(**named: str) -> Callable[[Route], dict[str, Any]]:
    """Return the changes for a request with these headers."""
    return lambda route: {"headers": {name.replace("_", "-"): value for name, value in named.items()}}


def body(data: bytes, content_type: str | None) -> Callable[[Route], dict[str, Any]]:
    """Return the changes for a request with this body, if the route takes a body."""
    changes = {"data": data, **({"content_type": content_type} if content_type else {})}
    return lambda route: dict(changes) if route.takes_body else {}


def good_json(content_type: str | None) -> Callable[[Route], dict[str, Any]]:
    """Return the changes for a valid body with this content type."""
    return lambda route: body(json.dumps(route.example or {"a": 1}).encode(), content_type)(route)


def query(text: str) -> Callable[[Route], dict[str, Any]]:
    """Return the changes for a request with this query string."""
    return lambda route: {"query_string": text}


def with_length(route: Route) -> dict[str, Any]:
    """Return a body whose declared length is one byte too large. The portal must refuse it unread."""
    too_much = str(route.limit + 1)
    return {"environ_overrides": {"CONTENT_TYPE": JSON, "CONTENT_LENGTH": too_much, "wsgi.input": Endless()}}


def without_length(route: Route) -> dict[str, Any]:
    """Return a chunked body that never ends."""
    return streamed(Endless())


def streamed(stream: Any) -> dict[str, Any]:
    """Return a chunked body."""
    return {
        "environ_overrides": {
            "CONTENT_TYPE": JSON,
            "HTTP_TRANSFER_ENCODING": "chunked",
            "wsgi.input": stream,
            "wsgi.input_terminated": True,
        }
    }


def longer(tail: str) -> Callable[[Route], dict[str, Any]]:
    """Return the changes for a request to the route's path with this text at its end."""
    return lambda route: {"environ_overrides": {"PATH_INFO": route.path() + tail}}


def _needs_session(route: Route) -> bool:
    return route.needs_session


def _changes(route: Route) -> bool:
    return route.changes


def _contractors(route: Route) -> bool:
    return route.access == CONTRACTOR


def _takes_body(route: Route) -> bool:
    return route.takes_body


def _takes_json(route: Route) -> bool:
    return route.takes_body


def _all(route: Route) -> bool:
    return True


def _limits_its_body(route: Route) -> bool:
    """Is a long body refused? The page for a shared file ignores the file, so it answers a long one, too, unread."""
    return route.rule != "/share"


def _knows_all_parameters(route: Route) -> bool:
    return route.access != PAGE and route.rule != FOREIGN_QUERY


def _has_ids(route: Route) -> bool:
    return bool(route.ids)


EVIL = "https://evil.example"
COLUMNS = {
    **{
        who.__name__.replace("_", " "): InvalidRequest(401, _needs_session, who=who, words="Please sign in")
        for who in (
            clients.nobody,
            clients.forged,
            clients.sign_in_id,
            clients.expired,
            clients.idle,
            clients.revoked,
            clients.revoked_row,
        )
    },
    "Origin": InvalidRequest(403, _changes, headers(Origin=EVIL)),
    "Origin, signed out": InvalidRequest(403, _changes, headers(Origin=EVIL), who=clients.nobody),
    "Origin: null": InvalidRequest(403, _changes, headers(Origin="null")),
    "Sec-Fetch-Site: cross-site": InvalidRequest(403, _changes, headers(Sec_Fetch_Site="cross-site")),
    "Sec-Fetch-Site: same-site": InvalidRequest(403, _changes, headers(Sec_Fetch_Site="same-site")),
    "both": InvalidRequest(403, _changes, headers(Sec_Fetch_Site="cross-site", Origin=EVIL)),
    **{
        f"Portal-Account: {account}": InvalidRequest(409, _contractors, headers(Portal_Account=account))
        for account in ("acme/CON-1003", "acme/CON-9999", "harbour/CON-1001", "nobody/CON-1001", "acme", "", "/")
    },
    "body too large": InvalidRequest(413, _limits_its_body, with_length),
    "body too large in chunks": InvalidRequest(413, _limits_its_body, without_length),
    "text/plain": InvalidRequest(400, _takes_body, good_json("text/plain")),
    "no media type": InvalidRequest(400, _takes_body, good_json(None)),
    "form": InvalidRequest(400, _takes_body, body(b"note=Hello", "application/x-www-form-urlencoded")),
    "multipart": InvalidRequest(400, _takes_body, body(b"--x\r\n\r\n--x--", "multipart/form-data; boundary=x")),
    "broken JSON": InvalidRequest(400, _takes_body, body(b"{", JSON)),
    "no object": InvalidRequest(400, _takes_body, body(b"[1]", JSON)),
    "unknown field": InvalidRequest(
        400, _takes_json, lambda route: {"json": {**route.example, "x": 1}}, words="x: unknown"
    ),
    "unknown query": InvalidRequest(400, _knows_all_parameters, query("color=red"), words="color: "),
    "over-long query": InvalidRequest(400, _knows_all_parameters, query("x=" + "x" * 8_000)),
    "over-long path": InvalidRequest(404, _all, longer("/" + "x" * 8_000)),
    "doubled slash": InvalidRequest(404, _all, longer("//")),
    "over-long id": InvalidRequest(404, _has_ids, lambda route: {"path": route.path("J" * 65)} if route.ids else {}),
}


def refusal(route: Route, answer: TestResponse, status: int) -> str:
    """Return the text of a refusal. It is JSON, or HTML for a person who sent a form."""
    if not route.rule.startswith("/review/") or answer.mimetype != "text/html":
        return error_sentence(answer, status)
    assert answer.status_code == status, (answer.status_code, answer.text)
    return answer.text


def assert_problem_is_the_same(client: FlaskClient, route: Route, column: InvalidRequest, answer: TestResponse) -> None:
    """Send the refused request again, and check that RFC 9457's form says the same as the usual one."""
    changes = column.changes(route)
    headers = {**changes.get("headers", {}), "Accept": PROBLEM}
    again = client.open(**route.request(**{**changes, "headers": headers}))
    if route.method == "HEAD":
        assert (again.status_code, again.data, again.content_type) == (answer.status_code, b"", PROBLEM)
    elif answer.mimetype == "application/json":
        problem = problem_of(again, answer.status_code)
        assert problem["detail"] == answer.get_json()["error"]
        assert again.headers.get("Allow") == answer.headers.get("Allow")


def failures(portal_server: PortalServer, column: InvalidRequest) -> list[str]:
    """Return a line for each route that does not treat the request as the contract says."""
    client = column.who(portal_server)
    if column.who is clients.harper:
        read_everything(client, "JOB-1")  # so that no first fetch happens in the middle of the test
    failed = []
    before = take_snapshot(portal_server)
    for route in routes(portal_server.app):
        refused = column.refuses(route)
        changes = column.changes(route)
        if not (refused or changes) and column.who is clients.harper:
            continue  # the request is valid
        answer = client.open(**route.request(**changes))
        after = take_snapshot(portal_server, before)
        try:
            if not refused:
                assert answer.status_code != column.status or column.words not in answer.text, answer.text
                assert answer.status_code < 500, answer.text
                assert after.asked == before.asked, "AgentOS was asked"
            elif route.method == "HEAD":
                assert (answer.status_code, answer.data) == (column.status, b"")
            else:
                assert column.words in refusal(route, answer, column.status)
            if refused and not route.is_page:
                assert_problem_is_the_same(client, route, column, answer)
            if refused:
                assert not (changed := after.differences(before)), changed
            stream = changes.get("environ_overrides", {}).get("wsgi.input")
            assert stream is None or stream.read_bytes <= route.limit + CHUNK, stream.read_bytes
        except AssertionError as failure:
            failed.append(f"{route}: expected {column.status if refused else 'no refusal'}: {failure}")
        before = after
    return failed
