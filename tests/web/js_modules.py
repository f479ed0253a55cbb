"""The web app's pure modules, run by Node.js alone."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from tests.contract.clients import npm_installed
from tests.web.test_built import WEB


def evaluate(module: str, expression: str, argument: Any = None) -> Any:
    """Return the value of an expression, in which `it` is a module of `src` and `argument` the argument."""
    npm_installed(WEB)
    address = json.dumps((WEB / "src" / module).as_uri())
    script = f"import * as it from {address}; const argument = JSON.parse(process.argv[1]);"
    command = ["node", "--input-type=module", "-e", f"{script} console.log(JSON.stringify({expression}));"]
    done = subprocess.run([*command, json.dumps(argument)], capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
