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


@pytest.mark.parametrize(
    ("answers", "entries"),
    [
        ([("job", 401), ("job", 401), ("staff", 401), ("branches", 401), ("staff", 401)], 3),
        ([("job", 401), ("job", 404), ("job", 401)], 1),
        ([("job", 200), ("staff", 401), ("job", 200), ("staff", 401), ("job", 200), ("staff", 401)], 1),
        ([("staff", 401), ("job", 200), ("job", 401), ("staff", 401)], 2),
        ([("job", 401), ("job", 200), ("job", 401)], 2),
    ],
    ids=["once for each operation", "not after a 404", "others succeed", "key refused later", "again"],
)
def test_refused_key_is_logged_when_its_refusal_begins(
    count_refused_key_logs: Callable[..., int], answers: list[tuple[str, int]], entries: int
) -> None:
    assert count_refused_key_logs(*answers) == entries
