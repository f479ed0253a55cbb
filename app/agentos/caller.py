"""The caller of AgentOS: a person's request or a task of the worker."""

from dataclasses import dataclass
from typing import Literal

from app.domain.clock import Deadline

Role = Literal["person", "awaited", "delivery", "worker", "first", "background"]
"""`person` is a person's request. The others are tasks of the worker: `awaited` is a refresh that a person waits for,
`delivery` a delivery, `worker` a refresh that everybody needs, `first` the first fetch of a personal list, and
`background` a refresh that can wait."""

PERSON_WAIT_S = 3.0
"""Longest wait of a person for a slot, in seconds. After that, an error is better than a longer wait."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Caller:
    """A person's request or a task of the worker.

    `deadline` limits all work for the caller, `wait_s` each wait for a slot. `request_id` goes to AgentOS and the log.
    `contractor_id`: the contractor for whom the calls are counted: that of a person's request or of a delivery.
    `calls_to_follow`: the next call is useless without as many after it. It is made only if all have free slots.
    `is_prefetch`: nobody has asked for the response yet, so it must not cause a fetch from AgentOS.
    """

    role: Role
    deadline: Deadline
    request_id: str | None = None
    contractor_id: str | None = None
    wait_s: float = PERSON_WAIT_S
    calls_to_follow: int = 0
    is_prefetch: bool = False
