"""What the window has composed: which part of a scene, in which look and language.

The modules that compose take numpy and shapely with them; they are loaded in the thread that
composes first, and never by the window.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caseboard.mapping.content import Content
from caseboard.mapping.placing import Rect
from caseboard.mapping.scene import Scene
from caseboard.mapping.symbol_picture import Symbols
from caseboard.mapping.view import View

if TYPE_CHECKING:
    from caseboard.mapping.ground import GroundReader


@dataclass(frozen=True, slots=True)
class Composing:
    """Composes parts of a scene; for any thread."""

    reader: "GroundReader"
    is_dark: bool
    language: str
    grid: str
    """A value of `mapping.options.Grid`."""
    symbols: Symbols | None = None

    def scene(
        self, layer: str, view: View, content: Content, covered: tuple[Rect, ...] = ()
    ) -> Scene:
        """The scene of one layer (a value of `pieces.Layer`) in a view. Blocks.

        No name is put in the boxes that are `covered`, in pixels of the view.
        """
        from caseboard.mapping.compose import compose  # noqa: PLC0415  # not by the window
        from caseboard.mapping.look import DARK, LIGHT  # noqa: PLC0415
        from caseboard.mapping.options import Grid, Options, Part  # noqa: PLC0415

        parts = {
            "ground": {Part.GROUND},
            "overlays": {Part.OVERLAYS},
            "top": {Part.NAMES, Part.MARKS},
            "grid": {Part.FURNITURE},
        }[layer]
        options = Options(
            parts=frozenset(parts),
            language=self.language,
            grid=Grid(self.grid),
            with_scale_bar=False,
            with_legend=False,
            with_attribution=False,
            symbols=self.symbols,
            covered=covered,
        )
        return compose(view, content, self.reader, DARK if self.is_dark else LIGHT, options)
