"""The rate limit: 50 calls in any 60 seconds, then 429, then 403."""

from __future__ import annotations

from simulator.limit import Limiter
from tests.simulator.conftest import SimulatorClient


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_key_is_blocked_for_one_window_after_repeated_excess_calls() -> None:
    clock = Clock()
    limiter = Limiter(1, 60, clock)
    assert [limiter.admit("a") for _ in range(8)] == [None, *[429] * 5, 403, 403]
    clock.now = 59.9
    assert limiter.admit("a") == 403
    clock.now = 60
    assert limiter.admit("a") is None


def test_limit_over_http_applies_per_key(client: SimulatorClient) -> None:
    client.control("PUT", "limits", {"limit": 3, "window_s": 2})
    path = "jobs/JOB-1"
    assert client.get(path, headers={}).status_code == 401
    assert [client.get(path).status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = client.get(path)
    assert "Retry-After" not in refused.headers
    assert refused.headers["Content-Type"].startswith("text/plain")
    assert client.get(path, "harbour").status_code == 200
    client.now += 2
    assert client.get(path).status_code == 200
    assert client.control("GET", "limits")["acme"]["most_in_window"] == 3
