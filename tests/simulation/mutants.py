"""`python -m tests.simulation.mutants`: make each error of `mutants.toml`, and say which ones nothing finds.

Each error is made in a copy of the project. The simulation or the tests of the ledgers must find it.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("app", "tests/__init__.py", "tests/clock.py", "tests/simulation", "setup.cfg", "config*.py")
TESTS = ("tests/simulation/test_ledgers.py", "tests/simulation/test_ledger_repeats.py")
MOST_S = 300
"""How long a search may take. A mutant that hangs is found."""


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """An error: `line` of `file` becomes `instead`. `breaks`: what it breaks. `found_by`: what finds it."""

    file: str
    line: str
    instead: str
    breaks: str
    found_by: Literal["memory", "database", "tests"]

    def text(self) -> str:
        """The file's text with the error in it. Raises LookupError if the line does not stand there exactly once."""
        lines = (ROOT / self.file).read_text("utf-8").splitlines()
        places = [number for number, line in enumerate(lines) if line.strip() == self.line]
        if len(places) != 1:
            raise LookupError(f"{self.file}: {len(places)} lines are {self.line!r}")
        old = lines[places[0]]
        lines[places[0]] = old[: len(old) - len(old.lstrip())] + self.instead
        return "\n".join(lines) + "\n"


def mutants() -> list[Mutant]:
    """All of them."""
    listed = tomllib.loads(Path(__file__).with_name("mutants.toml").read_text("utf-8"))
    return [Mutant(**one) for one in listed["mutant"]]


@contextmanager
def copy() -> Iterator[Path]:
    """A copy of what the simulation needs."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        for pattern in COPIED:
            for path in ROOT.glob(pattern):
                target = place / path.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                if path.is_dir():
                    shutil.copytree(path, target, ignore=shutil.ignore_patterns("node_modules", "dist", "__pycache__"))
                else:
                    shutil.copy(path, target)
        yield place


def is_found(mutant: Mutant, place: Path, histories: int) -> bool:
    """Whether what should find the mutant finds it."""
    path = place / mutant.file
    plain = path.read_text("utf-8")
    path.write_text(mutant.text(), "utf-8")
    if mutant.found_by == "tests":
        command = [sys.executable, "-B", "-m", "pytest", "-q", "-x", "--noconftest", "-p", "no:cacheprovider", *TESTS]
    else:
        some = str(histories if mutant.found_by == "memory" else histories // 10)
        options = ["--until-broken", "--histories", some, "--ledger", mutant.found_by]
        command = [sys.executable, "-B", "-m", "tests.simulation", *options]
    try:
        return subprocess.run(command, cwd=place, capture_output=True, timeout=MOST_S, check=False).returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(plain, "utf-8")


def main() -> int:
    """Try every mutant; 1 if one survives."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation.mutants", description=__doc__)
    parser.add_argument("--histories", type=int, default=20_000, help="the most that search for one")
    parser.add_argument("--only", default="", help="those whose description has these words")
    wanted = parser.parse_args()
    chosen = [one for one in mutants() if wanted.only in one.breaks]
    survivors = 0
    with copy() as place:
        for number, mutant in enumerate(chosen, 1):
            found = is_found(mutant, place, wanted.histories)
            survivors += not found
            print(f"{number:3} {'found   ' if found else 'SURVIVES'} {mutant.file}: {mutant.breaks}", flush=True)
    print(f"{len(chosen) - survivors} of {len(chosen)} found")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
