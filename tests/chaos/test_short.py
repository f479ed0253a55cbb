"""A short run of `make chaos`, a tenth of its length."""

import pytest

from tests.chaos.__main__ import report
from tests.chaos.plan import KINDS
from tests.chaos.runs import SHORT
from tests.chaos.seed import run


@pytest.mark.processes
@pytest.mark.timeout(600)  # the period of failing calls, and ten checks after it
def test_short_run_has_no_faults() -> None:
    result = run(1, SHORT, "sqlite")
    text = "\n".join(report(result))
    assert result.verdict.is_good, text
    assert result.refused == 0, text
    assert len(result.submissions) == SHORT.submissions + len(KINDS) * len(SHORT.agencies), text
    kills = sum(often for trouble, often in result.troubles.items() if "killed" in trouble)
    assert kills >= SHORT.lasting.kills // 2, text
    assert 0.1 < result.faults.total() / result.calls < 0.3, text
