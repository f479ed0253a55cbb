"""One portal and one signed-in contractor for each property, shared by its examples."""

import pytest
from flask.testing import FlaskClient

from tests.jobs.expected import client_for
from tests.portal_server import PortalServer


@pytest.fixture
def client(portal_server: PortalServer) -> FlaskClient:
    return client_for(portal_server, "acme/CON-1001")
