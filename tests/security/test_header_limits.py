"""A header that is parsed into a list has a limit, because parsing it takes long. A longer one counts as absent."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.contract.api_calls import API, NOTE, PROBLEM, open_job
from tests.portal_server import PortalServer

LIST_CHARS, COOKIE_CHARS = 1_024, 8_190


def padded(start: str, separator: str, chars: int) -> str:
    """Return a list of so many characters that begins with `start`."""
    return start.ljust(chars - 1, separator) + "x"


@pytest.mark.parametrize(("more", "mimetype"), [(0, PROBLEM), (1, "application/json")])
def test_accept_has_a_limit(portal_server: PortalServer, more: int, mimetype: str) -> None:
    headers = {"Accept": padded(PROBLEM, ",", LIST_CHARS + more)}
    answer = portal_server.app.test_client().get("/api/session", headers=headers)
    assert (answer.status_code, answer.mimetype) == (401, mimetype)


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize("path", ["jobs", "agency"])
def test_list_of_etags_has_a_limit(portal_server: PortalServer, path: str, more: int) -> None:
    """Responses from the cache parse it themselves."""
    client = portal_server.sign_in()
    etag = client.get(f"{API}/{path}").headers["ETag"]
    answer = client.get(f"{API}/{path}", headers={"If-None-Match": padded(etag, ",", LIST_CHARS + more)})
    assert answer.status_code == (200 if more else 304)


@pytest.mark.parametrize("more", [0, 1])
def test_list_of_encodings_has_a_limit(portal_server: PortalServer, more: int) -> None:
    """The app's files are compressed."""
    client = portal_server.app.test_client()
    script = re.search(r'src="([^"]+)"', client.get("/").text)
    assert script
    answer = client.get(script[1], headers={"Accept-Encoding": padded("gzip", ",", LIST_CHARS + more)})
    assert answer.headers.get("Content-Encoding") == (None if more else "gzip")


@pytest.mark.parametrize(("more", "status"), [(0, 202), (1, 500)])
def test_list_of_preferences_has_a_limit(portal_server: PortalServer, more: int, status: int) -> None:
    client = portal_server.sign_in()
    job_id = open_job(client)
    portal_server.simulator.fault(path="/jobs/", status=503)
    headers = {"Prefer": padded("respond-async", ",", LIST_CHARS + more)}
    assert NOTE.send(client, job_id, headers=headers).status_code == status


@pytest.mark.parametrize(("more", "status"), [(0, 204), (1, 400)])
def test_content_type_has_a_limit(portal_server: PortalServer, more: int, status: int) -> None:
    content_type = padded("application/json", ";", LIST_CHARS + more)
    client = portal_server.app.test_client()
    answer = client.post("/api/session/code", data='{"email": "a@b.example"}', content_type=content_type)
    assert answer.status_code == status


@pytest.mark.parametrize("more", [0, 1])
def test_requested_headers_of_a_preflight_have_a_limit(build: Any, more: int) -> None:
    client = build(ALLOWED_ORIGINS="https://app.example").app.test_client()
    headers = {
        "Origin": "https://app.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": padded("Content-Type", ",", LIST_CHARS + more),
    }
    answer = client.options("/api/session", headers=headers)
    assert ("Access-Control-Allow-Headers" in answer.headers) == (not more)


def cookies_of(client: FlaskClient, more: int) -> str:
    """Return the cookies of a signed-in client, padded to the limit and so many characters more."""
    cookie = client.get_cookie("portal_session")
    assert cookie
    return padded(f"portal_session={cookie.value};", ";", COOKIE_CHARS + more)


@pytest.mark.parametrize(("more", "status"), [(0, 200), (1, 401)])
def test_cookies_have_a_limit(portal_server: PortalServer, more: int, status: int) -> None:
    cookies = cookies_of(portal_server.sign_in(), more)
    client = portal_server.app.test_client(use_cookies=False)
    assert client.get("/api/session", headers={"Cookie": cookies}).status_code == status
    assert client.get(f"{API}/jobs", headers={"Cookie": cookies}).status_code == status
