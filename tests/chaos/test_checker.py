"""The checker reports every kind of fault."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.chaos.agentos_effects import AgentOSState
from tests.chaos.checker import FAULTS, LIMIT, Verdict, check
from tests.chaos.clients import SubmissionReport
from tests.chaos.plan import PlannedSubmission, Sender

SENDER = Sender(agency="acme", contractor_id="CON-1", author="Harper", cookie="", jobs=("JOB-1",))
BEFORE: dict[str, Any] = {
    "jobs": {
        "JOB-1": {"OID": "JOB-1", "StatusOID": "SX-1", "Status": "Reported"},
        "JOB-2": {"OID": "JOB-2", "StatusOID": "SX-4", "Status": "Completed"},
    },
    "documents": [],
    "effects": [],
}
SETTLE_S = 120.0


def submission(kind: str, number: int, content: Any, **more: Any) -> SubmissionReport:
    piece = PlannedSubmission(
        sender=SENDER,
        number=number,
        kind=kind,
        job_id="JOB-1",
        method="",
        path="",
        body=None,
        content=content,
        is_foreign=more.pop("is_foreign", False),
        sha256=more.pop("sha256", None),
    )
    return SubmissionReport(
        piece, **{"end": "acknowledged", "status": 201, "location": f"/submissions/{number}", **more}
    )


class Case:
    """Two equal notes, an invoice, a note and a toggle, without faults. Each test adds a fault."""

    def __init__(self) -> None:
        self.submissions = [
            submission("note", 1, "On my way", result={"noteId": "N-101"}),
            submission(
                "note", 2, "On my way", end="promised", status=202, state="confirmed", result={"noteId": "N-102"}
            ),
            submission("invoice", 3, (12.5, "Work", "A-1", 400), result={"invoiceId": "INV-103"}, sha256="abc"),
            submission("note", 4, "Done", result={"noteId": None}),
            submission("completion", 5, None, result={"completed": True}, was=False, status=200),
        ]
        self.after = copy.deepcopy(BEFORE)
        self.job = self.after["jobs"]["JOB-1"]
        self.job |= {"StatusOID": "SX-4", "Status": "Completed"}
        self.effects: list[dict[str, Any]] = self.after["effects"]
        self.calls: list[dict[str, Any]] = []
        self.notices: dict[str, frozenset[str]] = {}
        self.lost_documents: frozenset[str] = frozenset()
        self.note("N-101", "On my way")
        self.note("N-102", "On my way")
        self.invoice("INV-103", (12.5, "Work", "A-1", 400))
        self.note("N-104", "Done")
        self.after["documents"].append({"InvoiceOID": "INV-103", "SHA256": "abc"})

    def note(self, oid: str, text: str, author: str = "Harper", **more: Any) -> None:
        self._effect("note", oid, {"NoteContents": text, "CreatedBy": author}, **more)

    def invoice(self, oid: str, content: tuple[Any, ...], **more: Any) -> None:
        amount, description, number, size = content
        body = {"Amount": amount, "Description": description, "InvoiceNumber": number}
        documents = {"Documents": [{"Content": size}]} if size else {}
        self._effect("invoice", oid, body | documents, **more)

    def _effect(self, kind: str, oid: str, body: dict[str, Any], **more: Any) -> None:
        number = len(self.calls) + 1
        self.calls.append({"n": number, "agency": "acme", "at": float(number), "body": body})
        effect = {"n": len(self.effects) + 1, "kind": kind, "oid": oid, "job": "JOB-1", "contractor": "CON-1"}
        self.effects.append(effect | {"by": "call", "call": number, "late_s": 0.0, "record": body} | more)

    def verdict(self) -> Verdict:
        state = AgentOSState(
            before=BEFORE,
            after=self.after,
            calls=self.calls,
            completed=frozenset(("Completed",)),
            settle_s=SETTLE_S,
        )
        return check(self.submissions, {"acme": state}, self.notices, lost_documents=self.lost_documents)

    def faults(self) -> set[str]:
        return {name for name, lines in self.verdict().faults.items() if lines}


@pytest.fixture
def case() -> Case:
    return Case()


def test_checker_reports_nothing_for_correct_run(case: Case) -> None:
    assert case.verdict().is_good
    assert set(case.verdict().faults) == set(FAULTS)


REOPENED = {"StatusOID": "SX-1", "Status": "Reported"}
SPOILT: dict[str, tuple[Callable[[Case], object], set[str]]] = {
    "a lost note": (lambda case: case.effects.pop(3), {"lost"}),
    "a doubled note": (lambda case: case.note("N-105", "On my way"), {"doubled"}),
    "a record that was altered or deleted later": (
        lambda case: case.invoice("INV-105", (12.5, "Work", "A-1", 400), record={"OID": "INV-105"}),
        {"doubled"},
    ),
    "another author": (lambda case: case.calls[1]["body"].update(CreatedBy="Evans"), {"lost", "foreign", "untrue"}),
    "another contractor": (lambda case: case.effects[2].update(contractor="CON-2"), {"lost", "foreign", "untrue"}),
    "an invoice without its document": (
        lambda case: case.calls[2]["body"].pop("Documents"),
        {"lost", "foreign"},
    ),
    "another document": (lambda case: case.after["documents"][0].update(SHA256="def"), {"untrue"}),
    "an invoice before an earlier note": (
        lambda case: [effect.update(n=n) for effect, n in zip(case.effects[1:3], (3, 2), strict=True)],
        {"disordered"},
    ),
    "one id for two submissions": (lambda case: case.submissions[1].result.update(noteId="N-101"), {"untrue"}),
    "a toggle that was applied twice": (lambda case: case.job.update(REOPENED), {"lost"}),
    "a toggle with a wrong result": (
        lambda case: (case.submissions[4].result.update(completed=False), case.job.update(REOPENED)),
        {"untrue"},
    ),
    "another job's change": (lambda case: case.after["jobs"]["JOB-2"].update(REOPENED), {"foreign"}),
}


@pytest.mark.parametrize("what", SPOILT)
def test_checker_reports_every_kind_of_fault(case: Case, what: str) -> None:
    spoil, faults = SPOILT[what]
    spoil(case)
    assert case.faults() == faults


def test_checker_ignores_order_of_records_also_entered_by_office(case: Case) -> None:
    case.effects[2]["n"], case.effects[1]["n"] = 2, 3
    case.invoice("INV-105", (12.5, "Work", "A-1", 0), by="office", n=0)
    assert case.faults() == set()


@pytest.mark.parametrize(
    ("late_s", "notices", "faults"),
    [(130.0, {"twin"}, set()), (130.0, set(), {"doubled"}), (110.0, {"twin"}, {"doubled"})],
)
def test_checker_allows_duplicates_only_if_late_and_reported(
    case: Case, late_s: float, notices: set[str], faults: set[str]
) -> None:
    case.note("N-105", "Done", late_s=late_s)
    case.notices["4"] = frozenset(notices)
    assert case.faults() == faults


@pytest.mark.parametrize("state", ["abandoned", "expired", "rejected"])
def test_checker_reports_accepted_submission_that_ended_unsent(case: Case, state: str) -> None:
    case.submissions.append(submission("note", 6, "More", end="promised", state=state))
    assert case.faults() - {"untold"} == {"lost"}


@pytest.mark.parametrize("state", ["waiting", "sending", "unconfirmed", None])
def test_checker_reports_submission_that_stays_open(case: Case, state: str | None) -> None:
    case.submissions.append(submission("note", 6, "More", end="promised", state=state))
    assert case.faults() == {"open"}


@pytest.mark.parametrize("state", ["abandoned", "rejected"])
def test_checker_reports_record_of_submission_reported_as_absent(case: Case, state: str) -> None:
    case.submissions.append(submission("note", 6, "More", end="doubt", state=state))
    assert case.faults() == set()
    case.note("N-106", "More")
    assert case.faults() == {"untrue"}


@pytest.mark.parametrize("count", [0, 1, 2])
def test_checker_allows_at_most_one_record_per_review(case: Case, count: int) -> None:
    case.submissions.append(submission("invoice", 6, (9.0, "More", "A-2", None), end="doubt", state="review"))
    case.notices["6"] = frozenset(("review", "office"))
    for number in range(count):
        case.invoice(f"INV-{110 + number}", (9.0, "More", "A-2", None))
    assert case.faults() == ({"doubled"} if count == 2 else set())
    assert case.verdict().reviews == {"acme invoice": 1}


def test_checker_reports_review_without_mail_to_office(case: Case) -> None:
    case.submissions.append(submission("note", 6, "More", end="promised", state="review"))
    case.notices["6"] = frozenset(("review",))
    assert case.faults() == {"untold"}


def test_checker_excuses_lost_document_if_contractor_was_notified(case: Case) -> None:
    case.submissions.append(submission("invoice", 6, (9.0, "More", "A-2", 80), end="promised", state="abandoned"))
    case.lost_documents = frozenset(("6",))
    assert case.faults() == {"lost"}
    case.notices["6"] = frozenset(("lost",))
    assert case.faults() == set()


def test_checker_accepts_office_invoice_unless_document_was_sent(case: Case) -> None:
    same = (9.0, "More", "A-2", None)
    case.invoice("INV-106", same, by="office", record=_record(same))
    case.submissions.append(submission("invoice", 6, same, result={"invoiceId": "INV-106"}))
    assert case.faults() == set()
    case.submissions[-1] = submission("invoice", 6, (*same[:3], 80), result={"invoiceId": "INV-106"}, sha256="x")
    assert case.faults() == {"untrue"}


def test_checker_reports_calls_above_limit(case: Case) -> None:
    case.calls += [{"n": 100 + n, "agency": "acme", "at": 200.0 + n * 59 / LIMIT, "body": None} for n in range(LIMIT)]
    assert case.faults() == set()
    case.calls.append({"n": 200, "agency": "acme", "at": 259.5, "body": None})
    assert case.faults() == {"overrun"}


def test_checker_requires_refusal_for_jobs_of_other_contractors(case: Case) -> None:
    case.submissions.append(submission("note", 6, "Ours?", is_foreign=True, end="refused", status=404))
    assert case.faults() == set()
    case.submissions.append(submission("note", 7, "Ours!", is_foreign=True))
    assert "foreign" in case.faults()


def test_checker_reports_refused_and_unanswered_submissions(case: Case) -> None:
    case.submissions += [
        submission("note", 6, "x", end="refused", status=400),
        submission("note", 7, "y", end="unanswered"),
    ]
    assert case.faults() == {"refused", "unanswered"}


def _record(content: tuple[Any, ...]) -> dict[str, Any]:
    return {"Amount": content[0], "Description": content[1], "InvoiceNumber": content[2]}
