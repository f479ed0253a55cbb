"""A worker on a virtual clock, without threads: its pool looks for due tasks once a second and runs them in steps."""

from app.store.worker_tasks import TaskStore
from app.worker.pool import Pool
from app.worker.tasks import Tasks
from tests.portal_server import PortalServer, WorkingClock


class VirtualWorker:
    """One worker of a portal. Several share the portal's tasks."""

    def __init__(self, portal_server: PortalServer, *, threads: int = 8) -> None:
        assert isinstance(portal_server.clock, WorkingClock)
        portal_server.clock.work = None
        self.portal_server = portal_server
        services = portal_server.services
        self.store = TaskStore(services.database, services.config.agencies)
        self.tasks = Tasks(services, self.store, portal_server.postbox)
        self.store.make_all_due()
        self.pool = Pool(
            self.store, portal_server.clock, self.tasks.begin, threads=threads, after_look=self.tasks.keep_up
        )
        portal_server.workers.append(self.pool)

    def work(self) -> None:
        """Do all that can be done now."""
        self.pool.look()
        while self.pool.step() or self.pool.step(only_mails=True):
            pass

    def run(self, seconds: int) -> None:
        """Work for so many seconds."""
        for _ in range(seconds):
            self.work()
            self.portal_server.advance_clock(1)
