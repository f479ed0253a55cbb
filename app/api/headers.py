"""The descriptions of the headers of requests and responses."""

from app.api.fields import about
from app.domain.limits import KEY_CHARACTERS, KEY_DAYS, LIMITS
from app.domain.submission import State

HEADERS = {
    "X-Request-ID": about("The name of this request in the logs.", "6f1c8f0e9d3b4c5a8e7d6c5b4a392817"),
    "Retry-After": about("The number of seconds to wait before trying again.", 12),
    "ETag": about("Changes when anything in the answer but `asOf` changes.", 'W/"9b2c"'),
    "Last-Modified": about("`asOf`, to the second.", "Wed, 25 Nov 2026 09:00:00 GMT"),
    "Cache-Control": about("Who may store the answer, and for how long.", "private, no-cache"),
    "Clear-Site-Data": about("The browser deletes the answers that it has stored.", '"cache"'),
    "RateLimit-Policy": about(
        "The limit that such requests count towards: a name, `q` requests in `w` seconds "
        "(draft-ietf-httpapi-ratelimit-headers). It is the contractor's own, or that of the client's network.",
        '"submissions";q=10;w=60',
    ),
    "RateLimit": about(
        "What is left of the limit: `r` requests, and after `t` seconds one more. With 429, only if nothing is left.",
        '"submissions";r=9;t=60',
    ),
    "Set-Cookie": about(
        "`HttpOnly`, `SameSite=Lax`, `Secure` outside development. In production, the name begins with `__Host-`.",
        "portal_session=…",
    ),
}
ALWAYS = {"X-Request-ID", "Cache-Control", "ETag", "Last-Modified", "Preference-Applied", "Clear-Site-Data"}
"""Headers that are always sent with the responses whose descriptions contain them."""
LIMITED = ("RateLimit-Policy", "RateLimit")
FRESH = ("ETag", "Last-Modified", "Cache-Control")
PARAMETERS = {
    "X-Request-ID": about(
        "A name for this request in the logs: 8 to 64 of `A-Z a-z 0-9 -`. Otherwise the portal creates a name.",
        "phone-7f3a-0001",
    ),
    "Portal-Account": about(
        "The account of this person that the request is for, such as `acme/CON-1001`. Default: the session's.",
        "acme/CON-1001",
    ),
    "Portal-Prefetch": about(
        "`1`: nobody has asked for the answer yet, so it causes no fetch from AgentOS. If the data has never been "
        "fetched, the answer is 500 at once.",
        "1",
    ),
    "If-None-Match": about(
        "The `ETag` of the answer that the client has. The answer is 304 if it has not changed.", 'W/"9b2c"'
    ),
}
A_SUBMISSION = "/api/contractor/submissions/0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d"
WRITE_HEADERS = {
    "Submission-State": about(
        "The state of a write that failed. `not-sent`: AgentOS did not accept it, and it is not sent later. "
        "`unconfirmed`: it may have arrived; the portal looks for it. `review`: it may have arrived; only the agency "
        "can check. `rejected`: AgentOS refused it.",
        "not-sent",
        enum=["not-sent", State.UNCONFIRMED, State.REVIEW, State.REJECTED],
    ),
    "Location": about(
        "The address of the submission. With 409: the submission of the earlier request with this key. It may fail, so "
        "send the request again with the key.",
        A_SUBMISSION,
    ),
    "Idempotency-Replayed": about("`true` if this is the answer to an earlier request.", "true"),
    "Preference-Applied": about("The preference that was applied.", "respond-async"),
}
CREATED = {
    **dict.fromkeys(("signIn", "signInWithPasskey", "handOver"), about("The address of the session.", "/api/session")),
    "addPasskey": about(
        "The address of the person's passkeys. A single passkey cannot be read.", "/api/session/passkeys"
    ),
    "addNote": about(
        "The address of the note's submission, whose `result` is the note. A note has no address of its own.",
        A_SUBMISSION,
    ),
    "submitInvoice": about(
        "The address of the invoice. If the agency does not offer a list of invoices: of its submission.",
        "/api/contractor/invoices/IN-31",
    ),
}
"""`Location` of each operation that answers 201: a path, without scheme and host."""
BECAME = ("Submission-State", "Location", "Idempotency-Replayed")
OF_WRITES = {
    400: (*BECAME, *LIMITED),
    404: (*BECAME, *LIMITED),
    409: ("Location", *LIMITED),
    413: LIMITED,
    500: (*BECAME, *LIMITED),
}
"""The headers of a failed write, by status."""
WRITE_PARAMETERS = {
    "Idempotency-Key": about(
        f"The client's own name for a submission, 1 to {KEY_CHARACTERS} printable ASCII characters. A request with the "
        f"same key, account, method and path, until {KEY_DAYS} days after the submission has ended, is a repeat: it "
        "has the first answer, and nothing is sent twice. At another path, the key names another submission.",
        "7c9e6679-7425-40de-944b-e07fc1f90ae7",
        minLength=1,
        maxLength=KEY_CHARACTERS,
        pattern="^[!-~]([ -~]*[!-~])?$",
    ),
    "Prefer": about(
        "`respond-async`: if AgentOS cannot take the submission now, or does not confirm it, answer 202. The portal "
        f"then tries to deliver it for {LIMITS.retry_hours} hours.",
        "respond-async",
    ),
    "X-Allow-Duplicate": about(
        "`true`: this is a new submission, even if it looks like an earlier submission. Send it with its own "
        "`Idempotency-Key`: without a key, its repeats are new submissions as well.",
        "false",
        enum=["true", "false"],
    ),
}
