"""Rules that JSON Schema cannot express, as a table of permitted failures with reasons."""

import re
from typing import NamedTuple

from schemathesis import Case, Response
from schemathesis.core.failures import AcceptedNegativeData, Failure
from schemathesis.openapi.checks import RejectedPositiveData


class Rule(NamedTuple):
    """A request that is valid by the description, but is refused with 400 and this sentence."""

    operation: str
    sentence: str
    reason: str


RULES = (
    *(
        Rule(
            write,
            "Idempotency-Key: must have 1 to 128 printable ASCII characters.",
            "quotation marks around it are no part",
        )
        for write in ("completeJob", "addNote", "submitInvoice")
    ),
    Rule("addPasskey", "This took too long, or it was sent twice. Please try again.", "a challenge is valid once"),
    Rule("beginPasskeyRegistration", "You have 10 passkeys already. .*", "the number of passkeys is limited"),
    Rule(
        "completeJob",
        "This job was cancelled, so it cannot be completed.",
        "which job is cancelled is the agency's knowledge",
    ),
    Rule("markInvoicing", "invoiceNumber: must be missing with no-charge.", "without a charge, there is no invoice"),
    Rule("submitInvoice", "document: .*", "JSON Schema does not look into a PDF"),
    Rule(
        "submitInvoice",
        "invoiceDate: must be at most one day ahead and six years back.",
        "the window moves with the clock",
    ),
    Rule(
        "submitInvoice", "invoiceDate: must be an ISO 8601 date or date-time, such as .*", "a pattern knows no calendar"
    ),
    Rule("submitInvoice", "vat: must be at most the amount.", "JSON Schema does not compare two fields"),
    Rule(
        "submitInvoice",
        "(amount|vat): must not have more than two decimals.",
        "multipleOf 0.01 fails for numbers such as 1.1 where a client computes with doubles",
    ),
    Rule(
        "submitInvoice",
        "invoiceNumber: your agency requires it.|jobId: is required.|jobId: enter a jobId or a statementId.",
        "which fields are required varies by agency",
    ),
)

TRIMMED = {"note": 4_000, "description": 2_000, "invoiceNumber": 50}
"""The `maxLength` of texts that the portal trims."""


def is_known(failure: Failure, case: Case, response: Response) -> bool:
    """Return whether a failure is permitted by a rule, or because the form is valid after all.

    Schemathesis does not count 413 as a refusal. A body of over 64 KiB gets it before its fields are read.
    """
    if isinstance(failure, AcceptedNegativeData):
        return (
            response.status_code == 413
            or _is_a_valid_form(case)
            or _leaves_a_field_empty(case)
            or _has_blanks_to_spare(case)
        )
    if not isinstance(failure, RejectedPositiveData) or response.status_code != 400:
        return False
    body = response.json()
    sentence = body.get("error") or body["detail"]
    return any(rule.operation == operation_id(case) and re.fullmatch(rule.sentence, sentence) for rule in RULES)


def _is_a_valid_form(case: Case) -> bool:
    """Return whether schemathesis made a valid form, but judges it invalid, as it cannot validate a file's bytes."""
    made_as = case.meta.phase.data.description if case.meta else ""
    return case.media_type == "multipart/form-data" and made_as == "Positive test case"


def _leaves_a_field_empty(case: Case) -> bool:
    """Return whether a form has an empty field.

    Browsers send it for a missing value, and no pattern expresses that well.
    """
    return case.media_type == "multipart/form-data" and isinstance(case.body, dict) and "" in case.body.values()


def _has_blanks_to_spare(case: Case) -> bool:
    """Return whether a text is too long only before it is trimmed, which `maxLength` cannot express."""
    texts = case.body if isinstance(case.body, dict) else {}
    return any(
        isinstance(text := texts.get(name), str) and len(text.strip()) <= longest < len(text)
        for name, longest in TRIMMED.items()
    )


def operation_id(case: Case) -> str:
    """Return the operation's id in the description."""
    return str(case.operation.definition.raw["operationId"])
