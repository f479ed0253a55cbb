"""The codes in mails."""

import re

CODE = re.compile(r"(?:^Mail to (\S+): .*\n\n)?Your code for the Contractor Portal is\s+(\d{6})\b", re.MULTILINE)


def codes_in(text: str) -> list[tuple[str, str]]:
    """Return the recipient and the code of each mail in a text, the oldest first.

    The text is that of a mail (then the recipient is empty) or the output of a worker that prints mails.
    """
    return CODE.findall(text)
