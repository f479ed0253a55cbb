"""A key that AgentOS refuses is told once, as it begins, however many calls are made with it."""

from collections.abc import Callable

import pytest
import responses
from structlog.testing import capture_logs

from app.agentos.call import Call
from app.agentos.caller import Caller
from app.agentos.errors import AgentOSError
from app.domain.agency import Agency
from tests.agentos.probes import JOB, PREFIX, MakeTransport


@pytest.fixture
def told(
    http: responses.RequestsMock, make_transport: MakeTransport, agency: Agency, caller: Caller
) -> Callable[..., int]:
    """Makes calls that are answered so, one after the other; how often the refused key was told of."""
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


def test_a_wrong_key_is_told_once_an_operation(told: Callable[..., int]) -> None:
    assert told(("job", 401), ("job", 401), ("staff", 401), ("branches", 401), ("staff", 401)) == 3
    assert told(("job", 404), ("job", 401)) == 0


def test_a_tier_that_is_not_open_is_told_once_while_others_are(told: Callable[..., int]) -> None:
    assert told(("job", 200), ("staff", 401), ("job", 200), ("staff", 401), ("job", 200), ("staff", 401)) == 1


def test_a_key_that_dies_while_a_tier_is_closed_is_told(told: Callable[..., int]) -> None:
    assert told(("staff", 401), ("job", 200), ("job", 401), ("staff", 401)) == 2


def test_a_key_that_is_refused_anew_is_told_anew(told: Callable[..., int]) -> None:
    assert told(("job", 401), ("job", 200), ("job", 401)) == 2
