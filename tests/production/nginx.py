"""nginx with the configuration of `deploy/nginx`, in front of processes of this machine."""

from __future__ import annotations

import datetime
import ipaddress
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.end_to_end.processes import ROOT, wait_until

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
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include conf.d/*.conf;
}}
"""


def free_port() -> int:
    """Return a port of 127.0.0.1 that nothing uses now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


class Nginx:
    """A running nginx. `url`: the site, without a slash at the end. `certificate`: what its clients must trust."""

    def __init__(self, folder: Path, hosts: Sequence[str]) -> None:
        self.folder = folder
        self._program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or pytest.skip(MISSING)
        self.certificate = folder / "certificate.pem"
        port, plain = free_port(), free_port()
        self.url, self.plain_url = f"https://localhost:{port}", f"http://localhost:{plain}"
        _make_certificate(folder)
        (folder / "conf.d").mkdir()
        (folder / "portal").mkdir()
        shutil.copy(SHIPPED / "portal.conf", folder / "conf.d")
        self._write("site.conf", port)
        self._write("redirect.conf", plain)
        servers = "\n".join(f"server {host} max_fails=0;" for host in hosts)
        shipped = (SHIPPED / "portal" / "hosts.conf").read_text("utf-8")
        (folder / "portal" / "hosts.conf").write_text(shipped.replace(HOST, servers), "utf-8")
        user = "user root;" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user), "utf-8")
        self._process = subprocess.Popen([self._program, "-p", folder, "-c", folder / "nginx.conf"], cwd=folder)

    def _write(self, name: str, port: int) -> None:
        """Write a shipped file with the name, the port, the certificate and the folder of this machine."""
        text = (SHIPPED / "portal" / name).read_text("utf-8")
        for path, own in {"fullchain.pem": "certificate.pem", "privkey.pem": "key.pem"}.items():
            text = text.replace(f"/etc/letsencrypt/live/{NAME}/{path}", str(self.folder / own))
        text = text.replace("/var/log/nginx", str(self.folder)).replace(NAME, "localhost")
        text = re.sub(r"^listen \[::\].*\n", "", text, flags=re.MULTILINE)
        text = re.sub(r"^listen \d+", f"listen 127.0.0.1:{port}", text, flags=re.MULTILINE)
        (self.folder / "portal" / name).write_text(text, "utf-8")

    def answers(self) -> bool:
        """Return whether the proxy and a host behind it respond."""
        try:
            return requests.get(f"{self.url}/health/live", verify=str(self.certificate), timeout=5).ok
        except requests.RequestException:
            return False

    def end(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.wait(10)


@contextmanager
def serving(folder: Path, hosts: Sequence[str]) -> Iterator[Nginx]:
    """Yield nginx in front of these addresses (host:port)."""
    folder.mkdir()
    nginx = Nginx(folder, hosts)
    try:
        wait_until("nginx and a host", nginx.answers)
        yield nginx
    finally:
        nginx.end()


def _make_certificate(folder: Path) -> None:
    """Make a certificate for `localhost`, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, *private))
