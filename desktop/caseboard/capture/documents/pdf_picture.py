"""A page of a PDF as a picture, given up where it takes too long."""

import time
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from caseboard.capture.picture import DISPLAY, THUMBNAIL

_LARGEST_SCALE = 200 / 72


@dataclass(frozen=True, slots=True)
class Pictures:
    """Two JPEGs of one page: at most `DISPLAY` and `THUMBNAIL` pixels either way."""

    display: bytes
    thumbnail: bytes


def of_page(page: pypdfium2.PdfPage, seconds: float) -> Pictures | None:
    """`page` drawn on white; None where that takes more than `seconds`, or it has no size."""
    width, height = page.get_size()
    if not 1 <= width < 1e6 or not 1 <= height < 1e6:  # NaN is neither
        return None
    scale = min(_LARGEST_SCALE, DISPLAY / max(width, height))
    image = drawn(page, (max(1, int(width * scale)), max(1, int(height * scale))), seconds)
    return Pictures(jpeg(image, DISPLAY, 88), jpeg(image, THUMBNAIL, 82)) if image else None


def drawn(page: pypdfium2.PdfPage, size: tuple[int, int], seconds: float) -> Image.Image | None:
    """`page` on white, in so many pixels; None where that takes more than `seconds`."""
    bitmap = pypdfium2.PdfBitmap.new_native(*size, raw.FPDFBitmap_BGRx)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
    if not _draw(bitmap, page, size, seconds):
        return None
    image: Image.Image = bitmap.to_pil().convert("RGB")
    return image


def jpeg(image: Image.Image, longest: int, quality: int) -> bytes:
    """`image` as a JPEG of at most `longest` pixels either way."""
    small = image.copy()
    small.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
    out = BytesIO()
    small.save(out, "JPEG", quality=quality)
    return out.getvalue()


def _draw(bitmap: Any, page: Any, size: tuple[int, int], seconds: float) -> bool:
    """Draw in steps (PDFium's progressive rendering), so that the clock can end it."""
    pause = _pause(seconds)
    state = raw.FPDF_RenderPageBitmap_Start(bitmap, page, 0, 0, *size, 0, raw.FPDF_ANNOT, pause)
    raw.FPDF_RenderPage_Close(page)
    return bool(state == raw.FPDF_RENDER_DONE)


def _pause(seconds: float) -> Any:
    end = time.monotonic() + seconds
    asked = raw.IFSDK_PAUSE(version=1)
    pypdfium2.internal.set_callback(asked, "NeedToPauseNow", lambda _pause: time.monotonic() > end)
    return asked
