"""The names of countries, regions and lakes, set inside of what they name."""

from typing import TYPE_CHECKING, NamedTuple

from caseboard.mapping import lettering
from caseboard.mapping.basemap import Ground, GroundFeature
from caseboard.mapping.insides import insides
from caseboard.mapping.naming import Naming, extent
from caseboard.mapping.placing import Rect
from caseboard.mapping.scene import Align, Face, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from caseboard.mapping.clipping import Points


class Setting(NamedTuple):
    """How the names of a kind are set, in pixels, and from which zoom up to which."""

    ground: Ground
    size: float
    spacing: float
    face: Face
    farthest: float
    nearest: float
    is_capital: bool
    """Whether they are in capital letters."""

    def lettered(self, name: str) -> str:
        """The name as it is written."""
        return name.upper() if self.is_capital else name

    def width(self, text: str) -> float:
        """Pixels that it takes."""
        return lettering.width(text, self.size, self.face, self.spacing)


COUNTRIES = Setting(Ground.COUNTRY, 13.0, 2.4, Face.PLAIN, 2.4, 6.3, is_capital=True)
REGIONS = Setting(Ground.REGION, 11.0, 1.2, Face.PLAIN, 6.3, 12.4, is_capital=True)
LAKES = Setting(Ground.LAKE, 11.0, 0.4, Face.ITALIC, 4.5, 99.0, is_capital=False)


def drawn(naming: Naming, setting: Setting) -> "Iterator[Words]":
    """The names of a kind where there is room, those of the largest areas first."""
    if not setting.farthest <= naming.zoom < setting.nearest:
        return
    for text, rings in _candidates(naming, setting):
        words = _placed(naming, setting, text, rings)
        if words is not None:
            yield words


def _candidates(naming: Naming, setting: Setting) -> "list[tuple[str, list[Points]]]":
    found: list[tuple[float, str, list[Points]]] = []
    for feature in naming.features(setting.ground):
        text = setting.lettered(naming.named(feature))
        rings = _rings(naming, feature, setting.width(text)) if text else []
        if rings:
            box = extent(rings)
            area = (box.right - box.left) * (box.bottom - box.top)
            found.append((-area, text, rings))
    found.sort(key=lambda each: each[:2])
    return [(text, rings) for _area, text, rings in found]


def _rings(naming: Naming, feature: GroundFeature, wide: float) -> "list[Points]":
    """What of it is in sight, if its name fits inside."""
    scale = naming.page.view.scale
    boxes = feature.boxes
    if float((boxes[:, 2] - boxes[:, 0]).max(initial=0.0)) * scale < wide:
        return []
    return [
        ring
        for ring in naming.page.rings(feature)
        if ring[:, 0].max() - ring[:, 0].min() >= wide and ring[:, 1].max() - ring[:, 1].min() >= 20
    ]


def _placed(naming: Naming, setting: Setting, text: str, rings: "list[Points]") -> Words | None:
    half = setting.width(text) / 2
    up, down = setting.size * lettering.ASCENT, setting.size * lettering.DESCENT
    look = naming.look
    color = look.water_text if setting.ground is Ground.LAKE else look.region_text
    for x, y in insides(rings):
        base = y + (up - down) / 2
        rect = Rect(x - half - 4, base - up - 3, x + half + 4, base + down + 3)
        if naming.room.claim(rect):
            # Letter spacing follows the last letter too, which turns the middle.
            at = x + setting.spacing / 2
            return Words(
                at,
                base,
                text,
                setting.size,
                color,
                setting.face,
                Align.MIDDLE,
                look.halo,
                spacing=setting.spacing,
            )
    return None
