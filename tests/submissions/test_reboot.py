"""Reboots: the downtime is unknown, so an unconfirmed submission waits from the start again."""

from collections.abc import Callable

import pytest

from app.store.engine import Database
from tests.clock import FakeClock
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import WRITES, count_in_agentos, count_writes_sent, fail_writes, prove_recognition
from tests.submissions.worker_runs import SETTLED_S, run_worker_later, run_worker_until_settled, submission_states


class WallClock(FakeClock):
    """The clock of a database server, which continues when the portal's machine reboots."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__()
        self._clock = clock

    def boot(self) -> float:
        return self._clock.now().timestamp()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def reboot(portal_server: PortalServer, engine: str, monkeypatch: pytest.MonkeyPatch) -> Callable[[], PortalServer]:
    """Return a function that starts the portal again, after `SETTLED_S` and a reboot."""
    clock = portal_server.clock
    assert isinstance(clock, FakeClock)

    if engine == "postgresql":
        wall = WallClock(clock)
        monkeypatch.setattr(Database, "_server_clock", property(lambda _: wall, lambda _, value: None), raising=False)
        with portal_server.services.database.read() as connection:
            assert portal_server.services.database.seconds(connection) == wall.boot()

    def again() -> PortalServer:
        clock.advance(SETTLED_S)
        clock.reboot("second boot")
        return PortalServer(portal_server.config, portal_server.simulator, clock)

    return again


@pytest.mark.parametrize("kind", WRITES)
def test_unconfirmed_submission_is_resent_settle_s_after_reboot(
    sender: Sender, reboot: Callable[[], PortalServer], kind: str
) -> None:
    prove_recognition(sender, kind)
    fail_writes(sender, kind, times=1, status=502, effect=False)
    WRITES[kind](sender)
    again = reboot()
    for _ in range(int(SETTLED_S / 10)):
        run_worker_later(again, turns=1, seconds=9.9)
        assert count_writes_sent(sender) == 1
    run_worker_until_settled(again)
    assert (submission_states(again)[-1], count_in_agentos(sender, kind), count_writes_sent(sender)) == (
        "confirmed",
        1,
        2,
    )


def test_unconfirmed_completion_delays_next_completion_after_reboot(
    sender: Sender, reboot: Callable[[], PortalServer]
) -> None:
    """Otherwise a late "done" would undo "reopened"."""
    fail_writes(sender, "completion", times=1, status=502, effect=True)
    assert WRITES["completion"](sender).status_code == 200
    again = reboot()
    Sender(again, client_for(again, "acme/CON-1001")).complete(False, Prefer="respond-async")
    run_worker_later(again, turns=5, seconds=20)
    assert count_writes_sent(sender) == 1
    run_worker_later(again, turns=2, seconds=20)
    assert (submission_states(again)[-1], count_in_agentos(sender, "completion"), count_writes_sent(sender)) == (
        "confirmed",
        0,
        2,
    )
