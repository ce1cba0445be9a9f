"""Pictures, maps and symbols in a Word document; each says what it shows.

Word draws no regions and few vectors: letters are drawn onto the picture, maps become dots.
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

from docx.shared import Pt
from PIL import Image, ImageDraw, ImageFont

from caseboard.briefing.blocks import Emblem, Figure, MapFigure, Region, Thumbnail
from caseboard.briefing.docx.symbols import dots
from caseboard.briefing.inert import shown
from caseboard.briefing.pdf import map_file
from caseboard.briefing.pdf.pictures import printed
from caseboard.errors import CaseError
from caseboard.paths import resources

_PIXEL: Final = 72 / 96
_SHARP: Final = 2.0
"""Dots a pixel of a map or a symbol gets."""
_THUMBNAIL: Final = 36.0
_TALLEST: Final = 300.0
_ANY_TIME: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Of a page that is only on its way to dots."""


class Frame:
    """Places pictures in runs of one document part."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._count = 0

    def put(self, run: Any, data: bytes, width: float, height: float, alt: str) -> None:
        """A picture of `width` by `height` points in a run."""
        identifier, _image = self._part.get_or_add_image(BytesIO(data))
        self._count += 1
        inline = _inline(self._count, identifier, Pt(width), Pt(height))
        inline.docPr.set("descr", shown(alt))
        run.append(_drawing(inline))


def picture(figure: Figure, width: float) -> tuple[bytes, float, float] | None:
    """The bytes of a picture and its size in points; None where it cannot be had."""
    if figure.load is None:
        return None
    try:
        made = printed(figure.load(), width, _TALLEST)
    except (CaseError, OSError):
        return None
    data = lettered(made.jpeg, figure.regions) if figure.regions else made.jpeg
    return data, made.width, made.height


def thumbnail(part: Thumbnail) -> tuple[bytes, float, float] | None:
    """A small picture in a table; None where it cannot be had."""
    if part.load is None:
        return None
    try:
        made = printed(part.load(), _THUMBNAIL, _THUMBNAIL)
    except (CaseError, OSError):
        return None
    return made.jpeg, made.width, made.height


def drawn_map(block: MapFigure, width: float) -> tuple[bytes, float, float]:
    """A map as a PNG, no wider than `width` points."""
    scene, whole = block.scene, block.scene.view.width * _PIXEL
    factor = min(1.0, width / whole)
    page = map_file.page(scene, title="", program="", made=_ANY_TIME, language="")
    data = map_file.dots(page, _SHARP)
    return data, whole * factor, scene.view.height * _PIXEL * factor


def symbol(part: Emblem) -> tuple[bytes, float, float] | None:
    """The symbol of a unit as a PNG; None where there is nothing to it."""
    width, height = part.width * _PIXEL, part.height * _PIXEL
    data = dots(part.svg, width, height, 2 * _SHARP)
    return None if data is None else (data, width, height)


def lettered(jpeg: bytes, regions: tuple[Region, ...]) -> bytes:
    """The picture with its regions outlined, white in black, and their letters."""
    with Image.open(BytesIO(jpeg), formats=("JPEG",)) as opened:
        flat = opened.convert("RGB")
    draw = ImageDraw.Draw(flat)
    thick = max(2, flat.width // 300)
    font = ImageFont.truetype(str(resources() / "fonts" / "Inter-Bold.ttf"), 9 * thick)
    for region in regions:
        left, top = region.x * flat.width, region.y * flat.height
        right, foot = left + region.width * flat.width, top + region.height * flat.height
        draw.rectangle((left - 1, top - 1, right + 1, foot + 1), outline="black", width=thick + 2)
        draw.rectangle((left, top, right, foot), outline="white", width=thick)
        place = (left + 2 * thick, top + thick)
        draw.text(place, region.label, "white", font, stroke_width=thick, stroke_fill="black")
    out = BytesIO()
    flat.save(out, "JPEG", quality=88, subsampling=0, optimize=True)
    return out.getvalue()


def _inline(number: int, identifier: str, width: Any, height: Any) -> Any:
    from docx.oxml.shape import CT_Inline  # noqa: PLC0415  beside its only use

    return CT_Inline.new_pic_inline(number, identifier, f"{number}.jpg", width, height)


def _drawing(inline: Any) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415  as above

    drawing = OxmlElement("w:drawing")
    drawing.append(inline)
    return drawing
