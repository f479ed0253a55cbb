"""The call to AgentOS that the plain queue, Procrastinate and DBOS share. It needs only the standard library.

A piece is a JSON object: `number`, the `path` and `body` of its POST, the `list` in which to look for it, and the
`mark`, a text that no other piece has.
"""

from __future__ import annotations

import http.client
import json
import os
import sys
import urllib.request
from collections.abc import Callable
from typing import Any

Piece = dict[str, Any]
TIMEOUT_S, THREADS, TRIES = 2.0, 8, 4
"""With retries, there are three attempts after the first: as many as the portal makes for a note."""
WAITS_S = (2, 4, 8)
"""Waits before each retry, doubled each time."""


class Unanswered(Exception):
    """AgentOS did not answer with success."""


def post(piece: Piece) -> None:
    """Send a piece. Raise Unanswered unless the answer is a success."""
    _call("POST", piece["path"], json.dumps(piece["body"]).encode())


def is_listed(piece: Piece) -> bool:
    """Return whether AgentOS lists a piece. Raise Unanswered if the list cannot be read."""
    return piece["mark"].encode() in _call("GET", piece["list"])


def _call(method: str, path: str, body: bytes | None = None) -> bytes:
    headers = {"api_key": os.environ["AGENTOS_KEY"], "Content-Type": "application/json"}
    request = urllib.request.Request(os.environ["AGENTOS_URL"] + path, body, headers, method=method)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:  # noqa: S310
            return bytes(answer.read())
    except (OSError, http.client.HTTPException) as error:
        raise Unanswered(str(error)) from None


def serve(prepare: Callable[[], None], submit: Callable[[Piece], None], work: Callable[[], None], results: Any) -> None:
    """Run the command that the first argument names.

    `submit` accepts each piece from standard input, and prints a line when it is stored. `work` runs until it is
    killed. `results` prints the last state of each piece by number: success, failure, unknown or open.
    """
    command = sys.argv[1]
    if command == "submit":
        prepare()
        print("ready", flush=True)
        for line in sys.stdin:
            submit(json.loads(line))
            print("stored", flush=True)
    elif command == "work":
        work()
    else:
        json.dump(results(), sys.stdout)
