"""The checker of banned words: it finds each kind of fault, and accepts plain text."""

from pathlib import Path

import pytest

from tools import words


def lines(folder: Path, source: str, name: str = "module.py") -> list[str]:
    path = folder / name
    path.write_text(source, "utf-8")
    return [f"{line}: {text}" for line, text in words.faults(path)]


@pytest.mark.parametrize(
    "source",
    [
        "found = 1",
        "for one in (): ...",
        "def told(): ...",
        "def name(*, given): ...",
        "self.held = 1",
        "if (_said := 1): ...",
        "import os as wanted",
        "try: ...\nexcept OSError as found: ...",
        "match 1:\n    case held: ...",
        "names = [1 for one in ()]",
        "async def name(*found): ...",
        "class One: ...",
    ],
)
def test_banned_name_is_a_fault(tmp_path: Path, source: str) -> None:
    assert len(lines(tmp_path, source)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Whoever asks for a code gets mail.",
        "Whether the list was read.",
        "Return the job. What was read before stays.",
        "How long a write waits.",
        "Return the job.\n\n    Where it is none, nothing is sent.",
        "Delete rows that nobody needs any more.",
        "Wait, so that the worker\n    may go on.",
        "Return the text as it is.",
    ],
)
def test_banned_sentence_is_a_fault_at_its_line(tmp_path: Path, sentence: str) -> None:
    faults = lines(tmp_path, f'LIMIT = 1\n"""{sentence}"""\n')
    assert len(faults) == 1
    assert faults[0].startswith("4: " if "\n\n" in sentence else "2: ")


def test_plain_names_and_sentences_are_no_faults(tmp_path: Path) -> None:
    source = '''
"""Return the job. If there is none, raise NotFound.

What does the agency need? The contractor's name, as it is in AgentOS. Somebody waits so that the worker goes on.
"""
found_jobs = dict(one=1)
print(found)
"one"
'''
    assert lines(tmp_path, source) == []


@pytest.mark.parametrize(
    ("name", "faulty"),
    [
        ("told.py", True),
        ("own.py", True),
        ("short_way.py", True),
        ("test_looking_around.py", True),
        ("moments.js", True),
        ("test_one_at_a_time.py", False),
        ("owner.py", False),
        ("service.py", False),
    ],
)
def test_file_name_with_a_banned_word_is_a_fault(tmp_path: Path, name: str, faulty: bool) -> None:
    assert lines(tmp_path, "", name) == (["1: file name"] if faulty else [])
