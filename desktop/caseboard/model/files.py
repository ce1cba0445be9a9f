"""Which file of a clip is the one that is read."""

from collections.abc import Sequence

from caseboard.model.clip import ClipFile
from caseboard.model.terms import FileRole

PAGE_SOURCE = "page source"
"""The step that unpacks what a link's address answered from its WARC: the file that is read.

A picture that a link leads to is a file of the role PICTURE with this step; any other answer is
a DERIVATIVE.
"""

LINKS = frozenset({"text/uri-list", "text/x-moz-url"})
"""Media types of files that hold an address and nothing else."""


def read_from(files: Sequence[ClipFile]) -> ClipFile:
    """What a link's address answered the last time, where there is that; else the original."""
    fetched = max((f for f in files if f.step == PAGE_SOURCE), key=lambda f: f.id, default=None)
    return fetched or next(file for file in files if file.role is FileRole.ORIGINAL)


def is_only_a_link(files: Sequence[ClipFile]) -> bool:
    """Whether there is nothing to read but an address."""
    return read_from(files).media_type in LINKS
