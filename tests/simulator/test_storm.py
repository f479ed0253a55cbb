"""A storm: a share of all calls fails, as a seed has it, and no effect comes too late."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from simulator.faults import Fault
from simulator.storm import SETS, STORES, Storm
from tests.simulator.conftest import Desk
from tests.simulator.test_faults import NOTE, noted

WEATHER: dict[str, Any] = {"seed": 1, "share": 0.2, "settle_s": 5, "timeout_s": 1}
WRONG: tuple[dict[str, Any], ...] = (
    {},
    *({**WEATHER, name: value} for name, value in (("share", "much"), ("share", -1), ("more", 1))),
    *({**WEATHER, name: value} for name, value in (("kinds", "("), ("kinds", "no such"), ("kinds", 1), ("stores", 1))),
)


def faults(seed: int, calls: int, method: str = "POST", **weather: Any) -> list[Fault]:
    storm = Storm()
    storm.begin({**WEATHER, "seed": seed, **weather})
    return [storm.fault(method) for _ in range(calls)]


def kinds(seed: int, calls: int, method: str = "POST", **weather: Any) -> list[str]:
    return [fault.path for fault in faults(seed, calls, method, **weather)]


def status(desk: Desk) -> int | None:
    """What a call is answered; None is no whole answer. One that takes too long is answered in the end."""
    try:
        return desk.get("jobs/JOB-1").status_code
    except requests.RequestException:
        return None


@pytest.mark.parametrize("words", SETS)
def test_storm_of_a_set_draws_every_kind_of_it_in_its_share(words: str) -> None:
    drawn = [kind for method in ("POST", "GET") for kind in kinds(1, 5_000, method, kinds=words) if kind]
    assert 1_800 < len(drawn) < 2_200
    assert set(drawn) == set(SETS[words])


def test_storm_of_an_expression_draws_kinds_that_fit_it() -> None:
    assert set(kinds(1, 500, share=1, kinds="^409, ")) == {"409, at once", "409, late", "409, never"}
    assert set(kinds(1, 500, "GET", share=1, kinds="^409, ")) == {""}


def test_storm_in_doubt_has_no_effect_behind_a_refusal_before_any_work() -> None:
    for fault in faults(1, 5_000, share=1, kinds="doubt"):
        assert not (fault.status in (400, 401, 413, 415, 422, 429) and (fault.takes_effect or fault.late_effect_s))
        assert not fault.path.startswith("done")
        assert fault.late_effect_s is None or fault.late_effect_s < WEATHER["settle_s"]


def test_storm_with_stores_alters_every_write_in_one_way() -> None:
    ways = [{str(fault.stores) for fault in faults(seed, 50, stores=True)} for seed in range(60)]
    assert {len(way) for way in ways} == {1}
    assert {next(iter(way)) for way in ways} == {str(stores) for stores in STORES}
    assert {str(fault.stores) for fault in faults(1, 50)} == {"{}"}


def test_a_seed_decides() -> None:
    assert kinds(1, 200) == kinds(1, 200) != kinds(2, 200)


def test_storm_joins_a_fault_that_settles_what_is_stored(desk: Desk) -> None:
    desk.fault(path="/notes$", stores={"NoteContents": "upper"})
    desk.control("POST", "storm", {**WEATHER, "share": 1, "kinds": "^409, at once"})
    assert desk.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code == 409
    assert desk.job()["MaintenanceNotes"][-1]["NoteContents"] == "WAS I THERE?"


def test_storm_leaves_alone_a_call_whose_outcome_a_fault_settles(desk: Desk) -> None:
    desk.fault(path="/notes$", status=502, effect=True)
    desk.control("POST", "storm", {**WEATHER, "seed": 9, "share": 1, "kinds": "^409, at once", "stores": True})
    assert desk.call("POST", "jobs/JOB-1/notes", json=NOTE).status_code == 502
    shown = desk.control("GET", "storm")
    assert (shown["calls"], shown["stores"]) == (0, {"CreatedBy": "=API user"})
    assert desk.job()["MaintenanceNotes"][-1]["CreatedBy"] == "API user"


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


@pytest.mark.parametrize("wrong", WRONG)
def test_a_storm_that_cannot_be_is_refused(desk: Desk, wrong: dict[str, Any]) -> None:
    assert "storm" in desk.control("POST", "storm", wrong, status=400)["error"]
