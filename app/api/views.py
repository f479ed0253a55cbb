"""`/api/openapi.json` and `/api/docs`: the description of the API, for machines and for people."""

from pathlib import Path

import flask_swagger_ui
from flask import Response, current_app, render_template

from app.api.blueprint import Blueprint, RouteFacts
from app.api.page_files import file_response, page_response, revalidated
from app.api.problem_types import ProblemType
from app.domain.errors import NotFound

OURS = Path(__file__).with_name("page")
SWAGGER_UI = Path(flask_swagger_ui.__file__).with_name("dist")
FILES = {
    "start.js": OURS,
    "page.css": OURS,
    "swagger-ui-bundle.js": SWAGGER_UI,
    "swagger-ui.css": SWAGGER_UI,
    "favicon-32x32.png": SWAGGER_UI,
}
"""The files of the page, which needs no files from other sites."""
KINDS = ("text/css", "text/javascript", "image/png")

blueprint = Blueprint(
    "docs", __name__, template_folder="page", description="This description, and a page to read it and try it from."
)


@blueprint.route("/openapi.json")
@blueprint.response(200, {"type": "object", "additionalProperties": True}, description="OpenAPI 3.1")
def get_open_api() -> Response:
    """Get the API description

    This document: OpenAPI 3.1, from which clients in most languages can be generated.
    """
    response = Response(current_app.extensions["description"](), mimetype="application/json")
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.route("/docs")
@blueprint.response(200, {"type": "string"}, content_type="text/html", description="A page")
def get_docs_page() -> Response:
    """Get the API documentation page

    A page with this description. Sign in at the top of the page to try the operations.
    """
    return page_response(OURS / "page.html")


@blueprint.route("/problems")
@blueprint.response(200, {"type": "string"}, content_type="text/html", description="A page")
def get_problem_types() -> Response:
    """Get the list of problem types

    A page that describes each `type` of a failure. The types lead to their places on it.
    """
    return revalidated(Response(render_template("problems.html", types=ProblemType), mimetype="text/html"))


@blueprint.route("/docs/<file>", facts=RouteFacts(failures={404: NotFound("file")}))
@blueprint.response(200, {"type": "string"}, content_type="text/css", description="The file")
@blueprint.doc(responses={200: {"content": {kind: {"schema": {"type": "string"}} for kind in KINDS}}})
def get_docs_file(file: str) -> Response:
    """Get a file of the documentation page

    The page's scripts, styles and icon.
    """
    if file not in FILES:
        raise NotFound("file")
    return revalidated(file_response(FILES[file] / file))
