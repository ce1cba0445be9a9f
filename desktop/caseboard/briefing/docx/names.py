"""Bookmarks of a Word document: each anchor has a name, and is set at one place alone."""

import re
from collections.abc import Collection

_ODD = re.compile(r"\W", re.ASCII)
_LONGEST = 40
"""Letters that Word lets a bookmark's name have."""


class Names:
    """The bookmarks of an outline's anchors; a link to what is not there is none."""

    def __init__(self, anchors: Collection[str]) -> None:
        self._names: dict[str, str] = {}
        taken: set[str] = set()
        for number, anchor in enumerate(sorted(anchors), 1):
            name = "b_" + _ODD.sub("_", anchor)
            if len(name) > _LONGEST or name in taken:
                name = f"b_{number}_{_ODD.sub('_', anchor)}"[:_LONGEST]
            taken.add(name)
            self._names[anchor] = name
        self._set: set[str] = set()

    def link(self, anchor: str) -> str:
        """The bookmark a link leads to; nothing where there is no such anchor."""
        return self._names.get(anchor, "")

    def mark(self, anchor: str) -> tuple[int, str] | None:
        """Number and name of the bookmark to set here; None where it has been set before."""
        if not anchor or anchor in self._set:
            return None
        self._set.add(anchor)
        return len(self._set), self._names.get(anchor, "") or f"b_other_{len(self._set)}"
