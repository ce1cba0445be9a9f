"""Brightness and contrast of a picture that is looked at; the picture itself stays as it is."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

MIDDLE = 128


@dataclass(frozen=True, slots=True)
class Tones:
    """How the pixels are shown: 0 is as they are, -100 to 100."""

    brightness: int = 0
    contrast: int = 0
    is_evened: bool = False
    """Stretched so that dark and light parts show what is in them (histogram equalisation)."""
    is_inverted: bool = False

    def table(self) -> list[int]:
        """What each of 256 values becomes."""
        factor = _factor(self.contrast)
        shift = self.brightness * 1.27
        shown = ((value - MIDDLE) * factor + MIDDLE + shift for value in range(256))
        table = [min(255, max(0, round(value))) for value in shown]
        return [255 - value for value in table] if self.is_inverted else table


AS_IT_IS = Tones()


def _factor(contrast: int) -> float:
    """By how much greys are drawn apart: 0 at -100, 1 at 0, 100 at 100."""
    return (100 + contrast) / 100 if contrast < 0 else 1 / (1 - 0.0099 * contrast)


def toned(image: QImage, tones: Tones) -> QImage:
    """A copy of `image` in these tones; takes milliseconds for each megapixel."""
    if tones == AS_IT_IS or image.isNull():
        return image
    from PIL import Image, ImageOps  # noqa: PLC0415  the window need not wait for it

    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    pixels = Image.frombuffer(
        "RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine(), 1
    )
    if tones.is_evened:
        pixels = ImageOps.equalize(pixels)
    done = pixels.point(tones.table() * 3).tobytes()
    return QImage(done, *size, 3 * size[0], QImage.Format.Format_RGB888).copy()
