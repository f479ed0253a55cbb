"""A reverse proxy in front of processes of this machine, over TLS."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self

import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.end_to_end.processes import wait_until


def free_port() -> int:
    """Return a port of 127.0.0.1 that nothing uses now."""
    return free_ports(1)[0]


def free_ports(number: int) -> list[int]:
    """Return different ports of 127.0.0.1 that nothing uses now."""
    with ExitStack() as stack:
        probes = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(number)]
        return [int(probe.getsockname()[1]) for probe in probes]


class Proxy:
    """A running proxy in front of `hosts` (host:port), with its files in `folder`.

    `url` and `plain_url`: the site over HTTPS and HTTP, without a slash at the end. `certificate`: what its clients
    must trust, with its key in `key`. `output`: what the process has printed.
    """

    def __init__(self, folder: Path, hosts: Sequence[str]) -> None:
        self.folder = folder
        self.certificate, self.key, self.output = folder / "certificate.pem", folder / "key.pem", folder / "output.log"
        self.port, self.plain_port = free_ports(2)
        self.url, self.plain_url = f"https://localhost:{self.port}", f"http://localhost:{self.plain_port}"
        _make_certificate(self.certificate, self.key)
        command, environment = self.prepare(hosts)
        with self.output.open("wb") as output:
            self._process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)

    def prepare(self, hosts: Sequence[str]) -> tuple[Sequence[str | Path], Mapping[str, str] | None]:
        """Write the configuration. Return the command that starts the proxy, and its environment."""
        raise NotImplementedError

    def answers(self) -> bool:
        """Return whether the proxy and a host behind it respond."""
        assert self._process.poll() is None, self.output.read_text("utf-8")
        try:
            return requests.get(f"{self.url}/health/live", verify=str(self.certificate), timeout=5).ok
        except requests.RequestException:
            return False

    def end(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.wait(10)

    @classmethod
    @contextmanager
    def serving(cls, folder: Path, hosts: Sequence[str]) -> Iterator[Self]:
        """Yield a proxy once it and one of the hosts respond."""
        folder.mkdir()
        proxy = cls(folder, hosts)
        try:
            wait_until("the proxy and a host", proxy.answers)
            yield proxy
        finally:
            proxy.end()


def _make_certificate(certificate_file: Path, key_file: Path) -> None:
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
    certificate_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    key_file.write_bytes(key.private_bytes(serialization.Encoding.PEM, *private))
