"""Servers on 127.0.0.1 with faults that a fake at the HTTP boundary cannot have."""

import contextlib
import errno
import shutil
import socket
import ssl
import struct
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

Behave = Callable[[socket.socket], None]

GOOD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"


@contextlib.contextmanager
def server(behave: Behave, tls: ssl.SSLContext | None = None, *, buffer_bytes: int | None = None) -> Iterator[str]:
    """Run a server that calls `behave` with each connection, in its own thread, and yield its base URL.

    `buffer_bytes` is roughly the number of bytes that its kernel accepts for a connection that nobody reads.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    if buffer_bytes is not None:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer_bytes)
    stop = threading.Event()

    def serve(connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            behave(tls.wrap_socket(connection, server_side=True) if tls else connection)

    def accept() -> None:
        while not stop.is_set():
            with contextlib.suppress(OSError):
                connection, _ = listener.accept()
                if stop.is_set():
                    connection.close()
                    return
                threading.Thread(target=serve, args=(connection,), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        stop.set()
        with contextlib.suppress(OSError):
            socket.create_connection(listener.getsockname(), 1).close()  # wake it up
        thread.join(5)
        listener.close()


def request_head(connection: socket.socket) -> bytes:
    """Return a request's head, and all bytes that arrived with it."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65_536)
        if not more:
            raise OSError("gone")
        data += more
    return data


def rest_of_request(connection: socket.socket, begun: bytes) -> bytes:
    """Return the whole request that starts with `begun`."""
    head, _, body = begun.partition(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    data = bytearray(body)
    while len(data) < length:
        data += connection.recv(1 << 20)
    return head + b"\r\n\r\n" + data


def request(connection: socket.socket) -> bytes:
    """Return a whole request."""
    return rest_of_request(connection, request_head(connection))


def silent(connection: socket.socket) -> None:
    """Take the request, but never respond."""
    request(connection)
    connection.recv(1)


def dribble(connection: socket.socket, data: bytes, every_s: float = 0.05) -> None:
    """Send the data byte by byte, again and again, until the client closes."""
    for _ in range(400):
        for byte in data:
            connection.sendall(bytes((byte,)))
            time.sleep(every_s)


def reset(connection: socket.socket) -> None:
    """End the connection with a RST instead of a FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def certificate_for(name: str, folder: Path) -> Path:
    """Return a file with a key and an untrusted certificate for a `name` such as `IP:127.0.0.1` or `DNS:a.example`."""
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("openssl is not installed")
    command = (
        f"{openssl} req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=agentos"
        f" -addext subjectAltName={name} -keyout /dev/stdout"
    )
    path = folder / "server.pem"
    path.write_bytes(subprocess.run(command.split(), check=True, capture_output=True).stdout)
    return path


def certificate_until(end: datetime) -> bytes:
    """Return a key and a certificate in PEM for `localhost` that ends then. It is its own authority."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "agentos")])
    builder = x509.CertificateBuilder().issuer_name(name).subject_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(end - timedelta(days=90)).not_valid_after(end)
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private + builder.sign(key, SHA256()).public_bytes(Encoding.PEM)


def cut_off(patch: pytest.MonkeyPatch) -> None:
    """Let new connections fail. A write needs one, and a read uses one that is open."""

    def no_route(*_: object) -> None:
        raise OSError(errno.EHOSTUNREACH, "No route to host")

    patch.setattr(socket.socket, "connect", no_route)
