"""The portal installs and starts on the oldest and on the newest Python named in README."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
import requests

from tests.end_to_end.processes import ROOT, running

README = (ROOT / "README.md").read_text("utf-8")
[(OLDEST, NEWEST)] = re.findall(r"Python ([\d.]+) or newer \(.*tested up to ([\d.]+)\)", README)
INSTALL_S = 300


def interpreter(version: str) -> str:
    """Return the path of a Python of this version, such as 3.13 or 3.11.2. Skip the test if there is none."""
    name = f"python{'.'.join(version.split('.')[:2])}"
    for folder in os.environ["PATH"].split(os.pathsep):
        path = Path(folder) / name
        output = path.exists() and subprocess.run([path, "-V"], capture_output=True, text=True, check=False).stdout
        if output and f"{output.strip()}.".startswith(f"Python {version}."):
            return str(path)
    pytest.skip(f"Python {version} is not installed here")


def run(*command: str) -> None:
    """Run a command, which must succeed. Skip the test if the package index is not available, except in CI."""
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=INSTALL_S, check=False)
    if "NewConnectionError" in ended.stderr and not os.environ.get("CI"):
        pytest.skip("the package index cannot be reached")
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_readme_oldest_python_equals_makefile() -> None:
    assert f"OLDEST := {OLDEST}\n" in (ROOT / "Makefile").read_text("utf-8")


@pytest.mark.processes
@pytest.mark.parametrize("version", [OLDEST, NEWEST])
def test_portal_starts_on_oldest_and_newest_python(tmp_path: Path, version: str) -> None:
    virtual = tmp_path / "venv"
    python = f"{virtual}/bin/python"
    run(interpreter(version), "-m", "venv", str(virtual))
    run(python, "-m", "pip", "install", "--no-deps", "--require-hashes", "-r", "requirements.txt")
    run(python, "-m", "pip", "check")
    with running(tmp_path, python=python) as everything:
        assert requests.get(f"{everything.portal}/health/ready", timeout=10).status_code == 200
        everything.assert_running("worker")
