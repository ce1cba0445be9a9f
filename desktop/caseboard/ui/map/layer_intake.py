"""Files that become layers: read in a process of their own, with progress and Cancel."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseboard.capture.layers import tiled, worked
from caseboard.capture.layers.worked import LayerRead
from caseboard.commands import layer_files
from caseboard.commands.layers import AddLayer, LayerFacts
from caseboard.commands.sources import Named
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model.ids import LayerId
from caseboard.model.terms import SourceKind
from caseboard.runtime.jobs import Job
from caseboard.store import layers
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.form import fill
from caseboard.ui.forms.layer_form import LayerForm
from caseboard.ui.lib.files import choose_files

SUFFIXES = frozenset(
    {".geojson", ".json", ".kml", ".kmz", ".gpx", ".gpkg", ".csv", ".tsv", ".mbtiles", ".pmtiles"}
)
SURE = SUFFIXES - {".json", ".csv", ".tsv"}
"""Files of these names are layers and nothing else."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was read, and what is proposed to be said of it."""

    path: Path
    found: LayerRead
    facts: LayerFacts

    @property
    def notes(self) -> tuple[str, ...]:
        """What the file holds, what was left out, how it was dated."""
        holds = ngettext("{n} feature", "{n} features", self.found.count)
        known = (self.path.name, self.found.format, holds if self.found.features else "")
        head = " · ".join(each for each in known if each)
        said = (head, *self.found.notes, self.found.dated.rule)
        return tuple(each for each in said if each)


class LayerIntake(QObject):
    """Asks for files, reads them, asks what is to be said of each, and lays them over the map."""

    added = Signal(object)
    """`LayerId` of each layer that was added."""

    def __init__(self, desk: CaseDesk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    async def choose(self) -> list[LayerId]:
        """Ask which files; raises `CaseError` for the first that cannot be read."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        filters = _("Layers ({patterns})").format(patterns=patterns)
        return await self.take(await choose_files(self._window, _("Import layers"), filters))

    async def take(self, paths: Sequence[Path]) -> list[LayerId]:
        """Make layers of these files, one after the other."""
        done = []
        for path in paths:
            layer_id = await self._take(path)
            if layer_id is not None:
                done.append(layer_id)
        return done

    async def _take(self, path: Path) -> LayerId | None:
        title = _("Reading layer {name}").format(name=path.name)
        taken = await self._desk.desk.jobs.run(title, lambda job: self._read(job, path))
        made: list[LayerId] = []

        async def keep(facts: LayerFacts) -> None:
            made.append(await self._add(taken, facts))

        title, action = _("Import layer"), _("Add layer")
        form = LayerForm(self._desk, title, action, taken.facts, keep, self._window,
                         notes=taken.notes)  # fmt: skip
        return made[0] if await fill(form) else None

    async def _read(self, job: Job, path: Path) -> Taken:
        job.step(0, 1, path.name)
        if await asyncio.to_thread(tiled.is_archive, path):
            found = await asyncio.to_thread(tiled.read, path)
            return Taken(path, found, proposed(path, found))
        worker = worked.worker()
        try:
            data = await asyncio.to_thread(_bytes, path)
            found = await asyncio.to_thread(worked.read, worker, data, path.name)
        finally:
            await asyncio.to_thread(worker.end)  # cancelled, it may still be read in its thread
        return Taken(path, found, proposed(path, found))

    async def _add(self, taken: Taken, facts: LayerFacts) -> LayerId:
        files = self._desk.desk.library.files
        path, found = taken.path, taken.found
        kept = await self._desk.desk.jobs.run(
            _("Keeping {name}").format(name=path.name),
            lambda _job: asyncio.to_thread(layer_files.keep, files, path, path.name, found),
        )
        known = await self._desk.read(layers.same_file, self._desk.case_id, kept.sha256)
        if known is not None and known.name == facts.name.strip():
            raise CaseError(
                _("This file is a layer of the case already: {name}.").format(name=known.name),
                _("Give it another name to lay it over the map twice."),
            )
        command = AddLayer(self._desk.case_id, facts, kept, taken.found.kind)
        layer_id = await self._desk.run(command)
        self.added.emit(layer_id)
        return layer_id


def proposed(path: Path, found: LayerRead) -> LayerFacts:
    """What a file says of itself, and its name of it."""
    is_deepstate = "deepstate" in path.name.lower()
    called = found.name or path.stem.replace("_", " ").strip() or path.name
    return LayerFacts(
        name="DeepStateMap" if is_deepstate else called,
        as_of=found.dated.as_of,
        published=found.dated.published,
        source_id=Named("DeepState", SourceKind.MONITOR) if is_deepstate else None,
        attribution="DeepStateMap (deepstatemap.live)" if is_deepstate else found.attribution,
    )


def _bytes(path: Path) -> bytes:
    try:
        worked.check_size(path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise CaseError(
            _("{name} cannot be read: {reason}.").format(
                name=path.name, reason=error.strerror or error
            )
        ) from error
