"""`flask agentos check` against an AgentOS that lies, fails, or is unreachable."""

import json
import socket
import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.agentos.caller import Caller
from app.agentos.endpoints import ENDPOINTS, VENDOR_URL
from app.domain.clock import Deadline
from app.store.tables import metadata
from tests.agentos.servers import GOOD, certificate_until, request, server
from tests.agentos_check.checks import MOST_CALLS, READS, WRITES, Checked, check, run
from tests.portal_server import PortalServer

Build = Callable[..., PortalServer]
TELLTALE = "Upstream-Telltale"
FAULTS: dict[str, tuple[dict[str, Any], str]] = {
    **{str(status): ({"status": status}, f"refused with {status}") for status in (400, 405)},
    "401": ({"status": 401}, "refused with 401: the key, or a tier that is not open to it"),
    "403": ({"status": 403}, "answers 403 while other calls are answered; the operation rests"),
    "429": ({"status": 429}, "answers 403 or 429; the key rests"),
    "404": ({"status": 404}, "answers 404, not found"),
    **{str(status): ({"status": status}, f"failed with {status}") for status in (302, 500, 503)},
    "reset before": ({"reset": "before"}, "the connection was cut off"),
    "reset after": ({"reset": "after"}, "the connection was cut off"),
    "cut": ({"cut": True}, "the connection was cut off"),
    "HTML": ({"body": f"<html>{TELLTALE}</html>", "content_type": "text/html"}, "unreadable answer: not JSON"),
    "null": ({"body": "null"}, "unreadable answer: not a "),
    "text": ({"body": f'"{TELLTALE}"'}, "unreadable answer: not a "),
}
NO_ANSWER = {"429", "reset before", "reset after", "cut"}


@pytest.fixture
def portal(build: Build) -> PortalServer:
    """Return a portal that has never fetched data. Its AgentOS has records of every kind."""
    return build()


def test_check_against_healthy_agentos_exits_with_0(portal: PortalServer) -> None:
    checked = run(portal)
    assert checked.status == 0
    assert checked.text.count("All is well.") == 2
    assert len(checked.text.splitlines()) < 60
    assert max(map(len, checked.text.splitlines())) <= 100
    assert checked.stderr == ""


def test_check_makes_every_call_and_marks_documented_calls(portal: PortalServer) -> None:
    checked = check(portal)
    assert checked.outcomes("warning", "failed") == {}
    assert checked.outcomes("not tried").keys() == WRITES
    documented = {
        name: finding["documented"] for name, finding in checked.findings.items() if finding["documented"] is not None
    }
    assert documented == {name: endpoint.documented for name, endpoint in ENDPOINTS.items()}
    assert len(checked.calls) == len(READS)


def test_call_without_known_id_is_not_tried(portal: PortalServer) -> None:
    portal.simulator.fault(path=READS["jobs"], body='[{"OID": "JOB-1"}]')
    assert check(portal).outcomes("not tried")["staff"] == "the jobs read name no staff by id"


@pytest.mark.parametrize("call", ["branches", "job", "historical"])
def test_failing_call_is_reported_with_its_remedy(portal: PortalServer, call: str) -> None:
    for fault, (how, text) in FAULTS.items():
        portal.simulator.control("DELETE", "faults")
        portal.simulator.fault(path=READS[call], **{"body": TELLTALE, **how})
        checked = check(portal)
        assert checked.outcomes("failed").keys() == {call}, fault
        assert checked.findings[call]["says"].startswith(text), fault
        assert TELLTALE not in checked.text
        assert checked.outcomes("ok").keys() >= {"connection", "key"}, fault
        change = " ".join(checked.findings[call]["change"])
        assert ("budget = …" in change) is (fault == "429"), fault
        has_override = call == "historical" and fault not in NO_ANSWER
        assert ('[agencies.acme.agentos_paths] historical = "…"' in change) is has_override, fault
        assert ('[agencies.acme] not_offered = ["statements.historical"]' in change) is has_override, fault


def test_failing_call_does_not_prevent_other_checks(portal: PortalServer) -> None:
    of_jobs = {"job", "staff", "property"}
    followers = {"branches": READS.keys() - {"branches", "status_types"}, "jobs": of_jobs}
    for call, path in READS.items():
        portal.simulator.control("DELETE", "faults")
        portal.simulator.fault(path=path, status=500)
        checked = check(portal)
        assert checked.outcomes("failed").keys() == {call}
        idle = checked.outcomes("not tried")
        assert idle.keys() == WRITES | followers.get(call, set())
        assert all("could be read" in says for call, says in idle.items() if call not in WRITES)


def test_record_not_found_is_tried_with_another_id(portal: PortalServer) -> None:
    singles = ("contractor", "job", "staff", "property")
    for call in singles:
        portal.simulator.fault(path=READS[call], status=404, times=1)
    assert check(portal).outcomes("warning", "failed") == {}
    for call in singles:
        portal.simulator.control("DELETE", "faults")
        portal.simulator.fault(path=READS[call], status=404)
        known_to_be_there = call in ("contractor", "job")
        assert check(portal).outcomes("failed" if known_to_be_there else "warning").keys() == {call}


def test_check_makes_at_most_20_calls(portal: PortalServer) -> None:
    for call in ("contractors", "jobs"):
        portal.simulator.fault(path=READS[call], empty=True, times=1)
    for call in ("historical", "pending", "invoices"):
        portal.simulator.fault(path=READS[call], empty=True)
    singles = (READS[call] for call in ("contractor", "job", "staff", "property"))
    portal.simulator.fault(path="|".join(singles), status=404)
    assert len(check(portal).calls) == MOST_CALLS


def test_wrong_record_in_response_is_reported_as_failed(portal: PortalServer) -> None:
    portal.simulator.fault(path=READS["job"], body='{"OID": "JOB-99999"}')
    assert "another record" in check(portal).outcomes("failed")["job"]


def test_slow_call_is_reported_as_timed_out(build: Build) -> None:
    portal_server = build(AGENTOS_READ_TIMEOUT_S=0.3)
    portal_server.simulator.fault(path=READS["property"], delay_s=0.8)
    assert check(portal_server).outcomes("failed") == {"property": "timed out"}


def test_check_stops_after_several_unanswered_calls(portal: PortalServer) -> None:
    portal.simulator.fault(path="|".join(READS[each] for each in ("contractor", "job", "staff")), reset="before")
    checked = check(portal)
    assert checked.outcomes("failed").keys() == {"contractor", "job", "staff"}
    assert checked.outcomes("not tried")["property"] == "AgentOS has not answered several times in a row"
    assert len(checked.calls) == 7


def test_check_waits_for_resting_key(portal: PortalServer) -> None:
    portal.services.budget.rest(portal.config.agencies["acme"])
    checked = check(portal)
    assert checked.status == 0
    assert "acme: the key rests after a 403 or 429; going on in 60 s." in checked.stderr


def test_blocked_key_gets_no_further_calls(portal: PortalServer) -> None:
    portal.simulator.fault(path="", status=403)
    checked = check(portal)
    assert checked.outcomes("failed").keys() == {"key"}
    assert "rests" in checked.findings["key"]["says"]
    assert checked.outcomes("ok").keys() == {"connection"}
    assert len(checked.calls) == 2


def test_check_waits_for_slots_of_shared_budget(build: Build) -> None:
    portal_server = build(AGENTOS_BUDGET=8)
    checked = check(portal_server)
    assert checked.status == 0
    why = "the portal may make no further call in this minute, or has just begun to count its calls"
    assert checked.stderr.count(f"acme: {why}; waiting, perhaps") == 1
    assert len(checked.calls) == 11
    assert 60 <= checked.seconds < 100, "seven a minute: one wait"


def test_waiting_for_slots_is_announced_only_once(build: Build) -> None:
    portal_server = build(AGENTOS_BUDGET=8)
    other = Caller(role="worker", deadline=Deadline(portal_server.clock, 1_000.0))
    for _ in range(7):
        with portal_server.services.budget.slot(portal_server.config.agencies["acme"], other, hold_s=1.0, wait_s=0.0):
            portal_server.advance_clock(0.5)
    assert check(portal_server).stderr.count("waiting, perhaps") == 2, "seven calls, and four a minute later"


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"AGENTOS_BUDGET": 51}, "51 calls in 60 s is more than AgentOS's 50 in 60 s: it may bar the key"),
        ({"AGENTOS_BUDGET_WINDOW_S": 30}, "45 calls in 30 s is more than AgentOS's 50 in 60 s: it may bar the key"),
        ({"AGENTOS_WORKER_SHARE": 45}, "of 45 calls in 60 s, the worker's share (45) leaves people one at most"),
    ],
)
def test_unsuitable_budget_is_warned_about(build: Build, variables: dict[str, object], says: str) -> None:
    checked = check(build(**variables), "harbour")
    assert checked.outcomes("warning") == {"setting.budget": says}
    (change,) = checked.findings["setting.budget"]["change"]
    assert "AGENTOS_BUDGET" in change
    assert "[agencies.harbour] budget = …" in change


def test_budget_used_up_by_another_process_is_reported(build: Build) -> None:
    portal_server = build(AGENTOS_BUDGET=1, AGENTOS_BUDGET_WINDOW_S=1_000)
    other = Caller(role="worker", deadline=Deadline(portal_server.clock, 1_000.0))
    with portal_server.services.budget.slot(portal_server.config.agencies["acme"], other, hold_s=600.0, wait_s=0.0):
        checked = check(portal_server)
    assert checked.outcomes("failed")["connection"] == "not one call of the budget came free"
    assert checked.calls == []


@pytest.mark.parametrize(
    "wrong",
    [{"AGENTOS_API_KEY_ACME": "wr0ng-key-not-shown"}, {"AGENTOS_KEY_HEADER": "ApiKey"}],
    ids=["key", "header"],
)
def test_refused_key_is_reported_with_its_settings(build: Build, wrong: dict[str, str]) -> None:
    checked = check(build(**wrong))
    assert checked.outcomes("ok").keys() == {"connection"}
    assert checked.outcomes("failed").keys() == {"key"}, "one cause, told once"
    assert "401" in checked.findings["key"]["says"]
    assert_nothing_read_without(checked, "key")
    assert checked.stderr == ""
    assert "AGENTOS_KEY_HEADER" in checked.findings["key"]["change"]
    assert any("api_key_env" in each for each in checked.findings["key"]["change"])
    assert "wr0ng" not in checked.text


def assert_nothing_read_without(checked: Checked, cause: str) -> None:
    """Assert that each finding of a call that reads names the cause, instead of an empty result."""
    not_tried = checked.outcomes("not tried")
    assert {call: not_tried[call] for call in READS} == dict.fromkeys(READS, f"nothing can be read without the {cause}")


def assert_advice(finding: dict[str, Any], first: str = "nothing, if this has worked before: AgentOS or") -> None:
    """Assert what the advice begins with. By default, it is an outage: the address was right if it worked yesterday."""
    advice, address = finding["change"]
    assert advice.startswith(first)
    assert address == "AGENTOS_BASE_URL, if this has never worked"


def assert_unreachable(portal_server: PortalServer, *advice: str) -> str:
    checked = check(portal_server)
    assert_advice(checked.findings["connection"], *advice)
    assert checked.outcomes("not tried")["key"] == "AgentOS was not reached"
    assert checked.outcomes("ok") == {}
    assert checked.outcomes("failed").keys() == {"connection"}
    assert checked.calls == []
    assert_nothing_read_without(checked, "connection")
    assert "127.0.0.1" not in json.dumps(checked.findings), "what the network said is not repeated"
    return checked.outcomes("failed")["connection"]


def test_refused_connection_is_reported(build: Build) -> None:
    with socket.socket() as closed:  # bound, but not listening
        closed.bind(("127.0.0.1", 0))
        portal_server = build(AGENTOS_BASE_URL=f"http://127.0.0.1:{closed.getsockname()[1]}")
        assert assert_unreachable(portal_server) == "no connection, it was refused"


def test_unresolvable_host_is_reported(build: Build) -> None:
    assert (
        assert_unreachable(build(AGENTOS_BASE_URL="https://agentos.invalid"))
        == "no connection, its name does not resolve"
    )


def test_default_address_that_does_not_resolve_is_no_wrong_setting(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    portal_server = build(AGENTOS_BASE_URL=VENDOR_URL)
    monkeypatch.setattr(socket, "getaddrinfo", fail)
    connection = check(portal_server).findings["connection"]
    assert connection["says"] == "no connection, its name does not resolve"
    outage, network = connection["change"]
    assert outage.startswith("nothing, if this has worked before: ")
    assert network.startswith("this machine's name server")
    assert "HTTPS_PROXY" in network


def test_plain_http_server_at_https_url_is_reported(build: Build, settings: dict[str, str]) -> None:
    portal_server = build(AGENTOS_BASE_URL=settings["AGENTOS_BASE_URL"].replace("http:", "https:"))
    assert assert_unreachable(portal_server) == "no connection, it does not speak TLS as it should"


def test_untrusted_certificate_is_reported(build: Build, tls: ssl.SSLContext) -> None:
    with server(request, tls) as url:
        why = assert_unreachable(build(AGENTOS_BASE_URL=url), "EXTRA_CA_FILE, if a proxy of your network replaces")
    assert why == "no connection, its TLS certificate is not trusted"


def test_expired_certificate_is_named_with_its_day(build: Build, tmp_path: Path) -> None:
    path = tmp_path / "server.pem"
    path.write_bytes(certificate_until(datetime(2026, 3, 1, tzinfo=UTC)))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(path)
    authority = path.read_text("ascii").partition("-----END PRIVATE KEY-----\n")[2]
    with server(request, tls) as url:
        portal_server = build(AGENTOS_BASE_URL=url.replace("127.0.0.1", "localhost"), EXTRA_CA=authority)
        why = assert_unreachable(portal_server, "nothing here: the operator of localhost must renew it")
    assert why == "The certificate of localhost expired on 1 March 2026."


@pytest.mark.parametrize("status", [401, 403, 429])
def test_check_changes_nothing_in_the_database_but_its_slots(portal: PortalServer, status: int) -> None:
    """The key and the operations of the portal's own calls neither rest nor count as refused because of a check."""
    own = {"slots", "first_windows", "tickets", "host_clocks", "database_clock"}
    portal.clock.worker = None  # type: ignore[attr-defined]

    def rows() -> dict[str, list[Any]]:
        with portal.services.database.read() as connection:
            others = [table for name, table in metadata.tables.items() if name not in own]
            return {table.name: [tuple(row) for row in connection.execute(select(table))] for table in others}

    for path in (READS["contractor"], ""):  # one operation, then the key
        portal.simulator.fault(path=path, status=status)
        before = rows()
        assert check(portal).status == 1
        assert rows() == before


def test_proxy_that_is_away_is_the_setting_to_look_at(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    connection = check(build(AGENTOS_BASE_URL="https://agentos.invalid")).findings["connection"]
    assert connection["says"] == "no connection, the proxy in HTTPS_PROXY could not be reached"
    assert connection["change"] == ["HTTPS_PROXY"]


def test_base_url_is_shown_without_password(build: Build, settings: dict[str, str]) -> None:
    url = settings["AGENTOS_BASE_URL"]
    portal_server = build(AGENTOS_BASE_URL=url.replace("//", "//gateway:pass-word@"))
    assert f"acme: 11 calls of AgentOS at {url}, nothing" in run(portal_server, "--agency", "acme").text
    checked = run(portal_server, "--json")
    assert [each["base_url"] for each in json.loads(checked.text)["agencies"]] == [url] * 2
    assert "pass-word" not in checked.text


def test_server_other_than_agentos_is_reported(build: Build, tls: ssl.SSLContext, trusted: None) -> None:
    def greet(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(GOOD)

    with server(greet, tls) as url:
        checked = check(build(AGENTOS_BASE_URL=url))
    assert checked.outcomes("ok") == {"connection": "its name resolves, TLS holds, it answers"}
    assert checked.outcomes("failed")["key"] == "not known: no call got a valid answer"


def test_agentos_that_fails_at_every_call_may_be_down(portal: PortalServer) -> None:
    portal.simulator.fault(path="", status=503)
    checked = check(portal)
    assert checked.outcomes("ok").keys() == {"connection"}
    assert_advice(checked.findings["key"])
