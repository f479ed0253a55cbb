"""The agency's own names of job statuses, and the names that mean completed or cancelled."""

from collections.abc import Iterable

from app.domain.agency import Agency
from app.domain.errors import Misconfigured
from app.domain.job import Job, StatusType, folded


class JobStatuses:
    """The configured status names of an agency, looked up among the status types of its AgentOS.

    The methods raise `Misconfigured` if a name from the configuration file is missing from AgentOS. To treat the job as
    "not completed" would hide the mistake.
    """

    SETTINGS = ("completed_status", "cancelled_status", "reopened_status")

    def __init__(self, agency: Agency, status_types: Iterable[StatusType]) -> None:
        self._agency = agency
        self._names = {status.status_id: status.name for status in status_types}
        self._ids = {folded(status.name): status.status_id for status in status_types}

    def status(self, job: Job) -> str | None:
        """Return AgentOS's name for the job's status."""
        return job.status or self._names.get(job.status_id or "")

    def status_id(self, job: Job) -> str | None:
        """Return the id of the job's status. If the job has only the status's name, find the id by the name."""
        return job.status_id or self._ids.get(folded(job.status))

    def is_completed(self, job: Job) -> bool:
        """Return True if the job is completed. Raise `Misconfigured`."""
        return self._is_one_of("completed_status", self._agency.completed_status, job)

    def is_cancelled(self, job: Job) -> bool:
        """Return True if the job was cancelled. Raise `Misconfigured`."""
        return self._is_one_of("cancelled_status", self._agency.cancelled_status, job)

    def completing_id(self) -> str:
        """Return the id of the status that completes a job. Raise `Misconfigured`."""
        return self._id("completed_status", self._agency.completed_status[0])

    def reopening_id(self, job: Job) -> str:
        """Return a reopened job's status id: the former if open, else `reopened_status`. Raise `Misconfigured`."""
        former = self._names.get(job.former_status_id or "")
        closed = {folded(word) for word in (*self._agency.completed_status, *self._agency.cancelled_status)}
        if job.former_status_id and former and folded(former) not in closed:
            return job.former_status_id
        return self._id("reopened_status", self._agency.reopened_status)

    def lacking(self, setting: str) -> list[str]:
        """Return the names in one of the `SETTINGS` that are missing from AgentOS."""
        named = getattr(self._agency, setting)
        words = (named,) if isinstance(named, str) else named
        return [word for word in words if folded(word) not in self._ids]

    def _is_one_of(self, setting: str, words: tuple[str, ...], job: Job) -> bool:
        if setting in self._agency.written:
            for word in words:
                self._id(setting, word)
        return folded(self.status(job)) in {folded(word) for word in words}

    def _id(self, setting: str, word: str) -> str:
        identity = self._ids.get(folded(word))
        if identity is None:
            raise Misconfigured(
                f"The portal is not set up correctly for your agency ({setting} names a status that AgentOS does not "
                "have). Please tell the agency."
            )
        return identity
