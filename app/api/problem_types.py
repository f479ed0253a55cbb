"""The closed list of problem types (RFC 9457), for clients that tell failures apart by program.

`/api/problems` is made from this list, and so is the enumeration in the API description. A type never changes its
address, its title or its meaning. A new type breaks clients that rely on the list, as `make openapi` says.
"""

from enum import Enum

from app.domain.limits import DUPLICATE_DAYS

PAGE = "/api/problems"
"""The page that describes every type. Each has an anchor there."""


class ProblemType(Enum):
    """A type: the usual status of its responses, its title, and its description for client developers."""

    INVALID_REQUEST = (
        400,
        "The request is not valid",
        "Something in the request is missing or wrong, or a rule forbids it. If fields are at fault, errors lists "
        "them all. The same request fails again.",
    )
    KEY_REUSED = (
        400,
        "The key belongs to another submission",
        "An earlier request with this Idempotency-Key had other content. Use a new key for each submission.",
    )
    UNAUTHENTICATED = (
        401,
        "Nobody is signed in",
        "The session is missing or has ended. Let the person sign in, then send the request again.",
    )
    WRONG_CODE = (
        401,
        "The code is not valid",
        "The code for signing in is wrong, was used, has expired, or belongs to another browser. Let the person enter "
        "it again, or ask for another.",
    )
    WRONG_PASSKEY = (
        401,
        "The passkey is not accepted",
        "The proof by a passkey is wrong, was used or has expired, or the passkey was removed. Let the person try "
        "again, or sign in with a code.",
    )
    NO_ACCOUNT = (
        401,
        "The person has no account",
        "The person has proved their e-mail address, but no agency now has a contractor with it.",
    )
    SIGN_IN_REFUSED = (
        401,
        "The sign-in is not valid",
        "The portal does not accept the proof of an identity provider or of another front end: it is not valid, has "
        "expired, was used before, or names no verified e-mail address. Let the person sign in again.",
    )
    CROSS_SITE = (
        403,
        "The request came from another site",
        "A page of another origin sent a request that changes something, and ALLOWED_ORIGINS does not name that "
        "origin.",
    )
    NO_SUCH_ADDRESS = (404, "There is nothing at this address", "The path is not one of the API.")
    NO_SUCH_OBJECT = (
        404,
        "There is no such object",
        "The object does not exist, or it is another contractor's. The answer is the same for both.",
    )
    NOT_OFFERED = (
        404,
        "The agency does not offer this",
        "The agency's AgentOS lacks this operation. The field offers of getAgency lists those that it has.",
    )
    METHOD_NOT_ALLOWED = (
        405,
        "The address does not take this method",
        "The header Allow lists the methods that the address takes.",
    )
    FOREIGN_ACCOUNT = (
        409,
        "The account is not this person's",
        "Portal-Account names an account that this person does not have, or no longer has. Nothing was done. "
        "getSession lists the person's accounts.",
    )
    SIGN_IN_TOO_OLD = (
        409,
        "The sign-in is not recent",
        "The change needs a sign-in within the last 15 minutes. Let the person sign in again.",
    )
    DUPLICATE_INVOICE = (
        409,
        "The invoice resembles an earlier one",
        f"An invoice with the same job and amount, or with the same document, was sent in the last {DUPLICATE_DAYS} "
        "days. If another invoice is meant, send it with X-Allow-Duplicate: true.",
    )
    IN_PROGRESS = (
        409,
        "The submission is being sent",
        "Another request is sending the same submission now. Wait as retryAfter says, and send the request again "
        "with its key.",
    )
    CONFLICT = (
        409,
        "The request contradicts the present data",
        "The data has changed in the meantime. Read it again before another try.",
    )
    TOO_LARGE = (413, "The request is too large", "The body, or the document in it, exceeds a limit.")
    TOO_MANY_REQUESTS = (
        429,
        "There are too many requests",
        "The portal limits how often somebody may do this. Wait as retryAfter says.",
    )
    NOT_SENT = (
        500,
        "The submission was not sent",
        "AgentOS does not have the submission, and the portal will not send it later. The same key may be used again.",
    )
    UNCONFIRMED = (
        500,
        "The submission is not confirmed",
        "The submission may have arrived. The portal looks for it. Ask at Location, if there is one, or send the "
        "request again with its key.",
    )
    REVIEW = (
        500,
        "The submission is in review",
        "The portal cannot settle the submission by itself, so people must. Ask at Location for the result.",
    )
    REJECTED = (
        500,
        "The submission was refused for good",
        "AgentOS refused the submission (500), its job was cancelled (400), or its job is no longer this contractor's "
        "(404). The portal will not send it again.",
    )
    AGENTOS_UNREACHABLE = (
        500,
        "AgentOS cannot be reached",
        "The agency's AgentOS did not answer, or not properly. Nothing was sent.",
    )
    AGENTOS_BUSY = (
        500,
        "AgentOS has too many requests",
        "All calls that the agency may make are in use, or too many requests wait for AgentOS. Nothing was sent.",
    )
    AGENTOS_REFUSES_KEY = (
        500,
        "AgentOS refuses the portal's key",
        "The agency has to correct the configuration. Nothing was sent.",
    )
    NOT_READY = (
        500,
        "The records are not read yet",
        "The portal has not read these records from AgentOS yet, for instance after its first start.",
    )
    NO_WORKER = (
        500,
        "The portal's worker does not run",
        "The part of the portal that reads from AgentOS and sends e-mail has stopped. Try again in some minutes.",
    )
    SIGN_IN_UNAVAILABLE = (
        500,
        "The identity provider cannot be reached",
        "The installation's identity provider, or the keys of the other front end, cannot be read. Try again as "
        "retryAfter says, or sign in with a code.",
    )
    MISCONFIGURED = (
        500,
        "The agency's configuration is wrong",
        "The configuration names a status that the agency's AgentOS does not have. The agency has to correct it.",
    )
    DOCUMENT_UNCHECKED = (
        500,
        "The document could not be checked",
        "The portal could not check the document, through a fault of its own. Send the request again.",
    )
    INTERNAL_ERROR = (
        500,
        "The portal failed",
        "A fault of the portal itself. The log has the reason under requestId.",
    )
    OUT_OF_SERVICE = (
        503,
        "The portal is not ready",
        "The portal cannot serve requests now. Only the log has the reasons.",
    )

    def __init__(self, status: int, title: str, meaning: str) -> None:
        self.status = status
        self.title = title
        self.meaning = meaning

    @property
    def anchor(self) -> str:
        """Return the name of the type, such as `no-such-object`."""
        return self.name.lower().replace("_", "-")

    @property
    def uri(self) -> str:
        """Return the value of the member `type`: a path on the portal, which leads to the description."""
        return f"{PAGE}#{self.anchor}"
