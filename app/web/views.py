"""The web app's page at each of its screens, and the files it is made of. All else it asks of `/api`, by fetch."""

import gzip
import mimetypes
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, Response, current_app, request

from app.api.context import services
from app.domain.errors import NotFound
from app.middleware.security_headers import DATA_POLICY, PAGE_POLICY

DIST = Path(__file__).with_name("dist")
FILES = frozenset(path.name for path in (DIST / "files").iterdir())
SCREENS = (
    "/",
    "/jobs",
    "/jobs/<id:job_id>",
    "/jobs/<id:job_id>/invoice",
    "/invoice",
    "/money",
    "/contacts",
    "/account",
    "/outbox",
)
"""Where the page stands; it looks at its own address. Any other address is answered in the API's one shape."""
NO_INJECTION = "require-trusted-types-for 'script'; trusted-types service-worker"
APP_POLICY = f"{PAGE_POLICY}; manifest-src 'self'; worker-src 'self'; {NO_INJECTION}"
"""Beside what holds for every page: no text of anybody's can become a script."""
WORKER_POLICY = f"{DATA_POLICY}; connect-src 'self'; {NO_INJECTION}"
PICTURE_POLICY = f"{DATA_POLICY}; style-src 'unsafe-inline'; sandbox"
"""SVG may style itself; opened by itself it is still nothing but a picture."""
KINDS = {"svg": "image/svg+xml", "png": "image/png"}
FOR_EVER = "public, max-age=31536000, immutable"

blueprint = Blueprint("web", __name__)


def get_page(**_: str) -> Response:
    """The page, whichever screen it will show."""
    page = _read("page.html")
    # Who comes without a session is not asked who they are: browsers show the 401 as an error.
    if current_app.config["SESSION_COOKIE_NAME"] in request.cookies:
        page = page.replace(b"<body>", b'<body data-session="yes">')
    response = _looked_at_again(page, "text/html")
    response.headers["Content-Security-Policy"] = APP_POLICY
    response.vary.add("Cookie")
    return response


for screen in SCREENS:
    blueprint.add_url_rule(screen, view_func=get_page)


@blueprint.route("/sw.js")
def get_service_worker() -> Response:
    """What opens the page without a network, and sends what waits when there is one again."""
    response = _looked_at_again(_read("sw.js"), "text/javascript")
    response.headers["Content-Security-Policy"] = WORKER_POLICY
    return response


@blueprint.route("/app.webmanifest")
def get_manifest() -> Response:
    """What a phone installs."""
    return _looked_at_again(_read("app.webmanifest"), "application/manifest+json")


@blueprint.route("/logo/<file>")
def get_logo(file: str) -> Response:
    """An agency's logo. Only who is told its name by that agency's account finds it."""
    logo = next((one.logo for one in services().config.agencies.values() if one.logo and one.logo.name == file), None)
    if logo is None:
        raise NotFound("file")
    response = Response(logo.content, mimetype=KINDS[logo.kind])
    response.headers["Content-Security-Policy"] = PICTURE_POLICY
    response.headers["Cache-Control"] = FOR_EVER
    return response


@blueprint.route("/app/<file>")
def get_file(file: str) -> Response:
    """A script, style or picture. Its name tells its content, so who has it never asks again."""
    if file not in FILES:
        raise NotFound("file")
    zips = request.accept_encodings["gzip"] > 0 and not file.endswith(".png")
    response = Response(_zipped(file) if zips else _read(f"files/{file}"), mimetype=mimetypes.guess_type(file)[0])
    if zips:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Cache-Control"] = FOR_EVER
    response.vary.add("Accept-Encoding")
    return response


def _looked_at_again(content: bytes, mimetype: str) -> Response:
    """What browsers may keep, asking each time whether it is still right."""
    response = Response(content, mimetype=mimetype)
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response


@lru_cache(maxsize=64)
def _read(name: str) -> bytes:
    return (DIST / name).read_bytes()


@lru_cache(maxsize=64)
def _zipped(file: str) -> bytes:
    return gzip.compress(_read(f"files/{file}"), mtime=0)
