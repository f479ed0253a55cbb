"""A client of a contractor who sends invoices."""

import pytest
from flask.testing import FlaskClient

from tests.jobs.expected import client_for
from tests.portal_server import PortalServer


@pytest.fixture
def client(portal_server: PortalServer) -> FlaskClient:
    return client_for(portal_server, "acme/CON-1001")
