"""The clock that counts slots: shared by all users of a database, and stored exactly."""

import pytest

from app.agentos.budget import Budget
from app.agentos.caller import Caller
from app.agentos.errors import Busy
from app.domain.clock import Clock, Deadline
from app.store.engine import Database
from app.store.slots import SlotStore
from tests.agentos.test_budget import MakeStore, make_agency
from tests.agentos.test_queue import WINDOW_S, CallerQueue, waiting_times_s
from tests.agentos.thread_scheduler import ThreadScheduler


def test_slots_on_postgresql_use_database_clock(postgres_url: str) -> None:
    """Several hosts need this, because each host's clock may be wrong by hours."""
    database = Database(postgres_url)
    store = SlotStore(database)
    clock = Clock()
    crowd = Budget(store, clock, window_s=WINDOW_S, worker_share=1, rest_s=WINDOW_S)
    agency = make_agency(1)
    caller = Caller(role="person", deadline=Deadline(clock, 9))
    with crowd.slot(agency, caller, hold_s=20.0, wait_s=0.0):
        pass
    with pytest.raises(Busy) as caught, crowd.slot(agency, caller, hold_s=20.0, wait_s=3.0):
        pass
    assert 50 < (caught.value.retry_after_s or 0) <= 60
    assert crowd.resting(agency) == 0
    crowd.rest(agency)
    assert 50 < crowd.resting(agency) <= 60
    with database.read() as connection:
        now = "extract(epoch FROM clock_timestamp())"
        returns_s = connection.exec_driver_sql(f"SELECT returns_at - {now} FROM slots").scalar_one()
    assert 50 < returns_s <= 60
    database.dispose()


@pytest.mark.parametrize("fraction", [0.12344, 0.12346])
def test_slot_times_are_stored_to_the_microsecond(make_store: MakeStore, fraction: float) -> None:
    """A server's clock counts since 1970. A slot that is free 0.1 ms early would be one too many."""
    stage = ThreadScheduler(1_795_626_738 + fraction)
    crowd = CallerQueue(make_store, stage, limit=2)
    assert waiting_times_s(crowd.ask()) == [0.0]
    stage.advance(WINDOW_S - 2e-6)
    assert isinstance(crowd.ask(wait_s=0.0).error, Busy)
    stage.advance(4e-6)
    assert waiting_times_s(crowd.ask(wait_s=0.0)) == [0.0]
    crowd.budget.rest(crowd.agency)
    assert crowd.budget.resting(crowd.agency) == pytest.approx(WINDOW_S, abs=2e-6)
