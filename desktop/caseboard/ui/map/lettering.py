"""The map's type: words as outlines, and as small pictures that are kept.

A map asks for the same names again at each step, and to outline a name afresh takes a hundred
times as long as to copy its picture. Outlines are made in one size and scaled, so that every width
is true.
"""

import math
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)

from caseboard.mapping.scene import Align, Face, Words

SET = 64
"""Pixels in which outlines are made."""
KEPT = 2_000
"""Names of which outline and picture are kept: 20 MB."""
HALO = 2.8
"""Pixels that an outline behind words is broad."""


class Sprite(NamedTuple):
    """A picture of words; the start of their base line is at `x`, `y` of it."""

    image: QImage
    x: int
    y: int


def paint_words(painter: QPainter, words: Words, families: tuple[str, ...]) -> None:
    """Draw words. May be done from any thread."""
    if words.angle:
        _paint_outline(painter, words, families)
        return
    place = painter.worldTransform()
    scale = place.m11()
    at = place.map(QPointF(words.x - _before(words, families), words.y))
    sprite = _sprite(
        words.text,
        words.face,
        round(words.size * scale, 2),
        round(words.spacing * scale, 2),
        words.color,
        words.halo,
        round(HALO / 2 * scale, 2),
        families,
    )
    painter.setWorldMatrixEnabled(False)
    painter.drawImage(round(at.x()) - sprite.x, round(at.y()) - sprite.y, sprite.image)
    painter.setWorldMatrixEnabled(True)


def _paint_outline(painter: QPainter, words: Words, families: tuple[str, ...]) -> None:
    spacing = round(words.spacing * SET / words.size, 1)
    path, _length = _set(words.text, words.face, spacing, families)
    scale = words.size / SET
    place = QTransform.fromTranslate(words.x, words.y)
    place.rotate(words.angle)
    place.translate(-_before(words, families), 0.0)
    place.scale(scale, scale)
    placed = place.map(path)
    if words.halo:
        pen = QPen(QColor(words.halo), HALO)
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        painter.strokePath(placed, pen)
    painter.fillPath(placed, QColor(words.color))


def _before(words: Words, families: tuple[str, ...]) -> float:
    """Pixels of the words before the point they are aligned at."""
    if words.align is Align.START:
        return 0.0
    spacing = round(words.spacing * SET / words.size, 1)
    _path, length = _set(words.text, words.face, spacing, families)
    return length * words.size / SET * (0.5 if words.align is Align.MIDDLE else 1.0)


@lru_cache(KEPT)
def _sprite(
    text: str,
    face: Face,
    size: float,
    spacing: float,
    color: str,
    halo: str,
    reach: float,
    families: tuple[str, ...],
) -> Sprite:
    """Lengths are dots of the screen; `reach` is how far the halo goes beyond the letters."""
    path, _length = _set(text, face, round(spacing * SET / size, 1), families)
    path = QTransform.fromScale(size / SET, size / SET).map(path)
    box = path.boundingRect().adjusted(-reach - 1, -reach - 1, reach + 1, reach + 1).toAlignedRect()
    if halo:
        image = _blank(box.width(), box.height())
        ghost = _filled(path, halo, box.left(), box.top(), image)
        painter = QPainter(image)
        for x, y in _around(reach):
            painter.drawImage(x, y, ghost)
        painter.translate(-box.left(), -box.top())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, QColor(color))
        painter.end()
    else:
        image = _filled(path, color, box.left(), box.top(), _blank(box.width(), box.height()))
    return Sprite(image, -box.left(), -box.top())


def _filled(path: QPainterPath, color: str, left: int, top: int, like: QImage) -> QImage:
    image = _blank(like.width(), like.height())
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-left, -top)
    painter.fillPath(path, QColor(color))
    painter.end()
    return image


def _blank(width: int, height: int) -> QImage:
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


@lru_cache(32)
def _around(reach: float) -> tuple[tuple[int, int], ...]:
    """The dots of a disc, along which a picture is moved to grow by `reach`."""
    most = math.ceil(reach)
    steps = range(-most, most + 1)
    return tuple((x, y) for x in steps for y in steps if math.hypot(x, y) <= reach + 0.3)


@lru_cache(KEPT)
def _set(
    text: str, face: Face, spacing: float, families: tuple[str, ...]
) -> tuple[QPainterPath, float]:
    """The outline from the start of the base line, and how long it is."""
    font = QFont(list(families))
    font.setPixelSize(SET)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWeight(QFont.Weight.DemiBold if face is Face.BOLD else QFont.Weight.Normal)
    font.setItalic(face is Face.ITALIC)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # letters of Inter overlap themselves
    path.addText(QPointF(), font, text)
    return path, QFontMetricsF(font).horizontalAdvance(text) - spacing
