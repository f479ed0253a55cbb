"""Caching of the page and its files: permanent if the name contains a hash, else revalidated."""

import gzip
import io
import re

import pytest
from flask.testing import FlaskClient

from app.web.views import DIST, SCREENS
from tests.contract.api_calls import error_sentence
from tests.portal_server import PortalServer


@pytest.fixture
def client(portal_server: PortalServer) -> FlaskClient:
    return portal_server.app.test_client()


def files(client: FlaskClient) -> list[str]:
    return re.findall(r'"(/app/[^"]+)"', client.get("/").text)


@pytest.mark.parametrize("screen", [screen.replace("<id:job_id>", "JOB-7") for screen in SCREENS])
def test_page_is_the_same_at_every_screen_address(client: FlaskClient, screen: str) -> None:
    answer = client.get(f"{screen}?agency=acme&contractor=CON-1001&utm_source=mail")
    assert (answer.status_code, answer.data) == (200, client.get("/").data)
    assert (answer.headers["Cache-Control"], answer.headers["Vary"]) == ("no-cache", "Cookie")
    assert client.get(screen, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_page_says_whether_the_browser_has_a_session_cookie(portal_server: PortalServer) -> None:
    """Without a cookie, the page makes no request for the session."""
    assert "data-session" not in portal_server.app.test_client().get("/").text
    assert '<body data-session="yes">' in portal_server.sign_in().get("/").text


def test_dist_files_are_cached_permanently(client: FlaskClient) -> None:
    paths = files(client)
    assert len(paths) >= 4
    for path in paths:
        plain, zipped = client.get(path), client.get(path, headers={"Accept-Encoding": "gzip"})
        assert plain.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        is_zipped = zipped.headers.get("Content-Encoding") == "gzip"
        assert is_zipped is not path.endswith(".png")
        assert (gzip.decompress(zipped.data) if is_zipped else zipped.data) == plain.data


def test_files_with_fixed_names_are_revalidated(client: FlaskClient) -> None:
    for path, kind in (("/sw.js", "text/javascript"), ("/app.webmanifest", "application/manifest+json")):
        answer = client.get(path)
        assert (answer.status_code, answer.mimetype, answer.headers["Cache-Control"]) == (200, kind, "no-cache")
        assert answer.data == (DIST / path.removeprefix("/")).read_bytes()


@pytest.mark.parametrize("path", ["/app/app.js", "/app/..%2fpage.html", "/app/", "/logo/acme.svg", "/money/", "/login"])
def test_unknown_paths_are_404(client: FlaskClient, path: str) -> None:
    error_sentence(client.get(path), 404)


def test_file_shared_without_a_service_worker_opens_the_first_screen(client: FlaskClient) -> None:
    answer = client.post("/share", data={"document": (io.BytesIO(b"%PDF-" + bytes(30_000)), "invoice.pdf")})
    assert (answer.status_code, answer.headers["Location"], answer.data) == (303, "/", b"")
