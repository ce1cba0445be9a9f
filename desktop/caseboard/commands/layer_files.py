"""The files of a layer, put into the library's files before the layer is written."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from caseboard.capture.layers import refusals
from caseboard.capture.layers.gathering import Gathering
from caseboard.capture.layers.worked import LayerRead
from caseboard.store.files import FileStore


@dataclass(frozen=True, slots=True)
class KeptLayer:
    """A layer whose bytes are on disk for good."""

    features: str
    """SHA-256 of its GeoJSON; empty for pictures of the ground."""
    count: int
    bounds: tuple[float, float, float, float] | None
    """West, south, east, north: degrees WGS 84."""
    sha256: str = ""
    """Of the file it came from."""
    file_name: str = ""
    is_styled: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shape the analyst drew: GeoJSON's geometry in degrees WGS 84, and what it is called."""

    geometry: Mapping[str, Any]
    name: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)
    """More of it under simplestyle's names."""


def keep(files: FileStore, original: bytes | Path, file_name: str, found: LayerRead) -> KeptLayer:
    """Keep a file as it came and what was read from it; `CaseError` if the disk will not."""
    stored = files.add(original)
    features = files.add(found.features).sha256 if found.features else ""
    return KeptLayer(
        features=features,
        count=found.count,
        bounds=found.bounds,
        sha256=stored.sha256,
        file_name=file_name,
        is_styled=found.is_styled,
    )


def keep_drawn(files: FileStore, shapes: Sequence[Drawn]) -> KeptLayer:
    """Keep what was drawn or reckoned here; raises `CaseError` for shapes off the globe."""
    gathered = Gathering()
    for shape in shapes:
        gathered.add(shape.geometry, {**shape.properties, "name": shape.name})
    if gathered.left_out:
        raise refusals.empty()
    bounds = gathered.bounds()
    stored = files.add(gathered.written())
    return KeptLayer(stored.sha256, gathered.count, bounds, is_styled=gathered.is_styled)


def drawn(data: bytes) -> list[Drawn]:
    """The shapes of a layer's own GeoJSON, to draw on; `name:uk` and the like stay with them."""
    return [
        Drawn(each["geometry"], str(each["properties"].get("name", "")), each["properties"])
        for each in json.loads(data)["features"]
    ]
