"""`make openapi`: write docs/openapi.json, unless that breaks a promise of the newest release."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.openapi_changes import METHODS, WORDING, differences
from tools.release import git, newest_tag

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "docs" / "openapi.json"
LOWEST = ("minimum", "exclusiveMinimum", "minLength", "minItems")
HIGHEST = ("maximum", "exclusiveMaximum", "maxLength", "maxItems")
COMPARED = {"type", "enum", "anyOf", "required", "properties", "additionalProperties", "items", *LOWEST, *HIGHEST}
"""Keywords whose widening differs from narrowing. Any other keyword that binds clients must not change."""

Json = dict[str, Any]


def faults(released: Json, new: Json) -> list[str]:
    """Return why `new` may not follow the description of the newest release, in a sentence each.

    Only a new major number in `info.version` allows a change that breaks clients, and only a new number any change.
    """
    if _major(new) > _major(released):
        return []
    listed = _breaking(released, new)
    if listed:
        listed.append("Raise the first part of VERSION in app/api/openapi.py, if these changes must be.")
    elif new != released and new["info"]["version"] == released["info"]["version"]:
        listed.append("The description of a released version changed. Raise VERSION in app/api/openapi.py.")
    return listed


def changes(old: Json, new: Json) -> list[str]:
    """Return what changes for clients, a line each. The changes that break clients come first, and say so."""
    return [*(f"breaks clients: {reason}" for reason in _breaking(old, new)), *differences(old, new)]


def _breaking(old: Json, new: Json) -> list[str]:
    operations = [
        f"{method.upper()} {path}: {reason}"
        for path, item in old["paths"].items()
        for method in METHODS
        if method in item
        for reason in _Operations(old, new).reasons(path, method)
    ]
    return [*_reach(old, new), *operations]


def _reach(old: Json, new: Json) -> Iterator[str]:
    """Why no call of a client may get through, or why a program may not compile with a new client."""
    for server in old["servers"]:
        if server["url"] not in [other["url"] for other in new["servers"]]:
            yield f"{server['url']} is not where the portal is any more"
    schemes = new["components"]["securitySchemes"]
    for name, scheme in old["components"]["securitySchemes"].items():
        if any(scheme[key] != schemes.get(name, {}).get(key) for key in ("type", "in", "name")):
            yield f"the {name} is carried in another way"
    if old["info"]["title"] != new["info"]["title"]:
        yield f"{old['info']['title']} is called {new['info']['title']} now, and so are generated packages"
    for kind, components in old["components"].items():
        for name in components.keys() - new["components"].get(kind, {}).keys():
            yield f"{name} is not among the {kind} any more, so generated types lack it"


def _major(document: Json) -> int:
    return int(document["info"]["version"].partition(".")[0])


class _Operations:
    """One operation in both descriptions."""

    def __init__(self, old: Json, new: Json) -> None:
        self._old, self._new = old, new

    def reasons(self, path: str, method: str) -> Iterator[str]:
        before, after = self._old["paths"][path], self._new["paths"].get(path, {})
        if method not in after:
            yield "is gone"
            return
        old, new = before[method], after[method]
        if old["operationId"] != new["operationId"]:
            yield f"{old['operationId']} is called {new['operationId']} now"
        if old["tags"] != new["tags"]:  # generators name modules after them
            yield f"is among {', '.join(new['tags'])} now, not among {', '.join(old['tags'])}"
        if new["security"] and new["security"] != old["security"]:
            yield "needs a session now" if not old["security"] else "needs another session"
        yield from self._parameters(
            [*before.get("parameters", ()), *old.get("parameters", ())],
            [*after.get("parameters", ()), *new.get("parameters", ())],
        )
        yield from self._body(
            _resolved(self._old, old.get("requestBody", {})), _resolved(self._new, new.get("requestBody", {}))
        )
        yield from self._answers(old["responses"], new["responses"])

    def _parameters(self, before: list[Json], after: list[Json]) -> Iterator[str]:
        old = {(each["in"], each["name"]): each for each in (_resolved(self._old, node) for node in before)}
        new = {(each["in"], each["name"]): each for each in (_resolved(self._new, node) for node in after)}
        for key, parameter in old.items():
            if key in new:
                yield from self._taken(parameter["schema"], new[key].get("schema", {"type": []}), key[1])
                if any(parameter.get(how) != new[key].get(how) for how in ("style", "explode", "content")):
                    yield f"{key[1]} is written in another way"
            else:
                yield f"{key[1]} is not taken any more"
        for key, parameter in new.items():
            if parameter.get("required") and not old.get(key, {}).get("required"):
                yield f"{key[1]} is required now"

    def _body(self, old: Json, new: Json) -> Iterator[str]:
        if new.get("required") and not old.get("required"):
            yield "a body is required now"
        for kind, content in old.get("content", {}).items():
            if kind in new.get("content", {}):
                yield from self._taken(content["schema"], new["content"][kind]["schema"], "the body")
                if content.get("encoding") != new["content"][kind].get("encoding"):
                    yield f"the parts of {kind} are written in another way"
            else:
                yield f"{kind} is not taken any more"

    def _answers(self, before: Json, after: Json) -> Iterator[str]:
        for status in after.keys() - before.keys():
            if int(status) < 400:
                yield f"{status} may be answered"
        for status, answer in before.items():
            if status not in after:
                if int(status) < 400:
                    yield f"{status} is not answered any more"
                continue
            old, new = _resolved(self._old, answer), _resolved(self._new, after[status])
            yield from (f"{status}: {reason}" for reason in self._headers(old["headers"], new["headers"]))
            for kind, content in old.get("content", {}).items():
                if kind in new.get("content", {}):
                    reasons = beyond(
                        self._new, new["content"][kind]["schema"], self._old, content["schema"], "the answer"
                    )
                    yield from (f"{status}: {reason}" for reason in reasons)
                else:
                    yield f"{status}: {kind} is not answered any more"

    def _headers(self, old: Json, new: Json) -> Iterator[str]:
        for name in old:
            if name not in new:
                yield f"the header {name} is gone"
                continue
            before, after = _resolved(self._old, old[name]), _resolved(self._new, new[name])
            if before.get("required") and not after.get("required"):
                yield f"the header {name} may be missing"
            yield from beyond(self._new, after["schema"], self._old, before["schema"], f"the header {name}")

    def _taken(self, old: Json, new: Json, where: str) -> Iterator[str]:
        """Why something that was taken may be refused now."""
        return beyond(self._old, old, self._new, new, where)


def beyond(inner_in: Json, inner: Json, outer_in: Json, outer: Json, where: str) -> Iterator[str]:
    """Why a value that keeps to the schema `inner` might not keep to `outer`; each with the document it stands in."""
    inner, outer = _resolved(inner_in, inner), _resolved(outer_in, outer)
    # A default counts on both sides: without a word, what is left out would mean something else.
    for key in sorted({*outer, "default"} - COMPARED - WORDING):
        is_wider = key == "pattern" and outer[key].startswith(f"{inner.get(key)}|")  # takes all that it took before
        if inner.get(key) != outer.get(key) and not is_wider:
            yield f"{where} may have another {key}"
    if "anyOf" in inner or "anyOf" in outer:
        for option in inner.get("anyOf", [inner]):
            tried = [list(beyond(inner_in, option, outer_in, other, where)) for other in outer.get("anyOf", [outer])]
            yield from min(tried, key=len)
        return
    kinds, allowed = _kinds(inner), _kinds(outer)
    if allowed and not (kinds and kinds <= allowed):
        yield f"{where} may be {', '.join(sorted(kinds - allowed)) or 'anything'}"
    if "enum" in outer and not ("enum" in inner and set(inner["enum"]) <= set(outer["enum"])):
        yield f"{where} may be another word"
    for key in LOWEST:
        if key in outer and not (key in inner and inner[key] >= outer[key]):
            yield f"{where} may be below the {key}"
    for key in HIGHEST:
        if key in outer and not (key in inner and inner[key] <= outer[key]):
            yield f"{where} may be above the {key}"
    for name in set(outer.get("required", ())) - set(inner.get("required", ())):
        yield f"{where} may lack {name}"
    known = outer.get("properties", {})
    for name, property_ in inner.get("properties", {}).items():
        if name in known:
            yield from beyond(inner_in, property_, outer_in, known[name], f"{where}.{name}")
        elif outer.get("additionalProperties") is False:
            yield f"{where} may have {name}"
    if "items" in outer:
        yield from beyond(inner_in, inner.get("items", {}), outer_in, outer["items"], f"{where}[]")


def _resolved(document: Json, node: Json) -> Json:
    """Return `node`, or the target of its reference."""
    if "$ref" not in node:
        return node
    target: Any = document
    for step in node["$ref"].removeprefix("#/").split("/"):
        target = target[step]
    return _resolved(document, target)


def _kinds(schema: Json) -> set[str]:
    kinds = schema.get("type", ())
    names = {kinds} if isinstance(kinds, str) else set(kinds)
    return names | ({"integer"} if "number" in names else set())


def _described() -> Json:
    """Return the description of a portal of this code. No setting changes it."""
    import config
    from app import create_app

    with tempfile.TemporaryDirectory() as folder:
        settings = {
            "AGENTOS_SHORT_NAME": "any",
            "AGENTOS_API_KEY": "none",
            "DOCUMENTS_DIR": folder,
        }
        os.environ.update(settings, PORTAL_ENV="test", AGENCIES_FILE="")
        description: Json = json.loads(create_app(config.load()).extensions["description"]())
        return description


def released() -> Json | None:
    """Return the description of the newest release, or None before the first one."""
    tag = newest_tag()
    return json.loads(git("show", f"{tag}:docs/{COPY.name}")) if tag else None


def renew(copy: Path, new: Json, former: Json | None) -> int:
    """Write `new` to `copy`, and print the changes. Return 1 if it may not follow the released description `former`."""
    old = json.loads(copy.read_text("utf-8"))
    print("Changes for clients:", *(f"  {change}" for change in changes(old, new) or ["only words"]), sep="\n")
    if former and (listed := faults(former, new)):
        print(*listed, "Nothing was written.", sep="\n")
        return 1
    copy.write_text(json.dumps(new, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print("docs/openapi.json is written. Add what clients notice to CHANGELOG.md.")
    return 0


if __name__ == "__main__":
    sys.exit(renew(COPY, _described(), released()))
