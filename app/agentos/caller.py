"""Who is waiting for an answer from AgentOS."""

from dataclasses import dataclass
from typing import Literal

from app.domain.clock import Deadline

Role = Literal["person", "awaited", "delivery", "worker", "background"]
"""A person's request; or the worker's: a reading that a person waits for, a delivery, a reading that everybody needs,
and one that can wait."""

PERSON_WAIT_S = 3.0
"""How long a person waits for a slot: longer, and it is better to say so and let them go."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Caller:
    """A person's request or a worker's errand.

    `deadline` bounds everything done for it, `wait_s` the wait for a slot; `request_id` goes upstream and to the log.
    """

    role: Role
    deadline: Deadline
    request_id: str | None = None
    wait_s: float = PERSON_WAIT_S
