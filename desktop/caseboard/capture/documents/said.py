"""Titles and authors as programs write them into files, less what nobody said."""

import re

_NO_TITLE = re.compile(
    r"^(?:untitled|unbenannt|без назв\w*|без имени|document\d*|документ\d*|microsoft \w+ - .*|"
    r".*\.(?:docx?|pdf|odt|rtf|indd|qxd|pptx?|xlsx?))$",
    re.I,
)
_NOTHING = re.compile(r"^\W*(?:unspecified|anonymous|unknown|null|none|user)?\W*$", re.I)
"""What programs put where nobody said anything."""


def is_said(words: str) -> bool:
    """Whether a field holds more than a place for words."""
    return not _NOTHING.match(words)


def title(stated: str) -> str:
    """A title on one line; empty where it is a file's name or none."""
    found = " ".join(stated.split())[:500]
    return found if is_said(found) and not _NO_TITLE.match(found) else ""


def people(stated: str) -> str:
    """Authors, joined by `, `."""
    names = [" ".join(name.split()) for name in stated[:2000].replace(";", ",").split(",")]
    return ", ".join(name for name in names if is_said(name))
