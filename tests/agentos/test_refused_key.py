"""Logs of a key that AgentOS refuses: one entry when it starts, for any number of calls."""

from collections.abc import Callable

import pytest
import responses
from structlog.testing import capture_logs

from app.agentos.caller import Caller
from app.agentos.endpoints import Call
from app.agentos.errors import AgentOSError
from app.domain.agency import Agency
from tests.agentos.calls import JOB, PREFIX, MakeTransport


@pytest.fixture
def count_refused_key_logs(
    http: responses.RequestsMock, make_transport: MakeTransport, agency: Agency, caller: Caller
) -> Callable[..., int]:
    """Return a function that makes calls with these responses, and returns the number of log entries."""
    transport, url = make_transport(), f"{PREFIX}/jobs/JOB-7"

    def make(*answers: tuple[str, int]) -> int:
        with capture_logs() as logs:
            for operation, status in answers:
                http.upsert("GET", url, body=b"{}", status=status)
                try:
                    transport.send(Call(agency, operation, JOB, caller))
                except AgentOSError:
                    assert status != 200
        return sum(entry["event"] == "agentos_refuses_the_key" for entry in logs)

    return make


def test_refused_key_is_logged_once_per_operation(count_refused_key_logs: Callable[..., int]) -> None:
    assert count_refused_key_logs(("job", 401), ("job", 401), ("staff", 401), ("branches", 401), ("staff", 401)) == 3
    assert count_refused_key_logs(("job", 404), ("job", 401)) == 0


def test_unavailable_operation_is_logged_once_while_others_succeed(count_refused_key_logs: Callable[..., int]) -> None:
    assert (
        count_refused_key_logs(("job", 200), ("staff", 401), ("job", 200), ("staff", 401), ("job", 200), ("staff", 401))
        == 1
    )


def test_key_refused_later_is_logged_despite_unavailable_operation(count_refused_key_logs: Callable[..., int]) -> None:
    assert count_refused_key_logs(("staff", 401), ("job", 200), ("job", 401), ("staff", 401)) == 2


def test_key_refused_again_is_logged_again(count_refused_key_logs: Callable[..., int]) -> None:
    assert count_refused_key_logs(("job", 401), ("job", 200), ("job", 401)) == 2
