"""The units of systemd in `deploy/systemd`."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.end_to_end.processes import ROOT
from tests.production.installation import STAGING

UNITS = ROOT / "deploy" / "systemd"
SERVICES = sorted(UNITS.glob("*.service"))
MOST_EXPOSED = 1.5
MISSING = "systemd-analyze is not installed: `apt-get install systemd` brings the tests of the units."


def analyze(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Return the result of a check by systemd-analyze."""
    program = shutil.which("systemd-analyze") or pytest.skip(MISSING)
    return subprocess.run([program, *arguments], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("service", SERVICES, ids=lambda path: path.name)
def test_service_is_hardened(service: Path) -> None:
    """The scale is that of systemd: 0 is the safest, 10 has no restriction."""
    report = analyze("security", "--offline=true", "--no-pager", str(service)).stdout
    [level] = re.findall(r"Overall exposure level for \S+: ([0-9.]+)", report)
    assert float(level) <= MOST_EXPOSED, report


def test_processes_of_the_tests_have_the_environment_of_the_services() -> None:
    """`make hour` measures their memory."""
    files = (UNITS / "portal-.service.d" / "common.conf", ROOT / "deploy" / "container" / "Containerfile")
    values = [re.findall(r"MALLOC_ARENA_MAX=(\d+)$", file.read_text("utf-8"), re.MULTILINE) for file in files]
    assert values == [[STAGING["MALLOC_ARENA_MAX"]]] * 2


def test_further_worker_runs_as_the_first() -> None:
    first, further = ((UNITS / f"portal-worker{at}.service").read_text("utf-8") for at in ("", "@"))
    assert further.partition("[Service]")[2] == first.partition("[Service]")[2]


def test_units_are_valid() -> None:
    """Nothing is installed here, so the programs that they start are missing."""
    units = [str(path) for path in (*SERVICES, *UNITS.glob("*.timer"))]
    complaints = analyze("verify", "--man=no", *units).stderr.splitlines()
    assert [line for line in complaints if "/opt/portal/" not in line] == []


def test_backup_service_keeps_its_backup_and_the_13_newest_others(tmp_path: Path) -> None:
    """The clock is behind, so the new backup looks the oldest. A disk of its own has `lost+found`."""
    unit = (UNITS / "portal-backup.service").read_text("utf-8").replace("\\\n", " ")
    [line] = re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)
    backups, program = tmp_path / "backups", tmp_path / ".venv" / "bin" / "flask"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nmkdir "$4" && touch -d 2001-01-01 "$4"\n')
    program.chmod(0o755)
    for age, name in enumerate(["-r *", "a\nb", *map(str, range(2, 17)), "lost+found"]):
        (backups / name / "documents").mkdir(parents=True)
        os.utime(backups / name, (2**33 - age, 2**33 - age))
    command = line.replace("/var/backups/portal", str(backups)).replace("%%", "%").replace("$$", "$")
    subprocess.run(shlex.split(command), cwd=tmp_path, check=True, timeout=60)
    [new] = {path.name for path in backups.iterdir()} - {"-r *", "a\nb", *map(str, range(2, 13)), "lost+found"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-\d{6}", new)
