"""What can be done with one layer of the card."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from caseboard.i18n import _
from caseboard.model.terms import LayerKind
from caseboard.ui.map.layers_model import LayerLine

SHARES = (100, 75, 50, 25)
AREAS = frozenset({LayerKind.IMPORTED, LayerKind.DRAWN, LayerKind.TRACED})


@dataclass(frozen=True, slots=True)
class LayerDeeds:
    """What the lines of the menu do."""

    edit: Callable[[], None]
    zoom: Callable[[], None]
    fade: Callable[[float], None]
    move: Callable[[int], None]
    compare: Callable[[LayerLine], None]
    draw: Callable[[], None]
    export: Callable[[], None]
    remove: Callable[[], None]
    picture: Callable[[], None]


def layer_menu(
    line: LayerLine,
    others: Sequence[LayerLine],
    deeds: LayerDeeds,
    parent: QWidget,
    *,
    is_writable: bool,
) -> QMenu:
    """The menu of a layer; `others` are those it can be compared with."""
    menu = QMenu(parent)
    layer = line.layer
    zoom = menu.addAction(_("Zoom to layer"), deeds.zoom)
    zoom.setEnabled(layer.west is not None)
    edit = menu.addAction(_("Details and style…"), deeds.edit)
    menu.addMenu(_opacity(line, deeds, menu)).setEnabled(is_writable)
    if layer.georeference_id:
        menu.addAction(_("Show its picture"), deeds.picture)
    if layer.kind is LayerKind.DRAWN:
        menu.addAction(_("Draw on it…"), deeds.draw).setEnabled(is_writable)
    if layer.kind in AREAS:
        menu.addMenu(_differences(others, deeds, menu)).setEnabled(is_writable and bool(others))
    menu.addSeparator()
    menu.addAction(_("Move up"), lambda: deeds.move(-1)).setEnabled(is_writable)
    menu.addAction(_("Move down"), lambda: deeds.move(1)).setEnabled(is_writable)
    menu.addSeparator()
    export = menu.addAction(_("Export…"), deeds.export)
    export.setEnabled(bool(layer.features or layer.sha256))
    menu.addAction(_("Remove"), deeds.remove).setEnabled(is_writable)
    edit.setEnabled(is_writable)
    return menu


def _opacity(line: LayerLine, deeds: LayerDeeds, parent: QMenu) -> QMenu:
    menu = QMenu(_("Opacity"), parent)
    now = round(line.layer.opacity * 100)
    for share in sorted({*SHARES, now}, reverse=True):
        action = menu.addAction(_("{share} %").format(share=share))
        action.setCheckable(True)
        action.setChecked(share == now)
        action.triggered.connect(lambda _on=False, share=share: deeds.fade(share / 100))
    return menu


def _differences(others: Sequence[LayerLine], deeds: LayerDeeds, parent: QMenu) -> QMenu:
    menu = QMenu(_("Difference with"), parent)
    for other in others:
        words = f"{other.layer.name} · {other.under}".replace("&", "&&")
        action = menu.addAction(words)
        action.triggered.connect(lambda _on=False, other=other: deeds.compare(other))
    return menu
