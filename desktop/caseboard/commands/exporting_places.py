"""Taking places, positions and layers of a case out: as GeoJSON, KML or a table."""

import asyncio
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path

from sqlmodel import Session

from caseboard.analysis import releasing, spots
from caseboard.commands import outgoing
from caseboard.commands.exporting_claims import notice
from caseboard.errors import CaseError
from caseboard.exchange import places_csv, places_geojson, places_kml
from caseboard.exchange.places_book import Atlas, Kind
from caseboard.exchange.places_gathering import gather
from caseboard.i18n import _
from caseboard.model.ids import CaseId
from caseboard.store import dossiers
from caseboard.store.files import FileStore
from caseboard.store.library import Library

ALL = frozenset(Kind)


class Form(StrEnum):
    """How places are written."""

    GEOJSON = "geojson"
    KML = "kml"
    CSV = "csv"


def form_of(target: Path) -> Form:
    """How places are written to a file of this name; raises `CaseError` where it does not say."""
    forms = {".geojson": Form.GEOJSON, ".json": Form.GEOJSON, ".kml": Form.KML, ".csv": Form.CSV}
    form = forms.get(target.suffix.lower())
    if form is None:
        raise CaseError(
            _("Places are not written as {name}.").format(name=target.suffix or target.name),
            _("Give the file a name that ends in .geojson, .kml or .csv."),
        )
    return form


def kinds_of(text: str) -> frozenset[Kind]:
    """The kinds that `text` names, parted by commas; all where it names none."""
    named = [part.strip().casefold() for part in text.split(",") if part.strip()]
    unknown = [name for name in named if name not in set(Kind)]
    if unknown:
        raise CaseError(
            _("There are no {kind} to write.").format(kind=unknown[0]),
            _("Name some of these: {kinds}.").format(kinds=", ".join(Kind)),
        )
    return frozenset(map(Kind, named)) or ALL


async def export(
    library: Library,
    case_id: CaseId,
    target: Path,
    kinds: Collection[Kind] = ALL,
    *,
    is_released: bool = False,
) -> int:
    """Write `target`, whole or not at all, and say how many things it holds.

    With `is_released`, units are told no finer than they may be. Raises `CaseError` where something
    lies off the globe or `target` cannot be written.
    """
    form = form_of(target)

    def gathered(session: Session) -> Atlas:
        return atlas_of(session, library.files, case_id, kinds, is_released=is_released)

    atlas = await library.database.read(gathered)

    def work() -> None:
        outgoing.put(target, written(atlas, form))

    await asyncio.to_thread(work)
    return atlas.count


def atlas_of(
    session: Session,
    files: FileStore,
    case_id: CaseId,
    kinds: Collection[Kind] = ALL,
    *,
    is_released: bool = False,
) -> Atlas:
    """What of a case is somewhere (a `store` query)."""
    dossier = dossiers.read(session, case_id)
    if is_released:
        dossier = releasing.released(dossier).dossier
    wanted = dossier.layers if Kind.LAYERS in kinds else ()
    layers: dict[str, bytes] = {
        layer.id: files.read(layer.features) for layer in wanted if layer.features
    }
    return gather(dossier, spots.of(dossier), layers, kinds, notice(dossier.case.marking))


def written(atlas: Atlas, form: Form) -> bytes:
    """The bytes of a file."""
    if form is Form.CSV:
        return places_csv.write(atlas)
    text = places_geojson.text(atlas) if form is Form.GEOJSON else places_kml.text(atlas)
    return text.encode()
