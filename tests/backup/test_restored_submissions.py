"""Submissions after a restore: each is in AgentOS once, whether it was sent before the backup, after it, or never."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from app.domain.agency import LIST_INVOICES
from app.store.tables import audit_entries, heartbeats, lists_at_backup, restores
from app.submissions.cleanup import delete_old
from tests.backup.conftest import Installation
from tests.clock import FakeClock
from tests.jobs.expected import client_for
from tests.pdfs import PDF, in_json
from tests.portal_server import PortalServer
from tests.submissions.conftest import API, Sender
from tests.submissions.test_delivery import (
    KEY,
    WRITES,
    count_in_agentos,
    count_writes_sent,
    fail_writes,
    prove_recognition,
)
from tests.submissions.worker_runs import (
    after_next_write,
    notice_kinds,
    on_next_wait,
    run_worker_later,
    run_worker_until_settled,
    submission_states,
)

DAY = 86_400.0
RECORDS = ("note", "invoice")
LATER: dict[str, Any] = {"Prefer": "respond-async"}


def send_later(sender: Sender, kind: str) -> Any:
    """Send a submission that the portal promises to deliver, and that AgentOS does not take now."""
    sender.portal_server.simulator.fault(path="/", status=503)
    if kind == "note":
        answer = sender.note(Idempotency_Key=KEY, **LATER)
    elif kind == "invoice":
        answer = sender.invoice({"Idempotency_Key": KEY, **LATER}, document=in_json(PDF))
    else:
        answer = sender.complete(True, Idempotency_Key=KEY, **LATER)
    sender.portal_server.simulator.control("DELETE", "faults")
    assert answer.status_code == 202, answer.text
    return answer


def let_mirror_read_invoices(sender: Sender) -> None:
    """Let the worker read the contractor's invoices, as it does once the contractor has asked for them."""
    sender.client.get(f"{API}/invoices")
    sender.portal_server.refresh()
    assert sender.client.get(f"{API}/invoices").status_code == 200


def let_worker_live(portal_server: PortalServer, seconds: float) -> list[int]:
    """Let a worker have lived for so long, and clean up. Return whether a restore and lists at its backup are known."""
    with portal_server.services.database.write() as connection:
        connection.execute(update(heartbeats).values(alive_s=seconds))
    delete_old(portal_server.services)
    with portal_server.services.database.read() as connection:
        return [len(connection.execute(select(table).limit(1)).all()) for table in (restores, lists_at_backup)]


def back_up_waiting(sender: Sender, installation: Installation, kind: str) -> Any:
    """Make a backup while a submission waits that the portal could find in AgentOS. Return the sender's response."""
    let_mirror_read_invoices(sender)
    prove_recognition(sender, kind)
    answer = send_later(sender, kind)
    installation.back_up()
    return answer


@pytest.mark.parametrize("kind", RECORDS)
@pytest.mark.parametrize("key", [KEY, "another-key-after-the-restore"])
def test_repeat_of_lost_submission_goes_to_review(
    sender: Sender, installation: Installation, kind: str, key: str
) -> None:
    installation.back_up()
    assert WRITES[kind](sender).status_code == 201
    again = installation.start_again()
    answer = again.note(Idempotency_Key=key) if kind == "note" else again.invoice({"Idempotency_Key": key})
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "review")
    run_worker_later(again.portal_server, turns=5, seconds=310)
    assert (count_in_agentos(sender, kind), count_writes_sent(sender)) == (1, 1)
    assert notice_kinds(again.portal_server) == ["office", "review"]


@pytest.mark.parametrize("kind", RECORDS)
def test_promised_repeat_of_lost_submission_goes_to_review(
    sender: Sender, installation: Installation, kind: str
) -> None:
    installation.back_up()
    assert WRITES[kind](sender).status_code == 201
    again = installation.start_again()
    send_later(again, kind)
    run_worker_later(again.portal_server, turns=5, seconds=310)
    assert submission_states(again.portal_server) == ["review"]
    assert count_in_agentos(sender, kind) == 1


@pytest.mark.parametrize("kind", RECORDS)
def test_submission_without_news_is_sent_after_restore(sender: Sender, installation: Installation, kind: str) -> None:
    installation.back_up()
    again = installation.start_again()
    assert WRITES[kind](again).status_code == 201
    assert again.note("Second note", job="JOB-1").status_code == 201
    assert again.invoice(amount=12.0, invoiceNumber="A-8", description="More").status_code == 201
    assert count_in_agentos(sender, kind) == (1 if kind == "note" else 2)


def test_other_contractor_without_news_is_not_delayed(sender: Sender, installation: Installation) -> None:
    other = client_for(sender.portal_server, "acme/CON-1002")
    installation.back_up()
    assert sender.invoice().status_code == 201
    again = installation.start_again()
    other = client_for(again.portal_server, "acme/CON-1002")
    job = other.get("/api/contractor/jobs?status=open").json["jobs"][0]["jobId"]
    evans = Sender(again.portal_server, other)
    assert evans.invoice(jobId=job).status_code == 201
    assert evans.note(job=job).status_code == 201


@pytest.mark.parametrize("kind", RECORDS)
def test_news_count_for_a_week_of_a_live_worker(sender: Sender, installation: Installation, kind: str) -> None:
    installation.back_up()
    assert WRITES[kind](sender).status_code == 201
    again = installation.start_again()
    assert let_worker_live(again.portal_server, 7 * DAY - 1) == [1, 1]
    assert let_worker_live(again.portal_server, 7 * DAY) == [0, 0]
    answer = again.note("Another") if kind == "note" else again.invoice(amount=9.0, invoiceNumber="A-9")
    assert answer.status_code == 201


def set_clock(by: Sender, days: int) -> None:
    """Set the wall clock by so many days."""
    clock = by.portal_server.clock
    assert isinstance(clock, FakeClock)
    clock.set_back(timedelta(days=-days))


@pytest.mark.parametrize("is_last", [True, False], ids=["", "before the last"])
@pytest.mark.parametrize("kind", RECORDS)
def test_all_records_are_news_if_the_clock_was_ahead_at_the_backup(
    sender: Sender, installation: Installation, kind: str, is_last: bool
) -> None:
    """The clock may have been set right before the restore, or after it and before the next backup."""
    set_clock(sender, days=365)
    installation.back_up()
    if not is_last:
        sender = installation.start_again()
        installation.portal_server = sender.portal_server
        installation.folder = installation.folder.with_name("second")
    set_clock(sender, days=-365)
    if not is_last:
        installation.back_up()
    assert WRITES[kind](sender).status_code == 201
    again = installation.start_again()
    assert WRITES[kind](again).headers["Submission-State"] == "review"
    assert count_in_agentos(sender, kind) == 1


def test_wrong_clock_of_worker_does_not_end_the_week(sender: Sender, installation: Installation) -> None:
    installation.back_up()
    assert sender.note().status_code == 201
    again = installation.start_again()
    set_clock(again, days=8)
    again.portal_server.advance_clock(25)
    delete_old(again.portal_server.services)
    set_clock(again, days=-8)
    assert again.note().headers["Submission-State"] == "review"
    assert count_in_agentos(sender, "note") == 1


@pytest.mark.parametrize("kind", WRITES)
def test_waiting_submission_that_was_sent_after_backup_is_confirmed(
    sender: Sender, installation: Installation, kind: str
) -> None:
    answer = back_up_waiting(sender, installation, kind)
    run_worker_later(sender.portal_server, turns=1)
    assert sender.submission(answer)["state"] == "confirmed"
    again = installation.start_again()
    assert again.submission(answer)["state"] == "unconfirmed"
    run_worker_later(again.portal_server, turns=2, seconds=3)
    assert again.submission(answer)["state"] == "confirmed"
    run_worker_until_settled(again.portal_server)
    assert (count_in_agentos(sender, kind), count_writes_sent(sender)) == (1, 1)


@pytest.mark.parametrize("kind", RECORDS)
def test_waiting_submission_that_was_never_sent_is_sent_after_settle_s(
    sender: Sender, installation: Installation, kind: str
) -> None:
    answer = back_up_waiting(sender, installation, kind)
    again = installation.start_again()
    run_worker_later(again.portal_server, turns=11, seconds=10)
    assert count_writes_sent(sender) == 0
    run_worker_until_settled(again.portal_server)
    assert again.submission(answer)["state"] == "confirmed"
    assert (count_in_agentos(sender, kind), count_writes_sent(sender)) == (1, 1)
    document = again.portal_server.config.documents_dir / f"{answer.headers['Location'].rpartition('/')[2]}.pdf"
    assert document.exists() == (kind == "invoice")


@pytest.mark.parametrize("kind", RECORDS)
def test_waiting_submission_beside_news_goes_to_review(sender: Sender, installation: Installation, kind: str) -> None:
    """The other record may be a lost submission, or this one as the office has entered it."""
    answer = back_up_waiting(sender, installation, kind)
    if kind == "note":
        path, news = "acme/jobs/JOB-1", {"OID": "NOTE-OFFICE", "NoteContents": "Quite different", "Author": "Office"}
        notes = sender.portal_server.simulator.state()["jobs"]["JOB-1"].get("MaintenanceNotes") or []
        sender.portal_server.simulator.change(path, MaintenanceNotes=[*notes, news])
    else:
        assert sender.invoice(jobId="JOB-2", amount=7.0, invoiceNumber="B-1", description="Else").status_code == 201
    again = installation.start_again()
    run_worker_later(again.portal_server, turns=20, seconds=60)
    assert again.submission(answer)["state"] == "review"
    assert (count_in_agentos(sender, kind), count_writes_sent(sender)) == (0, 0)


@pytest.mark.parametrize("kind", RECORDS)
def test_unconfirmed_submission_is_found_after_restore(sender: Sender, installation: Installation, kind: str) -> None:
    fail_writes(sender, kind, times=1, status=502, effect=True)
    sender.portal_server.simulator.fault(method="GET", path="/", status=503, skip=2 if kind == "invoice" else 1)
    answer = WRITES[kind](sender)
    assert answer.headers["Submission-State"] == "unconfirmed"
    installation.back_up()
    sender.portal_server.simulator.control("DELETE", "faults")
    again = installation.start_again()
    run_worker_later(again.portal_server, turns=2, seconds=3)
    assert again.submission(answer)["state"] == "confirmed"
    assert count_in_agentos(sender, kind) == 1


@pytest.mark.parametrize("kind", WRITES)
def test_submission_that_was_being_sent_is_found_after_restore(
    sender: Sender, installation: Installation, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lease belongs to a process that has ended."""
    after_next_write(monkeypatch, installation.back_up_in_thread)
    assert WRITES[kind](sender).status_code in (200, 201)
    again = installation.start_again()
    run_worker_later(again.portal_server, turns=2, seconds=3)
    assert submission_states(again.portal_server) == ["confirmed"]
    assert (count_in_agentos(sender, kind), count_writes_sent(sender)) == (1, 1)


@pytest.mark.parametrize("kind", WRITES)
def test_confirmed_submission_is_replayed_after_restore(sender: Sender, installation: Installation, kind: str) -> None:
    first = WRITES[kind](sender)
    installation.back_up()
    again = installation.start_again()
    answer = WRITES[kind](again)
    assert (answer.data, answer.headers["Idempotency-Replayed"]) == (first.data, "true")
    assert count_writes_sent(sender) == 1


def test_completion_that_was_sent_after_backup_is_done(sender: Sender, installation: Installation) -> None:
    installation.back_up()
    assert sender.complete(True).status_code == 200
    again = installation.start_again()
    assert again.complete(True).status_code == 200
    assert count_writes_sent(sender) == 1


def test_completion_of_job_with_third_status_goes_to_review(sender: Sender, installation: Installation) -> None:
    installation.back_up()
    status = sender.portal_server.simulator.state()["jobs"]["JOB-1"]["StatusOID"]
    other = (
        {"StatusOID": "SX-2", "Status": "Pending"} if status != "SX-2" else {"StatusOID": "SX-1", "Status": "Reported"}
    )
    sender.portal_server.simulator.change("acme/jobs/JOB-1", **other)
    again = installation.start_again()
    answer = again.complete(True)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "review")
    assert count_writes_sent(sender) == 0


def test_completed_job_can_be_reopened_after_restore(sender: Sender, installation: Installation) -> None:
    installation.back_up()
    assert sender.complete(True).status_code == 200
    again = installation.start_again()
    assert again.complete(False).status_code == 200
    status = sender.portal_server.simulator.state()["jobs"]["JOB-1"]["Status"]
    assert status == "In progress", "the backup does not know the status before the completion"


@pytest.mark.parametrize("kind", RECORDS)
def test_submission_waits_while_list_is_short(sender: Sender, installation: Installation, kind: str) -> None:
    """A list without the records that the backup knew shows nothing."""
    for number in range(2):
        assert sender.note(f"Earlier note {number}").status_code == 201
    let_mirror_read_invoices(sender)
    installation.back_up()
    again = installation.start_again()
    simulator = again.portal_server.simulator
    if kind == "invoice":
        *rest, _ = simulator.state()["invoices"]["CON-1001"]
        body = json.dumps({"Count": len(rest), "Data": rest})
        simulator.fault(method="GET", path="/invoices/", body=body, content_type="application/json")
    else:
        *rest, _ = simulator.state()["jobs"]["JOB-1"]["MaintenanceNotes"]
        simulator.change("acme/jobs/JOB-1", MaintenanceNotes=rest)
        assert rest
    answer = WRITES[kind](again)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert count_writes_sent(sender) == 2, "the earlier notes"


def test_agency_without_list_of_invoices_checks_each_invoice(sender: Sender, installation: Installation) -> None:
    installation.back_up()
    config = installation.config
    acme = replace(config.agencies["acme"], not_offered=(LIST_INVOICES,))
    installation.portal_server.config = replace(config, agencies={"acme": acme})
    again = installation.start_again()
    answer = again.invoice()
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "review")


def test_second_restore_keeps_what_the_first_backup_knew(sender: Sender, installation: Installation) -> None:
    installation.back_up()
    assert sender.invoice().status_code == 201
    again = installation.start_again()
    again.portal_server.refresh()  # the mirror has the lost invoice now
    installation.portal_server = again.portal_server
    installation.folder = installation.folder.with_name("second")
    installation.back_up()
    again = installation.start_again()
    assert again.invoice().headers["Submission-State"] == "review"


def test_restore_of_backup_after_the_week_forgets_the_first_backup(sender: Sender, installation: Installation) -> None:
    installation.back_up()
    assert sender.invoice().status_code == 201
    again = installation.start_again()
    let_mirror_read_invoices(again)  # with the lost invoice
    with again.portal_server.services.database.write() as connection:
        connection.execute(update(heartbeats).values(alive_s=7 * DAY))
    installation.portal_server = again.portal_server
    installation.folder = installation.folder.with_name("second")
    installation.back_up()
    again = installation.start_again()
    assert again.invoice(amount=9.0, invoiceNumber="A-9").status_code == 201


@pytest.mark.parametrize("kind", WRITES)
def test_request_at_backup_that_was_sent_afterwards_is_confirmed(
    sender: Sender, installation: Installation, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_mirror_read_invoices(sender)
    after_next_write(monkeypatch, installation.back_up_in_thread, read=True)
    assert WRITES[kind](sender).status_code in (200, 201)
    again = installation.start_again()
    assert submission_states(again.portal_server) == ["unconfirmed"]
    run_worker_later(again.portal_server, turns=2, seconds=3)
    assert submission_states(again.portal_server) == ["confirmed"]
    assert (count_in_agentos(sender, kind), count_writes_sent(sender)) == (1, 1)


def test_document_that_is_lost_after_restore_leads_to_review(sender: Sender, installation: Installation) -> None:
    """The backup was made in another folder, but the document has been in this one since the restore."""
    let_mirror_read_invoices(sender)
    prove_recognition(sender, "invoice")
    answer = send_later(sender, "invoice")
    installation.back_up()
    again = installation.start_again()
    for document in installation.config.documents_dir.glob("*.pdf"):
        document.unlink()
    run_worker_later(again.portal_server, turns=2, seconds=3)
    assert again.submission(answer)["state"] == "review"


def test_document_that_the_backup_lacks_is_not_lost(sender: Sender, installation: Installation) -> None:
    """Its disk was not mounted, neither at the backup nor at the restore."""
    let_mirror_read_invoices(sender)
    prove_recognition(sender, "invoice")
    answer = send_later(sender, "invoice")
    folder = installation.config.documents_dir
    disk = folder.rename(folder.with_name("disk"))
    assert installation.run("backup", str(installation.folder)).exit_code == 1
    again = installation.start_again()
    run_worker_later(again.portal_server, turns=11, seconds=10)
    assert again.submission(answer)["state"] in ("unconfirmed", "waiting")
    shutil.rmtree(folder)
    disk.rename(folder)
    run_worker_until_settled(again.portal_server)
    assert again.submission(answer)["state"] == "confirmed"


def test_request_at_backup_without_its_document_is_found(
    sender: Sender, installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    invoice = {"document": in_json(PDF)}
    let_mirror_read_invoices(sender)
    after_next_write(monkeypatch, installation.back_up_in_thread, read=True)
    assert sender.invoice({"Idempotency_Key": KEY}, **invoice).status_code == 201
    again = installation.start_again()
    run_worker_later(again.portal_server, turns=2, seconds=3)
    assert submission_states(again.portal_server) == ["confirmed"]
    assert count_writes_sent(sender) == 1


def test_request_at_backup_whose_effect_is_unknown_goes_to_review(
    sender: Sender, installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The backup does not say whether the toggle completes the job or reopens it."""
    after_next_write(monkeypatch, installation.back_up_in_thread, read=True)
    assert sender.complete(Idempotency_Key=KEY).status_code == 200
    again = installation.start_again()
    run_worker_later(again.portal_server, turns=2, seconds=3)
    assert submission_states(again.portal_server) == ["review"]
    again.portal_server.notify()
    (_, _, to_office), (_, subject, _) = again.portal_server.postbox.mails[-2:]
    assert re.search(r"^What: +Completion or reopening of a job$", to_office, re.MULTILINE)
    assert "completion or reopening of a job" in subject
    run_worker_later(again.portal_server, turns=2, seconds=DAY)
    assert submission_states(again.portal_server) == ["review"]
    assert count_writes_sent(sender) == 1


@pytest.mark.parametrize("status", [401, 422, 429])
@pytest.mark.parametrize("kind", RECORDS)
def test_request_at_backup_that_was_refused_goes_to_review(
    sender: Sender, installation: Installation, kind: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its sender was told that it was not sent, or not accepted, and may have phoned the agency."""
    let_mirror_read_invoices(sender)
    prove_recognition(sender, kind)
    fail_writes(sender, kind, times=1, status=status)
    after_next_write(monkeypatch, installation.back_up_in_thread)
    assert WRITES[kind](sender).headers["Submission-State"] in ("not-sent", "rejected")
    sender.portal_server.simulator.control("DELETE", "faults")
    before = count_in_agentos(sender, kind)
    again = installation.start_again()
    run_worker_later(again.portal_server, turns=11, seconds=10)
    run_worker_until_settled(again.portal_server)
    assert submission_states(again.portal_server)[-1] == "review"
    assert count_in_agentos(sender, kind) == before


@pytest.mark.parametrize("kind", WRITES)
def test_submission_that_was_probably_turned_away_is_not_sent_after_restore(
    sender: Sender, installation: Installation, kind: str
) -> None:
    """Its sender was told that AgentOS did not accept it. Without the restore, the portal would give it up."""
    let_mirror_read_invoices(sender)
    prove_recognition(sender, kind)
    fail_writes(sender, kind, times=1, status=403)
    assert WRITES[kind](sender).headers["Submission-State"] == "unconfirmed"
    sender.portal_server.simulator.control("DELETE", "faults")
    installation.back_up()
    sent = count_writes_sent(sender)
    again = installation.start_again()
    run_worker_later(again.portal_server, turns=11, seconds=10)
    run_worker_until_settled(again.portal_server)
    assert submission_states(again.portal_server)[-1] == "review"
    assert count_writes_sent(sender) == sent


def test_request_at_backup_that_was_never_sent_goes_to_review(sender: Sender, installation: Installation) -> None:
    """The request waited for the note before it, and its sender was told that nothing was sent."""
    prove_recognition(sender, "note")
    send_later(sender, "note")
    on_next_wait(sender.portal_server, lambda: installation.folder.exists() or installation.back_up())
    assert sender.note("Second").headers["Submission-State"] == "not-sent"
    again = installation.start_again()
    run_worker_later(again.portal_server, turns=11, seconds=10)
    assert count_writes_sent(sender) == 0
    run_worker_until_settled(again.portal_server)
    assert [len(sender.notes(text)) for text in ("Part ordered", "Second")] == [1, 0]
    assert submission_states(again.portal_server)[-2:] == ["confirmed", "review"]


def test_audit_names_restored_submissions(sender: Sender, installation: Installation) -> None:
    send_later(sender, "note")
    installation.back_up()
    again = installation.start_again()
    with again.portal_server.services.database.read() as connection:
        rows = connection.execute(select(audit_entries).where(audit_entries.c.event == "unconfirmed")).all()
    assert [row.detail for row in rows] == ["note for job JOB-1, restored"]
