"""The parts of `make bench`: its rows are complete, and limits are applied. The bench itself takes most of an hour."""

import json
import os
import re
import runpy
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import flask
import pytest
from sqlalchemy import insert

from app.store.engine import Database
from app.store.tables import collections, records
from bench.__main__ import ROWS
from bench.comparison import page
from bench.comparison.__main__ import RESULTS, judge
from bench.figures import Figure, percentile
from bench.observer import Observer

ROOT = Path(__file__).resolve().parents[1]
ROOM = ROOT / "bench" / "rows"


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
@pytest.mark.timeout(600)
@pytest.mark.parametrize("row", ["warm_jobs", "note_path"])
def test_short_bench_of_a_row_measures_plausible_figures(row: str) -> None:
    """A small, quick run shows that the row works, and says nothing about its bars."""
    command = [sys.executable, "-m", "bench", row]
    ended = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "BENCH_SHORT": "1"}, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in ended.stderr, ended.stderr
    assert re.search(r"(?m)^All bars:\n", ended.stdout), ended.stdout


def test_comparison_page_has_the_table_of_its_results() -> None:
    results = json.loads(RESULTS.read_text("utf-8"))
    assert set(page.NAMES) < set(results)
    assert page.BEGIN + page.table(results) + page.END in page.PAGE.read_text("utf-8")


def test_comparison_counts_records_against_statements() -> None:
    says = {0: "success", 1: "success", 2: "success", 3: "failure", 4: "failure", 5: "unknown"}
    assert judge(list(range(7)), says, Counter({0: 1, 2: 2, 4: 1, 6: 3})) == {
        "accepted": 7,
        "once": 1,
        "lost": 3,
        "told": 1,
        "doubled": 2,
        "undecided": 2,
        "misreported": 2,
    }
