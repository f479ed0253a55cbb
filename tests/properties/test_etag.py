"""`ETag`: equal exactly when the bodies without `asOf` are equal. `If-None-Match` in every form."""

import json
import string
from typing import Any

from flask.testing import FlaskClient
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.portal_server import PortalServer
from tests.properties.examples import over_http, over_refreshes

API = "/api/contractor"
PATHS = (
    "jobs?status=open&limit=2",
    "jobs/JOB-1",
    "account",
    "contacts",
    "insights",
    "statements/pending",
    "statements/S-1",
    "invoices/INV-1",
    "submissions",
    "agency",
)
NOTE = {"OID": "N-1", "CreatedAt": "2026-11-21T10:00:00", "NoteContents": "Part ordered", "CreatedBy": None}
STATEMENT = {"OID": "S-1", "InvoiceNumber": "1", "Date": "2026-10-01", "Description": None, "JobOID": None, "Net": None,
             "VAT": None, "Gross": None, "Commission": None, "Status": None, "PaidDate": None}  # fmt: skip
STEPS = st.fixed_dictionaries(
    {
        "title": st.sampled_from(("A", "B")),
        "status": st.sampled_from(("Reported", "Completed")),
        "notes": st.sampled_from(([], [NOTE], [{**NOTE, "NoteContents": "é"}])),
        "phone": st.sampled_from((None, "", "01632 960001")),
        # 0.3 and 0.1+0.2 have the same body, and so have 0 and -0
        "amount": st.sampled_from((0.3, 0.1 + 0.2, 0.0, -0.0, -0.004)),
        "failing": st.booleans(),
        "seconds": st.sampled_from((1, 61, 4_000)),
    }
)

QUIET = {"title": "A", "status": "Reported", "notes": [], "phone": None, "failing": False, "seconds": 601}


def apply_step(portal_server: PortalServer, client: FlaskClient, step: dict[str, Any]) -> None:
    """Bring AgentOS into that state, let time pass, and let the worker fetch everything due."""
    simulator = portal_server.simulator
    simulator.control("DELETE", "faults")
    simulator.change("acme/jobs/JOB-1", Title=step["title"], Status=step["status"], StatusOID=None)
    simulator.change("acme/jobs/JOB-1", MaintenanceNotes=step["notes"])
    simulator.change("acme/contractors/CON-1001", LandPhone=step["phone"])
    lists = {kind: [{**STATEMENT, "Amount": step["amount"]}] for kind in ("historical", "pending")}
    simulator.control("PUT", "state/acme/statements/CON-1001", lists)
    if step["failing"]:
        simulator.fault(path="/jobs/BR-", status=500)
    portal_server.advance_clock(step["seconds"])
    client.get(f"{API}/insights")  # a view of statements requests a refresh; the other data is refreshed by age
    portal_server.refresh()


def body_tag_and_as_of(client: FlaskClient, path: str) -> tuple[str, str, str]:
    """Return the body without `asOf` as text, its ETag, and its `asOf`."""
    answer = client.get(f"{API}/{path}")
    assert answer.status_code == 200, answer.text
    body = answer.json
    as_of = body.pop("asOf")
    assert '"asOf"' not in json.dumps(body)
    return json.dumps(body), answer.headers["ETag"], as_of


@settings(over_refreshes, max_examples=max(1, over_refreshes.max_examples // 2))  # each fetches data up to three times
@given(st.lists(STEPS, min_size=2, max_size=3))
@example([{**QUIET, "amount": amount} for amount in (0.0, -0.0, 0.3, 0.1 + 0.2)])
def test_etags_are_equal_exactly_when_bodies_are_equal(
    portal_server: PortalServer, client: FlaskClient, steps: list[dict[str, Any]]
) -> None:
    answers_by_path: dict[str, list[tuple[str, str, str]]] = {path: [] for path in PATHS}
    for step in steps:
        apply_step(portal_server, client, step)
        for path in PATHS:
            answers_by_path[path].append(body_tag_and_as_of(client, path))
    for path, answers in answers_by_path.items():
        for number, (body, tag, _) in enumerate(answers):
            for other_body, other_tag, _ in answers[:number]:
                assert (body == other_body) == (tag == other_tag), (path, body, other_body)


TAG_SIGNS = st.text(string.ascii_letters + string.digits + "!#,;*/\\=\xe9", max_size=6)
OTHER_TAGS = st.builds('{}"{}"'.format, st.sampled_from(("", "W/")), TAG_SIGNS)
OURS = st.sampled_from(("strong", "weak"))
COMMAS = st.sampled_from((",", ", ", " , ", ",\t", ", ,"))


@over_http
@given(path=st.sampled_from(PATHS), tags=st.lists(OTHER_TAGS | OURS, min_size=1, max_size=5), comma=COMMAS)
@example(path="jobs/JOB-1", tags=['"*"'], comma=",")
@example(path="jobs/JOB-1", tags=['"a,b"', 'W/"\xe9"', '"\\"', "weak"], comma=",")
def test_if_none_match_compares_tags_weakly(
    portal_server: PortalServer, client: FlaskClient, path: str, tags: list[str], comma: str
) -> None:
    """A match with any listed tag counts, by weak comparison (RFC 9110, 13.1.2)."""
    whole = client.get(f"{API}/{path}")
    tag = whole.headers["ETag"]
    ours = {"weak": tag, "strong": tag.removeprefix("W/")}
    field = comma.join(ours.get(listed, listed) for listed in tags)
    answer = client.get(f"{API}/{path}", headers={"If-None-Match": field})
    is_listed = any(listed in ours for listed in tags)
    assert answer.status_code == (304 if is_listed else 200), field
    assert (answer.data == b"") == is_listed
    assert (answer.headers["ETag"], answer.headers["Last-Modified"]) == (tag, whole.headers["Last-Modified"])
