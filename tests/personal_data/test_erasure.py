"""`contractor erase` and `agency erase`: nothing remains, and nobody else loses anything."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app.operations.personal_data.subject import conditions, find_contractor
from app.store.tables import metadata
from tests.jobs.expected import PEOPLE, client_for
from tests.personal_data.conftest import (
    GWYN,
    GWYN_EMAIL,
    HARPER,
    HARPER_EMAIL,
    of_account,
    rows_naming,
    use_portal,
)
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import in_review

NOT_PERSONAL = {
    "erased_contractors": "the ids of contractors who were erased",
    "operation_pauses": "the ids of three submissions, until one is accepted",
    "slots": "calls to AgentOS, counted for a minute",
    "hits": "counted requests, deleted within hours",
    **dict.fromkeys(("restores", "lists_at_backup"), "ids, for a week after a restore"),
    **dict.fromkeys(("openid_attempts", "handovers", "passkey_challenges"), "deleted within minutes"),
    **dict.fromkeys(
        ("backups", "counters", "heartbeats", "processes", "host_clocks", "database_clock"),
        "one row, or one for a host",
    ),
    **dict.fromkeys(
        (
            "first_windows",
            "rests",
            "operation_rests",
            "refused_keys",
            "tickets",
            "proofs",
            "worker_tasks",
            "known_agencies",
        ),
        "of an agency",
    ),
}
"""The tables without rows about a contractor, with reasons."""


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_each_table_is_exported_and_erased_or_has_no_personal_data(portal_server: PortalServer, table: str) -> None:
    with portal_server.services.database.read() as connection:
        wheres = conditions(find_contractor(connection, "acme", "CON-1007"))
    assert (table in {each.name for each in wheres}) is (table not in NOT_PERSONAL)


def archive(portal_server: PortalServer, account: str, *, archived: bool = True) -> None:
    """Archive a contractor in AgentOS, and let the worker read its lists."""
    agency, contractor_id = account.split("/")
    portal_server.simulator.change(f"{agency}/contractors/{contractor_id}", IsArchived=archived)
    read_again(portal_server)


def read_again(portal_server: PortalServer) -> None:
    """Let the worker read all lists, which are due."""
    portal_server.advance_clock(3_600)
    portal_server.refresh(everywhere=True)


def test_erasure_of_contractor_leaves_nothing_and_all_of_others(portal_server: PortalServer) -> None:
    use_portal(portal_server, HARPER)
    use_portal(portal_server, GWYN)
    archive(portal_server, GWYN)
    others, documents = (
        rows_naming(portal_server, "CON-1001", "harper"),
        len(list(portal_server.config.documents_dir.glob("*.pdf"))),
    )
    assert rows_naming(portal_server, "CON-1007", "gwyn").keys() >= {
        "records",
        "submissions",
        "passkeys",
        "cached_responses",
    }
    erased = portal_server.run("contractor", "erase", *of_account(GWYN), "--yes").stdout
    assert re.search(r"^acme/CON-1007  .*\n(  [a-z_]+: \d+\n)+Deleted\. ", erased)
    assert {"  documents: 1", "  submissions: 2", "  passkeys: 1"} <= set(erased.splitlines())
    assert rows_naming(portal_server, "CON-1007", "gwyn") == {"erased_contractors": 1}
    assert rows_naming(portal_server, "CON-1001", "harper") == others
    assert len(list(portal_server.config.documents_dir.glob("*.pdf"))) == documents - 1
    again = portal_server.run("contractor", "erase", *of_account(GWYN), "--yes", code=1)
    assert "Nothing is kept about that contractor." in again.output


def test_erased_contractor_does_not_come_back_while_archived(portal_server: PortalServer) -> None:
    """AgentOS still lists the contractor as archived, and jobs for the contractor."""
    use_portal(portal_server, GWYN)
    archive(portal_server, GWYN)
    portal_server.run("contractor", "erase", *of_account(GWYN), "--yes")
    read_again(portal_server)
    assert rows_naming(portal_server, "gwyn") == {}
    mirror = portal_server.services.mirror
    jobs = [job for job in mirror.list_records("acme", "job") if job.contractor_id == "CON-1007"]  # type: ignore[arg-type]
    assert jobs
    assert {(job.title, job.description, job.notes) for job in jobs} == {(None, None, None)}


def test_contractor_who_is_active_again_gets_all_jobs_back(portal_server: PortalServer) -> None:
    before = client_for(portal_server, GWYN).get("/api/contractor/jobs").json["jobs"]  # type: ignore[index]
    archive(portal_server, GWYN)
    portal_server.run("contractor", "erase", *of_account(GWYN), "--yes")
    read_again(portal_server)
    archive(portal_server, GWYN, archived=False)
    read_again(portal_server)
    assert rows_naming(portal_server, "CON-1007").get("erased_contractors") is None
    client = client_for(portal_server, GWYN)
    assert client.get("/api/contractor/jobs").json["jobs"] == before  # type: ignore[index]


def test_erasure_of_active_contractor_says_that_the_worker_reads_it_again(portal_server: PortalServer) -> None:
    client = client_for(portal_server, GWYN)
    erased = portal_server.run("contractor", "erase", *of_account(GWYN), "--yes").stdout
    assert "AgentOS lists this contractor as active. Archive it there first, or the worker reads it again." in erased
    assert client.get("/api/contractor/account").status_code == 401, "the session has ended"
    read_again(portal_server)
    assert client_for(portal_server, GWYN).get("/api/contractor/account").status_code == 200


def test_erasure_waits_for_an_answer(portal_server: PortalServer) -> None:
    before = rows_naming(portal_server, "CON-1007")
    refused = portal_server.run("contractor", "erase", *of_account(GWYN), input="n\n", code=1)
    assert "Delete this? [y/N]: n" in refused.stdout
    portal_server.run("contractor", "erase", *of_account(GWYN), code=1)  # without a terminal, there is no answer
    assert rows_naming(portal_server, "CON-1007") == before
    portal_server.run("contractor", "erase", *of_account(GWYN), input="y\n")
    assert rows_naming(portal_server, "CON-1007") == {"erased_contractors": 1}


@pytest.mark.parametrize("who", [of_account(HARPER), ("--email", HARPER_EMAIL)])
def test_erasure_is_refused_until_submissions_have_ended(portal_server: PortalServer, who: tuple[str, ...]) -> None:
    number = in_review(Sender(portal_server, client_for(portal_server, HARPER)))
    before = rows_naming(portal_server, "CON-1001", "harper")
    refused = portal_server.run("contractor", "erase", *who, "--yes", code=1)
    assert refused.output.splitlines()[-1] == (
        f"Error: Submissions have not ended: {number}. Wait for them, or use `submissions resolve`."
    )
    assert rows_naming(portal_server, "CON-1001", "harper") == before
    portal_server.run("submissions", "resolve", number, "--not-arrived", "--by", "Jo")
    portal_server.run("contractor", "erase", *who, "--yes")


def test_erasure_keeps_what_belongs_to_the_other_account_of_an_address(portal_server: PortalServer) -> None:
    use_portal(portal_server, HARPER)
    archive(portal_server, HARPER)
    client = client_for(portal_server, "harbour/CON-5001")
    kept = {name: rows_naming(portal_server, HARPER_EMAIL)[name] for name in ("passkeys", "known_devices")}
    printed = portal_server.run("contractor", "erase", *of_account(HARPER), "--yes").stdout
    assert f"Without the devices and passkeys of {HARPER_EMAIL}: another account has this address too." in printed
    assert rows_naming(portal_server, "CON-1001").keys() == {"erased_contractors"}
    assert {name: rows_naming(portal_server, HARPER_EMAIL)[name] for name in kept} == kept
    assert client.get("/api/contractor/account").status_code == 200
    archive(portal_server, "harbour/CON-5001")
    portal_server.run("contractor", "erase", *of_account("harbour/CON-5001"), "--yes")
    assert rows_naming(portal_server, HARPER_EMAIL) == {}


def test_erasure_of_an_address_keeps_the_contractors_submissions_and_audit(portal_server: PortalServer) -> None:
    use_portal(portal_server, GWYN)
    printed = portal_server.run("contractor", "erase", "--email", GWYN_EMAIL, "--yes").stdout
    assert "The address belongs to acme/CON-1007, whose own data stay." in printed
    assert rows_naming(portal_server, GWYN_EMAIL).keys() == {"records", "contractor_emails"}
    assert rows_naming(portal_server, "CON-1007")["submissions"] == 2
    assert "submitted" in portal_server.run("audit", "list", "--contractor", GWYN).stdout
    again = portal_server.run("contractor", "erase", "--email", GWYN_EMAIL, "--yes", code=1)
    assert "Nothing is kept about that address." in again.output


def test_document_that_cannot_be_deleted_keeps_its_row(portal_server: PortalServer) -> None:
    use_portal(portal_server, GWYN)
    [document] = portal_server.config.documents_dir.glob("*.pdf")
    document.unlink()
    document.mkdir()  # unlink(2) of a folder fails, even for root
    failed = portal_server.run("contractor", "erase", *of_account(GWYN), "--yes", code=2)
    assert "DOCUMENTS_DIR: Is a directory. Nothing was deleted but documents: try again." in failed.output
    assert rows_naming(portal_server, "CON-1007")["submissions"] == 2
    document.rmdir()
    portal_server.run("contractor", "erase", *of_account(GWYN), "--yes")
    assert rows_naming(portal_server, "CON-1007") == {"erased_contractors": 1}


def test_erasure_of_agency_leaves_nothing_and_all_of_others(
    portal_server: PortalServer, build: Callable[..., PortalServer], tmp_path: Path
) -> None:
    use_portal(portal_server, GWYN)
    use_portal(portal_server, HARPER)
    client_for(portal_server, "harbour/CON-5002").get("/api/contractor/jobs")
    refused = portal_server.run("agency", "erase", "acme", "--yes", code=1)
    assert "acme is configured. Remove it from AGENCIES_FILE, and reload or restart all hosts first." in refused.output
    file = tmp_path / "agencies.toml"
    file.write_text('[agencies.harbour]\nname = "Harbour"\napi_key_env = "AGENTOS_API_KEY_HARBOUR"\n')
    remaining = build(AGENCIES_FILE=str(file))
    unknown = remaining.run("agency", "erase", "acne", code=1)
    assert "Nothing is kept of that agency. Agencies with data, but not configured: acme." in unknown.output
    others = rows_naming(remaining, "'harbour'", "quay@")
    assert rows_naming(remaining, "acme").keys() >= {"records", "submissions", "sessions", "cached_responses"}
    printed = remaining.run("agency", "erase", "acme", "--yes").stdout
    assert "  documents: 2" in printed
    assert rows_naming(remaining, "acme", "gwyn", "CON-100") == {}
    assert list(remaining.config.documents_dir.glob("*.pdf")) == []
    assert rows_naming(remaining, "'harbour'", "quay@") == others
    assert rows_naming(remaining, PEOPLE[HARPER]).keys() >= {"passkeys", "known_devices"}, (
        "harbour has this address too"
    )


def test_erasure_of_agency_with_unfinished_submissions_needs_an_option(
    portal_server: PortalServer, build: Callable[..., PortalServer], tmp_path: Path
) -> None:
    number = in_review(Sender(portal_server, client_for(portal_server, HARPER)))
    file = tmp_path / "agencies.toml"
    file.write_text('[agencies.harbour]\nname = "Harbour"\napi_key_env = "AGENTOS_API_KEY_HARBOUR"\n')
    remaining = build(AGENCIES_FILE=str(file))
    refused = remaining.run("agency", "erase", "acme", "--yes", code=1)
    assert f"Submissions have not ended: {number}." in refused.output
    assert refused.output.endswith("Or add --unfinished.\n")
    assert rows_naming(remaining, number).keys() >= {"submissions"}
    remaining.run("agency", "erase", "acme", "--yes", "--unfinished")
    assert rows_naming(remaining, number) == {}
