"""The search among a contractor's jobs."""

import re
from collections.abc import Callable

from app.domain.job import PresentedJob, Property

BLANKS_AND_DASHES = re.compile(r"[\s\-\u2010-\u2015]+")
"""People type a reference, a postcode or a telephone number with and without these. Phones put in other dashes."""
NOWHERE = Property(property_id=None)


def matcher(q: str) -> Callable[[PresentedJob], bool]:
    """Return a function that tells whether every word of `q` occurs in what a job shows, in any case.

    A word of dashes alone occurs in every job.
    """
    words = [(word, _bare(word)) for word in q.casefold().split()]

    def matches(job: PresentedJob) -> bool:
        place = job.place or NOWHERE
        texts = (job.title, job.description, place.address, job.reported_by["name"], job.category)
        text = "\n".join(filter(None, texts)).casefold()
        codes = "\n".join(map(_bare, (job.reference, place.postcode, job.reported_by["phone"])))
        return all(word in text or bare in codes for word, bare in words)

    return matches


def _bare(code: str | None) -> str:
    return BLANKS_AND_DASHES.sub("", code or "").casefold()
