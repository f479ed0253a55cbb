"""The web app's pure modules, run by Node.js alone."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime
from typing import Any

from tests.contract.clients import npm_installed
from tests.web.test_built import WEB

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
CLOCK_AT_NOW = f"""
import {{mock}} from "node:test";
mock.timers.enable({{apis: ["Date"], now: {round(NOW.timestamp() * 1000)}}});
"""


def evaluate(module: str, expression: str, argument: Any = None) -> Any:
    """Return the value, at `NOW`, of an expression in which `it` is a module of `src` and `argument` the argument."""
    npm_installed(WEB)
    address = json.dumps((WEB / "src" / module).as_uri())
    script = f"{CLOCK_AT_NOW} import * as it from {address}; const argument = JSON.parse(process.argv[1]);"
    command = [
        "node",
        "--import",
        (WEB / "typescript.mjs").as_uri(),
        "--input-type=module",
        "-e",
        f"{script} console.log(JSON.stringify({expression}));",
    ]
    done = subprocess.run([*command, json.dumps(argument)], capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
