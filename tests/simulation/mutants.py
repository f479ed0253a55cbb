"""`python -m tests.simulation.mutants`: make each error of `mutants.toml`, and report the errors that survive.

Each error is made when its module is imported, in a separate process. The simulation or `TESTS` must find it.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tomllib
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.abc import MetaPathFinder, SourceLoader
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = ("flask_smorest", "greenlet", "msgspec", "pytest", "requests", "sqlalchemy.dialects.sqlite")
TESTS = (
    "tests/simulation/test_ledgers.py",
    "tests/properties/test_delivery.py",
    "tests/properties/test_recognition.py",
    "tests/submissions/test_blocked_submissions.py",
    "tests/submissions/test_database_fails.py::test_database_failure_at_the_attempt_is_reported_as_unconfirmed",
    "tests/submissions/test_database_fails.py::test_row_is_free_for_next_run_after_failure_in_worker",
    "tests/submissions/test_further_attempts.py",
    "tests/submissions/test_delivery_rules.py",
    "tests/submissions/test_idempotency.py",
    "tests/submissions/test_false_conclusions.py",
    "tests/submissions/test_long_open_submissions.py",
    "tests/submissions/test_office_list.py::test_each_branch_gets_and_sees_its_own_reviews_alone",
    "tests/submissions/test_operation_pause.py::test_attempts_that_sent_nothing_do_not_separate_doubts",
    "tests/submissions/test_proofs.py",
    "tests/submissions/test_reboot.py",
    "tests/submissions/test_removed_agencies.py",
    "tests/submissions/test_stalled_requests.py",
)
FEW = 300
"""Histories that the unchanged engine must pass."""
MOST_CPU_S = 900
"""The most seconds of computing for a search. A longer search has no result."""
FOUND_STATUS = 1
"""The exit status of a search that found the error."""
VERDICTS = {True: "found    ", False: "SURVIVES ", None: "NO RESULT"}


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """An error: `line` of `file` becomes `instead`.

    `breaks`: the broken rule. `found_by`: the search that finds it.
    """

    file: str
    line: str
    instead: str
    breaks: str
    found_by: Literal["histories", "tests"]

    def text(self) -> str:
        """Return the file's text with the error. Raise LookupError if the line does not occur exactly once."""
        lines = (ROOT / self.file).read_text("utf-8").splitlines()
        places = [number for number, line in enumerate(lines) if line.strip() == self.line]
        if len(places) != 1:
            raise LookupError(f"{self.file}: {len(places)} lines are {self.line!r}")
        old = lines[places[0]]
        lines[places[0]] = old[: len(old) - len(old.lstrip())] + self.instead
        return "\n".join(lines) + "\n"


def mutants() -> list[Mutant]:
    """Return all mutants."""
    listed = tomllib.loads(Path(__file__).with_name("mutants.toml").read_text("utf-8"))
    return [Mutant(**fields) for fields in listed["mutant"]]


class MutantFinder(MetaPathFinder):
    """A finder that imports a module with its error."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self._module = mutant.file.removesuffix(".py").replace("/", ".")

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Return the spec of the mutant's module; None for other modules."""
        if fullname != self._module:
            return None
        return spec_from_file_location(fullname, ROOT / self._mutant.file, loader=_Loader(self._mutant))


class _Loader(SourceLoader):
    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def get_filename(self, fullname: str) -> str:
        return str(ROOT / self._mutant.file)

    def get_data(self, path: str) -> bytes:
        return self._mutant.text().encode()


def search(mutant: Mutant, histories: int) -> int:
    """Search for the error in this process, which must not have imported the app. Return 0 if nothing finds it."""
    sys.meta_path.insert(0, MutantFinder(mutant))
    if mutant.found_by == "tests":
        import pytest

        return int(pytest.main(["-x", "-p", "no:cacheprovider", *TESTS]))
    from tests.simulation.__main__ import until_broken

    return until_broken(range(histories))


def is_found(mutant: Mutant, histories: int) -> bool | None:
    """Return whether a search in a separate process finds the error; None if it timed out or was killed."""
    child = get_context("fork").Process(target=_search_and_exit, args=(mutant, histories))
    child.start()
    child.join()
    return {0: False, FOUND_STATUS: True}.get(child.exitcode)


def _search_and_exit(mutant: Mutant, histories: int) -> None:
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_S, MOST_CPU_S + 60))
    status = FOUND_STATUS  # an exception of the engine shows the error, too
    try:
        status = search(mutant, histories)
    finally:
        os._exit(status)


def main() -> int:
    """Try every mutant. Return 1 if a mutant survives."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation.mutants", description=__doc__)
    parser.add_argument("--histories", type=int, default=3_000, help="the most histories for a mutant")
    parser.add_argument("--only", default="", help="only mutants whose description contains this text")
    arguments = parser.parse_args()
    chosen = [mutant for mutant in mutants() if arguments.only in mutant.breaks]
    survivors = 0
    for library in LIBRARIES:
        import_module(library)  # once for all
    for how in ("histories", "tests"):
        first = chosen[0]
        if is_found(replace(first, instead=first.line, found_by=how), FEW) is not False:
            print(f"The unchanged engine fails ({how}), so its mutants cannot be judged.")
            return 2
    for number, mutant in enumerate(chosen, 1):
        outcome = is_found(mutant, arguments.histories)
        survivors += not outcome
        print(f"{number:3} {VERDICTS[outcome]} {mutant.file}: {mutant.breaks}", flush=True)
    print(f"{len(chosen) - survivors} of {len(chosen)} found")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
