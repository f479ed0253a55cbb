"""Statuses, headers, retries and logs of calls. The key appears only in its header."""

import traceback
from typing import Any

import pytest
import requests
import responses
import structlog
from structlog.testing import capture_logs

from app.agentos.budget import Budget
from app.agentos.caller import Caller
from app.agentos.endpoints import Call, Write
from app.agentos.errors import AgentOSError, Failed, NotFound, RateLimited, Rejected, TimedOut, Unreachable
from app.agentos.gateway import Gateway
from app.agentos.transport import Answer, Transport
from app.domain.agency import Agency
from app.domain.attempt import AttemptResult
from app.domain.clock import Deadline
from app.store.engine import Database
from app.store.tables import slots
from tests.agentos.calls import BASE_URL, JOB, KEY, LEASE, PREFIX, MakeTransport
from tests.clock import FakeClock

Http = responses.RequestsMock


@pytest.fixture
def transport(make_transport: MakeTransport) -> Transport:
    return make_transport(f"{BASE_URL}/")


def get(transport: Transport, agency: Agency, caller: Caller) -> Answer:
    return transport.send(Call(agency, "job", JOB, caller))


def patch(transport: Transport, agency: Agency, caller: Caller) -> Answer:
    return transport.send(Call(agency, "set_status", JOB, caller, Write({"StatusID": "SX-4"}, LEASE)))


def test_request_has_expected_headers(http: Http, transport: Transport, agency: Agency, caller: Caller) -> None:
    http.get(f"{PREFIX}/jobs/JOB-7", body=b"{}")
    assert get(transport, agency, caller) == Answer(200, b"{}")
    request = http.calls[0].request
    assert request.url == f"{BASE_URL}{JOB}"
    assert request.headers["api_key"] == KEY
    assert request.headers["X-Request-ID"] == "req-12345678"
    assert request.headers["Accept"] == "application/json"
    assert request.headers["Accept-Encoding"] == "gzip"
    assert request.headers["User-Agent"] == "contractor-portal"
    assert KEY not in (request.url or "")


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (101, Failed),
        (301, Failed),
        (304, Failed),
        (400, Rejected),
        (401, Rejected),
        (404, NotFound),
        (405, Rejected),
        (408, Failed),
        (409, Rejected),
        (500, Failed),
        (503, Failed),
        (599, Failed),
    ],
)
def test_error_status_raises_its_error(
    http: Http, transport: Transport, agency: Agency, caller: Caller, status: int, error: type[Exception]
) -> None:
    http.patch(f"{PREFIX}/jobs/JOB-7", status=status, headers={"Location": "https://elsewhere.example/"})
    with pytest.raises(error) as caught:
        patch(transport, agency, caller)
    assert isinstance(caught.value, AgentOSError)
    assert caught.value.status == status
    assert len(http.calls) == 1


@pytest.mark.parametrize("status", [403, 429])
def test_whole_key_rests_after_403_or_429(
    http: Http, transport: Transport, agency: Agency, caller: Caller, clock: FakeClock, budget: Budget, status: int
) -> None:
    http.get(f"{PREFIX}/jobs/JOB-7", status=status, headers={"Retry-After": "7200"})
    with pytest.raises(RateLimited) as caught:
        get(transport, agency, caller)
    assert (caught.value.retry_after_s, caught.value.status) == (60, status)
    assert caught.value.result is not AttemptResult.NOT_SENT
    clock.advance(20)
    with pytest.raises(RateLimited) as caught:
        get(transport, agency, caller)
    assert caught.value.retry_after_s == pytest.approx(40)
    assert (caught.value.result, caught.value.status) == (AttemptResult.NOT_SENT, None)
    assert budget.resting(agency) == pytest.approx(40)
    assert len(http.calls) == 1
    clock.advance(40)
    http.replace("GET", f"{PREFIX}/jobs/JOB-7", body=b"{}")
    later = Caller(role="person", deadline=Deadline(clock, 25))
    assert get(transport, agency, later).status == 200


@pytest.mark.parametrize("status", [502, 503, 504])
def test_failed_read_is_retried_after_a_short_wait(
    http: Http, transport: Transport, agency: Agency, caller: Caller, clock: FakeClock, status: int
) -> None:
    http.get(f"{PREFIX}/jobs/JOB-7", status=status)
    http.get(f"{PREFIX}/jobs/JOB-7", status=status)
    started = clock.boot()
    with pytest.raises(Failed):
        get(transport, agency, caller)
    assert len(http.calls) == 2
    assert clock.boot() - started == pytest.approx(0.2)


def test_failed_read_is_not_retried_without_time_left(
    http: Http, transport: Transport, agency: Agency, clock: FakeClock
) -> None:
    http.get(f"{PREFIX}/jobs/JOB-7", status=503)
    with pytest.raises(Failed):
        get(transport, agency, Caller(role="person", deadline=Deadline(clock, 0.15)))
    assert len(http.calls) == 1


def test_call_after_deadline_sends_nothing(
    http: Http, transport: Transport, agency: Agency, clock: FakeClock, database: Database
) -> None:
    with pytest.raises(TimedOut) as caught:
        patch(transport, agency, Caller(role="person", deadline=Deadline(clock, 0)))
    assert caught.value.result is AttemptResult.NOT_SENT
    assert not http.calls
    with database.read() as connection:
        assert connection.execute(slots.select()).all() == []


def test_attempt_logs_one_line(http: Http, transport: Transport, agency: Agency, caller: Caller) -> None:
    http.get(f"{PREFIX}/jobs/JOB-7", status=503)
    http.get(f"{PREFIX}/jobs/JOB-7", body=b"{}")
    with capture_logs() as lines:
        get(transport, agency, caller)
    first, second = lines
    assert first == {
        "event": "agentos_call",
        "log_level": "info",
        "operation": "job",
        "agency": "acme",
        "method": "GET",
        "status": 503,
        "error": "Failed",
        "milliseconds": 0,
        "waited_milliseconds": 0,
        "asker": "person",
        "attempt": 1,
        "request_id": "req-12345678",
    }
    assert (second["status"], second["error"], second["attempt"]) == (200, None, 2)
    assert "JOB-7" not in str(lines)


FAILURES: list[Any] = [
    400,
    404,
    429,
    500,
    requests.ConnectionError(f"api_key: {KEY}"),
    requests.exceptions.InvalidHeader(f"api_key: {KEY}"),
    requests.exceptions.ChunkedEncodingError(KEY),
    requests.ReadTimeout(KEY),
    UnicodeEncodeError("latin-1", KEY, 0, 1, KEY),
    OSError(KEY),
]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda each: type(each).__name__)
def test_key_is_absent_from_exceptions_and_logs(
    http: Http, transport: Transport, agency: Agency, caller: Caller, failure: Any
) -> None:
    if isinstance(failure, int):
        http.patch(f"{PREFIX}/jobs/JOB-7", status=failure, body=f"bad key {KEY}")
    else:
        http.patch(f"{PREFIX}/jobs/JOB-7", body=failure)
    with capture_logs() as lines, pytest.raises(AgentOSError) as caught:
        patch(transport, agency, caller)
    error = caught.value
    assert error.__cause__ is None
    assert error.__context__ is None
    error.__traceback__ = (
        error.__traceback__ and error.__traceback__.tb_next
    )  # this test's own variables may contain the key
    assert KEY not in "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    assert KEY not in repr(error) + repr(vars(error)) + repr(lines)
    rendered = structlog.processors.JSONRenderer()(None, "", {"lines": lines, "error": repr(error)})
    assert KEY not in str(rendered)


@pytest.mark.parametrize("key", ["k3y\r\nEvil: 1", "k3y-\u20ac"])
def test_error_does_not_quote_key_that_is_invalid_in_a_header(
    make_transport: MakeTransport, caller: Caller, key: str
) -> None:
    agency = Agency(short_name="acme", name="", api_key=key)
    with pytest.raises(Unreachable) as caught:
        patch(make_transport("http://127.0.0.1:9"), agency, caller)
    assert caught.value.result is AttemptResult.NOT_SENT
    assert "k3y" not in "".join(traceback.format_exception(caught.value))


def test_key_is_absent_from_reprs(transport: Transport, agency: Agency, caller: Caller, budget: Budget) -> None:
    gateway = Gateway(transport, agency, caller)
    assert KEY not in "".join(map(repr, (agency, caller, transport, budget, gateway, vars(gateway), vars(transport))))


def test_cookie_from_agentos_is_not_sent_back(http: Http, transport: Transport, agency: Agency, caller: Caller) -> None:
    http.get(f"{PREFIX}/jobs/JOB-7", body=b"{}", headers={"Set-Cookie": "session=acme; Path=/"})
    get(transport, agency, caller)
    get(transport, agency, caller)
    assert "Cookie" not in http.calls[1].request.headers
