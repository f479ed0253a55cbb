"""`contractor export`: everything that the portal keeps about a contractor, and nothing about anybody else."""

import stat
from pathlib import Path

from sqlalchemy import delete

from app.store.tables import records
from tests.jobs.expected import client_for
from tests.pdfs import PDF
from tests.personal_data.conftest import (
    GWYN,
    GWYN_EMAIL,
    HARPER,
    HARPER_EMAIL,
    files,
    of_account,
    read,
    use_portal,
)
from tests.portal_server import PortalServer


def test_export_has_all_data_of_the_contractor_and_of_nobody_else(portal_server: PortalServer, tmp_path: Path) -> None:
    use_portal(portal_server, HARPER)
    use_portal(portal_server, GWYN)
    folder = tmp_path / "gwyn"
    printed = portal_server.run("contractor", "export", *of_account(GWYN), str(folder)).stdout
    assert printed.endswith(f"Written to {folder}.\n")
    assert GWYN_EMAIL in read(folder, "contractor")["email"]
    note, invoice = read(folder, "submissions")
    assert (note["content"]["text"], note["state"], note["attempts"]) == (f"Note of {GWYN}", "confirmed", 1)
    assert (invoice["content"]["invoiceNumber"], invoice["email"]) == (GWYN, GWYN_EMAIL)
    assert (folder / invoice["document"]["file"]).read_bytes() == PDF
    jobs = read(folder, "jobs")
    assert {job["jobId"] for job in jobs} == {
        oid for oid, job in portal_server.simulator.state()["jobs"].items() if job.get("ContractorOID") == "CON-1007"
    }
    assert [own["note"] for job in jobs for own in job["notes"] if job["jobId"] == note["jobId"]] == [f"Note of {GWYN}"]
    [mark] = read(folder, "invoicing-marks")
    assert (mark["jobId"], mark["state"]) == (note["jobId"], "no-charge")
    for name in ("devices", "passkeys", "sign-ins", "codes"):
        assert read(folder, name), name
    mails = {mail["kind"]: mail["email"] for mail in read(folder, "e-mails")}
    assert mails == {"new passkey": GWYN_EMAIL, "code": GWYN_EMAIL}
    events = [entry["event"] for entry in read(folder, "audit")]
    assert set(events) == {
        "sign-in failed",
        "code requested",
        "code mailed",
        "signed in",
        "passkey added",
        "submitted",
        "confirmed",
    }
    text = "\n".join(path.read_text("latin-1") for path in files(folder)).lower()
    for word in ("harper", "con-1001", "obrien"):
        assert word not in text
    assert {stat.S_IMODE(path.stat().st_mode) for path in files(folder)} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_export_fetches_lists_that_the_portal_lacks(portal_server: PortalServer, tmp_path: Path) -> None:
    """Nobody has signed in for this contractor, so the worker has not fetched the statements."""
    ended = portal_server.run("contractor", "export", *of_account(HARPER), str(tmp_path / "new"))
    at_agentos = portal_server.simulator.state()["statements"]["CON-1001"]
    for file, name in {"statements-paid": "historical", "statements-pending": "pending"}.items():
        ids = {statement["statementId"] for statement in read(tmp_path / "new", file)}
        assert ids == {statement["OID"] for statement in at_agentos[name]} != set()
    assert read(tmp_path / "new", "invoices")
    assert (read(tmp_path / "new", "about")["missing"], ended.stderr) == ({}, "")


def test_export_names_lists_that_cannot_be_fetched(portal_server: PortalServer, tmp_path: Path) -> None:
    portal_server.run("contractor", "export", *of_account(HARPER), str(tmp_path / "first"))
    portal_server.advance_clock(7_200)
    portal_server.simulator.fault(path="statements/", status=500)
    ended = portal_server.run("contractor", "export", *of_account(HARPER), str(tmp_path / "second"))
    missing = read(tmp_path / "second", "about")["missing"]
    assert missing.keys() == {"statements-paid", "statements-pending"}
    assert missing["statements-paid"].startswith("AgentOS's data could not be fetched again: they are of 2026-11-")
    assert ended.stderr.splitlines() == [f"Incomplete: {file}: {sentence}" for file, sentence in missing.items()]
    ended = portal_server.run("contractor", "export", *of_account(GWYN), str(tmp_path / "third"))
    assert "Incomplete: statements-paid: AgentOS's data could not be fetched, so this is missing" in ended.stderr
    assert "statements-paid" not in ended.stdout, "no number is clearer than a 0"
    assert not (tmp_path / "third" / "statements-paid.json").exists()


def test_export_waits_for_slots_and_no_longer(portal_server: PortalServer, tmp_path: Path) -> None:
    portal_server.services.budget.rest(portal_server.config.agencies["acme"])
    portal_server.run("contractor", "export", *of_account(HARPER), str(tmp_path / "new"))
    assert read(tmp_path / "new", "statements-paid"), "the rest of the key lasts for a minute"
    portal_server.simulator.fault(path="", status=429)
    portal_server.run("contractor", "export", *of_account(GWYN), str(tmp_path / "other"))
    assert {"statements-paid", "invoices"} <= read(tmp_path / "other", "about")["missing"].keys()


def test_export_leaves_out_secrets_and_tenants_contact_data(portal_server: PortalServer, tmp_path: Path) -> None:
    portal_server.simulator.change(
        "acme/jobs/JOB-1",
        ReportedByName="Tessa Tenant",
        ReportedByPhone="0113 496 0999",
        AccessArrangements="Code 4711",
        MaintenanceNotes=[{"OID": "N-1", "NoteContents": "Ring Otto Other", "CreatedBy": "Otto Other"}],
    )
    portal_server.advance_clock(3_600)  # the list of jobs is due
    portal_server.refresh()
    use_portal(portal_server, HARPER)
    portal_server.run("contractor", "export", *of_account(HARPER), str(tmp_path / "harper"))
    [job] = [job for job in read(tmp_path / "harper", "jobs") if job["jobId"] == "JOB-1"]
    assert read(tmp_path / "harper", "invoices")
    states = [each["state"] for each in read(tmp_path / "harper", "invoice-sightings")]
    assert sorted(states) == ["authorised", "paid", "rejected"]
    client = client_for(portal_server, HARPER)
    for file, path in {"statements-paid": "historical", "statements-pending": "pending"}.items():
        shown = client.get(f"/api/contractor/statements/{path}").json["statements"]  # type: ignore[index]
        ids = {statement["statementId"] for statement in shown}
        assert ids == {statement["statementId"] for statement in read(tmp_path / "harper", file)} != set()
    assert job["notesOfOthers"] == 1
    text = "\n".join(path.read_text("latin-1") for path in files(tmp_path / "harper"))
    for word in ("Tessa", "496 0999", "Code 4711", "Otto"):
        assert word not in text
    with portal_server.services.database.read() as connection:
        for query in ("SELECT id FROM sessions", "SELECT digest FROM codes", "SELECT device FROM known_devices"):
            for secret in connection.exec_driver_sql(query).scalars():
                assert secret not in text


def test_export_without_the_contractors_record_has_no_notes_of_unknown_authors(
    portal_server: PortalServer, tmp_path: Path
) -> None:
    portal_server.simulator.change(
        "acme/jobs/JOB-1", MaintenanceNotes=[{"OID": "N-1", "NoteContents": "Of an unknown author"}]
    )
    portal_server.advance_clock(3_600)  # the list of jobs is due
    portal_server.refresh()
    use_portal(portal_server, HARPER)
    with portal_server.services.database.write() as connection:
        connection.execute(delete(records).where(records.c.record_id == HARPER.partition("/")[2]))
    portal_server.run("contractor", "export", *of_account(HARPER), str(tmp_path / "harper"))
    [job] = [job for job in read(tmp_path / "harper", "jobs") if job["jobId"] == "JOB-1"]
    assert (job["notes"], job["notesOfOthers"]) == ([], 2), "one of them is the contractor's"


def test_export_of_shared_address_has_nothing_of_the_other_account(portal_server: PortalServer, tmp_path: Path) -> None:
    """Harper is a contractor of both agencies. The address alone does not say to which its devices belong."""
    use_portal(portal_server, HARPER)
    client_for(portal_server, "harbour/CON-5001").post(
        "/api/session/account", json={"agency": "harbour", "contractorId": "CON-5001"}
    )
    printed = portal_server.run("contractor", "export", *of_account(HARPER), str(tmp_path / "harper")).stdout
    assert f"Without the devices and passkeys of {HARPER_EMAIL}: another account has this address too." in printed
    assert read(tmp_path / "harper", "about")["addressesOfOtherAccountsToo"] == [HARPER_EMAIL]
    text = "\n".join(path.read_text("latin-1") for path in files(tmp_path / "harper"))
    assert "harbour" not in text
    assert (read(tmp_path / "harper", "devices"), read(tmp_path / "harper", "passkeys")) == ([], [])
    assert {each["agency"] for each in read(tmp_path / "harper", "audit")} == {"acme"}


def test_export_of_an_address_has_its_sign_ins_and_submissions(portal_server: PortalServer, tmp_path: Path) -> None:
    use_portal(portal_server, GWYN)
    use_portal(portal_server, HARPER)
    portal_server.run("contractor", "export", "--email", HARPER_EMAIL.upper(), str(tmp_path / "harper"))
    for name in ("sign-ins", "devices", "passkeys", "codes", "audit", "submissions"):
        assert {each["email"] for each in read(tmp_path / "harper", name)} == {HARPER_EMAIL}
    assert not (tmp_path / "harper" / "jobs.json").exists()


def test_export_without_the_document_says_so(portal_server: PortalServer, tmp_path: Path) -> None:
    use_portal(portal_server, GWYN)
    [document] = portal_server.config.documents_dir.glob("*.pdf")
    document.unlink()
    ended = portal_server.run("contractor", "export", *of_account(GWYN), str(tmp_path / "gwyn"))
    assert read(tmp_path / "gwyn", "submissions")[1]["document"]["file"] is None
    assert "Incomplete: documents: Some PDFs are missing or altered" in ended.stderr


def test_export_into_an_existing_folder_is_refused(portal_server: PortalServer, tmp_path: Path) -> None:
    ended = portal_server.run("contractor", "export", *of_account(GWYN), str(tmp_path), code=2)
    assert ended.stderr.splitlines()[-1] == f"Error: {tmp_path} exists. Name a new folder."
    assert list(files(tmp_path / "gwyn")) == []


def test_export_of_unknown_contractor_or_agency_is_refused(portal_server: PortalServer, tmp_path: Path) -> None:
    unknown = {"acme/CON-9999": "Nothing is kept about that contractor.", "acne/CON-1001": "Nothing is kept about"}
    for account, sentence in unknown.items():
        ended = portal_server.run("contractor", "export", *of_account(account), str(tmp_path / "new"), code=1)
        assert sentence in ended.output
    for options in (("--agency", "acme"), ("--email", ""), (*of_account(GWYN), "--email", GWYN_EMAIL)):
        ended = portal_server.run("contractor", "export", *options, str(tmp_path / "new"), code=2)
        assert "Name a contractor with --agency and --contractor, or an address with --email." in ended.output
    assert not (tmp_path / "new").exists()


def test_export_to_a_full_disk_says_that_it_is_incomplete(portal_server: PortalServer, tmp_path: Path) -> None:
    ended = portal_server.run("contractor", "export", *of_account(GWYN), str(tmp_path / "no" / "folder"), code=2)
    assert "No such file or directory. The export is incomplete: delete the folder." in ended.output
