"""Caching of the page and its files: permanent if the name contains a hash, else revalidated."""

import gzip
import io
import re

import brotli
import pytest
from flask.testing import FlaskClient

from app.web.views import DIST, SCREENS
from tests.contract.api_calls import error_sentence
from tests.portal_server import PortalServer
from tests.web.js_modules import evaluate


@pytest.fixture
def client(portal_server: PortalServer) -> FlaskClient:
    return portal_server.app.test_client()


def files(client: FlaskClient) -> list[str]:
    return re.findall(r'"(/app/[^"]+)"', client.get("/").text)


@pytest.mark.parametrize("screen", [re.sub("<id:[a-z_]+>", "JOB-7", screen) for screen in SCREENS])
def test_page_is_the_same_at_every_screen_address(client: FlaskClient, screen: str) -> None:
    answer = client.get(f"{screen}?agency=acme&contractor=CON-1001&utm_source=mail")
    assert (answer.status_code, answer.data) == (200, client.get("/").data)
    assert (answer.headers["Cache-Control"], answer.headers["Vary"]) == ("no-cache", "Accept-Encoding, Cookie")
    assert client.get(screen, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_page_says_whether_the_browser_has_a_session_cookie(portal_server: PortalServer) -> None:
    """Without a cookie, the page makes no request for the session."""
    assert "data-session" not in portal_server.app.test_client().get("/").text
    assert '<body data-session="yes">' in portal_server.sign_in().get("/").text


def test_dist_files_are_cached_permanently(client: FlaskClient) -> None:
    paths = files(client)
    assert len(paths) >= 4
    for path in paths:
        assert client.get(path).headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("gzip;q=1, br;q=0.5", "gzip"),
        ("br;q=0", None),
        ("identity", None),
    ],
)
def test_files_and_pages_are_compressed_as_the_browser_accepts(
    client: FlaskClient, accepted: str, encoding: str | None
) -> None:
    decode = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
    for path in (*files(client), "/", "/sw.js"):
        plain, packed = client.get(path), client.get(path, headers={"Accept-Encoding": accepted})
        assert packed.headers.get("Content-Encoding") == (None if path.endswith(".png") else encoding), path
        assert decode[packed.headers.get("Content-Encoding")](packed.data) == plain.data
        assert "Accept-Encoding" in packed.headers["Vary"]
        again = {"Accept-Encoding": accepted, "If-None-Match": packed.headers.get("ETag", "")}
        assert client.get(path, headers=again).status_code == (304 if "ETag" in packed.headers else 200)


def test_files_with_fixed_names_are_revalidated(client: FlaskClient) -> None:
    for path, kind in (("/sw.js", "text/javascript"), ("/app.webmanifest", "application/manifest+json")):
        answer = client.get(path)
        assert (answer.status_code, answer.mimetype, answer.headers["Cache-Control"]) == (200, kind, "no-cache")
        assert answer.data == (DIST / path.removeprefix("/")).read_bytes()


@pytest.mark.parametrize("path", ["/app/app.js", "/app/..%2fpage.html", "/app/", "/logo/acme.svg", "/money/", "/login"])
def test_unknown_paths_are_404(client: FlaskClient, path: str) -> None:
    error_sentence(client.get(path), 404)


@pytest.mark.parametrize("size", [30_000, 300_000])
def test_file_shared_without_a_service_worker_begins_an_invoice(client: FlaskClient, size: int) -> None:
    answer = client.post("/share", data={"document": (io.BytesIO(b"%PDF-" + bytes(size)), "invoice.pdf")})
    assert (answer.status_code, answer.headers["Location"], answer.data) == (303, "/invoice?shared=1", b"")


BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def test_unknown_address_is_a_page_for_browsers_only(client: FlaskClient) -> None:
    page = client.get("/nowhere", headers=BROWSER)
    assert (page.status_code, page.mimetype, page.data) == (404, "text/html", client.get("/").data)
    assert page.headers["Content-Security-Policy"] == client.get("/").headers["Content-Security-Policy"]
    assert {"Accept", "Cookie"} <= set(page.headers["Vary"].split(", "))
    error_sentence(client.get("/nowhere"), 404)
    error_sentence(client.get("/nowhere", headers={"Accept": "*/*"}), 404)
    error_sentence(client.get("/api/nowhere", headers=BROWSER), 404)


def test_screens_are_those_of_the_router() -> None:
    """The router reads the same addresses, with its own pattern for an id."""
    paths = evaluate("routes.ts", "Object.keys(it.SCREENS)")
    assert [re.sub("<id:[a-z_]+>", "([A-Za-z0-9_-]{1,64})", screen) for screen in SCREENS] == paths
