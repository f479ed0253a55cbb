"""A caller of AgentOS, and the result of its call."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from app.agentos.caller import Caller
from app.agentos.endpoints import Call, Write
from app.agentos.errors import AgentOSError
from app.agentos.transport import Transport
from app.domain.agency import Agency
from app.domain.clock import LeaseEnd

KEY = "k3y-0f-acme-never-shown"
BASE_URL = "https://agentos.example"
PREFIX = f"{BASE_URL}/v4/maintenance/acme"
JOB = "/v4/maintenance/acme/jobs/JOB-7"
TIMEOUT_S = 0.3
SLACK_S = 0.7
LEASE = LeaseEnd(float("inf"), datetime.max.replace(tzinfo=UTC))
"""The lease of a sender without a time limit."""

MakeTransport = Callable[..., Transport]
"""Takes `base_url`, the three time-outs, `connect_s`, `read_s` and `upload_s`, and `sessions`, a SessionFactory."""


class Probe:
    """Sends a write, or a read, and returns its error and duration."""

    def __init__(self, make: MakeTransport, agency: Agency, caller: Caller) -> None:
        self._make, self._agency, self._caller = make, agency, caller

    def fails(self, base_url: str, *, operation: str = "set_status", **arguments: Any) -> tuple[AgentOSError, float]:
        transport = self._make(base_url, **{"read_s": TIMEOUT_S, "upload_s": TIMEOUT_S} | arguments)
        started = time.monotonic()
        with pytest.raises(AgentOSError) as caught:
            transport.send(
                Call(self._agency, operation, JOB, self._caller, None if operation == "job" else Write({}, LEASE))
            )
        assert KEY not in repr(caught.value)
        return caught.value, time.monotonic() - started
