"""Gauges of this host and of the whole installation. Those of the installation are the same on all hosts."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import requests
from prometheus_client import Metric

from app.domain.version import VERSION
from app.health.installation import LATE_CODE_S
from app.health.metrics_server import host_gauges, installation_gauges
from app.store import migrations
from app.store.heartbeat import SILENCE_S
from app.store.refused_keys import COUNTS_FOR
from app.worker.tasks import mailer_for
from tests.auth.mail_server import MailServer
from tests.mails import send_codes
from tests.observability.metrics_page import MetricsPage
from tests.observability.web_server import serving
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import in_review

SHARED = "portal_installation_"
HARPER = {"email": "office@harper.example"}


def values(gauges: list[Metric]) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Return the value of each series."""
    samples = (sample for metric in gauges for sample in metric.samples)
    return {(sample.name, tuple(sorted(sample.labels.items()))): sample.value for sample in samples}


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_two_hosts_serve_the_same_gauges_of_the_installation(
    portal_server: PortalServer, build: Callable[..., PortalServer], tmp_path: Path
) -> None:
    """Their names alone begin with `portal_installation_`, so that nobody sums them."""
    sender = Sender(portal_server, portal_server.sign_in())
    in_review(sender)
    portal_server.refresh()
    other = build(DOCUMENTS_DIR=tmp_path / "other", METRICS_BIND="", BIND="127.0.0.1:1")
    other.clock.advance((portal_server.clock.now() - other.clock.now()).total_seconds())
    first, second = (values(installation_gauges(each.services)) for each in (portal_server, other))
    assert len(first) > 30
    heartbeats = [each for each in first if "heartbeat" in each[0]]  # by the boot clocks of two machines
    assert {each: first[each] for each in first if each not in heartbeats} == {
        each: second[each] for each in second if each not in heartbeats
    }
    assert {name for name, _ in first if not name.startswith(SHARED)} == {"portal_database_up"}
    assert [name for name, _ in values(host_gauges(portal_server.services)) if name.startswith(SHARED)] == []


def test_host_gauges_follow_the_web_server(portal_with_metrics: tuple[PortalServer, MetricsPage]) -> None:
    portal_server, page = portal_with_metrics
    assert page.sum("portal_info", version=VERSION, revision=migrations.newest()) == 1
    page.sum("portal_ready")
    assert [sample.value for sample in page.samples("portal_ready")] == [0], "no web server"
    with serving(portal_server) as url:
        assert page.sum("portal_ready") == 1
        assert page.samples("portal_degraded") == []
        requests.get(f"{url}/api/agencies", headers={"X-Forwarded-For": "203.0.113.7"}, timeout=10)
        portal_server.clock.worker = None  # type: ignore[attr-defined]
        portal_server.advance_clock(SILENCE_S + 1)
        assert page.sum("portal_degraded", reason="worker") == 1
        assert page.sum("portal_degraded", reason="proxies") == 1
        assert page.sum("portal_ready") == 1


def test_disk_gauges_name_each_folder_by_its_role(portal_with_metrics: tuple[PortalServer, MetricsPage]) -> None:
    portal_server, page = portal_with_metrics
    shutil.rmtree(portal_server.config.documents_dir, ignore_errors=True)  # made at its first use
    page.sum("portal_disk_free_bytes")
    free, total = (
        {sample.labels["folder"]: sample.value for sample in page.samples(name)}
        for name in ("portal_disk_free_bytes", "portal_disk_total_bytes")
    )
    assert free.keys() == total.keys() == {"documents", "database", "metrics"}
    assert total["documents"] == shutil.disk_usage(portal_server.config.documents_dir.parent).total
    assert all(0 < free[folder] <= total[folder] for folder in free)


def test_database_gauge_falls_when_it_cannot_be_read(portal_with_metrics: tuple[PortalServer, MetricsPage]) -> None:
    portal_server, page = portal_with_metrics
    assert page.sum("portal_database_up") == 1
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE records")
    page.sum("portal_database_up")
    assert [sample.value for sample in page.samples("portal_database_up")] == [0]
    assert SHARED not in page.text
    assert page.sum("portal_disk_total_bytes") > 0, "the host is known"


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_refused_key_shows_until_agentos_accepts_it(
    portal_server: PortalServer, build: Callable[..., PortalServer]
) -> None:
    other = build()  # a process that makes no call

    def refused() -> float:
        return values(installation_gauges(other.services))[f"{SHARED}key_refused", (("agency", "acme"),)]

    def refresh_jobs(process: PortalServer = portal_server) -> None:
        for clock in (portal_server.clock, other.clock):
            clock.advance(portal_server.config.age_jobs_s + 1)
        process.refresh()

    assert refused() == 0
    portal_server.simulator.fault(path="/jobs", status=401)
    refresh_jobs()
    assert refused() == 1
    portal_server.simulator.control("DELETE", "faults")
    refresh_jobs()
    assert refused() == 0
    for process in ("one that makes its first call", "one that made calls before the refusal"):
        portal_server.simulator.fault(path="/jobs", status=401)
        refresh_jobs()
        assert refused() == 1
        portal_server.simulator.control("DELETE", "faults")
        refresh_jobs(other)
        assert refused() == 0, process
    portal_server.simulator.fault(path="/jobs", status=401)
    refresh_jobs()
    other.clock.advance(COUNTS_FOR.total_seconds())
    assert refused() == 0, "nobody may have used the key again"


def test_waiting_code_grows_old_until_it_is_mailed(portal_with_metrics: tuple[PortalServer, MetricsPage]) -> None:
    portal_server, page = portal_with_metrics
    portal_server.clock.work = None  # type: ignore[union-attr]
    assert portal_server.app.test_client().post("/api/session/code", json=HARPER).status_code == 204
    portal_server.advance_clock(LATE_CODE_S + 1)
    assert page.sum("portal_installation_oldest_code_seconds") == LATE_CODE_S + 1
    assert page.sum("portal_installation_codes_waiting") == 1
    portal_server.mail_codes()
    assert page.sum("portal_installation_oldest_code_seconds") == 0
    assert page.sum("portal_installation_codes_waiting") == 0


def test_emails_are_counted_by_kind_and_outcome(
    portal_with_metrics: tuple[PortalServer, MetricsPage], postbox: MailServer
) -> None:
    portal_server, page = portal_with_metrics
    mailer = mailer_for(replace(portal_server.config, smtp_url=postbox.url))
    portal_server.app.test_client().post("/api/session/code", json=HARPER)
    postbox.refuses = True
    send_codes(portal_server.services, mailer)
    assert page.sum("portal_emails_total", kind="code", outcome="failed") == 1
    postbox.refuses = False
    portal_server.advance_clock(60)
    send_codes(portal_server.services, mailer)
    assert page.sum("portal_emails_total", kind="code", outcome="failed") == 1
    assert page.sum("portal_emails_total", kind="code", outcome="sent") == 1
    assert len(postbox.mails) == 1
    postbox.refuses, postbox.reply = True, "550 5.1.1 no such user"
    portal_server.app.test_client().post("/api/session/code", json=HARPER)
    send_codes(portal_server.services, mailer)
    assert page.sum("portal_emails_total", kind="code", outcome="refused") == 1
    assert page.sum("portal_emails_total", kind="code", outcome="failed") == 1, "PortalMailFails is about the server"
    assert page.sum("portal_installation_oldest_code_seconds") == 0


def test_unsent_notices_are_counted_until_they_are_sent(portal_with_metrics: tuple[PortalServer, MetricsPage]) -> None:
    portal_server, page = portal_with_metrics
    sender = Sender(portal_server, portal_server.sign_in())
    in_review(sender)
    assert page.sum("portal_installation_emails_waiting", kind="office") == 1
    assert page.sum("portal_installation_submissions_open", kind="invoice", state="review") == 1
    portal_server.postbox.refused = {"*"}
    portal_server.notify()
    assert page.sum("portal_installation_emails_waiting", kind="office") == 1
    portal_server.postbox.refused = set()
    portal_server.advance_clock(600)
    portal_server.notify()
    assert page.sum("portal_installation_emails_waiting") == 0, "the reminder is due tomorrow"
