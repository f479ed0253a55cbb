"""Look-ups whose tables grow with the number of agencies use an index, on each database."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import insert

from app.audit import entries
from app.auth.session_store import WITH_CONTRACTORS
from app.ledger.lists import count_unsettled
from app.mirror.overview import agencies_with_unread_contractors
from app.response_cache.store import FIND
from app.store.rate_limit import KEPT_S
from app.store.tables import sessions
from tests import statements
from tests.auth.software_authenticator import SoftwareAuthenticator
from tests.portal_server import PortalServer


def run_and_explain(portal_server: PortalServer, action: Callable[[], object]) -> set[str]:
    with statements.recorded() as ran:
        action()
    assert ran
    return statements.scans(portal_server.config.database_url, ran)


def test_sign_in_of_a_known_address_uses_indexes(portal_server: PortalServer) -> None:
    assert run_and_explain(portal_server, portal_server.sign_in) == set()


def test_passkey_look_ups_use_indexes(portal_server: PortalServer) -> None:
    client, device = portal_server.sign_in(), SoftwareAuthenticator()

    def add_use_and_remove() -> None:
        options = client.post("/api/session/passkeys/registration/options").json
        added = client.post("/api/session/passkeys", json=device.create(options or {}))
        assert added.status_code == 201
        options = client.post("/api/session/passkey/options").json
        assert client.post("/api/session/passkey", json=device.get(options or {})).status_code == 201
        [passkey] = client.get("/api/session/passkeys").json["passkeys"]  # type: ignore[index]
        assert client.delete(f"/api/session/passkeys/{passkey['passkeyId']}").status_code == 204

    assert run_and_explain(portal_server, add_use_and_remove) == set()


def test_request_for_a_code_by_an_unknown_address_uses_indexes(portal_server: PortalServer) -> None:
    client = portal_server.app.test_client()

    def ask() -> None:
        assert client.post("/api/session/code", json={"email": "nobody@nowhere.example"}).status_code == 204
        portal_server.mail_codes()

    assert run_and_explain(portal_server, ask) == set()


def test_guard_and_list_of_jobs_use_indexes(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    portal_server.advance_clock(600)  # the visit is noted

    def ask() -> None:
        assert client.get("/api/contractor/jobs?status=open").status_code == 200
        assert client.get("/api/session").status_code == 200

    assert run_and_explain(portal_server, ask) == set()


def test_devices_and_the_audit_use_indexes(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    database, now = portal_server.services.database, portal_server.clock.now()

    def ask() -> None:
        assert client.get("/api/session/devices").status_code == 200
        assert client.get("/api/session/activity?limit=20").status_code == 200
        page: Any = client.get("/api/session/activity?limit=1").json
        for path in ("/api/session/activity", "/api/contractor/submissions"):
            assert client.get(path, query_string={"limit": 1, "after": page["next"]}).status_code == 200
        assert client.delete("/api/session/devices").status_code == 204
        entries.list_entries(database, contractor_id="CON-1001", limit=500)
        entries.list_entries(database, agency="acme", contractor_id="CON-1001", since=now, limit=500)
        entries.count_addresses(database, now)

    assert run_and_explain(portal_server, ask) == set()


def test_ended_sign_ins_of_a_person_are_not_read_at_the_next_one(portal_server: PortalServer) -> None:
    """They stay for 30 days, and a person can have any number of them."""
    client = portal_server.sign_in()
    with portal_server.services.database.write() as connection:
        [row] = connection.execute(sessions.select()).mappings().all()
        ended = [{**row, "id": f"sign-in {n}", "ended_at": row["seen_at"]} for n in range(1_000)]
        connection.execute(insert(sessions), ended)
    with statements.recorded() as ran:
        portal_server.sign_in()
        client.get("/api/session/devices")
        client.delete("/api/session/devices")
    conditions = ("sessions.email = ", "sessions.ended_at IS NULL")
    reads = [each for each in ran if all(condition in each[0] for condition in conditions)]
    assert len(reads) == 3, "of the new sign-in, the list and the end of all others"
    for statement in reads:
        assert statements.indexes(portal_server.config.database_url, statement) == {"sessions_not_ended"}


def test_queries_beside_sqlalchemy_use_indexes(portal_server: PortalServer) -> None:
    key = {"agency": "acme", "contractor_id": "CON-1", "kind": "jobs.list_jobs", "fingerprint": "", "now": ""}

    def ask() -> None:
        with portal_server.services.database.read() as connection:
            connection.execute(WITH_CONTRACTORS, {"id": "an id"})
            connection.execute(FIND, key)

    assert run_and_explain(portal_server, ask) == set()


def test_questions_about_all_agencies_use_indexes(portal_server: PortalServer) -> None:
    services = portal_server.services

    def ask() -> None:
        agencies_with_unread_contractors(services.mirror, portal_server.config.agencies.values())
        count_unsettled(services.database)

    assert run_and_explain(portal_server, ask) == set()


def test_deletion_of_old_hits_uses_an_index(portal_server: PortalServer) -> None:
    portal_server.sign_in()
    portal_server.advance_clock(KEPT_S)
    assert run_and_explain(portal_server, portal_server.services.rate_limit.forget) == set()
