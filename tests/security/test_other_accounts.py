"""Objects of other accounts: no route shows them, changes them, or reveals that they exist."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.api.problem_types import ProblemType
from app.auth import sessions
from app.auth.passkeys.service import list_passkeys
from app.domain.submission import SubmissionKind
from app.ledger.lists import list_by_contractor
from tests.auth.software_authenticator import SoftwareAuthenticator, add_passkey
from tests.contract.api_calls import NOTE, PROBLEM, SUBMIT, error_sentence, own_ids, problem_of, read_everything
from tests.jobs.expected import PEOPLE, client_for
from tests.log_lines import Lines
from tests.payloads import SECRETS, invoice_row, job_row, statement_row
from tests.portal_server import PortalServer
from tests.security.observer import take_snapshot
from tests.security.routes import PAGE, PUBLIC, Route, routes

NEVER = "NO-SUCH-1"
HARPER, QUAY, EVANS = "acme/CON-1001", "harbour/CON-5002", "acme/CON-1002"
OWN_ELSEWHERE = "harbour/CON-5001"
"""Harper's account at the other agency."""
JOBS = {HARPER: "JOB-ACME", QUAY: "JOB-QUAY", EVANS: "JOB-EVANS", OWN_ELSEWHERE: "JOB-HARBOUR"}
"""A job of each account. Each exists at one agency only."""
COLUMNS: dict[str, tuple[str, dict[str, list[str]]]] = {
    "another contractor's": (
        HARPER,
        {
            "jobId": ["JOB-24", "JOB-29", "JOB-30"],
            "statementId": ["P-EVANS", "H-EVANS"],
            "invoiceId": ["I-EVANS", EVANS],
            "contractorId": ["CON-1002"],
            "submissionId": [EVANS],
            "itemId": [EVANS],
            "deviceId": [EVANS],
            "passkeyId": [EVANS],
        },
    ),
    "nobody's": (
        HARPER,
        {
            "jobId": ["JOB-21", "JOB-22", "JOB-23"],
            "statementId": [],
            "invoiceId": ["0" * 32],
            "contractorId": ["CON-9"],
            "submissionId": ["0" * 32],
            "itemId": ["0" * 32],
            "deviceId": ["0" * 32],
            "passkeyId": ["0" * 32],
        },
    ),
    "one's own at another agency": (
        HARPER,
        {
            "jobId": ["JOB-HARBOUR"],
            "statementId": ["P-HARBOUR", "H-HARBOUR"],
            "invoiceId": ["I-HARBOUR", OWN_ELSEWHERE],
            "contractorId": ["CON-5001"],
            "submissionId": [OWN_ELSEWHERE],
            "itemId": [OWN_ELSEWHERE],
            "deviceId": [],
            "passkeyId": [],
        },
    ),
    "another agency's": (
        QUAY,
        {
            "jobId": ["JOB-ACME"],
            "statementId": ["S-8", "S-1"],
            "invoiceId": ["INV-2", HARPER],
            "contractorId": ["CON-1001"],
            "submissionId": [HARPER],
            "itemId": [HARPER],
            "deviceId": [HARPER],
            "passkeyId": [HARPER],
        },
    ),
}
"""The account of the session, and ids of other accounts.

For submissions and items of the app, an account means its newest submission, for invoices, the submission of its newest
invoice, and for devices and passkeys, its last device and its passkey.
"""


@pytest.fixture
def portal_with_four_accounts(portal_server: PortalServer) -> PortalServer:
    """Return a portal where each account has data of its own, all of which has been fetched."""
    simulator = portal_server.simulator

    for account, job_id in JOBS.items():
        agency, contractor = account.split("/")
        home = simulator.state(agency)["jobs"]["JOB-1"]
        row = job_row(OID=job_id, ContractorOID=contractor, **{name: home[name] for name in ("BranchOID", "StatusOID")})
        simulator.control("POST", f"state/{agency}/jobs", row)
        if account != HARPER:
            mark = job_id.removeprefix("JOB-")
            rows = {kind: [statement_row(OID=f"{kind[0].upper()}-{mark}")] for kind in ("pending", "historical")}
            simulator.control("PUT", f"state/{agency}/statements/{contractor}", rows)
            simulator.control("PUT", f"state/{agency}/invoices/{contractor}", [invoice_row(OID=f"I-{mark}")])
    portal_server.advance_clock(61)
    portal_server.refresh(everywhere=True)
    for account, job_id in JOBS.items():
        client = client_for(portal_server, account)
        assert SUBMIT.send(client, job_id).status_code == 201
        assert NOTE.send(client, job_id).status_code == 201
        add_passkey(client, SoftwareAuthenticator())
        read_everything(client, job_id)
    return portal_server


def latest_submission_id(portal_server: PortalServer, account: str, name: str) -> str:
    """Return the id of the account's newest submission, or for `invoiceId`, of its newest invoice.

    Return any other text unchanged.
    """
    if "/" not in account:
        return account
    kind = SubmissionKind.INVOICE if name == "invoiceId" else None
    sent = list_by_contractor(portal_server.services.database, *account.split("/"), kind=kind).items
    return sent[0].submission_id


def object_id(portal_server: PortalServer, name: str, text: str) -> str:
    """Return the id of the account's newest submission, last device or passkey. Return any other text unchanged."""
    if name == "passkeyId" and "/" in text:
        return list_passkeys(portal_server.services, PEOPLE[text])[0]["id"]
    if name == "deviceId" and "/" in text:
        return sessions.list_sessions(portal_server.services, PEOPLE[text])[0]["public_id"]
    return latest_submission_id(portal_server, text, name)


def named_in(route: Route) -> list[str]:
    """Return the names of the ids that a request contains, in its path and in its body.

    `rawId` is none: it names the passkey with which a person proves to be its owner.
    """
    in_path = [re.sub(r"_(\w)", lambda match: match[1].upper(), name) for name in route.ids]
    return [*in_path, *(name for name in route.example if name.endswith("Id") and name != "rawId")]


def ask(client: FlaskClient, route: Route, name: str, identity: str, accept: str = "*/*") -> TestResponse:
    """Send a valid request for this object. All have the same id, because a problem contains it."""
    headers = {"Accept": accept, "X-Request-ID": "the-same-request"}
    if name in route.example:
        return client.open(**route.request(json={**route.example, name: identity}, headers=headers))
    return client.open(**route.request(identity, headers=headers))


def comparable_response(answer: TestResponse) -> Any:
    """Return every part of a response by which a caller could distinguish two responses."""
    moving = (
        "X-Request-ID",
        "Date",
        "RateLimit",
    )  # each request counts; tests/jobs/test_ownership.py compares by how much
    return answer.status, answer.data, sorted(header for header in answer.headers if header[0] not in moving)


@pytest.mark.parametrize("column", COLUMNS)
def test_object_of_another_account_is_refused_like_missing_object(
    portal_with_four_accounts: PortalServer, column: str
) -> None:
    account, ids = COLUMNS[column]
    client = client_for(portal_with_four_accounts, account)
    wrong, cells = [], 0
    for route in routes(portal_with_four_accounts.app):
        for name in named_in(route):
            assert name in ids, f"{route} names a {name}: say in COLUMNS which are somebody else's"
            for identity in (object_id(portal_with_four_accounts, name, each) for each in ids[name]):
                cells += 1
                missing = ask(client, route, name, NEVER)
                before = take_snapshot(portal_with_four_accounts)
                answer = ask(client, route, name, identity)
                may_look = f"/v4/maintenance/{account.split('/')[0]}/jobs/{identity}" if route.changes else ""
                changed = take_snapshot(portal_with_four_accounts, before).differences(before, may_look=may_look)
                try:
                    assert comparable_response(answer) == comparable_response(missing), (
                        "it differs from one that does not exist"
                    )
                    if not route.is_page and route.method != "HEAD":
                        sentence = error_sentence(answer, 404)
                        assert identity not in sentence
                        portal_with_four_accounts.advance_clock(61)  # slots of the call budget become free
                        problems = [ask(client, route, name, each, PROBLEM) for each in (identity, NEVER)]
                        assert comparable_response(problems[0]) == comparable_response(problems[1])
                        problem = problem_of(problems[0], 404)
                        assert problem["type"] == ProblemType.NO_SUCH_OBJECT.uri
                        assert problem["detail"] == sentence
                        assert not problem.keys() & {"errors", "submissionState"}
                    assert answer.status_code == (200 if route.is_page else 404)  # a page is the same for all ids
                    assert not changed, changed
                except AssertionError as failure:
                    wrong.append(f"{route} with {name} {identity}: {failure}")
    assert cells > 4
    assert not wrong, "\n".join([column, *wrong])


def leaf_values(value: Any) -> set[str]:
    """Return every text and number in a response."""
    if isinstance(value, dict):
        return set().union(*map(leaf_values, value.values()))
    if isinstance(value, list):
        return set().union(*map(leaf_values, value))
    return {str(value)}


def foreign_values(portal_server: PortalServer, account: str) -> set[str]:
    """Return values that no response to this account may contain.

    These are other contractors' ids and addresses, and every contractor's secrets.
    """
    agency, own = account.split("/")
    state = portal_server.simulator.state(agency)
    values = {job_id for each, job_id in JOBS.items() if each != account}
    values |= {oid for oid, job in state["jobs"].items() if job.get("ContractorOID") != own}
    others = [each for oid, each in state["contractors"].items() if oid != own]
    values |= {each.get(name) for each in others for name in ("OID", "EMailAddress")}
    lists = [*state["statements"].items(), *((each, {"": rows}) for each, rows in state["invoices"].items())]
    values |= {row["OID"] for each, kinds in lists if each != own for rows in kinds.values() for row in rows}
    # The contractor's own documents may contain a number that is also another record's id.
    values -= leaf_values([kinds for each, kinds in lists if each == own])
    values |= {str(each[name]) for each in state["contractors"].values() for name in SECRETS if each.get(name)}
    return values - {None, ""}


@pytest.mark.parametrize("account", JOBS)
def test_responses_contain_nothing_of_other_accounts(portal_with_four_accounts: PortalServer, account: str) -> None:
    client = client_for(portal_with_four_accounts, account)
    foreign = foreign_values(portal_with_four_accounts, account)
    assert len(foreign) > 50
    accounts = {place.split("/")[1] for place, email in PEOPLE.items() if email == PEOPLE[account]}
    seen = 0
    for route in routes(portal_with_four_accounts.app):
        if route.method == "GET" and route.access not in (PUBLIC, PAGE):
            own = next((value for name, value in own_ids(client, JOBS[account]).items() if name in route.rule), "")
            answer = client.open(**route.request(own))
            assert answer.status_code == 200, (str(route), answer.text)
            leaked = leaf_values(answer.json) & foreign - accounts
            assert not leaked, (str(route), leaked)
            seen += JOBS[account] in leaf_values(answer.json)
    assert seen >= 2, "their own job is in the list, and by itself"


def test_bank_details_are_not_stored_or_logged(portal_with_four_accounts: PortalServer, lines: Lines) -> None:
    """No table, session file or log line contains them after each account has read everything."""
    portal_with_four_accounts.advance_clock(4_000)
    portal_with_four_accounts.refresh(everywhere=True)
    people = [
        each
        for name in portal_with_four_accounts.config.agencies
        for each in portal_with_four_accounts.simulator.state(name)["contractors"].values()
    ]
    secrets = {str(each[name]) for each in people for name in SECRETS if each.get(name)}
    secrets = {secret for secret in secrets if len(secret) > 5}  # a rate of 12.5 may also be another number
    assert len(secrets) > 10
    kept = repr(take_snapshot(portal_with_four_accounts).tables) + str(lines())
    assert "Harper Plumbing Ltd" in kept
    assert [secret for secret in secrets if secret in kept] == []
