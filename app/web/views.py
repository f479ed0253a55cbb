"""The web app: one page for all screens, and its files. The page gets its data from `/api` by fetch."""

from pathlib import Path

from flask import Blueprint, Response, request

from app.api.blueprint import services
from app.api.page_files import file_response, page_response, read, revalidated
from app.api.security_headers import DATA_POLICY, PAGE_POLICY
from app.domain.errors import NotFound

DIST = Path(__file__).with_name("dist")
FILES = frozenset(path.name for path in (DIST / "files").iterdir())
SCREENS = (
    "/",
    "/jobs",
    "/search",
    "/jobs/<id:job_id>",
    "/jobs/<id:job_id>/print",
    "/jobs/<id:job_id>/invoice",
    "/invoice",
    "/sent/<id:item_id>",
    "/money",
    "/money/invoices/<id:invoice_id>",
    "/money/statements/<id:statement_id>",
    "/outbox",
    "/outbox/<id:item_id>",
    "/contacts",
    "/account",
    "/account/devices",
    "/account/passkeys",
    "/install",
    "/accessibility",
)
"""The addresses of the page, as in src/routes.js. At any other address, the page says that it leads nowhere."""
NO_INJECTION = "require-trusted-types-for 'script'; trusted-types service-worker"
APP_POLICY = f"{PAGE_POLICY}; manifest-src 'self'; worker-src 'self'; {NO_INJECTION}"
"""The policy of every page, with additions: no text can become a script."""
WORKER_POLICY = f"{DATA_POLICY}; connect-src 'self'; {NO_INJECTION}"
PICTURE_POLICY = f"{DATA_POLICY}; style-src 'unsafe-inline'; sandbox"
"""SVG may contain styles, but it must be only an image, even if it is opened directly."""
IMAGE_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
FOR_EVER = "public, max-age=31536000, immutable"

blueprint = Blueprint("web", __name__)


def get_page(**_: str) -> Response:
    """Return the page, which is the same for every screen."""
    response = page_response(DIST / "page.html")
    response.headers["Content-Security-Policy"] = APP_POLICY
    response.vary.add("Cookie")
    return response


for screen in SCREENS:
    blueprint.add_url_rule(screen, view_func=get_page)


@blueprint.post("/share")
def begin_invoice() -> Response:
    """Redirect to the screen that says how to go on: a browser without the service worker sent a shared file here."""
    return Response(status=303, headers={"Location": "/invoice?shared=1"})


@blueprint.after_app_request
def begin_invoice_without_its_file(response: Response) -> Response:
    """Redirect instead of returning the API's error: the portal reads no shared file, so its size is no matter."""
    is_too_large = response.status_code == 413 and request.endpoint == "web.begin_invoice"
    return begin_invoice() if is_too_large else response


@blueprint.after_app_request
def show_unknown_address(response: Response) -> Response:
    """Return the page instead of the API's error if a person opens an address that nothing has."""
    is_unknown = response.status_code == 404 and request.endpoint is None
    if not is_unknown or request.path.startswith("/api/") or "text/html" not in request.headers.get("Accept", ""):
        return response
    page = get_page()
    page.status_code = 304 if page.status_code == 304 else 404
    page.vary.add("Accept")
    return page


@blueprint.route("/sw.js")
def get_service_worker() -> Response:
    """Return the service worker, which opens the page offline and sends queued submissions when online."""
    response = revalidated(file_response(DIST / "sw.js"))
    response.headers["Content-Security-Policy"] = WORKER_POLICY
    return response


@blueprint.route("/app.webmanifest")
def get_manifest() -> Response:
    """Return the web app manifest, for installation on a phone."""
    return revalidated(Response(read(DIST / "app.webmanifest"), mimetype="application/manifest+json"))


@blueprint.route("/logo/<file>")
def get_logo(file: str) -> Response:
    """Return an agency's logo. Only that agency's accounts can see the file name. Raise NotFound for any other name."""
    logos = (agency.logo for agency in services().config.agencies.values())
    logo = next((logo for logo in logos if logo and logo.name == file), None)
    if logo is None:
        raise NotFound("file")
    response = Response(logo.content, mimetype=IMAGE_TYPES[logo.kind])
    response.headers["Content-Security-Policy"] = PICTURE_POLICY
    response.headers["Cache-Control"] = FOR_EVER
    # Even without other front ends: browsers keep the header with the file, and may need it for a later front end.
    response.headers["Cross-Origin-Resource-Policy"] = "same-site"
    return response


@blueprint.route("/app/<file>")
def get_file(file: str) -> Response:
    """Return a script, style or image. Its name contains a digest, so browsers cache it for ever. Raise NotFound."""
    if file not in FILES:
        raise NotFound("file")
    response = file_response(DIST / "files" / file)
    response.headers["Cache-Control"] = FOR_EVER
    return response
