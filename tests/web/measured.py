"""Lighthouse with its defaults: a mid-range phone on slow 4G, with simulated throttling."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.contract.clients import npm_installed
from tests.web.browsing import FLAGS, chromium

FOLDER = Path(__file__).with_name("lighthouse")
TRIES = 3
AGAIN = "Please run Lighthouse again"
"""Lighthouse's words, if Chromium's trace was incomplete."""


def report(url: str, cookie: str | None, categories: list[str], folder: Path) -> Any:
    """Return Lighthouse's report on a first visit to this address."""
    headers = {"Cookie": f"portal_session={cookie}"} if cookie else {}
    written = folder / "report.json"
    command = [
        str(npm_installed(FOLDER) / ".bin" / "lighthouse"),
        url,
        "--quiet",
        "--no-enable-error-reporting",
        "--output=json",
        f"--output-path={written}",
        f"--only-categories={','.join(categories)}",
        f"--extra-headers={json.dumps(headers)}",
        f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}",
    ]
    environment = {**os.environ, "CHROME_PATH": chromium()}
    for _ in range(TRIES):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=200)
        if AGAIN not in done.stderr:
            break
    assert done.returncode == 0, done.stderr
    return json.loads(written.read_text("utf-8"))


def faults(report: Any) -> list[tuple[str, Any]]:
    """Return each audit that counts and has no perfect score, with its value."""
    parts = [part for category in report["categories"].values() for part in category["auditRefs"] if part["weight"]]
    audits = [report["audits"][part["id"]] for part in parts]
    return [
        (each["id"], each.get("displayValue")) for each in audits if each["score"] is not None and each["score"] < 1
    ]
