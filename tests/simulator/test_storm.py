"""A storm: a share of all calls fails, as a seed has it, and no effect comes too late."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from simulator.storm import KINDS, Storm
from tests.simulator.conftest import Desk
from tests.simulator.test_faults import NOTE, noted

WEATHER = {"seed": 1, "share": 0.2, "settle_s": 5, "timeout_s": 1}


def faults(seed: int, calls: int) -> list[str | None]:
    storm = Storm()
    storm.begin({**WEATHER, "seed": seed})
    found = [storm.fault() for _ in range(calls)]
    return [fault.path if fault else None for fault in found]


def status(desk: Desk) -> int | None:
    """What a call is answered; None is no whole answer. One that takes too long is answered in the end."""
    try:
        return desk.get("jobs/JOB-1").status_code
    except requests.RequestException:
        return None


def test_a_share_of_calls_fails_in_every_way() -> None:
    found = [one for one in faults(1, 5_000) if one]
    assert 900 < len(found) < 1_100
    assert set(found) == set(KINDS)


def test_a_seed_decides() -> None:
    assert faults(1, 200) == faults(1, 200) != faults(2, 200)


def test_before_and_after_it_all_is_calm(desk: Desk) -> None:
    assert desk.get("jobs/JOB-1").status_code == 200
    desk.control("POST", "storm", {**WEATHER, "share": 1, "timeout_s": 0})
    assert {status(desk) for _ in range(60)} == {None, 200, 429, 500, 502}
    shown = desk.control("DELETE", "storm")
    assert shown["calls"] == sum(shown["faults"].values()) > 0
    assert desk.get("jobs/JOB-1").status_code == 200
    assert desk.control("GET", "storm") == shown


def test_what_could_not_take_effect_in_time_never_does(desk: Desk) -> None:
    desk.control("POST", "storm", {**WEATHER, "share": 0})
    desk.fault(path="/notes$", late_effect_s=4)
    desk.call("POST", "jobs/JOB-1/notes", json=NOTE)
    (_, act), desk.timers = desk.timers[0], []
    desk.now += 5.1  # a timer may be late
    act()
    assert not noted(desk)
    desk.call("POST", "jobs/JOB-1/notes", json=NOTE)
    desk.now += 4.9
    desk.timers[0][1]()
    assert noted(desk)


@pytest.mark.parametrize("wrong", [{}, {**WEATHER, "share": "much"}, {**WEATHER, "share": -1}, {**WEATHER, "more": 1}])
def test_a_storm_that_cannot_be_is_refused(desk: Desk, wrong: dict[str, Any]) -> None:
    assert "storm" in desk.control("POST", "storm", wrong, status=400)["error"]
