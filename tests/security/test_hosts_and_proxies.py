"""The host, address and scheme of a request. Only a trusted proxy may change them."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import EnvironBuilder

from app.store.tables import hits
from tests.auth.conftest import PRODUCTION
from tests.contract.api_calls import error_sentence
from tests.portal_server import PortalServer
from tests.security.routes import addresses

PEER, CLIENT, FIRST_PROXY = "10.0.0.9", "203.0.113.7", "198.51.100.4"
NO_SCHEME = "the proxy sends no X-Forwarded-Proto, so the portal cannot know that pages use HTTPS"
TOO_FEW = "It is 1, and X-Forwarded-For has an internal address there, after a public one"
TRUSTED = {"TRUSTED_HOSTS": "portal.example,.agency.example"}


@pytest.fixture
def portal_behind_proxies(build: Callable[..., PortalServer]) -> Callable[..., PortalServer]:
    """Return a portal behind this number of proxies."""
    return lambda hops, **more: build(PROXY_HOPS=hops, **{**TRUSTED, **more})


def ask(
    portal_server: PortalServer, host: str = "portal.example", path: str = "/api/session/code", **headers: str
) -> Any:
    """Request a code from the peer's address. `X_Forwarded_For=…` sets a header."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return portal_server.app.test_client().post(
        path, json={"email": "a@b.example"}, headers={"Host": host, **named}, environ_base={"REMOTE_ADDR": PEER}
    )


def behind(*addresses: str) -> dict[str, str]:
    """Return the headers that proxies with these clients send for HTTPS."""
    return {"X_Forwarded_For": ", ".join(addresses), "X_Forwarded_Proto": ", ".join("https" for _ in addresses)}


def rate_limited_addresses(portal_server: PortalServer) -> set[str]:
    """Return the addresses that have a rate limit counter."""
    with portal_server.services.database.read() as connection:
        return {key.partition(" of network ")[2] for key in connection.execute(select(hits.c.key)).scalars()}


@pytest.mark.parametrize(
    ("hops", "header", "address"),
    [
        (0, CLIENT, PEER),
        (0, f"{CLIENT}, {CLIENT}", PEER),
        (1, "", PEER),
        (1, CLIENT, CLIENT),
        (1, f"1.2.3.4, {CLIENT}", CLIENT),
        (1, f"1.2.3.4,5.6.7.8,{CLIENT}", CLIENT),
        (1, f'"1.2.3.4, {CLIENT}', CLIENT),
        (1, f'for="1.2.3.4\\, {CLIENT}', CLIENT),
        (1, f"\t{CLIENT}  ", CLIENT),
        (1, f"{CLIENT}:40001", CLIENT),
        (1, f"::ffff:{CLIENT}", CLIENT),
        (1, "2001:DB8:0:0::7", "2001:db8::/48"),
        (1, "[2001:db8::7]:40001", "2001:db8::/48"),
        (1, "2001:db8::ffff:1:2:8", "2001:db8::/48"),
        (1, f"{CLIENT}, unknown", PEER),
        (1, f"{CLIENT}, _hidden", PEER),
        (1, f"{CLIENT},", PEER),
        (1, "1.2.3.4.5", PEER),
        (1, "1.2.3.4\x00", PEER),
        (1, "é", PEER),
        (2, CLIENT, PEER),
        (2, f"{CLIENT}, {FIRST_PROXY}", CLIENT),
        (2, f"1.2.3.4, {CLIENT}, {FIRST_PROXY}", CLIENT),
        (2, f'"1.2.3.4, {CLIENT}, {FIRST_PROXY}', CLIENT),
    ],
)
def test_rate_limit_uses_address_from_trusted_proxy(
    portal_behind_proxies: Callable[..., PortalServer], hops: int, header: str, address: str
) -> None:
    portal_server = portal_behind_proxies(hops)
    assert ask(portal_server, X_Forwarded_For=header, Forwarded="for=192.0.2.1").status_code == 204
    assert rate_limited_addresses(portal_server) == {address}


@pytest.mark.parametrize(
    ("hops", "headers", "fault"),
    [
        (0, {}, None),
        (1, {"X_Forwarded_For": CLIENT, "X_Forwarded_Proto": "https"}, None),
        (1, {"X_Forwarded_For": f"1.2.3.4, {CLIENT}", "X_Forwarded_Proto": "https"}, None),
        (0, {"X_Forwarded_For": CLIENT}, "It is 0, and X-Forwarded-For has 1 value"),
        (1, {"X_Forwarded_Proto": "https"}, "It is 1, and X-Forwarded-For has 0 values"),
        (
            2,
            {"X_Forwarded_For": CLIENT, "X_Forwarded_Proto": "https"},
            "It is 2, and X-Forwarded-For has 1 value",
        ),
        (1, {"X_Forwarded_For": CLIENT}, NO_SCHEME),
        (1, {"X_Forwarded_For": CLIENT, "X_Forwarded_Proto": "wss"}, NO_SCHEME),
        (1, behind(CLIENT, "10.0.0.1"), TOO_FEW),
        (1, behind(CLIENT, "10.0.0.2:4000", "172.16.0.1"), TOO_FEW),
        (1, behind("2001:db8::7", "127.0.0.1"), TOO_FEW),
        (1, behind("garbage", "2001:db8::7", "", "[fe80::1%eth0]"), TOO_FEW),
        (1, behind(CLIENT, "fd00::1"), TOO_FEW),
        (1, behind(CLIENT, "::ffff:192.168.0.1"), TOO_FEW),
        (1, behind(CLIENT, "100.64.0.1"), TOO_FEW),
        (1, behind(CLIENT, *["10.0.0.1"] * 8), TOO_FEW),
        (1, behind(CLIENT, *["10.0.0.1"] * 9), None),
        (2, behind(CLIENT, "10.0.0.1", "10.0.0.2"), "It is 2, and X-Forwarded-For has an internal address there"),
        (2, behind(CLIENT, "10.0.0.1"), None),
        (1, behind("10.0.0.7"), None),
        (1, behind("10.0.0.7", "127.0.0.1"), None),
        (1, behind("unknown", "10.0.0.1"), None),
        (1, behind("10.0.0.1", CLIENT), None),
        (1, behind("1.2.3.4", CLIENT, FIRST_PROXY), None),
        (1, behind("unknown"), "It is 1, and X-Forwarded-For has no address there"),
        (1, behind(CLIENT, ""), "It is 1, and X-Forwarded-For has no address there"),
    ],
)
def test_proxy_hops_that_do_not_fit_are_reported_once_an_hour(
    portal_behind_proxies: Callable[..., PortalServer],
    capsys: pytest.CaptureFixture[str],
    hops: int,
    headers: dict[str, str],
    fault: str | None,
) -> None:
    portal_server = portal_behind_proxies(hops)
    client = portal_server.app.test_client()
    for _ in range(3):
        ask(portal_server, **headers)
    ready = client.get("/health/ready")
    assert (ready.status_code, (ready.json or {})["warnings"]) == (200, ["proxies"] if fault else [])
    written = capsys.readouterr().err
    assert written.count("proxy_settings_in_doubt") == bool(fault)
    if fault:
        assert fault in written
        assert f"peer={PEER}" in written
        assert CLIENT not in written
        portal_server.advance_clock(3_600)
        assert (client.get("/health/ready").json or {})["warnings"] == []
        ask(portal_server, **headers)
        assert "proxy_settings_in_doubt" in capsys.readouterr().err


@pytest.mark.parametrize(("method", "status"), [("OPTIONS", 200), ("GET", 401)])
def test_preflight_or_read_of_a_refused_origin_is_a_warning(
    portal_behind_proxies: Callable[..., PortalServer], capsys: pytest.CaptureFixture[str], method: str, status: int
) -> None:
    """The page cannot read the response, and the browser sends no request after the preflight."""
    client = portal_behind_proxies(0, ALLOWED_ORIGINS="https://app.example").app.test_client()
    asked = {"Origin": "https://other.example", "Access-Control-Request-Method": "POST", "Host": "portal.example"}
    capsys.readouterr()
    assert client.open("/api/session", method=method, headers=asked).status_code == status
    [line] = [line for line in capsys.readouterr().err.splitlines() if "the origin is https://other.example" in line]
    assert "warning" in line
    allowed = asked | {"Origin": "https://app.example"}
    assert client.open("/api/session", method=method, headers=allowed).status_code == status
    assert "the origin is" not in capsys.readouterr().err


def test_refused_origin_is_logged_beside_expected_origins(
    portal_behind_proxies: Callable[..., PortalServer], capsys: pytest.CaptureFixture[str]
) -> None:
    portal_server = portal_behind_proxies(0, ALLOWED_ORIGINS="https://app.example")
    expected = "expected: http://portal.example, https://app.example"
    for origin, seen in {
        "https://other.example:8443": "https://other.example:8443",
        "null": "null",
        "https://other.example/a-secret": "malformed",
        "https://" + "x" * 200: "malformed",
    }.items():
        assert ask(portal_server, Origin=origin).status_code == 403
        assert f"the origin is {seen}; {expected}" in capsys.readouterr().err
    assert ask(portal_server, Sec_Fetch_Site="cross-site").status_code == 403
    assert f"the origin is missing; {expected}" in capsys.readouterr().err


@pytest.mark.parametrize("path", ["//api/session/code", "///api/session/code", "//health/live"])
def test_doubled_slash_at_the_beginning_is_not_found(portal_server: PortalServer, path: str) -> None:
    statuses: list[str] = []
    environ = EnvironBuilder("/").get_environ()
    environ["PATH_INFO"] = path
    portal_server.app.wsgi_app(environ, lambda status, *_: statuses.append(status))  # type: ignore[arg-type, return-value]
    assert statuses == ["404 NOT FOUND"]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_plain_http_behind_proxies_of_a_public_portal_is_reported(
    build: Callable[..., PortalServer], scheme: str
) -> None:
    """The inner of two proxies may see plain HTTP, because the outer one has the certificate."""
    portal_server = build(
        PORTAL_ENV="staging",
        SECRET_KEY="0f4b8c1d7e92a356b1c0d8e4f7a29365",
        SMTP_URL="smtp://mail.example",
        MAIL_FROM="portal@portal.example",
        TRUSTED_HOSTS="portal.example",
        PROXY_HOPS=2,
    )
    ask(portal_server, X_Forwarded_For=f"{CLIENT}, {FIRST_PROXY}", X_Forwarded_Proto=scheme)
    ready = portal_server.app.test_client().get("/health/ready").json
    assert ready is not None
    assert ready["warnings"] == (["proxies"] if scheme == "http" else [])


@pytest.mark.parametrize(
    ("hops", "header", "scheme"),
    [
        (0, "https", "http"),
        (1, "", "http"),
        (1, "https", "https"),
        (1, "HTTPS", "https"),
        (1, "https, http", "http"),
        (1, "http, https", "https"),
        (1, '"http, https', "https"),
        (1, "javascript", "http"),
        (1, "https://evil.example", "http"),
        (2, "https", "https"),  # the inner proxy has replaced the header, as most do
        (2, "http", "http"),
        (2, "https, http", "https"),
        (2, "http, https, http", "https"),
    ],
)
def test_own_origin_uses_scheme_from_trusted_proxy(
    portal_behind_proxies: Callable[..., PortalServer], hops: int, header: str, scheme: str
) -> None:
    portal_server = portal_behind_proxies(hops)
    for origin in ("http", "https"):
        answer = ask(portal_server, Origin=f"{origin}://portal.example", X_Forwarded_Proto=header, X_Forwarded_Ssl="on")
        assert answer.status_code == (204 if origin == scheme else 403)


@pytest.mark.parametrize(
    ("hops", "header", "name"),
    [
        (0, "evil.example", "portal.example"),
        (0, "other.agency.example", "portal.example"),
        (1, "", "portal.example"),
        (1, "other.agency.example", "other.agency.example"),
        (1, "Other.Agency.Example:8443", "other.agency.example:8443"),
        (1, "evil.example, other.agency.example", "other.agency.example"),
        (1, "other.agency.example, evil.example", None),
        (1, "evil.example", None),
        (1, "portal.example/path", None),
        (1, "portal.example@evil.example", None),
        (1, "a b", None),
        (2, "other.agency.example", "other.agency.example"),
        (2, "other.agency.example, evil.example", "other.agency.example"),
    ],
)
def test_own_origin_uses_host_from_trusted_proxy(
    portal_behind_proxies: Callable[..., PortalServer], hops: int, header: str, name: str | None
) -> None:
    portal_server = portal_behind_proxies(hops)
    more = {
        "X_Forwarded_Host": header,
        "X_Forwarded_Port": "8080",
        "X_Forwarded_Prefix": "/x",
        "X_Forwarded_Server": "e",
    }
    assert ask(portal_server, **more).status_code == (204 if name else 400)
    for origin in ("portal.example", "other.agency.example", "other.agency.example:8443", "evil.example"):
        status = 400 if name is None else 204 if origin == name else 403
        assert ask(portal_server, Origin=f"http://{origin}", **more).status_code == status, origin


def test_trusted_host_is_accepted(portal_behind_proxies: Callable[..., PortalServer]) -> None:
    portal_server = portal_behind_proxies(0)
    ports = [f"portal.example{port}" for port in ("", ":80", ":443", ":8443")]
    for host in (*ports, "PORTAL.Example", "a.agency.example", "a.b.agency.example"):
        assert ask(portal_server, host).status_code == 204, host


BAD_HOSTS = [
    "evil.example",
    "agency.example.evil.example",
    "xagency.example",
    "portal.example.",
    "portal.example.evil.example",
    "portal.example:",
    "portal.example:0",
    "portal.example:99999",
    "portal.example:8x",
    "portal.example/path",
    "portal.example@evil.example",
    "user:pass@portal.example",
    "portal.example,evil.example",
    "portal.example evil.example",
    "portal.example\\evil",
    "portal.example#",
    "http://portal.example",
    "a b",
    "",
    " ",
    "*",
    ".",
    "..",
    "[::1]",
    "[::1",
    "127.0.0.1",
    "\xe9.example",
    "\xff\xfe",
    "\x00",
    "x" * 5000,
]


def test_untrusted_host_is_400_with_security_headers(portal_behind_proxies: Callable[..., PortalServer]) -> None:
    portal_server = portal_behind_proxies(0)
    for host in BAD_HOSTS:
        answer = ask(portal_server, host)
        error_sentence(answer, 400)
        assert "evil" not in answer.text
        assert answer.headers["X-Request-ID"]
        assert "Content-Security-Policy" in answer.headers


def test_untrusted_host_is_400_on_every_route_except_health(portal_behind_proxies: Callable[..., PortalServer]) -> None:
    """Supervisors use the address for health checks, and no response to them depends on the host."""
    portal_server = portal_behind_proxies(0)
    client = portal_server.app.test_client()
    routes = addresses(portal_server.app)
    for method, path in [*routes, ("GET", "/nothing"), ("GET", "/"), ("OPTIONS", "/api/session"), ("GET", "/health")]:
        answer = client.open(path, method=method, headers={"Host": "evil.example"})
        assert answer.status_code == (200 if path.startswith("/health/") else 400), path


def test_health_accepts_any_host_in_production(build: Callable[..., PortalServer]) -> None:
    portal_server = build(
        **{**PRODUCTION, **TRUSTED},
        SECRET_KEY="0f4b8c1d7e92a356b1c0d8e4f7a29365",
        AGENTOS_BASE_URL="https://agentos.example",
        AGENTOS_BUDGET="45",
    )
    client: FlaskClient = portal_server.app.test_client()
    for host in ("10.1.2.3:8000", "[::1]:8000", *BAD_HOSTS):
        for path, status in (("live", 200), ("ready", 200), ("nothing", 404)):
            answer = client.get(f"/health/{path}", headers={"Host": host, "X-Forwarded-Host": host})
            assert answer.status_code == status, (host, path, answer.text)


def test_invalid_host_without_trusted_hosts_is_never_500(build: Callable[..., PortalServer]) -> None:
    portal_server = build()
    for host in BAD_HOSTS:
        assert ask(portal_server, host).status_code in (204, 400), host
        assert ask(portal_server, host, Origin="https://other.example").status_code in (403, 400), host


@pytest.mark.parametrize(
    ("peer", "address"),
    [(f"::ffff:{PEER}", PEER), ("fe80::1%eth0", "fe80::/48"), ("2001:db8::1", "2001:db8::/48"), ("", "")],
)
def test_rate_limit_without_proxy_uses_peer_address(
    build: Callable[..., PortalServer], peer: str, address: str
) -> None:
    """The peer may have an IPv4 address on an IPv6 socket, or no address (a Unix socket)."""
    portal_server = build()
    client = portal_server.app.test_client()
    client.post("/api/session/code", json={"email": "a@b.example"}, environ_base={"REMOTE_ADDR": peer})
    assert rate_limited_addresses(portal_server) == {address}
    body = {"email": "a@b.example", "code": "123456"}
    assert client.post("/api/session", json=body, environ_base={"REMOTE_ADDR": peer}).status_code == 401
