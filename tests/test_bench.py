"""The parts of `make bench`: its rows are complete, and limits are applied. The bench itself takes most of an hour."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import flask
import pytest

from bench.__main__ import ROWS
from bench.figures import Figure, percentile

ROOM = Path(__file__).resolve().parents[1] / "bench" / "rows"


def test_every_bench_row_is_run_and_documented() -> None:
    modules = {path.stem: path.read_text("utf-8") for path in ROOM.glob("*.py") if path.stem != "__init__"}
    assert sorted(modules) == sorted(ROWS)
    for text in modules.values():
        assert text.startswith('"""')
        assert "\ndef measure() -> list[Figure]:" in text


def test_gunicorn_hook_accepts_other_applications() -> None:
    """The compared applications run with the portal's gunicorn settings."""
    runpy.run_path("gunicorn.conf.py")["post_worker_init"](SimpleNamespace(wsgi=flask.Flask("peer"), age=1))


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
