"""A picture as it is handed on: with its title, the marking of its case, the date and a legend.

It is drawn in the light colours on white, whatever the window looks like: it will be printed.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.ui.graph import legend
from caseboard.ui.graph.camera import Camera
from caseboard.ui.graph.paint import Brush, Scene
from caseboard.ui.graph.picture import Picture
from caseboard.ui.graph.shapes import Ink, type_of
from caseboard.ui.lib.marking import marking_color
from caseboard.ui.lib.paint import fill_round
from caseboard.ui.lib.theme import Weight

MARGIN = 32.0
HEAD = 52.0
FOOT = 34.0
NARROWEST = 560.0
DPI = 96
"""Dots an inch of one pixel of the picture: CSS's."""
LARGEST = 32_000_000
"""Pixels of a PNG; a larger picture is written smaller."""


@dataclass(frozen=True, slots=True)
class Plate:
    """What is written out."""

    picture: Picture
    ink: Ink
    title: str
    marking: str
    """A TLP 2.0 label."""
    foot: str
    """The date, and what is in it."""


def size(plate: Plate) -> QSizeF:
    """How large the whole is, in pixels at 100 %."""
    inner = plate.picture.bounds()
    width = max(NARROWEST, inner.width())
    below = legend.height(plate.ink, legend.entries(plate.picture), width)
    return QSizeF(width + 2 * MARGIN, HEAD + inner.height() + below + FOOT + 3 * MARGIN)


def draw(painter: QPainter, plate: Plate) -> None:
    """Draw the whole at 100 %, its top left at the origin."""
    whole, inner = size(plate), plate.picture.bounds()
    width = whole.width() - 2 * MARGIN
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(QPointF(), whole), Qt.GlobalColor.white)
    _draw_head(painter, plate, width)
    painter.save()
    painter.translate(MARGIN, MARGIN + HEAD)
    camera = Camera(QSizeF(width, inner.height()), inner.center())
    brush = Brush(plate.ink.theme)
    brush.paint(painter, Scene(plate.ink, plate.picture, camera), exact=True)
    painter.restore()
    listed = legend.entries(plate.picture)
    top = 2 * MARGIN + HEAD + inner.height()
    legend.draw(painter, plate.ink, listed, QPointF(MARGIN, top), width)
    _draw_foot(painter, plate, whole)


def as_image(plate: Plate, times: float = 2.0) -> QImage:
    """As pixels, so many for one at 100 %; fewer where it would be too large to open."""
    whole = size(plate)
    most = (LARGEST / (whole.width() * whole.height())) ** 0.5
    times = min(times, most)
    image = QImage((whole * times).toSize(), QImage.Format.Format_RGB32)
    if image.isNull():
        raise CaseError(_("The picture is too large for the memory."), _("Show fewer nodes."))
    image.fill(Qt.GlobalColor.white)
    image.setDotsPerMeterX(round(DPI * times / 0.0254))
    image.setDotsPerMeterY(round(DPI * times / 0.0254))
    painter = QPainter(image)
    painter.scale(times, times)
    draw(painter, plate)
    painter.end()
    return image


def write(plate: Plate, target: Path) -> None:
    """Write a PNG, an SVG or a PDF, as the ending of `target` says; raises `CaseError`."""
    kinds = {".svg": _write_svg, ".pdf": _write_pdf}
    is_written = kinds.get(target.suffix.lower(), _write_png)(plate, target)
    if not is_written:
        raise CaseError(
            _("{name} could not be written.").format(name=target.name),
            _("Look whether the disk is full and the folder may be written."),
        )


def _write_png(plate: Plate, target: Path) -> bool:
    return as_image(plate).save(str(target))


def _write_svg(plate: Plate, target: Path) -> bool:
    whole = size(plate).toSize()
    generator = QSvgGenerator()
    generator.setFileName(str(target))
    generator.setSize(whole)
    generator.setViewBox(QRectF(QPointF(), QSizeF(whole)))
    generator.setResolution(DPI)
    generator.setTitle(plate.title)
    generator.setDescription(f"{plate.marking}. {plate.foot}")
    return _draw_on(generator, plate)


def _write_pdf(plate: Plate, target: Path) -> bool:
    whole = size(plate)
    writer = QPdfWriter(str(target))
    points = QSizeF(whole.width() * 72 / DPI, whole.height() * 72 / DPI)
    writer.setPageSize(
        QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(DPI)
    writer.setTitle(f"{plate.title} ({plate.marking})")
    return _draw_on(writer, plate)


def _draw_on(device: QSvgGenerator | QPdfWriter, plate: Plate) -> bool:
    painter = QPainter()
    if not painter.begin(device):
        return False
    draw(painter, plate)
    return painter.end()


def _draw_head(painter: QPainter, plate: Plate, width: float) -> None:
    theme, tokens = plate.ink.theme, plate.ink.tokens
    painter.setFont(type_of(theme, 12, Weight.DemiBold))
    wide = QFontMetricsF(painter.font()).horizontalAdvance(plate.marking) + 18
    badge = QRectF(MARGIN + width - wide, MARGIN, wide, 22 * theme.scale)
    fill_round(painter, badge, 5, QColor("#000000"))
    painter.setPen(marking_color(plate.marking))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, plate.marking)
    painter.setFont(type_of(theme, 18, Weight.DemiBold))
    painter.setPen(tokens.text)
    room = QRectF(MARGIN, MARGIN - 4, width - wide - 16, 30 * theme.scale)
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(plate.title, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def _draw_foot(painter: QPainter, plate: Plate, whole: QSizeF) -> None:
    painter.setFont(type_of(plate.ink.theme, 11))
    painter.setPen(plate.ink.tokens.muted)
    foot = QRectF(MARGIN, whole.height() - MARGIN - FOOT / 2, whole.width() - 2 * MARGIN, FOOT / 2)
    painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, plate.foot)
    right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(foot, right, plate.marking)
