"""The generated data: equal in every run, and with all special cases."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from simulator.agency import Agency
from simulator.settings import Settings
from simulator.world import World

DEFAULT = Settings(today=date(2026, 11, 25))


def dump(world: World) -> str:
    return json.dumps(
        {
            name: [{kind: table.records for kind, table in agency.tables.items()}, agency.statements, agency.invoices]
            for name, agency in world.agencies.items()
        }
    )


@pytest.fixture(scope="module")
def world() -> World:
    return World(DEFAULT)


@pytest.fixture(scope="module")
def acme(world: World) -> Agency:
    return world.agencies["acme"]


@pytest.fixture(scope="module")
def harbour(world: World) -> Agency:
    return world.agencies["harbour"]


def jobs_of(agency: Agency, contractor: str) -> list[dict[str, Any]]:
    return [job for job in agency.jobs.records.values() if job.get("ContractorOID") == contractor]


def test_equal_settings_and_seed_give_equal_data(world: World) -> None:
    assert dump(World(DEFAULT)) == dump(world)
    assert dump(World(replace(DEFAULT, seed=2))) != dump(world)


def test_generated_data_has_requested_sizes(acme: Agency, harbour: Agency) -> None:
    for agency in (acme, harbour):
        sizes = [agency.tables[kind].total() for kind in ("branches", "contractors", "jobs", "staff")]
        assert sizes == [5, 60, 800, 10]


def test_every_oid_is_valid(world: World) -> None:
    for oid in re.findall(r'"OID": "([^"]*)"', dump(world)):
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", oid)


def test_notes_statements_and_invoices_have_unique_ids(acme: Agency, harbour: Agency) -> None:
    for agency in (acme, harbour):
        notes = [
            note["OID"]
            for job in agency.jobs.records.values()
            for note in job.get("MaintenanceNotes") or []
            if note["OID"]
        ]
        assert len(notes) == len(set(notes))
        for kind in ("historical", "pending"):
            statements = [each["OID"] for records in agency.statements.values() for each in records[kind]]
            assert len(statements) == len(set(statements))
        invoices = [each["OID"] for records in agency.invoices.values() for each in records]
        assert len(invoices) == len(set(invoices))


def test_contractor_harper_matches_example_of_the_contract(acme: Agency) -> None:
    harper = next(iter(acme.tables["contractors"].records.values()))
    assert harper["OID"] == "CON-1001"
    assert harper["CompanyName"] == "Harper Plumbing Ltd"
    assert (harper["Address1"], harper["Address2"], harper["Address3"]) == ("1 Mill Lane", "Leeds", None)
    assert acme.tables["branches"].records[harper["BranchOID"]]["Name"] == "Leeds"
    states = {job.get("Status") for job in jobs_of(acme, "CON-1001")}
    assert {"Reported", "In progress", "Completed", "Cancelled", "Invoiced"} <= states
    statements = acme.statements["CON-1001"]
    assert len(statements["pending"]) >= 3
    assert len(statements["historical"]) >= 6
    paid = [each for each in statements["historical"] if each["Gross"] == 480.0]
    assert (paid[0]["Commission"], paid[0]["Amount"]) == (57.6, 422.4)
    assert any(each["Gross"] == 0.30000000000000004 for each in statements["historical"])
    assert any(each["Gross"] == "480.00" for each in statements["pending"])


def test_statement_amounts_add_up(harbour: Agency) -> None:
    for statements in harbour.statements.values():
        for each in [*statements["historical"], *statements["pending"]]:
            assert each["Net"] + each["VAT"] == pytest.approx(each["Gross"])
            assert each["Gross"] - each["Commission"] == pytest.approx(each["Amount"])


def test_special_case_contractors_are_included(acme: Agency, harbour: Agency) -> None:
    records = acme.tables["contractors"].records
    assert records["CON-1006"] == {"OID": "CON-1006", "EMailAddress": "bare@bare.example"}
    assert records["CON-1005"]["IsArchived"]
    assert ";" in records["CON-1002"]["EMailAddress"]
    assert records["CON-1003"]["EMailAddress"] == records["CON-1004"]["EMailAddress"].strip().lower()
    assert harbour.tables["contractors"].records["CON-5001"]["EMailAddress"] == records["CON-1001"]["EMailAddress"]
    assert any("" in record.values() for record in records.values())
    assert any("CompanyName" not in record for record in list(records.values())[12:])
    bank = ("BankAccountNumber", "BankSortCode", "IBAN", "NINumber", "APLNumber")
    assert all("SECRET" in record[name] for record in records.values() if len(record) > 2 for name in bank)
    moved = harbour.statements["CON-5002"]
    assert {each["OID"] for each in moved["historical"]} & {each["OID"] for each in moved["pending"]}


def test_special_case_jobs_are_included(acme: Agency, harbour: Agency) -> None:
    jobs = acme.jobs.records
    assert "ContractorOID" not in jobs["JOB-21"]
    assert "Status" not in jobs["JOB-9"]
    assert "StatusOID" not in jobs["JOB-10"]
    assert "PropertyOID" not in jobs["JOB-11"]
    assert "PropertyOID" in jobs["JOB-12"]
    assert "Property" not in jobs["JOB-12"]
    assert set(jobs["JOB-20"]) == {"OID", "ETag", "ContractorOID"}
    reported = {job.get("Reported") for agency in (acme, harbour) for job in agency.jobs.records.values()}
    assert {"2026-10-25T01:30:00", "2026-03-29T01:30:00", "2026-10-25T01:30:00+01:00"} <= reported
    assert "<script>" in jobs["JOB-3"]["Description"]
    assert {"Works done", "Abandoned", "Awaiting landlord"} <= {
        job.get("Status") for job in harbour.jobs.records.values()
    }


def test_hand_written_records_are_included_in_small_data() -> None:
    small = World(replace(DEFAULT, branches=2, contractors=6, jobs=40)).agencies["acme"]
    assert len(jobs_of(small, "CON-1001")) == 20
    assert small.tables["contractors"].total() == 6
    assert set(small.jobs.homes.values()) == {"BR-1", "BR-2"}
