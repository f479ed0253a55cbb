"""Rests of forbidden operations: the portal backs off from one operation alone, or from the whole key.

It backs off from the operation alone if AgentOS serves other operations.
"""

from collections.abc import Callable

import pytest
import responses
from structlog.testing import capture_logs

from app.agentos.backoff import EVIDENCE_S
from app.agentos.budget import Budget
from app.agentos.caller import Caller
from app.agentos.endpoints import Call
from app.agentos.errors import AgentOSError, RateLimited
from app.agentos.transport import Transport
from app.domain.agency import Agency
from app.domain.attempt import AttemptResult
from app.domain.clock import Deadline
from app.store.engine import Database
from app.store.tables import operation_rests
from tests.agentos.calls import BASE_URL, JOB, MakeTransport
from tests.clock import FakeClock

URL = f"{BASE_URL}{JOB}"


class Process:
    """A process that calls AgentOS."""

    def __init__(self, http: responses.RequestsMock, transport: Transport, agency: Agency, clock: FakeClock) -> None:
        self._http, self._transport, self._agency, self._clock = http, transport, agency, clock

    def call(self, operation: str, status: int = 200, during: Callable[[], object] = int) -> AgentOSError | None:
        """Call the operation, which AgentOS answers with the status after `during`, and return the error."""

        def answer(_: object) -> tuple[int, dict[str, str], str]:
            during()
            return status, {}, "{}"

        self._http.remove("GET", URL)
        self._http.add_callback("GET", URL, callback=answer)
        self._clock.advance(0.001)
        caller = Caller(role="worker", deadline=Deadline(self._clock, 25.0), wait_s=0.0)
        try:
            self._transport.send(Call(self._agency, operation, JOB, caller))
        except AgentOSError as error:
            return error
        return None

    def rest_of_operation_s(self, operation: str) -> float | None:
        """Return the seconds for which the operation must not be called, or None if it was called."""
        calls = len(self._http.calls)
        error = self.call(operation)
        if error is None:
            return None
        assert isinstance(error, RateLimited)
        assert (error.result, error.status, len(self._http.calls)) == (AttemptResult.NOT_SENT, None, calls)
        return error.retry_after_s


@pytest.fixture
def start_process(
    http: responses.RequestsMock, make_transport: MakeTransport, agency: Agency, clock: FakeClock
) -> Callable[[], Process]:
    return lambda: Process(http, make_transport(), agency, clock)


@pytest.fixture
def process(start_process: Callable[[], Process]) -> Process:
    return start_process()


def test_operation_forbidden_while_another_succeeds_rests_alone(
    process: Process, budget: Budget, agency: Agency
) -> None:
    process.call("job")
    error = process.call("historical", 403)
    assert isinstance(error, RateLimited)
    assert (error.result, error.status) == (AttemptResult.PROBABLY_TURNED_AWAY, 403)
    assert error.retry_after_s == 60
    assert process.rest_of_operation_s("historical") == pytest.approx(60, abs=0.1)
    assert process.rest_of_operation_s("job") is None
    assert budget.resting(agency) == 0


@pytest.mark.parametrize(("seconds", "key_rests"), [(EVIDENCE_S - 1, False), (EVIDENCE_S, True)])
def test_success_proves_only_for_ten_minutes_that_the_key_is_allowed(
    process: Process, clock: FakeClock, budget: Budget, agency: Agency, seconds: float, key_rests: bool
) -> None:
    process.call("job")
    clock.advance(seconds)
    process.call("historical", 403)
    assert (budget.resting(agency) > 0) == key_rests


def test_whole_key_rests_after_two_forbidden_operations_in_a_row(
    process: Process, budget: Budget, agency: Agency
) -> None:
    """AgentOS may have blocked the key: two calls are refused, and no third is made."""
    for operation in ("job", "staff", "property"):
        process.call(operation)
    process.call("job", 403)
    assert budget.resting(agency) == 0
    process.call("staff", 403)
    assert budget.resting(agency) > 0
    assert process.rest_of_operation_s("property") is not None


def test_operation_rest_doubles_each_time_up_to_half_an_hour(process: Process, clock: FakeClock) -> None:
    rests = []
    for _ in range(7):
        process.call("job")
        error = process.call("historical", 403)
        assert isinstance(error, RateLimited)
        rests.append(error.retry_after_s)
        assert process.rest_of_operation_s("historical") is not None
        clock.advance(error.retry_after_s or 0)
    assert rests == [60, 120, 240, 480, 960, 1800, 1800]


def test_operation_stops_resting_after_successful_trial(process: Process, clock: FakeClock, database: Database) -> None:
    process.call("job")
    process.call("historical", 403)
    clock.advance(60)
    assert process.rest_of_operation_s("historical") is None
    with database.read() as connection:
        assert connection.execute(operation_rests.select()).all() == []
    process.call("job")
    error = process.call("historical", 403)
    assert error
    assert error.retry_after_s == 60


def test_operation_rests_in_all_processes_and_one_process_retries_it(
    start_process: Callable[[], Process], clock: FakeClock
) -> None:
    process, other = start_process(), start_process()
    process.call("job")
    process.call("historical", 403)
    assert other.rest_of_operation_s("historical") == pytest.approx(60, abs=0.1)
    clock.advance(60)
    during_the_trial: list[float | None] = []
    process.call("historical", 500, during=lambda: during_the_trial.append(other.rest_of_operation_s("historical")))
    assert during_the_trial == [pytest.approx(20, abs=0.1)]
    assert other.rest_of_operation_s("historical") is not None, "nobody knows whether the trial went well"
    clock.advance(20)
    assert other.rest_of_operation_s("historical") is None


def test_operation_rest_from_before_reboot_blocks_nothing(
    process: Process, clock: FakeClock, database: Database
) -> None:
    process.call("job")
    process.call("historical", 403)
    with database.write() as connection:
        connection.execute(operation_rests.update().values(until=clock.boot() + 1e6))
    assert process.rest_of_operation_s("historical") is None


def test_operation_is_called_if_its_rest_cannot_be_read(
    process: Process, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.write() as connection:
        operation_rests.drop(connection)
    with capture_logs() as lines:
        assert process.call("job") is None
    assert "agentos_operation_rest_not_kept" in [line["event"] for line in lines]


def test_operation_forbidden_repeatedly_lets_other_operations_go_first(
    process: Process, clock: FakeClock, budget: Budget, agency: Agency
) -> None:
    """A starting worker fetches the most urgent list first, whenever it can."""
    for _ in range(3):
        process.call("jobs", 403)
        assert budget.resting(agency) > 0
        clock.advance(60)
    assert process.rest_of_operation_s("jobs") == pytest.approx(60, abs=0.1)
    assert process.rest_of_operation_s("job") is None
    clock.advance(60)
    process.call("jobs", 403)
    assert budget.resting(agency) == 0
    assert process.rest_of_operation_s("jobs") == pytest.approx(240, abs=0.1)
