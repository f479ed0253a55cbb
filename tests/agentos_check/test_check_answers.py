"""`flask agentos check` with unexpected responses, and with each kind of arguments."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.store.migrations import NOT_READY
from tests.agentos_check.checks import READS, Checked, check, run, with_agency
from tests.payloads import contractor_row, job_row, note_row, statement_row, without
from tests.portal_server import PortalServer
from tests.submissions.worker_runs import run_worker_later

Build = Callable[..., PortalServer]
ENVELOPES = ("jobs", "contractors", "branches", "statusTypes", "historical", "pending", "invoices")


@pytest.fixture
def portal(build: Build) -> PortalServer:
    return build()


def check_with_response(portal_server: PortalServer, call: str, value: Any) -> Checked:
    portal_server.simulator.fault(path=READS[call], body=json.dumps(value), content_type="application/json")
    return check(portal_server)


@pytest.mark.parametrize("envelope", ["count", "data", "bare"])
def test_every_envelope_is_accepted(portal: PortalServer, envelope: str) -> None:
    portal.simulator.control("PUT", "envelopes/acme", dict.fromkeys(ENVELOPES, envelope))
    assert check(portal).outcomes("warning", "failed") == {}


@pytest.mark.parametrize("count", [0, 2, 60, -1])
def test_wrong_count_is_warned_about(portal: PortalServer, count: int) -> None:
    checked = check_with_response(portal, "contractors", {"Count": count, "Data": [contractor_row()]})
    assert "not as many rows as Count" in checked.outcomes("warning")["contractors"]
    assert checked.status == 0


def test_non_numeric_count_is_reported_as_failed(portal: PortalServer) -> None:
    checked = check_with_response(portal, "contractors", {"Count": "lots", "Data": [contractor_row()]})
    assert checked.outcomes("failed") == {"contractors": "unreadable answer: Count"}


def test_ignored_page_size_is_warned_about(portal: PortalServer) -> None:
    rows = [contractor_row(OID=f"CON-{number}") for number in range(1001, 1151)]
    assert "count asked for" in check_with_response(portal, "contractors", rows).outcomes("warning")["contractors"]


@pytest.mark.parametrize("call", ["contractors", "jobs", "historical", "invoices"])
def test_empty_list_is_warned_about(portal: PortalServer, call: str) -> None:
    portal.simulator.fault(path=READS[call], empty=True)
    checked = check(portal)
    assert "a key short of rights" in checked.outcomes("warning")[call]
    assert checked.findings[call]["rows"] == 0
    assert checked.status == 0
    asked = [each["path"] for each in checked.calls if f"/{call}/0/" in each["path"] or f"{call}/BR" in each["path"]]
    assert len(set(asked)) == 2, "another branch or contractor may have some"


@pytest.mark.parametrize("call", ["branches", "status_types"])
def test_empty_essential_list_is_reported_as_failed(portal: PortalServer, call: str) -> None:
    portal.simulator.fault(path=READS[call], empty=True)
    failed = check(portal).outcomes("failed")
    assert failed.keys() == {call}
    assert "a key short of rights" in failed[call]


def test_missing_and_always_empty_fields_are_named(portal: PortalServer) -> None:
    rows = [without(contractor_row(OID=f"CON-{number}", VATNumber=""), "EMailAddress") for number in (1001, 1002)]
    checked = check_with_response(portal, "contractors", {"Data": rows})
    assert checked.findings["contractors"]["outcome"] == "warning"
    assert checked.findings["contractors"]["never_came"] == ["EMailAddress"]
    assert checked.findings["contractors"]["always_empty"] == ["Address3", "Address4", "VATNumber"]
    table = run(portal, "--agency", "acme").text
    assert "never came: EMailAddress\n" in table
    assert "empty in every row: Address3, Address4, VATNumber\n" in table
    assert "Bank" not in table, "what the portal does not read is not listed"


def test_field_missing_in_single_records_is_named(portal: PortalServer) -> None:
    for property_id in portal.simulator.state()["properties"]:
        portal.simulator.change(f"acme/properties/{property_id}", __drop__=["AccessArrangements"])
    assert check(portal).findings["property"]["never_came"] == ["AccessArrangements"]


@pytest.mark.parametrize("word", ["missing", "null"])
def test_list_without_notes_is_reported(portal: PortalServer, word: str) -> None:
    jobs = portal.simulator.state()["jobs"]
    portal.simulator.control("PUT", "list-notes/acme", dict.fromkeys(jobs, word))
    findings = check(portal).findings
    assert ("MaintenanceNotes" in findings["jobs"]["never_came"]) is (word == "missing")
    assert ("MaintenanceNotes" in findings["jobs"]["always_empty"]) is (word == "null")
    assert findings["job"]["never_came"] == []


def test_missing_and_unreadable_note_fields_are_named(portal: PortalServer) -> None:
    notes = [without(note_row(), "CreatedBy"), without(note_row(CreatedAt="soon"), "CreatedBy")]
    finding = check_with_response(portal, "jobs", [job_row(MaintenanceNotes=notes)]).findings["jobs"]
    assert "MaintenanceNotes.CreatedBy" in finding["never_came"]
    assert finding["says"] == "answers with 1 row, in parts unreadable (MaintenanceNotes.CreatedAt)"
    assert finding["outcome"] == "warning"


def test_unreadable_rows_are_counted_and_their_fields_named(portal: PortalServer) -> None:
    rows = [statement_row(), statement_row(OID="S-2", Amount="a lot"), without(statement_row(), "OID"), None]
    checked = check_with_response(portal, "pending", {"Count": 4, "Data": rows})
    says = "answers with 4 rows, 3 of them unreadable (Amount, OID, not a record)"
    assert checked.outcomes("warning") == {"pending": says}
    assert (checked.findings["pending"]["rows"], checked.findings["pending"]["unreadable"]) == (4, 3)
    assert "a lot" not in checked.text


def test_list_without_readable_rows_is_reported_as_failed(portal: PortalServer) -> None:
    checked = check_with_response(portal, "pending", {"Data": [{"ID": "S-1"}, {"Id": "S-2"}]})
    assert "a list without a readable row (OID)" in checked.outcomes("failed")["pending"]
    assert '[agencies.acme.agentos_paths] pending = "…"' in " ".join(checked.findings["pending"]["change"])


WORDS = 'it has "Reported", "Pending", "In progress", "Finished", "Cancelled", "Invoiced"'


def test_renamed_configured_status_is_reported_as_failed(portal: PortalServer) -> None:
    portal.simulator.change("acme/status_types/SX-4", Name="Finished")
    checked = check(portal)
    assert checked.outcomes("failed") == {"setting.completed_status": f'AgentOS has no status "Completed"; {WORDS}'}
    assert checked.findings["setting.completed_status"]["change"] == ["[agencies.acme] completed_status = …"]


def test_missing_default_status_is_only_warned_about(build: Build, tmp_path: Path) -> None:
    portal_server = build(AGENCIES_FILE=with_agency(tmp_path, 'cancelled_status = "CANCELLED "'))
    portal_server.simulator.change("acme/status_types/SX-4", Name="Finished")
    checked = check(portal_server)
    assert checked.outcomes("warning") == {
        "setting.completed_status": f'AgentOS has no status "Completed", the default; {WORDS}'
    }
    assert checked.status == 0


def test_unknown_configured_branch_is_reported_as_failed(build: Build, tmp_path: Path) -> None:
    portal_server = build(AGENCIES_FILE=with_agency(tmp_path, 'branches = ["BR-2", "BR-77"]'))
    checked = check(portal_server)
    assert checked.outcomes("failed") == {"setting.branches": 'AgentOS has no branch "BR-77"; it has "BR-1", "BR-2"'}
    assert not any("/BR-1/" in call["path"] for call in checked.calls), "a branch that takes no part"


def test_wrong_path_override_is_reported_with_remedy(build: Build, tmp_path: Path) -> None:
    path = "/v4/maintenance/{shortName}/elsewhere/{contractor_id}/{offset}/{count}"
    lines = ('not_offered = ["invoices.list"]', "[agencies.acme.agentos_paths]", f'pending = "{path}"')
    file = with_agency(tmp_path, *lines)
    checked = check(build(AGENCIES_FILE=file))
    assert checked.outcomes("failed") == {"pending": f"answers 404, not found, at {path}"}
    assert checked.findings["pending"]["change"] == [
        '[agencies.acme.agentos_paths] pending = "…", if the call is elsewhere',
        '[agencies.acme] not_offered = ["invoices.list", "statements.pending"], if there is none',
    ]
    assert checked.outcomes("not tried")["invoices"] == "switched off by not_offered"


def test_unknown_agency_option_exits_with_2(portal: PortalServer) -> None:
    checked = run(portal, "--agency", "nobody")
    assert checked.status == 2
    assert checked.stderr == "Error: There is no agency of that name. The configured agencies are: acme, harbour.\n"
    assert checked.text == ""
    assert checked.calls == []
    report = json.loads(run(portal, "--agency", "nobody", "--json").text)
    assert report == {"ok": False, "faults": [checked.stderr.removeprefix("Error: ").rstrip()], "agencies": []}


def test_database_without_revision_exits_with_2(portal: PortalServer) -> None:
    with portal.services.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")
    checked = run(portal)
    assert (checked.status, checked.stderr) == (2, f"Error: {NOT_READY}\n")


def test_check_does_not_create_missing_database(build: Build, tmp_path: Path) -> None:
    """Otherwise the check would create it with permissions for everybody."""
    portal_server = build()
    portal_server.services.database.dispose()
    for each in tmp_path.glob("portal.db*"):
        each.unlink()
    assert portal_server.app.test_cli_runner().invoke(args=["agentos", "check"]).exit_code == 2
    assert [*tmp_path.glob("portal.db*")] == []


def test_help_lists_every_exit_status(portal: PortalServer) -> None:
    text = " ".join(run(portal, "--help").text.split())
    for status in (
        "0 if there are only warnings or no findings",
        "1 if a check failed",
        "2 if the check could not run",
        "3 if the portal's configuration",
    ):
        assert status in text


def test_failure_of_one_agency_fails_whole_command(portal: PortalServer) -> None:
    portal.simulator.fault(path="/harbour/properties/", status=500)
    checked = run(portal, "--json")
    report = json.loads(checked.text)
    assert (checked.status, report["ok"]) == (1, False)
    assert {agency["agency"]: agency["ok"] for agency in report["agencies"]} == {"acme": True, "harbour": False}


@pytest.mark.parametrize(("line", "lacks"), [('office_email = "repairs@acme.example"', True), ("", False)])
def test_review_address_of_agency_or_branches_gives_no_warning(
    build: Build, tmp_path: Path, line: str, lacks: bool
) -> None:
    """Either the agency or every branch has an address."""
    portal_server = build(AGENCIES_FILE=with_agency(tmp_path, line))
    if lacks:
        for branch in portal_server.simulator.state()["branches"]:
            portal_server.simulator.change(f"acme/branches/{branch}", EMailAddress=None)
    assert "setting.office_email" not in check(portal_server).findings


def test_missing_review_address_is_warned_about(build: Build, tmp_path: Path) -> None:
    portal_server = build(AGENCIES_FILE=with_agency(tmp_path))
    branches = list(portal_server.simulator.state()["branches"])
    portal_server.simulator.change(f"acme/branches/{branches[0]}", EMailAddress=None)
    checked = check(portal_server)
    says = checked.outcomes("warning")["setting.office_email"]
    assert says.startswith("no address for manual review: it is not set, and 1 of the branches")
    assert checked.findings["setting.office_email"]["change"] == ['[agencies.acme] office_email = "…"']
    assert checked.status == 0


def test_failed_recognition_of_own_records_is_warned_about(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    assert not [name for name in check(portal_server).findings if name.startswith("recognition")]
    portal_server.simulator.fault(method="POST", path="/notes$", stores={"NoteContents": 3})
    assert client.post("/api/contractor/jobs/JOB-1/notes", json={"note": "Valve fitted"}).status_code == 201
    run_worker_later(portal_server, turns=1)
    checked = check(portal_server)
    assert checked.outcomes("warning")["recognition.note"].startswith("the portal did not find its last note again")
    assert checked.status == 0
