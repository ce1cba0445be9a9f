"""A picture's pixels as they are shown: upright, in sRGB, on white, as far as they decode."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops, ImageCms, ImageFile, ImageOps

from caseboard.capture.visible import visible

_SMOOTH = 40_000_000
"""A picture of a palette with more pixels than this is made smaller without smoothing."""
_DEEP = ("I;16", "I;16L", "I;16B", "I;16N")
_LARGEST_PROFILE = 4 * 2**20


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a picture, in RGB, and what was done to its colours, in words."""

    image: Image.Image
    words: dict[str, str]


@contextmanager
def leniently() -> Iterator[None]:
    """Inside, files that are cut off are decoded as far as they go."""
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False


def show(image: Image.Image, longest: int) -> Shown:
    """Decode `image` once: upright, in sRGB, at most `longest` pixels either way."""
    profile = image.info.get("icc_profile")
    # A JPEG is decoded at a half, a quarter or an eighth of its size, which is far faster.
    image.draft("RGB", (longest, longest))
    image.load()
    small = _smoothly(image)
    small.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
    words: dict[str, str] = {}
    if isinstance(profile, bytes) and profile:
        small = _in_srgb(small, profile, words)
    flat = _on_white(ImageOps.exif_transpose(small), words)
    flat.info = {}  # no profile, no comment, no EXIF goes on into what is shown
    return Shown(flat, words)


def decoded_part(image: Image.Image, *, from_top: bool = True) -> float:
    """How much of a cut off picture was decoded: 0 to 1; the rest of it is of one colour."""
    last = (image.width - 1, image.height - 1) if from_top else (0, 0)
    colour = image.getpixel(last)
    if not isinstance(colour, tuple):
        return 1.0
    ground = Image.new(image.mode, image.size, colour)
    # What a JPEG lacks is grey, but where its last block was torn it is not quite that grey.
    differs = ImageChops.difference(image, ground).convert("L").point(lambda v: 255 * (v > 12))
    box = differs.getbbox()
    if box is None:
        return 0.0
    return (box[3] if from_top else image.height - box[1]) / image.height


def _smoothly(image: Image.Image) -> Image.Image:
    """`image` in a mode that can be made smaller without losing thin lines."""
    if image.mode == "1":
        return _as_was(image.convert("L"), image)
    if image.mode in {"P", "PA"} and image.width * image.height <= _SMOOTH:
        sees_through = image.mode == "PA" or "transparency" in image.info
        return _as_was(image.convert("RGBA" if sees_through else "RGB"), image)
    return image


def _as_was(changed: Image.Image, image: Image.Image) -> Image.Image:
    exif = image.info.get("exif")
    if exif:
        changed.info["exif"] = exif  # how it is turned
    return changed


def _in_srgb(image: Image.Image, data: bytes, words: dict[str, str]) -> Image.Image:
    """`image` by its ICC profile, where that is one for its kind of colours."""
    if len(data) > _LARGEST_PROFILE:
        return image
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(data))
        name = visible(ImageCms.getProfileDescription(profile)).strip()
        words["Colour profile"] = name or "without a name"
        if name.lower().startswith("srgb") or image.mode not in {"RGB", "RGBA", "CMYK", "L", "LA"}:
            return image
        alpha = image.getchannel("A") if image.mode in {"RGBA", "LA"} else None
        bare = image.convert({"RGBA": "RGB", "LA": "L"}[image.mode]) if alpha else image
        to = ImageCms.createProfile("sRGB")
        made = ImageCms.profileToProfile(bare, profile, to, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        words["Colour profile"] = "broken, so its colours are shown as they stand"
        return image
    if made is None:
        return image
    if alpha is not None:
        made.putalpha(alpha)
    return _as_was(made, image)


def _on_white(image: Image.Image, words: dict[str, str]) -> Image.Image:
    """`image` in RGB, see-through parts white, deep grey scales brought to eight bits."""
    if image.mode in _DEEP:
        return image.convert("F").point(lambda v: v * (255.0 / 65535.0) + 0.0).convert("RGB")
    if image.mode in {"I", "F"}:
        return _stretched(image.convert("F"), words)
    if image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info:
        layer = image.convert("RGBA")
        ground = Image.new("RGB", layer.size, "white")
        ground.paste(layer, mask=layer.getchannel("A"))
        return ground
    return image.convert("RGB")


def _stretched(values: Image.Image, words: dict[str, str]) -> Image.Image:
    """Measured values have no white of their own: the least is shown black, the most white."""
    low, high = values.getextrema()
    if not isinstance(low, float) or not isinstance(high, float) or not math.isfinite(high - low):
        return Image.new("RGB", values.size, "white")
    words["Brightness"] = f"stretched to be seen, from {low:g} to {high:g}"
    span = (high - low) or 1.0
    return values.point(lambda v: v * (255.0 / span) + -low * (255.0 / span)).convert("RGB")
