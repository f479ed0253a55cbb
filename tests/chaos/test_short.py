"""One seed of `make chaos`, a tenth as long."""

import pytest

from tests.chaos.__main__ import report
from tests.chaos.seed import run

SUBMISSIONS = 200


@pytest.mark.processes
def test_nothing_is_lost_and_nothing_doubled() -> None:
    result = run(1, SUBMISSIONS, "sqlite")
    told = "\n".join(report(result))
    assert result.verdict.is_good, told
    assert len(result.told) == SUBMISSIONS, told
    assert result.kills.total() >= SUBMISSIONS // 100, told
    assert 0.1 < sum(result.storm["faults"].values()) / result.storm["calls"] < 0.3, told
