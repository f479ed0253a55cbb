"""The journal of effects (stored changes), and entries made by the office."""

from __future__ import annotations

from tests.simulator.conftest import SimulatorClient
from tests.simulator.test_faults import NOTE
from tests.simulator.test_writes import DOCUMENT, INVOICE


def test_effect_names_its_call_and_its_time(client: SimulatorClient) -> None:
    client.fault(path="/notes$", times=1, status=502, late_effect_s=130)
    headers = {"api_key": client.simulator.world.agencies["acme"].key}
    for number in (1, 2):
        client.call("POST", "jobs/JOB-1/notes", json=NOTE, headers={**headers, "X-Request-ID": f"try-{number}"})
        client.now += 10
    client.run_timers()
    notes = client.job()["MaintenanceNotes"][-2:]
    effects = [(each["kind"], each["oid"], each["job"], each["request_id"], each["call"]) for each in client.effects()]
    assert effects == [
        ("note", notes[0]["OID"], "JOB-1", "try-2", 2),
        ("note", notes[1]["OID"], "JOB-1", "try-1", 1),
    ]
    assert [each["at"] for each in client.effects()] == [1010.0, 1150.0]
    assert [each["late_s"] for each in client.effects()] == [0.0, 150.0]
    assert client.effects()[0]["record"] == notes[0]


def test_effects_of_every_kind_are_recorded_once(client: SimulatorClient) -> None:
    client.call("POST", "invoice/submit", json=INVOICE)
    client.call("PATCH", "jobs/JOB-1", json={"StatusID": "SX-4"})
    client.call("PATCH", "jobs/JOB-1", json={"StatusID": "SX-4"})
    client.call("POST", "jobs/JOB-1/attachdocument", json=DOCUMENT)
    client.call("POST", "jobs/JOB-1/notes", json={})
    client.call("POST", "jobs/JOB-99999/notes", json=NOTE)
    effects = client.effects()
    assert [each["kind"] for each in effects] == ["invoice", "status", "status", "document"]
    assert [each["n"] for each in effects] == [1, 2, 3, 4]
    assert (effects[0]["contractor"], effects[0]["record"]["Amount"]) == ("CON-1001", 480.0)
    assert effects[1]["record"]["Status"] == "Completed"
    assert "Content" not in effects[3]["record"]
    assert client.effects("harbour") == []


def test_office_entry_without_known_owner_is_refused(client: SimulatorClient) -> None:
    client.control("POST", "state/acme/notes", {"JobOID": "JOB-99999"}, status=400)
    client.control("POST", "state/acme/invoices", {"JobOID": "JOB-1"}, status=400)
    assert client.effects() == []
