"""Handing a timeline on: as a picture of what is in sight, or as a table of what is asked for."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from caseboard.analysis.occurrences import Timeline
from caseboard.analysis.stretches import moment
from caseboard.briefing.words import minute
from caseboard.commands.outgoing import put
from caseboard.errors import CaseError
from caseboard.exchange import timeline_csv
from caseboard.exchange.claims_csv import listed
from caseboard.exchange.timeline_csv import TimedRow
from caseboard.i18n import _
from caseboard.store import cases
from caseboard.ui.desk import CaseDesk
from caseboard.ui.filenames import safe
from caseboard.ui.folders import show_in_folder
from caseboard.ui.lib.files import choose_target
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import LIGHT
from caseboard.ui.telling import Telling
from caseboard.ui.timeline import legend, paint
from caseboard.ui.timeline.axis import Axis, between
from caseboard.ui.timeline.chart import Chart
from caseboard.ui.timeline.dragging import Span
from caseboard.ui.timeline.lanes import prepare
from caseboard.ui.timeline.look import Names, type_of
from caseboard.ui.timeline.paint import Emphasis, Pens

HEAD, FOOT, MARGIN = 44, 30, 24
WIDTH, HEIGHT = 1400, 720
DPI = 96
"""Dots an inch of one pixel of the picture: CSS's."""
TIMES = 2
"""Pixels of a PNG for one of the picture."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is written out: a timeline as one looks at it, in the light colours, to be printed."""

    theme: Theme
    timeline: Timeline
    names: Names
    axis: Axis
    span: Span | None
    title: str
    marking: str
    """A TLP 2.0 label."""
    foot: str
    width: int = WIDTH
    height: int = HEIGHT


def draw(painter: QPainter, sheet: Sheet) -> None:
    """Draw the whole at 100 %, its top left at the origin."""
    theme, width, height = sheet.theme, sheet.width, sheet.height
    painter.fillRect(0, 0, width, height, Qt.GlobalColor.white)
    painter.setPen(LIGHT.text)
    painter.setFont(type_of(theme, 17, Weight.DemiBold))
    head = QRectF(MARGIN, 0, width - 2 * MARGIN, HEAD)
    painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, sheet.title)
    right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.setFont(type_of(theme, 12, Weight.DemiBold))
    painter.drawText(head, right, sheet.marking)
    painter.setFont(type_of(theme, 11))
    painter.setPen(LIGHT.muted)
    foot = QRectF(MARGIN, height - FOOT, width - 2 * MARGIN, FOOT)
    painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, sheet.foot)
    painter.drawText(foot, right, sheet.marking)
    painter.translate(MARGIN, HEAD)
    listed = legend.entries(sheet.timeline, sheet.names)
    below = legend.height(theme, listed, width - 2 * MARGIN) + 8
    inner = QRectF(0, 0, width - 2 * MARGIN, height - HEAD - FOOT - below)
    legend.draw(painter, theme, LIGHT, listed, QRectF(0, inner.bottom() + 6, inner.width(), below))
    painter.setClipRect(inner)
    pens = Pens(theme, LIGHT)
    pens.use(sheet.names)
    chart = Chart(pens.width)
    chart.show(prepare(sheet.timeline))
    stretch = sheet.axis.start, sheet.axis.end
    chart.look(Axis(width=inner.width()).showing(*stretch), inner.height())
    paint.paint(painter, chart, pens, Emphasis(span=sheet.span))


def write(sheet: Sheet, target: Path) -> None:
    """Write a PNG or an SVG, as the ending of `target` says; raises `CaseError`."""
    is_svg = target.suffix.lower() == ".svg"
    if not (_write_svg if is_svg else _write_png)(sheet, target):
        raise CaseError(
            _("{name} could not be written.").format(name=target.name),
            _("Look whether the disk is full and the folder may be written."),
        )


def as_image(sheet: Sheet) -> QImage:
    """As pixels."""
    image = QImage(sheet.width * TIMES, sheet.height * TIMES, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(TIMES, TIMES)
    draw(painter, sheet)
    painter.end()
    return image


def _write_png(sheet: Sheet, target: Path) -> bool:
    return as_image(sheet).save(str(target))


def _write_svg(sheet: Sheet, target: Path) -> bool:
    generator = QSvgGenerator()
    generator.setFileName(str(target))
    generator.setSize(QSize(sheet.width, sheet.height))
    generator.setViewBox(QRectF(0, 0, sheet.width, sheet.height))
    generator.setResolution(DPI)
    generator.setTitle(sheet.title)
    generator.setDescription(f"{sheet.marking}. {sheet.foot}")
    painter = QPainter()
    if not painter.begin(generator):
        return False
    draw(painter, sheet)
    return painter.end()


def rows(timeline: Timeline, names: Names, marking: str, case_ref: str) -> Iterator[TimedRow]:
    """A row for each event, in order of time; the terms as the program stores them."""
    for each in timeline.occurrences:
        stretch, status = each.stretch, names.status(each)
        places = (timeline.place_names.get(place_id, "") for place_id in each.place_ids)
        yield TimedRow(
            marking=marking,
            case=case_ref,
            clock=each.clock,
            kind=each.kind,
            when=each.when,
            start=_stamp(stretch.start),
            end=_stamp(stretch.end),
            approximate=_yes(is_so=stretch.margin > 0),
            uncertain=_yes(is_so=stretch.is_uncertain),
            zone_known=_yes(is_so=stretch.is_zoned),
            label=each.label,
            ref=each.ref,
            status=status or "",
            stance=each.stance or "",
            source=timeline.source_names.get(each.source_id, ""),
            places=listed(filter(None, places)),
        )


async def save_picture(
    desk: CaseDesk,
    window: QWidget,
    ending: str,
    timeline: Timeline,
    names: Names,
    axis: Axis,
    span: Span | None,
) -> Telling | None:
    """Ask where to, and write; None where the user thinks better of it. Raises `CaseError`."""
    case = await desk.read(cases.by_id, desk.case_id) or desk.case
    sheet = Sheet(
        desk.desk.theme,
        timeline,
        names,
        axis,
        span,
        title=_("{case}: timeline").format(case=case.title),
        marking=case.marking.value,
        foot=f"{case.ref} · {between(axis.start, axis.end)} · {minute(datetime.now(UTC))}",
    )
    filters = {"png": _("Picture (*.png)"), "svg": _("Drawing (*.svg)")}[ending]
    target = await _target(desk, window, ending, filters)
    if target is None:
        return None
    await asyncio.to_thread(write, sheet, target)
    return _written(target)


async def save_table(
    desk: CaseDesk, window: QWidget, timeline: Timeline, names: Names
) -> Telling | None:
    """Ask where to, and write a row for each event. Raises `CaseError`."""
    case = await desk.read(cases.by_id, desk.case_id) or desk.case
    target = await _target(desk, window, "csv", _("Table (*.csv)"))
    if target is None:
        return None
    await asyncio.to_thread(_write_table, target, timeline, names, case.marking.value, case.ref)
    return _written(target)


def _write_table(
    target: Path, timeline: Timeline, names: Names, marking: str, case_ref: str
) -> None:
    put(target, timeline_csv.write(rows(timeline, names, marking, case_ref)))


async def _target(desk: CaseDesk, window: QWidget, ending: str, filters: str) -> Path | None:
    name = safe(f"{desk.case_ref} {_('timeline')}.{ending}", "timeline")
    target = await choose_target(window, _("Export the timeline"), name, filters)
    if target is not None and target.suffix.lower() != f".{ending}":
        target = target.with_name(f"{target.name}.{ending}")
    return target


def _stamp(seconds: float) -> str:
    if abs(seconds) == float("inf"):
        return ""
    return moment(seconds).isoformat().replace("+00:00", "Z")


def _yes(*, is_so: bool) -> str:
    return "yes" if is_so else "no"


def _written(target: Path) -> Telling:
    offers = ((_("Show in folder"), lambda: show_in_folder(target)),)
    return Telling(_("Exported to {path}").format(path=target), offers)
