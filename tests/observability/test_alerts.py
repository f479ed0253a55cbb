"""The alert rules in `deploy/prometheus`: they are valid, they fire, and the portal serves what they ask for."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace

import pytest
import requests
from prometheus_client.samples import Sample

from app.health.host import NEARLY_FULL
from app.health.installation import LATE_BACKUP_S, LATE_CODE_S, LATE_REVIEW_S, LATE_SUBMISSION_S
from app.store.heartbeat import SILENCE_S
from app.worker.tasks import mailer_for
from tests.auth.mail_server import MailServer
from tests.contract.api_calls import API
from tests.end_to_end.processes import ROOT
from tests.mails import send_codes
from tests.observability.metrics_page import MetricsPage
from tests.observability.web_server import serving
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import in_review

FOLDER = ROOT / "deploy" / "prometheus"
ALERTS = {
    block.partition("\n")[0]: block for block in (FOLDER / "alerts.yml").read_text("utf-8").split("- alert: ")[1:]
}
"""The text of each rule, by its alert's name."""
TESTS = (FOLDER / "alerts.test.yml").read_text("utf-8")
PAGE = (ROOT / "docs" / "at-3-am.md").read_text("utf-8")
MISSING = "promtool is not installed: `apt-get install promtool` brings the tests of the alert rules."
SELECTOR = re.compile(r"\b(portal_\w+)(?:\{([^}]*)\})?")
MATCHER = re.compile(r'(\w+)(=~|!~|!=|=)"([^"]*)"')
MATCHES: dict[str, Callable[[str, str], bool]] = {
    "=": lambda value, other: value == other,
    "!=": lambda value, other: value != other,
    "=~": lambda value, pattern: re.fullmatch(pattern, value) is not None,
    "!~": lambda value, pattern: re.fullmatch(pattern, value) is None,
}


def expression(alert: str) -> str:
    """Return the PromQL of an alert, in one line."""
    [text] = re.findall(r"expr: (.*?)\n +(?:for|labels):", ALERTS[alert], re.DOTALL)
    return " ".join(text.removeprefix("|").split())


@pytest.mark.parametrize("arguments", [("check", "rules", "alerts.yml"), ("test", "rules", "alerts.test.yml")])
def test_promtool_accepts(arguments: tuple[str, ...]) -> None:
    program = shutil.which("promtool") or pytest.skip(MISSING)
    ended = subprocess.run([program, *arguments], cwd=FOLDER, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "SUCCESS" in ended.stdout


@pytest.mark.parametrize("alert", ALERTS)
def test_each_alert_has_a_test_in_which_it_fires_and_is_silent(alert: str) -> None:
    assert len(re.findall(rf"alertname: {alert}, eval_time: \w+, exp_alerts: \[\]", TESTS)) >= 1
    assert len(re.findall(rf"alertname: {alert}\n +eval_time: \w+\n +exp_alerts:\n +- exp_labels", TESTS)) >= 1


@pytest.mark.parametrize("alert", ALERTS)
def test_each_alert_has_its_response_in_the_docs(alert: str) -> None:
    assert re.findall(r"runbook_url: (.*)", ALERTS[alert]) == [f"docs/at-3-am.md#{alert.lower()}"]
    section = PAGE.partition("\n## Alerts\n")[2].partition("\n## ")[0]
    assert len(section.partition(f"\n### {alert}\n")[2].partition("\n### ")[0].split()) > 20


def test_docs_describe_no_alert_that_does_not_exist() -> None:
    section = PAGE.partition("\n## Alerts\n")[2].partition("\n## ")[0]
    assert re.findall(r"^### (\w+)$", section, re.MULTILINE) == list(ALERTS)


@pytest.mark.parametrize(
    ("alert", "limit"),
    [
        ("PortalCodesLate", f"> {LATE_CODE_S:g}"),
        ("PortalSubmissionsLate", f"> {LATE_SUBMISSION_S:g}"),
        ("PortalReviewWaits", f"> {LATE_REVIEW_S:.0f}"),
        ("PortalBackupLate", f"> {LATE_BACKUP_S:.0f}"),
        ("PortalDiskNearlyFull", f"< {NEARLY_FULL:g}"),
    ],
)
def test_alerts_have_the_same_limits_as_the_command_status(alert: str, limit: str) -> None:
    assert re.search(re.escape(limit) + r"(?![\d.])", expression(alert))


@pytest.mark.parametrize("alert", ALERTS)
def test_alerts_take_one_of_the_equal_gauges_of_all_hosts(alert: str) -> None:
    """A sum over hosts would count everything twice on two hosts."""
    text = expression(alert)
    for gauge in re.finditer("portal_installation_", text):
        assert re.search(r"max by \([a-z, ]+\) \($", text[: gauge.start()]), text


@pytest.fixture
def troubled_page(portal_with_metrics: tuple[PortalServer, MetricsPage], postbox: MailServer) -> MetricsPage:
    """Return the metrics of a portal with every kind of trouble that an alert is about."""
    portal_server, page = portal_with_metrics
    client = portal_server.sign_in()
    in_review(Sender(portal_server, client))
    portal_server.clock.work = None  # type: ignore[union-attr]

    postbox.refuses = True
    portal_server.app.test_client().post("/api/session/code", json={"email": "sam@obrien.example"})
    send_codes(portal_server.services, mailer_for(replace(portal_server.config, smtp_url=postbox.url)))

    def note(text: str, **headers: str) -> int:
        return client.post(f"{API}/jobs/JOB-1/notes", json={"note": text}, headers=headers).status_code

    assert max(note(f"Note {number}") for number in range(20)) == 500, "the calls for people are used up"
    assert note("The last one", Prefer="respond-async") == 202

    with serving(portal_server) as url:
        requests.get(f"{url}/api/agencies", headers={"X-Forwarded-For": "203.0.113.7"}, timeout=10)
        portal_server.clock.worker = None  # type: ignore[attr-defined]
        portal_server.advance_clock(SILENCE_S + 1)
        page.sum("portal_ready")
    return page


def test_portal_serves_each_series_that_an_alert_selects(troubled_page: MetricsPage) -> None:
    samples = troubled_page.samples()

    def is_selected(sample: Sample, name: str, matchers: str) -> bool:
        return sample.name == name and all(
            MATCHES[how](sample.labels.get(label, ""), value) for label, how, value in MATCHER.findall(matchers)
        )

    selectors = {selector for alert in ALERTS for selector in SELECTOR.findall(expression(alert))}
    assert len(selectors) > 15
    missing = [each for each in sorted(selectors) if not any(is_selected(sample, *each) for sample in samples)]
    assert missing == []
