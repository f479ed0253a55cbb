"""The agency's own words for where a job stands, and which of them mean done or called off."""

from collections.abc import Iterable, Iterator

from app.domain.agency import Agency
from app.domain.errors import Misconfigured
from app.domain.job import Job, StatusType


class JobStatuses:
    """An agency's configured words, looked up among the status types that its AgentOS has.

    A word that the deployer wrote and AgentOS lacks is `Misconfigured` as soon as it is used: taking it for "not
    completed" would be a silent lie.
    """

    SETTINGS = ("completed_status", "cancelled_status", "reopened_status")

    def __init__(self, agency: Agency, status_types: Iterable[StatusType]) -> None:
        self._agency = agency
        self._names = {one.status_id: one.name for one in status_types}
        self._ids = {_folded(one.name): one.status_id for one in status_types}

    def status(self, job: Job) -> str | None:
        """AgentOS's own word for where the job stands."""
        return job.status or self._names.get(job.status_id or "")

    def status_id(self, job: Job) -> str | None:
        """The id of that word, where the job's own row does not say it."""
        return job.status_id or self._ids.get(_folded(job.status or ""))

    def is_completed(self, job: Job) -> bool:
        """Whether it is done. Raises `Misconfigured`."""
        return self._is_one_of("completed_status", self._agency.completed_status, job)

    def is_cancelled(self, job: Job) -> bool:
        """Whether it was called off. Raises `Misconfigured`."""
        return self._is_one_of("cancelled_status", self._agency.cancelled_status, job)

    def completing_id(self) -> str:
        """The status that marks a job done. Raises `Misconfigured`."""
        return self._id("completed_status", self._agency.completed_status[0])

    def reopening_id(self, job: Job) -> str:
        """The status that a reopened job goes back to: the former one if it was an open one, else the agency's.

        Raises `Misconfigured`.
        """
        former = self._names.get(job.former_status_id or "")
        closed = {_folded(word) for word in (*self._agency.completed_status, *self._agency.cancelled_status)}
        if job.former_status_id and former and _folded(former) not in closed:
            return job.former_status_id
        return self._id("reopened_status", self._agency.reopened_status)

    def lacking(self) -> Iterator[tuple[str, str]]:
        """Each configured word that AgentOS does not have, after the setting that names it."""
        for setting in self.SETTINGS:
            named = getattr(self._agency, setting)
            words = (named,) if isinstance(named, str) else named
            yield from ((setting, word) for word in words if _folded(word) not in self._ids)

    def _is_one_of(self, setting: str, words: tuple[str, ...], job: Job) -> bool:
        if setting in self._agency.written:
            for word in words:
                self._id(setting, word)
        return _folded(self.status(job) or "") in {_folded(word) for word in words}

    def _id(self, setting: str, word: str) -> str:
        identity = self._ids.get(_folded(word))
        if identity is None:
            raise Misconfigured(
                f"The portal is not set up correctly for your agency ({setting} names a status that AgentOS does not "
                "have). Please tell the agency."
            )
        return identity


def _folded(word: str) -> str:
    return word.strip().casefold()
