"""The checker sees what is wrong, whatever it is."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.chaos.checker import FAULTS, Held, Verdict, check
from tests.chaos.clients import Told
from tests.chaos.plan import Piece, Sender

SENDER = Sender(agency="acme", contractor_id="CON-1", author="Harper", cookie="", jobs=("JOB-1",))
BEFORE = {
    "jobs": {
        "JOB-1": {"OID": "JOB-1", "StatusOID": "SX-1", "Status": "Reported", "MaintenanceNotes": [{"OID": "N-1-1"}]},
        "JOB-2": {"OID": "JOB-2", "StatusOID": "SX-4", "Status": "Completed"},
    },
    "invoices": {"CON-1": [{"OID": "INV-3"}]},
    "documents": [],
}


def told(kind: str, number: int, content: Any, **more: Any) -> Told:
    piece = Piece(
        sender=SENDER,
        number=number,
        kind=kind,
        job_id="JOB-1",
        method="",
        path="",
        body=None,
        content=content,
        is_foreign=more.pop("is_foreign", False),
    )
    return Told(piece, **{"end": "acknowledged", "status": 201, **more})


def note(number: int, text: str, author: str = "Harper") -> dict[str, Any]:
    return {"OID": f"N-{number}", "NoteContents": text, "CreatedBy": author}


class Case:
    """Two notes the same, an invoice, and a toggle; all of it as it should be. Tests spoil it."""

    def __init__(self) -> None:
        self.told = [
            told("note", 1, "On my way", result={"noteId": "N-101"}),
            told("note", 2, "On my way", end="promised", status=202, state="confirmed", result={"noteId": "N-102"}),
            told("invoice", 3, (12.5, "Work", "A-1", "abc"), result={"invoiceId": "INV-103"}),
            told("note", 4, "Done", result={"noteId": None}),
            told("completion", 5, None, result={"completed": True}, was=False, status=200),
        ]
        self.after: dict[str, Any] = copy.deepcopy(BEFORE)
        self.job = self.after["jobs"]["JOB-1"]
        self.job |= {"StatusOID": "SX-4", "Status": "Completed"}
        self.notes: list[dict[str, Any]] = self.job["MaintenanceNotes"]
        self.notes += [note(101, "On my way"), note(102, "On my way"), note(104, "Done")]
        invoice = {"OID": "INV-103", "JobOID": "JOB-1", "Amount": 12.5, "Description": "Work", "InvoiceNumber": "A-1"}
        self.invoices: list[dict[str, Any]] = self.after["invoices"]["CON-1"]
        self.invoices.append(invoice)
        self.after["documents"].append({"InvoiceOID": "INV-103", "SHA256": "abc"})

    def verdict(self, *, lists_invoices: bool = True) -> Verdict:
        return check(self.told, {"acme": Held(BEFORE, self.after, frozenset(("Completed",)), lists_invoices)})

    def faults(self) -> set[str]:
        return {name for name, lines in self.verdict().faults.items() if lines}


@pytest.fixture
def case() -> Case:
    return Case()


def test_all_is_well(case: Case) -> None:
    assert case.verdict().is_good
    assert set(case.verdict().faults) == set(FAULTS)


def test_a_note_is_lost(case: Case) -> None:
    case.notes[2:3] = []
    assert case.faults() == {"lost", "untrue"}


def test_a_note_is_doubled(case: Case) -> None:
    case.notes.append(note(105, "On my way"))
    assert case.faults() == {"doubled"}


def test_a_note_is_signed_by_somebody_else(case: Case) -> None:
    case.notes[1]["CreatedBy"] = "Evans"
    assert case.faults() == {"lost", "foreign", "untrue"}


def test_an_invoice_is_somebody_elses(case: Case) -> None:
    case.after["invoices"]["CON-2"] = [case.invoices.pop()]
    assert case.faults() == {"lost", "foreign", "untrue"}


def test_an_invoice_comes_without_its_document(case: Case) -> None:
    case.after["documents"].clear()
    assert "lost" in case.faults()


def test_an_invoice_overtakes_a_note(case: Case) -> None:
    case.invoices[1]["OID"], case.notes[2]["OID"] = "INV-102", "N-103"
    case.told[1].result, case.told[2].result = {"noteId": "N-103"}, {"invoiceId": "INV-102"}
    case.after["documents"][0]["InvoiceOID"] = "INV-102"
    assert case.faults() == {"disordered"}


def test_two_are_told_the_same_id(case: Case) -> None:
    case.told[1].result = {"noteId": "N-101"}
    assert case.faults() == {"untrue"}


def test_a_toggle_was_flipped_twice(case: Case) -> None:
    case.job |= {"StatusOID": "SX-1", "Status": "Reported"}
    assert case.faults() == {"lost"}


def test_a_toggle_was_told_what_it_was_before(case: Case) -> None:
    case.told[4].result = {"completed": False}
    case.job |= {"StatusOID": "SX-1", "Status": "Reported"}
    assert case.faults() == {"untrue"}


def test_a_job_that_nobody_changed_has_changed(case: Case) -> None:
    case.after["jobs"]["JOB-2"] = {"OID": "JOB-2", "StatusOID": "SX-1", "Status": "Reported"}
    assert case.faults() == {"foreign"}


@pytest.mark.parametrize("state", ["abandoned", "expired", "rejected", "waiting", None])
def test_a_promise_is_not_kept(case: Case, state: str | None) -> None:
    case.told.append(told("note", 6, "More", end="promised", state=state))
    assert case.faults() == {"lost"}


@pytest.mark.parametrize("stands", [0, 1, 2])
def test_a_doubt_is_right_where_nobody_can_look_and_stands_once_at_most(case: Case, stands: int) -> None:
    case.told.append(told("invoice", 6, (9.0, "More", "A-2", None), end="doubt", state="unconfirmed"))
    new = {"JobOID": "JOB-1", "Amount": 9.0, "Description": "More", "InvoiceNumber": "A-2"}
    case.invoices += [{"OID": f"INV-{110 + at}", **new} for at in range(stands)]
    assert case.faults() == ({"doubted", "doubled"} if stands == 2 else {"doubted"})
    verdict = case.verdict(lists_invoices=False)
    assert verdict.is_good is (stands < 2)
    assert verdict.doubts == {"acme invoice": 1}


def test_somebody_elses_job_must_be_refused(case: Case) -> None:
    case.told.append(told("note", 6, "Ours?", is_foreign=True, end="refused", status=404))
    assert case.faults() == set()
    case.told.append(told("note", 7, "Ours!", is_foreign=True))
    assert "foreign" in case.faults()


def test_who_is_refused_or_never_answered_is_told(case: Case) -> None:
    case.told += [told("note", 6, "x", end="refused", status=400), told("note", 7, "y", end="unanswered")]
    assert case.faults() == {"refused", "unanswered"}
