"""Slots of the budget, who waits for them, and rests of keys, counted in Redis: once for all hosts."""

from pathlib import Path
from typing import Any

from redis import Redis

from app.domain.clock import Clock
from app.domain.slots import LATE_S, LONGEST_HOLD_S, ROUNDING_S, TRIAL_LOOK_S, Ask, Reply

SCRIPT = Path(__file__).with_name("slots.lua")
PARTS = ("people", "worker", "queue", "rest", "number")


class RedisSlots:
    """A `SlotStore` by the server's clock, or by `clock` where a test moves it. Every method is one script.

    A script that is sent again because its answer was lost may take a second slot, which returns by itself.
    """

    def __init__(self, client: Redis, clock: Clock | None = None) -> None:
        self._script = client.register_script(SCRIPT.read_text("utf-8"))
        self._clock = clock

    def take(self, ask: Ask) -> Reply:
        """Take a slot or a place in the queue."""
        terms = ask.terms
        kind, *found = self._run(
            "take",
            ask.key_id,
            int(terms.people),
            terms.own_most,
            terms.all_most,
            terms.idle_most,
            ask.hold_s,
            ask.window_s,
            ask.rest_s,
            ask.patience_s,
            ask.ticket or 0,
            LONGEST_HOLD_S,
            ROUNDING_S,
            LATE_S,
            TRIAL_LOOK_S,
        )
        if kind == b"slot":
            return Reply(slot=int(found[0]))
        if kind == b"rests":
            return Reply(rest_s=float(found[0]))
        return Reply(wait_s=float(found[0]), ticket=int(found[1]) or None)

    def in_use(self, key_id: str, window_s: float) -> tuple[int, int]:
        """Slots in use by people and by the worker."""
        people, worker = self._run("in_use", key_id, window_s, LONGEST_HOLD_S)
        return int(people), int(worker)

    def leave(self, key_id: str, ticket: int) -> None:
        """Give a place in the queue up."""
        self._run("leave", key_id, ticket)

    def end(self, key_id: str, slot: int, window_s: float) -> None:
        """The slot returns a window from now; if it was the one let through after a rest, the rest is over."""
        self._run("end", key_id, slot, window_s)

    def rest(self, key_id: str, rest_s: float) -> None:
        """Nobody uses the key from now on, so long."""
        self._run("rest", key_id, rest_s)

    def resting(self, key_id: str) -> float:
        """How long the key still rests, 0 or less if it does not."""
        return float(self._run("resting", key_id))

    def _run(self, what: str, key_id: str, *arguments: float) -> Any:
        # The braces keep a key's parts on one node of a cluster.
        keys = [f"portal:budget:{{{key_id}}}:{part}" for part in PARTS]
        return self._script(keys, [what, self._clock.boot() if self._clock else "", *arguments])
