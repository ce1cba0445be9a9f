"""A unit's symbol (APP-6) as a picture, and who draws it."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SymbolPicture:
    """SVG Tiny 1.2 in pixels; the unit stands at `anchor_x`, `anchor_y` of it."""

    svg: str
    width: float
    height: float
    anchor_x: float
    anchor_y: float


class Symbols(Protocol):
    """Draws unit symbols; may be asked from any thread, and answers at once what it drew before."""

    def picture(self, sidc: str, size: float, designation: str = "") -> SymbolPicture | None:
        """The symbol of a 20-digit code, its frame about `size` pixels high; None for no code."""
