"""JSON as text, and so all that a library that writes it would never write: what AgentOS may send."""

import json

from hypothesis import strategies as st

from tests.payloads import SECRETS

SECRET = "s3cret-31926819"
"""Stands in every bank field, and nowhere else."""

_SIMPLE = st.sampled_from(("null", "true", "false", '""', "0", "-0", "-0.0", "7", "2041.0", "1.005", "[]", "{}"))
_NUMBERS = st.sampled_from(
    ("NaN", "Infinity", "-Infinity", "1e400", "-1e-400", "1e30", "9" * 4_300, "9" * 4_301, "1e999999999999999999",
     "1e" + "9" * 30, "0e-" + "9" * 17, "0." + "3" * 60)
)  # fmt: skip
_DATES = st.builds(
    "{:04}-{:02}-{:02}{}".format,
    st.integers(0, 9999) | st.sampled_from((1, 2, 1753, 1900, 2026, 9999)),
    st.integers(0, 13),
    st.integers(0, 32),
    st.sampled_from(
        (
            "",
            "T00:00:00",
            "T01:30:00",
            " 23:59:59.9999999",
            "T23:59:60",
            "T24:00",
            "Z",
            "T00:00:00+23:59",
            "T23:59-23:59",
        )
    ),
)
_WORDS = st.sampled_from(
    (
        "A",
        "B",
        "Paid",
        "£1,234.50",
        "-£ 5",
        "1e5",
        "１２",
        "NaN",
        "2026-W48-3",
        "true",
        "half \ud83d",
        "\ud83d\udebf",
        "a\0b",
    )
)
_TEXTS = (_DATES | _WORDS | st.text(st.characters(exclude_categories=()), max_size=8)).map(json.dumps)
_LEAVES = _SIMPLE | _NUMBERS | _TEXTS | st.integers().map(str) | st.floats().map(json.dumps)


def _list(items: list[str]) -> str:
    return f"[{','.join(items)}]"


def _object(pairs: list[tuple[str, str]]) -> str:
    """Names as often as they come: JSON may repeat them."""
    return "{" + ",".join(f"{json.dumps(name)}:{value}" for name, value in pairs) + "}"


def _nested(depth: int) -> st.SearchStrategy[str]:
    return st.sampled_from(("[" * depth + "]" * depth, '{"Data":' * depth + "1" + "}" * depth))


_NAMES = st.text(max_size=3) | st.sampled_from(("OID", "Data", "Count"))


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(inner, max_size=3).map(_list) | st.lists(st.tuples(_NAMES, inner), max_size=3).map(_object)


VALUES = st.recursive(_LEAVES, _around, max_leaves=5) | _nested(50) | _nested(5_000)
"""Any value at all."""

_BANK = st.sampled_from(tuple(SECRETS)).map(lambda name: (name, json.dumps(SECRET)))


def rows(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Records of these fields: any of them missing, null, mistyped or twice; bank fields among them."""
    field = st.tuples(st.sampled_from(names), VALUES)
    identity = st.sampled_from(('"A"', '"B"', '"C"', "7", "7.0", '"a/b"', "null")).map(lambda value: ("OID", value))
    fields = st.lists(field | _BANK, max_size=8)
    return st.builds(lambda first, rest: _object([first, *rest]), identity, fields) | fields.map(_object) | VALUES


def lists(row: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Lists of them in any envelope, or something else."""
    bare = st.lists(row, max_size=4).map(_list)
    total = st.integers(-1, 5).map(str) | VALUES
    enveloped = st.builds(
        lambda pairs: _object(pairs),
        st.lists(st.tuples(st.just("Count"), total) | st.tuples(st.just("Data"), bare | VALUES), max_size=3),
    )
    return bare | bare.map(lambda text: _object([("Data", text)])) | enveloped | VALUES


ENCODINGS = st.sampled_from(("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-32-le"))


def in_bytes(text: str, encoding: str) -> bytes:
    """The text on the wire."""
    return text.encode(encoding, "surrogatepass")
