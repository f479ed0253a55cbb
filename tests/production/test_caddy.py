"""The portal behind Caddy with the configuration of `deploy/caddy`."""

import base64
import hashlib
import ssl
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPSConnection
from urllib.parse import urlsplit

import pytest
import requests

from app.domain.limits import LIMITS
from tests.end_to_end.processes import wait_until
from tests.jobs.expected import HARPER
from tests.pdfs import pdf
from tests.postgres_server import PostgresServer
from tests.production import caddy, traffic
from tests.production.installation import HOSTS, Installation, installed

pytestmark = pytest.mark.processes

PER_SECOND = 50.0
BEFORE_AND_AFTER_S = 1.0
BROWSERS = 24


@pytest.fixture(scope="module")
def installation(
    tmp_path_factory: pytest.TempPathFactory, postgres: PostgresServer, redis_server_url: str
) -> Iterator[Installation]:
    with (
        postgres.database("template0") as url,
        installed(tmp_path_factory.mktemp("caddy"), url, redis_server_url, caddy.serving) as running,
    ):
        yield running


@pytest.fixture(scope="module")
def browser(installation: Installation) -> requests.Session:
    """Return a browser in which Harper is signed in, when the portal has all of Harper's data."""
    harper = installation.sign_in(HARPER)
    for path in traffic.READS:
        url = f"{installation.proxy.url}/api/contractor/{path}"
        wait_until(path, lambda url=url: harper.get(url, timeout=30).ok)
    return harper


def open_jobs(installation: Installation, browser: requests.Session) -> list[str]:
    answer = browser.get(f"{installation.proxy.url}/api/contractor/jobs?status=open", timeout=30)
    return [job["jobId"] for job in answer.json()["jobs"]]


def test_invoice_with_the_largest_pdf_passes(installation: Installation, browser: requests.Session) -> None:
    content = pdf(size=LIMITS.document_bytes)
    invoice = {
        "jobId": open_jobs(installation, browser)[0],
        "amount": 480,
        "description": "Works",
        "invoiceDate": "2026-11-25",
        "invoiceNumber": "A-7",
        "document": {"name": "a.pdf", "content": base64.b64encode(content).decode()},
    }
    url, headers = f"{installation.proxy.url}/api/contractor/invoices", {"Idempotency-Key": uuid.uuid4().hex}
    answer = browser.post(url, json=invoice, headers=headers, timeout=70)
    assert answer.status_code == 201, answer.text
    [document] = installation.simulator.state()["documents"]
    assert document["SHA256"] == hashlib.sha256(content).hexdigest()


def test_rolling_restart_fails_no_request(installation: Installation, browser: requests.Session) -> None:
    browsers = [installation.browser() for _ in range(BROWSERS)]
    for each in browsers:
        each.cookies.update(browser.cookies)
    jobs = open_jobs(installation, browser)
    with traffic.running(installation.proxy.url, browsers, jobs, per_second=PER_SECOND) as seen:
        time.sleep(BEFORE_AND_AFTER_S)
        for host in HOSTS:
            installation.restart(host)
        time.sleep(BEFORE_AND_AFTER_S)
    assert seen.failures == []
    assert seen.acknowledged, "some requests must be notes"


@pytest.mark.parametrize("length", [17_000_000, 123_456_789])
def test_longer_body_is_refused_before_it_is_sent(installation: Installation, length: int) -> None:
    trusted = ssl.create_default_context(cafile=str(installation.proxy.certificate))
    site = urlsplit(installation.proxy.url)
    with closing(HTTPSConnection(site.hostname or "", site.port, context=trusted, timeout=30)) as connection:
        connection.putrequest("POST", "/api/contractor/invoices")
        connection.putheader("Content-Length", str(length))
        connection.endheaders()
        assert connection.getresponse().status == 413


def test_client_cannot_choose_its_address(installation: Installation) -> None:
    email, spoofed = "spoofed@harper.example", {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Host": "evil.example"}
    url = f"{installation.proxy.url}/api/session/code"
    answer = installation.browser().post(url, json={"email": email}, headers=spoofed, timeout=30)
    assert answer.status_code == 204, answer.text
    processes = installation.processes
    processes.start("audit", "flask", "--app", "wsgi", "audit", "list", "--email", email, "--json")
    processes.finish("audit")
    output = processes.output("audit")
    assert '"network": "127.0.0.0/24"' in output
    assert "203.0.113" not in output


def test_metrics_are_closed(installation: Installation) -> None:
    answer = installation.browser().get(f"{installation.proxy.url}/metrics", timeout=30)
    assert answer.status_code == 404
    assert "X-Request-ID" not in answer.headers, "the portal must not see the request"


def test_plain_http_leads_to_https(installation: Installation) -> None:
    url = f"{installation.proxy.plain_url}/jobs"
    answer = installation.browser().get(url, allow_redirects=False, timeout=30)
    assert (answer.status_code, answer.headers["Location"].partition("://")[0]) == (308, "https")


def test_page_is_compressed_and_revalidated(installation: Installation) -> None:
    url = f"{installation.proxy.url}/api/docs"
    page = installation.browser().get(url, timeout=30)
    assert page.headers["Content-Encoding"] in ("gzip", "zstd")
    again = installation.browser().get(url, headers={"If-None-Match": page.headers["ETag"]}, timeout=30)
    assert again.status_code == 304


def test_log_has_no_address_and_no_query(installation: Installation) -> None:
    answer = installation.browser().get(f"{installation.proxy.url}/health/live?secret=1", timeout=30)
    proxy = installation.proxy
    assert isinstance(proxy, caddy.Caddy)

    def line() -> str | None:
        lines = proxy.log.read_text("utf-8").splitlines()
        return next((line for line in lines if answer.headers["X-Request-ID"] in line), None)

    entry = wait_until("the line of the request", line)
    assert '"uri":"/health/live"' in entry
    assert not [text for text in ("secret", "127.0.0.1", "User-Agent") if text in entry]
