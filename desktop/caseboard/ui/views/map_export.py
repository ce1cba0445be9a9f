"""Handing the map on: what is seen of it as a picture, all that is on it as files for others."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from caseboard.commands import exporting_places, map_pictures, outgoing
from caseboard.commands.map_pictures import Form, Told
from caseboard.i18n import _, ngettext, spoken
from caseboard.mapping.content import Content
from caseboard.mapping.options import Grid, Options
from caseboard.mapping.symbol_picture import Symbols
from caseboard.mapping.view import View
from caseboard.store import cases
from caseboard.ui.desk import CaseDesk
from caseboard.ui.filenames import safe
from caseboard.ui.folders import show_in_folder
from caseboard.ui.lib.files import choose_target
from caseboard.ui.telling import Telling

SHARP = 2.0
"""Dots of a PNG for each pixel of the map."""


@dataclass(frozen=True, slots=True)
class Plate:
    """What is seen: the view with its content, and how it is drawn."""

    view: View
    content: Content
    grid: Grid
    symbols: Symbols

    def drawn(self, form: Form, told: Told) -> bytes:
        """The picture as a file, in the look of paper; blocks."""
        from caseboard.mapping import compose, look  # noqa: PLC0415  numpy, never for the window

        options = Options(language=spoken(), grid=self.grid, with_legend=True, symbols=self.symbols)
        content = Content(self.content.spots, self.content.overlays)
        scene = compose.compose(self.view, content, map_pictures.ground(), look.PRINT, options)
        return map_pictures.drawn(scene, form, told, SHARP)


async def save(desk: CaseDesk, plate: Plate, ending: str, window: QWidget) -> Telling | None:
    """Write what a file of that ending holds: the picture that is seen, or all that is there."""
    if ending in set(Form):
        return await save_picture(desk, plate, Form(ending), window)
    return await save_places(desk, ending, window)


async def save_picture(desk: CaseDesk, plate: Plate, form: Form, window: QWidget) -> Telling | None:
    """Ask where to, and write; None where the user thinks better of it. Raises `CaseError`."""
    filters = {
        Form.PNG: _("Picture (*.png)"),
        Form.SVG: _("Drawing (*.svg)"),
        Form.PDF: _("PDF (*.pdf)"),
    }[form]
    target = await _target(desk, _("map"), form.value, filters, window)
    if target is None:
        return None
    case = await desk.read(cases.by_id, desk.case_id) or desk.case
    told = Told(_("{case}: map").format(case=case.title), datetime.now(UTC))
    data = await asyncio.to_thread(plate.drawn, form, told)
    await asyncio.to_thread(outgoing.put, target, data)
    return _written(_("Exported to {path}").format(path=target), target)


async def save_places(desk: CaseDesk, ending: str, window: QWidget) -> Telling | None:
    """Ask where to, and write all that is somewhere; None where the user thinks better of it."""
    filters = {
        "geojson": _("GeoJSON (*.geojson)"),
        "kml": _("KML (*.kml)"),
        "csv": _("Table (*.csv)"),
    }[ending]
    target = await _target(desk, _("places"), ending, filters, window)
    if target is None:
        return None
    count = await exporting_places.export(desk.desk.library, desk.case_id, target)
    features = ngettext("{n} feature", "{n} features", count)
    words = _("{features} exported to {path}").format(features=features, path=target)
    return _written(words, target)


async def _target(
    desk: CaseDesk, what: str, ending: str, filters: str, window: QWidget
) -> Path | None:
    name = safe(f"{desk.case_ref} {what}.{ending}", what)
    target = await choose_target(window, _("Export the map"), name, filters)
    if target is not None and target.suffix.lower() != f".{ending}":
        target = target.with_name(f"{target.name}.{ending}")
    return target


def _written(words: str, target: Path) -> Telling:
    offers = (
        (_("Show in folder"), lambda: show_in_folder(target)),
        (_("Copy path"), lambda: QGuiApplication.clipboard().setText(str(target))),
    )
    return Telling(words, offers)
