"""The API description is complete and current. A change that breaks clients requires a new version."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from pathlib import Path
from threading import Barrier
from typing import Any

import jsonschema
import pytest

from tests.contract.api_calls import CHANGING
from tests.portal_server import PortalServer
from tools.openapi import COPY, changes, faults, released, renew
from tools.openapi_changes import METHODS, differences

Json = dict[str, Any]


@pytest.fixture
def described(portal_server: PortalServer) -> Json:
    answer = portal_server.app.test_client().get("/api/openapi.json")
    assert answer.status_code == 200
    document: Json = answer.get_json()
    return document


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def test_description_covers_exactly_all_routes(portal_server: PortalServer, described: Json) -> None:
    routes = {
        (re.sub(r"<[^>]+>", "{}", rule.rule), method.lower())
        for rule in portal_server.app.url_map.iter_rules()
        for method in rule.methods or ()
        if method.lower() in METHODS and not rule.endpoint.startswith(("web.", "review."))
    }
    assert {(re.sub(r"{\w+}", "{}", path), method) for path, method, _ in operations(described)} == routes


def test_description_is_complete_for_simultaneous_first_requests(portal_server: PortalServer) -> None:
    start = Barrier(4)

    def fetch(_: int) -> object:
        client = portal_server.app.test_client()
        start.wait()
        return client.get("/api/openapi.json").get_json()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(fetch, range(4))) == [json.loads(COPY.read_text())] * 4


def test_every_operation_has_id_description_and_tags(described: Json) -> None:
    every = list(operations(described))
    names = [operation["operationId"] for _, _, operation in every]
    assert len(set(names)) == len(names)
    assert {"listJobs", "completeJob", "addNote", "submitInvoice"} <= set(names)
    for _, _, operation in every:
        assert re.fullmatch("[a-z]+([A-Z][a-z]+)*", operation["operationId"])
        assert operation["description"].strip().endswith(".")
        assert operation["tags"]
        assert set(operation["responses"]) >= {"400"}


def test_every_operation_describes_its_early_refusals(described: Json) -> None:
    """Every operation can refuse a large body, even if it takes none.

    A write can also refuse another site's request, and so can a page that signs in.
    """
    for path, method, operation in operations(described):
        refusals = {"403", "413"} & set(operation["responses"])
        can_be_foreign = method.upper() in CHANGING or operation["operationId"] in ("startOpenid", "finishOpenid")
        assert refusals == ({"403", "413"} if can_be_foreign else {"413"}), (path, method)


def test_every_field_has_description_and_valid_example(described: Json) -> None:
    for name, schema in described["components"]["schemas"].items():
        assert schema["description"], name
        for field, property_ in schema["properties"].items():
            assert property_["description"].endswith("."), f"{name}.{field}"
            plain = property_.get("type") not in (None, "object", "array") and property_.get("format") != "binary"
            assert not plain or property_.get("examples"), f"{name}.{field}"
            for example in property_.get("examples", ()):
                jsonschema.Draft202012Validator(property_).validate(example)


def test_committed_description_is_current(described: Json) -> None:
    old = json.loads(COPY.read_text("utf-8"))
    assert old == described, "\n".join(["run `make openapi`. It changes:", *changes(old, described)])


def test_description_may_follow_that_of_the_newest_release(described: Json) -> None:
    """Before the first release, there is nothing to compare with."""
    assert faults(released() or {"info": {"version": "0"}}, described) == []


def test_renew_writes_any_change_until_its_version_is_released(
    described: Json, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / COPY.name
    copy.write_text(COPY.read_text("utf-8"), "utf-8")
    new = changed(described, *HARMLESS["other words about it"])
    assert renew(copy, new, described) == 1
    assert "Raise VERSION" in capsys.readouterr().out
    assert json.loads(copy.read_text("utf-8")) == described
    assert renew(copy, new, None) == 0
    assert json.loads(copy.read_text("utf-8")) == new
    new["info"]["version"] += "1"
    assert renew(copy, new, described) == 0
    new["paths"].pop("/api/contractor/jobs")
    assert renew(copy, new, described) == 1
    assert "/api/contractor/jobs: is gone" in capsys.readouterr().out


def part_of(document: Json, place: str) -> Any:
    """Return the part of the document at this path. Blanks separate the names."""
    for step in place.split():
        document = document[step]
    return document


def parameter(operation: Json, name: str) -> Json:
    """Return a parameter of an operation."""
    return next(each for each in operation["parameters"] if each.get("name") == name)


LIST_JOBS, ADD_NOTE = "paths /api/contractor/jobs get", "paths /api/contractor/jobs/{jobId}/notes post"
AS_TEXT = {"document": {"contentType": "text/plain"}}
FORM = "paths /api/contractor/invoices post requestBody content multipart/form-data"
JOB, INVOICE = "components schemas Job", "components schemas NewInvoice"
BREAKING: dict[str, tuple[str, Callable[[Any], object]]] = {
    "is gone": ("paths", lambda paths: paths.pop("/api/contractor/jobs")),
    "listJobs is called": (LIST_JOBS, lambda part: part.update(operationId="getJobs")),
    "needs a session now": ("paths /api/session post", lambda part: part.update(security=[{"session": []}])),
    "limit is not taken any more": (f"{LIST_JOBS} parameters", lambda parameters: parameters.pop(1)),
    "limit may be above the maximum": (LIST_JOBS, lambda part: part["parameters"][1]["schema"].update(maximum=100)),
    "status may be another word": (LIST_JOBS, lambda part: parameter(part, "status")["schema"].update(enum=["open"])),
    "page is required now": (
        f"{LIST_JOBS} parameters",
        lambda all_: all_.append({"in": "query", "name": "page", "required": True, "schema": {}}),
    ),
    "a body is required now": (
        "paths /api/contractor/jobs/{jobId}/complete patch requestBody",
        lambda body: body.update(required=True),
    ),
    "multipart/form-data is not taken": (
        "paths /api/contractor/invoices post requestBody content",
        lambda content: content.pop("multipart/form-data"),
    ),
    "the body may lack statementId": (INVOICE, lambda schema: schema["required"].append("statementId")),
    "the body may have vat": (f"{INVOICE} properties", lambda properties: properties.pop("vat")),
    "the body.vat may be null": (f"{INVOICE} properties vat", lambda vat: vat.update(type="number")),
    "the body.note may be above the maxLength": (
        "components schemas NewNote properties note",
        lambda note: note.update(maxLength=100),
    ),
    "the body.jobId may have another pattern": (
        f"{INVOICE} properties jobId",
        lambda part: part.update(pattern="^[0-9]+$"),
    ),
    "201 is not answered any more": (
        f"{ADD_NOTE} responses",
        lambda answers: answers.update({"200": answers.pop("201")}),
    ),
    "200: the header ETag is gone": (f"{LIST_JOBS} responses 200 headers", lambda headers: headers.pop("ETag")),
    "the answer may lack title": (
        JOB,
        lambda schema: (schema["properties"].pop("title"), schema["required"].remove("title")),
    ),
    "the answer may lack status": (JOB, lambda schema: schema["required"].remove("status")),
    "the answer.completed may be null": (
        f"{JOB} properties completed",
        lambda part: part.update(type=["boolean", "null"]),
    ),
    "the answer.jobId may be integer": (f"{JOB} properties jobId", lambda part: part.update(type="integer")),
    "the answer.reportedAt may have another format": (f"{JOB} properties reportedAt", lambda part: part.pop("format")),
    "the answer.status may be another word": (
        "components schemas Account properties status",
        lambda part: part["enum"].append("asleep"),
    ),
    "the answer may lack error": ("components schemas Failure", lambda schema: schema["required"].remove("error")),
    "404: application/json is not answered": ("components responses NotFound", lambda answer: answer.pop("content")),
    "500: the header Retry-After is gone": (
        "components responses InternalServerError headers",
        lambda headers: headers.pop("Retry-After"),
    ),
    "the header Retry-After may be string": (
        "components headers Retry-After schema",
        lambda schema: schema.update(type="string"),
    ),
    "the header X-Request-ID may be missing": (
        "components headers X-Request-ID",
        lambda header: header.update(required=False),
    ),
    "the answer.jobs[].notes[] may be anything": (f"{JOB} properties notes", lambda notes: notes.pop("items")),
    "limit may have another default": (LIST_JOBS, lambda part: part["parameters"][1]["schema"].update(default=20)),
    "offset may have another default": (LIST_JOBS, lambda part: part["parameters"][0]["schema"].pop("default")),
    "offset is written in another way": (LIST_JOBS, lambda part: part["parameters"][0].update(style="pipeDelimited")),
    "the body.amount may have another multipleOf": (
        f"{INVOICE} properties amount",
        lambda amount: amount.update(multipleOf=5),
    ),
    "the body may have another dependentRequired": (
        INVOICE,
        lambda schema: schema.update(dependentRequired={"vat": ["invoiceNumber"]}),
    ),
    "needs another session": (LIST_JOBS, lambda part: part.update(security=[{"key": []}])),
    "the session is carried in another way": (
        "components securitySchemes session",
        lambda scheme: scheme.update(name="other"),
    ),
    "is among work now, not among jobs": (LIST_JOBS, lambda part: part.update(tags=["work"])),
    "Contractor Portal is called Portal now": ("info", lambda info: info.update(title="Portal")),
    "InvoiceForm is not among the schemas any more": (
        "",
        lambda document: document.update(json.loads(json.dumps(document).replace("InvoiceForm", "FormOfInvoice"))),
    ),
    "the parts of multipart/form-data are written in another way": (
        FORM,
        lambda form: form.update(encoding=AS_TEXT),
    ),
    "206 may be answered": (f"{LIST_JOBS} responses", lambda answers: answers.update({"206": answers["200"]})),
    "302 may be answered": (f"{LIST_JOBS} responses", lambda answers: answers.update({"302": answers["304"]})),
    "/ is not where the portal is any more": ("servers", lambda servers: servers[0].update(url="/v2")),
}
HARMLESS: dict[str, tuple[str, Callable[[Any], object]]] = {
    "a new operation": ("paths", lambda paths: paths.update({"/new": paths["/api/contractor/jobs"]})),
    "a new optional parameter": (
        f"{LIST_JOBS} parameters",
        lambda all_: all_.append({"in": "query", "name": "page", "schema": {}}),
    ),
    "a new optional input": (f"{INVOICE} properties", lambda properties: properties.update(more={"type": "string"})),
    "a wider input": (
        f"{INVOICE} properties amount",
        lambda amount: amount.update(type=["number", "null"], maximum=10**9),
    ),
    "a pattern that takes more": (
        f"{INVOICE} properties statementId",
        lambda part: part.update(pattern=f"{part['pattern']}|^$"),
    ),
    "a new field of an answer": (
        JOB,
        lambda schema: (schema["properties"].update(more={"type": "string"}), schema["required"].append("more")),
    ),
    "a narrower answer": (f"{JOB} properties title", lambda title: title.update(type="string")),
    "a new error": (f"{LIST_JOBS} responses", lambda answers: answers.update({"503": answers["500"]})),
    "an error fewer": (f"{LIST_JOBS} responses", lambda answers: answers.pop("409")),
    "no session needed any more": (LIST_JOBS, lambda part: part.update(security=[])),
    "a header that never fails": ("components headers ETag", lambda header: header.update(required=True)),
    "a field that is not to be used": (f"{JOB} properties title", lambda title: title.update(deprecated=True)),
    "other words about it": (LIST_JOBS, lambda part: part.update(description="Otherwise.", summary="Other")),
}


def changed(described: Json, place: str, change: Callable[[Any], object]) -> Json:
    new = deepcopy(described)
    change(part_of(new, place))
    return new


@pytest.mark.parametrize("reason", BREAKING)
def test_breaking_change_is_reported(described: Json, reason: str) -> None:
    new = changed(described, *BREAKING[reason])
    new["info"]["version"] += "1"
    reasons = faults(described, new)
    assert any(reason in each for each in reasons), reasons
    new["info"]["version"] = "99.0"
    assert faults(described, new) == [], "said aloud"
    assert any(line.startswith("breaks clients: ") and reason in line for line in changes(described, new))


@pytest.mark.parametrize("change", HARMLESS)
def test_compatible_change_is_not_reported(described: Json, change: str) -> None:
    new = changed(described, *HARMLESS[change])
    new["info"]["version"] += "1"
    assert faults(described, new) == []
    assert not any(line.startswith("breaks clients") for line in changes(described, new))


CHANGES: dict[str, tuple[str, str, Callable[[Any], object]]] = {
    "a tag": ("new: paths /api/contractor/jobs get tags work", LIST_JOBS, lambda part: part["tags"].append("work")),
    "the encoding of a part": (
        "new: paths /api/contractor/invoices post requestBody content multipart/form-data encoding",
        FORM,
        lambda form: form.update(encoding=AS_TEXT),
    ),
    "an operation": ("new: paths /new", "paths", lambda paths: paths.update({"/new": paths["/api/contractor/jobs"]})),
    "a parameter": (
        "gone: paths /api/contractor/jobs get parameters limit",
        f"{LIST_JOBS} parameters",
        lambda all_: all_.pop(1),
    ),
    "a field": (
        "new: components schemas Job properties more",
        f"{JOB} properties",
        lambda fields: fields.update(more={"type": "string"}),
    ),
    "a word": (
        "new: components schemas Account properties status enum asleep",
        "components schemas Account properties status enum",
        lambda words: words.append("asleep"),
    ),
    "a required field": (
        "new: components schemas NewInvoice required vat",
        INVOICE,
        lambda schema: schema["required"].append("vat"),
    ),
    "a limit": (
        "new: components schemas NewNote properties note maxLength: 100",
        "components schemas NewNote properties note",
        lambda note: note.update(maxLength=100),
    ),
    "a status": (
        "gone: paths /api/contractor/jobs/{jobId}/notes post responses 202",
        f"{ADD_NOTE} responses",
        lambda answers: answers.pop("202"),
    ),
    "a header": (
        "gone: paths /api/contractor/jobs get responses 200 headers ETag",
        f"{LIST_JOBS} responses 200 headers",
        lambda headers: headers.pop("ETag"),
    ),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_change_is_listed_once(described: Json, kind: str) -> None:
    line, *change = CHANGES[kind]
    listed = differences(described, changed(described, *change))
    assert line in listed
    assert not any(other.startswith(line) for other in listed if other != line), "its parts are not listed"
    assert differences(described, described) == []


def test_api_docs_page_uses_only_local_files(portal_server: PortalServer) -> None:
    client = portal_server.app.test_client()
    page = client.get("/api/docs")
    assert page.status_code == 200
    assert page.mimetype == "text/html"
    files = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(files) >= 5
    for file in files:
        answer = client.get(f"/api/{file}")
        assert answer.status_code == 200, file
        again = client.get(f"/api/{file}", headers={"If-None-Match": answer.headers.get("ETag", "")})
        assert again.status_code in (200, 304)
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script>|https?:", page.text)


def test_api_docs_page_without_session_makes_no_session_request(portal_server: PortalServer) -> None:
    """Browsers would show its 401 as an error.

    Browsers may cache both forms of the page, which depend on the cookie.
    """
    signed_in, stranger = portal_server.sign_in(), portal_server.app.test_client()
    pages = [client.get("/api/docs") for client in (signed_in, stranger)]
    assert ["data-session" in page.text for page in pages] == [True, False]
    again = [signed_in.get("/api/docs", headers={"If-None-Match": page.headers["ETag"]}) for page in pages]
    assert [answer.status_code for answer in again] == [304, 200]
    assert all("Cookie" in answer.headers["Vary"] for answer in [*pages, *again])


@pytest.mark.parametrize("byte_range", ["bytes=0-3", "bytes=99999999-", "bytes=a-b"])
def test_api_docs_file_ignores_range_header(portal_server: PortalServer, byte_range: str) -> None:
    client = portal_server.app.test_client()
    for path in ("/api/docs", "/api/docs/page.css"):
        whole = client.get(path)
        part = client.get(path, headers={"Range": byte_range})
        assert (part.status_code, part.data) == (200, whole.data)
        assert client.get(path, headers={"If-None-Match": whole.headers["ETag"]}).status_code == 304


def test_api_docs_file_is_compressed_for_clients_that_accept_it(portal_server: PortalServer) -> None:
    client = portal_server.app.test_client()
    plain = client.get("/api/docs/swagger-ui.css")
    zipped = client.get("/api/docs/swagger-ui.css", headers={"Accept-Encoding": "gzip"})
    assert [answer.headers.get("Content-Encoding") for answer in (plain, zipped)] == [None, "gzip"]
    assert gzip.decompress(zipped.data) == plain.data
    for answer in (plain, zipped):
        assert "Accept-Encoding" in answer.headers["Vary"]


@pytest.mark.parametrize("file", ["nothing.js", "page.html", "..%2fviews.py", "swagger-ui.js"])
def test_unknown_api_docs_file_is_404(portal_server: PortalServer, file: str) -> None:
    answer = portal_server.app.test_client().get(f"/api/docs/{file}")
    assert (answer.status_code, list(answer.json or ())) == (404, ["error"])
