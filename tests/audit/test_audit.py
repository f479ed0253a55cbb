"""The audit: its entries in the table, in the log, in the contractor's own activity, and at the command line."""

import json
import re
from contextlib import suppress
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import insert

from app.audit.audit import Event
from app.audit.entries import Entry, list_entries
from app.auth.cleanup import delete_expired
from app.cli.audit import MAX_LISTED
from app.domain.clock import to_text
from app.store.tables import audit_entries
from app.submissions.review.service import settle
from tests.contract.api_calls import API, INVOICE
from tests.jobs.expected import client_for
from tests.log_lines import Lines
from tests.portal_server import PortalServer
from tests.sessions.browsers import PHONE
from tests.statements import recorded
from tests.submissions.conftest import Sender
from tests.submissions.reviews import in_review
from tests.submissions.worker_runs import run_worker_later

ACTIVITY = "/api/session/activity"
HARPER, SAM = "office@harper.example", "sam@obrien.example"
REQUEST = {"X-Request-ID": "harpers-invoice-1"}


@pytest.fixture
def sender(portal_server: PortalServer) -> Sender:
    """Return Harper, who sends submissions. Nothing refreshes the mirror while a request waits."""
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.clock.work = None  # type: ignore[union-attr]
    return Sender(portal_server, client)


def entries(portal_server: PortalServer, **filters: Any) -> list[Entry]:
    """Return the matching entries, the oldest first."""
    return list_entries(portal_server.services.database, **filters)[0][::-1]


def activity(client: FlaskClient, query: str = "") -> dict[str, Any]:
    answer = client.get(ACTIVITY + query)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json
    return body


def test_accepted_invoice_is_recorded_with_its_sender_and_its_outcome(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    client.environ_base["HTTP_USER_AGENT"] = PHONE
    answer = client.post(f"{API}/invoices", json={"jobId": "JOB-1", **INVOICE}, headers=REQUEST)
    assert answer.status_code == 201, answer.text
    submitted, confirmed = entries(portal_server, contractor_id="CON-1001", agency="acme")[-2:]
    assert (submitted.event, submitted.detail) == ("submitted", "invoice for job JOB-1")
    assert (submitted.email, submitted.software, submitted.network) == (
        HARPER,
        "Chrome Mobile on Android",
        "127.0.0.0/24",
    )
    assert (confirmed.event, confirmed.submission_id) == ("confirmed", submitted.submission_id)
    assert confirmed.detail == f"invoice for job JOB-1, AgentOS id {answer.json['invoiceId']}"  # type: ignore[index]
    assert submitted.request_id == confirmed.request_id == REQUEST["X-Request-ID"]


def test_submission_about_a_foreign_job_is_recorded_as_not_accepted(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    foreign = client.post(f"{API}/jobs/JOB-24/notes", json={"note": "Not mine"})
    assert foreign.status_code == 404
    events = [entry.event for entry in entries(portal_server, contractor_id="CON-1001")]
    assert events[-2:] == ["submitted", "not accepted"]


def test_repeat_of_a_submission_is_not_recorded_twice(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    for _ in range(2):
        answer = client.post(f"{API}/jobs/JOB-1/notes", json={"note": "Once"}, headers={"Idempotency-Key": "a"})
        assert answer.status_code == 201
    events = [entry.event for entry in entries(portal_server, contractor_id="CON-1001")]
    assert events.count("submitted") == events.count("confirmed") == 1


def test_review_and_its_settlement_are_recorded(portal_server: PortalServer, sender: Sender) -> None:
    submission_id = in_review(sender)
    settle(portal_server.services, submission_id, arrived=False, by="Jo Office", finding="not there")
    states = [entry for entry in entries(portal_server) if entry.submission_id == submission_id]
    assert [entry.event for entry in states] == ["submitted", "unconfirmed", "review", "abandoned"]
    assert states[-1].detail is not None
    assert states[-1].detail.endswith("settled by hand")
    assert {entry.request_id for entry in states} == {states[0].request_id}
    assert states[0].request_id
    lines = portal_server.run("audit", "list").stdout.splitlines()
    assert ", now abandoned" in next(line for line in lines if "  submitted  " in line)
    assert ", settled by Jo Office" in next(line for line in lines if "  abandoned  " in line)


def test_rejected_submission_is_recorded(portal_server: PortalServer, sender: Sender) -> None:
    portal_server.simulator.fault(path="/", status=503)
    answer = sender.note("Too late", Prefer="respond-async")
    portal_server.simulator.control("DELETE", "faults")
    portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002")
    run_worker_later(portal_server, turns=1)
    portal_server.refresh()
    run_worker_later(portal_server, turns=1)
    assert sender.submission(answer)["state"] == "rejected"
    entry = entries(portal_server)[-1]
    assert (entry.event, entry.email, entry.detail) == ("rejected", HARPER, "note for job JOB-1")


def test_activity_shows_own_address_only_with_failed_tries(portal_server: PortalServer) -> None:
    harper, sam = portal_server.sign_in(), portal_server.sign_in(SAM)
    stranger = portal_server.app.test_client()
    stranger.environ_base.update(REMOTE_ADDR="203.0.113.77", HTTP_USER_AGENT=PHONE)
    assert stranger.post("/api/session", json={"email": HARPER, "code": "000000"}).status_code == 401
    harper.post(f"{API}/jobs/JOB-1/notes", json={"note": "Part ordered"}, headers={"Portal-Account": "acme/CON-1001"})
    harper.patch("/api/session", json={"agency": "harbour", "contractorId": "CON-5001"})
    body = activity(harper)
    assert [entry["event"] for entry in body["activity"]] == [
        "switched",
        "confirmed",
        "submitted",
        "sign-in failed",
        "signed in",
        "code requested",
    ]
    assert body["total"] == 6
    failed = body["activity"][3]
    assert (failed["network"], failed["software"], failed["detail"]) == (
        "203.0.113.0/24",
        "Chrome Mobile on Android",
        "wrong code",
    )
    assert "203.0.113.77" not in json.dumps(body)
    assert [entry["event"] for entry in activity(sam)["activity"]] == ["signed in", "code requested"]
    second = activity(harper, "?offset=1&limit=2")
    assert (second["activity"], second["total"]) == (body["activity"][1:3], 6)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_walk_of_activity_is_whole_while_entries_are_added(portal_server: PortalServer, limit: int) -> None:
    """Several entries have the same time, also of other people."""
    harper, stranger = portal_server.sign_in(), portal_server.app.test_client()

    def fail_to_sign_in() -> None:
        for email in (HARPER, SAM, HARPER):
            assert stranger.post("/api/session", json={"email": email, "code": "000000"}).status_code == 401

    fail_to_sign_in()
    fail_to_sign_in()
    portal_server.advance_clock(60)
    fail_to_sign_in()
    before = activity(harper)
    assert (before["next"], before["total"]) == (None, len(before["activity"]))
    assert len({entry["at"] for entry in before["activity"]}) < len(before["activity"])
    walked, query = [], f"?limit={limit}"
    while True:
        page = activity(harper, query)
        walked += page["activity"]
        if page["next"] is None:
            break
        fail_to_sign_in()
        query = f"?limit={limit}&after={page['next']}"
    assert walked == before["activity"]


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
@pytest.mark.parametrize("item", ["x", "-1", "9" * 64, "0", "7"])
def test_activity_after_an_unknown_position_is_what_is_older(portal_server: PortalServer, item: str) -> None:
    harper = portal_server.sign_in()
    later = int((portal_server.clock.now().timestamp() + 60) * 1e6)
    portal_server.advance_clock(120)
    portal_server.sign_in()
    older = activity(harper, f"?after=-{later}~{item}")
    assert [entry["event"] for entry in older["activity"]] == ["signed in", "code requested"]
    assert older["activity"] == activity(harper)["activity"][-2:]


def test_request_for_a_code_that_ends_with_the_sessions_has_its_outcome(portal_server: PortalServer) -> None:
    portal_server.sign_in()
    portal_server.app.test_client().post("/api/session/code", json={"email": HARPER})
    portal_server.run("sessions", "end", "--email", HARPER)
    outcomes = [(entry.event, entry.detail) for entry in entries(portal_server) if entry.event == "code not mailed"]
    assert outcomes == [("code not mailed", "all sessions ended")]


def test_ended_sessions_are_recorded_with_the_device(portal_server: PortalServer) -> None:
    portal_server.sign_in(user_agent=PHONE)
    here = portal_server.sign_in()
    here.delete("/api/session/devices")
    latest = activity(here, "?limit=1")["activity"][0]
    assert (latest["event"], latest["detail"]) == ("session ended", "Chrome Mobile on Android")
    assert "  ended: Chrome Mobile on Android  " in portal_server.run("audit", "list").stdout


def test_new_sign_in_in_the_same_browser_says_that_it_replaces_the_old_one(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    portal_server.advance_clock(60)
    assert client.post("/api/session/code", json={"email": HARPER}).status_code == 204
    portal_server.mail_codes()
    code = portal_server.postbox.code()
    assert client.post("/api/session", json={"email": HARPER, "code": code}).status_code == 201
    latest = [(entry["event"], entry["detail"]) for entry in activity(client, "?limit=2")["activity"]]
    assert latest == [("signed in", "code"), ("signed out", "replaced by a new sign-in")]


def test_entry_is_kept_for_90_days_and_logged_without_the_address(portal_server: PortalServer, lines: Lines) -> None:
    portal_server.sign_in()
    logged = lines()
    assert [line["what"] for line in logged if line["event"] == "audit"]
    assert HARPER not in str(logged)
    for days, number in ((89.9, 3), (0.2, 0)):
        portal_server.advance_clock(days * 86_400)
        delete_expired(portal_server.services)
        assert len(entries(portal_server)) == number


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_log_has_the_account_and_only_committed_entries(portal_server: PortalServer, lines: Lines) -> None:
    services, logged = portal_server.services, ""
    for detail, fails in (("rolled back", True), ("committed", False)):
        with suppress(LookupError), services.database.write() as connection:
            account, at = ("acme", "CON-1001"), to_text(services.clock.now())
            services.audit.record(
                connection, Event.SUBMITTED, at=at, email=HARPER, client=None, account=account, detail=detail
            )
            logged += str(lines())
            assert detail not in logged
            if fails:
                raise LookupError
    logged += str(lines())
    assert "rolled back" not in logged
    assert logged.count("committed") == 1
    assert "acme" in logged
    assert "CON-1001" in logged


class TestCommand:
    """`flask --app wsgi audit list`."""

    @pytest.fixture
    def harper(self, portal_server: PortalServer) -> FlaskClient:
        """Return Harper, who has sent an invoice. Sam has signed in."""
        portal_server.sign_in(SAM)
        client = client_for(portal_server, "acme/CON-1001")
        answer = client.post(f"{API}/invoices", json={"jobId": "JOB-1", **INVOICE}, headers=REQUEST)
        assert answer.status_code == 201
        return client

    def test_one_command_says_what_happened_to_an_invoice(
        self, portal_server: PortalServer, harper: FlaskClient
    ) -> None:
        lines = portal_server.run("audit", "list", "--contractor", "CON-1001").stdout.splitlines()
        submitted, confirmed = lines[-3:-1]
        assert re.match(r"2026-11-25 \d\d:\d\d:\d\d  submitted  acme/CON-1001  office@harper.example  ", submitted)
        assert "invoice for job JOB-1, amount 120.00, number INV-77, date 2026-11-24, now confirmed" in submitted
        assert "  confirmed  " in confirmed
        assert "AgentOS id " in confirmed
        for line in (submitted, confirmed):
            assert line.endswith(f"request {REQUEST['X-Request-ID']}")

    def test_completion_and_reopening_differ(self, portal_server: PortalServer, harper: FlaskClient) -> None:
        for completed in (True, False):
            assert harper.patch(f"{API}/jobs/JOB-1/complete", json={"completed": completed}).status_code == 200
        lines = portal_server.run(
            "audit", "list", "--contractor", "CON-1001", "--event", "submitted"
        ).stdout.splitlines()
        ends = [line for line in lines if "completion for job JOB-1" in line]
        assert ["completed yes" in line for line in ends] == [True, False]
        assert "completion for job JOB-1, completed no, now confirmed" in ends[1]

    def test_filters_combine(self, portal_server: PortalServer, harper: FlaskClient) -> None:
        def events(*args: str) -> list[str]:
            return [entry["event"] for entry in json.loads(portal_server.run("audit", "list", "--json", *args).stdout)]

        assert "confirmed" in events("--contractor", "acme/CON-1001")
        assert events("--email", f" {SAM.upper()}") == ["code requested", "code mailed", "signed in"]
        assert events("--email", SAM, "--contractor", "CON-1001") == []
        assert events("--since", "2026-11-26") == []
        assert set(events("--event", "signed in")) == {"signed in"}
        assert len(events("--since", "2026-11-25")) == len(events()) == len(events("--since", "2026-11-25 08:00:59"))

    def test_json_has_the_submission(self, portal_server: PortalServer, harper: FlaskClient) -> None:
        document = json.loads(portal_server.run("audit", "list", "--json", "--contractor", "acme/CON-1001").stdout)
        assert document[-1]["submission"] == {
            "kind": "invoice",
            "for": "job JOB-1",
            "amount": "120.00",
            "number": "INV-77",
            "date": "2026-11-24",
            "state": "confirmed",
            "agentosId": document[-1]["submission"]["agentosId"],
            "resolvedBy": None,
        }
        assert document[-1]["requestId"] == REQUEST["X-Request-ID"]

    @pytest.mark.parametrize(
        ("args", "sentence"),
        [
            (("--contractor", "nobody/CON-1"), "There is no agency of that name."),
            (("--contractor", "NOPE"), "No contractor NOPE is known."),
            (("--contractor", "harbour/CON-1001"), "No contractor harbour/CON-1001 is known."),
            (("--since", "yesterday"), "does not match the formats"),
            (("--contractor", "acme/"), "--contractor needs the id of a contractor"),
            (("--email", ""), "An empty --email or --contractor would list the entries of everybody."),
            (("--event", "signed"), "is not one of 'code requested'"),
        ],
    )
    def test_wrong_filter_is_refused(self, portal_server: PortalServer, args: tuple[str, str], sentence: str) -> None:
        result = portal_server.app.test_cli_runner().invoke(args=["audit", "list", *args])
        assert result.exit_code
        assert sentence in result.output

    def test_former_contractor_has_entries(self, portal_server: PortalServer, harper: FlaskClient) -> None:
        """The mirror no longer has the contractor. Without entries since a time, the contractor is still known."""
        row = {"at": "2026-11-25T09:00:00+00:00", "event": "switched", "agency": "acme", "contractor_id": "CON-9"}
        with portal_server.services.database.write() as connection:
            connection.execute(insert(audit_entries), [row])
        assert "Entries: 1." in portal_server.run("audit", "list", "--contractor", "CON-9").stdout
        assert (
            "Entries: 0." in portal_server.run("audit", "list", "--contractor", "CON-9", "--since", "2026-11-26").stdout
        )

    def test_long_list_says_how_to_list_the_oldest(self, portal_server: PortalServer, harper: FlaskClient) -> None:
        runner = portal_server.app.test_cli_runner()

        def listed(*args: str) -> list[str]:
            return portal_server.run("audit", "list", "--contractor", "CON-1001", *args).stdout.splitlines()

        newer = listed()[:-1]
        at = "2026-10-25T01:30:00.500000+00:00"  # in the hour that London repeats in autumn
        row = {"at": at, "event": "switched", "contractor_id": "CON-1001"}
        with portal_server.services.database.write() as connection:
            connection.execute(insert(audit_entries), [row] * MAX_LISTED)
        lines = listed()
        last = runner.invoke(args=["audit", "list", "--contractor", "CON-1001"]).stderr.splitlines()[-1]
        assert len(lines) == MAX_LISTED, "the note is on standard error, where grep does not hide it"
        assert lines[-len(newer) :] == newer
        total, left_out = MAX_LISTED + len(newer), len(newer)
        assert last == f"Entries: {total}, without the oldest {left_out}. To list those, add --until {at}"
        assert listed("--until", at)[-1] == f"Entries: {MAX_LISTED}."
        assert listed("--until", "2026-10-25")[-1] == "Entries: 0."

    def test_switch_to_the_current_account_is_no_entry(self, portal_server: PortalServer, harper: FlaskClient) -> None:
        account = harper.get("/api/session").json["account"]  # type: ignore[index]
        choice = {name: account[name] for name in ("agency", "contractorId")}
        before = portal_server.run("audit", "list").stdout
        assert harper.patch("/api/session", json=choice).status_code == 200
        assert portal_server.run("audit", "list").stdout == before

    def test_submissions_are_read_in_one_query(self, portal_server: PortalServer, harper: FlaskClient) -> None:
        for number in range(3):
            assert harper.post(f"{API}/jobs/JOB-1/notes", json={"note": f"Part {number}"}).status_code == 201
        with recorded() as statements:
            printed = portal_server.run("audit", "list", "--contractor", "CON-1001").stdout
        assert printed.count("now confirmed") == 4
        assert len([statement for statement in statements if "FROM submissions" in str(statement)]) == 1


def test_activity_without_a_limit_is_a_page(portal_server: PortalServer) -> None:
    """Strangers who know the address can add 1,000 entries an hour."""
    client, now = portal_server.sign_in(), to_text(portal_server.clock.now())
    row = {"at": now, "event": Event.SIGN_IN_FAILED, "email": HARPER}
    with portal_server.services.database.write() as connection:
        connection.execute(insert(audit_entries), [row] * 600)
    first = activity(client)
    assert len(first["activity"]) == 100
    assert first["total"] > 600
    assert len(activity(client, f"?after={first['next']}")["activity"]) == 100
