"""The portal with the web app of the first release: what phones have that were last opened before the update.

`dist` is that app as it was built, with the first version of a phone's database, whose outbox kept documents as Blobs.
It stays as it is for as long as a phone may still have it.
"""

from pathlib import Path

from app.web import views

views.DIST = Path(__file__).with_name("dist")
views.FILES = frozenset(path.name for path in (views.DIST / "files").iterdir())

from wsgi import app  # noqa: E402 - with the pages of before

__all__ = ["app"]
