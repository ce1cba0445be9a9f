"""Where the pages of a document stand, one under the other, each as wide as the rest."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

GAP = 30
"""Between two pages; the number of the upper one stands in it."""
TOP = 16
FLATTEST, STEEPEST = 0.02, 20.0
"""What a page is shown as whose height is absurd for its width."""


class SheetsLayout:
    """Pages of given sizes, drawn `width` pixels wide; lengths are pixels from the upper edge."""

    def __init__(
        self, sizes: Sequence[tuple[float, float]], width: float, scale: float = 1
    ) -> None:
        """`sizes` are widths and heights in any unit; `scale` is how large text is."""
        self.width = width
        self._gap = GAP * scale
        self._ratios = [min(STEEPEST, max(FLATTEST, high / wide)) for wide, high in sizes]
        steps = (ratio * width + self._gap for ratio in self._ratios)
        self._tops = list(accumulate(steps, initial=TOP * scale))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._ratios)

    @property
    def height(self) -> float:
        """Of all of them."""
        return self._tops[-1]

    def top(self, page: int) -> float:
        """Where a page begins; pages are counted from 1."""
        return self._tops[page - 1]

    def height_of(self, page: int) -> float:
        """How high a page is."""
        return self._ratios[page - 1] * self.width

    def page_at(self, y: float) -> int:
        """The page at `y`, or the one above the gap there; 0 where there are none."""
        if not self._ratios:
            return 0
        return min(self.count, max(1, bisect_right(self._tops, y)))

    def seen(self, top: float, bottom: float) -> range:
        """The pages of which something stands between `top` and `bottom`."""
        if not self._ratios:
            return range(0)
        first = self.page_at(top)
        if self.top(first) + self.height_of(first) + self._gap <= top:
            first += 1
        return range(first, self.page_at(bottom) + 1)
