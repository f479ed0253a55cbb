"""Run the tests that a change touches, the nearest first, for `--seconds`: `python -m tools.touched`.

A change is any file that differs from `--base`, or that git does not know yet. Its tests are, in this order: changed
tests; tests in the folder of the same name as the package; tests elsewhere that import a changed module; tests of the
packages that import it. The first two groups run before all others. In each half, tests that share rare words with
the changed lines run first. A change of the web app runs the tests of `tests/web` that need no browser. The last
lines say what did not run.
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
WEB = "app/web/"
OTHER_FOLDERS = {
    "app/__init__.py": "contract",
    "app/blueprints.py": "security",
    "app/errors.py": "contract",
    "app/mail.py": "auth",
    "app/services.py": "contract",
    "bench": "test_bench.py",
    "config.py": "settings",
    "gunicorn.conf.py": "test_web_server.py",
    "migrations": "store",
}
"""Tests of files that have no folder of the same name."""
DESCRIPTION = "contract/test_openapi.py"
"""The test of what schemas and views say in docs/openapi.json."""
OPTIONS = ["-p", "tools.touched", "--no-cov", "-rfE", "--show-capture=no", "-n", "2", "--maxschedchunk", "2"]
"""Small chunks keep the order between both processes."""
LEFT_OUT = re.compile(r"^pytestmark = .*\b(browser|processes|second_tier)\b", re.MULTILINE)
"""The mark of files in which every test is left out."""
MOST_FILES = 40
"""To collect all tests takes longer than to run those near a change."""
SECONDS, WORDS, NEAR = "CHECK_SECONDS", "CHECK_WORDS", "CHECK_NEAR"
TIME_IS_UP = "the time is up; `make test` runs this test"
first_test_at: list[float] = []
"""When the first test of this process began."""


def changed_files(base: str) -> list[str]:
    """Return the files that differ from a commit, and the new ones."""
    commands = (["diff", "--name-only", "--diff-filter=d", base], ["ls-files", "--others", "--exclude-standard"])
    outputs = (subprocess.check_output(["git", *command], cwd=ROOT, text=True) for command in commands)  # noqa: S603, S607
    return [file for output in outputs for file in output.splitlines()]


def test_files(folder: str) -> list[Path]:
    """Return the test files of a folder below tests/, or the one test file of that name."""
    path = TESTS / folder
    return [path] if path.is_file() else sorted(path.rglob("test_*.py"))


def tests_of(file: str) -> list[str]:
    """Return the folders below tests/ in which the tests of a file are, and its own test file. None: none is known."""
    top, _, rest = file.partition("/")
    if file.startswith(WEB):
        return ["web"]
    if not file.endswith(".py"):
        return []
    if top == "tests":
        return [rest if Path(rest).name.startswith("test_") else Path(rest).parent.as_posix()]
    if file not in OTHER_FOLDERS and top == "app":
        described = [DESCRIPTION] if file.endswith(("/schemas.py", "/views.py")) else []
        return [rest.partition("/")[0], f"test_{rest}", *described]
    return [OTHER_FOLDERS.get(file, OTHER_FOLDERS.get(top, top))]


def importing(modules: Iterable[str]) -> list[Path]:
    """Return the test files that import one of the modules."""
    names = [(module, *module.rpartition(".")[::2]) for module in modules]
    lines = [rf"^(from|import) {full}\b|^from {package} import .*\b{name}\b" for full, package, name in names]
    pattern = re.compile("|".join(lines), re.MULTILINE)
    return [path for path in test_files("") if names and pattern.search(path.read_text("utf-8"))]


def near_tests(files: Iterable[str]) -> list[Path]:
    """Return the test files of changed files themselves. Leave out those with processes or browsers."""
    paths = [path for file in files for folder in tests_of(file) for path in test_files(folder)]
    return [path for path in dict.fromkeys(paths) if not LEFT_OUT.search(path.read_text("utf-8"))]


def nearest_tests(files: list[str]) -> list[Path]:
    """Return the test files that the changed files touch, the nearest first."""
    modules = [
        file.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for file in files if file.endswith(".py")
    ]
    near = near_tests(sorted(files, reverse=True))
    users = importing(modules)
    graph = grimp.build_graph("app", "simulator", cache_dir=None)
    in_graph = graph.modules.intersection(modules)
    importers = sorted({user for module in in_graph for user in graph.find_modules_that_directly_import(module)})
    far = near_tests(f"{user.replace('.', '/')}.py" for user in importers)
    named = [path for path in near if path in users or any(path.stem == f"test_{Path(file).stem}" for file in files)]
    nearest = dict.fromkeys([*named, *near, *users, *far])
    return [path for path in nearest if not LEFT_OUT.search(path.read_text("utf-8"))]


def words(text: str) -> set[str]:
    """Return the words of a text, those inside names too: `invoiceDate` and `invoice_date` have the same two."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]{2,}|[A-Z]{3,}", text)}


def changed_words(base: str) -> set[str]:
    """Return the words of the changed lines, and of the functions that contain them."""
    command = ["git", "diff", "--unified=0", base, "--", "*.py", f"{WEB}src"]
    lines = subprocess.check_output(command, cwd=ROOT, text=True).splitlines()  # noqa: S603
    return words(
        "\n".join(line for line in lines if line.startswith(("+", "-", "@@")) and line[:3] not in ("+++", "---"))
    )


def nearest_items(items: list[pytest.Item], changed: set[str], near: set[str]) -> list[pytest.Item]:
    """Sort tests: those in `near` first, then by the rare words that they share with the change.

    Further cases of a test count by their ids alone. The sums are exact, because all processes of xdist must find the
    same order.
    """
    shared: dict[pytest.Item, set[str]] = {}
    functions: set[str] = set()
    for item in items:
        function, _, case = item.nodeid.partition("[")
        source = "" if function in functions else inspect.getsource(item.function)  # type: ignore[attr-defined]
        shared[item] = words(case + source) & changed
        functions.add(function)
    counts = Counter(word for item in items for word in shared[item])
    return sorted(
        items, key=lambda item: (str(item.path) not in near, -math.fsum(1 / counts[word] for word in shared[item]))
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests first whose text is nearest to the change."""
    near = set(os.environ.get(NEAR, "").split(os.pathsep))
    items[:] = nearest_items(items, set(os.environ.get(WORDS, "").split()), near)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Skip the test if the time is up, which counts from the first test."""
    if not first_test_at:
        first_test_at.append(time.monotonic())
    elif time.monotonic() - first_test_at[0] > float(os.environ[SECONDS]):
        pytest.skip(TIME_IS_UP)


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were near the change and found no time."""
    skipped = terminalreporter.stats.get("skipped", [])
    late = sum(TIME_IS_UP in str(report.longrepr) for report in skipped)
    if late:
        terminalreporter.write_line(f"Did not run, because the time was up: {late} tests.")
    if len(skipped) > late:
        terminalreporter.write_line(f"Skipped, because a program is missing: {len(skipped) - late} tests.")


def not_run(files: list[str], paths: list[Path]) -> str:
    """Return a sentence for each group of tests that the check leaves out."""
    unknown = [file for file in files if not tests_of(file)]
    sentences = [
        f"Did not run: {len(test_files('')) - len(paths[:MOST_FILES])} further files of tests, and all tests that "
        "start processes, browsers or PostgreSQL. `make test` and `make test-all` run them.",
        f"The check knows no tests of these files: {', '.join(unknown)}." if unknown else "",
        "" if any(file.startswith(WEB) for file in files) else "The web app is unchanged: ESLint and tsc did not run.",
    ]
    return "\n".join(filter(None, sentences))


def main() -> int:
    """Run the tests and return pytest's exit code; 0 if there are none to run."""
    parser = argparse.ArgumentParser(description="Run the tests that a change touches.")
    parser.add_argument("--base", default="HEAD", help="the commit to compare with (default: HEAD)")
    parser.add_argument("--seconds", type=float, default=35, help="start no test after this time (default: 35)")
    arguments = parser.parse_args()
    files = changed_files(arguments.base)
    paths = nearest_tests(files)
    status = 0
    if paths:
        os.environ |= {
            SECONDS: str(arguments.seconds),
            WORDS: " ".join(changed_words(arguments.base)),
            NEAR: os.pathsep.join(map(str, near_tests(files))),
        }
        marks = "not processes and not browser and not second_tier"
        status = pytest.main([*OPTIONS, "-m", marks, "-k", "not postgresql", *map(str, paths[:MOST_FILES])])
    print(not_run(files, paths))
    return 0 if status == pytest.ExitCode.NO_TESTS_COLLECTED else int(status)


if __name__ == "__main__":
    sys.exit(main())
