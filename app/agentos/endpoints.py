"""AgentOS's endpoints, with their methods and paths, and calls to them.

The documented calls are from the vendor's V4 help pages of 2026. An assumed path is a guess: a live check must prove
it, and an agency's configuration may override it.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from app.agentos.caller import Caller
from app.agentos.errors import NotFound
from app.domain.agency import ADD_NOTE, COMPLETE, HISTORICAL, LIST_INVOICES, PENDING, SUBMIT_INVOICE, Agency
from app.domain.clock import LeaseEnd
from app.domain.invoice import Document
from app.domain.limits import ID

VENDOR_URL = "https://live-api.letmc.com"
"""The address of AgentOS (https://live-api.letmc.com/)."""
PAGE_SIZE = 1_000
"""Rows per page: the most that AgentOS allows."""
_TEMPLATE = re.compile(r"(/([A-Za-z0-9_~-]|\{[A-Za-z_]+\})+)+")
_PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)\}")
_PREFIX = "/v4/maintenance/{shortName}"
_CONTRACTOR = _PREFIX + "/contacts/contractors/{contractor_id}"
_JOB = _PREFIX + "/jobs/{job_id}"
PIECE_BYTES = 48 * 1024
"""Bytes of a document read at a time: a multiple of three, because only the last piece of base64 may be padded."""
_END = b'"}]}'


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The method of a call, the template of its path, and whether the vendor documents that path.

    `offer`, from `domain.agency.OPERATIONS`, is the name with which `not_offered` switches the call off for an agency.
    """

    method: str
    path: str
    documented: bool = True
    offer: str | None = None


ENDPOINTS: Mapping[str, Endpoint] = {
    "branches": Endpoint("GET", _PREFIX + "/company/branches/{offset}/{count}"),
    "contractors": Endpoint("GET", _PREFIX + "/contacts/contractors/{branch_id}/{offset}/{count}"),
    "contractor": Endpoint("GET", _CONTRACTOR),
    "staff": Endpoint("GET", _PREFIX + "/contacts/staff/{staff_id}"),
    "status_types": Endpoint("GET", _PREFIX + "/jobs/statusTypes/{offset}/{count}"),
    "jobs": Endpoint("GET", _PREFIX + "/jobs/{branch_id}/{offset}/{count}"),
    "job": Endpoint("GET", _JOB),
    "set_status": Endpoint("PATCH", _JOB, offer=COMPLETE),
    "submit_invoice": Endpoint("POST", _PREFIX + "/invoice/submit", offer=SUBMIT_INVOICE),
    "property": Endpoint("GET", _PREFIX + "/properties/{property_id}"),
    "add_note": Endpoint("POST", _JOB + "/notes", False, ADD_NOTE),
    "historical": Endpoint("GET", _CONTRACTOR + "/statements/historical/{offset}/{count}", False, HISTORICAL),
    "pending": Endpoint("GET", _CONTRACTOR + "/statements/pending/{offset}/{count}", False, PENDING),
    "invoices": Endpoint("GET", _CONTRACTOR + "/invoices/{offset}/{count}", False, LIST_INVOICES),
}


def url_path(agency: Agency, operation: str, **segments: str | int) -> str:
    """Return the path of `operation` at `agency`, with its placeholders filled from `segments`.

    Raise NotFound, before anything is sent, for an id that no object of AgentOS can have.
    """
    if not all(ID.fullmatch(str(value)) for value in segments.values()):
        raise NotFound(operation)
    template = agency.agentos_paths.get(operation, ENDPOINTS[operation].path)
    filled = {name: quote(str(value), safe="") for name, value in segments.items()}
    return template.format(shortName=quote(agency.short_name, safe=""), **filled)


def override_faults(paths: Mapping[str, str]) -> dict[str, str]:
    """Return the fault of each invalid override. Only assumed paths can be replaced, with the same placeholders."""
    return {operation: fault for operation, template in paths.items() if (fault := _fault(operation, template))}


def _fault(operation: str, template: str) -> str | None:
    endpoint = ENDPOINTS.get(operation)
    if endpoint is None or endpoint.documented:
        return f"must be one of {', '.join(name for name, each in ENDPOINTS.items() if not each.documented)}"
    if not _TEMPLATE.fullmatch(template):
        return f"must be a path like {endpoint.path}"
    if sorted(_PLACEHOLDER.findall(template)) != sorted(_PLACEHOLDER.findall(endpoint.path)):
        return f"must have the placeholders of {endpoint.path}, each once"
    return None


class Upload:
    """A request body: a JSON object with a document under `Documents`. Its length is known before it is sent.

    Each iteration yields all bytes, encoding the document piece by piece. It raises OSError for an unreadable document.
    """

    def __init__(self, fields: Mapping[str, Any], document: Document) -> None:
        entry = {"DocumentName": document.name, "MimeType": "application/pdf", "Size": document.size}
        entry["Content"] = ""  # last, because the bytes after it must be known
        self._beginning = json.dumps({**fields, "Documents": [entry]}, allow_nan=False).encode().removesuffix(_END)
        self._document = document

    def __len__(self) -> int:
        return len(self._beginning) + (self._document.size + 2) // 3 * 4 + len(_END)

    def __iter__(self) -> Iterator[bytes]:
        yield self._beginning
        with self._document.open() as file:
            while piece := file.read(PIECE_BYTES):
                yield b64encode(piece)
        yield _END


Body = Mapping[str, Any] | Upload
"""The JSON of a write, with a document or without."""


@dataclass(frozen=True, slots=True)
class Write:
    """A write: its body, and the sender's `lease`, after which nothing is sent. `is_upload`: use upload time-outs."""

    body: Body = field(repr=False)
    lease: LeaseEnd
    is_upload: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A call of `operation`, a name in `ENDPOINTS`, at an agency, under the URL path `path`. A read has no `write`."""

    agency: Agency
    operation: str
    path: str
    caller: Caller
    write: Write | None = None

    @property
    def method(self) -> str:
        """The HTTP method of the operation."""
        return ENDPOINTS[self.operation].method
