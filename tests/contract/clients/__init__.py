"""Clients that public generators make from the API description, and the programs that build and check them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TYPESCRIPT = HERE / "typescript"
NEXTJS = HERE / "nextjs"
PYTHON_CLIENT = HERE / "python_client.py"


GENERATORS = {
    "openapi-fetch": "npx openapi-typescript",
    "hey-api": "npx openapi-ts",
    "orval": "npx orval",
}
"""Folders of TypeScript clients, and the commands on docs/clients.md that generate them."""


def npm_installed(folder: Path) -> Path:
    """Return the packages that `npm ci` installed in `folder`. Without them, skip the test, or fail it under CI."""
    modules = folder / "node_modules"
    if (modules / ".package-lock.json").exists() and shutil.which("node"):
        return modules
    reason = "Node.js 20.19 or newer with npm is needed here; `make test-all` installs the rest by itself."
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def npm_program(name: str) -> str:
    """Return the path of a program that `npm ci` installed for generated clients."""
    return str(npm_installed(TYPESCRIPT) / ".bin" / name)


def python_program(name: str) -> str:
    """Return the path of a program in the folder of this Python."""
    return str(Path(sys.executable).with_name(name))


def run(*command: str | Path, cwd: Path, stdin: str = "", **environment: str) -> str:
    """Run a command, which must succeed. Return its output."""
    done = subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        env={**os.environ, **environment},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, f"{Path(command[0]).name}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout
