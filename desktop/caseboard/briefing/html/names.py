"""Names inside an HTML file: each anchor's id, given to one element alone."""

import re
from collections.abc import Collection
from html import escape

from caseboard.briefing.inert import shown

_ODD = re.compile(r"[^A-Za-z0-9_.-]")


class Names:
    """The ids of an outline's anchors; a link to what is not there is none."""

    def __init__(self, anchors: Collection[str]) -> None:
        self._anchors = anchors
        self._given: set[str] = set()

    def mark(self, anchor: str) -> str:
        """` id="…"` for the element an anchor names; nothing where it has been given before."""
        if not anchor or anchor in self._given:
            return ""
        self._given.add(anchor)
        return f' id="{name(anchor)}"'

    def link(self, anchor: str) -> str:
        """What leads to an anchor of this outline; nothing where there is no such anchor."""
        return f"#{name(anchor)}" if anchor in self._anchors else ""


def name(anchor: str) -> str:
    """An id of ASCII letters, digits, `_`, `.` and `-`; different anchors have different ids."""
    return _ODD.sub(lambda odd: f"_{ord(odd[0]):x}.", anchor.replace("_", "_5f."))


def text(value: str) -> str:
    """Characters of a text or an attribute."""
    return escape(shown(value))
