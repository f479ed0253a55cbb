"""Rules of the ledger of submissions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.audit.audit import Audit
from app.domain.attempt import AttemptResult
from app.domain.delivery import after_attempt
from app.domain.submission import (
    FINAL,
    Changes,
    ImpossibleMove,
    NewNote,
    State,
    Submission,
    SubmissionKind,
    WantedEnd,
)
from app.ledger.idempotency import NewSubmission, WriteOptions
from app.ledger.lease import Lease
from app.ledger.ledger import Ledger
from app.store.engine import Database
from app.store.tables import mails, metadata
from tests.clock import FakeClock
from tests.simulation.tables import TIMES

LEASE_S = 60.0


class NoDocuments:
    """A folder that stays empty."""

    def remove(self, submission_id: str) -> None:
        """Do nothing: there are no documents."""


class LedgerFixture:
    """A ledger, and helpers that fill it. `sent_notices` returns the submission and kind of each notice."""

    def __init__(self, ledger: Any, sent_notices: Callable[[], list[tuple[str, str]]]) -> None:
        self.ledger = ledger
        self.sent_notices = sent_notices

    def accept(self, new: NewSubmission) -> tuple[Submission, Lease]:
        """Return a new row and its lease."""
        row, lease = self.ledger.accept(new, lambda *_: None, lease_s=LEASE_S)
        assert lease is not None, "it is a repeat"
        return row, lease

    def in_doubt(self, new: NewSubmission) -> Submission:
        """Return a row whose attempt ended in doubt."""
        row, lease = self.accept(new)
        row = self.ledger.change(lease, Changes(state=State.SENDING, attempts=1, baseline=frozenset()))
        return self.ledger.release(lease, after_attempt(row, AttemptResult.IN_DOUBT, 502, self.ledger.now()))


@pytest.fixture
def ledger_fixture(tmp_path: Path) -> Iterator[LedgerFixture]:
    """Yield an empty ledger."""
    clock = FakeClock()
    (tmp_path / "ledger.sqlite3").touch()
    database = Database(f"sqlite:///{tmp_path / 'ledger.sqlite3'}", clock)
    with database.write() as connection:
        metadata.create_all(connection)

    def sent_notices() -> list[tuple[str, str]]:
        with database.read() as connection:
            return [(row.submission_id, row.kind) for row in connection.execute(mails.select())]

    yield LedgerFixture(Ledger(database, clock, NoDocuments(), TIMES, Audit("")), sent_notices)  # type: ignore[arg-type]
    database.dispose()


def note(text: str = "Part ordered", *, job: str = "JOB-1") -> NewSubmission:
    """Return a request to send a note."""
    return NewSubmission(
        kind=SubmissionKind.NOTE,
        agency="acme",
        contractor_id="CON-1",
        job_id=job,
        request={"note": text},
        content=NewNote(text=text, author="Ann"),
        likeness=[job, text],
        options=WriteOptions(route=f"POST {job}"),
    )


def completion() -> NewSubmission:
    """Return a request to complete a job."""
    return replace(note(), kind=SubmissionKind.COMPLETION, content=WantedEnd(completed=True), likeness=None)


def test_late_acceptance_with_claimed_record_changes_nothing(ledger_fixture: LedgerFixture) -> None:
    first, second = ledger_fixture.in_doubt(note("First")), ledger_fixture.in_doubt(note("Second", job="JOB-2"))
    _, lease = ledger_fixture.ledger.take(first.submission_id, lease_s=LEASE_S)
    late = Changes(state=State.CONFIRMED, agentos_id="1")
    ledger_fixture.ledger.release(lease, late)
    lost = replace(ledger_fixture.accept(note("Third", job="JOB-3"))[1], submission_id=second.submission_id)
    assert ledger_fixture.ledger.confirm_late(lost, late).state is State.UNCONFIRMED


@pytest.mark.parametrize(("new", "twins"), [(note(), 1), (completion(), 0)], ids=["note", "completion"])
def test_late_acceptance_of_confirmed_note_reports_duplicate(
    ledger_fixture: LedgerFixture, new: NewSubmission, twins: int
) -> None:
    row, lost = ledger_fixture.accept(new)
    ledger_fixture.ledger.release(lost, Changes(state=State.CONFIRMED, agentos_id="1", attempts=2))
    for agentos_id in ("1", "2"):
        ledger_fixture.ledger.confirm_late(lost, Changes(state=State.CONFIRMED, agentos_id=agentos_id))
    assert ledger_fixture.sent_notices() == [(row.submission_id, "twin")] * twins


def test_two_processes_never_hold_one_row(ledger_fixture: LedgerFixture) -> None:
    row, lease = ledger_fixture.accept(note())
    assert ledger_fixture.ledger.take(row.submission_id, lease_s=LEASE_S) is None
    ledger_fixture.ledger.release_unchanged(lease)
    assert ledger_fixture.ledger.take(row.submission_id, lease_s=LEASE_S) is not None


@pytest.mark.parametrize("method", ["release_later", "release_unchanged"])
def test_later_release_without_changes_keeps_earlier_changes(ledger_fixture: LedgerFixture, method: str) -> None:
    row, lease = ledger_fixture.accept(note())
    ledger_fixture.ledger.change(lease, Changes(state=State.SENDING, attempts=1, baseline=frozenset()))
    ledger_fixture.ledger.release_later(lease, Changes(state=State.CONFIRMED, agentos_id="1"))
    getattr(ledger_fixture.ledger, method)(lease)
    ledger_fixture.accept(note("Another"))
    stored = ledger_fixture.ledger.find(row.submission_id)
    assert (stored.state, stored.agentos_id) == (State.CONFIRMED, "1")


def test_discard_deletes_only_unpromised_row_without_attempts(ledger_fixture: LedgerFixture) -> None:
    row, lease = ledger_fixture.accept(note())
    ledger_fixture.ledger.discard(lease, "not-sent")
    assert ledger_fixture.ledger.find(row.submission_id) is None
    row, lease = ledger_fixture.accept(note())
    ledger_fixture.ledger.promise(row.submission_id)
    ledger_fixture.ledger.discard(lease, "not-sent")
    assert ledger_fixture.ledger.find(row.submission_id) is not None


@pytest.mark.parametrize("state", FINAL)
def test_finished_submission_cannot_be_sent_again(ledger_fixture: LedgerFixture, state: State) -> None:
    """An attempt to do so is a fault of the portal. It raises an error, and changes nothing."""
    _, lease = ledger_fixture.accept(note())
    finished = ledger_fixture.ledger.change(lease, Changes(state=state))
    with pytest.raises(ImpossibleMove):
        ledger_fixture.ledger.change(lease, Changes(state=State.SENDING, attempts=1))
    assert ledger_fixture.ledger.find(finished.submission_id) == finished


def test_recognition_proof_keeps_longest_lag_until_disproved(ledger_fixture: LedgerFixture) -> None:
    row = ledger_fixture.in_doubt(note())
    ledger_fixture.ledger.record_proof("acme", row.kind, frozenset(("text",)))
    for lag_s in (70.0, 65.0):
        ledger_fixture.ledger.raise_lag("acme", row.kind, lag_s)
    ledger_fixture.ledger.record_proof("acme", row.kind, frozenset(("text", "author")))
    proof = ledger_fixture.ledger.facts(row)[1]
    assert (proof.kept, proof.lag_s, proof.proven_at) == ({"text", "author"}, 70.0, ledger_fixture.ledger.now())
    ledger_fixture.ledger.revoke_proof("acme", row.kind)
    assert ledger_fixture.ledger.facts(row)[1].proven_at is None
