"""Ids: 1 to 64 of A-Z a-z 0-9 _ -. Any other id never reaches AgentOS."""

import re
import string
from typing import Any
from urllib.parse import quote

from flask.testing import FlaskClient
from hypothesis import example, given
from hypothesis import strategies as st

from tests.portal_server import PortalServer
from tests.properties.examples import ANY_TEXT, as_json, fresh_log, over_http

SIGNS = string.ascii_letters + string.digits + "_-"
PROPER = st.text(SIGNS, min_size=1, max_size=64)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
IMPROPER = (
    ANY_TEXT
    | st.text(SIGNS, min_size=65, max_size=70)
    | st.builds(str.__add__, PROPER, st.sampled_from(("\n", " ", ".", "/", "%", "\0", "é", "Ａ", "١")))
).filter(lambda text: not re.fullmatch("[A-Za-z0-9_-]{1,64}", text))
INVOICE = {"amount": 1, "description": "Works", "invoiceDate": "2026-11-25", "invoiceNumber": "A-7"}


@over_http
@given(text=IMPROPER)
@example("JOB-1\n")
@example("..")
@example("JOB-1/notes")
@example("JOB-1/../JOB-1")
def test_invalid_id_in_path_is_404_without_upstream_call(
    portal_server: PortalServer, client: FlaskClient, text: str
) -> None:
    fresh_log(portal_server)
    address = f"/api/contractor/jobs/{quote(text.encode('utf-8', 'surrogatepass'), safe='')}"
    answers = [
        client.get(address),
        client.patch(f"{address}/complete"),
        client.post(f"{address}/notes", json={"note": "x"}),
    ]
    for answer in answers:
        # An id with a slash makes another path.
        assert answer.status_code == 404 or ("/" in text and answer.status_code == 405), (text, answer.text)
        assert list(answer.json) == ["error"]
    assert portal_server.simulator.calls() == []


@over_http
@given(value=IMPROPER | st.integers() | NUMBERS | st.booleans() | st.lists(PROPER, max_size=2))
@example("JOB-1\n")
def test_invalid_id_in_body_is_400_without_upstream_call(
    portal_server: PortalServer, client: FlaskClient, value: Any
) -> None:
    fresh_log(portal_server)
    for name in ("jobId", "statementId"):
        body = as_json({**INVOICE, "jobId": "JOB-1", name: value})
        answer = client.post("/api/contractor/invoices", data=body, content_type="application/json")
        assert (answer.status_code, list(answer.json)) == (400, ["error"])
        assert answer.json["error"].startswith(f"{name}: ")
    assert portal_server.simulator.calls() == []


@over_http
@given(text=PROPER | st.sampled_from(("JOB-1", "JOB-2", "JOB-20", "JOB-21", "JOB-60")))
@example("complete")
@example("-")
@example("_" * 64)
def test_valid_id_of_own_job_is_200_and_of_other_job_404(
    portal_server: PortalServer, client: FlaskClient, text: str
) -> None:
    fresh_log(portal_server)
    job = portal_server.simulator.state()["jobs"].get(text)
    theirs = job is not None and job.get("ContractorOID") == "CON-1001"
    answer = client.get(f"/api/contractor/jobs/{text}")
    assert answer.status_code == (200 if theirs else 404)
    assert answer.json["jobId"] == text if theirs else answer.json == {"error": "There is no such job."}
    noted = client.post(f"/api/contractor/jobs/{text}/notes", json={"note": "x"})
    assert noted.status_code == (201 if theirs else 404)
    assert len(portal_server.simulator.writes()) == theirs
