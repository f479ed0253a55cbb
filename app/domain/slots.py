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


class SlotInUse(NamedTuple):
    """A slot in use: its side, and the seconds until it returns.

    `is_own`: True if the caller's contractor has it, False if another contractor has it, or None if no contractor has.
    """

    people: bool
    returns_s: float
    is_own: bool | None = None


class InUse(NamedTuple):
    """Numbers of slots in use: of people, of the worker, of the caller's contractor, and of other contractors."""

    people: int
    worker: int
    own: int
    others: int

    @classmethod
    def of(cls, slots: Sequence[SlotInUse]) -> "InUse":
        """Return the numbers of these slots."""
        people, own = sum(slot.people for slot in slots), sum(slot.is_own is True for slot in slots)
        return cls(people, len(slots) - people, own, sum(slot.is_own is False for slot in slots))


@dataclass(frozen=True, slots=True)
class Terms:
    """The conditions for one more slot of a key.

    Either the caller's side (`people` or the worker) has fewer than `side_most` slots, and both together have fewer
    than `all_most`. Or nobody is ahead in the queue, and both together have fewer than `idle_most`.

    A busy contractor (`is_busy`) leaves `left_to_others` slots free for other contractors, or twice as many if others
    have slots. The caller needs `calls_to_follow` slots after this one. They must be free, but are not reserved.
    """

    people: bool
    side_most: int
    all_most: int
    idle_most: int
    left_to_others: int = 0
    calls_to_follow: int = 0

    def admit(self, in_use: InUse, ahead: int) -> bool:
        """Return True if the caller may have a slot. One slot is reserved for each person `ahead` in the queue."""
        kept = self.calls_to_follow + (ahead + self._kept_for_others(in_use) if self.people else 0)
        side = in_use.people if self.people else in_use.worker
        together = in_use.people + in_use.worker + kept
        return (side + kept < self.side_most and together < self.all_most) or (not ahead and together < self.idle_most)

    def is_busy(self, in_use: InUse) -> bool:
        """Return True if the contractor has more than `left_to_others` slots. The calls to follow count as made."""
        return 0 < self.left_to_others < in_use.own + self.calls_to_follow

    def _kept_for_others(self, in_use: InUse) -> int:
        return self.left_to_others * (2 if in_use.others else 1) if self.is_busy(in_use) else 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """A request for a slot of a key, to be held for at most `hold_s`. The caller waits at most `patience_s`.

    The slot returns `window_s` after its attempt has ended, or must have ended. `ticket` is the place in the queue from
    an earlier reply. A rest with more than `rest_s` and a second left is ignored. If the key's count begins with this
    request, the terms `first`, if any, apply for `first_s` seconds. `contractor_id`: the contractor for whom the call
    is made, if any.
    """

    key_id: str
    terms: Terms
    hold_s: float
    window_s: float
    rest_s: float
    patience_s: float
    ticket: int | None = None
    contractor_id: str | None = None
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


def opens_in(terms: Terms, slots: Sequence[SlotInUse], ahead: Sequence[float], longest_s: float) -> float:
    """Return the seconds after which to try again, or `longest_s` if they cannot be foreseen.

    `ahead` contains the times by which each caller ahead will have a slot or give up. If the caller is a person, slots
    are reserved for the callers ahead. The worker tries again when they are gone.
    """
    leave = () if terms.people else ahead
    for at_s in sorted((*(slot.returns_s for slot in slots), *leave)):
        in_use = InUse.of([slot for slot in slots if slot.returns_s > at_s])
        waiting = len(ahead) - sum(until_s <= at_s for until_s in leave)
        if terms.admit(in_use, waiting):
            return at_s
    return longest_s
