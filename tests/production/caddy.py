"""Caddy with the configuration of `deploy/caddy`, in front of processes of this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from tests.end_to_end.processes import ROOT, wait_until
from tests.production.nginx import free_port, make_certificate

MISSING = "Caddy is not installed: `apt-get install caddy` brings the tests of the portal behind it."
SHIPPED = ROOT / "deploy" / "caddy" / "Caddyfile"


class Caddy:
    """A running Caddy. `url`: the site, without a slash at the end. `certificate`: what its clients must trust."""

    def __init__(self, folder: Path, hosts: Sequence[str]) -> None:
        program = shutil.which("caddy") or pytest.skip(MISSING)
        self.log = folder / "caddy.log"
        self.certificate = folder / "certificate.pem"
        port, plain = free_port(), free_port()
        self.url, self.plain_url = f"https://localhost:{port}", f"http://localhost:{plain}"
        make_certificate(folder)
        settings = {
            "PORTAL_SITE": "localhost",
            "PORTAL_TLS": f"{self.certificate} {folder / 'key.pem'}",
            "PORTAL_HOSTS": " ".join(hosts),
            "PORTAL_HTTPS_PORT": str(port),
            "PORTAL_HTTP_PORT": str(plain),
            "PORTAL_ADMIN": f"localhost:{free_port()}",
        }
        # Caddy stores its own files in the home directory.
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), **settings}
        command = [program, "run", "--config", SHIPPED, "--adapter", "caddyfile"]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)

    def answers(self) -> bool:
        """Return whether the proxy and a host behind it respond."""
        assert self._process.poll() is None, self.log.read_text("utf-8")
        try:
            return requests.get(f"{self.url}/health/live", verify=str(self.certificate), timeout=5).ok
        except requests.RequestException:
            return False

    def end(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.wait(10)


@contextmanager
def serving(folder: Path, hosts: Sequence[str]) -> Iterator[Caddy]:
    """Yield Caddy in front of these addresses (host:port)."""
    folder.mkdir()
    caddy = Caddy(folder, hosts)
    try:
        wait_until("Caddy and a host", caddy.answers)
        yield caddy
    finally:
        caddy.end()
