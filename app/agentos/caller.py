"""The caller of AgentOS: a person's request or a task of the worker."""

from dataclasses import dataclass
from typing import Literal

from app.domain.clock import Deadline

Role = Literal["person", "awaited", "delivery", "worker", "background"]
"""A person's request; or a task of the worker: a refresh that a person waits for, a delivery, a refresh that everybody
needs, or a refresh that can wait."""

PERSON_WAIT_S = 3.0
"""Longest wait of a person for a slot, in seconds. After that, an error is better than a longer wait."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Caller:
    """A person's request or a task of the worker.

    `deadline` limits all work for the caller, `wait_s` the wait for a slot. `request_id` is sent to AgentOS and logged.
    """

    role: Role
    deadline: Deadline
    request_id: str | None = None
    wait_s: float = PERSON_WAIT_S
