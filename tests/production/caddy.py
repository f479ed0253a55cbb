"""Caddy with the configuration of `deploy/caddy`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.end_to_end.processes import ROOT
from tests.production.proxy import Proxy, free_port

MISSING = "Caddy is not installed: `apt-get install caddy` brings the tests of the portal behind it."
SHIPPED = ROOT / "deploy" / "caddy" / "Caddyfile"


class Caddy(Proxy):
    """A running Caddy."""

    checks = "off"

    def prepare(self, hosts: Sequence[str]) -> tuple[Sequence[str | Path], Mapping[str, str]]:
        """Return the command with the shipped file, and the settings of this machine."""
        program = shutil.which("caddy") or pytest.skip(MISSING)
        settings = {
            "PORTAL_SITE": "localhost",
            "PORTAL_TLS": f"{self.certificate} {self.key}",
            "PORTAL_HOSTS": " ".join(hosts),
            "PORTAL_CHECKS": self.checks,
            "PORTAL_HTTPS_PORT": str(self.port),
            "PORTAL_HTTP_PORT": str(self.plain_port),
            "PORTAL_ADMIN": f"localhost:{free_port()}",
        }
        # Caddy stores its own files in the home directory.
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), **settings}
        return [program, "run", "--config", SHIPPED, "--adapter", "caddyfile"], environment


class CheckingCaddy(Caddy):
    """A Caddy that asks each host whether it is ready."""

    checks = "on"
