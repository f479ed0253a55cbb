"""Notes and descriptions: accepted Unicode is sent and shown unchanged, and other text is never sent."""

import re
import unicodedata

from flask.testing import FlaskClient
from hypothesis import example, given
from hypothesis import strategies as st

from app.api.fields import PlainText
from tests.portal_server import PortalServer
from tests.properties.examples import ANOTHER, ANY_TEXT, as_json, fresh_log, over_http, over_refreshes

INVOICE = {"jobId": "JOB-1", "amount": 1, "invoiceDate": "2026-11-25", "invoiceNumber": "A-7"}
SIGNS = st.text(
    st.sampled_from('a \r\n\t\0\x1b\x1c\x7f\x85\xa0\u200b\u2028\u2029\ufeff\uffff\ufdd0\u0301\u202eß<\\"')
    | st.sampled_from(("\U0001f6bf", "\U0010ffff", "\ud83d", "\udebf")),
    max_size=12,
)
"""Problematic characters, close together."""
TEXTS = ANY_TEXT | SIGNS
AROUND = st.builds(lambda text, length: text.ljust(length, "é"), TEXTS, st.integers(3_990, 4_010))
"""Texts with about the maximum length of a note."""


def accepted(text: str, longest: int) -> str | None:
    """Return the text that must arrive, or None if it must be refused."""
    kept = text.strip()
    refused = any(unicodedata.category(sign) in ("Cc", "Cs") for sign in kept.replace("\r", "").replace("\n", ""))
    return None if refused or not 1 <= len(kept) <= longest else kept


@given(text=TEXTS.filter(lambda text: all(unicodedata.category(sign) != "Cs" for sign in text)))
@example(text="¬\x1f")
@example(text="\ta\x85")
def test_described_pattern_matches_exactly_accepted_texts(text: str) -> None:
    described = PlainText(longest=4_000).metadata["pattern"]
    assert bool(re.search(described, text)) is (accepted(text, 4_000) is not None)


@over_http
@given(text=TEXTS | AROUND, escaped=st.booleans())
@example(text="\ufeffa\u2028b\uffff\ufdd0\U0010ffff\u0301", escaped=False)
@example(text=" a\r\nb\n ", escaped=True)
@example(text="\U0001f6bf" * 4_000, escaped=True)
@example(text="é" * 4_001, escaped=True)
@example(text="half \ud83d", escaped=True)
@example(text="\ud83d\udebf" * 2_001, escaped=True)
def test_note_text_arrives_unchanged_or_is_refused(
    portal_server: PortalServer, client: FlaskClient, text: str, escaped: bool
) -> None:
    # Two halves that form a pair become one character when the JSON is parsed.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    portal_server.simulator.change("acme/jobs/JOB-1", MaintenanceNotes=[])
    fresh_log(portal_server)
    body = as_json({"note": text}, escaped=escaped)
    answer = client.post("/api/contractor/jobs/JOB-1/notes", data=body, content_type="application/json")
    expected = accepted(text, 4_000)
    if expected is None:
        assert (answer.status_code, list(answer.json)) == (400, ["error"])
        assert answer.json["error"].startswith("note: ")
        assert portal_server.simulator.calls() == []
        return
    assert answer.status_code == 201, answer.text
    assert answer.json["note"] == expected
    [theirs] = portal_server.simulator.control("GET", "state/acme/jobs/JOB-1")["MaintenanceNotes"]
    assert theirs["NoteContents"] == expected
    assert client.get("/api/contractor/jobs/JOB-1").json["notes"][-1] == answer.json
    portal_server.advance_clock(61)
    portal_server.refresh()
    assert client.get("/api/contractor/jobs/JOB-1").json["notes"] == [answer.json]


@over_http
@given(description=TEXTS, number=TEXTS)
@example(description="a\nb", number="1\r\n2\n3\r4\u20285\u20296")
def test_invoice_texts_arrive_unchanged_or_are_refused(
    portal_server: PortalServer, client: FlaskClient, description: str, number: str
) -> None:
    description, number = (
        text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") for text in (description, number)
    )
    fresh_log(portal_server)
    body = as_json({**INVOICE, "description": description, "invoiceNumber": number})
    answer = client.post("/api/contractor/invoices", data=body, content_type="application/json", headers=ANOTHER)
    expected = (accepted(description, 2_000), accepted(number, 50))
    if None in expected:
        assert answer.status_code == 400
        assert answer.json["error"].startswith(("description: ", "invoiceNumber: "))
        assert portal_server.simulator.calls() == []
        return
    assert answer.status_code == 201, answer.text
    shown = (expected[0], re.sub("\r\n|[\r\n\u2028\u2029]", " ", str(expected[1])))
    [sent] = portal_server.simulator.writes()
    assert (sent["body"]["Description"], sent["body"]["InvoiceNumber"]) == shown
    assert (answer.json["description"], answer.json["invoiceNumber"]) == shown


@over_refreshes
@given(title=TEXTS, note=TEXTS)
def test_upstream_texts_are_shown_trimmed(
    portal_server: PortalServer, client: FlaskClient, title: str, note: str
) -> None:
    """NUL and half pairs, which no database accepts, become U+FFFD.

    The simulator has already replaced half pairs by `?`.
    """
    row = {"OID": "N-1", "CreatedAt": "2026-11-21T10:00:00", "NoteContents": note, "CreatedBy": None}
    portal_server.simulator.change("acme/jobs/JOB-1", Title=title, MaintenanceNotes=[row])
    portal_server.advance_clock(61)
    client.get("/api/contractor/jobs/JOB-1")
    portal_server.refresh()
    job = portal_server.simulator.control("GET", "state/acme/jobs/JOB-1")
    shown = client.get("/api/contractor/jobs/JOB-1").json
    assert shown["title"] == (job["Title"].replace("\0", "\ufffd").strip() or None)
    assert shown["notes"][0]["note"] == job["MaintenanceNotes"][0]["NoteContents"].replace("\0", "\ufffd").strip()
