"""The sizes and times of the row `many_agencies`."""

from __future__ import annotations

from dataclasses import dataclass

BRANCHES = 3
SIZE = f"{BRANCHES},20,200"
"""Branches, contractors and jobs of an agency."""


@dataclass(frozen=True)
class Scale:
    """The number of agencies, and how long each part measures. Times are in seconds."""

    agencies: int = 1_000
    few: int = 10
    big_jobs: int = 200_000
    delay_s: float = 0.12
    """The time that AgentOS takes for a call."""
    patience_s: float = 1_200.0
    """The longest wait for a first reading."""
    quiet_s: float = 5.0
    """A worker is at rest if it made no call for so long."""
    rest_s: float = 60.0
    age_jobs_s: float = 60.0
    few_age_jobs_s: float = 8.0
    """The age limit at which few agencies cause many calls."""
    settle_s: float = 30.0
    """The time from the first reading of all lists of jobs by a new worker to the measurement."""
    window_s: float = 120.0
    few_window_s: float = 60.0
    sample_every_s: float = 1.0
    takeovers: int = 3
    fast_kills: int = 50
    real_kills: int = 3
    clients: int = 40
    clients_s: float = 120.0
    turns: int = 7
    asks: int = 200
    sign_in_rounds: int = 3


FULL = Scale()
BRIEF = Scale(
    agencies=20,
    few=5,
    big_jobs=3_000,
    delay_s=0.01,
    patience_s=120.0,
    quiet_s=0.5,
    rest_s=1.0,
    age_jobs_s=2.0,
    few_age_jobs_s=2.0,
    settle_s=0.5,
    window_s=5.0,  # longer than an age limit and the wait for the next look
    few_window_s=5.0,
    sample_every_s=0.2,
    takeovers=0,  # a lease lasts too long
    fast_kills=1,
    real_kills=0,
    clients=8,
    clients_s=2.0,
    turns=1,
    asks=20,
    sign_in_rounds=1,
)
"""A quick run, which only shows that each part works."""
