"""Run the tests that a change touches, the nearest first, for `--seconds`: `python -m tools.touched`.

A change is any file that differs from `--base`, or that git does not know yet. Its tests are, in this order: changed
tests; tests in the folder of the same name as the package; tests elsewhere that import a changed module; tests of the
packages that import it. Of these, tests that share rare words with the changed lines run first. Tests with processes,
browsers or PostgreSQL are left to `make test`.
"""

from __future__ import annotations

import argparse
import inspect
import math
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
OTHER_FOLDERS = {
    "app/__init__.py": "contract",
    "app/blueprints.py": "security",
    "app/errors.py": "contract",
    "app/mail.py": "auth",
    "app/services.py": "contract",
    "bench": "test_bench.py",
    "config.py": "settings",
    "gunicorn.conf.py": "settings",
    "migrations": "store",
}
"""Tests of files that have no folder of the same name."""
OPTIONS = ["-p", "tools.touched", "--no-cov", "-x", "-rfEs", "--show-capture=no", "-n", "2", "--maxschedchunk", "2"]
"""Small chunks keep the order between both processes."""
MOST_FILES = 40
"""To collect all tests takes longer than to run those near a change."""
SECONDS, WORDS = "CHECK_SECONDS", "CHECK_WORDS"
first_test_at: list[float] = []
"""When the first test of this process began."""


def changed_files(base: str) -> list[str]:
    """Return the files that differ from a commit, and the new ones."""
    commands = (["diff", "--name-only", "--diff-filter=d", base], ["ls-files", "--others", "--exclude-standard"])
    outputs = (subprocess.check_output(["git", *command], cwd=ROOT, text=True) for command in commands)  # noqa: S603, S607
    return [file for output in outputs for file in output.splitlines() if file.endswith(".py")]


def test_files(folder: str) -> list[Path]:
    """Return the test files of a folder below tests/, or the one test file of that name."""
    path = TESTS / folder
    return [path] if path.is_file() else sorted(path.rglob("test_*.py"))


def tests_of(file: str) -> list[str]:
    """Return the folders below tests/ in which the tests of a file are."""
    top, _, rest = file.partition("/")
    if top == "tests":
        return [rest if Path(rest).name.startswith("test_") else Path(rest).parent.as_posix()]
    if file not in OTHER_FOLDERS and top == "app":
        return [rest.partition("/")[0], f"test_{rest}"]
    return [OTHER_FOLDERS.get(file, OTHER_FOLDERS.get(top, top))]


def importing(modules: Iterable[str]) -> list[Path]:
    """Return the test files that import one of the modules."""
    names = [(module, *module.rpartition(".")[::2]) for module in modules]
    lines = [rf"^(from|import) {full}\b|^from {package} import .*\b{name}\b" for full, package, name in names]
    pattern = re.compile("|".join(lines), re.MULTILINE)
    return [path for path in test_files("") if names and pattern.search(path.read_text("utf-8"))]


def nearest_tests(files: list[str]) -> list[Path]:
    """Return the test files that the changed files touch, the nearest first."""
    modules = [file.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for file in files]
    near = [path for file in sorted(files, reverse=True) for folder in tests_of(file) for path in test_files(folder)]
    users = importing(modules)
    graph = grimp.build_graph("app", "simulator", cache_dir=None)
    in_graph = graph.modules.intersection(modules)
    importers = sorted({user for module in in_graph for user in graph.find_modules_that_directly_import(module)})
    far = [
        path for user in importers for folder in tests_of(f"{user.replace('.', '/')}.py") for path in test_files(folder)
    ]
    named = [path for path in near if path in users or any(path.stem == f"test_{Path(file).stem}" for file in files)]
    return list(dict.fromkeys([*named, *near, *users, *far]))


def words(text: str) -> set[str]:
    """Return the words of a text, those inside names too: `invoiceDate` and `invoice_date` have the same two."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]{2,}|[A-Z]{3,}", text)}


def changed_words(base: str) -> set[str]:
    """Return the words of the changed lines, and of the functions that contain them."""
    command = ["git", "diff", "--unified=0", base, "--", "*.py"]
    lines = subprocess.check_output(command, cwd=ROOT, text=True).splitlines()  # noqa: S603
    return words(
        "\n".join(line for line in lines if line.startswith(("+", "-", "@@")) and line[:3] not in ("+++", "---"))
    )


def nearest_items(items: list[pytest.Item], changed: set[str]) -> list[pytest.Item]:
    """Sort tests by the rare words that they share with the change; further cases of a test by their ids alone.

    The sums are exact, because all processes of xdist must find the same order.
    """
    shared: dict[pytest.Item, set[str]] = {}
    functions: set[str] = set()
    for item in items:
        function, _, case = item.nodeid.partition("[")
        source = "" if function in functions else inspect.getsource(item.function)  # type: ignore[attr-defined]
        shared[item] = words(case + source) & changed
        functions.add(function)
    counts = Counter(word for item in items for word in shared[item])
    return sorted(items, key=lambda item: -math.fsum(1 / counts[word] for word in shared[item]))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests first whose text is nearest to the change."""
    items[:] = nearest_items(items, set(os.environ.get(WORDS, "").split()))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Skip the test if the time is up, which counts from the first test."""
    if not first_test_at:
        first_test_at.append(time.monotonic())
    elif time.monotonic() - first_test_at[0] > float(os.environ[SECONDS]):
        pytest.skip("the time is up; `make test` runs this test")


def main() -> int:
    """Run the tests and return pytest's exit code; 0 if there are none to run."""
    parser = argparse.ArgumentParser(description="Run the tests that a change touches.")
    parser.add_argument("--base", default="HEAD", help="the commit to compare with (default: HEAD)")
    parser.add_argument("--seconds", type=float, default=40, help="start no test after this time (default: 40)")
    arguments = parser.parse_args()
    paths = nearest_tests(changed_files(arguments.base))
    if not paths:
        print("The change touches no test in Python.")
        return 0
    os.environ |= {SECONDS: str(arguments.seconds), WORDS: " ".join(changed_words(arguments.base))}
    options = [*OPTIONS, "-m", "not processes and not browser", "-k", "not postgresql"]
    status = pytest.main([*options, *map(str, paths[:MOST_FILES])])
    return 0 if status == pytest.ExitCode.NO_TESTS_COLLECTED else int(status)


if __name__ == "__main__":
    sys.exit(main())
