"""Can a stopwatch tell a known e-mail address from an unknown one? `python -m bench.known_or_unknown [rounds]`.

Ask for codes, and try wrong codes, for known and unknown addresses in turn (the order changes each round). Use real
processes, with the worker mailing meanwhile. Print medians with quartiles in milliseconds, and their ratio. Two groups
of unknown addresses are compared as well: their difference is the noise.
"""

import random
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import requests

from bench.people import emails
from tests.end_to_end.processes import Processes, running

ROUNDS = 300
TRIES = 5
KNOWN = 30
PAUSE_S = 0.05
Times = dict[str, list[float]]


class Caller:
    """A browser that asks for codes and guesses codes."""

    def __init__(self, everything: Processes) -> None:
        self._base = everything.portal
        self._http = requests.Session()

    def timed(self, path: str, status: int, **body: str) -> float:
        """Send a request. Return the milliseconds until its complete answer."""
        began = time.perf_counter()
        answer = self._http.post(self._base + path, json=body, timeout=30)
        took = (time.perf_counter() - began) * 1000
        if answer.status_code != status:
            raise SystemExit(f"POST {path}: {answer.status_code} {answer.text}")
        time.sleep(PAUSE_S)
        return took


def stranger(chance: random.Random, like: str) -> str:
    """Return an unused address, as long as `like`."""
    name, _, domain = like.partition("@")
    return "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=len(name))) + "@" + domain


def ask_for_codes(caller: Caller, known: list[str], rounds: int, chance: random.Random) -> Times:
    """Ask for a code for a known and two unknown addresses, in changing order."""
    times: Times = {"known": [], "unknown": [], "unknown again": []}
    for number in range(rounds):
        email = known[number % len(known)]
        who = {"known": email, "unknown": stranger(chance, email), "unknown again": stranger(chance, email)}
        for kind in chance.sample(sorted(who), k=len(who)):
            times[kind].append(caller.timed("/api/session/code", 204, email=who[kind]))
    return times


def try_codes(caller: Caller, known: list[str], chance: random.Random) -> Times:
    """Try wrong codes, as often as a code allows. Each known address was mailed a code before."""
    times: Times = {"known": [], "unknown": [], "unknown again": []}
    for email in known:
        for _ in range(TRIES):
            who = {"known": email, "unknown": stranger(chance, email), "unknown again": stranger(chance, email)}
            for kind in chance.sample(sorted(who), k=len(who)):
                times[kind].append(caller.timed("/api/session", 401, email=who[kind], code="000000"))
    return times


def show(what: str, times: Times) -> None:
    """Print the figures."""
    print(f"{what}, {len(times['known'])} of each")
    medians = {}
    for kind, each in times.items():
        low, medians[kind], high = statistics.quantiles(each, n=4)
        print(f"  {kind:14} median {medians[kind]:6.2f} ms, quartiles {low:6.2f} to {high:6.2f}")
    print(f"  known : unknown       = {medians['known'] / medians['unknown']:.3f}")
    print(f"  unknown : unknown     = {medians['unknown again'] / medians['unknown']:.3f}  (the noise)")


def main() -> int:
    """Measure, print the figures, and return 0."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    chance = random.Random(7)
    settings = {"SIGNIN_PER_ADDRESS": "1000000", "WEB_CONCURRENCY": "1"}
    with TemporaryDirectory() as folder, running(Path(folder), **settings) as everything:
        caller = Caller(everything)
        known = emails(everything.simulator)[:KNOWN]
        for email in known:
            caller.timed("/api/session/code", 204, email=email)
        for email in known:
            everything.code(email)
        tried = try_codes(caller, known, chance)
        asked = ask_for_codes(caller, known, rounds, chance)
    show("Asking for a code", asked)
    show("Trying a wrong code", tried)
    return 0


if __name__ == "__main__":
    sys.exit(main())
