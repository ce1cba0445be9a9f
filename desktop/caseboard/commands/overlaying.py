"""The layers of a case as overlays that a map draws, read from the library's files."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from threading import Lock

from sqlmodel import Session

from caseboard.capture.layers.tiled import TileArchive
from caseboard.errors import CaseError
from caseboard.mapping import overlays
from caseboard.mapping.content import Overlay
from caseboard.model.ids import CaseId
from caseboard.model.terms import LayerKind
from caseboard.model.work import Georeference, Layer
from caseboard.store import georeferences, layers
from caseboard.store.files import FileStore

KEPT = 24
"""Overlays that are kept read."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A layer with all that the library knows of it."""

    layer: Layer
    source: str = ""
    placed: Georeference | None = None
    picture: str = ""
    """Of a picture: the SHA-256 of its safe copy."""


def of_case(session: Session, case_id: CaseId) -> list[Laid]:
    """The living layers of a case, from the lowest to the highest (a `store` query)."""
    return [_laid(session, row) for row in layers.of_case(session, case_id)]


class Overlays:
    """Reads overlays and keeps the last of them; from any thread. `close` ends what reads tiles."""

    def __init__(self, files: FileStore) -> None:
        self._files = files
        self._archives: dict[str, TileArchive] = {}
        self._kept: OrderedDict[tuple[object, ...], Overlay] = OrderedDict()
        self._lock = Lock()

    def read(self, laid: Iterable[Laid]) -> tuple[tuple[Overlay, ...], tuple[CaseError, ...]]:
        """The overlays of these layers, and what is wrong with those that cannot be read."""
        found, wrong = [], []
        for each in laid:
            try:
                found.append(self.one(each))
            except CaseError as error:
                wrong.append(error)
        return tuple(found), tuple(wrong)

    def one(self, laid: Laid) -> Overlay:
        """The overlay of a layer; raises `CaseError` where its file is damaged."""
        key = _key(laid)
        with self._lock:
            held = self._kept.get(key)
            if held is None:
                held = self._kept[key] = self._made(laid)
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            self._kept[key] = held = _told(held, laid)
            return held

    def close(self) -> None:
        """Let the archives of tiles go; their overlays are empty from now on."""
        with self._lock:
            archives = tuple(self._archives.values())
            self._archives.clear()
            self._kept.clear()
        for archive in archives:
            archive.close()

    def _made(self, laid: Laid) -> Overlay:
        layer = laid.layer
        data = self._files.read(layer.features) if layer.features else b""
        overlay = overlays.overlay(layer, data, laid.source)
        if layer.kind is LayerKind.TILES:
            return replace(overlay, tiles=self._archive(layer.sha256).tiles)
        if layer.kind is LayerKind.PICTURE and laid.placed is not None and laid.picture:
            return _with_picture(overlay, self._files.read(laid.picture), laid.placed)
        return overlay

    def _archive(self, sha256: str) -> TileArchive:
        if sha256 not in self._archives:
            self._archives[sha256] = TileArchive(self._files.path(sha256))
        return self._archives[sha256]


def _laid(session: Session, row: layers.LayerRow) -> Laid:
    placed, picture = georeferences.picture_of(session, row.layer) or (None, "")
    return Laid(row.layer, row.source, placed, picture)


def _key(laid: Laid) -> tuple[object, ...]:
    """What has to be read anew when it changes; the rest is only told."""
    layer, placed = laid.layer, laid.placed
    points = (placed.kind, repr(placed.points)) if placed else None
    return layer.id, layer.features, repr(sorted(layer.style.items())), laid.picture, points


def _with_picture(overlay: Overlay, picture: bytes, placed: Georeference) -> Overlay:
    from caseboard.commands.georeferencing import fit_of  # noqa: PLC0415  # numpy
    from caseboard.mapping import warping  # noqa: PLC0415  # numpy

    return warping.with_picture(overlay, picture, fit_of(placed))


def _told(held: Overlay, laid: Laid) -> Overlay:
    """The overlay with what is said of its layer now; the same object where that is the same."""
    fresh = overlays.overlay(laid.layer, b"", laid.source)
    bare = replace(held, features=(), image=b"", corners=(), tiles=None)
    if bare == fresh:
        return held
    return replace(
        fresh,
        features=held.features,
        image=held.image,
        corners=held.corners,
        tiles=held.tiles,
    )
