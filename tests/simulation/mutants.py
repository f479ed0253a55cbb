"""One-line errors in the decision, the read-backs and the ledger, each of which the simulation or a test must find.

`python -m tests.simulation.mutants` makes each error in a copy of the project, runs what should find it, and says which
survive. `line` stands exactly once in its file, apart from blanks around it.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

ROOT = Path(__file__).resolve().parents[2]
DECISION, ATTEMPT, CLOCK = "app/domain/delivery.py", "app/domain/attempt.py", "app/domain/clock.py"
RECOGNITION, EXECUTOR = "app/domain/recognition.py", "app/submissions/delivery.py"
LEDGER, ROWS, REPEATS = "app/submissions/ledger.py", "app/submissions/rows.py", "app/submissions/repeats.py"
SUBMIT = "app/submissions/submit.py"
COPIED = ("app", "tests/__init__.py", "tests/clock.py", "tests/simulation", "setup.cfg", "config*.py")
MOST_S = 240
"""How long a search may take. A mutant that hangs is found."""


@dataclass(frozen=True)
class Mutant:
    """An error: `line` of `file` becomes `instead`. `breaks`: what it breaks. `found_by`: what finds it."""

    file: str
    line: str
    instead: str
    breaks: str
    found_by: Literal["memory", "database", "tests"] = "memory"

    def text(self) -> str:
        """The file's text with the error in it. Raises LookupError if the line does not stand there exactly once."""
        lines = (ROOT / self.file).read_text("utf-8").splitlines()
        places = [number for number, line in enumerate(lines) if line.strip() == self.line]
        if len(places) != 1:
            raise LookupError(f"{self.file}: {len(places)} lines are {self.line!r}")
        old = lines[places[0]]
        lines[places[0]] = old[: len(old) - len(old.lstrip())] + self.instead
        return "\n".join(lines) + "\n"


MUTANTS = (
    # the decision -----------------------------------------------------------------------------------------------------
    Mutant(
        DECISION,
        "settled_at = (row.ended_at or 0.0) + evidence.settle_s + evidence.proof.lag_s",
        "settled_at = (row.ended_at or 0.0) + evidence.proof.lag_s",
        "an early look shows absence",
    ),
    Mutant(
        DECISION,
        "settled_at = (row.ended_at or 0.0) + evidence.settle_s + evidence.proof.lag_s",
        "settled_at = (row.ended_at or 0.0) + evidence.settle_s",
        "a look shows absence before AgentOS lists what it accepted",
    ),
    Mutant(
        DECISION,
        "is_apart = row.absent_at is None or look.began_at >= row.absent_at + ABSENCES_APART_S",
        "is_apart = True",
        "two looks right after each other show absence",
    ),
    Mutant(
        DECISION,
        "if look.finding is Finding.ABSENT and look.began_at >= settled_at and is_apart:",
        "if look.finding is not Finding.EXACT and look.began_at >= settled_at and is_apart:",
        "an incomplete look shows absence",
    ),
    Mutant(
        DECISION,
        "if not evidence.proof.is_younger(PROOF_HOLDS_S, evidence.now):",
        "if False:",
        "a submission is sent again although the portal cannot recognise its own",
    ),
    Mutant(
        DECISION,
        "if row.doubts > RESENDS[row.kind]:",
        "if False:",
        "a submission is sent again without end",
    ),
    Mutant(
        DECISION,
        "if row.refusals >= REFUSALS and _refused_for_s(row, evidence) >= REFUSED_FOR_S and evidence.others_succeed:",
        "if row.refusals >= 1 and _refused_for_s(row, evidence) >= 0 and evidence.others_succeed:",
        "the first refusal is final",
    ),
    Mutant(
        DECISION,
        "return GiveUp(State.ABANDONED, document_lost=True)",
        "return GiveUp(State.ABANDONED)",
        "nobody is told that a document was lost",
    ),
    Mutant(
        DECISION,
        "if evidence.standing is Standing.GONE:",
        "if evidence.standing is not Standing.OWN:",
        "one false reading of a job rejects its submissions",
    ),
    Mutant(
        DECISION,
        "return GiveUp(State.EXPIRED) if row.tried_s >= PATIENCE_S else Wait(evidence.now + pause_s(row))",
        "return GiveUp(State.ABANDONED) if row.tried_s >= PATIENCE_S else Wait(evidence.now + pause_s(row))",
        "an expired submission is given up silently",
    ),
    Mutant(
        DECISION,
        'changes |= {"ended_at": now, "looks": 0, "looked_at": None, "absences": 0, "absent_at": None}',
        'changes |= {"ended_at": now, "looks": 0, "looked_at": None, "absent_at": None}',
        "the absence that was shown before the second attempt allows the third",
    ),
    Mutant(
        DECISION,
        "if row.state is State.CONFIRMED:",
        "if row.state is State.CONFIRMED and row.agentos_id is not None:",
        "a submission that AgentOS accepted without an id is worked on as if it were in doubt",
    ),
    Mutant(
        DECISION,
        "return row.promised or evidence.promise or row.doubts > 0",
        "return evidence.promise or row.doubts > 0",
        "the worker gives up what was promised",
    ),
    Mutant(
        DECISION,
        "if look is not None and look.finding is Finding.POSSIBLE:",
        "if False:",
        "a record that may be the submission does not stop the portal from sending again",
    ),
    # the outcome of an attempt ----------------------------------------------------------------------------------------
    Mutant(
        ATTEMPT,
        "403: AttemptResult.PROBABLY_TURNED_AWAY,",
        "403: AttemptResult.TURNED_AWAY,",
        "a submission that took effect despite a 403 is told as not sent",
    ),
    Mutant(
        ATTEMPT,
        "return _BY_STATUS.get(status, AttemptResult.IN_DOUBT)",
        "return _BY_STATUS.get(status, AttemptResult.NOT_SENT)",
        "after a 502 a submission is sent again at once",
    ),
    Mutant(
        CLOCK,
        "return clock.boot() >= self.boot_s or clock.now() >= self.wall",
        "return False",
        "a sender that was frozen past its lease sends",
    ),
    # the read-backs ---------------------------------------------------------------------------------------------------
    Mutant(
        RECOGNITION,
        "complete = ids is not None and baseline is not None and ids >= baseline and bool(ids or not had_records)",
        "complete = ids is not None and baseline is not None",
        "a list that lacks rows of the baseline shows absence",
    ),
    Mutant(
        RECOGNITION,
        "if exact and has_unnamed_sibling:",
        "if False:",
        "a sibling's record confirms a submission",
    ),
    Mutant(
        RECOGNITION,
        "if sent.lacks_document(first):",
        "if False:",
        "the office's invoice without the document confirms a submission",
    ),
    Mutant(
        RECOGNITION,
        "old = (baseline or frozenset()) | claimed | {agentos_id}",
        "old = claimed | {agentos_id}",
        "a record that was there before confirms a submission",
    ),
    Mutant(
        RECOGNITION,
        "return is_like and not differing",
        "return is_like",
        "a note of another author confirms a submission",
    ),
    Mutant(
        RECOGNITION,
        'if record.fields.get("amount") in self.amounts:',
        "if False:",
        "an invoice stored with its net amount does not stop the portal from sending again",
    ),
    Mutant(
        RECOGNITION,
        "return ours[:SAME_BEGINNING] == theirs[:SAME_BEGINNING]",
        "return ours == theirs",
        "a shortened note does not stop the portal from sending again",
    ),
    # the executor -----------------------------------------------------------------------------------------------------
    Mutant(
        EXECUTOR,
        "self._has_read_job = False  # the job may be another by then",
        "pass",
        "the job is not read again after waiting",
    ),
    Mutant(
        EXECUTOR,
        "changes = after_attempt(row, error.result, error.status, now)",
        "changes = after_attempt(row, AttemptResult.NOT_SENT, error.status, now)",
        "every failed attempt counts as not sent",
    ),
    Mutant(
        EXECUTOR,
        'tell=("review", "office"),',
        'tell=("review",),',
        "nobody at the agency is asked",
    ),
    Mutant(
        EXECUTOR,
        'tell=("rejected",) if row.promised else (),',
        "tell=(),",
        "the contractor gets no e-mail of a rejection",
    ),
    Mutant(
        EXECUTOR,
        "self._ledger.disprove(row.agency, row.kind)",
        "pass",
        "a record that the portal does not recognise leaves the proof as it is",
    ),
    # the ledger -------------------------------------------------------------------------------------------------------
    Mutant(
        LEDGER,
        "values |= after_attempt(submission_of(row), AttemptResult.IN_DOUBT, None, now)",
        "values |= after_attempt(submission_of(row), AttemptResult.NOT_SENT, None, now)",
        "there is no quiet period after a killed sender",
        "database",
    ),
    Mutant(
        LEDGER,
        "values |= after_attempt(submission_of(row), AttemptResult.IN_DOUBT, None, now)",
        "values |= after_attempt(submission_of(row), AttemptResult.IN_DOUBT, None, row.lease_until)",
        "the quiet period after a killed sender begins before its death is discovered",
        "database",
    ),
    Mutant(
        LEDGER,
        "mine = (table.c.id == lease.submission_id, table.c.lease_owner == lease.owner)",
        "mine = (table.c.id == lease.submission_id,)",
        "a sender that lost its lease changes the row",
        "database",
    ),
    Mutant(
        LEDGER,
        "if row.lease_until is not None and row.lease_until > now:",
        "if False:",
        "two processes work on one row",
        "database",
    ),
    Mutant(
        LEDGER,
        "if row is None or (after is State.ABANDONED and self._is_promised(row) and not tell):",
        "if row is None:",
        "a row is given up that was promised meanwhile",
        "tests",
    ),
    Mutant(
        LEDGER, "table.c.kind == row.kind,", "True,", "an id of another kind's record cannot be claimed", "tests"
    ),
    Mutant(
        LEDGER,
        "if after in (State.ABANDONED, State.EXPIRED):",
        "if after is State.ABANDONED:",
        "the key of an expired row cannot be used again",
        "tests",
    ),
    Mutant(
        LEDGER,
        "connection.execute(update(table).where(table.c.id == submission_id).values(next_at=now, tries=0))",
        "connection.execute(update(table).where(table.c.id == submission_id).values(next_at=now))",
        "`retry` does not reset the attempts",
        "tests",
    ),
    Mutant(
        ROWS,
        ".order_by(table.c.next_at, table.c.number)",
        ".order_by(table.c.number)",
        "rows that fail keep the later ones from their turn",
        "tests",
    ),
    Mutant(
        ROWS,
        "or_(earlier.c.state.in_(OPEN), may_undo),",
        'or_(earlier.c.state == "waiting", may_undo),',
        "a row is sent although one before it is in doubt",
        "tests",
    ),
    Mutant(
        ROWS,
        "earlier.c.ended_at > now - self.times.settle_s,",
        "earlier.c.ended_at > now,",
        'a late "done" undoes "reopened"',
        "database",
    ),
    Mutant(
        REPEATS,
        "or_(table.c.agentos_id.is_(None), table.c.agentos_id.not_in(new.rejected)),",
        "table.c.number > 0,",
        "an invoice that the agency rejected counts as a duplicate",
        "tests",
    ),
    Mutant(
        REPEATS,
        ".order_by(table.c.number)",
        ".order_by(table.c.number.desc())",
        "of several earlier invoices the last is named",
        "tests",
    ),
    Mutant(
        REPEATS,
        "table.c.state.in_(UNSETTLED),",
        "and_(table.c.state.in_(UNSETTLED), _since(now - LIKE[new.kind])),",
        "the same content is sent again while the first is still open",
        "tests",
    ),
    # the request ------------------------------------------------------------------------------------------------------
    Mutant(
        SUBMIT,
        'promise = {"promised": True} if self._new.wish.respond_async and row.state is not State.REVIEW else {}',
        "promise = dict[str, bool]()",
        "a 202 promises nothing",
    ),
)


@contextmanager
def copy() -> Iterator[Path]:
    """A copy of what the simulation needs."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        for pattern in COPIED:
            for path in ROOT.glob(pattern):
                target = place / path.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                if path.is_dir():
                    shutil.copytree(path, target, ignore=shutil.ignore_patterns("node_modules", "dist", "__pycache__"))
                else:
                    shutil.copy(path, target)
        yield place


def is_found(mutant: Mutant, place: Path, histories: int) -> bool:
    """Whether what should find the mutant finds it."""
    path = place / mutant.file
    plain = path.read_text("utf-8")
    path.write_text(mutant.text(), "utf-8")
    if mutant.found_by == "tests":
        tests = ["pytest", "-q", "-x", "--noconftest", "-p", "no:cacheprovider", "tests/simulation/test_ledgers.py", "tests/simulation/test_ledger_repeats.py"]
        command = [sys.executable, "-B", "-m", *tests]
    else:
        some = str(histories if mutant.found_by == "memory" else histories // 10)
        options = ["--until-broken", "--histories", some, "--ledger", mutant.found_by]
        command = [sys.executable, "-B", "-m", "tests.simulation", *options]
    try:
        return subprocess.run(command, cwd=place, capture_output=True, timeout=MOST_S, check=False).returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(plain, "utf-8")


def main() -> int:
    """Try every mutant; 1 if one survives."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation.mutants", description=__doc__)
    parser.add_argument("--histories", type=int, default=20_000, help="the most that search for one")
    parser.add_argument("--only", default="", help="those whose description has these words")
    wanted = parser.parse_args()
    mutants = [one for one in MUTANTS if wanted.only in one.breaks]
    survivors = 0
    with copy() as place:
        for number, mutant in enumerate(mutants, 1):
            found = is_found(mutant, place, wanted.histories)
            survivors += not found
            print(f"{number:3} {'found   ' if found else 'SURVIVES'} {mutant.file}: {mutant.breaks}", flush=True)
    print(f"{len(mutants) - survivors} of {len(mutants)} found")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
