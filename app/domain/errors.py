"""The errors of the portal itself. The text of each is the sentence that a contractor reads."""

from app.domain.submission import State

NOTHING_SENT = "Nothing was sent; please try again in a minute."
SIGN_IN = "Please sign in."
CROSS_SITE = "This request came from another site. Please use the portal's own pages."
NOT_READY = "The portal is not ready yet."
TOO_MANY_SUBMISSIONS = "Too many submissions. Please wait a minute."


class PortalError(Exception):
    """An error. `sentence` says what to do. `retry_after_s` is the wait in seconds before another try, if known.

    `submission_id` is the id of the submission that the portal has stored, or had stored before it refused it.
    """

    submission_id: str | None = None

    def __init__(self, sentence: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.retry_after_s = retry_after_s


class Invalid(PortalError):
    """The request is malformed or breaks a rule."""


class KeyReused(Invalid):
    """The idempotency key belongs to an earlier submission with other content."""

    def __init__(self) -> None:
        super().__init__("Idempotency-Key: this key belongs to a different submission. Please use a new key.")


class TooLarge(PortalError):
    """The request, or a document in it, is too large."""


class Unauthenticated(PortalError):
    """The request has no session, or its session has ended."""


class WrongCode(Unauthenticated):
    """The code for signing in is wrong, used or expired, or belongs to another browser."""


class WrongPasskey(Unauthenticated):
    """The proof by a passkey is wrong, used or expired, or the portal does not know the passkey."""


class SignInTooOld(PortalError):
    """The person must sign in again before this change, because the sign-in is not recent."""


class NoAccount(Unauthenticated):
    """The person has proved their e-mail address, but has no account."""


class SignInRefused(PortalError):
    """The portal does not accept another system's proof of identity. `code` names the reason for the web app."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


class ProviderAway(PortalError):
    """The identity provider does not respond, or not as the standards require. `reason` is for the log."""

    def __init__(self, reason: str, *, retry_after_s: float = 60) -> None:
        super().__init__(
            "The sign-in service cannot be reached just now. Please try again in a minute, or sign in with a code.",
            retry_after_s=retry_after_s,
        )
        self.reason = reason


class CrossSite(PortalError):
    """A page of another site sent this request."""


class NotFound(PortalError):
    """The object does not exist, or belongs to another contractor. The sentence is the same for both."""

    def __init__(self, what: str) -> None:
        super().__init__(f"There is no such {what}.")


class NotOffered(PortalError):
    """The operation is switched off, because it is missing from the agency's AgentOS."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Your agency does not offer {what} here. Please contact the agency.")


class Conflict(PortalError):
    """The request contradicts the portal's data."""


class ForeignAccount(Conflict):
    """The person does not have the account that the request names."""

    def __init__(self) -> None:
        super().__init__("You do not have the account that this request names. Please choose one of your accounts.")


class DuplicateInvoice(Conflict):
    """The invoice resembles an earlier one."""


class InProgress(Conflict):
    """The same submission, `submission_id`, is being sent now."""

    def __init__(self, submission_id: str, *, retry_after_s: float) -> None:
        super().__init__("This submission is already being sent. Please wait a moment.", retry_after_s=retry_after_s)
        self.submission_id = submission_id


class TooMany(PortalError):
    """The caller exceeds one of the portal's own limits."""


class NotReady(PortalError):
    """The portal has never fetched these records from AgentOS. `failed`: the latest attempt has just failed."""

    def __init__(self, retry_after_s: float | None, *, failed: bool = False) -> None:
        what = "could not be read just now" if failed else "are still being read"
        super().__init__(f"Your agency's records {what}. Please try again in a moment.", retry_after_s=retry_after_s)


class NoWorker(NotReady):
    """No worker process is alive. The portal fetches nothing from AgentOS and sends no e-mail until a worker starts.

    `what`: the consequence, as the end of "The portal …".
    """

    def __init__(self, what: str) -> None:
        sentence = f"The portal {what} at the moment. Please try again in a few minutes."
        PortalError.__init__(self, sentence, retry_after_s=60)


class OutOfService(PortalError):
    """The portal cannot serve requests now. The log has the reasons."""


class Misconfigured(PortalError):
    """A name in the agency's configuration is missing from the agency's AgentOS."""


class WriteFailed(PortalError):
    """AgentOS did not accept a submission, or the portal cannot tell. `state` is the submission's state.

    `submission_id` is the id of a submission that the portal stores and continues to check.
    """

    def __init__(
        self,
        sentence: str,
        *,
        state: State = State.ABANDONED,
        submission_id: str | None = None,
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(sentence, retry_after_s=retry_after_s)
        self.state = state
        self.submission_id = submission_id


class Unkept(WriteFailed):
    """The portal could not store a submission, so it did not send it."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The portal could not keep the {what} just now. {NOTHING_SENT}", retry_after_s=60)


class UploadFailed(PortalError):
    """The portal could not store an upload, through a fault of its own."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The portal could not read the {what} just now.")
        self.what = what


class Unchecked(PortalError):
    """The portal could not check a document, through a fault of its own. `reason` is for the log."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Your document could not be checked just now. {NOTHING_SENT}", retry_after_s=60)
        self.reason = reason
