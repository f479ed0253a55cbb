"""Both ledgers, on a database and in memory, follow the same rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.attempt import AttemptResult
from app.domain.delivery import after_attempt
from app.domain.invoice import StoredDocument
from app.domain.submission import ImpossibleMove, NewNote, State, Submission, SubmissionKind, WantedEnd
from app.ledger.idempotency import NewSubmission, WriteOptions
from app.ledger.lease import Busy, Claimed, Lease, LeaseLost
from app.ledger.ledger import Ledger
from app.store.engine import Database
from app.store.tables import metadata, notices
from tests.clock import FakeClock
from tests.simulation.memory_ledger import MemoryLedger, MemoryStore
from tests.simulation.records import an_invoice
from tests.simulation.tables import TIMES

DAY = timedelta(days=1)
LEASE_S = 60.0


class NoDocuments:
    """A folder that stays empty."""

    def remove(self, submission_id: str) -> None:
        """Do nothing: there are no documents."""


class Bench:
    """A ledger, its clock, and helpers that fill it. `sent_notices` returns the notices: submission and kind."""

    def __init__(self, ledger: Any, clock: FakeClock, sent_notices: Callable[[], list[tuple[str, str]]]) -> None:
        self.ledger = ledger
        self.clock = clock
        self.sent_notices = sent_notices
        self.numbers = dict[str, int]()
        """Each submission's place in the order of acceptance."""

    def accept(self, new: NewSubmission) -> tuple[Submission, Lease]:
        """Return a new row and its lease."""
        row, lease = self.ledger.accept(new, lambda connection: None, lease_s=LEASE_S)
        assert lease is not None, "it is a repeat"
        self.numbers[row.submission_id] = len(self.numbers) + 1
        return row, lease

    def take(self, row: Submission) -> Any:
        """Return a lease of a row, or `Busy`."""
        return self.ledger.take(row.submission_id, lease_s=LEASE_S)

    def waiting(self, new: NewSubmission, **values: Any) -> Submission:
        """Return a promised row that waits for the worker."""
        _, lease = self.accept(new)
        return self.ledger.release(lease, promised=True, **values)

    def in_doubt(self, new: NewSubmission) -> Submission:
        """Return a row whose attempt ended in doubt."""
        row, lease = self.accept(new)
        row = self.ledger.change(lease, state=State.SENDING, attempts=1, baseline=frozenset())
        return self.ledger.release(lease, **after_attempt(row, AttemptResult.IN_DOUBT, 502, self.ledger.now()))

    def due(self) -> list[int]:
        """Return the numbers of the due rows, in order."""
        return [self.numbers[submission_id] for submission_id in self.ledger.due("acme", 20)]


@pytest.fixture(params=["memory", "database"])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    """Yield each ledger, empty."""
    clock = FakeClock()
    if request.param == "memory":
        store = MemoryStore()
        yield Bench(MemoryLedger(store, clock, NoDocuments(), TIMES, clock.boot), clock, lambda: store.notices)
        return
    database = Database(f"sqlite:///{tmp_path / 'ledger.sqlite3'}", clock)
    with database.write() as connection:
        metadata.create_all(connection)

    def sent_notices() -> list[tuple[str, str]]:
        with database.read() as connection:
            return [(row.submission_id, row.kind) for row in connection.execute(notices.select())]

    yield Bench(Ledger(database, clock, NoDocuments(), TIMES), clock, sent_notices)  # type: ignore[arg-type]
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

    def test_take_while_leased_is_busy(self, bench: Bench) -> None:
        row, _ = bench.accept(note())
        assert bench.take(row) == Busy()
        assert bench.ledger.is_leased(row.submission_id)

    def test_take_of_a_row_that_is_gone_is_none(self, bench: Bench) -> None:
        assert bench.ledger.take("0" * 32, lease_s=LEASE_S) is None

    def test_change_after_takeover_raises_and_changes_nothing(self, bench: Bench) -> None:
        row, lease = bench.accept(note())
        bench.clock.advance(LEASE_S + 1)
        assert isinstance(bench.take(row), Lease)
        with pytest.raises(LeaseLost):
            bench.ledger.change(lease, state=State.SENDING)
        assert bench.ledger.find(row.submission_id).state is State.WAITING

    def test_late_acceptance_confirms_an_open_row_and_takes_it_from_its_holder(self, bench: Bench) -> None:
        row, lost = bench.accept(note())
        bench.ledger.change(lost, state=State.SENDING, attempts=1, baseline=frozenset())
        bench.clock.advance(LEASE_S + 1)
        holder = bench.take(row)
        assert bench.ledger.confirm_late(lost, state=State.CONFIRMED, agentos_id="1").state is State.CONFIRMED
        with pytest.raises(LeaseLost):
            bench.ledger.change(holder, state=State.WAITING)
        with pytest.raises(LeaseLost):
            bench.ledger.confirm_late(lost, state=State.CONFIRMED, agentos_id="2")
        assert bench.ledger.find(row.submission_id).agentos_id == "1"

    def test_late_acceptance_as_a_record_of_another_submission_changes_nothing(self, bench: Bench) -> None:
        first, second = bench.in_doubt(note("First")), bench.in_doubt(note("Second", job="JOB-2"))
        bench.ledger.release(bench.take(first), state=State.CONFIRMED, agentos_id="1")
        _, lease = bench.accept(note("Third", job="JOB-3"))
        lost = replace(lease, submission_id=second.submission_id)
        with pytest.raises(LeaseLost):
            bench.ledger.confirm_late(lost, state=State.CONFIRMED, agentos_id="1")
        assert bench.ledger.find(second.submission_id).state is State.UNCONFIRMED

    @pytest.mark.parametrize(("new", "twins"), [(note(), 1), (completion(), 0)], ids=["note", "completion"])
    def test_late_acceptance_of_a_confirmed_row_is_a_twin_where_there_are_records(
        self, bench: Bench, new: NewSubmission, twins: int
    ) -> None:
        row, lost = bench.accept(new)
        bench.ledger.release(lost, state=State.CONFIRMED, agentos_id="1", attempts=2)
        for agentos_id in ("1", "2"):
            with pytest.raises(LeaseLost):
                bench.ledger.confirm_late(lost, state=State.CONFIRMED, agentos_id=agentos_id)
        assert bench.sent_notices() == [(row.submission_id, "twin")] * twins

    def test_late_acceptance_that_the_database_refused_is_noted_with_the_next_write(self, bench: Bench) -> None:
        row, lost = bench.accept(note())
        bench.ledger.change(lost, state=State.SENDING, attempts=1, baseline=frozenset())
        bench.clock.advance(LEASE_S + 1)
        bench.take(row)
        bench.ledger.release_later(lost, state=State.CONFIRMED, agentos_id="1")
        bench.accept(note("Another"))
        assert bench.ledger.find(row.submission_id).agentos_id == "1"

    def test_takeover_of_a_sender_ends_its_attempt_in_doubt_at_its_discovery(self, bench: Bench) -> None:
        row, lease = bench.accept(note())
        bench.ledger.change(lease, state=State.SENDING, attempts=1)
        bench.clock.advance(LEASE_S + 200)
        assert isinstance(bench.take(row), Lease)
        taken = bench.ledger.find(row.submission_id)
        assert (taken.state, taken.last, taken.doubts) == (State.UNCONFIRMED, AttemptResult.IN_DOUBT, 1)
        assert taken.ended_at == bench.ledger.now()

    def test_release_later_gives_back_with_the_next_write(self, bench: Bench) -> None:
        row, lease = bench.accept(note())
        bench.ledger.release_later(lease)
        bench.accept(note("Another"))
        assert isinstance(bench.take(row), Lease)

    def test_giving_up_what_was_promised_meanwhile_raises(self, bench: Bench) -> None:
        row, lease = bench.accept(note())
        bench.ledger.promise(row.submission_id)
        with pytest.raises(LeaseLost):
            bench.ledger.change(lease, state=State.ABANDONED)
        assert bench.ledger.change(lease, state=State.ABANDONED, notify=("lost",)).state is State.ABANDONED

    def test_impossible_move_raises(self, bench: Bench) -> None:
        _, lease = bench.accept(note())
        with pytest.raises(ImpossibleMove):
            bench.ledger.change(lease, state=State.UNCONFIRMED)

    def test_discard_forgets_only_a_bare_row(self, bench: Bench) -> None:
        row, lease = bench.accept(note())
        assert bench.ledger.discard(lease)
        assert bench.ledger.find(row.submission_id) is None
        row, lease = bench.accept(note())
        bench.ledger.promise(row.submission_id)
        assert not bench.ledger.discard(lease)


class TestDue:
    """The choice and order of due rows."""

    def test_due_gives_those_first_that_have_been_due_longest(self, bench: Bench) -> None:
        for number in range(3):
            bench.waiting(note(f"Note {number}", job=f"JOB-{number}"))
        bench.waiting(note("Later", job="JOB-9"))
        first = bench.ledger.due("acme", 20)[0]
        lease = bench.ledger.take(first, lease_s=LEASE_S)
        bench.ledger.release(lease, next_at=bench.ledger.now() + 1)
        bench.clock.advance(2)
        assert bench.due() == [*sorted(bench.due()[:-1]), bench.numbers[first]]

    def test_due_leaves_out_what_is_leased_or_waits_or_has_ended(self, bench: Bench) -> None:
        bench.accept(note("Leased"))
        bench.waiting(note("Later", job="JOB-2"), next_at=bench.ledger.now() + 5)
        _, lease = bench.accept(note("Given up", job="JOB-3"))
        bench.ledger.release(lease, state=State.ABANDONED)
        assert bench.due() == []

    @pytest.mark.parametrize("before", ["waiting", "in_doubt"])
    def test_row_behind_an_open_one_of_its_lane_is_not_due(self, bench: Bench, before: str) -> None:
        earlier = getattr(bench, before)(note("First"))
        later = bench.waiting(note("Second"))
        other = bench.waiting(note("Elsewhere", job="JOB-2"))
        assert bench.numbers[later.submission_id] not in bench.due()
        assert bench.numbers[other.submission_id] in bench.due()
        assert bench.ledger.is_blocked(later.submission_id)
        assert bench.ledger.facts(later)[2]
        assert not bench.ledger.facts(earlier)[2]

    def test_row_behind_a_review_is_due(self, bench: Bench) -> None:
        earlier = bench.in_doubt(note("First"))
        bench.ledger.release(bench.take(earlier), state=State.REVIEW, next_at=None)
        later = bench.waiting(note("Second"))
        assert bench.due() == [bench.numbers[later.submission_id]]

    def test_completion_in_doubt_holds_the_next_until_settle_s(self, bench: Bench) -> None:
        earlier = bench.in_doubt(completion())
        bench.ledger.release(bench.take(earlier), state=State.CONFIRMED)
        bench.waiting(completion(completed=False))
        bench.clock.advance(TIMES.settle_s - 1)
        assert bench.due() == []
        bench.clock.advance(2)
        assert len(bench.due()) == 1

    def test_make_due_makes_due_and_resets_the_attempts(self, bench: Bench) -> None:
        row = bench.waiting(note(), next_at=bench.ledger.now() + 900, tries=7)
        bench.ledger.make_due(row.submission_id)
        assert bench.due() == [bench.numbers[row.submission_id]]
        assert bench.ledger.find(row.submission_id).tries == 0

    def test_make_paused_due_makes_due_what_failed(self, bench: Bench) -> None:
        row = bench.waiting(note(), next_at=bench.ledger.now() + 900, tries=1)
        bench.waiting(note(job="JOB-2"), next_at=bench.ledger.now() + 900)
        bench.ledger.make_paused_due("acme")
        assert bench.due() == [bench.numbers[row.submission_id]]

    def test_time_tried_counts_for_later_rows_of_the_lane(self, bench: Bench) -> None:
        first, second, other = (bench.waiting(note(str(n), job=job)) for n, job in enumerate(("A", "A", "B")))
        bench.ledger.release(bench.take(first), lane_tried_s=10.0)
        tried = [bench.ledger.find(row.submission_id).tried_s for row in (first, second, other)]
        assert tried == [0.0, 10.0, 0.0]


class TestClaims:
    """Records of AgentOS, and the proofs."""

    def test_record_is_claimed_once_of_a_kind(self, bench: Bench) -> None:
        first = bench.in_doubt(note("First"))
        bench.ledger.release(bench.take(first), state=State.CONFIRMED, agentos_id="1")
        second = bench.in_doubt(note("Second"))
        lease = bench.take(second)
        assert bench.ledger.claimed_ids(second, frozenset(("1", "2"))) == {"1"}
        with pytest.raises(Claimed):
            bench.ledger.change(lease, state=State.CONFIRMED, agentos_id="1")
        other = bench.in_doubt(invoice())
        assert bench.ledger.claimed_ids(other, frozenset("1")) == frozenset()
        lease = bench.take(other)
        assert bench.ledger.change(lease, state=State.CONFIRMED, agentos_id="1").agentos_id == "1"

    def test_sibling_without_an_id_is_known(self, bench: Bench) -> None:
        first, second = bench.in_doubt(note("First")), bench.in_doubt(note("Second", job="JOB-2"))
        assert not bench.ledger.has_unnamed_sibling(second)
        bench.ledger.release(bench.take(first), state=State.CONFIRMED)
        assert bench.ledger.has_unnamed_sibling(second)

    def test_sibling_in_doubt_is_known_if_it_says_the_same(self, bench: Bench) -> None:
        first = bench.in_doubt(note("First"))
        bench.ledger.release(bench.take(first), state=State.REVIEW)
        same, other = bench.in_doubt(note("First", key="2")), bench.in_doubt(note("Another"))
        assert bench.ledger.has_unnamed_sibling(same)
        assert not bench.ledger.has_unnamed_sibling(other)
        assert not bench.ledger.has_unnamed_sibling(bench.in_doubt(note("First", job="JOB-2")))

    def test_proof_says_of_each_field_what_its_newest_record_shows(self, bench: Bench) -> None:
        row = bench.in_doubt(invoice())
        bench.ledger.record_proof("acme", row.kind, frozenset(("amount", "number")), 0.0, altered=frozenset(("date",)))
        bench.ledger.record_proof("acme", row.kind, frozenset(("amount",)), 0.0)
        assert bench.ledger.facts(row)[1].kept == {"amount", "number"}
        bench.ledger.record_proof("acme", row.kind, frozenset(("amount", "date")), 0.0, altered=frozenset(("number",)))
        assert bench.ledger.facts(row)[1].kept == {"amount", "date"}

    def test_only_rows_without_an_attempt_for_so_long_are_due_if_asked_for(self, bench: Bench) -> None:
        bench.waiting(note("Old"))
        bench.clock.advance(100.0)
        bench.waiting(note("New", job="JOB-2"))
        bench.clock.advance(1.0)
        assert bench.due() == [1, 2]
        assert len(bench.ledger.due("acme", 20, unattempted_s=101.0)) == 1
        assert bench.ledger.due("acme", 20, unattempted_s=102.0) == []

    def test_proof_keeps_the_longest_lag_and_ends_when_disproved(self, bench: Bench) -> None:
        row = bench.in_doubt(note())
        bench.ledger.record_proof("acme", row.kind, frozenset(("text",)), 7.0)
        bench.ledger.record_proof("acme", row.kind, frozenset(("text", "author")), 2.0)
        proof = bench.ledger.facts(row)[1]
        assert (proof.kept, proof.lag_s, proof.proven_at) == ({"text", "author"}, 7.0, bench.ledger.now())
        bench.ledger.revoke_proof("acme", row.kind)
        assert bench.ledger.facts(row)[1].proven_at is None
