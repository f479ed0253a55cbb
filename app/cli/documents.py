"""`flask --app wsgi documents check`: compare the documents with their submissions."""

from __future__ import annotations

import click

from app.api.blueprint import services
from app.cli.shared import CommandFailed, CommandGroup, print_line, require_tables
from app.domain.submission import Submission
from app.ledger.document_check import check, document_lifetime

documents = CommandGroup("documents", help="The documents of submissions.")


@documents.command("check")
@click.pass_context
def check_documents(context: click.Context) -> None:
    """Compare each document in DOCUMENTS_DIR with its submission, and name those that do not fit.

    A document may be missing or altered. A document older than a day, without a submission, is an orphan: a database
    that was restored from a backup does not know later documents, or another portal uses the folder. Other files are
    ignored. Exit status: 0 if everything fits, 1 if something does not, 2 if the check could not run.
    """
    require_tables()
    config, now = services().config, services().clock.now()
    folder, ended_before = config.documents_dir, now - document_lifetime(config.document_days)
    try:
        findings = check(services().database, services().ledger.documents, ended_before, now)
    except OSError as error:
        raise CommandFailed(f"DOCUMENTS_DIR: {folder} cannot be read: {error.strerror}.") from None
    for what, submissions in (("missing", findings.missing), ("altered", findings.altered)):
        for submission in submissions:
            print_line(_parts(what, submission))
    for name in findings.orphans:
        print_line(["orphan", str(folder / name)])
    click.echo(
        f"Intact: {findings.intact}. Missing: {len(findings.missing)}. Altered: {len(findings.altered)}. "
        f"Orphans: {len(findings.orphans)}."
    )
    context.exit(findings.has_faults)


def _parts(what: str, submission: Submission) -> list[str]:
    return [
        what,
        submission.submission_id,
        f"{submission.agency}/{submission.contractor_id}",
        f"{submission.kind} for {submission.lane}",
        submission.state,
    ]
