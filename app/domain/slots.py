"""What is asked of the count of slots and what it answers. All times are seconds from now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

VENDOR_LIMIT = 50
"""AgentOS's own limit, in calls per key and rolling `VENDOR_WINDOW_S` seconds."""
VENDOR_WINDOW_S = 60
LONGEST_HOLD_S = 600.0
"""No attempt may hold a slot longer. What returns later than this and a window from now was written by a clock that is
gone; kept, it would block its slot for as long as that clock was ahead."""
ROUNDING_S = 1.0
"""What lies further ahead than it can by less than this was rounded, not written before a restart: `now + 6 - now` may
be more than 6."""
LATE_S = 0.5
"""How much later than it meant to somebody who waits may come and still find the place in the queue."""
TRIAL_LOOK_S = 0.1
"""How often those who wait look whether the one call that is let through after a rest went well."""


def keeps_to_vendor_limit(budget: int, window_s: float) -> bool:
    """Whether `budget` calls in any `window_s` are no more than AgentOS allows."""
    # As many whole budgets as the limit has room for must last as long as its window.
    return VENDOR_LIMIT // budget * window_s >= VENDOR_WINDOW_S


@dataclass(frozen=True, slots=True)
class Terms:
    """When somebody may have one more slot, all counts being of one key.

    While his own side (`people` or the worker) has less than `own_most` and all have less than `all_most`; or else, if
    nobody waits before him, while all have less than `idle_most`.
    """

    people: bool
    own_most: int
    all_most: int
    idle_most: int

    def admit(self, people: int, worker: int, ahead: int) -> bool:
        """By the slots in use and the people who wait before the asker: for each of these one slot is kept."""
        kept = ahead if self.people else 0
        own = people if self.people else worker
        in_use = people + worker + kept
        return (own + kept < self.own_most and in_use < self.all_most) or (not ahead and in_use < self.idle_most)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """Somebody asks for a slot of a key: to hold it for `hold_s` at most, or else to wait `patience_s` at most.

    The slot returns `window_s` after it was ended, or could last have been. `ticket` is the place in the queue that an
    ask before this one was answered with. A rest further ahead than `rest_s`, a second more or less, is not believed.
    If the key's count begins with this ask, the calls of the first `first_s` seconds are had on the terms `first`;
    without those, on the usual terms.
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
    """A `slot`; or how long the key rests; or when to ask again, with a ticket if it is a person and worth the wait.

    `begins`: the key's first window began with this ask.
    """

    slot: int | None = None
    rest_s: float = 0.0
    wait_s: float = 0.0
    ticket: int | None = None
    begins: bool = False


class Held(NamedTuple):
    """A slot in use: on which side, and when it returns."""

    people: bool
    returns_s: float


def opens_in(terms: Terms, held: Sequence[Held], ahead: Sequence[float], longest_s: float) -> float:
    """In how many seconds it is worth asking again as things stand, `longest_s` if it cannot be foreseen.

    `ahead` are the times by which those who wait before will have had their slot or given up. A person counts on their
    having it; the worker looks again when they are gone.
    """
    people, worker, waiting = sum(slot.people for slot in held), sum(not slot.people for slot in held), len(ahead)
    changes: list[tuple[float, bool | None]] = [(slot.returns_s, slot.people) for slot in held]
    changes += [] if terms.people else [(until_s, None) for until_s in ahead]
    for at_s, side in sorted(changes, key=lambda change: change[0]):
        people -= side is True
        worker -= side is False
        waiting -= side is None
        if terms.admit(people, worker, waiting):
            return at_s
    return longest_s
