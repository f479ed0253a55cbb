"""Both ledgers detect the same repeated requests and the same duplicate invoices."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.errors import Conflict, Invalid
from app.domain.submission import State
from tests.simulation.draw import draw
from tests.simulation.history import run
from tests.simulation.tables import InMemory, OnDatabase, quietly
from tests.simulation.test_ledgers import DAY, LEASE_S, Bench, bench, invoice, note

__all__ = ["bench"]

COMPARED = range(3_000, 3_020)
"""Seeds of histories that run on both ledgers."""


class TestRepeats:
    """Repeated requests."""

    def test_same_key_is_the_same_row(self, bench: Bench) -> None:
        row, _ = bench.accept(note(key="k"))
        assert bench.ledger.find_repeat(note(key="k")).submission_id == row.submission_id
        assert bench.ledger.accept(note(key="k"), lambda connection: None, lease_s=LEASE_S)[1] is None
        assert bench.ledger.has_key("acme", "CON-1", note(key="k").options)
        assert not bench.ledger.has_key("acme", "CON-1", note(key="other").options)

    def test_same_key_with_other_content_raises(self, bench: Bench) -> None:
        bench.accept(note(key="k"))
        with pytest.raises(Invalid):
            bench.ledger.find_repeat(note("Other", key="k"))

    @pytest.mark.parametrize("state", [State.EXPIRED, State.ABANDONED])
    def test_key_of_a_row_that_came_to_nothing_is_free(self, bench: Bench, state: State) -> None:
        _, lease = bench.accept(note(key="k"))
        bench.ledger.release(lease, state=state)
        assert bench.ledger.find_repeat(note(key="k")) is None

    def test_key_holds_seven_days_after_the_end(self, bench: Bench) -> None:
        row = bench.in_doubt(note(key="k"))
        bench.ledger.release(bench.take(row), state=State.CONFIRMED)
        bench.clock.advance(7 * DAY.total_seconds() - 1)
        assert bench.ledger.find_repeat(note(key="k")) is not None
        bench.clock.advance(2)
        assert bench.ledger.find_repeat(note(key="k")) is None
        bench.accept(note(key="k"))

    @pytest.mark.parametrize("state", [State.UNCONFIRMED, State.REVIEW])
    def test_same_content_without_a_key_is_the_open_row_at_any_age(self, bench: Bench, state: State) -> None:
        row = bench.in_doubt(note())
        if state is State.REVIEW:
            bench.ledger.release(bench.take(row), state=state)
        bench.clock.advance(40 * DAY.total_seconds())
        assert bench.ledger.find_repeat(note()).submission_id == row.submission_id
        assert bench.ledger.find_repeat(note("Other")) is None

    def test_same_content_without_a_key_is_the_confirmed_row_for_a_minute(self, bench: Bench) -> None:
        row = bench.in_doubt(note())
        bench.ledger.release(bench.take(row), state=State.CONFIRMED)
        bench.clock.advance(59)
        assert bench.ledger.find_repeat(note()) is not None
        bench.clock.advance(2)
        assert bench.ledger.find_repeat(note()) is None


class TestDuplicates:
    """Invoices that look like an earlier one."""

    def confirmed(self, bench: Bench, new: object, agentos_id: str) -> None:
        """Store an invoice that AgentOS confirmed."""
        row = bench.in_doubt(new)  # type: ignore[arg-type]
        lease = bench.take(row)
        bench.ledger.release(lease, state=State.CONFIRMED, agentos_id=agentos_id)

    def test_same_amount_for_the_same_job_is_a_duplicate_for_thirty_days(self, bench: Bench) -> None:
        self.confirmed(bench, invoice(), "1")
        with pytest.raises(Conflict, match="this amount for this job"):
            bench.ledger.find_repeat(invoice(number=2))
        assert bench.ledger.find_repeat(invoice(number=2, job="JOB-2")) is None
        again = invoice(number=2)
        assert bench.ledger.find_repeat(replace(again, options=replace(again.options, allow_duplicate=True))) is None
        bench.clock.advance(timedelta(days=30).total_seconds() + 1)
        assert bench.ledger.find_repeat(invoice(number=2)) is None

    def test_same_document_is_a_duplicate(self, bench: Bench) -> None:
        self.confirmed(bench, invoice(sha256="a"), "1")
        with pytest.raises(Conflict, match="this document"):
            bench.ledger.find_repeat(invoice(5, number=2, job="JOB-2", sha256="a"))

    def test_rejected_invoice_is_no_duplicate(self, bench: Bench) -> None:
        self.confirmed(bench, invoice(), "1")
        assert bench.ledger.find_repeat(replace(invoice(number=2), rejected=frozenset("1"))) is None

    def test_of_several_earlier_ones_the_first_is_named(self, bench: Bench) -> None:
        self.confirmed(bench, invoice(100), "1")
        bench.clock.advance(DAY.total_seconds())
        self.confirmed(bench, replace(invoice(200, number=2, sha256="a")), "2")
        bench.clock.advance(DAY.total_seconds())
        with pytest.raises(Conflict, match="this amount for this job on 25 November"):
            bench.ledger.find_repeat(invoice(100, number=3, sha256="a"))


def test_same_seed_on_both_ledgers_gives_the_same_history(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every difference between the ledgers shows in the story, or at the end."""
    memory, database = InMemory(), OnDatabase(tmp_path_factory.mktemp("both"))
    with quietly():
        for seed in COMPARED:
            plan = draw(seed, is_short=True)
            result = run(plan, memory, with_story=True)
            assert result == run(plan, database, with_story=True), f"seed {seed}"
