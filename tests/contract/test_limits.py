"""Each limit is defined once, enforced exactly, and sent to the phone."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.limits import BODY_BYTES, LIMITS, in_words
from tests.contract.api_calls import API, error_sentence
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer

ROOT = Path(__file__).resolve().parents[2]
SPANNER = "\N{WRENCH}"
"""A character outside the BMP. As a pair of JSON escapes, it has twelve bytes."""
INVOICE = {"jobId": "JOB-1", "amount": 120, "description": "Valve", "invoiceDate": "2026-11-25", "invoiceNumber": "A-7"}


def post(portal_server: PortalServer, path: str, body: Any) -> Any:
    return portal_server.sign_in().post(f"{API}/{path}", json=body)


def test_agency_limits_equal_those_that_the_portal_enforces(portal_server: PortalServer) -> None:
    answer: Any = portal_server.sign_in().get(f"{API}/agency").json
    assert answer["limits"] == {
        "emailCharacters": LIMITS.email_characters,
        "noteCharacters": LIMITS.note_characters,
        "descriptionCharacters": LIMITS.description_characters,
        "invoiceNumberCharacters": LIMITS.invoice_number_characters,
        "amountLeast": float(LIMITS.amount_least),
        "amountMost": float(LIMITS.amount_most),
        "invoiceYearsBack": LIMITS.invoice_years_back,
        "invoiceDaysAhead": LIMITS.invoice_days_ahead,
        "documentBytes": LIMITS.document_bytes,
        "documentNameCharacters": LIMITS.document_name_characters,
        "retryHours": LIMITS.retry_hours,
    }


def test_limits_equal_those_of_the_contract() -> None:
    """The expected numbers are those of page 2 of the specification."""
    assert (LIMITS.note_characters, LIMITS.description_characters, LIMITS.invoice_number_characters) == (4000, 2000, 50)
    assert (LIMITS.document_bytes, LIMITS.amount_most, LIMITS.retry_hours) == (10 * 2**20, 1_000_000, 72)
    assert (LIMITS.invoice_years_back, LIMITS.invoice_days_ahead, BODY_BYTES) == (6, 1, 64 * 2**10)


def test_longest_note_fully_escaped_is_accepted(portal_server: PortalServer) -> None:
    note = SPANNER * LIMITS.note_characters
    body = json.dumps({"note": note})
    assert len(body) == 12 * LIMITS.note_characters + len('{"note": ""}'), "each spanner is two escapes"
    client = client_for(portal_server, "acme/CON-1001")
    answer = client.post(f"{API}/jobs/JOB-1/notes", data=body, content_type="application/json")
    assert (answer.status_code, answer.json["note"]) == (201, note)
    [write] = portal_server.simulator.writes()
    assert note in json.dumps(write["body"], ensure_ascii=False)


def test_longest_invoice_texts_fully_escaped_are_accepted(portal_server: PortalServer) -> None:
    texts = {
        "description": SPANNER * LIMITS.description_characters,
        "invoiceNumber": SPANNER * LIMITS.invoice_number_characters,
    }
    body = json.dumps({**INVOICE, **texts})
    assert len(body) > 12 * LIMITS.description_characters
    client = client_for(portal_server, "acme/CON-1001")
    answer = client.post(f"{API}/invoices", data=body, content_type="application/json")
    assert (answer.status_code, {name: answer.json[name] for name in texts}) == (201, texts)


@pytest.mark.parametrize(
    ("path", "body", "error"),
    [
        (
            "jobs/JOB-1/notes",
            {"note": SPANNER * (LIMITS.note_characters + 1)},
            "note: must have 1 to 4,000 characters, without spaces at its ends.",
        ),
        (
            "invoices",
            {**INVOICE, "description": SPANNER * (LIMITS.description_characters + 1)},
            "description: must have 1 to 2,000 characters, without spaces at its ends.",
        ),
        (
            "invoices",
            {**INVOICE, "invoiceNumber": SPANNER * (LIMITS.invoice_number_characters + 1)},
            "invoiceNumber: must have 1 to 50 characters, without spaces at its ends.",
        ),
    ],
)
def test_text_beyond_its_limit_is_refused(portal_server: PortalServer, path: str, body: Any, error: str) -> None:
    assert error_sentence(post(portal_server, path, body), 400) == error


@pytest.mark.parametrize(
    ("amount", "status"),
    [
        (LIMITS.amount_least, 201),
        (LIMITS.amount_least - Decimal("0.01"), 400),
        (LIMITS.amount_most, 201),
        (LIMITS.amount_most + Decimal("0.01"), 400),
    ],
)
def test_amount_is_accepted_within_its_limits(portal_server: PortalServer, amount: Decimal, status: int) -> None:
    answer = post(portal_server, "invoices", {**INVOICE, "amount": float(amount)})
    assert answer.status_code == status, answer.text


def test_limits_are_written_in_one_module_only() -> None:
    """No sentence, schema, e-mail or description contains a limit as a number in its source."""
    typed = re.compile(r"10 MB|10 MiB|15 MiB|4,000|4_000|2,000 ch|2_000|1,000,000|72 hours|three days|six years|254")
    files = [path for path in (ROOT / "app").rglob("*.py") if path.name not in ("limits.py", "tables.py")]
    lines = [(path.name, line) for path in files for line in path.read_text("utf-8").splitlines() if typed.search(line)]
    # Their numbers are other limits, such as guesses at a code and pages of a PDF, or a network (169.254.0.0/16).
    other = {"codes.py", "pdf_check.py", "proxies.py"}
    assert [(name, line) for name, line in lines if name not in other] == []


def test_small_counts_are_written_in_words() -> None:
    counts = [in_words(1, "day"), in_words(3, "day"), in_words(6, "year"), in_words(30, "day"), in_words(4000, "hour")]
    assert counts == ["one day", "three days", "six years", "30 days", "4,000 hours"]
