"""Handing the graph on: as a PNG, an SVG or a PDF, or by the clipboard."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from caseboard.briefing.words import minute
from caseboard.i18n import _, ngettext
from caseboard.store import cases
from caseboard.ui.desk import CaseDesk
from caseboard.ui.filenames import safe
from caseboard.ui.folders import show_in_folder
from caseboard.ui.graph import plate
from caseboard.ui.graph.picture import Picture
from caseboard.ui.graph.plate import Plate
from caseboard.ui.graph.shapes import printing_ink
from caseboard.ui.lib.files import choose_target
from caseboard.ui.telling import Telling


async def save(desk: CaseDesk, picture: Picture, ending: str, window: QWidget) -> Telling | None:
    """Ask where to, and write; None where the user thinks better of it. Raises `CaseError`."""
    made = await _plate(desk, picture)
    name = safe(f"{desk.case_ref} {_('links')}.{ending}", "links")
    filters = {
        "png": _("Picture (*.png)"),
        "svg": _("Drawing (*.svg)"),
        "pdf": _("PDF (*.pdf)"),
    }[ending]
    target = await choose_target(window, _("Export the graph"), name, filters)
    if target is None:
        return None
    if target.suffix.lower() != f".{ending}":
        target = target.with_name(f"{target.name}.{ending}")
    await asyncio.to_thread(plate.write, made, target)
    return _written(target)


async def copy(desk: CaseDesk, picture: Picture) -> Telling:
    """Put the picture on the clipboard."""
    made = await _plate(desk, picture)
    image = await asyncio.to_thread(plate.as_image, made)
    QGuiApplication.clipboard().setImage(image)
    return Telling(_("The graph is on the clipboard."))


async def _plate(desk: CaseDesk, picture: Picture) -> Plate:
    """With the title and the marking that the case has now."""
    case = await desk.read(cases.by_id, desk.case_id) or desk.case
    nodes = ngettext("{n} node", "{n} nodes", len(picture))
    links = ngettext("{n} link", "{n} links", len(picture.lines))
    return Plate(
        picture=picture,
        ink=printing_ink(desk.desk.theme),
        title=_("{case}: links").format(case=case.title),
        marking=case.marking.value,
        foot=f"{case.ref} · {minute(datetime.now(UTC))} · {nodes}, {links}",
    )


def _written(target: Path) -> Telling:
    offers = (
        (_("Show in folder"), lambda: show_in_folder(target)),
        (_("Copy path"), lambda: QGuiApplication.clipboard().setText(str(target))),
    )
    return Telling(_("Exported to {path}").format(path=target), offers)
