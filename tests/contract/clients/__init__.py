"""Clients made from the description by generators that others wrote, and the programs that make and check them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TYPESCRIPT = HERE / "typescript"
PYTHON_CLIENT = HERE / "python_client.py"


def npm_installed(folder: Path) -> Path:
    """What `npm ci` installed in `folder`. Where it did not, the test is skipped; under CI it fails."""
    modules = folder / "node_modules"
    if (modules / ".package-lock.json").exists() and shutil.which("node"):
        return modules
    reason = "Node.js 20.19 or newer with npm is needed here; `make test` installs the rest by itself."
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def npm_program(name: str) -> str:
    """The path of a program that `npm ci` installed for generated clients."""
    return str(npm_installed(TYPESCRIPT) / ".bin" / name)


def python_program(name: str) -> str:
    """The path of a program that stands beside this Python."""
    return str(Path(sys.executable).with_name(name))


def run(*command: str | Path, cwd: Path, stdin: str = "", **environment: str) -> str:
    """What a program printed that must end well; `given` is its standard input."""
    done = subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        env={**os.environ, **environment},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{Path(command[0]).name}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout
