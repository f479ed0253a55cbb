"""A storm is a random series of faults: a seed makes a share of all calls fail. No effect happens too late."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from simulator.faults import Fault
from simulator.storm import SETS, Storm
from tests.simulator.conftest import SimulatorClient

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


def status(client: SimulatorClient) -> int | None:
    """Return the status of the response, or None if it is incomplete.

    A call that times out gets its response at the end.
    """
    try:
        return client.get("jobs/JOB-1").status_code
    except requests.RequestException:
        return None


@pytest.mark.parametrize("words", SETS)
def test_storm_contains_every_kind_of_its_set_at_the_given_share(words: str) -> None:
    drawn = [kind for method in ("POST", "GET") for kind in kinds(1, 5_000, method, kinds=words) if kind]
    assert 1_800 < len(drawn) < 2_200
    assert set(drawn) == set(SETS[words])


def test_storm_with_expression_contains_only_matching_kinds() -> None:
    assert set(kinds(1, 500, share=1, kinds="^409, ")) == {"409, at once", "409, late", "409, never"}
    assert set(kinds(1, 500, "GET", share=1, kinds="^409, ")) == {""}


def test_storm_has_no_effect_after_definite_refusal() -> None:
    for fault in faults(1, 5_000, share=1, kinds="doubt"):
        assert not (fault.status in (400, 401, 413, 415, 422, 429) and (fault.takes_effect or fault.late_effect_s))
        assert not fault.path.startswith("done")
        assert fault.late_effect_s is None or fault.late_effect_s < WEATHER["settle_s"]


def test_no_faults_occur_before_and_after_storm(client: SimulatorClient) -> None:
    assert client.get("jobs/JOB-1").status_code == 200
    client.control("POST", "storm", {**WEATHER, "share": 1, "timeout_s": 0})
    assert {status(client) for _ in range(60)} == {None, 200, 429, 500, 502}
    shown = client.control("DELETE", "storm")
    assert shown["calls"] == sum(shown["faults"].values()) > 0
    assert client.get("jobs/JOB-1").status_code == 200
    assert client.control("GET", "storm") == shown


@pytest.mark.parametrize("wrong", WRONG)
def test_invalid_storm_is_refused(client: SimulatorClient, wrong: dict[str, Any]) -> None:
    assert "storm" in client.control("POST", "storm", wrong, status=400)["error"]
