"""docs/security.md answers each requirement of ASVS 5.0.0 that concerns it, and the tests that it names exist."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+)(?: to (\d+\.\d+\.\d+))? [^|]+\| (met|n/a|accepted) \| ([^|]+) \|$", re.MULTILINE)
SECTIONS = {
    "6.1": range(1, 4),
    "6.2": range(1, 13),
    "6.3": range(1, 5),
    "6.4": range(1, 5),
    "6.5": range(1, 6),
    "6.6": range(1, 4),
    "6.8": range(1, 5),
    "7.1": range(1, 4),
    "7.2": range(1, 5),
    "7.3": range(1, 3),
    "7.4": range(1, 6),
    "7.5": range(1, 3),
    "7.6": range(1, 3),
    "8.1": range(1, 3),
    "8.2": range(1, 4),
    "8.3": range(1, 2),
    "8.4": range(1, 2),
}
"""The requirements of levels 1 and 2 by section: chapters V6, V7 and V8 of OWASP/ASVS, tag v5.0.0_release."""


def test_security_page_answers_each_requirement_once() -> None:
    answered = []
    for first, last, _, _ in ROW.findall(PAGE):
        section, _, number = first.rpartition(".")
        numbers = range(int(number), int((last or first).rpartition(".")[2]) + 1)
        answered += [f"{section}.{each}" for each in numbers]
    assert answered == [f"{section}.{number}" for section, numbers in SECTIONS.items() for number in numbers]


def test_security_page_gives_evidence_or_a_named_risk() -> None:
    titles = re.findall(r"^(?:## |- \*\*)(.+?)(?:\.\*\*.*)?$", PAGE, re.MULTILINE)
    for number, _, answer, evidence in ROW.findall(PAGE):
        names = re.findall(r"\*([^*]+)\*", evidence)
        assert set(names) <= set(titles), number
        assert answer == "n/a" or names or "tests/" in evidence, number
        assert answer != "accepted" or names, number


def names_of_tests(path: str) -> Iterator[str]:
    """Yield the functions in a file by the names with which pytest finds them: a method with its class."""
    for part in ast.parse((ROOT / path).read_text("utf-8")).body:
        if isinstance(part, ast.FunctionDef):
            yield part.name
        elif isinstance(part, ast.ClassDef):
            yield from (f"{part.name}::{method.name}" for method in part.body if isinstance(method, ast.FunctionDef))


def test_security_page_names_existing_tests() -> None:
    path = ""
    for file, name in re.findall(r"`(tests/[\w/]+\.py|…)(?:::([\w:]+))?`", PAGE):
        path = path if file == "…" else file
        names = set(names_of_tests(path))
        assert not name or name in names, f"{path}::{name}"
