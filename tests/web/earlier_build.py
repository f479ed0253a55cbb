"""The portal with another build of the web app, for phones that were last opened before an update."""

import re
import shutil
import tempfile
from pathlib import Path

from app.web import views

views.DIST = Path(shutil.copytree(views.DIST, Path(tempfile.mkdtemp()) / "dist"))
worker = views.DIST / "sw.js"
worker.write_text(re.sub("shell-[0-9a-f]{10}", "shell-before", worker.read_text("utf-8")), "utf-8")

from wsgi import app  # noqa: E402 - with the other build

__all__ = ["app"]
