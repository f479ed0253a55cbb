"""The portal behind Caddy with the configuration of `deploy/caddy`."""

import base64
import hashlib
import uuid

import pytest
import requests

from app.domain.limits import LIMITS
from tests.pdfs import pdf
from tests.production.caddy import Caddy
from tests.production.installation import Installation
from tests.production.proxy import Proxy

pytestmark = pytest.mark.processes


@pytest.fixture(scope="module")
def proxy() -> type[Proxy]:
    return Caddy


def test_invoice_with_the_largest_pdf_passes(
    installation: Installation, browsers: list[requests.Session], jobs: list[str]
) -> None:
    content = pdf(size=LIMITS.document_bytes)
    invoice = {
        "jobId": jobs[0],
        "amount": 480,
        "description": "Works",
        "invoiceDate": "2026-11-25",
        "invoiceNumber": "A-7",
        "document": {"name": "a.pdf", "content": base64.b64encode(content).decode()},
    }
    url, headers = f"{installation.proxy.url}/api/contractor/invoices", {"Idempotency-Key": uuid.uuid4().hex}
    answer = browsers[0].post(url, json=invoice, headers=headers, timeout=70)
    assert answer.status_code == 201, answer.text
    [document] = installation.simulator.state()["documents"]
    assert document["SHA256"] == hashlib.sha256(content).hexdigest()


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


def test_page_is_compressed_and_revalidated(installation: Installation) -> None:
    url = f"{installation.proxy.url}/api/docs"
    page = installation.browser().get(url, timeout=30)
    assert page.headers["Content-Encoding"] == "br", "as the portal compressed it"
    again = installation.browser().get(url, headers={"If-None-Match": page.headers["ETag"]}, timeout=30)
    assert again.status_code == 304
