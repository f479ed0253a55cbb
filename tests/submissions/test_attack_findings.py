"""Findings of attacks from outside: each test failed before the fix of its finding.

AgentOS gets at most one record of each submission, and the portal reports only facts that it knows. Other tests cover
late effects and missing lists (`test_delivery`), lost documents (`test_blocked_submissions`), the worker
(`tests/response_cache/test_no_worker.py`) and the call budget (`tests/agentos`).
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from tests.clock import FakeClock
from tests.jobs.expected import client_for
from tests.pdfs import PDF, in_json
from tests.portal_server import PortalServer
from tests.submissions.conftest import INVOICE, Sender
from tests.submissions.test_delivery import KEY, count_in_agentos, fail_writes, prove_recognition
from tests.submissions.worker_runs import notice_kinds, run_worker_later, run_worker_until_settled, submission_states

TEXT = "I’ve left – boiler & pump looked at; the part is ordered, and comes on Tuesday.\nKeys: ask at number 7."
LISTS = {"note": "/jobs/JOB-1$", "invoice": "/invoices/"}


def send(sender: Sender, kind: str, **headers: str) -> Any:
    """Send a submission as the web app does: asynchronously, with an idempotency key."""
    options = {"Prefer": "respond-async", "Idempotency_Key": KEY, **headers}
    if kind == "note":
        return sender.note(**options)
    return sender.complete(True, **options) if kind == "completion" else sender.invoice(options)


def writes_for_test_job(sender: Sender) -> list[dict[str, Any]]:
    """Return the writes that the portal has sent for the test job."""
    return [
        call
        for call in sender.portal_server.simulator.writes()
        if "JOB-1/" in f"{call['path']}/" or (call["body"] or {}).get("JobID") == "JOB-1"
    ]


def clear_faults(sender: Sender) -> None:
    """Let AgentOS work correctly again."""
    sender.portal_server.simulator.control("DELETE", "faults")


def as_recorded_invoice(body: dict[str, Any]) -> dict[str, Any]:
    """Return an invoice as AgentOS records it."""
    same = ("Amount", "InvoiceNumber", "InvoiceDate", "Description")
    return {"ContractorOID": "CON-1001", "JobOID": body["JobID"], **{name: body.get(name) for name in same}}


class TestFalseLists:
    """A list without the record was taken as proof of absence."""

    @pytest.mark.parametrize("notes", ["missing", "null"])
    def test_job_without_notes_does_not_prove_absence(self, sender: Sender, notes: str) -> None:
        """The portal's own copy had notes, and replaced AgentOS's response."""
        self.assert_one_record(sender, "note", {"notes": notes})

    @pytest.mark.parametrize("count", ["shown", "whole", "missing"])
    @pytest.mark.parametrize("shown", [{"empty": True}, {"short": 1}, {"short": 2}], ids=str)
    def test_list_without_earlier_invoices_does_not_prove_absence(
        self, sender: Sender, shown: dict[str, Any], count: str
    ) -> None:
        self.assert_one_record(sender, "invoice", {**shown, "count": count}, skip=1)

    @pytest.mark.parametrize("well", [0, 1], ids=["from the first reading on", "after the baseline"])
    @pytest.mark.parametrize("shown", [{"empty": True}, {"short": 1}], ids=str)
    def test_job_without_earlier_notes_does_not_prove_absence(
        self, sender: Sender, shown: dict[str, Any], well: int
    ) -> None:
        for number in range(2):
            assert sender.note(f"Before {number}").status_code == 201
        self.assert_one_record(sender, "note", shown, skip=well)

    @staticmethod
    def assert_one_record(sender: Sender, kind: str, shown: dict[str, Any], skip: int = 0) -> None:
        prove_recognition(sender, kind)
        before = count_in_agentos(sender, kind)
        fail_writes(sender, kind, status=503, effect=True)
        sender.portal_server.simulator.fault(method="GET", path=LISTS[kind], skip=skip, **shown)
        send(sender, kind)
        for _ in range(2):
            run_worker_until_settled(sender.portal_server)
        assert count_in_agentos(sender, kind) == before + 1
        assert submission_states(sender.portal_server)[-1] in ("unconfirmed", "review")
        clear_faults(sender)
        run_worker_later(sender.portal_server, turns=2, seconds=86_400)
        assert count_in_agentos(sender, kind) == before + 1
        assert submission_states(sender.portal_server)[-1] in ("confirmed", "review")


STORED = [
    {"NoteContents": "crlf"},
    {"NoteContents": 65},
    {"NoteContents": 5},
    {"NoteContents": "ascii"},
    {"NoteContents": "null"},
    {"NoteContents": "entities"},
    {"CreatedBy": "=API user"},
    {"InvoiceNumber": "upper"},
    {"InvoiceNumber": "missing"},
    {"InvoiceNumber": "spaced"},
    {"InvoiceDate": "day-before"},
    {"Description": 4},
    {"Amount": "net"},
]


@pytest.mark.parametrize("is_proven", [True, False], ids=["proven", "unproven"])
@pytest.mark.parametrize("stores", STORED, ids=str)
def test_submission_stored_differently_by_agentos_creates_one_record(
    sender: Sender, stores: dict[str, Any], is_proven: bool
) -> None:
    """Each of ten variants became three records: a changed letter was taken as proof of absence."""
    kind = "note" if {"NoteContents", "CreatedBy"} & stores.keys() else "invoice"
    sender.portal_server.simulator.fault(method="POST", path="notes|invoice", stores=stores)
    if is_proven:
        prove_recognition(sender, kind)
    fail_writes(sender, kind, times=1, status=502, effect=True)
    options = {"Prefer": "respond-async", "Idempotency_Key": KEY}
    invoice = {"vat": 80.0, "invoiceNumber": "a-7 b", "invoiceDate": "2026-07-25", "description": "Works done"}
    if kind == "note":
        sender.note(TEXT, **options)
    else:
        sender.invoice(options, **invoice)
    for _ in range(3):
        run_worker_until_settled(sender.portal_server)
    assert len(writes_for_test_job(sender)) == 1
    assert submission_states(sender.portal_server)[-1] in ("confirmed", "review")


class DuringNextWrite:
    """Run a function when the portal sends its first write, and hold up the write meanwhile.

    The function runs in another thread, because a delivery attempt belongs to its thread.
    """

    def __init__(self, patch: pytest.MonkeyPatch, act: Callable[[], None]) -> None:
        real, acts = requests.Session.request, [act]

        def request(session: requests.Session, method: str, *args: Any, **options: Any) -> requests.Response:
            if method != "GET" and acts:
                with ThreadPoolExecutor(1) as other:
                    other.submit(acts.pop()).result()
            return real(session, method, *args, **options)

        patch.setattr(requests.Session, "request", request)


@pytest.mark.parametrize("kind", ["note", "invoice"])
@pytest.mark.parametrize("frozen_s", [150, 400, 4_000])
def test_process_frozen_past_its_lease_sends_nothing(
    sender: Sender, kind: str, frozen_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Meanwhile the worker has taken over the row, and may have sent it."""
    portal_server = sender.portal_server
    prove_recognition(sender, kind)
    worker = PortalServer(portal_server.config, portal_server.simulator, portal_server.clock)

    def freeze() -> None:
        portal_server.advance_clock(frozen_s)
        for _ in range(2):
            run_worker_until_settled(worker)

    DuringNextWrite(monkeypatch, freeze)
    answer = send(sender, kind)
    assert answer.status_code in (200, 201, 202, 409, 500)
    for _ in range(2):
        run_worker_until_settled(portal_server)
    assert (count_in_agentos(sender, kind), submission_states(portal_server)[-1]) == (1, "confirmed")


class TestClockStep:
    """A step of the database's clock ended leases and quiet periods at once."""

    @pytest.fixture
    def engine(self) -> str:
        return "postgresql"

    @pytest.fixture
    def server(self, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch) -> FakeClock:
        """Return the database server's own clock, which `portal_server` and other processes on the machine share."""
        server, boot = FakeClock(boot=0.0), portal_server.clock.boot
        steps = server.boot
        monkeypatch.setattr(server, "boot", lambda: boot() + steps())
        monkeypatch.setattr(portal_server.services.database, "_server_clock", server)
        return server

    @pytest.mark.parametrize("kind", ["note", "invoice"])
    def test_clock_step_of_200_seconds_while_sending_duplicates_nothing(
        self, portal_server: PortalServer, server: FakeClock, kind: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sender = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
        prove_recognition(sender, kind)
        worker = PortalServer(portal_server.config, portal_server.simulator, portal_server.clock)
        monkeypatch.setattr(worker.services.database, "_server_clock", server)

        def step() -> None:
            server.advance(200)
            run_worker_later(worker, turns=5, seconds=4)

        DuringNextWrite(monkeypatch, step)
        send(sender, kind)
        for _ in range(2):
            run_worker_until_settled(portal_server)
        assert (count_in_agentos(sender, kind), len(writes_for_test_job(sender))) == (1, 1)
        assert submission_states(portal_server)[-1] == "confirmed"


@pytest.mark.parametrize("document", [None, "scan-0007.pdf"])
def test_invoice_entered_by_office_without_its_pdf_goes_to_review(sender: Sender, document: str | None) -> None:
    """The contractor saw `confirmed`, but the PDF was nowhere."""
    prove_recognition(sender, "invoice")
    fail_writes(sender, "invoice", times=1, status=502, effect=False)
    answer = sender.invoice({"Prefer": "respond-async"}, document=in_json(PDF))
    sender.portal_server.simulator.control(
        "POST",
        "state/acme/invoices",
        {**as_recorded_invoice({"JobID": "JOB-1", **office_invoice()}), "DocumentName": document},
    )
    run_worker_until_settled(sender.portal_server)
    assert sender.submission(answer)["state"] == "review"
    assert notice_kinds(sender.portal_server) == ["office", "review"]
    assert count_in_agentos(sender, "invoice") == 1


def office_invoice() -> dict[str, Any]:
    """Return the test invoice under AgentOS's field names."""
    names = {"amount": "Amount", "invoiceNumber": "InvoiceNumber", "invoiceDate": "InvoiceDate"}
    return {theirs: INVOICE[ours] for ours, theirs in names.items()} | {"Description": INVOICE["description"]}


@pytest.mark.parametrize("kind", ["note", "completion", "invoice"])
@pytest.mark.parametrize("status", [401, 429])
def test_write_that_took_effect_although_it_was_turned_away_is_not_sent_again(
    sender: Sender, kind: str, status: int
) -> None:
    fail_writes(sender, kind, times=1, status=status, effect=True)
    send(sender, kind)
    for _ in range(2):
        run_worker_until_settled(sender.portal_server)
    assert (count_in_agentos(sender, kind), len(writes_for_test_job(sender))) == (1, 1)
