"""The API description for schemathesis, and values that it needs to get past the first checks."""

import base64
import os
from collections.abc import Iterable
from typing import Any

import schemathesis
from hypothesis import settings
from hypothesis import strategies as st
from schemathesis import Case, Response
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure
from schemathesis.hooks import HookContext
from schemathesis.schemas import BaseSchema

from tests.fuzz import checks
from tests.fuzz.known_exceptions import is_known
from tests.pdfs import PDF
from tools.openapi import COPY

EMAIL = "office@harper.example"
SENT = "0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d"
"""A placeholder for the id of a submission of this person."""
PASSKEY = "7d1f0a9c3b5e4f6a8c2d1e0f9b8a7c6d"
"""A placeholder for the id of a passkey of this person."""
OTHER_DEVICE = "3f2a9c0d5e8b4716a2c4e6f80b1d3c5a"
"""A placeholder for the id of another device of this person."""
WORDS: dict[str, tuple[float, list[Any]]] = {
    "header.X-Allow-Duplicate": (0.8, ["true"]),
    "header.Portal-Account": (0.8, ["acme/CON-1001", "harbour/CON-5001"]),
    "path.jobId": (0.8, ["JOB-1", "JOB-2", "JOB-3", "JOB-7"]),
    "path.statementId": (0.8, ["S-1", "S-2", "S-8", "S-9"]),
    "path.invoiceId": (0.8, ["INV-1", "INV-2", "INV-3"]),
    "path.submissionId": (0.8, [SENT]),
    "path.passkeyId": (0.8, [PASSKEY]),
    "path.deviceId": (0.8, [OTHER_DEVICE]),
    "query.after": (0.5, ["-1764144900000000~JOB-7", "-740000~S-2", "1000000000000000000~JOB-20"]),
    "body.jobId": (0.8, ["JOB-1", "JOB-2", "JOB-3", "JOB-7"]),
    "body.statementId": (0.5, ["S-8", "S-9", "S-10", "S-11"]),
    "body.amount": (0.5, [0.01, 120, 1_000_000]),
    "body.vat": (0.5, [0, 0.01, 20]),
    "body.invoiceDate": (0.8, ["2026-11-25", "2026-11-26", "2025-10-26T01:30:00", "2026-11-24T22:00:00+00:00"]),
    "body.document.content": (0.8, [base64.b64encode(PDF).decode()]),
    "body.email": (0.5, [EMAIL]),
    "body.agency": (0.8, ["acme", "harbour"]),
    "body.contractorId": (0.8, ["CON-1001", "CON-5001"]),
}
"""Values that nobody finds by chance, and the share of requests in which a parameter has one of them."""

schemathesis.openapi.format("binary", st.just(PDF) | st.binary())


class AppPlaceholder:
    """A placeholder for the application, because tests are collected before there is a portal."""

    app: Any

    def __call__(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        response: Iterable[bytes] = self.app(environ, start_response)
        return response


def load_description() -> BaseSchema:
    """Return the committed description. Set `.app.app` to a portal's application later.

    The hypothesis profile sets the number of examples per operation; `make test` uses a quarter. FUZZ_SEED changes the
    examples.
    """
    profile = settings.default
    config = SchemathesisConfig.from_dict(
        {
            "suppress-health-check": ["all"],
            "seed": int(os.environ.get("FUZZ_SEED", "1")),
            "generation": {
                "max-examples": max(profile.max_examples // (4 if profile.derandomize else 1), 1),
                "database": "none",
            },
            "dictionaries": {_plain(where): {"values": words} for where, (_, words) in WORDS.items()},
            "parameters": {
                where: {"dictionary": _plain(where), "probability": often} for where, (often, _) in WORDS.items()
            },
        }
    )
    schema = schemathesis.openapi.from_path(COPY, config=config)
    schema.app = AppPlaceholder()

    @schema.hook
    def filter_failure(context: HookContext, failure: Failure, case: Case, response: Response) -> bool:
        return not is_known(failure, case, response)

    return schema


def _plain(where: str) -> str:
    return where.replace(".", "-")


assert checks  # the import registers the checks
