"""Requests for slots of the call budget, and the replies. All times are seconds from now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

VENDOR_LIMIT = 50
"""AgentOS's own limit, in calls per key and rolling `VENDOR_WINDOW_S` seconds."""
VENDOR_WINDOW_S = 60
LONGEST_HOLD_S = 600.0
"""The longest time that an attempt may hold a slot.

If a slot returns after more than this time plus a window, an earlier clock wrote it, and it does not count."""
ROUNDING_S = 1.0
"""A time counts as too far ahead only beyond this tolerance: by rounding, `now + 6 - now` may be more than 6."""
LATE_S = 0.5
"""Seconds by which a waiting caller may be late without losing its place in the queue."""
TRIAL_LOOK_S = 0.1
"""Seconds between two checks by a waiting caller: is the trial call after a rest over?"""


def keeps_to_vendor_limit(budget: int, window_s: float) -> bool:
    """Return True if `budget` calls in any `window_s` are no more than AgentOS allows."""
    # The windows of all budgets that fit into the limit must together be as long as AgentOS's window.
    return VENDOR_LIMIT // budget * window_s >= VENDOR_WINDOW_S


@dataclass(frozen=True, slots=True)
class Terms:
    """The conditions for one more slot of a key.

    Either the caller's side (`people` or the worker) has fewer than `own_most` slots, and both together have fewer than
    `all_most`. Or nobody is ahead in the queue, and both together have fewer than `idle_most`.
    """

    people: bool
    own_most: int
    all_most: int
    idle_most: int

    def admit(self, people: int, worker: int, ahead: int) -> bool:
        """Return True if a caller may have a slot. One slot is reserved for each person `ahead` in the queue."""
        kept = ahead if self.people else 0
        own = people if self.people else worker
        in_use = people + worker + kept
        return (own + kept < self.own_most and in_use < self.all_most) or (not ahead and in_use < self.idle_most)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """A request for a slot of a key, to be held for at most `hold_s`. The caller waits at most `patience_s`.

    The slot returns `window_s` after its attempt has ended, or must have ended. `ticket` is the place in the queue from
    an earlier reply. A rest with more than `rest_s` and a second left is ignored. If the key's count begins with this
    request, the terms `first`, if any, apply for `first_s` seconds.
    """

    key_id: str
    terms: Terms
    hold_s: float
    window_s: float
    rest_s: float
    patience_s: float
    ticket: int | None = None
    first: Terms | None = None
    first_s: float = 0.0


class Reply(NamedTuple):
    """A `slot`; or the seconds that the key still rests; or the wait before another try, with a person's ticket.

    `begins`: the key's first window began with this request.
    """

    slot: int | None = None
    rest_s: float = 0.0
    wait_s: float = 0.0
    ticket: int | None = None
    begins: bool = False


class SlotInUse(NamedTuple):
    """A slot in use: its side, and the seconds until it returns."""

    people: bool
    returns_s: float


def opens_in(terms: Terms, in_use: Sequence[SlotInUse], ahead: Sequence[float], longest_s: float) -> float:
    """Return the seconds after which to try again, or `longest_s` if they cannot be foreseen.

    `ahead` contains the times by which each caller ahead will have a slot or give up. If the caller is a person, slots
    are reserved for the callers ahead. The worker tries again when they are gone.
    """
    people, worker, waiting = sum(slot.people for slot in in_use), sum(not slot.people for slot in in_use), len(ahead)
    changes: list[tuple[float, bool | None]] = [(slot.returns_s, slot.people) for slot in in_use]
    changes += [] if terms.people else [(until_s, None) for until_s in ahead]
    for at_s, side in sorted(changes, key=lambda change: change[0]):
        people -= side is True
        worker -= side is False
        waiting -= side is None
        if terms.admit(people, worker, waiting):
            return at_s
    return longest_s
