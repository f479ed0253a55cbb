"""The portal with the web app of the first release, for phones that were last opened before the update.

`dist` is that app as it was built. Its phone database has the first version, whose outbox stored documents as Blobs. Do
not change it as long as a phone may still have it.
"""

from pathlib import Path

from app.web import views

views.DIST = Path(__file__).with_name("dist")
views.FILES = frozenset(path.name for path in (views.DIST / "files").iterdir())

from wsgi import app  # noqa: E402 - with the pages of before

__all__ = ["app"]
