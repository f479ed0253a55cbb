"""`python -m bench.agentos acme:5,600,8000 harbour:5,60,800`: the simulator, with a size for each agency.

Sizes are branches, contractors and jobs. `acme-b` is another agency like `acme`: its name and its key end in `-b`, and
its contractors' e-mail addresses are at `b-…`. All lists carry their jobs' notes. With `--plain`, each job also has
its address, so the portal reads no properties.
"""

from __future__ import annotations

import argparse
import signal
import threading
import time
from dataclasses import replace

from simulator.agencies import PROFILES
from simulator.agency import Agency
from simulator.data import build
from simulator.server import Simulator
from simulator.settings import Settings
from simulator.world import World


def main() -> None:
    """Serve until SIGTERM."""
    parser = argparse.ArgumentParser(prog="python -m bench.agentos")
    parser.add_argument("sizes", nargs="+", metavar="AGENCY:BRANCHES,CONTRACTORS,JOBS")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--window-s", type=float, default=60.0)
    arguments = parser.parse_args()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    settings = Settings(branches=1, contractors=1, jobs=0, limit=arguments.limit, window_s=arguments.window_s)
    world = World(settings, time.monotonic)
    for size in arguments.sizes:
        name, _, numbers = size.partition(":")
        branches, contractors, jobs = (int(number) for number in numbers.split(","))
        sized = settings.changed({"branches": branches, "contractors": contractors, "jobs": jobs})
        world.agencies[name] = sized_agency(name, sized)
        world.agencies[name].list_notes.clear()
        if arguments.plain:
            add_addresses(world.agencies[name])
    simulator = Simulator("127.0.0.1", 0, world)
    print(f"Simulated AgentOS at {simulator.url}", flush=True)
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
    simulator.stop()


def sized_agency(name: str, settings: Settings) -> Agency:
    """Return the agency of this name, such as `acme` or `acme-b`, with the sizes of `settings`."""
    like, _, more = name.partition("-")
    agency = build(PROFILES[like], settings)
    if more:
        agency.profile = replace(agency.profile, short_name=name, key=f"{agency.key}-{more}")
        agency.key = agency.profile.key
        contractors = agency.tables["contractors"]
        for contractor in list(contractors.records.values()):
            email = (contractor.get("EMailAddress") or "").replace("@", f"@{more}-")
            contractors.put({**contractor, "EMailAddress": email or None})
    return agency


def add_addresses(agency: Agency) -> None:
    """Add an address to each job without one, so the portal reads no properties."""
    for job in list(agency.jobs.records.values()):
        if not job.get("Property"):
            agency.jobs.put({**job, "Property": "1 Mill Lane, Leeds"})


if __name__ == "__main__":
    threading.stack_size(256 * 1024)  # one thread a connection, many of them
    main()
