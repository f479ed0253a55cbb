"""README's walkthrough, unchanged, against real processes."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.end_to_end.processes import ROOT, running

CODE_LINE = re.compile(r"^CODE=123456.*\n", re.MULTILINE)
EMAIL = "office@harper.example"


def walkthrough_script() -> str:
    """Return the shell blocks between the two comments, in order."""
    text = (ROOT / "README.md").read_text("utf-8")
    (walk,) = re.findall(r"<!-- walk begins -->(.*)<!-- walk ends -->", text, re.DOTALL)
    return "".join(re.findall(r"^```sh\n(.*?)^```$", walk, re.DOTALL | re.MULTILINE))


def json_objects(text: str) -> list[dict[str, Any]]:
    """Return every JSON object in `text`, in order."""
    decoder, values, at = json.JSONDecoder(), [], text.find("{")
    while at >= 0:
        value, end = decoder.raw_decode(text, at)
        values.append(value)
        at = text.find("{", end)
    return values


@pytest.mark.processes
def test_readme_walkthrough_succeeds(tmp_path: Path) -> None:
    before, after = CODE_LINE.split(walkthrough_script())
    printed = tmp_path / "printed"
    with running(tmp_path) as everything, printed.open("wb") as out:
        # Only acme knows this address. Its code shows that acme's contractors have been fetched, as in a walkthrough.
        requests.post(f"{everything.portal}/api/session/code", json={"email": "sam@obrien.example"}, timeout=5)
        everything.code("sam@obrien.example")
        walk = subprocess.Popen(
            ["bash", "-eu", "-s"],
            env={**everything.environment, "PORTAL": everything.portal},
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=out,
        )
        assert walk.stdin is not None
        walk.stdin.write(before.encode())
        walk.stdin.flush()
        walk.communicate(f"CODE={everything.code(EMAIL)}\n{after}".encode(), timeout=120)
        job = requests.get(f"{everything.simulator}/_control/state/acme/jobs/JOB-1", timeout=5).json()
    text = printed.read_text("utf-8")
    assert walk.returncode == 0, text
    answers = [answer for answer in json_objects(text) if "error" not in answer]  # errors before the first fetch
    session, account, contacts, jobs, done, reopened, note, historical, pending, invoice, *_ = answers
    assert session["account"]["agency"] == "acme"
    assert account["contractorId"] == session["account"]["contractorId"]
    assert contacts["contacts"]
    assert jobs["total"] > 0
    assert done["completed"] is True
    assert reopened["completed"] is False
    assert done["jobId"] == reopened["jobId"] == invoice["jobId"]
    assert note["note"] in json.dumps(job)
    assert note["author"] == account["displayName"]
    assert historical["statements"]
    assert pending["statements"]
    assert invoice["status"] == "submitted"


def test_readme_walkthrough_can_be_extracted() -> None:
    assert len(CODE_LINE.findall(walkthrough_script())) == 1
    for route in ("account", "contacts", "jobs", "complete", "notes", "historical", "pending", "invoices"):
        assert re.search(rf"/{route}\b", walkthrough_script())
