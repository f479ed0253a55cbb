"""JSON that AgentOS may send, as text, including JSON that no library would write."""

import json

from hypothesis import strategies as st

from tests.payloads import SECRETS, Record, note_row

SECRET = "s3cret-31926819"
"""The value of every bank field, and of no other field."""

_SIMPLE = st.sampled_from(("null", "true", "false", '""', "0", "-0", "-0.0", "7", "2041.0", "1.005", "[]", "{}"))
_NUMBERS = st.sampled_from(
    ("NaN", "Infinity", "-Infinity", "1e400", "-1e-400", "1e30", "9" * 4_300, "9" * 4_301, "1e999999999999999999",
     "1e" + "9" * 30, "0e-" + "9" * 17, "0." + "3" * 60)
)  # fmt: skip
_CLOCKS = ("", "T00:00:00", " 23:59:59.9999999", "T23:59:60", "T24:00", "Z", "T00:00+23:59", "T23:59-23:59")
_DATES = st.builds(
    "{:04}-{:02}-{:02}{}".format,
    st.integers(0, 9999) | st.sampled_from((1, 2, 1753, 1900, 2026, 9999)),
    st.integers(0, 13),
    st.integers(0, 32),
    st.sampled_from(_CLOCKS),
)
_LIKE_OTHERS = ("A", "B", "Paid", "£1,234.50", "-£ 5", "1e5", "１２", "NaN", "2026-W48-3", "true")
_HARD_TO_KEEP = ("half \ud83d", "\ud83d\udebf", "a\0b")
_WORDS = st.sampled_from(_LIKE_OTHERS + _HARD_TO_KEEP)
_TEXTS = (_DATES | _WORDS | st.text(st.characters(exclude_categories=()), max_size=8)).map(json.dumps)
_LEAVES = _SIMPLE | _NUMBERS | _TEXTS | st.integers().map(str) | st.floats().map(json.dumps)


def _list(items: list[str]) -> str:
    return f"[{','.join(items)}]"


def _object(pairs: list[tuple[str, str]]) -> str:
    """Return an object with its names repeated, which JSON allows."""
    return "{" + ",".join(f"{json.dumps(name)}:{value}" for name, value in pairs) + "}"


def _deep(depth: int, opening: str) -> str:
    return opening * depth + "1" + ("]" if opening == "[" else "}") * depth


_NAMES = st.text(max_size=3) | st.sampled_from(("OID", "Data", "Count"))


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(inner, max_size=3).map(_list) | st.lists(st.tuples(_NAMES, inner), max_size=3).map(_object)


_DEEP = st.builds(_deep, st.sampled_from((50, 5_000)), st.sampled_from(("[", '{"Data":')))

VALUES = st.recursive(_LEAVES, _around, max_leaves=5) | _DEEP
"""Any value."""

_AWKWARD_NOTES = st.lists(st.sampled_from((
    json.dumps(note_row()), json.dumps(note_row(OID="a/b", CreatedAt=None)), "null", '{"CreatedAt":7}', "{}"
)), max_size=3).map(_list)  # fmt: skip
_BANK = st.sampled_from(tuple(SECRETS)).map(lambda name: (name, json.dumps(SECRET)))


def _alike(value: object) -> st.SearchStrategy[str]:
    """Return values that AgentOS may send instead of this value. Many are valid."""
    if isinstance(value, bool):
        return st.sampled_from(("true", "false", "0", "1", '"True"', "null"))
    if isinstance(value, float):
        return st.floats().map(json.dumps) | _WORDS.map(json.dumps) | _SIMPLE | _NUMBERS
    if isinstance(value, list):
        return _AWKWARD_NOTES
    is_date = isinstance(value, str) and value[4:5] == "-"
    return (_DATES.map(json.dumps) if is_date else _TEXTS) | _SIMPLE


def rows(record: Record) -> st.SearchStrategy[str]:
    """Return records like this one, with missing, null, repeated, similar or mistyped fields, and with bank fields."""
    fields = [(name, json.dumps(SECRET if name in SECRETS else value)) for name, value in record.items()]
    alike = st.sampled_from(sorted(record)).flatmap(lambda name: st.tuples(st.just(name), _alike(record[name])))
    mistyped = st.tuples(st.sampled_from(sorted(record)), VALUES)
    identity = st.sampled_from(("A", "B", "C")).map(lambda text: ("OID", json.dumps(text)))
    changed = st.lists(alike, max_size=4)
    kept = st.lists(st.sampled_from(fields), max_size=len(fields))
    mild = st.builds(
        lambda some, oid, others: _object([*some, oid, *others]),
        kept | st.just(fields),
        identity,
        st.builds(list.__add__, changed, st.lists(_BANK, max_size=2)),
    )
    wild = st.lists(alike | mistyped | _BANK, max_size=6).map(_object)
    return _mostly(mild, wild | VALUES)


def lists(row: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return lists of rows in any envelope, or other values."""
    bare = st.lists(row, max_size=4).map(_list)
    total = st.integers(-1, 5).map(str) | VALUES
    proper = st.builds(lambda data, count: _object([("Count", count), ("Data", data)]), bare, total)
    pairs = st.tuples(st.just("Count"), total) | st.tuples(st.just("Data"), bare | VALUES)
    return _mostly(
        bare | bare.map(lambda text: _object([("Data", text)])) | proper,
        st.lists(pairs, max_size=3).map(_object) | VALUES,
    )


def _mostly(often: st.SearchStrategy[str], seldom: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.integers(0, 4).flatmap(lambda number: often if number else seldom)
