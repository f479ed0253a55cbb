"""People at the door: those whose session is no good, and those whose session is somebody's."""

from flask.testing import FlaskClient

from tests.house import House

COOKIE = "portal_session"


def nobody(house: House) -> FlaskClient:
    """Without a session."""
    return house.app.test_client()


def forged(house: House) -> FlaskClient:
    """With a cookie that nobody gave out."""
    return with_cookie(house, "x" * 43)


def sign_in_id(house: House) -> FlaskClient:
    """With the id of a good row of `sign_ins`, which is not what the cookie holds."""
    house.sign_in()
    with house.portal.database.read() as connection:
        return with_cookie(house, connection.exec_driver_sql("SELECT id FROM sign_ins").scalar_one())


def revoked(house: House) -> FlaskClient:
    """With the cookie of a session that was signed out."""
    client = house.sign_in()
    value = cookie_value(client)
    assert client.delete("/api/session").status_code == 204
    return with_cookie(house, value)


def revoked_row(house: House) -> FlaskClient:
    """With the cookie of one whose row was revoked while its file was left: the row is what counts."""
    client = house.sign_in()
    with house.portal.database.write() as connection:
        connection.exec_driver_sql(f"UPDATE sign_ins SET revoked_at = '{house.clock.now().isoformat()}'")
    return client


def expired(house: House) -> FlaskClient:
    """Never idle, yet 14 days old."""
    client = house.sign_in()
    for _ in range(6):
        house.tomorrow(2.3 * 86_400)
        assert client.get("/api/session").status_code == 200
    house.tomorrow(0.3 * 86_400)
    return client


def idle(house: House) -> FlaskClient:
    """Away for more than 72 hours."""
    client = house.sign_in()
    house.tomorrow(72.1 * 3_600)
    return client


def harper(house: House) -> FlaskClient:
    """Signed in: acme/CON-1001, and harbour/CON-5001 as well."""
    return house.sign_in()


def cookie_value(client: FlaskClient) -> str:
    """The session id the browser holds."""
    cookie = client.get_cookie(COOKIE)
    assert cookie is not None
    return cookie.value


def with_cookie(house: House, value: str) -> FlaskClient:
    """Somebody who brings that cookie."""
    client = house.app.test_client()
    client.set_cookie(COOKIE, value)
    return client
