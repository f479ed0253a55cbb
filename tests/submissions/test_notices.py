"""E-mails about the result of a submission."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete
from structlog.testing import capture_logs

from app.store.tables import records
from tests.jobs.expected import client_for
from tests.pdfs import PDF, in_json
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import HARPER, OFFICE, in_review, link_in, mails_to
from tests.submissions.test_delivery import delay_next_write, prove_recognition
from tests.submissions.worker_runs import pretend_tried_for, run_worker_later, run_worker_until_settled

DAY, HOUR, MINUTE = 86_400.0, 3_600.0, 60.0


def resolve(portal_server: PortalServer, submission_id: str, *words: str) -> str:
    """Resolve a submission with the command."""
    result = portal_server.app.test_cli_runner().invoke(
        args=["submissions", "resolve", submission_id, *words, "--by", "Jo"]
    )
    assert result.exit_code == 0, result.output
    return str(result.output)


@pytest.mark.parametrize(("answer", "state"), {"n": "review", "y": "confirmed"}.items())
def test_command_in_a_terminal_asks_before_it_records(
    sender: Sender, monkeypatch: pytest.MonkeyPatch, answer: str, state: str
) -> None:
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True)
    submission_id = in_review(sender)
    ended = sender.portal_server.app.test_cli_runner().invoke(
        args=["submissions", "resolve", submission_id, "--arrived", "--id", "INV-99", "--by", "Jo"], input=answer
    )
    assert "Record that AgentOS has it as INV-99? [y/N]" in ended.output
    assert ended.exit_code == (0 if answer == "y" else 1)
    row = sender.portal_server.services.ledger.find(submission_id)
    assert row is not None
    assert row.state == state


def test_review_mails_state_content_reason_and_who_was_asked(sender: Sender) -> None:
    in_review(sender, document=in_json(PDF), vat=80.0)
    sender.portal_server.notify()
    [(subject, text)] = mails_to(sender.portal_server, OFFICE)
    job = sender.portal_server.simulator.state()["jobs"]["JOB-1"]
    assert subject == "Please check: did a submission arrive?"
    for detail in (
        "£480.00",
        "£80.00",
        "A-7",
        "25 November 2026",
        "> Works",
        HARPER,
        "a.pdf (1 KiB)",
        job["JobNumber"],
        job["Title"],
    ):
        assert detail in text, (detail, text)
    assert "Why the portal asks: AgentOS has no list in which the portal can look for it." in text
    assert link_in(text).startswith("/review/")
    [(subject, text)] = mails_to(sender.portal_server, HARPER)
    assert subject.endswith(" may have arrived")
    assert "We asked Acme Lettings to check whether it arrived." in text
    assert "/review/" not in text, "only the agency settles it"


def test_contractor_is_mailed_when_submission_is_resolved_as_absent(sender: Sender) -> None:
    submission_id = in_review(sender)
    resolve(sender.portal_server, submission_id, "--not-arrived", "--finding", "Secret of the office")
    sender.portal_server.notify()
    assert mails_to(sender.portal_server, OFFICE) == [], "there is nothing to check any more"
    [(subject, text)] = mails_to(sender.portal_server, HARPER)
    assert subject.endswith(" did not arrive")
    assert "Acme Lettings checked whether your invoice arrived. It did not." in text
    assert "Secret" not in text


def test_contractor_is_mailed_when_submission_expires(sender: Sender) -> None:
    sender.portal_server.simulator.fault(path="/", status=503)
    assert sender.note(Prefer="respond-async").status_code == 202
    run_worker_later(sender.portal_server, turns=1)
    pretend_tried_for(sender.portal_server, 72)
    run_worker_later(sender.portal_server, turns=1)
    sender.portal_server.postbox.mails.clear()
    sender.portal_server.notify()
    [(subject, text)] = mails_to(sender.portal_server, HARPER)
    assert subject.endswith(" could not be sent")
    assert "could not be passed on to Acme Lettings within three days" in text
    assert "> Part ordered" in text


def test_contractor_is_mailed_the_reason_of_a_rejection(sender: Sender) -> None:
    sender.portal_server.simulator.fault(path="/", status=503)
    assert sender.note(Prefer="respond-async").status_code == 202
    sender.portal_server.simulator.control("DELETE", "faults")
    sender.portal_server.simulator.control("DELETE", "state/acme/jobs/JOB-1")
    with sender.portal_server.services.database.write() as connection:
        connection.execute(delete(records).where(records.c.record_id == "JOB-1"))
    run_worker_later(sender.portal_server)
    sender.portal_server.postbox.mails.clear()
    sender.portal_server.notify()
    [(subject, text)] = mails_to(sender.portal_server, HARPER)
    assert subject.endswith(" was not accepted")
    assert "This job is no longer yours." in text


def test_contractor_is_mailed_that_the_document_was_lost(sender: Sender) -> None:
    portal_server = sender.portal_server
    portal_server.simulator.fault(path="/", status=503)
    answer = sender.invoice({"Prefer": "respond-async"}, document=in_json(PDF))
    assert answer.status_code == 202
    for path in portal_server.config.documents_dir.glob("*.pdf"):
        path.unlink()
    run_worker_later(portal_server)
    portal_server.postbox.mails.clear()
    portal_server.notify()
    [(_, text)] = mails_to(portal_server, HARPER)
    assert "The portal lost the document of this invoice. Please send it again." in text


def test_office_is_mailed_once_about_a_duplicate_record(sender: Sender) -> None:
    portal_server = sender.portal_server
    prove_recognition(sender, "note")
    late_effect = delay_next_write(sender, "note")
    answer = sender.note()
    run_worker_until_settled(portal_server)
    run_worker_until_settled(portal_server)
    assert sender.submission(answer)["state"] == "confirmed"
    late_effect()
    run_worker_later(portal_server, turns=2, seconds=HOUR)
    portal_server.postbox.mails.clear()
    portal_server.notify()
    portal_server.advance_clock(2 * DAY)
    portal_server.notify()
    [(subject, text)] = mails_to(portal_server, OFFICE)
    assert subject.endswith(" is there twice")
    assert "remove the others" in text


def test_review_mail_goes_to_branch_if_agency_has_no_office_email(
    build: Callable[..., PortalServer], tmp_path: Path
) -> None:
    portal_server = portal_without_office_email(build, tmp_path)
    in_review(Sender(portal_server, client_for(portal_server, "acme/CON-1001")))
    portal_server.notify()
    branches = {branch["EMailAddress"].lower() for branch in portal_server.simulator.state()["branches"].values()}
    (asked,) = {to for to, *_ in portal_server.postbox.mails} - {HARPER}
    assert asked in branches


def test_missing_review_address_is_logged_once_and_contractor_is_mailed(
    build: Callable[..., PortalServer], tmp_path: Path
) -> None:
    portal_server = portal_without_office_email(build, tmp_path, with_branches=False)
    with capture_logs() as lines:
        in_review(Sender(portal_server, client_for(portal_server, "acme/CON-1001")))
        for _ in range(5):
            portal_server.notify()
            portal_server.advance_clock(HOUR)
    assert len([line for line in lines if (line["event"], line.get("kind")) == ("no_office_address", None)]) == 1
    [(_, _, text)] = portal_server.postbox.mails
    assert "We asked" not in text
    assert "Only they can check whether it arrived." in text


def portal_without_office_email(
    build: Callable[..., PortalServer], folder: Path, *, with_branches: bool = True
) -> PortalServer:
    """Return a portal whose agencies have no `office_email`. Their branches have an address or none."""
    file = folder / "agencies.toml"
    example = Path("agencies.example.toml").read_text("utf-8")
    file.write_text("\n".join(line for line in example.splitlines() if not line.startswith("office_email")))
    portal_server = build(AGENCIES_FILE=str(file))
    if not with_branches:
        for branch in portal_server.simulator.state()["branches"]:
            portal_server.simulator.change(f"acme/branches/{branch}", EMailAddress=None)
    portal_server.refresh()
    return portal_server
