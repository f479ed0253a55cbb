"""nginx with the configuration of `deploy/nginx`."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.end_to_end.processes import ROOT
from tests.production.proxy import Proxy

MISSING = "nginx is not installed: `apt-get install nginx` brings the tests of the portal behind it."
SHIPPED = ROOT / "deploy" / "nginx"
NAME = "portal.agency.example"
"""The name of the site in the shipped files."""
HOST = "server 127.0.0.1:8000 max_fails=0;"
"""The host in the shipped files."""
MAIN = """
pid {folder}/nginx.pid;
error_log {folder}/error.log info;
daemon off;
{user}
events {{ worker_connections 1024; }}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include conf.d/*.conf;
}}
"""
"""As on Debian, all servers without logs of their own share some that have addresses and queries."""


class Nginx(Proxy):
    """A running nginx."""

    def prepare(self, hosts: Sequence[str]) -> tuple[Sequence[str | Path], None]:
        """Write the shipped files, with the settings of this machine."""
        program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or pytest.skip(MISSING)
        (self.folder / "conf.d").mkdir()
        (self.folder / "portal").mkdir()
        shutil.copy(SHIPPED / "portal.conf", self.folder / "conf.d")
        self._write("site.conf", self.port)
        self._write("redirect.conf", self.plain_port)
        servers = "\n".join(f"server {host} max_fails=0;" for host in hosts)
        shipped = (SHIPPED / "portal" / "hosts.conf").read_text("utf-8")
        (self.folder / "portal" / "hosts.conf").write_text(shipped.replace(HOST, servers), "utf-8")
        user = "user root;" if os.geteuid() == 0 else ""
        (self.folder / "nginx.conf").write_text(MAIN.format(folder=self.folder, user=user), "utf-8")
        return [program, "-p", self.folder, "-c", self.folder / "nginx.conf"], None

    def _write(self, name: str, port: int) -> None:
        """Write a shipped file with the name, the port, the certificate and the folder of this machine."""
        text = (SHIPPED / "portal" / name).read_text("utf-8")
        for path, own in {"fullchain.pem": self.certificate, "privkey.pem": self.key}.items():
            text = text.replace(f"/etc/letsencrypt/live/{NAME}/{path}", str(own))
        text = text.replace("/var/log/nginx", str(self.folder)).replace(NAME, "localhost")
        text = re.sub(r"^listen \[::\].*\n", "", text, flags=re.MULTILINE)
        text = re.sub(r"^listen \d+", f"listen 127.0.0.1:{port}", text, flags=re.MULTILINE)
        (self.folder / "portal" / name).write_text(text, "utf-8")
