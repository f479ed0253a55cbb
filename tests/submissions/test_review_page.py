"""The page where the office resolves a submission in review, linked in its e-mail."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient
from structlog.testing import capture_logs

from app.submissions.cleanup import delete_old
from app.submissions.review_link import link
from tests.pdfs import PDF, in_json
from tests.portal_server import PortalServer
from tests.security.observer import take_snapshot
from tests.submissions.conftest import Sender
from tests.submissions.reviews import OFFICE, in_review, link_to
from tests.submissions.test_delivery import delay_next_write
from tests.submissions.worker_runs import run_worker_later, run_worker_until_settled, submission_states

DAY = 86_400.0
THERE, ABSENT = {"answer": "there"}, {"answer": "absent"}


@pytest.fixture
def office(portal_server: PortalServer) -> FlaskClient:
    """Return a client at the agency that is not signed in."""
    return portal_server.app.test_client()


def test_page_shows_submission_content_and_two_buttons(sender: Sender, office: FlaskClient) -> None:
    path = link_to(sender, in_review(sender, document=in_json(PDF), description="<b>Works</b>\nand more"))
    page = office.get(path)
    assert page.status_code == 200
    for detail in (
        "Acme Lettings",
        "£480.00",
        "A-7",
        "a.pdf",
        "&lt;b&gt;Works&lt;/b&gt;\nand more",
        "has no list",
    ):
        assert detail in page.text, detail
    assert re.findall(r"<button[^>]*>([^<]+)</button>", page.text) == ["It is there", "It is not there"]


@pytest.mark.parametrize(
    ("answer", "state", "heading"), [(THERE, "confirmed", "It is there"), (ABSENT, "abandoned", "It is not there")]
)
def test_button_resolves_submission(
    sender: Sender, office: FlaskClient, answer: dict[str, str], state: str, heading: str
) -> None:
    path = link_to(sender)
    settled = office.post(path, data={**answer, "remark": "Jo at the desk"})
    assert (settled.status_code, settled.headers["Location"]) == (303, path)
    assert submission_states(sender.portal_server) == [state]
    page = office.get(path)
    assert f"<h1>{heading}</h1>" in page.text
    assert "Recorded on 25 November 2026 at 10:02 by the office (by e-mail)." in page.text
    assert "Jo at the desk" in page.text
    assert "<form" not in page.text
    assert "480.00" not in page.text, "a link in an old e-mail shows no more than it must"


def test_agentos_id_entered_by_office_is_recorded(sender: Sender, office: FlaskClient) -> None:
    submission_id = in_review(sender)
    assert office.post(link_to(sender, submission_id), data={**THERE, "id": " INV-77 "}).status_code == 303
    row = sender.portal_server.services.ledger.find(submission_id)
    assert row is not None
    assert (row.agentos_id, row.resolved_by) == ("INV-77", "the office (by e-mail)")


def test_id_of_another_submission_is_refused(sender: Sender, office: FlaskClient) -> None:
    first, second = in_review(sender), in_review(sender, amount=77.0, invoiceNumber="B-1")
    assert office.post(link_to(sender, first), data={**THERE, "id": "INV-77"}).status_code == 303
    refused = office.post(link_to(sender, second), data={**THERE, "id": "INV-77"})
    assert refused.status_code == 409
    assert "That id is another submission&#39;s." in refused.text
    assert submission_states(sender.portal_server) == ["confirmed", "review"]


@pytest.mark.parametrize(
    "data",
    [{}, {"answer": "perhaps"}, {**THERE, "id": "no id at all"}, {**THERE, "id": "x" * 65}, {**ABSENT, "id": "INV-7"}],
    ids=str,
)
def test_invalid_form_resolves_nothing(sender: Sender, office: FlaskClient, data: dict[str, str]) -> None:
    refused = office.post(link_to(sender), data={**data, "remark": 'Typed "this"'})
    assert refused.status_code == 400
    assert 'role="alert"' in refused.text
    assert "Typed &#34;this&#34;" in refused.text, "nobody types it twice"
    assert submission_states(sender.portal_server) == ["review"]


def test_remark_is_recorded_without_characters_the_database_rejects(sender: Sender, office: FlaskClient) -> None:
    submission_id = in_review(sender)
    remark = "\0Seen\r\n in\ud800 the list".encode(errors="surrogatepass")
    body = b"answer=there&remark=" + b"".join(b"%%%02x" % byte for byte in remark)
    kind = "application/x-www-form-urlencoded"
    assert office.post(link_to(sender, submission_id), data=body, content_type=kind).status_code == 303
    row = sender.portal_server.services.ledger.find(submission_id)
    assert row is not None
    assert str(row.finding).startswith("Seen in")


def test_opening_the_page_changes_nothing(sender: Sender, office: FlaskClient) -> None:
    """Mail scanners open links, before and after people do."""
    path = link_to(sender)
    before = take_snapshot(sender.portal_server)
    for method in ("GET", "HEAD", "OPTIONS"):
        assert office.open(path, method=method).status_code == 200
    assert office.get(f"{path}?utm_source=mail").status_code == 200
    assert take_snapshot(sender.portal_server).differences(before) == []


def test_link_resolves_submission_only_once(sender: Sender, office: FlaskClient) -> None:
    path = link_to(sender)
    assert office.post(path, data=ABSENT).status_code == 303
    again = office.post(path, data=THERE)
    assert again.status_code == 409
    assert "This question was answered before. Nothing was changed." in again.text
    assert submission_states(sender.portal_server) == ["abandoned"]


def test_page_of_submission_found_by_portal_shows_no_form(sender: Sender, office: FlaskClient) -> None:
    portal_server = sender.portal_server
    late_effect = delay_next_write(sender, "note")
    answer = sender.note()
    run_worker_until_settled(portal_server)
    assert submission_states(portal_server) == ["review"]
    path = link_to(sender, answer.headers["Location"].rpartition("/")[2])
    late_effect()
    run_worker_later(portal_server, turns=1, seconds=DAY)
    assert submission_states(portal_server) == ["confirmed"]
    page = office.get(path)
    assert "The portal found it in AgentOS" in page.text
    assert "<form" not in page.text


def test_wrong_link_is_404_with_helpful_text(sender: Sender, office: FlaskClient) -> None:
    submission_id = in_review(sender)
    path = link_to(sender, submission_id)
    services = sender.portal_server.services
    forger = replace(services, config=replace(services.config, secret_key="another secret of somebody else's"))
    forged = link(forger, "acme", [OFFICE]).removeprefix(services.config.public_url) + f"/{submission_id}"
    others = link(services, "acme", ["branch@acme.example"]).removeprefix(services.config.public_url)
    unknown = path.replace(submission_id, "0" * 32)
    pages = []
    for wrong in (path[:-1], forged, unknown, f"{others}/{submission_id}", f"/review/nothing/{submission_id}"):
        for method in ("GET", "POST"):
            refused = office.open(wrong, method=method, data=THERE if method == "POST" else None)
            assert (refused.status_code, refused.mimetype) == (404, "text/html"), (wrong, refused.text)
            pages.append(re.sub(r"\s+", " ", refused.text))
    assert len(set(pages)) == 1, "nobody can tell whether a submission exists"
    assert "please copy the whole link from the newest e-mail" in pages[0]
    assert submission_states(sender.portal_server) == ["review"]


def test_link_contains_no_personal_data(sender: Sender) -> None:
    submission_id = in_review(sender)
    path = link_to(sender, submission_id)
    assert re.fullmatch(r"/review/[A-Za-z0-9_.-]{60,160}/[0-9a-f]{32}", path)


def test_page_headers_keep_link_secret(sender: Sender, office: FlaskClient) -> None:
    path = link_to(sender)
    for answer in (office.get(path), office.get("/review/nothing"), office.post(path, data=ABSENT), office.get(path)):
        assert answer.headers.getlist("Referrer-Policy") == ["same-origin"]
        assert answer.headers.getlist("Cache-Control") == ["no-store"]
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert "Set-Cookie" not in answer.headers
        policy = answer.headers.getlist("Content-Security-Policy")
        assert len(policy) == 1
        assert "script" not in policy[0]
        assert "frame-ancestors 'none'" in policy[0]


def test_cross_site_request_resolves_nothing(sender: Sender, office: FlaskClient) -> None:
    path = link_to(sender)
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
        refused = office.post(path, data=THERE, headers=headers)
        assert (refused.status_code, refused.mimetype) == (403, "text/html")
    assert submission_states(sender.portal_server) == ["review"]
    headers = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    assert office.post(path, data=THERE, headers=headers).status_code == 303, "as browsers send the page's own form"


@pytest.fixture
def lines() -> Iterator[list[Any]]:
    """Return the log entries."""
    with capture_logs() as entries:
        yield entries


def test_review_response_is_logged_without_link(sender: Sender, office: FlaskClient, lines: list[Any]) -> None:
    path = link_to(sender)
    office.post(path, data=THERE, headers={"X-Request-ID": "review-0001"})
    (answered,) = [line for line in lines if line["event"] == "review_answered"]
    assert answered["agency"] == "acme"
    assert path.split("/")[2] not in str(lines)


def test_submission_with_lease_is_not_resolved(sender: Sender, office: FlaskClient) -> None:
    submission_id = in_review(sender)
    path = link_to(sender, submission_id)
    ledger = sender.portal_server.services.ledger
    _, lease = ledger.take(submission_id, lease_s=60.0)  # type: ignore[misc]
    refused = office.post(path, data=THERE)
    assert refused.status_code == 409
    assert "The portal is sending it now." in refused.text
    assert "<form" in refused.text
    ledger.release(lease)
    assert office.post(path, data=THERE).status_code == 303


def test_document_is_kept_in_review_then_deleted_with_row_and_notices(sender: Sender, office: FlaskClient) -> None:
    portal_server = sender.portal_server
    submission_id = in_review(sender, document=in_json(PDF))
    portal_server.advance_clock(400 * DAY)
    delete_old(portal_server.services)
    assert len(list(portal_server.config.documents_dir.glob("*.pdf"))) == 1
    path = link_to(sender, submission_id)
    assert office.post(path, data=THERE).status_code == 303
    portal_server.advance_clock(366 * DAY)
    delete_old(portal_server.services)
    assert list(portal_server.config.documents_dir.glob("*.pdf")) == []
    with portal_server.services.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM mails WHERE submission_id IS NOT NULL").scalar() == 0
    assert office.get(path).status_code == 404
