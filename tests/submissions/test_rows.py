"""Rows returned by a change of the ledger: equal to the stored rows, on both databases."""

from typing import Any

import pytest

from app.domain.submission import Changes, Submission
from app.ledger.ledger import Ledger
from tests.pdfs import PDF
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import KEY, fail_writes, prove_recognition
from tests.submissions.test_killed_process import in_json
from tests.submissions.worker_runs import run_worker_later, run_worker_until_settled


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_row_returned_by_change_equals_stored_row(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    change, accept, seen = Ledger.change, Ledger.accept, list[tuple[Submission, Submission | None]]()

    def changed(ledger: Ledger, lease: Any, changes: Changes, **rest: Any) -> Submission:
        row = change(ledger, lease, changes, **rest)
        seen.append((row, ledger.find(row.submission_id)))
        return row

    def accepted(ledger: Ledger, *args: Any, **named: Any) -> Any:
        row, lease = accept(ledger, *args, **named)
        seen.append((row, ledger.find(row.submission_id)))
        return row, lease

    monkeypatch.setattr(Ledger, "change", changed)
    monkeypatch.setattr(Ledger, "accept", accepted)
    prove_recognition(sender)
    sender.note("Für 5 €", Idempotency_Key=KEY)
    sender.complete(True)
    sender.invoice({"Idempotency_Key": KEY}, document=in_json(PDF))
    fail_writes(sender, "invoice", times=1, status=503, effect=False)
    sender.invoice({"X-Allow-Duplicate": "true"})
    for _ in range(3):
        run_worker_until_settled(portal_server)
    fail_writes(sender, "note", times=2, status=400, effect=False)
    sender.note("Refused", Prefer="respond-async")
    run_worker_later(portal_server, turns=4, seconds=900)
    assert len(seen) > 20
    assert [row for row, stored in seen if row != stored] == []
