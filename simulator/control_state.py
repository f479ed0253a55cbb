"""`/_control/state/{agency}/…`: read an agency's data, and change it as its office staff would."""

from __future__ import annotations

from typing import Any

from simulator.agency import COLLECTIONS, Agency, Record

LISTS = ("historical", "pending")


class ControlError(Exception):
    """A wrong control call, with the status of its answer."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


def answer(agency: Agency, method: str, rest: list[str], body: Any) -> Any:
    """Return the answer to a state call. `rest` is the path after the agency."""
    with agency.lock:
        match method, *rest:
            case ["GET"]:
                return _everything(agency)
            case ["GET", collection]:
                return _collection(agency, collection)
            case ["GET", collection, oid]:
                return _single(agency, collection, oid)
            case ["POST", "notes"]:
                return _add_note(agency, _record(body))
            case ["POST", "invoices"]:
                return _add_invoice(agency, _record(body))
            case ["POST", collection] if collection in COLLECTIONS:
                return _add(agency, collection, _record(body))
            case ["PATCH", collection, oid] if collection in COLLECTIONS:
                return _merge(agency, collection, oid, _record(body))
            case ["DELETE", collection, oid] if collection in COLLECTIONS:
                _single(agency, collection, oid)
                if collection == "jobs":
                    agency.remove_job(oid)
                else:
                    agency.tables[collection].remove(oid)
                return {}
            case ["PUT", "statements", contractor]:
                return _put_statements(agency, contractor, _record(body))
            case ["PUT", "invoices", contractor]:
                agency.put_invoices(contractor, _rows(body))
                return list(agency.invoices[contractor])
    raise ControlError(404, "no such state call")


def _everything(agency: Agency) -> dict[str, Any]:
    collections = (*COLLECTIONS, "statements", "invoices", "documents", "effects")
    return {collection: _collection(agency, collection) for collection in collections}


def _collection(agency: Agency, collection: str) -> Any:
    """Return a copy of everything that changes in place: the answer is written after the lock is released."""
    if collection in COLLECTIONS:
        records = agency.tables[collection].records
        return {oid: _shown(agency, collection, record) for oid, record in records.items()}
    match collection:
        case "statements":
            return {contractor: dict(kinds) for contractor, kinds in agency.statements.items()}
        case "invoices":
            return {contractor: list(rows) for contractor, rows in agency.invoices.items()}
        case "documents":
            return list(agency.documents)
        case "effects":
            return agency.journal.shown()
    raise ControlError(404, "no such collection")


def _single(agency: Agency, collection: str, oid: str) -> Any:
    records = _collection(agency, collection) if collection not in COLLECTIONS else agency.tables[collection].records
    if isinstance(records, list):
        records = {record.get("OID"): record for record in records}
    if oid not in records:
        raise ControlError(404, f"no {oid} in {collection}")
    return _shown(agency, collection, records[oid]) if collection in COLLECTIONS else records[oid]


def _shown(agency: Agency, collection: str, record: Record) -> Record:
    """Return a record. A job gets its branch, which AgentOS's own job does not name."""
    if collection != "jobs":
        return record
    return {**record, "BranchOID": agency.jobs.homes[record["OID"]]}


def _add(agency: Agency, collection: str, fields: Record) -> Record:
    record = dict(fields)
    oid = record.setdefault("OID", agency.new_oid("NEW"))
    if not isinstance(oid, str) or oid in agency.tables[collection].records:
        raise ControlError(400, "OID must be text, and new")
    branch = _home(agency, collection, record)
    if collection == "contractors" and branch is None:
        branch = next(iter(agency.tables["branches"].records))
    if collection == "jobs":
        if branch is None:
            raise ControlError(400, "a job needs its BranchOID")
        record.setdefault("ETag", agency.new_oid(f"v{oid}"))
        agency.put_job(record, branch)
    else:
        agency.tables[collection].put(record, branch)
    return _shown(agency, collection, record)


def _merge(agency: Agency, collection: str, oid: str, fields: Record) -> Record:
    before = agency.tables[collection].records.get(oid)
    if before is None:
        raise ControlError(404, f"no {oid} in {collection}")
    changes = dict(fields)
    drop = changes.pop("__drop__", [])
    if changes.get("OID", oid) != oid or "OID" in drop:
        raise ControlError(400, "an OID stays what it is")
    branch = _home(agency, collection, changes)
    if collection == "jobs":
        kind = "status" if "StatusOID" in changes else "job"
        return _shown(agency, collection, agency.change_job(oid, changes, drop, branch, kind=kind))
    record = {name: value for name, value in {**before, **changes}.items() if name not in drop}
    agency.tables[collection].put(record, branch)
    return record


def _home(agency: Agency, collection: str, fields: Record) -> str | None:
    """Return the branch that lists a record, if the fields name one. Remove it from a job: it is no field of a job."""
    if collection not in ("jobs", "contractors"):
        return None
    branch = fields.pop("BranchOID", None) if collection == "jobs" else fields.get("BranchOID")
    if not branch:
        return None
    if branch not in agency.tables["branches"].records:
        raise ControlError(400, f"no branch {branch}")
    return str(branch)


def _add_note(agency: Agency, fields: Record) -> Record:
    job = _required_oid(fields, "JobOID", agency.jobs.records)
    note = {**agency.new_note("", None), **{name: value for name, value in fields.items() if name != "JobOID"}}
    agency.add_note(job, note)
    return note


def _add_invoice(agency: Agency, fields: Record) -> Record:
    contractor = _required_oid(fields, "ContractorOID", agency.tables["contractors"].records)
    invoice = {**agency.new_invoice({}, None), **{name: fields[name] for name in fields if name != "ContractorOID"}}
    agency.add_invoice(contractor, invoice, [])
    return invoice


def _required_oid(fields: Record, name: str, records: dict[str, Record]) -> str:
    oid = fields.get(name)
    if not isinstance(oid, str) or oid not in records:
        raise ControlError(400, f"{name} must be the OID of an existing record")
    return oid


def _put_statements(agency: Agency, contractor: str, lists: Record) -> dict[str, list[Record]]:
    if not set(lists) <= set(LISTS):
        raise ControlError(400, "statements are historical and pending")
    statements = agency.statements.setdefault(contractor, {kind: [] for kind in LISTS})
    statements.update({kind: _rows(rows) for kind, rows in lists.items()})
    return dict(statements)


def _record(body: Any) -> Record:
    if not isinstance(body, dict):
        raise ControlError(400, "a JSON object is needed")
    return body


def _rows(body: Any) -> list[Record]:
    if not isinstance(body, list) or not all(isinstance(each, dict) for each in body):
        raise ControlError(400, "a JSON list of objects is needed")
    return body
