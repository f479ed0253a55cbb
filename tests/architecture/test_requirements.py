"""What is installed is what was chosen: each package exact, with hashes; the audit tells what it does not know."""

import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tools import audit

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"[a-z0-9][a-z0-9.-]*==[0-9][^\s*;,]*( ; [^\\]+)?( --hash=sha256:[0-9a-f]{64})+")


def pins(file: str) -> list[str]:
    """Each requirement with its hashes, on one line."""
    text = re.sub(r" *\\\n *", " ", (ROOT / file).read_text("utf-8"))
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


@pytest.mark.parametrize("file", audit.FILES)
def test_every_package_is_pinned_exactly_with_its_hashes(file: str) -> None:
    found = pins(file)
    assert len(found) > 20
    assert [line[:80] for line in found if not PIN.fullmatch(line)] == []


def test_all_that_is_asked_for_is_pinned_and_both_files_agree() -> None:
    versions = {file: dict(line.split()[0].split("==") for line in pins(file)) for file in audit.FILES}
    running, developing = (versions[file] for file in audit.FILES)
    for file, pinned in (("requirements.in", running), ("requirements-dev.in", developing)):
        asked = (ROOT / file).read_text("utf-8").splitlines()
        assert {name for name in asked if name and name[0] not in "#-"} <= pinned.keys()
    assert {name: developing.get(name) for name in running} == running


OLDEST = re.findall(r"^OLDEST := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[0]
PYTHONS = (OLDEST, "3.11.3", "3.12.0", "3.13.0", "3.14.0", "3.15.0")


def locked(file: str, python: str) -> set[str]:
    """The packages that pip installs from a lock on this version of Python."""
    requirements = (Requirement(line.partition(" --hash")[0]) for line in pins(file))
    return {canonicalize_name(one.name) for one in requirements if applies(one, python)}


def needed(package: str, python: str) -> Iterator[str]:
    """The packages that an installed package requires on this version of Python, extras aside."""
    for line in metadata.requires(package) or ():
        requirement = Requirement(line)
        if applies(requirement, python):
            yield canonicalize_name(requirement.name)


def applies(requirement: Requirement, python: str) -> bool:
    environment = {"python_full_version": python, "python_version": python.rpartition(".")[0], "extra": ""}
    return requirement.marker is None or requirement.marker.evaluate(environment)


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("file", audit.FILES)
def test_lock_on_any_python_lacks_no_package(file: str, python: str) -> None:
    """`pip install --no-deps` asks nobody what a package requires."""
    packages = locked(file, python)
    installed = {canonicalize_name(one.name) for one in metadata.distributions()}
    assert len(packages & installed) > 20
    missing = {one: set(needed(one, python)) - packages for one in packages & installed}
    assert {one: names for one, names in missing.items() if names} == {}


@pytest.mark.parametrize("python", PYTHONS)
def test_locked_packages_accept_any_python(python: str) -> None:
    installed = {canonicalize_name(one.name): one for one in metadata.distributions()}
    accepted = {name: one.metadata.get("Requires-Python") or "" for name, one in installed.items()}
    packages = locked("requirements.txt", python) & installed.keys()
    assert [name for name in packages if python not in SpecifierSet(accepted[name])] == []


VULNERABLE = {"name": "old", "version": "1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}]}
CLEAN = {"name": "new", "version": "2.0", "vulns": []}
MISSED = {"name": "odd", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("packages", "status", "said"),
    [
        ([CLEAN], 0, "no known vulnerability"),
        ([CLEAN, VULNERABLE], 1, "old 1.0: PYSEC-1, mended in 1.1"),
        ([CLEAN, MISSED], 2, "1 of 2 packages could not be looked up"),
        ([MISSED, VULNERABLE], 1, "1 of 2 packages could not be looked up"),
        ([], 2, "could not be looked up: the vulnerability service of PyPI must be reachable"),
        (None, 2, "could not be looked up"),
    ],
)
def test_a_look_that_was_not_taken_is_not_a_clean_one(packages: Any, status: int, said: str) -> None:
    found, lines = audit.verdict(packages if packages is None else {"dependencies": packages})
    assert found == status
    assert any(said in line for line in lines)
