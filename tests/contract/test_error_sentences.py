"""All errors are worded in one style, and the examples in the description are the portal's real sentences."""

import ast
import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from flask.testing import FlaskClient

from app.auth.passkeys.service import RECENT
from app.domain.agency import OPERATIONS
from app.store.heartbeat import SILENCE_S
from tests.auth.software_authenticator import SoftwareAuthenticator, add_passkey
from tests.contract.api_calls import PROBLEM, error_sentence, problem_of
from tests.portal_server import PortalServer
from tests.security.routes import EXAMPLES
from tools.openapi import METHODS

Json = dict[str, Any]
FORM = "application/x-www-form-urlencoded"
OF_PROVIDER = {"startOpenid", "finishOpenid", "handOver"}
"""Operations that an installation without single sign-on answers with 404. tests/auth has their other failures."""
BAD: tuple[Any, ...] = ("", "x", "x" * 5_000, "\0", "-1", 0, -1, 10**12, 1.005, True, None, [], {}, {"x": 1})
ERROR_STYLE = re.compile(
    r"(\w+\.?)+: "
    r"(is required|must (not )?(be|have|contain|appear) .*|unknown (field|query parameter)|your agency requires it)\."
)


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    """Yield path, method and description of each operation. The paths name objects that do not exist."""
    for path, item in document["paths"].items():
        for method in item.keys() & {*METHODS}:
            yield re.sub(r"{\w+}", "none", path), method, item[method]


def parameters(operation: Json) -> list[str]:
    return [parameter["name"] for parameter in operation["parameters"] if parameter.get("in") == "query"]


def body(document: Json, operation: Json) -> Json:
    """Return the fields of the operation's body."""
    contents = operation.get("requestBody", {}).get("content", {})
    content = contents.get("application/json") or contents.get(FORM)
    schema = content["schema"]["$ref"].rpartition("/")[2] if content else None
    properties: Json = document["components"]["schemas"][schema]["properties"] if schema else {}
    return properties


def invalid_requests(document: Json, operation: Json) -> Iterator[Json]:
    """Yield requests with nothing, with an unknown field, and with each invalid value of each parameter and field."""
    yield {"query_string": {"page": "1"}}
    for name, bad in itertools.product(parameters(operation), BAD):
        yield {"query_string": {name: bad}}
    fields = body(document, operation)
    if FORM in operation.get("requestBody", {}).get("content", {}):
        yield from ({"data": {**dict.fromkeys(fields, "x"), name: ""}} for name in fields)
        yield {"data": {}}
    elif fields:
        good = {name: field["examples"][0] for name, field in fields.items() if "examples" in field}
        yield from ({"json": content} for content in ({}, {**good, "x": 1}))
        yield from ({"json": {**good, name: bad}} for name, bad in itertools.product(fields, BAD))


def test_field_errors_have_one_style(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    document = client.get("/api/openapi.json").get_json()
    errors = defaultdict(set)
    for path, method, operation in operations(document):
        for request in invalid_requests(document, operation):
            answer = client.open(path, method=method, **request)
            if answer.status_code == 400:
                sentence = error_sentence(answer, 400)
                errors[operation["operationId"]] |= {sentence, *named_faults(client, path, method, request, sentence)}
    assert {each for sentences in errors.values() for each in sentences if not ERROR_STYLE.fullmatch(each)} == set()
    assert len(set().union(*errors.values())) > 50, "most have something else to say"
    for _, _, operation in operations(document):
        sentence = example(document, operation, "400")
        assert sentence in errors[operation["operationId"]], operation["operationId"]
        theirs = parameters(operation) or [*body(document, operation)] or ["page"]
        assert sentence.partition(":")[0] in theirs, operation["operationId"]


def named_faults(client: FlaskClient, path: str, method: str, request: Json, sentence: str) -> list[str]:
    """Send the request again, and return all its faults as sentences. The first must be the usual sentence."""
    problem = problem_of(client.open(path, method=method, headers={"Accept": PROBLEM}, **request), 400)
    places = [fault.get("pointer", fault.get("parameter")) for fault in problem["errors"]]
    names = [unquote(place.removeprefix("#/").replace("/", ".")) for place in places]
    faults = [f"{name}: {fault['detail']}" for name, fault in zip(names, problem["errors"], strict=True)]
    assert faults[0] == problem["detail"] == sentence
    return faults


def test_error_examples_in_description_match_responses(
    portal_server: PortalServer, build: Callable[..., PortalServer], tmp_path: Path
) -> None:
    """Check the errors that only one operation has. The agency offers no operation, and there is no worker."""
    agencies = tmp_path / "agencies.toml"
    agencies.write_text(
        f'[agencies.acme]\nname = "Acme"\napi_key_env = "AGENTOS_API_KEY_ACME"\nnot_offered = {[*OPERATIONS]}\n'
    )
    portal_server = build(AGENCIES_FILE=agencies)
    client = portal_server.sign_in()
    passkey_id = add_passkey(client, SoftwareAuthenticator())
    portal_server.clock.worker = None  # type: ignore[attr-defined]
    portal_server.advance_clock(max(SILENCE_S, RECENT.total_seconds() + 1))
    document = client.get("/api/openapi.json").get_json()
    bodies = {
        "requestCode": {"json": {"email": "office@harper.example"}},
        "signIn": {"json": {"email": "office@harper.example", "code": "000000"}},
        "addPasskey": {"json": EXAMPLES["POST", "/api/session/passkeys"]},
        "signInWithPasskey": {"json": EXAMPLES["POST", "/api/session/passkey"]},
        "switchAccount": {"json": {"agency": "acme", "contractorId": "none"}},
        "handOver": {"json": EXAMPLES["POST", "/api/session/handover"]},
    }
    checked = set()
    for path, method, operation in operations(document):
        name = operation["operationId"]
        for status, answer in operation["responses"].items():
            if name in OF_PROVIDER and status != "404":
                continue
            if "$ref" not in answer and status.isdecimal() and int(status) > 400:
                request = {"headers": {"Accept": "application/json"}, **bodies.get(name, {})}
                place = path.replace("passkeys/none", f"passkeys/{passkey_id}") if status == "409" else path
                sentence = error_sentence(client.open(place, method=method, **request), int(status))
                assert sentence == example(document, operation, status), name
                request["headers"] = {"Accept": PROBLEM}
                problem = problem_of(client.open(place, method=method, **request), int(status))
                described = answer["content"][PROBLEM]["example"]
                assert {**problem, "requestId": ""} == {**described, "requestId": ""}, name
                checked.add(name)
    assert checked == {
        *("requestCode", "signIn", "switchAccount", "getDocsFile", "listContacts"),
        *("beginPasskeyRegistration", "addPasskey", "signInWithPasskey", "removePasskey"),
        *OF_PROVIDER,
        *("listHistoricalStatements", "listPendingStatements", "listInvoices"),
    }


def test_each_sentence_is_written_only_once_in_the_code() -> None:
    """Two copies of a sentence would soon differ."""
    places = defaultdict(list)
    for path in sorted((Path(__file__).parents[2] / "app").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                for text in re.split(r"(?<=\.) ", node.value):
                    places[text].append(f"{path.name}:{node.lineno}")
    sentences = {text: lines for text, lines in places.items() if re.fullmatch(r"\S.{28,}\.", text) and " " in text}
    assert {text: lines for text, lines in sentences.items() if len(lines) > 1} == {}


def example(document: Json, operation: Json, status: str) -> str:
    """Return the example sentence of an error response."""
    answer = operation["responses"][status]
    if "$ref" in answer:
        answer = document["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    return str(answer["content"]["application/json"]["example"]["error"])
