"""Procrastinate as its pages recommend: a retry strategy, and a periodic task that retries stalled jobs.

Without `RETRIES`, it has neither: a job whose worker was killed stays `doing`.
"""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

import procrastinate

from bench.comparison import upstream
from bench.comparison.upstream import Piece

RETRIES = bool(os.environ.get("RETRIES"))
STATES = {"succeeded": "success", "failed": "failure"}
app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=os.environ["DATABASE"]))
strategy = procrastinate.RetryStrategy(max_attempts=upstream.TRIES - 1, exponential_wait=upstream.WAITS_S[0])


@app.task(name="send", retry=strategy if RETRIES else False)
def send(piece: Piece) -> None:
    """Send a piece."""
    upstream.post(piece)


if RETRIES:
    # The page's example, every ten seconds rather than ten minutes: all times here are shorter.
    @app.periodic(cron="* * * * * */10")
    @app.task(queueing_lock="retry_stalled_jobs", pass_context=True)
    async def retry_stalled_jobs(_context: procrastinate.JobContext, timestamp: int) -> None:
        """Retry the jobs of workers without a heartbeat for 30 s."""
        del timestamp
        for job in await app.job_manager.get_stalled_jobs():
            await app.job_manager.retry_job(job)


async def _work() -> None:
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(upstream.THREADS))
    async with app.open_async():
        await app.run_worker_async(concurrency=upstream.THREADS)


def _prepare() -> None:
    app.open()
    app.schema_manager.apply_schema()


def _results() -> dict[int, str]:
    with app.open():
        jobs = app.job_manager.list_jobs(task="send")
        return {job.task_kwargs["piece"]["number"]: STATES.get(str(job.status), "open") for job in jobs}


if __name__ == "__main__":
    upstream.serve(_prepare, lambda piece: send.defer(piece=piece), lambda: asyncio.run(_work()), _results)
