"""A scene as an SVG file: vectors, words as words, nothing fetched from elsewhere."""

import base64
import math
import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from caseboard.mapping import hatching
from caseboard.mapping.clipping import Points
from caseboard.mapping.scene import (
    HALO,
    Align,
    Area,
    Disc,
    Face,
    Line,
    Pen,
    Raster,
    Scene,
    Shape,
    Symbol,
    Words,
)

_ANCHORS = {Align.START: "start", Align.MIDDLE: "middle", Align.END: "end"}
_FACES = {
    Face.PLAIN: "",
    Face.BOLD: ' font-weight="600"',
    Face.ITALIC: ' font-style="italic"',
}
_PROLOGUE = re.compile(r"^\s*(<\?xml[^>]*\?>)?\s*(<!DOCTYPE[^>]*>)?\s*")


def written(scene: Scene) -> str:
    """The scene as SVG 1.1, as large in CSS pixels as its view."""
    width, height = _n(scene.view.width), _n(scene.view.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' font-family="Inter, sans-serif">'
    )
    clip = f'<clipPath id="sight"><rect width="{width}" height="{height}"/></clipPath>'
    ground = f'<rect width="{width}" height="{height}" fill={quoteattr(scene.background)}/>'
    body = (line for shape in scene.shapes() for line in _shape(shape))
    lines = (head, clip, '<g clip-path="url(#sight)">', ground, *body, "</g>", "</svg>")
    return "\n".join(lines) + "\n"


def _shape(shape: Shape) -> Iterator[str]:
    match shape:
        case Area():
            yield from _area(shape)
        case Line():
            yield from _line(shape)
        case Disc():
            yield (
                f'<circle cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.r)}"'
                f"{_fill(shape.fill, shape.opacity)}{_stroke(shape.pen)}/>"
            )
        case Words():
            yield from _words(shape)
        case Symbol():
            yield (
                f'<image x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}"'
                f' height="{_n(shape.height)}" xlink:href="{_data("svg+xml", _bare(shape.svg))}"/>'
            )
        case Raster():
            yield _raster(shape)


def _area(area: Area) -> Iterator[str]:
    path = "".join(f"{_path(ring)}Z" for ring in area.rings)
    if area.hatch and area.fill:
        stripes = hatching.stripes(area.rings)
        if stripes:
            yield (
                f'<path d="{"".join(_path(each) for each in stripes)}" fill="none"'
                f"{_stroke(Pen(area.fill, hatching.WIDTH, opacity=area.opacity))}/>"
            )
        yield f'<path d="{path}" fill="none"{_stroke(area.pen)}/>'
        return
    fill = _fill(area.fill, area.opacity)
    yield f'<path d="{path}" fill-rule="evenodd"{fill}{_stroke(area.pen)}/>'


def _line(line: Line) -> Iterator[str]:
    path = "".join(_path(each) for each in line.lines)
    yield f'<path d="{path}" fill="none"{_stroke(line.pen)}/>'
    if line.arrow:
        heads = "".join(f"{_path(hatching.arrow_head(each, line.pen))}Z" for each in line.lines)
        yield f'<path d="{heads}"{_fill(line.pen.color, line.pen.opacity)}/>'


def _words(words: Words) -> Iterator[str]:
    """The outline by itself and first: `paint-order` is not drawn everywhere."""
    turned = (
        f' transform="rotate({_n(words.angle)} {_n(words.x)} {_n(words.y)})"' if words.angle else ""
    )
    spacing = f' letter-spacing="{_n(words.spacing)}"' if words.spacing else ""
    head = (
        f'<text x="{_n(words.x)}" y="{_n(words.y)}" font-size="{_n(words.size)}"'
        f' text-anchor="{_ANCHORS[words.align]}"{_FACES[words.face]}{spacing}{turned}'
    )
    text = f">{escape(words.text)}</text>"
    if words.halo:
        outline = f'fill="none" stroke={quoteattr(words.halo)} stroke-width="{HALO}"'
        yield f'{head} {outline} stroke-linejoin="round" aria-hidden="true"{text}'
    yield f"{head} fill={quoteattr(words.color)}{text}"


def _raster(raster: Raster) -> str:
    """An affine picture; of four corners the last is what the first three make it."""
    (x0, y0), (x1, y1), _far, (x3, y3) = raster.corners
    kind = _kind(raster.image)
    matrix = " ".join(_n(each, 6) for each in (x1 - x0, y1 - y0, x3 - x0, y3 - y0, x0, y0))
    opacity = f' opacity="{_n(raster.opacity)}"' if raster.opacity < 1 else ""
    return (
        f'<image width="1" height="1" preserveAspectRatio="none"'
        f' transform="matrix({matrix})"{opacity} xlink:href="{_data(kind, raster.image)}"/>'
    )


def _kind(image: bytes) -> str:
    if image.startswith(b"\x89PNG"):
        return "png"
    return "webp" if image[8:12] == b"WEBP" else "jpeg"


def _bare(svg: str) -> bytes:
    return _PROLOGUE.sub("", svg).encode()


def _data(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def _fill(color: str, opacity: float) -> str:
    if not color:
        return ' fill="none"'
    return f" fill={quoteattr(color)}" + (f' fill-opacity="{_n(opacity)}"' if opacity < 1 else "")


def _stroke(pen: Pen | None) -> str:
    if pen is None:
        return ""
    dash = f' stroke-dasharray="{" ".join(_n(each) for each in pen.dash)}"' if pen.dash else ""
    opacity = f' stroke-opacity="{_n(pen.opacity)}"' if pen.opacity < 1 else ""
    return (
        f' stroke={quoteattr(pen.color)} stroke-width="{_n(pen.width)}"'
        f' stroke-linejoin="round"{dash}{opacity}'
    )


def _path(points: Points) -> str:
    steps = "L".join(f"{_n(x)} {_n(y)}" for x, y in points.tolist())
    return f"M{steps}"


def _n(value: float, digits: int = 2) -> str:
    """A number as short as it can be written."""
    if not math.isfinite(value):
        return "0"
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") or "0"
