"""Who is told by e-mail what became of a submission, and when (page 4, section 4)."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import delete
from structlog.testing import capture_logs

from app.store.tables import records
from tests.house import House
from tests.jobs.expected import client_for
from tests.pdfs import PDF
from tests.submissions.conftest import Sender
from tests.submissions.reviews import HARPER, OFFICE, in_json, in_review, link_in, mails_to
from tests.submissions.test_delivery import held_back, prove
from tests.submissions.turns import have_tried_for, later, settle

DAY, HOUR, MINUTE = 86_400.0, 3_600.0, 60.0


def days(house: House, number: int) -> list[str]:
    """Let days pass, each with its mails; return what the office got."""
    for _ in range(number):
        house.tomorrow(DAY)
        house.notify()
    return [subject for subject, _ in mails_to(house, OFFICE)]


def resolve(house: House, submission_id: str, *words: str) -> str:
    """Settle it at the terminal."""
    said = house.app.test_cli_runner().invoke(args=["submissions", "resolve", submission_id, *words, "--by", "Jo"])
    assert said.exit_code == 0, said.output
    return str(said.output)


def test_review_tells_office_what_was_sent_and_why(sender: Sender) -> None:
    in_review(sender, document=in_json(PDF), vat=80.0)
    sender.house.notify()
    [(subject, text)] = mails_to(sender.house, OFFICE)
    job = sender.house.simulator.state()["jobs"]["JOB-1"]
    assert subject.startswith("Please check: did the invoice for ")
    for told in (
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
        assert told in text, (told, text)
    assert "Why the portal asks: AgentOS has no list in which the portal can look for it." in text
    assert link_in(text).startswith("/review/")


def test_review_tells_contractor_that_the_agency_was_asked(sender: Sender) -> None:
    in_review(sender)
    sender.house.notify()
    [(subject, text)] = mails_to(sender.house, HARPER)
    assert subject.startswith("Your invoice for ")
    assert subject.endswith(" may have arrived")
    assert "We asked Acme Lettings to check whether it arrived." in text
    assert "/review/" not in text, "only the agency settles it"


def test_office_is_asked_daily_for_14_days_and_no_longer(sender: Sender) -> None:
    in_review(sender)
    sender.house.notify()
    sender.house.notify()
    assert len(mails_to(sender.house, OFFICE)) == 1
    assert len(days(sender.house, 13)) == 14
    assert "This is the last e-mail" in mails_to(sender.house, OFFICE)[-1][1]
    assert len(days(sender.house, 6)) == 14
    assert len(mails_to(sender.house, HARPER)) == 1, "the contractor once"


def test_office_is_not_asked_once_it_is_settled(sender: Sender) -> None:
    submission_id = in_review(sender)
    sender.house.notify()
    assert len(days(sender.house, 2)) == 3
    resolve(sender.house, submission_id, "--arrived")
    assert len(days(sender.house, 2)) == 3


def test_settled_as_absent_tells_contractor(sender: Sender) -> None:
    submission_id = in_review(sender)
    resolve(sender.house, submission_id, "--not-arrived", "--finding", "Secret of the office")
    sender.house.notify()
    assert mails_to(sender.house, OFFICE) == [], "there is nothing to check any more"
    [(subject, text)] = mails_to(sender.house, HARPER)
    assert subject.endswith(" did not arrive")
    assert "Acme Lettings checked whether your invoice arrived. It did not." in text
    assert "Secret" not in text


def test_expired_submission_tells_contractor(sender: Sender) -> None:
    sender.house.simulator.fault(path="/", status=503)
    assert sender.note(Prefer="respond-async").status_code == 202
    later(sender.house, turns=1)
    have_tried_for(sender.house, 72)
    later(sender.house, turns=1)
    sender.house.postbox.mails.clear()
    sender.house.notify()
    [(subject, text)] = mails_to(sender.house, HARPER)
    assert subject.endswith(" could not be sent")
    assert "could not be passed on to Acme Lettings within three days" in text
    assert "> Part ordered" in text


def test_rejected_submission_tells_contractor_with_the_reason(sender: Sender) -> None:
    sender.house.simulator.fault(path="/", status=503)
    assert sender.note(Prefer="respond-async").status_code == 202
    sender.house.simulator.control("DELETE", "faults")
    sender.house.simulator.control("DELETE", "state/acme/jobs/JOB-1")
    with sender.house.portal.database.write() as connection:
        connection.execute(delete(records).where(records.c.record_id == "JOB-1"))
    later(sender.house)
    sender.house.postbox.mails.clear()
    sender.house.notify()
    [(subject, text)] = mails_to(sender.house, HARPER)
    assert subject.endswith(" was not accepted")
    assert "There is no such job." in text


def test_lost_document_tells_contractor_to_send_it_again(sender: Sender) -> None:
    house = sender.house
    house.simulator.fault(path="/", status=503)
    answer = sender.invoice({"Prefer": "respond-async"}, document=in_json(PDF))
    assert answer.status_code == 202
    for path in house.config.documents_dir.iterdir():
        path.unlink()
    later(house)
    house.postbox.mails.clear()
    house.notify()
    [(_, text)] = mails_to(house, HARPER)
    assert "The portal lost the document of this invoice. Please send it again." in text


def test_twin_tells_office_once(sender: Sender) -> None:
    house = sender.house
    prove(sender, "note")
    late_effect = held_back(sender, "note")
    answer = sender.note()
    settle(house)
    settle(house)
    assert sender.submission(answer)["state"] == "confirmed"
    late_effect()
    later(house, turns=2, seconds=HOUR)
    house.postbox.mails.clear()
    house.notify()
    assert len(days(house, 2)) == 1
    [(subject, text)] = mails_to(house, OFFICE)
    assert subject.endswith(" is there twice")
    assert "remove the others" in text


def test_without_office_email_the_jobs_branch_is_asked(build: Callable[..., House], tmp_path: Path) -> None:
    house = without_office(build, tmp_path)
    in_review(Sender(house, client_for(house, "acme/CON-1001")))
    house.notify()
    branches = {one["EMailAddress"].lower() for one in house.simulator.state()["branches"].values()}
    (asked,) = {to for to, *_ in house.postbox.mails} - {HARPER}
    assert asked in branches


def test_without_any_address_the_log_warns_once_and_the_contractor_is_told_so(
    build: Callable[..., House], tmp_path: Path
) -> None:
    house = without_office(build, tmp_path, with_branches=False)
    in_review(Sender(house, client_for(house, "acme/CON-1001")))
    with capture_logs() as lines:
        for _ in range(5):
            house.notify()
            house.tomorrow(HOUR)
    assert len([line for line in lines if line["event"] == "no_address_for_review"]) == 1
    [(_, _, text)] = house.postbox.mails
    assert "We asked" not in text
    assert "Only Acme Lettings can check whether it arrived. Please contact them." in text


def without_office(build: Callable[..., House], folder: Path, *, with_branches: bool = True) -> House:
    """A portal whose agencies have no `office_email`, and their branches an address or none."""
    file = folder / "agencies.toml"
    example = Path("agencies.example.toml").read_text("utf-8")
    file.write_text("\n".join(line for line in example.splitlines() if not line.startswith("office_email")))
    house = build(AGENCIES_FILE=str(file))
    if not with_branches:
        for branch in house.simulator.state()["branches"]:
            house.simulator.change(f"acme/branches/{branch}", EMailAddress=None)
    house.refresh()
    return house
