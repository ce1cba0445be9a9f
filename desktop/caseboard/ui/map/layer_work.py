"""What is done to layers from the map: each is a command, said in the status line."""

import asyncio
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseboard.commands import layer_files, outgoing
from caseboard.commands.layer_files import Drawn
from caseboard.commands.layers import (
    AddLayer,
    BinLayer,
    DrawOnLayer,
    EditLayer,
    LayerFacts,
    ReorderLayers,
    ShowLayer,
    facts_of,
)
from caseboard.i18n import _, spoken
from caseboard.mapping import palette
from caseboard.model import moments
from caseboard.model.ids import LayerId
from caseboard.model.terms import LayerKind
from caseboard.model.work import Layer
from caseboard.store import layers
from caseboard.ui.desk import CaseDesk
from caseboard.ui.filenames import safe
from caseboard.ui.forms.difference_form import DifferenceForm
from caseboard.ui.forms.form import fill
from caseboard.ui.forms.layer_form import LayerForm
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.files import choose_target
from caseboard.ui.map.layer_intake import LayerIntake
from caseboard.ui.map.layers_model import LayerLine
from caseboard.ui.map.tools import Sketch, SketchKind
from caseboard.ui.telling import Telling

if TYPE_CHECKING:
    from caseboard.commands.layer_changes import Compared

_CHANGES = "caseboard.commands.layer_changes"
"""Loaded by a thread when it is first wanted: it brings shapely."""


class LayerWork(QObject):
    """Runs the commands of the layers card; its `CaseError`s show over the window."""

    told = Signal(object)
    """`Telling`."""
    added = Signal(object)
    """`LayerId` of a layer that came."""

    def __init__(self, desk: CaseDesk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._drawn_on: LayerId | None = None
        self._drawing = asyncio.Lock()
        self.intake = LayerIntake(desk, window)
        self.intake.added.connect(self.added)

    @async_slot(object, bool)
    async def show(self, layer_id: LayerId, is_shown: bool) -> None:
        """Show a layer on the map, or hide it."""
        await self._desk.run(ShowLayer(self._desk.case_id, layer_id, is_shown))

    @async_slot(list)
    async def order(self, ids: list[LayerId]) -> None:
        """Put the layers in this order, the highest first."""
        await self._desk.run(ReorderLayers(self._desk.case_id, tuple(reversed(ids))))

    @async_slot(object, float)
    async def fade(self, line: LayerLine, share: float) -> None:
        """Let what lies under a layer shine through."""
        await self._edit(line.layer, facts_of(line.layer, opacity=share))

    @async_slot(object)
    async def remove(self, line: LayerLine) -> None:
        """Move a layer to the bin."""
        await self._desk.run(BinLayer(self._desk.case_id, line.id))
        name = line.layer.name
        self.told.emit(Telling(_("Removed layer {name}").format(name=name), is_undoable=True))

    @async_slot(object)
    async def edit(self, line: LayerLine) -> None:
        """Ask anew what is said of a layer."""
        layer = line.layer
        source = await self._desk.read(layers.source_of, layer)

        async def keep(facts: LayerFacts) -> None:
            await self._edit(layer, facts)

        form = LayerForm(
            self._desk,
            _("Layer"),
            _("Keep"),
            facts_of(layer),
            keep,
            self._window,
            source=source,
            notes=(layer.file_name,) if layer.file_name else (),
        )
        await fill(form)

    @async_slot()
    async def choose_files(self) -> None:
        """Ask for files and make layers of them."""
        self._say_added(await self.intake.choose())

    @async_slot(list)
    async def take_files(self, paths: list[Path]) -> None:
        """Make layers of files that were dropped."""
        self._say_added(await self.intake.take(paths))

    @async_slot(object, object)
    async def compare(self, line: LayerLine, other: LayerLine) -> None:
        """Lay what changed between two layers over the map, the older of them before."""
        changes = await asyncio.to_thread(import_module, _CHANGES)
        before, after = _in_time(line.layer, other.layer)
        files = self._desk.desk.library.files
        compared = await asyncio.to_thread(changes.compare, files, before, after)
        name = await self._name_of(compared)
        if name is None:
            return
        command: AddLayer = await asyncio.to_thread(changes.add, files, compared, name, spoken())
        layer_id = await self._desk.run(command)
        self.added.emit(layer_id)
        self.told.emit(Telling(command.label, is_undoable=True))

    @async_slot(object)
    async def export(self, line: LayerLine) -> None:
        """Write what the map draws of a layer, or the file it came from, where the user says."""
        layer = line.layer
        is_drawn = bool(layer.features)
        name = f"{layer.ref}-{layer.name}.geojson" if is_drawn else layer.file_name
        target = await choose_target(self._window, _("Export layer"), safe(name))
        if target is not None:
            sha256 = layer.features or layer.sha256
            data = await asyncio.to_thread(self._desk.desk.library.files.read, sha256)
            await asyncio.to_thread(outgoing.put, target, data)
            self.told.emit(Telling(_("Written: {name}").format(name=target.name)))

    def draw_on(self, layer_id: LayerId | None) -> None:
        """The next sketch goes on this drawn layer; None begins a new one."""
        self._drawn_on = layer_id

    @async_slot(object)
    async def take_sketch(self, sketch: Sketch) -> None:
        """Keep what was drawn on the map."""
        drawn_on, self._drawn_on = self._drawn_on, None
        if drawn_on is None:
            await self._draw_new(sketch)
        else:
            async with self._drawing:  # the next begins with what this one leaves
                await self._draw_more(drawn_on, sketch)

    async def _edit(self, layer: Layer, facts: LayerFacts) -> None:
        await self._desk.run(EditLayer(self._desk.case_id, layer.id, facts))

    async def _name_of(self, compared: "Compared") -> str | None:
        """Of which areas the difference is wanted: asked where there are several sorts."""
        names = await asyncio.to_thread(compared.names, spoken())
        if len(names) < 2:
            return names[0] if names else ""
        form = DifferenceForm(self._desk.desk.theme, names, self._window)
        return form.name if await fill(form) else None

    async def _draw_new(self, sketch: Sketch) -> None:
        files = self._desk.desk.library.files
        made: list[LayerId] = []

        async def keep(facts: LayerFacts) -> None:
            shape = Drawn(_geometry(sketch), facts.name.strip())
            kept = await asyncio.to_thread(layer_files.keep_drawn, files, [shape])
            command = AddLayer(self._desk.case_id, facts, kept, LayerKind.DRAWN)
            made.append(await self._desk.run(command))

        rows = await self._desk.read(layers.of_case, self._desk.case_id)
        taken = [str(row.layer.style.get("fill", "")) for row in rows]
        facts = LayerFacts("", style=palette.colours(taken, LayerKind.DRAWN))
        title, action = _("Drawn layer"), _("Add layer")
        if await fill(LayerForm(self._desk, title, action, facts, keep, self._window)):
            self._say_added(made)

    async def _draw_more(self, layer_id: LayerId, sketch: Sketch) -> None:
        row = await self._desk.read(layers.by_id, layer_id)
        if row is None:
            return
        files, layer = self._desk.desk.library.files, row.layer

        def kept() -> layer_files.KeptLayer:
            held = layer_files.drawn(files.read(layer.features))
            return layer_files.keep_drawn(files, [*held, Drawn(_geometry(sketch), layer.name)])

        await self._desk.run(
            DrawOnLayer(self._desk.case_id, layer_id, await asyncio.to_thread(kept))
        )

    def _say_added(self, made: Sequence[LayerId]) -> None:
        if made:
            self.told.emit(Telling(_("Layer added"), is_undoable=True))


def _in_time(one: Layer, other: Layer) -> tuple[Layer, Layer]:
    """The older first, by what they show; of equal ones the lower."""
    first, second = sorted(
        (one, other), key=lambda layer: (moments.sort_key(layer.as_of), layer.ordinal)
    )
    return first, second


def _geometry(sketch: Sketch) -> dict[str, Any]:
    points = [[lon, lat] for lat, lon in sketch.points]
    match sketch.kind:
        case SketchKind.POINT:
            return {"type": "Point", "coordinates": points[0]}
        case SketchKind.LINE:
            return {"type": "LineString", "coordinates": points}
        case SketchKind.AREA:
            return {"type": "Polygon", "coordinates": [[*points, points[0]]]}
