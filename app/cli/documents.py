"""`flask --app wsgi documents`: compare the documents with their submissions."""

from __future__ import annotations

import click
from flask.cli import AppGroup

from app.api.blueprint import services
from app.cli.shared import CommandFailed, print_line, require_tables
from app.domain.submission import OPEN, Submission
from app.ledger.document_check import Findings, check
from app.submissions.cleanup import document_lifetime

documents = AppGroup("documents", help="The documents of submissions.")


@documents.command("check")
@click.pass_context
def check_documents(context: click.Context) -> None:
    """Compare each document in DOCUMENTS_DIR with its submission, and name those that do not fit.

    A document may be missing or altered. A document older than a day, without a submission, is an orphan: a database
    that was restored from a backup does not know later documents, or another portal uses the folder. Other files are
    ignored. Exit status: 0 if everything fits, 1 if something does not, 2 if the check could not run.
    """
    findings, folder = _check(), services().config.documents_dir
    for what, submissions in (("missing", findings.missing), ("altered", findings.altered)):
        for submission in submissions:
            print_line(_parts(what, submission))
    for name in findings.orphans:
        print_line(["orphan", str(folder / name)])
    click.echo(
        f"Intact: {findings.intact}. Missing: {len(findings.missing)}. Altered: {len(findings.altered)}. "
        f"Orphans: {len(findings.orphans)}."
    )
    if not all(services().ledger.documents.is_lost(each.submission_id, each.document) for each in findings.missing):
        click.echo(f"Some were perhaps stored in another folder than {folder}: see docs/reference.md, Documents.")
    context.exit(bool(findings.missing or findings.altered or findings.orphans))


@documents.command("give-up")
def give_up_documents() -> None:
    """Record that all missing documents of open submissions are lost for good.

    Within a minute, the worker gives up the submissions that wait, and mails their senders. An unconfirmed submission
    that did not arrive goes to review. The command asks before.
    """
    missing = [submission for submission in _check().missing if submission.state in OPEN]
    for submission in missing:
        print_line(_parts("missing", submission))
    if not missing:
        click.echo("No document of an open submission is missing.")
        return
    click.confirm("Record that these are lost for good?", abort=True)
    try:
        services().ledger.set_document_folder([submission.submission_id for submission in missing])
    except OSError as error:
        raise _unusable(error) from None
    click.echo(f"Recorded as lost: {len(missing)}.")


def _check() -> Findings:
    require_tables()
    now = services().clock.now()
    try:
        return check(services().database, services().ledger.documents, now - document_lifetime(services()), now)
    except OSError as error:
        raise _unusable(error) from None


def _unusable(error: OSError) -> CommandFailed:
    return CommandFailed(f"DOCUMENTS_DIR: {services().config.documents_dir} cannot be used: {error.strerror}.")


def _parts(what: str, submission: Submission) -> list[str]:
    return [
        what,
        submission.submission_id,
        f"{submission.agency}/{submission.contractor_id}",
        f"{submission.kind} for {submission.lane}",
        submission.state,
    ]
