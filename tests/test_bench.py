"""The parts of `make bench`: its rows are complete, and limits are applied. The bench itself takes over an hour."""

import json
import math
import runpy
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import flask
import pytest
from sqlalchemy import insert

from app.store.engine import Database
from app.store.tables import collections, records
from bench.__main__ import ROWS
from bench.agentos import add_addresses, sized_agency
from bench.figures import Figure, percentile
from bench.many.agentos import Agencies
from bench.many.scale import BRANCHES, BRIEF, SIZE
from bench.observer import Observer
from bench.people import PLAIN
from bench.rows import many_agencies
from simulator.exchange import Request, exchange
from simulator.settings import Settings
from simulator.world import World
from tests import postgres_server

ROOM = Path(__file__).resolve().parents[1] / "bench" / "rows"


def test_every_bench_row_is_run_and_documented() -> None:
    modules = {path.stem: path.read_text("utf-8") for path in ROOM.glob("*.py") if path.stem != "__init__"}
    assert sorted(modules) == sorted(ROWS)
    for text in modules.values():
        assert text.startswith('"""')
        assert "\ndef measure() -> list[Figure]:" in text


def test_gunicorn_hook_accepts_other_applications() -> None:
    """The compared applications run with the portal's gunicorn settings."""
    runpy.run_path("gunicorn.conf.py")["post_worker_init"](SimpleNamespace(wsgi=flask.Flask("peer"), age=1, sockets=[]))


@pytest.mark.parametrize(
    ("figure", "passed"),
    [
        (Figure("", 0.7, at_least=0.7), True),
        (Figure("", 0.699, at_least=0.7), False),
        (Figure("", 120, at_most=120), True),
        (Figure("", 120.1, at_most=120), False),
        (Figure("", 5), None),
    ],
)
def test_figure_passes_up_to_its_limit(figure: Figure, passed: bool | None) -> None:
    assert figure.passed is passed


def test_percentile_is_one_of_the_measured_values() -> None:
    values = [float(value) for value in range(100, 0, -1)]
    assert [percentile(values, share) for share in (0.01, 0.5, 0.99, 1)] == [1, 50, 99, 100]


KEY = "acme-simulated-key-6d1f0c2b9a"
PATHS = (
    "company/branches/0/1000",
    "jobs/statusTypes/0/1000",
    "contacts/contractors/BR-1/0/1000",
    "contacts/contractors/CON-1012",
    "contacts/staff/ST-1",
    "jobs/BR-2/0/1000",
    "jobs/BR-2/50/10",
    "jobs/JOB-7",
    "jobs/BR-9/0/1000",
    "nothing",
)


def get_many(agencies: Agencies, path: str, key: str) -> tuple[int, bytes]:
    """Return the status and the body of a GET request to AgentOS for many agencies."""
    head = f"GET {path} HTTP/1.1\r\napi_key: {key}".encode()
    answer, _ = agencies.answer("GET", path, head, b"")
    lines, _, body = answer.partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in lines
    return int(lines.split(b" ")[1]), body


@pytest.mark.parametrize("path", PATHS)
def test_agentos_of_many_agencies_answers_like_the_simulator(path: str) -> None:
    branches, contractors, jobs = map(int, SIZE.split(","))
    settings = Settings(branches=branches, contractors=contractors, jobs=jobs)
    world = World(Settings(branches=1, contractors=1, jobs=0), time.monotonic)
    agency = world.agencies["acme-17"] = sized_agency("acme-17", settings)
    agency.list_notes.clear()
    add_addresses(agency)
    whole_path = f"/v4/maintenance/acme-17/{path}"
    expected = exchange(world, Request("GET", whole_path, {"api_key": f"{KEY}-17"}, b"")).answer
    assert expected
    answer = get_many(Agencies(20, SIZE, 0, 50, 60.0), whole_path, f"{KEY}-17")
    assert answer == (expected.status, expected.body)


def test_agentos_of_many_agencies_limits_each_key() -> None:
    agencies = Agencies(2, SIZE, 0, 3, 60.0)
    path = "/v4/maintenance/acme-{}/jobs/BR-1/0/1000"
    assert [get_many(agencies, path.format(1), f"{KEY}-1")[0] for _ in range(4)] == [200, 200, 200, 429]
    assert get_many(agencies, path.format(2), f"{KEY}-2")[0] == 200
    limits = json.loads(get_many(agencies, "/_control/limits", "")[1])["all"]
    assert limits == {"accepted": 4, "refused_429": 1, "refused_403": 0, "most_in_window": 3}


@pytest.mark.parametrize("key", ["", f"{KEY}-1", f"{KEY}-3"])
def test_agentos_of_many_agencies_refuses_a_wrong_key(key: str) -> None:
    agencies = Agencies(2, SIZE, 0, 50, 60.0)
    assert get_many(agencies, "/v4/maintenance/acme-2/jobs/BR-1/0/1000", key)[0] == 401


def test_people_of_many_agencies_can_be_chosen() -> None:
    agencies = Agencies(12, SIZE, 0, 50, 60.0)
    contractors = json.loads(get_many(agencies, "/_control/state/acme-12/contractors", "")[1])
    addresses = [contractor.get("EMailAddress") or "" for contractor in contractors.values()]
    assert "office1015@12-acme-trades.example" in filter(PLAIN.fullmatch, addresses)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_observer_reports_a_list_that_is_visible_in_part(
    make_database: Callable[..., Database], database_url: str
) -> None:
    """Of two jobs, one is visible, and the other belongs to a later generation."""
    list_of_jobs = {"agency": "acme", "kind": "job", "scope": "BR-1"}
    rows = [
        {**list_of_jobs, "record_id": f"JOB-{number}", "body": b"{}", "sequence": number, "generation": number}
        for number in (1, 2)
    ]
    with make_database().write() as connection:
        connection.execute(insert(collections).values(**list_of_jobs, generation=1, read_at=None))
        connection.execute(insert(records), rows)
    observer = Observer(database_url, {("job", "BR-1"): {"JOB-1", "JOB-2"}})
    observer.check()
    assert observer.faults == ["job BR-1: 1 of 2 rows shown", "job BR-1: shown before it was read"]
    assert observer.ids() == {("job", "BR-1"): {"JOB-1"}}


@pytest.mark.processes
def test_many_agencies_on_sqlite_measures_plausible_figures() -> None:
    """A short run with few agencies. It shows that the row works, and says nothing about the bars."""
    values = measured(*many_agencies.ON_SQLITE)
    assert values["calls of the first reading"] >= BRIEF.agencies * 2 * (1 + BRANCHES)
    assert values["first reading of all agencies, with their staff"] >= values["first reading of all lists"] > 0
    assert values["at rest: threads"] >= 1
    assert 0 < values["at work: p95 of the age of jobs"] < 60
    assert 0 < values["at work: calls a second"] < 1000
    assert all(value > 0 for what, value in values.items() if what.startswith(("p50 of", "processor time per call")))


@pytest.mark.processes
def test_many_agencies_on_postgresql_measures_plausible_figures() -> None:
    """A short run with few agencies, as on SQLite. No running worker is killed: a lease outlasts the run.

    The row waits until each worker has made a call. In the two seconds after that, one worker may happen to be the
    first to see all due lists, so the shares mean nothing here. The full row measures them for two minutes.
    """
    postgres_server.program("postgres")
    values = measured("workers", "hosts")
    smaller, larger = (values[f"two workers: {which} share of the calls"] for which in ("smaller", "larger"))
    assert 0 <= smaller <= 50 <= larger
    assert smaller + larger == pytest.approx(100)
    assert 4 <= values["two hosts: connections to PostgreSQL, most"] <= 100
    assert values["two hosts: readiness probes"] >= 2
    assert values["two hosts: requests answered a second"] > 0


@pytest.mark.processes
def test_killed_worker_on_postgresql_shows_no_list_in_part() -> None:
    """One kill in fast time; the row has fifty."""
    postgres_server.program("postgres")
    values = measured("kills")
    assert values["killed on PostgreSQL, fast time: kills"] == 1
    assert not values["killed on PostgreSQL, fast time: lists seen with rows lost, doubled or half shown"]
    assert values["killed on PostgreSQL, fast time: looks at the database"] > 10


def measured(*parts: str) -> dict[str, float]:
    """Return the figures of a short run by name. AgentOS must have refused no call."""
    values = {figure.what: figure.value for figure in many_agencies.measured(parts, BRIEF)}
    assert all(math.isfinite(value) for value in values.values())
    assert not any(value for what, value in values.items() if "429" in what)
    return values
