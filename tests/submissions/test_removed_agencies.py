"""Submissions of an agency that is removed from AGENCIES_FILE."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import update
from structlog.testing import capture_logs

from app.store.tables import heartbeats, submissions
from app.submissions.removed import end_unserved
from app.worker import tasks
from tests.clock import FakeClock
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import HARPER, mails_to
from tests.submissions.worker_runs import SETTLED_S, submission_states

HOUR = 3_600.0
ACME_IS_GONE = "2 submissions of acme are unfinished, and agencies.toml has no acme."
Build = Callable[..., PortalServer]


@pytest.fixture(
    params=[{"path": "/", "status": 503}, {"method": "POST", "path": "JOB-5/notes$", "status": 429}], ids=str
)
def without_acme(sender: Sender, build: Build, tmp_path: Path, request: pytest.FixtureRequest) -> PortalServer:
    """Return a portal without acme. A note of acme was not sent, or was turned away, and another one is in doubt."""
    portal_server = sender.portal_server
    portal_server.simulator.fault(method="POST", path="JOB-1/notes$", status=503)
    assert sender.note("In doubt", Prefer="respond-async").status_code == 202
    portal_server.simulator.fault(**request.param)
    assert sender.note("Never sent", job="JOB-5", Prefer="respond-async").status_code == 202
    assert submission_states(portal_server) == ["unconfirmed", "waiting"]
    portal_server.services.processes.renew("web-1")
    parts = Path("agencies.example.toml").read_text("utf-8").split("[agencies.")
    file = tmp_path / "agencies.toml"
    file.write_text("".join([parts[0], *(f"[agencies.{part}" for part in parts[1:] if not part.startswith("acme"))]))
    later = build(AGENCIES_FILE=file)
    assert list(later.config.agencies) == ["harbour"]
    assert isinstance(later.clock, FakeClock)
    later.clock.worker = None
    later.advance_clock(portal_server.clock.boot() - later.clock.boot())
    return later


def let_a_worker_run(portal_server: PortalServer, hours: float) -> None:
    """Let hours pass with a heartbeat, and run the worker's task that ends submissions."""
    portal_server.advance_clock(hours * HOUR)
    with portal_server.services.database.write() as connection:
        alive = {"alive_s": heartbeats.c.alive_s + hours * HOUR, "beat_at": portal_server.clock.boot()}
        connection.execute(update(heartbeats).values(alive))
    end_unserved(portal_server.services)


def ids(portal_server: PortalServer) -> list[str]:
    """Return the ids of all submissions, in the order of acceptance."""
    with portal_server.services.database.read() as connection:
        return [row.id for row in connection.execute(submissions.select().order_by(submissions.c.number))]


def test_removed_agency_is_named_at_start_by_check_and_by_status(without_acme: PortalServer) -> None:
    services = without_acme.services
    with capture_logs() as lines:
        tasks.run(services, lambda: None)
    assert ("warning", ACME_IS_GONE) in [(line["log_level"], line["event"]) for line in lines]
    assert f"Warning: {ACME_IS_GONE}\n" in without_acme.run("config", "check").output
    assert f"PortalSubmissionsLate: {ACME_IS_GONE}\n" in without_acme.run("status", code=1).output


def test_submissions_of_removed_agency_end_after_72_hours(without_acme: PortalServer) -> None:
    without_acme.advance_clock(100 * HOUR)  # without a living worker, so these hours do not count
    let_a_worker_run(without_acme, 71.9)
    assert submission_states(without_acme) == ["unconfirmed", "waiting"]
    let_a_worker_run(without_acme, 0.2)
    assert submission_states(without_acme) == ["review", "abandoned"]
    without_acme.notify()
    (doubtful, doubt), (_, unsent) = mails_to(without_acme, HARPER)
    assert len(without_acme.postbox.mails) == 2, "no office is asked"
    assert "Please ring Acme Lettings" in doubt
    assert "Only they can check whether it arrived." in doubt
    assert doubtful.endswith(" may have arrived")
    assert "Your note could not be passed on to Acme Lettings. It has not arrived." in unsent
    assert "The Contractor Portal no longer serves Acme Lettings. Please contact them." in unsent
    assert "ask" not in doubt + unsent
    assert "http" not in doubt + unsent
    line, _ = without_acme.run("submissions", "list", "--agency", "acme").output.splitlines()
    assert "(the portal did not know the agency for three days" in line


def test_web_process_that_knows_the_agency_begins_the_hours_again(sender: Sender, without_acme: PortalServer) -> None:
    let_a_worker_run(without_acme, 71)
    sender.portal_server.services.processes.renew("web-1")
    let_a_worker_run(without_acme, 71)
    assert submission_states(without_acme) == ["unconfirmed", "waiting"]
    let_a_worker_run(without_acme, 2)
    assert submission_states(without_acme) == ["review", "abandoned"]


def test_mail_about_an_earlier_end_is_sent_after_72_hours(sender: Sender, without_acme: PortalServer) -> None:
    with without_acme.services.database.write() as connection:
        connection.execute(submissions.delete().where(submissions.c.state == "waiting"))
    sender.portal_server.advance_clock(SETTLED_S)
    sender.portal_server.run("submissions", "resolve", ids(without_acme)[0], "--not-arrived", "--by", "Jo")
    counts = []
    for hours in (71.9, 0.2):
        let_a_worker_run(without_acme, hours)
        without_acme.notify()
        counts.append(len(mails_to(without_acme, HARPER)))
    assert counts == [0, 1]


def test_submission_resolved_during_the_cleanup_stays_resolved_and_free(without_acme: PortalServer) -> None:
    def resolve_the_other(_: object, __: str, line: Any) -> Any:
        if line["event"] == "agency_removed":
            without_acme.run("submissions", "resolve", ids(without_acme)[1], "--not-arrived", "--by", "Jo")
        raise structlog.DropEvent

    without_acme.advance_clock(SETTLED_S)
    with capture_logs(processors=[resolve_the_other]):
        let_a_worker_run(without_acme, 72)
    with without_acme.services.database.read() as connection:
        rows = connection.execute(submissions.select().order_by(submissions.c.number)).all()
    assert [(row.state, row.resolved_by, row.lease_until) for row in rows] == [
        ("review", None, None),
        ("abandoned", "Jo", None),
    ]


@pytest.mark.parametrize("answer", ["--arrived", "--not-arrived"])
def test_submissions_of_removed_agency_can_be_resolved(without_acme: PortalServer, answer: str) -> None:
    without_acme.advance_clock(SETTLED_S)
    for submission_id in ids(without_acme):
        without_acme.run("submissions", "retry", submission_id, code=1)
        shown = without_acme.run("submissions", "show", submission_id).output
        assert "it waits, because agencies.toml has no acme." in shown
        without_acme.run("submissions", "resolve", submission_id, answer, "--by", "Jo")
    assert submission_states(without_acme) == ["confirmed" if answer == "--arrived" else "abandoned"] * 2
    without_acme.notify()
    texts = [text for _, text in mails_to(without_acme, HARPER)]
    assert len(texts) == (0 if answer == "--arrived" else 2)
    assert all("no longer serves Acme Lettings. Please contact them." in text for text in texts)
