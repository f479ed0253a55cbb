"""Conditions for a second attempt of a call."""

import pytest

from app.agentos.errors import (
    AgentOSError,
    Busy,
    Failed,
    Malformed,
    NotFound,
    RateLimited,
    Rejected,
    TimedOut,
    Unreachable,
)
from app.agentos.transport import retry_once
from app.domain.attempt import AttemptResult

NO_CONNECTION = Unreachable("job", result=AttemptResult.NOT_SENT)


@pytest.mark.parametrize("outcome", [NO_CONNECTION, *(Failed("job", status) for status in (502, 503, 504))])
def test_read_is_tried_at_most_twice(outcome: AgentOSError) -> None:
    assert retry_once("GET", 1, outcome)
    assert not retry_once("GET", 2, outcome)


@pytest.mark.parametrize("method", ["PATCH", "POST"])
def test_write_is_never_retried(method: str) -> None:
    assert not retry_once(method, 1, NO_CONNECTION)
    assert not retry_once(method, 1, Failed("job", 503))


@pytest.mark.parametrize(
    "outcome",
    [
        None,
        Failed("job", 500),
        Failed("job", 302),
        TimedOut("job", result=AttemptResult.NOT_SENT),
        TimedOut("job", result=AttemptResult.IN_DOUBT),
        Unreachable("job", result=AttemptResult.IN_DOUBT),
        RateLimited(60),
        Busy(1),
        Rejected("job", 401),
        NotFound("job"),
        Malformed("x"),
    ],
)
def test_read_with_any_other_outcome_is_not_retried(outcome: AgentOSError | None) -> None:
    assert not retry_once("GET", 1, outcome)
