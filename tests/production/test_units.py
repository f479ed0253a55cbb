"""The units of systemd in `deploy/systemd`."""

import re
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
    assert further.partition("[Service]")[2].replace(" --number %i", "") == first.partition("[Service]")[2]


def test_units_are_valid() -> None:
    """Nothing is installed here, so the programs that they start are missing."""
    units = [str(path) for path in (*SERVICES, *UNITS.glob("*.timer"))]
    complaints = analyze("verify", "--man=no", *units).stderr.splitlines()
    assert [line for line in complaints if "/opt/portal/" not in line] == []
