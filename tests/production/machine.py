"""`make machine`: install the portal on a Debian whose systemd really boots, as docs/install.md says, and try it.

It needs root, systemd-nspawn, mmdebstrap, and the packages of Debian and PyPI. It took half an hour on two busy cores.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SUITES = ("bookworm", "trixie")
PACKAGES = "systemd-sysv,dbus,python3-venv,procps,iproute2,ca-certificates,postgresql,caddy,sudo"
SOURCES = Path("/etc/apt/sources.list.d/debian.sources")
NSPAWN = ("systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--console=pipe")
BOOT_S = 90
COMMAND_S = 600
CERTIFICATES = "/etc/ssl/certs"


class Machine:
    """A booted Debian in a folder, without a network."""

    def __init__(self, folder: Path, init: int) -> None:
        self.folder = folder
        self._init = init

    def run(self, *command: str) -> None:
        """Run a command in the machine. Raise CalledProcessError if it fails."""
        inside = ["nsenter", "--target", str(self._init), "--all", "env", "-i", "LANG=C.UTF-8", "HOME=/root"]
        variables = [
            "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin",
            "PIP_NO_INDEX=1",
            "PIP_FIND_LINKS=/wheels",
        ]
        subprocess.run([*inside, *variables, *command], check=True, timeout=COMMAND_S)


def make_base(folder: Path, suite: str) -> None:
    """Make a Debian with the packages that a host needs, and with the wheels of the portal's packages."""
    text = SOURCES.read_text("utf-8")
    own = re.search(r"^VERSION_CODENAME=(\w+)", Path("/etc/os-release").read_text("utf-8"), re.MULTILINE)
    mirrors = text.replace(own[1], suite) if own else text
    command = ["mmdebstrap", "--quiet", "--variant=minbase", f"--include={PACKAGES}", suite, str(folder), "-"]
    subprocess.run(command, input=mirrors, text=True, check=True, timeout=COMMAND_S)
    (folder / "wheels").mkdir()
    shutil.copy(ROOT / "requirements.txt", folder / "wheels")
    wheels = "python3 -m venv venv && venv/bin/pip download --quiet --no-deps -r requirements.txt"
    tools = "venv/bin/pip install --quiet --no-index --find-links . --no-deps -r requirements.txt"
    download = f"cd /wheels && {wheels} && {tools}"
    passed = [f"--setenv={name}={value}" for name, value in os.environ.items() if name == "PIP_CERT"]
    binds = [f"--bind-ro={CERTIFICATES}", "--resolv-conf=bind-host"]
    subprocess.run([*NSPAWN, *passed, *binds, "-D", str(folder), "sh", "-c", download], check=True, timeout=COMMAND_S)
    (folder / "etc" / "pip.conf").write_text("[global]\nno-index = true\nfind-links = /wheels\n", "utf-8")


@contextmanager
def booted(folder: Path) -> Iterator[Machine]:
    """Yield the machine when its systemd has started all services. Power it off at the end."""
    environment = {**os.environ, "SYSTEMD_NSPAWN_UNIFIED_HIERARCHY": "1"}
    command = [*NSPAWN, "--private-network", "--boot", f"--bind-ro={ROOT}:/srv/portal", "-D", str(folder)]
    with (folder.parent / "boot.log").open("wb") as log:
        nspawn = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        children = Path(f"/proc/{nspawn.pid}/task/{nspawn.pid}/children")
        until = time.monotonic() + BOOT_S
        while True:
            is_late = nspawn.poll() is not None or time.monotonic() > until
            assert not is_late, (folder.parent / "boot.log").read_text("utf-8")
            time.sleep(1)
            if init := children.read_text("ascii").split():
                machine = Machine(folder, int(init[0]))
                try:
                    machine.run("systemctl", "is-system-running", "--wait")
                    break
                except subprocess.CalledProcessError:
                    continue
        yield machine
    finally:
        nspawn.terminate()
        try:
            nspawn.wait(BOOT_S)
        except subprocess.TimeoutExpired:
            nspawn.kill()
            nspawn.wait()


def check(folder: Path, suite: str) -> None:
    """Install the portal on a machine of a Debian suite, and run all checks there."""
    base = folder / "machine"
    make_base(base, suite)
    with booted(base) as machine:
        machine.run("env", "-C", "/srv/portal", "/wheels/venv/bin/python", "-m", "tests.production.machine_checks")


def main() -> int:
    """Check each suite that is named on the command line, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.production.machine", description=__doc__)
    parser.add_argument("suites", nargs="*", default=SUITES, help="Debian's suites (default: all)")
    for suite in parser.parse_args().suites:
        with tempfile.TemporaryDirectory(prefix="portal-machine-", dir="/var/tmp") as folder:
            check(Path(folder), suite)
        print(f"Debian {suite}: the portal can be installed and runs.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
