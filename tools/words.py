"""Check names, docstrings and file names for banned words: `python -m tools.words PATH …`.

CONTRIBUTING.md has the rules. Print each fault as `path:line: text`, and exit with 1 if there are any.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = {"one", "found", "given", "told", "said", "held", "wanted"}
"""Participles and pronouns; a variable, an argument, a function or a file is named by the noun of the thing."""
METAPHORS = {"house", "room", "wish", "looking", "preparing", "own", "moments"}
"""Words of a private vocabulary that file names must not contain."""
SKIPPED = {"node_modules", "dist", "__pycache__", "versions", ".venv"}
"""Folders of generated files, and of migrations: a migration keeps its name for ever."""
SUBJECT = re.compile(r"(Whoever|Whatever|Whether|What|Who|Whose|How|Where)\b(?!.*\?$)")
"""A relative clause as the subject of a sentence; a question may begin with the same words."""
PHRASES = re.compile(r"\b(any more|by then|in vain|as it is(?=\W*$)|so that\b[^.;:]*\bmay)\b", re.IGNORECASE)
END_OF_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=\W*[A-Z])|\n\s*\n")

Fault = tuple[int, str]


def named(node: ast.AST) -> Iterator[str]:
    """Yield each name that a node gives to a variable, an argument, an attribute, a function, a class or a module."""
    match node:
        case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()) | ast.arg(arg=name):
            yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            yield name
        case ast.alias(asname=str(name)):
            yield name


def faulty_names(tree: ast.Module) -> Iterator[Fault]:
    """Yield each banned name with its line."""
    for node in ast.walk(tree):
        for name in named(node):
            if name.strip("_").lower() in NAMES:
                yield getattr(node, "lineno", 1), f"name `{name}`"


def faulty_sentences(tree: ast.Module) -> Iterator[Fault]:
    """Yield each banned sentence of a docstring, or of a string below an assignment, with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text), lineno=line)):
                offset = 0
                for sentence in END_OF_SENTENCE.split(text):
                    offset = text.index(sentence, offset)
                    words = " ".join(sentence.split())
                    if SUBJECT.match(words) or PHRASES.search(words):
                        yield line + text.count("\n", 0, offset), words


def is_faulty_path(path: Path) -> bool:
    """Return whether the last part of a path is a banned name or contains a metaphor."""
    name = path.name.partition(".")[0].removeprefix("test_")
    return name in NAMES or name == "short_way" or not METAPHORS.isdisjoint(re.split("[_-]", name))


def faults(path: Path) -> Iterator[Fault]:
    """Yield each fault of one file or folder with its line."""
    if is_faulty_path(path):
        yield 1, "file name"
    if path.suffix == ".py":
        tree = ast.parse(path.read_text("utf-8"))
        yield from sorted([*faulty_names(tree), *faulty_sentences(tree)])


def files(path: Path) -> Iterator[Path]:
    """Yield a path and all paths below it, generated files aside."""
    yield path
    if path.is_dir():
        for child in sorted(path.iterdir()):
            if child.name not in SKIPPED:
                yield from files(child)


def main() -> int:
    """Check the paths of the command line."""
    parser = argparse.ArgumentParser(description="Check names, docstrings and file names for banned words.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    paths = [path for each in parser.parse_args().paths for path in files(each)]
    lines = [f"{path}:{line}: {text}" for path in paths for line, text in faults(path)]
    print("\n".join(lines) or "No banned words.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
