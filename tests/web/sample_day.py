"""A day of a person with several agencies, as the portal would answer. The API's answers are scripted; the app is real.

It is the sample of the design: an emergency, four things that need the person, two jobs of high priority, and two items
on their way.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.web.browsing import HARPER, Web
from tests.web.outbox_tab import Tab, new_tab

SMALL: dict[str, Any] = {"viewport": {"width": 390, "height": 664}, "has_touch": True, "is_mobile": True}
TALL: dict[str, Any] = {**SMALL, "viewport": {"width": 390, "height": 844}}
NAMES = {
    "acme": "Acme Lettings",
    "harbour": "Harbour & Vale Estates",
    "kirk": "Kirk & Sons",
    "moor": "Moor End Homes",
    "north": "North Bank Property",
}
OFFERS = [
    "contacts",
    "jobs.complete",
    "notes.add",
    "invoices.submit",
    "invoices.list",
    "statements.pending",
    "statements.historical",
]
REFUSAL = "The PDF has other files attached to it; print it to a new PDF and send that."
DUPLICATE = {
    "type": "/api/problems#duplicate-invoice",
    "title": "Duplicate",
    "status": 409,
    "detail": "You already sent an invoice with this amount for this job.",
    "requestId": "sample",
}
ABOUT = {"JOB-refused": "No heating", "JOB-sent": "Tap washers replaced"}
OUTCOMES: dict[str, tuple[str, bool]] = {
    "asked": ("review", True),
    "rung": ("review", False),
    "checked": ("unconfirmed", False),
    "late": ("expired", False),
}
"""The state of an item with this text at the portal, and whether the portal has asked the office."""


def ago(**time: float) -> str:
    """Return the moment this long ago."""
    return (datetime.now(UTC) - timedelta(**time)).isoformat()


def sample_job(
    job_id: str, title: str, *, address: str = "133 Albert Road, Wakefield", **fields: Any
) -> dict[str, Any]:
    """Return an open job."""
    return {
        "jobId": job_id,
        "reference": f"M-{job_id[4:]}",
        "title": title,
        "description": None,
        "status": "Reported",
        "completed": False,
        "priority": "Medium",
        "priorityRank": 2,
        "emergency": False,
        "category": "Plumbing",
        "reportedAt": ago(days=9),
        "completedAt": None,
        "invoicing": None,
        "property": {"address": address, "postcode": "WF1 4PL", "access": None},
        "reportedBy": {"name": "Grace Price", "phone": "07700 900145", "email": None},
        **fields,
    }


def done(job_id: str, title: str, days: int, **fields: Any) -> dict[str, Any]:
    """Return a job that was done so many days ago."""
    return sample_job(job_id, title, status="Completed", completed=True, completedAt=ago(days=days), **fields)


HIGH: dict[str, Any] = {"priority": "High", "priorityRank": 1}
EMERGENCY: dict[str, Any] = {"priority": "Emergency", "priorityRank": 0, "emergency": True}


def sample_jobs() -> dict[str, list[dict[str, Any]]]:
    """Return the jobs of each agency."""
    priya = {"name": "Priya Shah", "phone": "07700 900118", "email": None}
    return {
        "acme": [
            sample_job(
                "JOB-1",
                "Water through kitchen ceiling",
                address="14 Marsh Lane, Leeds",
                reportedBy=priya,
                reportedAt=ago(minutes=5),
                **EMERGENCY,
            ),
            sample_job("JOB-2", "No hot water", status="In progress", reportedAt=ago(days=2), **HIGH),
            sample_job("JOB-3", "Damp patch on bedroom ceiling", status="Awaiting parts"),
            done("JOB-4", "Leak under bath", 30),
            done("JOB-5", "Waste pipe loose", 14),
            done("JOB-6", "Old emergency", 240, **EMERGENCY),
            sample_job("JOB-7", "Fence panel down", status="Cancelled", reportedAt=ago(days=40)),
        ],
        "harbour": [
            sample_job("JOB-1", "Radiator cold at the bottom", reportedAt=ago(days=12)),
            sample_job("JOB-2", "Cistern keeps filling", reportedAt=ago(days=4), priority="Someday", priorityRank=None),
        ],
        "kirk": [
            sample_job("JOB-1", "Shower runs cold", address="40 Bank Lane, Bradford", reportedAt=ago(days=1), **HIGH),
            sample_job("JOB-2", "Outside tap drips", priority="Low", priorityRank=3, reportedAt=ago(days=15)),
            done("JOB-3", "Toilet will not flush", 6),
        ],
        "moor": [sample_job("JOB-1", "Gutter joint leaks", reportedAt=ago(days=8))],
        "north": [],
    }


def sample_invoices() -> dict[str, list[dict[str, Any]]]:
    """Return the invoices of each agency: one was rejected, one was paid."""
    invoice = {"invoiceId": "INV-1", "jobId": "JOB-4", "amount": 156.0, "description": "Leak", "invoiceNumber": "H-9"}
    return {
        "acme": [
            {**invoice, "status": "rejected", "rejectedBy": "agency", "history": [], "submittedAt": ago(days=20)},
            {
                **invoice,
                "invoiceId": "INV-2",
                "jobId": "JOB-6",
                "status": "paid",
                "history": [],
                "submittedAt": ago(days=200),
            },
        ]
    }


@dataclass
class SampleDay:
    """The answers of the API. Tests change them before or while the app reads them."""

    agencies: tuple[str, ...] = tuple(NAMES)
    jobs: dict[str, list[dict[str, Any]]] = field(default_factory=sample_jobs)
    invoices: dict[str, list[dict[str, Any]]] = field(default_factory=sample_invoices)
    to_invoice: dict[str, list[str]] = field(default_factory=lambda: {"acme": ["JOB-4", "JOB-5"], "kirk": ["JOB-3"]})
    offers: dict[str, list[str]] = field(default_factory=dict)
    accents: dict[str, str] = field(default_factory=dict)
    away: dict[str, str] = field(default_factory=dict)
    """The agencies that cannot be reached, with the time of their last data; "" if they have never been read."""
    reads: list[str] = field(default_factory=list)
    """The agency and the path of each read."""
    marks: list[tuple[str, str, Any]] = field(default_factory=list)
    """The method, the path and the body of each change of a mark."""
    more: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Other answers, by the agency and the path; of the person, by the path."""
    is_signed_in: bool = True

    @property
    def session(self) -> dict[str, Any]:
        """Return the session of a person with an account at each agency."""
        accounts = [
            {"agency": agency, "agencyName": NAMES[agency], "contractorId": "CON-1", "displayName": "Dan Harper"}
            for agency in self.agencies
        ]
        return {"email": HARPER, "account": accounts[0], "accounts": accounts, "endsAt": ago(days=-1)}

    def answer(self, route: Route) -> None:
        """Answer a request."""
        request = route.request
        path = request.url.split("/api/")[1].split("?show")[0]
        if path.startswith("session"):
            self._answer_person(route, path)
            return
        agency = request.headers.get("portal-account", "/").split("/")[0]
        path = path.removeprefix("contractor/")
        if request.method == "GET":
            self.reads.append(f"{agency} {path}")
            self._read(route, agency, path)
        else:
            self._write(route, agency, path)

    def _answer_person(self, route: Route, path: str) -> None:
        if path == "session":
            body = self.session if self.is_signed_in else {"error": "Please sign in."}
            fulfil(route, body, status=200 if self.is_signed_in else 401)
        elif path == "session/code":
            fulfil(route, None, status=204)
        else:
            fulfil(route, self.more.get(path.partition("?")[0], {}))

    def _read(self, route: Route, agency: str, path: str) -> None:
        if path.startswith("submissions/"):
            state, office_asked = OUTCOMES.get(path.split("/")[1], ("waiting", False))
            body = {"submissionId": path.split("/")[1], "state": state, "message": None, "result": None}
            fulfil(route, {**body, "officeAsked": office_asked})
        elif self.away.get(agency) == "" and path != "agency":
            problem = {"error": "Your agency's system cannot be reached just now."}
            fulfil(route, problem, status=503, headers={"Retry-After": "600"})
        else:
            body = self._body(agency, path)
            as_of = self.away.get(agency) or ago()
            modified = datetime.fromisoformat(as_of).astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
            status = 404 if body is None else 200
            fulfil(
                route,
                {**body, "asOf": as_of, "stale": agency in self.away} if body else {"error": "There is no such thing."},
                status=status,
                headers={"Last-Modified": modified},
            )

    def _body(self, agency: str, path: str) -> dict[str, Any] | None:
        if f"{agency} {path}" in self.more:
            return self.more[f"{agency} {path}"]
        jobs = self.jobs.get(agency, [])
        if path.startswith("jobs/"):
            job = next((job for job in jobs if job["jobId"] == path.split("/")[1]), None)
            return job and {"notes": [], "notesComplete": True, **job}
        branch = {
            "contactId": "BR-1",
            "name": "Leeds",
            "role": None,
            "branchName": "Leeds",
            "email": None,
            "mobile": None,
        }
        bodies: dict[str, dict[str, Any]] = {
            "agency": {
                "offers": self.offers.get(agency, OFFERS),
                "cancelledStatus": ["Cancelled"],
                "invoice": {"required": [], "link": "job"},
                **({"accent": self.accents[agency]} if agency in self.accents else {}),
            },
            "jobs": {"jobs": jobs},
            "jobs?toInvoice=true": {"jobs": [job for job in jobs if job["jobId"] in self.to_invoice.get(agency, [])]},
            "invoices": {"invoices": self.invoices.get(agency, [])},
            "contacts": {"contacts": [{**branch, "phone": "0113 496 0100"}]},
            "account": {"agency": {"branchId": "BR-1", "branchName": "Leeds"}},
            "statements/pending": {"statements": []},
            "statements/historical": {"statements": []},
        }
        return bodies.get(path)

    def _write(self, route: Route, agency: str, path: str) -> None:
        sent = route.request.post_data_buffer or b"null"
        body = json.loads(sent) if route.request.headers.get("content-type", "json").endswith("json") else sent
        if path.endswith("/invoicing"):
            self.marks.append((route.request.method, path, body))
            job_id, listed = path.split("/")[1], self.to_invoice[agency]
            listed.remove(job_id) if route.request.method == "PUT" else listed.append(job_id)
            fulfil(route, self.jobs[agency][0] if body else None, status=200 if body else 204)
        elif "JOB-refused" in str(body):
            fulfil(route, {"error": REFUSAL}, status=400)
        elif "JOB-double" in str(body):
            fulfil(route, DUPLICATE, status=409)
        elif "arrived" in str(body):
            fulfil(route, {"noteId": "N-1", "note": body["note"]}, status=201)
        elif "slow" in str(body):
            return  # it gets no answer
        else:
            name = next((name for name in OUTCOMES if name in str(body)), "accepted")
            fulfil(route, {"submissionId": name, "state": "waiting", "message": None}, status=202)


def fulfil(route: Route, body: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> None:
    """Answer like the portal, which names each request."""
    content = {} if body is None else {"json": body}
    route.fulfill(status=status, headers={"X-Request-ID": "sample", **(headers or {})}, **content)


def add_items(context: BrowserContext) -> None:
    """Write the items of the sample: one is refused, one is asked about, two are on their way."""
    tab = new_tab(context)
    tab.open()
    tab.open_outbox({"email": HARPER, "agency": "acme", "contractorId": "CON-1"})
    for job_id, about in ABOUT.items():
        _add_invoice(tab, job_id, about)
    tab.note("JOB-3", "asked: Isolator is behind the panel")
    tab.note("JOB-2", "checked: Isolator is behind the panel")
    tab.await_states("refused", "checking", "review", "checking")
    tab.page.close()


def _add_invoice(tab: Tab, job_id: str, about: str) -> None:
    amount = 86 if job_id == "JOB-refused" else 98
    content = {
        "amount": amount,
        "description": about,
        "invoiceDate": ago()[:10],
        "invoiceNumber": "H-1",
        "jobId": job_id,
    }
    draft = {"kind": "invoice", "jobId": job_id, "about": about, "content": content, "document": None}
    tab.run("await outbox.add(...argument)", [tab.owner, draft])


@contextmanager
def sample_page(
    web: Web, day: SampleDay, path: str = "/", *, has_items: bool = False, **options: Any
) -> Iterator[Page]:
    """Yield a page of the app on which the API answers by the sample."""
    with web.context(HARPER, **(options or TALL)) as context:
        context.route("**/api/**", day.answer)
        if has_items:
            add_items(context)
        page = context.new_page()
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_attached()
        yield page
