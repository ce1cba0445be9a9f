"""What the worker of tiles can be asked to do: that of one archive, or of pictures that came.

It opens its file before it gives up opening anything, and holds it for as long as it lives.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from caseboard import i18n
from caseboard.capture.answer import Answer
from caseboard.capture.layers import refusals, tile_picture
from caseboard.capture.layers.mbtiles import MBTiles
from caseboard.capture.layers.pmtiles import MAGIC, PMTiles
from caseboard.capture.layers.tile_archive import Archive
from caseboard.errors import CaseError

if TYPE_CHECKING:
    from caseboard.capture.tasks import Task

_held: list[Archive | CaseError] = []


def warm_up(arguments: Sequence[str]) -> None:
    """Open the file that is the first argument, told in the language that is the second.

    Without any it only draws pictures anew.
    """
    tile_picture.warm_up()
    if arguments:
        path, language = arguments
        with i18n.speaking(language):
            _held[:] = [_opened(Path(path))]


def about(_data: bytes, _options: Mapping[str, Any]) -> Answer:
    """What the archive says of itself."""
    said = _archive().about
    values = {
        "format": said.format,
        "name": said.name,
        "attribution": said.attribution,
        "bounds": list(said.bounds),
        "least": said.least,
        "most": said.most,
    }
    return Answer(values)


def tile(_data: bytes, options: Mapping[str, Any]) -> Answer:
    """One tile as PNG; options `zoom`, `column`, `row`. No blob where there is none."""
    found = _archive().tile(options["zoom"], options["column"], options["row"])
    return Answer(blobs=(tile_picture.picture(found),)) if found else Answer()


def _archive() -> Archive:
    (held,) = _held
    if isinstance(held, CaseError):
        raise held
    return held


def _opened(path: Path) -> Archive | CaseError:
    try:
        file = path.open("rb")
        return PMTiles(file) if file.read(len(MAGIC)) == MAGIC else MBTiles(path)
    except CaseError as error:
        return error
    except OSError as error:
        return refusals.broken(f"{error.strerror}.")


TASKS: Mapping[str, "Task"] = MappingProxyType(
    {"about": about, "tile": tile, "picture": tile_picture.task}
)
