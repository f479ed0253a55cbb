"""One seed of `make chaos`, a tenth as long."""

import pytest

from tests.chaos.__main__ import report
from tests.chaos.runs import SHORT
from tests.chaos.seed import run

LEAST = 16
"""Submissions: on a machine that is busy there are no more within the storm."""


@pytest.mark.processes
def test_short_run_keeps_every_promise() -> None:
    result = run(1, SHORT, "sqlite")
    told = "\n".join(report(result))
    assert result.verdict.is_good, told
    assert result.refused == 0, told
    assert len(result.told) >= LEAST, told
    assert result.troubles.total() >= 2 * SHORT.lasting.kills, told
    assert result.faults.total() >= 0.05 * result.calls > 0, told
