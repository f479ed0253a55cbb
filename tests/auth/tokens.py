"""Claims and headers of any content, for signed tokens."""

from hypothesis import strategies as st

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = (
    *("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "email", "email_verified", "agency"),
    *("azp", "nonce", "at_hash", "amr", "acr", "auth_time", "sid", "x"),
)
CLAIMS = st.dictionaries(st.sampled_from(NAMES), JSON, min_size=1, max_size=3)
HEADER_NAMES = st.sampled_from(("typ", "crit", "b64", "jwk", "x5c", "zip", "enc")) | st.text(max_size=5)
HEADERS = st.dictionaries(HEADER_NAMES, JSON, max_size=2)
