"""The example of a handover in docs/single-sign-on.md, unchanged, against real processes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.end_to_end.processes import ROOT, running

PAGE = (ROOT / "docs" / "single-sign-on.md").read_text("utf-8")
SETTING = re.compile(r"\b(HANDOVER_ISSUER|HANDOVER_AUDIENCE)=(\S+)")
EMAIL = "office@harper.example"


def run(script: str, folder: Path, environment: dict[str, str]) -> str:
    """Run a script of the page in a shell that finds this environment's Python first. Return its output."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ended = subprocess.run(
        ["bash", "-eu"],
        input=script,
        cwd=folder,
        env={**environment, "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.mark.processes
def test_example_of_a_handover_signs_a_contractor_in(tmp_path: Path) -> None:
    [example] = re.findall("<!-- handover begins -->(.*)<!-- handover ends -->", PAGE, re.DOTALL)
    make_key, sign_in = re.findall(r"^```sh\n(.*?)^```$", example, re.DOTALL | re.MULTILINE)
    folder = tmp_path / "front-end"
    folder.mkdir()
    run(make_key, folder, {})
    settings = {**dict(SETTING.findall(PAGE)), "HANDOVER_KEYS": str(folder / "keys.json")}
    with running(
        tmp_path, simulator=("--branches", "1", "--contractors", "4", "--jobs", "8"), **settings
    ) as everything:
        # The code shows that the contractors have been fetched.
        body = {"email": EMAIL, "agency": "acme"}
        assert requests.post(f"{everything.portal}/api/session/code", json=body, timeout=10).status_code == 204
        everything.code(EMAIL)
        session = json.loads(run(sign_in, folder, {"PORTAL": everything.portal}))
    assert (session["email"], session["account"]["agency"]) == (EMAIL, "acme")
