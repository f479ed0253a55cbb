"""The budget after a reboot, lost rows or a stepped clock: it counts as just used."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Table
from structlog.testing import capture_logs

from app.agentos.budget import key_id, terms_of
from app.domain.slots import Ask
from app.store.slots import SlotStore
from app.store.tables import first_windows, slots
from tests.agentos.machines import ALL, WINDOW_S, Machines
from tests.agentos.test_budget import make_agency

FIRST = 5
"""AgentOS's 50 calls minus the default budget of 45."""
MakeMachines = Callable[..., Machines]


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def make_machines(database_url: str) -> Iterator[MakeMachines]:
    made: list[Machines] = []

    def make(**options: object) -> Machines:
        made.append(Machines(database_url, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for machines in made:
        machines.close()


@pytest.fixture
def used_up(make_machines: MakeMachines) -> Machines:
    """Return machines whose whole budget was used this moment."""
    machines = make_machines()
    machines.use_whole_budget()
    return machines


def count_calls_in_a_window(machines: Machines) -> int:
    """Return the number of calls that get a slot within the next minute, with a try every twenty seconds."""
    number = 0
    for _ in range(3):
        number += sum(machine.calls() + machine.calls("worker") for machine in machines.all)
        machines.advance(WINDOW_S / 3 - 0.001)
    return number


def test_new_counter_in_first_window_allows_limit_minus_budget(make_machines: MakeMachines) -> None:
    machines = make_machines()
    assert count_calls_in_a_window(machines) == FIRST
    machines.advance(0.01)
    assert machines.all[0].calls() == 35


@pytest.mark.parametrize("limit", [1, 10, 44, 49])
def test_first_window_of_small_budget_never_exceeds_budget(make_machines: MakeMachines, limit: int) -> None:
    assert count_calls_in_a_window(make_machines(limit=limit)) == min(limit, 50 - limit)


def test_first_window_keeps_shares_of_people_and_worker(make_machines: MakeMachines) -> None:
    machines = make_machines()
    machine = machines.all[0]
    assert (machine.calls(), machine.calls("worker")) == (4, 1)
    assert (machine.calls("background", other := make_agency(45, "another")), machine.calls("worker", other)) == (1, 2)
    assert machine.calls("awaited", other) == 2


def test_first_window_logs_why_few_calls_are_allowed(make_machines: MakeMachines) -> None:
    machines = make_machines()
    with capture_logs() as lines:
        machines.all[0].calls()
    begins = {"event": "budget_begins", "agency": "acme", "calls": 5, "seconds": 60.0, "log_level": "warning"}
    assert lines == [begins]


@pytest.mark.parametrize(
    "lost", [ALL, [slots], [first_windows], [slots, first_windows]], ids=["all", "slots", "windows", "both"]
)
def test_budget_after_lost_rows_starts_as_if_used_up(used_up: Machines, lost: list[Table]) -> None:
    used_up.lose(lost)
    assert count_calls_in_a_window(used_up) == FIRST


@pytest.mark.parametrize("boot", [0.5, 5_130.0])
def test_budget_after_reboot_starts_as_if_used_up(used_up: Machines, boot: float) -> None:
    used_up.all[0].reboot(boot)
    assert count_calls_in_a_window(used_up) == FIRST
    used_up.advance(0.01)
    assert used_up.all[0].calls() == 35


def test_attempt_with_lost_row_is_counted_from_its_end(used_up: Machines) -> None:
    machine = used_up.all[0]
    used_up.advance(WINDOW_S)
    with machine.budget.slot(used_up.agency, machine.caller("person"), hold_s=100.0, wait_s=0.0):
        used_up.lose()
        assert machine.calls("worker") == 3
        used_up.advance(50)
    used_up.advance(10.1)
    assert machine.budget.usage([used_up.agency])[used_up.agency.short_name] == (1, 0, 0.0)


def test_key_without_current_calls_keeps_its_count(used_up: Machines) -> None:
    """A key without slots in use does not mean lost rows, even if the last request failed."""
    machine, agency = used_up.all[0], used_up.agency
    used_up.advance(58.5)
    waits = Ask(
        key_id=key_id(agency),
        terms=terms_of("person", 45, 10),
        hold_s=20.0,
        window_s=WINDOW_S,
        rest_s=WINDOW_S,
        patience_s=3.0,
    )
    assert SlotStore(used_up.databases[0]).take(waits).ticket, "somebody waits, and dies"
    used_up.advance(2)
    assert not machine.call("background")
    used_up.advance(7 * 86_400)
    assert machine.calls() == 35


class TestPostgreSQL:
    """PostgreSQL's clock is a wall clock, which several machines share."""

    @pytest.fixture
    def engine(self) -> str:
        return "postgresql"

    @pytest.mark.parametrize(
        ("seconds", "is_new_process"), [(-200, False), (-2, False), (2, False), (200, False), (-200, True), (200, True)]
    )
    def test_budget_after_clock_step_starts_as_if_used_up(
        self, used_up: Machines, seconds: int, is_new_process: bool
    ) -> None:
        used_up.step(seconds)
        if is_new_process:
            used_up.all[0].start()
        assert count_calls_in_a_window(used_up) == FIRST
        used_up.advance(0.01)
        assert used_up.all[0].calls() == 35

    @pytest.mark.parametrize("seconds", [-1.9, 1.9])
    def test_clock_drift_below_step_threshold_adds_no_calls(self, used_up: Machines, seconds: float) -> None:
        machine = used_up.all[0]
        for _ in range(9):
            used_up.step(seconds)
            used_up.advance(6.6)
            assert not machine.call("worker")
        used_up.advance(0.7)
        assert machine.calls() == 35

    @pytest.mark.parametrize("seconds", [-200, 200])
    def test_clock_step_outside_production_changes_nothing(self, make_machines: MakeMachines, seconds: int) -> None:
        machines = make_machines(is_careful=False)
        machines.use_whole_budget()
        machines.step(seconds)
        assert count_calls_in_a_window(machines) == 0
        machines.advance(0.01)
        assert machines.all[0].calls() == 35

    @pytest.mark.parametrize("seconds", [-200, 200])
    def test_resting_key_still_rests_after_clock_step(self, used_up: Machines, seconds: int) -> None:
        machine = used_up.all[0]
        machine.budget.rest(used_up.agency)
        used_up.advance(20)
        used_up.step(seconds)
        assert not machine.call()
        assert machine.budget.resting(used_up.agency) == pytest.approx(40)
        machine.start()
        assert machine.budget.resting(used_up.agency) == pytest.approx(40)

    def test_new_machine_restarts_count_for_all_machines(self, used_up: Machines) -> None:
        used_up.add()
        used_up.all[1].call("worker")
        assert count_calls_in_a_window(used_up) == FIRST - 1

    def test_clock_step_restarts_count_once_on_each_machine(self, used_up: Machines) -> None:
        """Each of the two machines restarts the count only once."""
        used_up.add().call()
        used_up.advance(2 * WINDOW_S)
        used_up.step(200)
        with capture_logs() as lines:
            for _ in range(3):
                for machine in used_up.all:
                    machine.call()
                    used_up.advance(25)
        assert [line["event"] for line in lines] == ["clock_stepped", "budget_begins", "budget_begins"]
