"""GET /api/contractor/account, /contacts and /agency: data of AgentOS and of the configuration."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.jobs.expected import PEOPLE, Record, client_for, line, text
from tests.portal_server import PortalServer
from tests.web.agencies import LOGO, example

NAMES = {"acme": "Acme Lettings", "harbour": "Harbour & Vale Estates"}
OPERATIONS = [
    "contacts", "jobs.complete", "notes.add", "statements.historical", "statements.pending",
    "invoices.submit", "invoices.list",
]  # fmt: skip


def display_name(contractor: Record) -> str:
    person = " ".join(part for part in (text(contractor.get("Forename")), text(contractor.get("Surname"))) if part)
    return text(contractor.get("CompanyName")) or person or text(contractor.get("GlobalReference")) or contractor["OID"]


def expected_account(state: Record, account: str) -> Record:
    """Return the account of the contract page, without `asOf` and `stale`."""
    agency, contractor = account.split("/")
    record = state["contractors"][contractor]
    branch = record.get("BranchOID") or "BR-1"  # without a BranchOID, the branch whose list contains the contractor
    return {
        "contractorId": contractor,
        "companyName": text(record.get("CompanyName")),
        "displayName": display_name(record),
        "email": text(record["EMailAddress"]),
        "phone": text(record.get("LandPhone")),
        "mobile": text(record.get("MobilePhone")),
        "address": line(record, "Address1", "Address2", "Address3", "Address4", "Postcode"),
        "addressLine1": text(record.get("Address1")),
        "addressLine2": text(record.get("Address2")),
        "addressLine3": line(record, "Address3", "Address4"),
        "postcode": text(record.get("Postcode")),
        "vatNumber": text(record.get("VATNumber")),
        "status": "active",
        "agency": {
            "shortName": agency,
            "name": NAMES[agency],
            "branchId": branch,
            "branchName": state["branches"][branch]["Name"],
        },
    }


@pytest.mark.parametrize("account", PEOPLE)
def test_account_equals_agentos_record(portal_server: PortalServer, account: str) -> None:
    expected = expected_account(portal_server.simulator.state(account.split("/")[0]), account)
    assert client_for(portal_server, account).get("/api/contractor/account").json == {
        **expected,
        "asOf": "2026-11-25T09:00:00+00:00",
        "stale": False,
    }


@pytest.mark.parametrize("account", PEOPLE)
def test_bank_details_and_ni_numbers_are_never_returned_or_stored(portal_server: PortalServer, account: str) -> None:
    client = client_for(portal_server, account)
    paths = (
        "account",
        "contacts",
        "agency",
        "jobs",
        "insights",
        "invoices",
        "statements/historical",
        "statements/pending",
    )
    responses = "".join(client.get(f"/api/contractor/{path}").text for path in paths)
    assert "SECRET" not in responses
    assert "0.00077" not in responses
    stored = b"".join(
        file.read_bytes()
        for file in portal_server.app.extensions["services"].config.documents_dir.parent.glob("portal.db*")
    )
    assert stored
    assert b"SECRET" not in stored


@pytest.mark.parametrize("account", ["acme/CON-1001", "acme/CON-1002", "harbour/CON-5001", "harbour/CON-5002"])
def test_contacts_are_branches_and_staff_of_own_jobs_by_name(portal_server: PortalServer, account: str) -> None:
    agency, contractor = account.split("/")
    state = portal_server.simulator.state(agency)
    ids = {job.get("StaffOID") for job in state["jobs"].values() if job.get("ContractorOID") == contractor} - {None, ""}
    branches = [
        {
            "contactId": record["OID"],
            "name": record["Name"],
            "role": None,
            "branchName": record["Name"],
            "email": text(record["EMailAddress"]),
            "phone": text(record["LandPhone"]),
            "mobile": None,
        }
        for record in state["branches"].values()
    ]
    staff = [
        {
            "contactId": oid,
            "name": f"{record['Forename']} {record['Surname']}",
            "role": record["JobTitle"],
            "branchName": state["branches"][record["BranchOID"]]["Name"],
            "email": record["ContactEMail"],
            "phone": None,
            "mobile": text(record["ContactMobile"]),
        }
        for oid in ids
        for record in [state["staff"][oid]]
    ]
    assert staff
    expected = sorted(branches + staff, key=lambda contact: (contact["name"].casefold(), contact["contactId"]))
    answer = client_for(portal_server, account).get("/api/contractor/contacts").json
    assert answer["contacts"] == expected
    assert (answer["asOf"], answer["stale"]) == ("2026-11-25T09:00:00+00:00", False)


@pytest.mark.parametrize("status", [404, 500])
def test_unreadable_staff_are_left_out_of_contacts(build, status: int) -> None:
    portal_server = build()
    portal_server.simulator.fault(path="/contacts/staff/", status=status)
    portal_server.refresh()
    portal_server.clock.work = portal_server.refresh
    answer = client_for(portal_server, "acme/CON-1001").get("/api/contractor/contacts")
    assert answer.status_code == 200
    assert [contact["contactId"] for contact in answer.json["contacts"]] == ["BR-1", "BR-2"]


def test_agency_response_matches_configuration(portal_server: PortalServer) -> None:
    assert client_for(portal_server, "acme/CON-1001").get("/api/contractor/agency").json == {
        "shortName": "acme",
        "name": "Acme Lettings",
        "offers": OPERATIONS,
        "invoice": {"required": ["jobId", "amount", "description", "invoiceDate", "invoiceNumber"], "link": "job"},
        "cancelledStatus": ["Cancelled"],
        "limits": {
            "emailCharacters": 254,
            "noteCharacters": 4_000,
            "descriptionCharacters": 2_000,
            "invoiceNumberCharacters": 50,
            "amountLeast": 0.01,
            "amountMost": 1_000_000,
            "invoiceYearsBack": 6,
            "invoiceDaysAhead": 1,
            "documentBytes": 10 * 1024 * 1024,
            "documentNameCharacters": 255,
            "retryHours": 72,
        },
        "accent": "#0b5cad",
        "logo": None,
        "asOf": "2026-11-25T09:00:00+00:00",
        "stale": False,
    }
    harbour = client_for(portal_server, "harbour/CON-5001").get("/api/contractor/agency").json
    assert (harbour["cancelledStatus"], harbour["accent"], harbour["logo"]) == (["Abandoned"], "#5b3a87", None)
    assert harbour["invoice"] == {"required": ["amount", "description", "invoiceDate"], "link": "job_or_statement"}


def test_logo_is_public_and_immutable(build, portal_server: PortalServer, tmp_path: Path) -> None:
    """Its name contains a hash of its content, so it never changes. Other front ends of the site may show it."""
    client = client_for(build(AGENCIES_FILE=example(tmp_path)), "acme/CON-1001")
    place = client.get("/api/contractor/agency").json["logo"]
    assert place == f"/logo/{hashlib.sha256(b'same-site' + LOGO.read_bytes()).hexdigest()[:20]}.svg"
    logo = portal_server.app.test_client().get(place)
    assert logo.status_code == 404, "of another portal"
    logo = client.get(place)
    assert (logo.mimetype, logo.data) == ("image/svg+xml", LOGO.read_bytes())
    assert logo.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    assert logo.headers["Content-Security-Policy"] == f"{policy}style-src 'unsafe-inline'; sandbox"
    assert logo.headers["Cross-Origin-Resource-Policy"] == "same-site"
    assert client.get(place.replace("svg", "png")).status_code == 404


INVOICE = {"jobId": "JOB-1", "amount": 1, "description": "W", "invoiceDate": "2026-11-25"}
CALLS = {
    "contacts": ("GET", "contacts", None),
    "jobs.complete": ("PATCH", "jobs/JOB-1/complete", {}),
    "notes.add": ("POST", "jobs/JOB-1/notes", {"note": "a"}),
    "statements.historical": ("GET", "statements/historical", None),
    "statements.pending": ("GET", "statements/pending", None),
    "invoices.submit": ("POST", "invoices", INVOICE),
    "invoices.list": ("GET", "invoices", None),
}


def configured(build, tmp_path, **settings: object) -> PortalServer:
    """Return a portal with one agency, which has these settings."""
    file = tmp_path / "agencies.toml"
    lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
    file.write_text("\n".join(('[agencies.acme]\nname = "Acme"\napi_key_env = "AGENTOS_API_KEY_ACME"', *lines)))
    portal_server = build(AGENCIES_FILE=file)
    portal_server.refresh()
    portal_server.clock.work = portal_server.refresh
    return portal_server


@pytest.mark.parametrize("operation", CALLS)
def test_operation_not_offered_by_agency_is_404_without_upstream_call(build, tmp_path, operation: str) -> None:
    portal_server = configured(build, tmp_path, not_offered=[operation])
    client = client_for(portal_server, "acme/CON-1001")
    method, path, body = CALLS[operation]
    calls = len(portal_server.simulator.calls())
    answer = client.open(f"/api/contractor/{path}", method=method, json=body)
    assert answer.status_code == 404
    assert answer.json["error"].startswith("Your agency does not offer ")
    assert len(portal_server.simulator.calls()) == calls
    assert operation not in client.get("/api/contractor/agency").json["offers"]
    bad = {"GET": f"/api/contractor/{path}?bad=1"}.get(method, f"/api/contractor/{path}")
    answer = client.open(bad, method=method, json=None if method == "GET" else {"bad": 1})
    assert answer.status_code == 400, "shape is checked before what is offered"


@pytest.mark.parametrize("operation", ["statements.pending", "statements.historical"])
def test_insight_whose_source_the_agency_does_not_offer_is_null(build, tmp_path, operation: str) -> None:
    client = client_for(configured(build, tmp_path, not_offered=[operation]), "acme/CON-1001")
    insights = client.get("/api/contractor/insights").json
    name = {"statements.pending": "pendingPaymentAmount", "statements.historical": "totalEarnedAmount"}[operation]
    assert [key for key, value in insights.items() if value is None] == [name]


@pytest.mark.parametrize(
    ("setting", "word"),
    [("completed_status", ["Works done"]), ("cancelled_status", ["Abandoned"]), ("completed_status", "Klaar")],
)
def test_configured_status_unknown_to_agentos_is_500_with_clear_error(build, tmp_path, setting: str, word) -> None:
    portal_server = configured(build, tmp_path, **{setting: word})
    client = client_for(portal_server, "acme/CON-1001")
    for answer in (client.get("/api/contractor/jobs"), client.patch("/api/contractor/jobs/JOB-1/complete")):
        assert answer.status_code == 500
        assert setting in answer.json["error"]
        assert "not set up correctly" in answer.json["error"]
    assert portal_server.simulator.writes() == []
    assert client.get("/api/contractor/account").status_code == 200


def test_unknown_status_for_reopening_fails_only_when_used(build, tmp_path) -> None:
    portal_server = configured(build, tmp_path, reopened_status="Nowhere")
    client = client_for(portal_server, "acme/CON-1001")
    assert client.get("/api/contractor/jobs").status_code == 200
    answer = client.patch("/api/contractor/jobs/JOB-5/complete")
    assert (answer.status_code, "reopened_status" in answer.json["error"]) == (500, True)
    assert portal_server.simulator.writes() == []


def test_unknown_default_status_is_ignored(build, tmp_path) -> None:
    portal_server = configured(build, tmp_path, completed_status=["Invoiced"])
    portal_server.simulator.control("DELETE", "state/acme/status_types/SX-5")
    portal_server.advance_clock(4_000)
    portal_server.refresh()
    answer = client_for(portal_server, "acme/CON-1001").get("/api/contractor/jobs?status=open")
    assert answer.status_code == 200
    assert "JOB-7" not in {job["jobId"] for job in answer.json["jobs"]}


def test_only_configured_branches_are_shown(build, tmp_path) -> None:
    portal_server = configured(build, tmp_path, branches=["BR-1"])
    client = client_for(portal_server, "acme/CON-1001")
    assert "JOB-4" not in {job["jobId"] for job in client.get("/api/contractor/jobs").json["jobs"]}
    contacts = client.get("/api/contractor/contacts").json["contacts"]
    assert [contact["contactId"] for contact in contacts if contact["role"] is None] == ["BR-1"]
