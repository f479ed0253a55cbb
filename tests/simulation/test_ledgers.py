"""Rules of the ledger of submissions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.audit.audit import Audit
from app.domain.attempt import AttemptResult
from app.domain.delivery import after_attempt
from app.domain.invoice import StoredDocument
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
from app.ledger.lease import Claimed, Lease, LeaseLost
from app.ledger.ledger import Ledger
from app.store.engine import Database
from app.store.tables import mails, metadata
from tests.clock import FakeClock
from tests.simulation.records import an_invoice
from tests.simulation.tables import TIMES

DAY = timedelta(days=1)
LEASE_S = 60.0


class NoDocuments:
    """A folder that stays empty."""

    def remove(self, submission_id: str) -> None:
        """Do nothing: there are no documents."""


class LedgerFixture:
    """A ledger, its clock, and helpers that fill it. `sent_notices` returns the submission and kind of each notice."""

    def __init__(self, ledger: Any, clock: FakeClock, sent_notices: Callable[[], list[tuple[str, str]]]) -> None:
        self.ledger = ledger
        self.clock = clock
        self.sent_notices = sent_notices
        self.numbers = dict[str, int]()
        """Each submission's place in the order of acceptance."""

    def accept(self, new: NewSubmission) -> tuple[Submission, Lease]:
        """Return a new row and its lease."""
        row, lease = self.ledger.accept(new, lambda *_: None, lease_s=LEASE_S)
        assert lease is not None, "it is a repeat"
        self.numbers[row.submission_id] = len(self.numbers) + 1
        return row, lease

    def take(self, row: Submission) -> Any:
        """Return a lease of a row, or None."""
        taken = self.ledger.take(row.submission_id, lease_s=LEASE_S)
        return taken[1] if taken is not None else None

    def waiting(self, new: NewSubmission, **values: Any) -> Submission:
        """Return a promised row that waits for the worker."""
        _, lease = self.accept(new)
        return self.ledger.release(lease, Changes(promised=True, **values))

    def in_doubt(self, new: NewSubmission) -> Submission:
        """Return a row whose attempt ended in doubt."""
        row, lease = self.accept(new)
        row = self.ledger.change(lease, Changes(state=State.SENDING, attempts=1, baseline=frozenset()))
        return self.ledger.release(lease, after_attempt(row, AttemptResult.IN_DOUBT, 502, self.ledger.now()))

    def due(self) -> list[int]:
        """Return the numbers of the due rows, in order."""
        return [self.numbers[submission_id] for submission_id in self.ledger.due("acme", 20)]


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

    yield LedgerFixture(Ledger(database, clock, NoDocuments(), TIMES, Audit("")), clock, sent_notices)  # type: ignore[arg-type]
    database.dispose()


def note(text: str = "Part ordered", *, job: str = "JOB-1", key: str | None = None) -> NewSubmission:
    """Return a request to send a note."""
    return NewSubmission(
        kind=SubmissionKind.NOTE,
        agency="acme",
        contractor_id="CON-1",
        job_id=job,
        request={"note": text},
        content=NewNote(text=text, author="Ann"),
        likeness=[job, text],
        options=WriteOptions(route=f"POST {job}", key=key),
    )


def completion(*, completed: bool = True, job: str = "JOB-1") -> NewSubmission:
    """Return a request to complete or reopen a job."""
    content = WantedEnd(completed=completed)
    return replace(note(job=job), kind=SubmissionKind.COMPLETION, content=content, likeness=None, request=completed)


def invoice(pounds: int = 100, *, sha256: str | None = None, job: str = "JOB-1", number: int = 1) -> NewSubmission:
    """Return a request to send an invoice."""
    draft = an_invoice(job, f"Invoice {number}", number, pounds)
    return replace(
        note(job=job),
        kind=SubmissionKind.INVOICE,
        content=draft,
        request=draft,
        likeness=[job, pounds, number],
        amount_pence=pounds * 100,
        document=StoredDocument(name="a.pdf", size=1, sha256=sha256) if sha256 else None,
    )


class TestLeases:
    """The right to change a row."""

    def test_take_of_leased_row_returns_none(self, ledger_fixture: LedgerFixture) -> None:
        row, _ = ledger_fixture.accept(note())
        assert ledger_fixture.take(row) is None

    def test_change_after_takeover_raises_and_changes_nothing(self, ledger_fixture: LedgerFixture) -> None:
        row, lease = ledger_fixture.accept(note())
        ledger_fixture.clock.advance(LEASE_S + 1)
        assert isinstance(ledger_fixture.take(row), Lease)
        with pytest.raises(LeaseLost):
            ledger_fixture.ledger.change(lease, Changes(state=State.SENDING))
        assert ledger_fixture.ledger.find(row.submission_id).state is State.WAITING

    def test_late_acceptance_confirms_open_row_and_ends_its_lease(self, ledger_fixture: LedgerFixture) -> None:
        row, lost = ledger_fixture.accept(note())
        ledger_fixture.ledger.change(lost, Changes(state=State.SENDING, attempts=1, baseline=frozenset()))
        ledger_fixture.clock.advance(LEASE_S + 1)
        holder = ledger_fixture.take(row)
        assert (
            ledger_fixture.ledger.confirm_late(lost, Changes(state=State.CONFIRMED, agentos_id="1")).state
            is State.CONFIRMED
        )
        with pytest.raises(LeaseLost):
            ledger_fixture.ledger.change(holder, Changes(state=State.WAITING))
        assert (
            ledger_fixture.ledger.confirm_late(lost, Changes(state=State.CONFIRMED, agentos_id="2")).agentos_id == "1"
        )

    def test_late_acceptance_with_claimed_record_changes_nothing(self, ledger_fixture: LedgerFixture) -> None:
        first, second = ledger_fixture.in_doubt(note("First")), ledger_fixture.in_doubt(note("Second", job="JOB-2"))
        ledger_fixture.ledger.release(ledger_fixture.take(first), Changes(state=State.CONFIRMED, agentos_id="1"))
        _, lease = ledger_fixture.accept(note("Third", job="JOB-3"))
        lost = replace(lease, submission_id=second.submission_id)
        late = ledger_fixture.ledger.confirm_late(lost, Changes(state=State.CONFIRMED, agentos_id="1"))
        assert late.state is State.UNCONFIRMED

    @pytest.mark.parametrize(("new", "twins"), [(note(), 1), (completion(), 0)], ids=["note", "completion"])
    def test_late_acceptance_of_confirmed_note_reports_duplicate(
        self, ledger_fixture: LedgerFixture, new: NewSubmission, twins: int
    ) -> None:
        row, lost = ledger_fixture.accept(new)
        ledger_fixture.ledger.release(lost, Changes(state=State.CONFIRMED, agentos_id="1", attempts=2))
        for agentos_id in ("1", "2"):
            ledger_fixture.ledger.confirm_late(lost, Changes(state=State.CONFIRMED, agentos_id=agentos_id))
        assert ledger_fixture.sent_notices() == [(row.submission_id, "twin")] * twins

    def test_late_acceptance_refused_by_database_is_stored_at_next_write(self, ledger_fixture: LedgerFixture) -> None:
        row, lost = ledger_fixture.accept(note())
        ledger_fixture.ledger.change(lost, Changes(state=State.SENDING, attempts=1, baseline=frozenset()))
        ledger_fixture.clock.advance(LEASE_S + 1)
        ledger_fixture.take(row)
        ledger_fixture.ledger.release_later(lost, Changes(state=State.CONFIRMED, agentos_id="1"))
        ledger_fixture.accept(note("Another"))
        assert ledger_fixture.ledger.find(row.submission_id).agentos_id == "1"

    @pytest.mark.parametrize("method", ["release_later", "release_unchanged"])
    def test_later_release_without_changes_keeps_earlier_changes(
        self, ledger_fixture: LedgerFixture, method: str
    ) -> None:
        row, lease = ledger_fixture.accept(note())
        ledger_fixture.ledger.change(lease, Changes(state=State.SENDING, attempts=1, baseline=frozenset()))
        ledger_fixture.ledger.release_later(lease, Changes(state=State.CONFIRMED, agentos_id="1"))
        getattr(ledger_fixture.ledger, method)(lease)
        ledger_fixture.accept(note("Another"))
        stored = ledger_fixture.ledger.find(row.submission_id)
        assert (stored.state, stored.agentos_id) == (State.CONFIRMED, "1")

    def test_takeover_from_sender_makes_attempt_in_doubt(self, ledger_fixture: LedgerFixture) -> None:
        row, lease = ledger_fixture.accept(note())
        ledger_fixture.ledger.change(lease, Changes(state=State.SENDING, attempts=1))
        ledger_fixture.clock.advance(LEASE_S + 200)
        assert isinstance(ledger_fixture.take(row), Lease)
        taken = ledger_fixture.ledger.find(row.submission_id)
        assert (taken.state, taken.last, taken.doubts) == (State.UNCONFIRMED, AttemptResult.IN_DOUBT, 1)
        assert taken.ended_at == ledger_fixture.ledger.now()

    def test_abandoning_row_promised_in_the_meantime_raises_lease_lost(self, ledger_fixture: LedgerFixture) -> None:
        row, lease = ledger_fixture.accept(note())
        ledger_fixture.ledger.promise(row.submission_id)
        with pytest.raises(LeaseLost):
            ledger_fixture.ledger.change(lease, Changes(state=State.ABANDONED))
        assert (
            ledger_fixture.ledger.change(lease, Changes(state=State.ABANDONED), notify=("lost",)).state
            is State.ABANDONED
        )

    def test_discard_deletes_only_unpromised_row_without_attempts(self, ledger_fixture: LedgerFixture) -> None:
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


class TestDue:
    """The choice and order of due rows."""

    def test_end_of_outage_makes_only_paused_rows_due(self, ledger_fixture: LedgerFixture) -> None:
        """The others wait for a certain time, such as that of the third attempt after two refusals."""
        later = Changes(next_at=ledger_fixture.ledger.now() + 5)
        paused = ledger_fixture.waiting(note(), tries=1, **later)
        ledger_fixture.waiting(note(job="JOB-2"), **later)
        ledger_fixture.waiting(replace(note(job="JOB-3"), agency="harbour"), tries=1, **later)
        in_doubt = ledger_fixture.in_doubt(note(job="JOB-4"))
        ledger_fixture.ledger.release(ledger_fixture.take(in_doubt), Changes(tries=1, **later))
        ledger_fixture.ledger.make_paused_due("acme")
        assert ledger_fixture.due() == [ledger_fixture.numbers[paused.submission_id]]
        assert ledger_fixture.ledger.due("harbour", 20) == []

    def test_due_returns_longest_waiting_rows_first(self, ledger_fixture: LedgerFixture) -> None:
        for number in range(3):
            ledger_fixture.waiting(note(f"Note {number}", job=f"JOB-{number}"))
        ledger_fixture.waiting(note("Later", job="JOB-9"))
        first = ledger_fixture.ledger.due("acme", 20)[0]
        _, lease = ledger_fixture.ledger.take(first, lease_s=LEASE_S)
        ledger_fixture.ledger.release(lease, Changes(next_at=ledger_fixture.ledger.now() + 1))
        ledger_fixture.clock.advance(2)
        assert ledger_fixture.due() == [*sorted(ledger_fixture.due()[:-1]), ledger_fixture.numbers[first]]

    def test_due_returns_rows_of_contractors_in_turn(self, ledger_fixture: LedgerFixture) -> None:
        contractors = ("CON-1", "CON-1", "CON-1", "CON-2", "CON-2", "CON-3")
        for number, contractor_id in enumerate(contractors):
            ledger_fixture.waiting(replace(note(job=f"JOB-{number}"), contractor_id=contractor_id))
        assert ledger_fixture.due() == [1, 4, 6, 2, 5, 3]

    def test_due_omits_leased_waiting_and_ended_rows(self, ledger_fixture: LedgerFixture) -> None:
        ledger_fixture.accept(note("Leased"))
        ledger_fixture.waiting(note("Later", job="JOB-2"), next_at=ledger_fixture.ledger.now() + 5)
        _, lease = ledger_fixture.accept(note("Given up", job="JOB-3"))
        ledger_fixture.ledger.release(lease, Changes(state=State.ABANDONED))
        assert ledger_fixture.due() == []

    @pytest.mark.parametrize("before", ["waiting", "in_doubt"])
    def test_row_behind_open_row_of_same_job_is_not_due(self, ledger_fixture: LedgerFixture, before: str) -> None:
        earlier = getattr(ledger_fixture, before)(note("First"))
        later = ledger_fixture.waiting(note("Second"))
        other = ledger_fixture.waiting(note("Elsewhere", job="JOB-2"))
        assert ledger_fixture.numbers[later.submission_id] not in ledger_fixture.due()
        assert ledger_fixture.numbers[other.submission_id] in ledger_fixture.due()
        assert ledger_fixture.ledger.facts(later)[2]
        assert not ledger_fixture.ledger.facts(earlier)[2]

    def test_row_behind_row_in_review_is_due(self, ledger_fixture: LedgerFixture) -> None:
        earlier = ledger_fixture.in_doubt(note("First"))
        ledger_fixture.ledger.release(ledger_fixture.take(earlier), Changes(state=State.REVIEW, next_at=None))
        later = ledger_fixture.waiting(note("Second"))
        assert ledger_fixture.due() == [ledger_fixture.numbers[later.submission_id]]

    def test_unconfirmed_completion_delays_next_completion_until_settle_s(self, ledger_fixture: LedgerFixture) -> None:
        earlier = ledger_fixture.in_doubt(completion())
        ledger_fixture.ledger.release(ledger_fixture.take(earlier), Changes(state=State.CONFIRMED))
        ledger_fixture.waiting(completion(completed=False))
        ledger_fixture.clock.advance(TIMES.settle_s - 1)
        assert ledger_fixture.due() == []
        ledger_fixture.clock.advance(2)
        assert len(ledger_fixture.due()) == 1


class TestClaims:
    """Claims on records of AgentOS, and the proofs of recognition."""

    def test_record_is_claimed_once_per_kind(self, ledger_fixture: LedgerFixture) -> None:
        first = ledger_fixture.in_doubt(note("First"))
        ledger_fixture.ledger.release(ledger_fixture.take(first), Changes(state=State.CONFIRMED, agentos_id="1"))
        second = ledger_fixture.in_doubt(note("Second"))
        lease = ledger_fixture.take(second)
        assert ledger_fixture.ledger.claimed_ids(second, frozenset(("1", "2"))) == {"1"}
        with pytest.raises(Claimed):
            ledger_fixture.ledger.change(lease, Changes(state=State.CONFIRMED, agentos_id="1"))
        other = ledger_fixture.in_doubt(invoice())
        assert ledger_fixture.ledger.claimed_ids(other, frozenset("1")) == frozenset()
        lease = ledger_fixture.take(other)
        assert ledger_fixture.ledger.change(lease, Changes(state=State.CONFIRMED, agentos_id="1")).agentos_id == "1"

    def test_confirmed_submission_without_id_is_an_unnamed_sibling(self, ledger_fixture: LedgerFixture) -> None:
        first, second = ledger_fixture.in_doubt(note("First")), ledger_fixture.in_doubt(note("Second", job="JOB-2"))
        assert not ledger_fixture.ledger.has_unnamed_sibling(second)
        ledger_fixture.ledger.release(ledger_fixture.take(first), Changes(state=State.CONFIRMED))
        assert ledger_fixture.ledger.has_unnamed_sibling(second)

    def test_unconfirmed_submission_is_unnamed_sibling_if_content_is_equal(self, ledger_fixture: LedgerFixture) -> None:
        first = ledger_fixture.in_doubt(note("First"))
        ledger_fixture.ledger.release(ledger_fixture.take(first), Changes(state=State.REVIEW))
        same, other = ledger_fixture.in_doubt(note("First", key="2")), ledger_fixture.in_doubt(note("Another"))
        assert ledger_fixture.ledger.has_unnamed_sibling(same)
        assert not ledger_fixture.ledger.has_unnamed_sibling(other)
        ledger_fixture.clock.advance(60)  # the next attempt is the trial of the paused operation
        assert not ledger_fixture.ledger.has_unnamed_sibling(ledger_fixture.in_doubt(note("First", job="JOB-2")))

    def test_recognition_proof_keeps_longest_lag_until_disproved(self, ledger_fixture: LedgerFixture) -> None:
        row = ledger_fixture.in_doubt(note())
        ledger_fixture.ledger.record_proof("acme", row.kind, frozenset(("text",)))
        ledger_fixture.ledger.record_proof("acme", row.kind, frozenset(("text", "author")))
        for lag_s in (70.0, 65.0):
            ledger_fixture.ledger.raise_lag("acme", row.kind, lag_s)
        proof = ledger_fixture.ledger.facts(row)[1]
        assert (proof.kept, proof.lag_s, proof.proven_at) == ({"text", "author"}, 70.0, ledger_fixture.ledger.now())
        ledger_fixture.ledger.revoke_proof("acme", row.kind)
        assert ledger_fixture.ledger.facts(row)[1].proven_at is None
