"""Random events between a worker's transactions undo no write, and the mirror equals AgentOS at the end."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import Connection

from app.agentos.caller import Caller
from app.domain.clock import Deadline
from app.domain.job import Job
from app.mirror.kinds import Kind
from app.mirror.mirror import renumber
from tests.mirror.reading_helpers import (
    LEASE_S,
    Killed,
    assert_no_leftover_rows,
    rows,
    upstream_jobs,
    use_small_pages,
    visible_jobs,
    worker,
)
from tests.portal_server import PortalServer, refresh_once


class Others:
    """Random actions of other processes. `written` contains the titles of jobs that the portal wrote last."""

    def __init__(self, portal_server: PortalServer, chance: random.Random) -> None:
        self._portal_server = portal_server
        self._mirror = portal_server.services.mirror
        self._chance = chance
        self.written: dict[str, str] = {}

    def act(self) -> None:
        """Do one random action."""
        job_id = self._chance.choice(sorted(upstream_jobs(self._portal_server)))
        what = self._chance.choice((self._change, self._move, self._write, self._write, self._refresh))
        if what != self._refresh:
            self.written.pop(job_id, None)
        what(job_id)

    def check(self) -> None:
        """Assert that every write is visible."""
        known_jobs = {job_id: self._mirror.get_record("acme", Kind.JOB, job_id) for job_id in self.written}
        assert {job_id: job and job.title for job_id, job in known_jobs.items()} == self.written

    def _title(self, job_id: str) -> str:
        title = f"Title {self._chance.random()}"
        self._portal_server.simulator.change(f"acme/jobs/{job_id}", Title=title)
        return title

    def _change(self, job_id: str) -> None:
        self._title(job_id)

    def _move(self, job_id: str) -> None:
        self._portal_server.simulator.change(f"acme/jobs/{job_id}", BranchOID=self._chance.choice(("BR-1", "BR-2")))

    def _refresh(self, _job_id: str) -> None:
        refresh_once(worker(self._portal_server, Kind.JOB))

    def _write(self, job_id: str) -> None:
        number_before = self._mirror.current_sequence()
        caller = Caller(role="awaited", deadline=Deadline(self._portal_server.clock, 25))
        job: Job = self._portal_server.services.gateways.open(self._portal_server.config.agencies["acme"], caller).job(
            job_id
        )
        self._mirror.store_job("acme", job, number_before)
        with self._mirror.database.write() as connection:
            renumber(connection, "acme", Kind.JOB, job_id)
        title = self._title(job_id)
        if self._chance.random() < 0.7:  # else the response was lost
            self._mirror.change_job("acme", job, lambda known: replace(known, title=title))
            self.written[job_id] = title


@contextmanager
def disturbed(portal_server: PortalServer, others: Others, chance: random.Random) -> Iterator[None]:
    """Let another process act, or this one die, after any of its transactions."""
    database, alone = portal_server.services.database, [True]
    write = database.write

    @contextmanager
    def interrupting_write() -> Iterator[Connection]:
        with write() as connection:
            yield connection
        if not alone:
            return
        alone.clear()
        others.check()
        if chance.random() < 0.3:
            others.act()
        alone.append(True)
        if chance.random() < 0.03:
            raise Killed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "write", interrupting_write)
        try:
            yield
        except Killed:
            portal_server.advance_clock(LEASE_S)


@pytest.mark.parametrize(("engine", "seed"), [*(("sqlite", seed) for seed in range(4)), ("postgresql", 0)])
def test_random_interruptions_undo_no_write(
    portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    use_small_pages(monkeypatch, page=30, batch=3)
    chance = random.Random(seed)
    others = Others(portal_server, chance)
    for _ in range(6):
        if chance.random() < 0.6:  # this branch is filled again from nothing
            branch = chance.choice(("BR-1", "BR-2"))
            others.written.clear()
            with portal_server.services.database.write() as connection:
                for table in ("records", "collections"):
                    connection.exec_driver_sql(f"DELETE FROM {table} WHERE kind = 'job' AND scope = '{branch}'")
        portal_server.advance_clock(chance.choice((31, 61, 200)))
        with disturbed(portal_server, others, chance):
            for _ in range(6):
                refresh_once(worker(portal_server, Kind.JOB))
    for _ in range(3):
        portal_server.advance_clock(401)
        for _ in range(20):
            if not refresh_once(worker(portal_server, Kind.JOB)):
                portal_server.advance_clock(5)
    assert visible_jobs(portal_server) == upstream_jobs(portal_server)
    assert len(rows(portal_server)) == len(upstream_jobs(portal_server)), "each in one list"
    assert_no_leftover_rows(portal_server)
