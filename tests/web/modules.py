"""The web app's pure modules, run by Node.js alone."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from tests.contract.clients import npm_installed
from tests.web.test_built import WEB


def evaluated(module: str, expression: str, given: Any = None) -> Any:
    """What an expression gives in which `it` is a module of `src`, and `given` what is given here."""
    npm_installed(WEB)
    address = json.dumps((WEB / "src" / module).as_uri())
    script = f"import * as it from {address}; const given = JSON.parse(process.argv[1]);"
    command = ["node", "--input-type=module", "-e", f"{script} console.log(JSON.stringify({expression}));"]
    done = subprocess.run([*command, json.dumps(given)], capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
