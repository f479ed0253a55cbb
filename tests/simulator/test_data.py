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
