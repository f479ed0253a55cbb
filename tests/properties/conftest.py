"""One house and one signed-in contractor a property: its examples share them."""

import pytest
from flask.testing import FlaskClient

from tests.house import House
from tests.jobs.expected import client_for


@pytest.fixture
def client(house: House) -> FlaskClient:
    return client_for(house, "acme/CON-1001")
