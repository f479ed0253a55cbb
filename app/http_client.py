"""The HTTP client for calls to other systems: attempts with a time limit and a lease, whose connections can be reset.

`SessionFactory` makes sessions of requests. Their calls may go through an HTTP proxy, which forwards TLS unseen.

The time-outs of requests and urllib3 apply to each `recv`: a server that sends a byte now and then is never late. So a
timer shuts the socket down when the attempt's time is up, during the TLS handshake, the headers or the body. Only a DNS
look-up, and a host whose first addresses do not respond, may take longer.

After a close, the kernel still sends its buffer, which can be hundreds of kilobytes. A reset drops the buffer.

Only this module uses internals of urllib3 and http.client. They were checked in version `URLLIB3_READ` of urllib3:

- `HTTPConnection._new_conn` makes the socket. No public hook sees the socket before the TLS handshake.
- `HTTPConnection._tunnel` asks the proxy with `send`, as if that were a request.
- `HTTPConnectionPool.ConnectionCls` and `PoolManager.pool_classes_by_scheme` choose our classes of connections.
- `HTTPResponse.fp`, `length` and `chunked` of http.client (CPython 3.11 to 3.14) show that a response was cut off.
"""

import contextlib
import socket
import ssl
import struct
import threading
import time
from datetime import datetime
from enum import StrEnum
from http.client import HTTPException, HTTPResponse, IncompleteRead
from http.cookiejar import DefaultCookiePolicy
from ipaddress import ip_address, ip_network
from typing import Any, Self, TypeVar, cast
from urllib.parse import urlsplit

import requests
from requests import Session
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError, NameResolutionError, ProxyError
from urllib3.util.ssl_ import create_urllib3_context
from urllib3.util.wait import wait_for_read, wait_for_write

from app.domain.clock import Clock, LeaseEnd

URLLIB3_READ = "2.8.0"
PIECE_BYTES = 16 * 1024
"""Bytes written at a time: one TLS record."""
LEAST_S = 0.001
"""The shortest time-out of a socket. Zero would make it non-blocking."""
LOOK_EVERY_S = 0.5
"""Seconds between two checks of the lease while the server accepts no bytes."""

_USER_TIMEOUT = getattr(socket, "TCP_USER_TIMEOUT", None)
"""Only Linux has this option."""
_RESET = struct.pack("ii", 1, 0)
"""SO_LINGER with a time of zero: closing the socket resets the connection."""

SomeSession = TypeVar("SomeSession", bound=Session)

_here = threading.local()


class ProxyFailed(OSError):
    """The proxy did not make a connection to the host."""


class LeasePast(Exception):
    """The sender's lease has ended, so nothing more may be written."""


class Attempt:
    """The attempt that runs in this thread: a context manager, limited to `seconds`.

    Nothing is written after `lease` has ended by `clock`; a read has no lease. Set `complete` when the whole response
    was read. Otherwise the connection is reset on leaving the context. `expired` says whether the time ran out, and is
    final after the context. `begun_at` is the boot time at which the first byte of the request was written, if any was.
    """

    def __init__(self, seconds: float, clock: Clock, lease: LeaseEnd | None = None) -> None:
        self.seconds = seconds
        self.complete = False
        self.expired = False
        self.begun_at: float | None = None
        self.status: int | None = None
        self._clock = clock
        self._lease = lease
        self._ends_at = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._lifeline: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        _here.attempt = self
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if not self.complete:
            self._let_close_reset()
        self._drop()  # closes the last descriptor of a closed connection, which resets it
        del _here.attempt

    def watch(self, sock: socket.socket) -> None:
        """Shut `sock` down when the time is up. Raise TimeoutError if the time is already up."""
        self._drop()
        with self._lock:
            if self.expired:
                raise TimeoutError
            # A duplicate, because TLS takes the descriptor away from the socket that it wraps.
            self._lifeline = socket.fromfd(sock.fileno(), sock.family, sock.type)
        if _USER_TIMEOUT is not None:
            left_ms = max(1, round(self.left_s() * 1_000))
            sock.setsockopt(socket.IPPROTO_TCP, _USER_TIMEOUT, left_ms)

    def left_s(self) -> float:
        """Return the seconds that are left. They are negative after the end."""
        return self._ends_at - time.monotonic()

    def write(self, sock: socket.socket, data: Any) -> None:
        """Write all of `data` in pieces, and compare both clocks with the lease right before each piece.

        The socket does not block: after any wait, the clocks must be compared again before the next write.
        Raise LeasePast after the lease, TimeoutError after the attempt's time, and OSError if the socket fails.
        """
        left = memoryview(data).cast("B")
        sock.settimeout(0)  # urllib3 sets the read time-out before it reads
        while left:
            if self._lease is not None and self._lease.is_past(self._clock):
                raise LeasePast
            if self.expired:
                raise TimeoutError
            if self.begun_at is None:
                self.begun_at = self._clock.boot()
            try:
                left = left[sock.send(left[:PIECE_BYTES]) :]
            except (BlockingIOError, ssl.SSLWantWriteError):
                wait_for_write(sock, LOOK_EVERY_S)
            except ssl.SSLWantReadError:
                wait_for_read(sock, LOOK_EVERY_S)

    def _cut(self) -> None:
        self._let_close_reset()
        with self._lock:
            self.expired = True
            if self._lifeline:
                with contextlib.suppress(OSError):  # the server may have closed it first
                    self._lifeline.shutdown(socket.SHUT_RDWR)

    def _let_close_reset(self) -> None:
        with self._lock:
            if self._lifeline:
                with contextlib.suppress(OSError):
                    self._lifeline.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)

    def _drop(self) -> None:
        with self._lock:
            if self._lifeline:
                self._lifeline.close()
                self._lifeline = None


class _Response(HTTPResponse):
    """A response that raises IncompleteRead if the connection ends within the headers.

    http.client takes the end of the connection for the end of the headers, and then for an empty body. A 200 that was
    cut off in its headers would look like the empty body that confirms a write.
    """

    def begin(self) -> None:
        super().begin()
        if not self.chunked and self.length is None and not self.fp.peek(1):
            raise IncompleteRead(b"")


class _Watched(HTTPConnection):
    """A connection whose socket is watched, and written to, by the current thread's attempt."""

    response_class = _Response
    _asks_proxy = False

    def _tunnel(self) -> None:
        """Ask the proxy for a connection to the host (CONNECT, RFC 9110, 9.3.6). Raise ProxyFailed or TimeoutError."""
        self._asks_proxy = True
        try:
            super()._tunnel()
        except TimeoutError:
            raise
        except (OSError, HTTPException) as error:
            raise ProxyFailed from error
        finally:
            self._asks_proxy = False

    def _new_conn(self) -> socket.socket:
        attempt: Attempt = _here.attempt
        # Also the time-out of the TLS handshake.
        self.timeout = max(LEAST_S, min(cast(float, self.timeout), attempt.left_s()))
        sock = super()._new_conn()
        attempt.watch(sock)
        return sock

    def send(self, data: Any) -> None:
        """Send the headers or a part of the body. urllib3 calls this method once for each."""
        if self._asks_proxy:  # the server sees nothing of this, so the attempt does not begin
            self.sock.sendall(data)
            return
        attempt: Attempt = _here.attempt
        if self.sock is None:
            self.connect()
        if attempt.begun_at is None:
            attempt.watch(self.sock)  # the connection may be from an earlier attempt
        attempt.write(self.sock, data)


class _WatchedTLS(_Watched, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Watched


class _TLSPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTLS


_POOLS = {"http": _Pool, "https": _TLSPool}


def _is_direct(url: str, no_proxy: str) -> bool:
    """Return whether NO_PROXY has the host of a URL, its domain or its network, with the URL's port or without one.

    `should_bypass_proxies` of requests changes the environment, which all threads share.
    """
    address = urlsplit(url)
    host = address.hostname or ""
    names = [name.strip().lstrip(".").lower() for name in no_proxy.split(",") if name.strip()]
    if any(f".{each}".endswith(f".{name}") for name in names for each in (host, f"{host}:{address.port}")):
        return True
    return "*" in names or any(_is_in_network(host, name) for name in names)


def _is_in_network(host: str, network: str) -> bool:
    try:
        return ip_address(host) in ip_network(network, strict=False)
    except ValueError:
        return False  # one of them is a name


class _Adapter(HTTPAdapter):
    def __init__(self, no_proxy: str, tls: ssl.SSLContext | None) -> None:
        self._no_proxy = no_proxy
        self._tls = tls
        super().__init__(max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:
        super().init_poolmanager(connections, maxsize, block, ssl_context=self._tls, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, ssl_context=self._tls, **kwargs)
        manager.pool_classes_by_scheme = _POOLS
        return manager

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        if _is_direct(request.url or "", self._no_proxy):
            kwargs["proxies"] = {}
        return super().send(request, *args, **kwargs)


class SessionFactory:
    """Makes sessions of requests. They keep no cookies, ignore the environment, never retry, and need an `Attempt`.

    `https_proxy`: the URL of an HTTP proxy for calls over HTTPS, or an empty text. `no_proxy`: the hosts, domains and
    networks that are called directly, separated by commas. `extra_ca`: certificates (PEM) of further authorities.
    """

    def __init__(self, https_proxy: str = "", no_proxy: str = "", extra_ca: str = "") -> None:
        self._proxies = {"https": https_proxy} if https_proxy else {}
        self._no_proxy = no_proxy
        self._tls: ssl.SSLContext | None = None
        if extra_ca:
            self._tls = create_urllib3_context()
            self._tls.load_verify_locations(cadata=extra_ca)  # requests adds the usual authorities

    def new(self) -> Session:
        """Return a new session."""
        return self.set_up(Session())

    def set_up(self, session: SomeSession) -> SomeSession:
        """Set up a session of a subclass like a new one. Return it."""
        session.trust_env = False
        session.proxies.update(self._proxies)
        # Agencies share a host: a cookie set for one agency must never travel with another agency's key.
        session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        session.headers.update(
            {"User-Agent": "contractor-portal", "Accept": "application/json", "Accept-Encoding": "gzip"}
        )
        for scheme in _POOLS:
            session.mount(f"{scheme}://", _Adapter(self._no_proxy, self._tls))
        return session


FAILURES = (LeasePast, requests.RequestException, HTTPError, HTTPException, OSError, ValueError)
"""The exceptions of an attempt."""


class WhyUnreachable(StrEnum):
    """The reason for a missing connection, as a clause for a sentence."""

    PROXY_REFUSED = "the proxy in HTTPS_PROXY did not make it"
    PROXY_AWAY = "the proxy in HTTPS_PROXY could not be reached"
    NAME = "its name does not resolve"
    CERTIFICATE = "its TLS certificate is not trusted"
    EXPIRED = "its TLS certificate has expired"
    TLS = "it does not speak TLS as it should"
    REFUSED = "it was refused"
    TIME = "it took too long"


_CAUSES = {
    ProxyFailed: WhyUnreachable.PROXY_REFUSED,
    ProxyError: WhyUnreachable.PROXY_AWAY,
    NameResolutionError: WhyUnreachable.NAME,
    ssl.SSLCertVerificationError: WhyUnreachable.CERTIFICATE,
    ssl.SSLError: WhyUnreachable.TLS,
    ConnectionRefusedError: WhyUnreachable.REFUSED,
    TimeoutError: WhyUnreachable.TIME,
}
"""The first class decides that matches the exception or a cause of it."""
_HAS_EXPIRED = 10
"""OpenSSL's X509_V_ERR_CERT_HAS_EXPIRED."""


def why_unreachable(failure: Exception) -> WhyUnreachable | None:
    """Return the reason for a missing connection, from the causes inside exceptions of requests and urllib3."""
    causes = [failure]
    while isinstance(cause := _cause(causes[-1]), Exception):
        causes.append(cause)
    if any(getattr(cause, "verify_code", None) == _HAS_EXPIRED for cause in causes):
        return WhyUnreachable.EXPIRED
    return next((why for kind, why in _CAUSES.items() if any(isinstance(cause, kind) for cause in causes)), None)


def certificate_end(url: str, timeout_s: float) -> datetime | None:
    """Return when a server's own certificate ends, or None if it cannot be read. No request is sent.

    The connection goes directly to the server, without a proxy.
    """
    from cryptography.x509 import load_pem_x509_certificate  # only a check of an expired certificate needs it

    address = urlsplit(url)
    try:
        text = ssl.get_server_certificate((address.hostname or "", address.port or 443), timeout=timeout_s)
        return load_pem_x509_certificate(text.encode()).not_valid_after_utc
    except (OSError, ValueError):
        return None


def _cause(error: Exception) -> object:
    return getattr(error, "reason", None) or error.__cause__ or next(iter(error.args), None)
