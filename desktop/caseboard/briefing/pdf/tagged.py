"""A box that is an element of the structure: what it holds is drawn as it would be without."""

from collections.abc import Iterator

from typing_extensions import override

from caseboard.briefing.pdf.boxes import Box
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.briefing.pdf.structure import Node


class Tagged(Box):
    """Another box, as content of `node`, on every page it runs over.

    Several may share a node: a section, or a list whose items flow on their own.
    """

    def __init__(self, box: Box, node: Node) -> None:
        self._box, self._node = box, node
        self.height, self.before, self.after = box.height, box.before, box.after
        self.sticky, self.is_figure = box.sticky, box.is_figure
        self.stub = Tagged(box.stub, node) if box.stub is not None else None

    @override
    def split(self, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Part what is inside; both parts are of the same element."""
        parts = self._box.split(room, fresh=fresh)
        if parts is None:
            return None
        return Tagged(parts[0], self._node), Tagged(parts[1], self._node)

    @override
    def lowered(self, by: float) -> Box | None:
        """What is inside, lower."""
        lower = self._box.lowered(by)
        return None if lower is None else Tagged(lower, self._node)

    @override
    def titles(self) -> Iterator[str]:
        """Those inside."""
        return self._box.titles()

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw what is inside."""
        with sheet.element(self._node):
            self._box.draw(sheet, x, top)
