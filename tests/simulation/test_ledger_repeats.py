"""Repeated requests and duplicate invoices: both ledgers detect the same ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.errors import DuplicateInvoice, KeyReused
from app.domain.submission import State
from tests.simulation.draw import draw
from tests.simulation.history import run
from tests.simulation.tables import InMemory, OnDatabase, without_logging
from tests.simulation.test_ledgers import DAY, LEASE_S, LedgerFixture, invoice, ledger_fixture, note

__all__ = ["ledger_fixture"]

COMPARED = range(3_000, 3_020)
"""Seeds of histories that run on both ledgers."""


class TestRepeats:
    """Repeated requests."""

    def test_same_key_returns_same_row(self, ledger_fixture: LedgerFixture) -> None:
        row, _ = ledger_fixture.accept(note(key="k"))
        assert ledger_fixture.ledger.find_repeat(note(key="k")).submission_id == row.submission_id
        assert ledger_fixture.ledger.accept(note(key="k"), lambda connection: None, lease_s=LEASE_S)[1] is None
        assert ledger_fixture.ledger.has_key("acme", "CON-1", note(key="k").options)
        assert not ledger_fixture.ledger.has_key("acme", "CON-1", note(key="other").options)

    def test_same_key_with_different_content_raises_invalid(self, ledger_fixture: LedgerFixture) -> None:
        ledger_fixture.accept(note(key="k"))
        with pytest.raises(KeyReused):
            ledger_fixture.ledger.find_repeat(note("Other", key="k"))

    @pytest.mark.parametrize("state", [State.EXPIRED, State.ABANDONED])
    def test_key_of_expired_or_abandoned_row_is_free(self, ledger_fixture: LedgerFixture, state: State) -> None:
        _, lease = ledger_fixture.accept(note(key="k"))
        ledger_fixture.ledger.release(lease, state=state)
        assert ledger_fixture.ledger.find_repeat(note(key="k")) is None

    def test_key_is_stored_for_seven_days_after_the_end(self, ledger_fixture: LedgerFixture) -> None:
        row = ledger_fixture.in_doubt(note(key="k"))
        ledger_fixture.ledger.release(ledger_fixture.take(row), state=State.CONFIRMED)
        ledger_fixture.clock.advance(7 * DAY.total_seconds() - 1)
        assert ledger_fixture.ledger.find_repeat(note(key="k")) is not None
        ledger_fixture.clock.advance(2)
        assert ledger_fixture.ledger.find_repeat(note(key="k")) is None
        ledger_fixture.accept(note(key="k"))

    @pytest.mark.parametrize("state", [State.UNCONFIRMED, State.REVIEW])
    def test_same_content_without_key_returns_open_row_at_any_age(
        self, ledger_fixture: LedgerFixture, state: State
    ) -> None:
        row = ledger_fixture.in_doubt(note())
        if state is State.REVIEW:
            ledger_fixture.ledger.release(ledger_fixture.take(row), state=state)
        ledger_fixture.clock.advance(40 * DAY.total_seconds())
        assert ledger_fixture.ledger.find_repeat(note()).submission_id == row.submission_id
        assert ledger_fixture.ledger.find_repeat(note("Other")) is None

    def test_same_content_without_key_returns_confirmed_row_for_a_minute(self, ledger_fixture: LedgerFixture) -> None:
        row = ledger_fixture.in_doubt(note())
        ledger_fixture.ledger.release(ledger_fixture.take(row), state=State.CONFIRMED)
        ledger_fixture.clock.advance(59)
        assert ledger_fixture.ledger.find_repeat(note()) is not None
        ledger_fixture.clock.advance(2)
        assert ledger_fixture.ledger.find_repeat(note()) is None


class TestDuplicates:
    """Invoices that look like an earlier one."""

    def confirmed(self, ledger_fixture: LedgerFixture, new: object, agentos_id: str) -> None:
        """Store an invoice that AgentOS confirmed."""
        row = ledger_fixture.in_doubt(new)  # type: ignore[arg-type]
        lease = ledger_fixture.take(row)
        ledger_fixture.ledger.release(lease, state=State.CONFIRMED, agentos_id=agentos_id)

    def test_same_amount_for_same_job_is_duplicate_for_thirty_days(self, ledger_fixture: LedgerFixture) -> None:
        self.confirmed(ledger_fixture, invoice(), "1")
        with pytest.raises(DuplicateInvoice, match="this amount for this job"):
            ledger_fixture.ledger.find_repeat(invoice(number=2))
        assert ledger_fixture.ledger.find_repeat(invoice(number=2, job="JOB-2")) is None
        again = invoice(number=2)
        assert (
            ledger_fixture.ledger.find_repeat(replace(again, options=replace(again.options, allow_duplicate=True)))
            is None
        )
        ledger_fixture.clock.advance(timedelta(days=30).total_seconds() + 1)
        assert ledger_fixture.ledger.find_repeat(invoice(number=2)) is None

    def test_same_document_is_a_duplicate(self, ledger_fixture: LedgerFixture) -> None:
        self.confirmed(ledger_fixture, invoice(sha256="a"), "1")
        with pytest.raises(DuplicateInvoice, match="this document"):
            ledger_fixture.ledger.find_repeat(invoice(5, number=2, job="JOB-2", sha256="a"))

    def test_rejected_invoice_is_not_a_duplicate(self, ledger_fixture: LedgerFixture) -> None:
        self.confirmed(ledger_fixture, invoice(), "1")
        assert ledger_fixture.ledger.find_repeat(replace(invoice(number=2), rejected=frozenset("1"))) is None

    def test_error_for_duplicate_of_several_invoices_names_the_first(self, ledger_fixture: LedgerFixture) -> None:
        self.confirmed(ledger_fixture, invoice(100), "1")
        ledger_fixture.clock.advance(DAY.total_seconds())
        self.confirmed(ledger_fixture, replace(invoice(200, number=2, sha256="a")), "2")
        ledger_fixture.clock.advance(DAY.total_seconds())
        with pytest.raises(DuplicateInvoice, match="this amount for this job on 25 November"):
            ledger_fixture.ledger.find_repeat(invoice(100, number=3, sha256="a"))


def test_same_seed_produces_the_same_history_on_both_ledgers(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every difference between the ledgers is visible in the story, or at the end."""
    memory, database = InMemory(), OnDatabase(tmp_path_factory.mktemp("both"))
    with without_logging():
        for seed in COMPARED:
            plan = draw(seed, is_short=True)
            result = run(plan, memory, with_story=True)
            assert result == run(plan, database, with_story=True), f"seed {seed}"
