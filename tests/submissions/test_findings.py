"""What attacks from outside have shown, one class for each finding: each fails on the code before page 4.

Of every submission there is one record in AgentOS at most, and nobody is told what is not known. Elsewhere: late
effects and lists that do not exist (`test_delivery`), lost documents (`test_in_the_way`), the worker
(`tests/serving/test_no_worker.py`), the budget (`tests/agentos`).
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from tests.clock import FakeClock
from tests.jobs.expected import client_for
from tests.pdfs import PDF
from tests.portal_server import PortalServer
from tests.submissions.conftest import INVOICE, Sender
from tests.submissions.test_delivery import KEY, fault, held_back, prove, standing
from tests.submissions.test_killed import in_json
from tests.submissions.turns import later, settle, states, told

TEXT = "I’ve left – boiler & pump looked at; the part is ordered, and comes on Tuesday.\nKeys: ask at number 7."
LISTS = {"note": "/jobs/JOB-1$", "invoice": "/invoices/"}


def send(sender: Sender, kind: str, **headers: str) -> Any:
    """Send a submission of a kind as the web app does: it may be answered later, and is repeated under its key."""
    options = {"Prefer": "respond-async", "Idempotency_Key": KEY, **headers}
    if kind == "note":
        return sender.note(**options)
    return sender.complete(True, **options) if kind == "completion" else sender.invoice(options)


def written(sender: Sender) -> list[dict[str, Any]]:
    """What the portal has sent for the job of the tests."""
    return [
        call
        for call in sender.portal_server.simulator.writes()
        if "JOB-1/" in f"{call['path']}/" or (call["body"] or {}).get("JobID") == "JOB-1"
    ]


def is_well_again(sender: Sender) -> None:
    """AgentOS does and shows everything as it should."""
    sender.portal_server.simulator.control("DELETE", "faults")


class TestLastingFault:
    """With a quiet period of two seconds, three to five invoices were created for one."""

    @pytest.mark.parametrize("late_s", [5, 40, 110])
    @pytest.mark.parametrize("kind", LISTS)
    def test_submission_repeated_under_a_lasting_fault_with_late_effects_is_one_record(
        self, sender: Sender, kind: str, late_s: float
    ) -> None:
        prove(sender, kind)
        portal_server, taken = sender.portal_server, dict[int, float]()
        fault(sender, kind, status=502, effect=False)
        send(sender, kind)
        for _ in range(30):
            later(portal_server, turns=1, seconds=10)
            send(sender, kind)
            for number, call in enumerate(written(sender)):
                if portal_server.clock.boot() - taken.setdefault(number, portal_server.clock.boot()) >= late_s:
                    self.take_effect(portal_server, kind, call["body"])
                    taken[number] = float("inf")
        is_well_again(sender)
        settle(portal_server)
        assert standing(sender, kind) == 1
        assert states(portal_server)[-1] == "confirmed"

    @staticmethod
    def take_effect(portal_server: PortalServer, kind: str, body: dict[str, Any]) -> None:
        """AgentOS acts on a call long after it answered."""
        if kind == "note":
            portal_server.simulator.control("POST", "state/acme/notes", {"JobOID": "JOB-1", **body})
        else:
            portal_server.simulator.control("POST", "state/acme/invoices", recorded(body))


def recorded(body: dict[str, Any]) -> dict[str, Any]:
    """An invoice as AgentOS records it."""
    same = ("Amount", "InvoiceNumber", "InvoiceDate", "Description")
    return {"ContractorOID": "CON-1001", "JobOID": body["JobID"], **{name: body.get(name) for name in same}}


class TestFalseLists:
    """A list that lacks the record was taken as a proof that it is not there."""

    @pytest.mark.parametrize("notes", ["missing", "null"])
    def test_job_without_its_notes_shows_no_absence(self, sender: Sender, notes: str) -> None:
        """The portal's own mirror had notes, and answered in AgentOS's place."""
        self.assert_one_record(sender, "note", {"notes": notes})

    @pytest.mark.parametrize("count", ["shown", "whole", "missing"])
    @pytest.mark.parametrize("shown", [{"empty": True}, {"short": 1}, {"short": 2}], ids=str)
    def test_list_that_lacks_invoices_of_the_baseline_shows_no_absence(
        self, sender: Sender, shown: dict[str, Any], count: str
    ) -> None:
        self.assert_one_record(sender, "invoice", {**shown, "count": count}, skip=1)

    @pytest.mark.parametrize("well", [0, 1], ids=["from the first reading on", "after the baseline"])
    @pytest.mark.parametrize("shown", [{"empty": True}, {"short": 1}], ids=str)
    def test_job_that_lacks_notes_shows_no_absence(self, sender: Sender, shown: dict[str, Any], well: int) -> None:
        for number in range(2):
            assert sender.note(f"Before {number}").status_code == 201
        self.assert_one_record(sender, "note", shown, skip=well)

    @staticmethod
    def assert_one_record(sender: Sender, kind: str, shown: dict[str, Any], skip: int = 0) -> None:
        prove(sender, kind)
        before = standing(sender, kind)
        fault(sender, kind, status=503, effect=True)
        sender.portal_server.simulator.fault(method="GET", path=LISTS[kind], skip=skip, **shown)
        send(sender, kind)
        for _ in range(2):
            settle(sender.portal_server)
        assert standing(sender, kind) == before + 1
        assert states(sender.portal_server)[-1] in ("unconfirmed", "review")
        is_well_again(sender)
        later(sender.portal_server, turns=2, seconds=86_400)
        assert standing(sender, kind) == before + 1
        assert states(sender.portal_server)[-1] in ("confirmed", "review")


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
def test_submission_that_agentos_stores_in_another_way_is_one_record(
    sender: Sender, stores: dict[str, Any], is_proven: bool
) -> None:
    """Each of ten variants became three records, for a letter that differed was taken as a proof of absence."""
    kind = "note" if {"NoteContents", "CreatedBy"} & stores.keys() else "invoice"
    sender.portal_server.simulator.fault(method="POST", path="notes|invoice", stores=stores)
    if is_proven:
        prove(sender, kind)
    fault(sender, kind, times=1, status=502, effect=True)
    options = {"Prefer": "respond-async", "Idempotency_Key": KEY}
    invoice = {"vat": 80.0, "invoiceNumber": "a-7 b", "invoiceDate": "2026-07-25", "description": "Works done"}
    if kind == "note":
        sender.note(TEXT, **options)
    else:
        sender.invoice(options, **invoice)
    for _ in range(3):
        settle(sender.portal_server)
    assert len(written(sender)) == 1
    assert states(sender.portal_server)[-1] in ("confirmed", "review")


@pytest.mark.parametrize("kind", ["note", "completion", "invoice"])
@pytest.mark.parametrize("status", [404, 400, 405])
def test_acknowledged_submission_outlives_a_temporary_refusal(sender: Sender, kind: str, status: int) -> None:
    """A fault of 15 s lost all eight notes that had been acknowledged, without a mail."""
    prove(sender, kind)
    sender.portal_server.simulator.fault(path="/", status=503)
    assert send(sender, kind).status_code == 202
    is_well_again(sender)
    fault(sender, kind, status=status, effect=False)
    later(sender.portal_server, turns=3, seconds=5)
    assert len(written(sender)) == 1
    is_well_again(sender)
    for _ in range(2):
        settle(sender.portal_server)
    assert (states(sender.portal_server)[-1], standing(sender, kind)) == ("confirmed", 1)


class AtTheWrite:
    """Does something as soon as the portal sends its first write, which is held up meanwhile.

    In a thread of its own, for an attempt belongs to its thread.
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
def test_process_frozen_past_its_lease_sends_nothing_when_it_wakes(
    sender: Sender, kind: str, frozen_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker has taken its row over meanwhile, and may have sent it."""
    portal_server = sender.portal_server
    prove(sender, kind)
    worker = PortalServer(portal_server.config, portal_server.simulator, portal_server.clock)

    def freeze() -> None:
        portal_server.tomorrow(frozen_s)
        for _ in range(2):
            settle(worker)

    AtTheWrite(monkeypatch, freeze)
    answer = send(sender, kind)
    assert answer.status_code in (200, 201, 202, 409, 500)
    for _ in range(2):
        settle(portal_server)
    assert (standing(sender, kind), states(portal_server)[-1]) == (1, "confirmed")


class TestClockStep:
    """A step of the database's clock ended leases and quiet periods at once."""

    @pytest.fixture
    def engine(self) -> str:
        return "postgresql"

    @pytest.fixture
    def server(self, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch) -> FakeClock:
        """The database's own clock, as it goes for `portal_server` and other processes of its machine."""
        server, boot = FakeClock(boot=0.0), portal_server.clock.boot
        steps = server.boot
        monkeypatch.setattr(server, "boot", lambda: boot() + steps())
        monkeypatch.setattr(portal_server.services.database, "_server_clock", server)
        return server

    @pytest.mark.parametrize("kind", ["note", "invoice"])
    def test_step_of_200_seconds_while_sending_doubles_nothing(
        self, portal_server: PortalServer, server: FakeClock, kind: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sender = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
        prove(sender, kind)
        worker = PortalServer(portal_server.config, portal_server.simulator, portal_server.clock)
        monkeypatch.setattr(worker.services.database, "_server_clock", server)

        def step() -> None:
            server.advance(200)
            later(worker, turns=5, seconds=4)

        AtTheWrite(monkeypatch, step)
        send(sender, kind)
        for _ in range(2):
            settle(portal_server)
        assert (standing(sender, kind), len(written(sender))) == (1, 1)
        assert states(portal_server)[-1] == "confirmed"


@pytest.mark.parametrize("document", [None, "scan-0007.pdf"])
def test_invoice_that_the_office_entered_without_its_pdf_goes_to_review(sender: Sender, document: str | None) -> None:
    """The contractor was told `confirmed`, and the PDF was nowhere."""
    prove(sender, "invoice")
    fault(sender, "invoice", times=1, status=502, effect=False)
    answer = sender.invoice({"Prefer": "respond-async"}, document=in_json(PDF))
    sender.portal_server.simulator.control(
        "POST", "state/acme/invoices", {**recorded({"JobID": "JOB-1", **of_the_office()}), "DocumentName": document}
    )
    settle(sender.portal_server)
    assert sender.submission(answer)["state"] == "review"
    assert told(sender.portal_server) == ["review", "office"]
    assert standing(sender, "invoice") == 1


def of_the_office() -> dict[str, Any]:
    """The test's invoice in AgentOS's words."""
    names = {"amount": "Amount", "invoiceNumber": "InvoiceNumber", "invoiceDate": "InvoiceDate"}
    return {theirs: INVOICE[ours] for ours, theirs in names.items()} | {"Description": INVOICE["description"]}


def test_invoice_of_an_agency_without_a_list_is_told_to_people_at_once(sender: Sender) -> None:
    """The contractor was told that somebody was looking into it, and nobody was."""
    sender.portal_server.simulator.fault(method="GET", path="/invoices/", status=404)
    fault(sender, "invoice", status=503)
    answer = sender.invoice()
    assert answer.headers["Submission-State"] == "review"
    assert told(sender.portal_server) == ["review", "office"]


@pytest.mark.parametrize("kind", ["note", "completion", "invoice"])
@pytest.mark.parametrize("status", [401, 403, 409, 429])
@pytest.mark.parametrize("options", [{}, {"Prefer": "respond-async"}], ids=str)
def test_write_that_took_effect_despite_its_status_is_not_called_unsent(
    build: Callable[..., PortalServer], kind: str, status: int, options: dict[str, str]
) -> None:
    """ "Nothing was sent", they were told, and sent it again."""
    portal_server = build()
    portal_server.refresh()
    sender = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
    fault(sender, kind, times=1, status=status, effect=True)
    writes = {
        "note": lambda: sender.note(**options),
        "completion": lambda: sender.complete(True, **options),
        "invoice": lambda: sender.invoice(options),
    }
    answer = writes[kind]()
    assert "Nothing was sent" not in answer.text
    for _ in range(2):
        settle(portal_server)
    assert (standing(sender, kind), len(written(sender))) == (1, 1)
    if options:
        assert states(portal_server)[-1] in ("confirmed", "review")


@pytest.mark.parametrize("kind", ["note", "invoice"])
@pytest.mark.parametrize("late_s", [3, 40])
def test_effect_later_than_two_seconds_is_not_called_absent(sender: Sender, kind: str, late_s: float) -> None:
    """ "It did not arrive; please try again": two people were told so, and both invoices arrived."""
    prove(sender, kind)
    take_effect = held_back(sender, kind)
    answer = sender.note() if kind == "note" else sender.invoice()
    later(sender.portal_server, turns=1, seconds=late_s)
    again = sender.note() if kind == "note" else sender.invoice()
    for told_now in (answer, again):
        assert told_now.headers.get("Submission-State") in ("unconfirmed", None), told_now.text
    take_effect()
    settle(sender.portal_server)
    assert (standing(sender, kind), states(sender.portal_server)[-1]) == (1, "confirmed")
