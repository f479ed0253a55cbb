"""Repeated requests and duplicate invoices: both ledgers detect the same ones."""

from __future__ import annotations

import pytest

from tests.simulation.draw import draw
from tests.simulation.history import run
from tests.simulation.tables import InMemory, OnDatabase, without_logging
from tests.simulation.test_ledgers import ledger_fixture

__all__ = ["ledger_fixture"]

COMPARED = range(3_000, 3_020)
"""Seeds of histories that run on both ledgers."""


def test_same_seed_produces_the_same_history_on_both_ledgers(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every difference between the ledgers is visible in the story, or at the end."""
    memory, database = InMemory(), OnDatabase(tmp_path_factory.mktemp("both"))
    with without_logging():
        for seed in COMPARED:
            plan = draw(seed, is_short=True)
            result = run(plan, memory, with_story=True)
            assert result == run(plan, database, with_story=True), f"seed {seed}"
