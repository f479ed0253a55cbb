"""A small simulator for each test, with a clock and timers that the test controls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import requests

from simulator.agencies import PROFILES
from simulator.server import serve
from simulator.settings import Settings

SMALL = Settings(branches=3, contractors=12, jobs=60, limit=None, today=date(2026, 11, 25))


class SimulatorClient:
    """A simulator, with calls to AgentOS (`call`, `get`) and control calls (`control`)."""

    def __init__(self, settings: Settings) -> None:
        self.now = 1000.0
        self.timers: list[tuple[float, Callable[[], object]]] = []
        self.simulator = serve(
            settings=settings,
            clock=lambda: self.now,
            later=lambda seconds, act: self.timers.append((seconds, act)),
        )
        self.url = self.simulator.url
        self._session = requests.Session()

    def call(self, method: str, path: str, agency: str = "acme", **kwargs: Any) -> requests.Response:
        """Send a request under the agency's maintenance prefix, with the agency's key unless `headers` is set."""
        url = f"{self.url}/v4/maintenance/{agency}/{path}"
        options = {"headers": {"api_key": PROFILES[agency].key}, "timeout": 5, "allow_redirects": False, **kwargs}
        return self._session.request(method, url, **options)

    def get(self, path: str, agency: str = "acme", **kwargs: Any) -> requests.Response:
        return self.call("GET", path, agency, **kwargs)

    def control(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        """Make a control call, whose response must have `status`. Return the response's JSON."""
        answer = self._session.request(method, f"{self.url}/_control/{path}", json=body, timeout=5)
        assert answer.status_code == status, answer.text
        return answer.json()

    def fault(self, **fault: Any) -> None:
        self.control("POST", "faults", fault)

    def effects(self, agency: str = "acme") -> list[dict[str, Any]]:
        """Return the journal of the agency's effects, such as stored notes."""
        effects: list[dict[str, Any]] = self.control("GET", f"state/{agency}/effects")
        return effects

    def run_timers(self) -> None:
        """Run all timers, each at its time."""
        began, timers, self.timers = self.now, self.timers, []
        for seconds, act in sorted(timers, key=lambda timer: timer[0]):
            self.now = began + seconds
            act()

    def job(self, oid: str = "JOB-1", agency: str = "acme") -> dict[str, Any]:
        job: dict[str, Any] = self.control("GET", f"state/{agency}/jobs/{oid}")
        return job


@pytest.fixture
def client() -> Iterator[SimulatorClient]:
    client = SimulatorClient(SMALL)
    yield client
    client.simulator.stop()
