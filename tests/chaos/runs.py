"""The runs of chaos: the whole run of `make chaos`, and the short run of `make test-all`."""

from __future__ import annotations

from dataclasses import dataclass

from tests.chaos.disturbances import Durations


@dataclass(frozen=True, kw_only=True)
class Run:
    """The conditions of a run: agencies, people, settings and times.

    `size`: branches, contractors and jobs of each agency, few because each list costs calls. `entry`: the served
    module. `settings`: differences from the portal's defaults. `read_s`: the callers' time-out. `drain_s`: the most
    time for open submissions after the storm, the period of failing calls. It is longer than the ten checks after which
    the portal asks people. `is_whole`: the storm continues until all submissions have been made.
    """

    entry: str
    agencies: tuple[str, ...]
    size: str
    contractors_each: int
    submissions: int
    settings: dict[str, str]
    settle_s: float
    read_s: float
    window_s: float
    drain_s: float
    lasting: Durations
    is_whole: bool = False


WHOLE = Run(
    entry="wsgi",
    agencies=("acme", "harbour", "acme-b", "harbour-b", "acme-c", "harbour-c", "acme-d", "harbour-d"),
    size="2,24,260",
    contractors_each=6,
    submissions=2_000,
    settings={"SIGNIN_PER_ADDRESS": "1000000"},  # all requests come from one address
    settle_s=120.0,
    read_s=20.0,
    window_s=60.0,
    drain_s=600.0,  # the tenth check is after 430 s, plus the known lag
    lasting=Durations(
        storm_s=200.0,
        kills=20,
        frozen_web_s=(60.0, 95.0),
        frozen_worker_s=215.0,
        no_worker_s=30.0,
        spoilt_s=8.0,
        answers_s=15.0,
        other_key_s=15.0,
    ),
)
"""`make chaos`: the portal with its default settings."""
SHORT = Run(
    entry="tests.chaos.scaled",
    agencies=("acme", "harbour-b"),
    size="1,16,140",
    contractors_each=4,
    submissions=32,
    is_whole=True,
    settings={
        "SIGNIN_PER_ADDRESS": "1000000",
        "WRITES_PER_MINUTE": "1000000",
        "AGENTOS_BUDGET_WINDOW_S": "2",
        "AGENTOS_REST_S": "1",
        "AGENTOS_CONNECT_TIMEOUT_S": "1",
        "AGENTOS_READ_TIMEOUT_S": "2",
        "AGENTOS_UPLOAD_TIMEOUT_S": "3",
        "SETTLE_S": "10",
    },
    settle_s=10.0,
    read_s=2.0,
    window_s=2.0,
    drain_s=150.0,  # here the tenth check is after 76 s
    lasting=Durations(
        storm_s=30.0,
        kills=4,
        frozen_web_s=(11.0, 13.0),
        frozen_worker_s=12.0,
        no_worker_s=3.0,
        spoilt_s=1.0,
        answers_s=2.0,
        other_key_s=2.0,
    ),
)
"""The run of `make test-all`: time-outs, budget and waits are shorter, and `SETTLE_S` is 10."""
