"""docs/losses.md: what people notice when a part of the installation is lost, and how it goes on.

Other tests rehearse the loss of documents (tests/submissions/test_notices.py, test_blocked_submissions.py), of a host
(tests/production), of the file of agencies (tests/settings, tests/end_to_end/test_reload.py), and of AgentOS
(tests/submissions/test_deferred_delivery.py, tests/mirror).
"""

import os
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from app.store.tables import metadata
from app.submissions.review_link import link
from tests.auth.software_authenticator import SoftwareAuthenticator, add_passkey
from tests.contract.api_calls import error_sentence
from tests.jobs.expected import HARPER, client_for
from tests.pdfs import PDF, in_json
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import OFFICE, in_review, link_in, mails_to

DAY = 86_400.0
NEW_SECRET = "another secret of 32 characters, for tests"
ACCOUNT = "acme/CON-1001"


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def at(portal_server: PortalServer, client: FlaskClient) -> FlaskClient:
    """Return the same browser at another portal."""
    other = portal_server.app.test_client()
    for cookie in client._cookies.values():
        other.set_cookie(cookie.key, cookie.value)
    return other


def sign_in_with(device: SoftwareAuthenticator, client: FlaskClient) -> int:
    options = client.post("/api/session/passkey/options").json or {}
    return client.post("/api/session/passkey", json=device.get(options)).status_code


def empty_database(portal_server: PortalServer) -> None:
    """Replace the database by a new one, as an administrator without a backup does."""
    with portal_server.services.database.write() as connection:
        metadata.drop_all(connection)
        connection.execute(text("DROP TABLE alembic_version"))
    portal_server.run("db", "upgrade")
    portal_server.services.heartbeat.run_once()
    portal_server.refresh(everywhere=True)


def test_without_the_database_people_sign_in_again_and_open_submissions_are_gone(portal_server: PortalServer) -> None:
    client, device = client_for(portal_server, ACCOUNT), SoftwareAuthenticator()
    add_passkey(client, device)
    portal_server.clock.work = None  # type: ignore[union-attr]
    sender = Sender(portal_server, client)
    assert sender.note("Before", Idempotency_Key="note-1").status_code == 201
    portal_server.simulator.fault(path="/", status=503)
    assert sender.invoice({"Prefer": "respond-async"}, document=in_json(PDF)).status_code == 202
    portal_server.simulator.control("DELETE", "faults")
    [document] = portal_server.config.documents_dir.glob("*.pdf")
    os.utime(document, (portal_server.clock.now().timestamp(),) * 2)
    empty_database(portal_server)
    assert client.get("/api/session").status_code == 401
    assert sign_in_with(device, portal_server.app.test_client()) == 401
    portal_server.advance_clock(2 * DAY)
    portal_server.work()
    assert sender.invoices() == [], "the invoice that waited is gone"
    orphans = portal_server.run("documents", "check", code=1)
    assert orphans.output.endswith("Orphans: 1.\n"), "its document remains"
    portal_server.refresh(everywhere=True)
    sender.client = client_for(portal_server, ACCOUNT)
    notes = sender.client.get("/api/contractor/jobs/JOB-1").json["notes"]  # type: ignore[index]
    assert "Before" in [note["note"] for note in notes], "AgentOS has what was confirmed"
    assert sender.note("Before", Idempotency_Key="note-1").status_code == 201
    assert len(sender.notes("Before")) == 2, "a repeated request is sent again"


def test_without_the_secret_codes_and_links_end_and_sessions_and_passkeys_go_on(
    portal_server: PortalServer, build: Callable[..., PortalServer]
) -> None:
    client, device = client_for(portal_server, ACCOUNT), SoftwareAuthenticator()
    add_passkey(client, device)
    in_review(Sender(portal_server, client))
    old_link = urlsplit(link(portal_server.services, "acme", [OFFICE])).path
    asking = portal_server.app.test_client()
    assert asking.post("/api/session/code", json={"email": HARPER}).status_code == 204
    portal_server.mail_codes()
    code = portal_server.postbox.code()
    portal_server.simulator.control("DELETE", "faults")

    later = build(SECRET_KEY=NEW_SECRET)
    later.clock.advance(portal_server.config.settle_s)  # type: ignore[union-attr]
    assert at(later, client).get("/api/session").status_code == 200, "nobody is signed out"
    assert sign_in_with(device, later.app.test_client()) == 201
    answer = at(later, asking).post("/api/session", json={"email": HARPER, "code": code})
    assert error_sentence(answer, 401).startswith("The code is wrong or no longer valid.")
    assert later.app.test_client().get(old_link).status_code == 404
    later.notify()
    [(_, mail)] = mails_to(later, OFFICE)
    assert later.app.test_client().get(link_in(mail)).status_code == 200, "the next e-mail has a link that works"
