"""Commands: `flask --app wsgi …`."""

import signal

import click
import structlog
from flask import Flask, current_app
from flask.cli import AppGroup
from sqlalchemy.exc import OperationalError

from app import worker
from app.agentos_check.report import as_json, as_table
from app.api.context import services
from app.auth.cleanup import delete_expired
from app.cli.shared import Unusable, has_tables, needs_tables, unknown_agency
from app.cli.submissions import submissions
from app.observability.logging import only_critical, refuse_to_start
from app.response_cache.capture import Prerenderer
from app.store import migrations
from app.submissions.cleanup import Cleanup
from app.submissions.delivery_worker import DeliveryWorker
from app.submissions.notices.notices import Notices

CLEANED = (
    "Removed what had expired: {sign_ins} sign-ins, {codes} codes, {code_requests} requests for codes, "
    "{session_files} session files, {hits} counted attempts."
)
# Waited for rather than handled: a handler could interrupt the very lock it needs.
ENDINGS = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}

log = structlog.get_logger("commands")


def register(app: Flask) -> None:
    """Add the portal's commands to `app`, which needs its settings only when one of them runs."""
    of_database = AppGroup("db", help="The database.")
    sessions = AppGroup("sessions", help="Sign-ins and their files.")
    agentos = AppGroup("agentos", help="The agencies' AgentOS.")

    @of_database.command("upgrade")
    def upgrade() -> None:
        """Create the tables, or bring them up to this version."""
        database, url = services().database, services().config.database_url
        where = migrations.place(url)
        try:
            migrations.make_file(url)
        except OSError as error:
            refuse_to_start([f"DATABASE_URL: {where} cannot be made: {error.strerror}"])
        try:
            migrations.upgrade(database, url)
        except OperationalError as error:  # a server's words of whom it let in, or what it waited for: no rows in them
            raise Unusable(f"The database at {where} cannot be used: {' '.join(str(error.orig).split())}") from None
        log.info("database_upgraded", at=where)

    @sessions.command("clean")
    @needs_tables
    def clean_sessions() -> None:
        """Delete what has expired."""
        click.echo(CLEANED.format(**delete_expired(services())))

    @agentos.command("check")
    @click.option("--agency", metavar="NAME", help="This agency alone, by its short name.")
    @click.option("--json", "machines", is_flag=True, help="One JSON document in place of the table.")
    @click.pass_context
    def check_agentos(context: click.Context, agency: str | None, machines: bool) -> None:
        """Read a little of everything from AgentOS, change nothing, and say what fits and what does not.

        Ends with 0 if all is well or only warned of, with 1 if something failed, with 2 if it could not be run, with
        3 if the portal's own configuration is wrong. With --json, "faults" says why it was not run.
        """
        agencies = services().config.agencies
        chosen = [agencies[name] for name in agencies if agency in (None, name)]
        unusable = "" if has_tables() else migrations.NOT_READY
        if not chosen:
            unusable = unknown_agency(agencies)
        if unusable:
            if machines:
                click.echo(as_json((), faults=[unusable]))
            raise Unusable(unusable)
        with only_critical():
            reports = [services().checker.check(each, lambda words: click.echo(words, err=True)) for each in chosen]
        click.echo(as_json(reports) if machines else as_table(reports))
        context.exit(any(report.failed for report in reports))

    @app.cli.command("worker")
    @needs_tables
    def run_worker() -> None:
        """Refresh the mirror, deliver submissions, and send e-mails, until SIGTERM or Ctrl-C."""
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
        parts, site = services(), current_app._get_current_object()  # type: ignore[attr-defined]
        tasks = [
            task
            for agency in parts.config.agencies.values()
            for task in (Prerenderer(site, agency).run_once, DeliveryWorker(parts, agency).run_once)
        ]
        tasks += [Cleanup(parts).run_once, Notices(parts, worker.mailer_for(parts.config)).run_once]
        worker.run(parts, tasks, lambda: signal.sigwait(ENDINGS))

    @app.cli.command("metrics")
    def serve_metrics() -> None:
        """Tell Prometheus, at METRICS_BIND, what all processes of this machine count, until SIGTERM or Ctrl-C."""
        bind = services().config.metrics_bind
        if not bind:
            raise Unusable("Nothing is counted: set METRICS_BIND, for every process of the portal.")
        from app.health import metrics_server  # imports prometheus_client, which only those need who count

        signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
        try:
            port, end = metrics_server.start(services())
        except (OSError, OverflowError) as error:
            raise Unusable(f"METRICS_BIND: {bind} cannot be used ({getattr(error, 'strerror', error)}).") from None
        click.echo(f"Metrics at http://{bind.rpartition(':')[0]}:{port}/metrics")
        signal.sigwait(ENDINGS)
        end()

    app.cli.add_command(of_database)
    app.cli.add_command(sessions)
    app.cli.add_command(agentos)
    app.cli.add_command(submissions)
