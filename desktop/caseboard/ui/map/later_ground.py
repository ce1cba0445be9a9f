"""The ground that ships with the program, opened by the first thread that draws it."""

from functools import cached_property
from typing import TYPE_CHECKING

from caseboard.paths import resources

if TYPE_CHECKING:
    from caseboard.mapping.basemap import Box, Ground, GroundFeature
    from caseboard.mapping.ground import GroundReader
    from caseboard.mapping.towns import Town
    from caseboard.mapping.view import View


class LaterGround:
    """A `GroundReader` that costs nothing until it is asked."""

    @cached_property
    def _reader(self) -> "GroundReader":
        from caseboard.mapping.ground import ShippedGround  # noqa: PLC0415  # numpy and all

        return ShippedGround(resources())

    @property
    def attribution(self) -> str:
        """Whose data it is."""
        return self._reader.attribution

    def features(self, ground: "Ground", detail: int, box: "Box") -> "list[GroundFeature]":
        """What of a kind touches the box of the unit square."""
        return self._reader.features(ground, detail, box)

    def towns(self, view: "View", language: str) -> "list[Town]":
        """Towns worth a name, the greatest first."""
        return self._reader.towns(view, language)
